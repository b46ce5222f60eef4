// Package wording makes the sentences of findings. It decides nothing.
package wording

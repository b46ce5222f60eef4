// Package text writes blocks and tables as text for a terminal.
package text

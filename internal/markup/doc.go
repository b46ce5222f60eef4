// Package markup checks pages and takes their text, for tests.
package markup

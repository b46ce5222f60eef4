// Package charset finds out how a text file writes its characters, and reads it as UTF-8.
package charset

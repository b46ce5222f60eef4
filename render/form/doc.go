// Package form makes tables that people fill in, and that are read again.
package form

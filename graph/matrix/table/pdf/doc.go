// Package pdf reads tables out of the pages of PDF files, on which they are nothing but
// lines and letters: cells between lines that are drawn, or else columns of texts that
// stand below each other.
package pdf

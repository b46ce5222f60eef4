// Package layout decides where everything in a diagram stands, and how it
// looks. It chooses no words.
package layout

// Package layout decides where everything in a diagram stands, and which outlines
// and lines of text paint it. It chooses no words; how things look is said by
// package look.
package layout

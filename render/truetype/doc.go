// Package truetype writes fonts of a few glyphs, from outlines, as PDF files embed them.
package truetype

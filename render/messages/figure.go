package messages

import (
	"tasuki/render/document"
)

// figureID is the place of a drawing on the page, MarkupID that of its markup.
func figureID(d document.Drawing) string { return "drawing-" + Suffix(d.File) }

// MarkupID returns the id of the markup of a drawing on a page.
func MarkupID(d document.Drawing) string { return figureID(d) + "-markup" }

// Figures returns the drawings of one kind about one subject.
func (p Printer) Figures(drawings []document.Drawing, kind document.DrawingKind, subject string) []document.Block {
	var blocks []document.Block
	for _, d := range drawings {
		if d.Kind == kind && d.Subject == subject {
			blocks = append(blocks, document.Block{Figure: &document.Figure{Drawing: d, ID: figureID(d)}})
		}
	}
	return blocks
}

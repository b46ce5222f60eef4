package report

import (
	"tasuki/render/document"
)

// shorten leaves one table of a section in sight and folds the others under
// their captions. What stands in a part of its own stays as it is.
func shorten(blocks []document.Block) []document.Block {
	seen := false
	short := make([]document.Block, len(blocks))
	for i, b := range blocks {
		short[i] = b
		switch {
		case b.Table == nil:
		case !seen, b.Table.Caption == "":
			seen = true
		default:
			t := *b.Table
			t.Caption, t.Label = "", t.Caption
			short[i] = document.Block{Group: &document.Group{Title: document.Words(t.Label), Folded: true, Blocks: []document.Block{{Table: &t}}}}
		}
	}
	return short
}

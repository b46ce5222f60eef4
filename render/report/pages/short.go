package pages

import "tasuki/render/document"

// What a chapter shows of a table or a list at most; it begins with what matters most.
const (
	mostRows  = 25
	mostItems = 7
)

// shortened returns a table or list with its first lines, and how many others it has.
// The places of lines are those of the whole.
func shortened(b document.Block) (short document.Block, left int) {
	switch {
	case b.Table != nil && len(b.Table.Rows) > mostRows:
		t := *b.Table
		t.Rows = nil
		for _, r := range b.Table.Rows[:mostRows] {
			r.ID = ""
			t.Rows = append(t.Rows, r)
		}
		for _, r := range b.Table.Rows[mostRows:] {
			if len(r.Cells) > 0 {
				left++
			}
		}
		for len(t.Rows) > 0 && len(t.Rows[len(t.Rows)-1].Cells) == 0 {
			t.Rows = t.Rows[:len(t.Rows)-1]
		}
		return document.Block{Table: &t}, left
	case len(b.Items) > mostItems:
		return document.Block{Items: b.Items[:mostItems]}, len(b.Items) - mostItems
	}
	return b, 0
}

// uncaptioned returns a block under a title that says what its caption would.
func uncaptioned(b document.Block) document.Block {
	if b.Table == nil || b.Table.Caption == "" {
		return b
	}
	t := *b.Table
	t.Caption, t.Label = "", t.Caption
	return document.Block{Table: &t}
}

// noted folds notes that follow each other under one line.
func (d *dealer) noted(blocks []document.Block) []document.Block {
	var short []document.Block
	for i := 0; i < len(blocks); {
		n := 0
		for i+n < len(blocks) && blocks[i+n].Note != nil {
			n++
		}
		switch {
		case n > 1:
			short = append(short, document.Block{Group: &document.Group{
				Title: d.Say("Notes ({1})", n), Folded: true, Printed: true, Blocks: blocks[i : i+n],
			}})
			i += n
		default:
			short = append(short, blocks[i])
			i++
		}
	}
	return short
}

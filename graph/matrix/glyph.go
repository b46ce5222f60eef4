package matrix

import (
	"tasuki/graph"
	"tasuki/graph/matrix/cell"
)

// Table returns the look-up table of g, or of ○ and △ when g is empty.
func (g Glyphs) Table() cell.Table {
	if len(g.Lead)+len(g.Accountable)+len(g.Support)+len(g.Informed) == 0 {
		g.Lead, g.Support = []string{"○"}, []string{"△"}
	}
	return cell.NewTable([]cell.Meaning{
		{Role: graph.Lead, Glyphs: g.Lead}, {Role: graph.Accountable, Glyphs: g.Accountable}, {Role: graph.Support, Glyphs: g.Support},
		{Role: graph.Informed, Glyphs: g.Informed}, {Glyphs: g.Blank},
	})
}

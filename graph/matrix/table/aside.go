package table

import "tasuki/graph"

// Aside is what a file says of a row besides its texts. It does not change what the
// row says, but whoever relies on the row should know it.
type Aside struct {
	Hidden        bool    // the row is not shown
	HiddenColumns []Range // those that no row shows, from left to right
	Struck        []int   // columns of texts that are struck out, from left to right
	Cut           []int   // columns of texts of which a part was struck out, which is left out, likewise
	Unvalued      []int   // columns of formulas whose value the file does not hold
	Uncounted     []int   // those of them whose value can only be a number
	Revised       []int   // columns of texts with tracked changes, which are read as if accepted
	Deleted       bool    // the row is deleted with changes tracked, and so holds nothing
}

// Range is a range of columns, both in it.
type Range struct{ First, Last int }

// NoValue returns the problem of a cell of [Aside.Unvalued].
func NoValue(at graph.Source) graph.Problem {
	return graph.Problem{Source: at, Value: "="}.Saying("this formula has no stored value, as when another program than a spreadsheet wrote it; open the file in the spreadsheet program and save it there, which stores the values")
}

// Apart returns what is said of this row alone, to be added to: what is said of all
// rows is shared by them.
func (a *Aside) Apart(shared *Aside) *Aside {
	if a != nil && a != shared {
		return a
	}
	if shared == nil {
		return &Aside{}
	}
	copied := *shared
	return &copied
}

package document

import (
	"fmt"
)

// Sheet is a text for paper: paragraphs and tables in the order in which they
// stand.
type Sheet struct {
	Title  string
	Turned bool    // on pages turned to their side
	Size   float64 // of its running text on paper, in points; 0: 10
	Parts  []SheetPart
}

// SheetPart is one thing on a sheet. Exactly one field is set.
type SheetPart struct {
	Head  string
	Text  string
	Note  string // of lesser weight
	Items []string
	Table *SheetTable
	Image *SheetImage
}

// SheetTable is a table whose cells wrap.
type SheetTable struct {
	Columns []SheetColumn
	Rows    [][]string
	Roomy   bool // rows are high enough to be filled in by hand
	Text    bool // its cells are running text, and as large; otherwise a little smaller
	Fill    bool // on paper its empty rows go on to the foot of the page, and no further
}

// SheetColumn is a column of a table.
type SheetColumn struct {
	Head  string
	Share float64 // of the width of the table, as a part of the sum of all shares
}

// SheetImage is a drawing beside the page, by its file.
type SheetImage struct{ File, Alt string }

// Listing is a list with a heading, for spreadsheets. Its cells are strings, ints,
// float64s, bools, and nil for what is not known.
type Listing struct {
	Name    string
	Columns []string
	Rows    [][]any
	WriteIn []int // columns, from 0, that people write sentences into
}

// Printed returns cells of a list as those of a table on paper.
func Printed(cells []any) []string {
	texts := make([]string, len(cells))
	for i, value := range cells {
		if value != nil {
			texts[i] = fmt.Sprint(value)
		}
	}
	return texts
}

package matrix

import (
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
)

// supplyState is what a supply block remembers from row to row.
type supplyState struct {
	SupplyBlock
	above    map[Column]string // the text in force in a column of merged cells
	supplies []graph.Supply
}

// continued explains a reading that comes from the cell above.
var continued = graph.Name{
	JA: "空欄は上のセルの続き（縦の結合）",
	EN: "An empty cell continues the cell above (merged vertically)",
}

func (s *Scanner) supplyRow(b *supplyState, row table.Row) {
	if table.IsEmpty(row) {
		return
	}
	if b.above == nil {
		b.above = map[Column]string{}
	}
	for _, column := range SortedKeys(b.Components) {
		text, merged := b.cell(row, column)
		if text == "" {
			s.fault(row.Line, column, "", "no organization is named here; fill the cell, or say merged: down if it continues the one above")
			continue
		}
		org, ok := s.Reading.organization(text)
		if !ok {
			s.fault(row.Line, column, text, "is not the name of an organization of this reading; add it to the aliases of one")
			continue
		}
		supply := graph.Supply{
			Environment: s.term(b, row, b.Environment), Site: s.term(b, row, b.Site),
			Component: b.Components[column], Organization: org,
			Reading: graph.Printed, Source: s.at(row.Line, column),
		}
		if merged {
			supply.Reading, supply.Reason = graph.Realigned, continued
		}
		b.supplies = append(b.supplies, supply)
	}
}

// cell returns the text that holds in a column of a row, and whether it comes
// from the cell above.
func (b *supplyState) cell(row table.Row, column Column) (text string, merged bool) {
	text = Fold(row.Cell(int(column)))
	if text == "" && b.Merged == "down" {
		return b.above[column], true
	}
	b.above[column] = text
	return text, row.Copied(int(column))
}

func (s *Scanner) term(b *supplyState, row table.Row, t TermColumn) string {
	if t.Column == 0 {
		return ""
	}
	text, _ := b.cell(row, t.Column)
	id, ok := t.Words[text]
	if !ok {
		s.fault(row.Line, t.Column, text, "is not among the words of this column; add it under words")
	}
	return id
}

func (s *Scanner) supplyCount() int {
	n := 0
	for _, b := range s.supplies {
		n += len(b.supplies)
	}
	return n
}

// organization returns the ID of the organization that is printed as text: by
// its ID, by a name or by an alias, white space aside.
func (r Reading) organization(text string) (string, bool) {
	want := squeezed(text)
	for _, o := range r.Organizations {
		for _, spelling := range append([]string{o.ID, o.Name.JA, o.Name.EN}, o.Aliases...) {
			if spelling != "" && squeezed(spelling) == want {
				return o.ID, true
			}
		}
	}
	return "", false
}

// squeezed returns a text without its white space.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

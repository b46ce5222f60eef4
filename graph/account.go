package graph

import (
	"slices"

	"tasuki/graph/said"
)

// Account says what became of every row and mark of the matrices that a
// dataset was imported from. It holds
//
//	Rows.In  = Rows.Loaded + Rows.Rejected
//	Marks.In = Marks.Printed + Marks.Realigned + Marks.Uncertain + Marks.Unread
//
// and Marks.In - Marks.Unread equals the number of assignments whose Source is set.
type Account struct {
	Rows           RowCount  `json:"rows"`
	Marks          MarkCount `json:"marks"`
	Supplies       int       `json:"supplies"`
	WithoutMarks   []string  `json:"organizations_without_marks"`
	UnusedHeadings []Heading `json:"unused_headings"`

	// Unread are the cells among the marks that could not be read, by their place:
	// each may be a mark of any role, or none.
	Unread []UnreadMark `json:"unread,omitempty"`

	Elements []ElementCount `json:"elements,omitempty"` // of models, by type

	Outside     []Source    `json:"glyphs_outside_blocks,omitempty"` // the first of the glyphs that stand in no block or in a rejected row, so are not read
	Assumptions []said.Note `json:"assumptions,omitempty"`           // what was proposed, not declared, and where to change it
}

// RowCount counts the rows of blocks. A rejected row is one that a reading
// sets aside with a reason; a row that cannot be read stops the import.
type RowCount struct {
	In       int `json:"in"`
	Loaded   int `json:"loaded"`
	Rejected int `json:"rejected"`

	// AccountableLeads counts the rows without a lead mark in which who is
	// accountable was read as leading.
	AccountableLeads int `json:"accountable_leads,omitempty"`
}

// MarkCount counts marks by their reading.
type MarkCount struct {
	In        int `json:"in"`
	Printed   int `json:"printed"`
	Realigned int `json:"realigned"`
	Uncertain int `json:"uncertain"`
	Unread    int `json:"unread,omitempty"`
}

// Heading is a column heading that no mark was read from.
type Heading struct {
	Text         string `json:"text"`
	Organization string `json:"organization,omitempty"`
	Source       Source `json:"source"`
}

// Sort puts the lists of the account into the order of their places.
func (a *Account) Sort() {
	slices.SortStableFunc(a.UnusedHeadings, func(x, y Heading) int { return compareSources(x.Source, y.Source) })
	slices.SortStableFunc(a.Outside, compareSources)
	slices.SortStableFunc(a.Unread, func(x, y UnreadMark) int { return compareSources(x.Source, y.Source) })
}

// Add counts a mark of the given reading.
func (m *MarkCount) Add(r Reading) {
	m.In++
	switch r {
	case Realigned:
		m.Realigned++
	case Uncertain:
		m.Uncertain++
	default:
		m.Printed++
	}
}

package matrix

import (
	"slices"

	"tasuki/graph"
)

// Block is a part of the table whose rows share their columns.
//
// Its marks stand in Columns, under the organizations. Where a heading names a
// role instead, Roles says which: in a column of an organization every mark means
// that role, and in any other the cells name the organizations. In the long form,
// each row names a task, its organizations (Party) and their marks (Role).
type Block struct {
	ID       string   `json:"id"`
	Lines    Lines    `json:"lines"`
	Headings Lines    `json:"headings,omitzero"`
	Phase    string   `json:"phase,omitempty"`
	Item     Column   `json:"item,omitempty"`   // the column of item numbers; without one, a task's label is its ID
	Task     string   `json:"task,omitempty"`   // a task's ID, with {item} for the item number; default "{item}"
	Label    Column   `json:"label,omitempty"`  // the column of task names; default: the last text before the marks
	Timing   Column   `json:"timing,omitempty"` // default: the last timing word before the marks
	Category []Column `json:"category,omitempty"`
	Bands    []Band   `json:"bands,omitempty"`   // rows that are headings over the rows below them
	Columns  Columns  `json:"columns,omitempty"` // column -> organization
	Roles    Roles    `json:"roles,omitempty"`   // column -> the role that its heading names
	Party    Column   `json:"party,omitempty"`   // of the long form, the column of organizations
	Role     Column   `json:"role,omitempty"`    // and that of their marks
	Ignored  []Column `json:"ignored,omitempty"` // columns whose glyphs are about something else, such as a status
	Turned   bool     `json:"turned,omitempty"`  // organizations stand in rows: Columns and Label then count lines
	Across   Lines    `json:"across,omitzero"`   // the columns of a block that others stand beside; of a turned one, those that are tasks
}

// Band is a row that is a heading over the rows below it, down to the next of its
// level or a higher one.
type Band struct {
	Line  int `json:"line"`
	Level int `json:"level,omitempty"` // 1, as 0, is the highest
}

// Roles says which columns stand for which role.
type Roles map[Column]graph.Role

// MarshalJSON writes the columns from left to right.
func (r Roles) MarshalJSON() ([]byte, error) { return marshalColumns(r) }

// UnmarshalJSON reads an object as [Columns.UnmarshalJSON] does.
func (r *Roles) UnmarshalJSON(data []byte) (err error) {
	*r, err = unmarshalColumns[graph.Role](data)
	return err
}

// named returns the columns whose cells name organizations.
func (b Block) named() []Column {
	var columns []Column
	for _, column := range SortedKeys(b.Roles) {
		if _, marks := b.Columns[column]; !marks {
			columns = append(columns, column)
		}
	}
	return columns
}

// CanDrift reports whether marks of a block may stand under another heading than
// their own: not where a role is part of it, or another block stands beside.
func (b Block) CanDrift() bool {
	return !b.Turned && len(b.Columns) > 0 && len(b.Roles) == 0 && b.Party == 0 && b.Across.First == 0
}

// HasBand reports whether a line is a heading over the rows below it.
func (b Block) HasBand(line int) bool {
	return slices.ContainsFunc(b.Bands, func(band Band) bool { return band.Line == line })
}

// Beside reports whether a block and another of the same lines read different
// columns.
func (b Block) Beside(other Block) bool {
	return b.Across.First > 0 && other.Across.First > 0 &&
		!b.Across.Contains(other.Across.First) && !other.Across.Contains(b.Across.First)
}

// Covers reports whether a block looks at a cell. Tasks of one that is turned stand in
// some columns only.
func (r Reading) Covers(line, column int) bool {
	return slices.ContainsFunc(r.Blocks, func(b Block) bool {
		return b.Headings.Contains(line) || b.Lines.Contains(line) && (!b.Turned || b.Across.Last == 0 || column <= b.Across.Last)
	})
}

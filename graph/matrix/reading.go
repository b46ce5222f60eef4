package matrix

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// Reading says how a matrix is to be read. It is written by people, as YAML;
// the published schema describes each key.
type Reading struct {
	Matrix        string               `json:"matrix,omitempty"` // the file, beside the reading
	Format        table.Format         `json:"format,omitempty"` // empty: by the file's ending
	Sheet         string               `json:"sheet,omitempty"`
	Name          graph.Name           `json:"name,omitzero"`
	Rules         graph.Rules          `json:"rules,omitzero"`
	Organizations []graph.Organization `json:"organizations,omitempty"`
	Phases        []graph.Term         `json:"phases,omitempty"`
	Environments  []graph.Term         `json:"environments,omitempty"`
	Sites         []graph.Term         `json:"sites,omitempty"`
	Components    []graph.Term         `json:"components,omitempty"`
	Categories    []Category           `json:"categories,omitempty"`
	Glyphs        Glyphs               `json:"glyphs,omitzero"`
	KeepUnread    bool                 `json:"keep_unread,omitempty"` // a cell that no glyph reads is kept as unread, and stops nothing
	Timings       map[string]string    `json:"timings,omitempty"`     // printed word -> graph.Timing
	Blocks        []Block              `json:"blocks,omitempty"`
	Supplies      []SupplyBlock        `json:"supplies,omitempty"`
	Rows          []Correction         `json:"rows,omitempty"`
	Rejected      []Rejection          `json:"rejected,omitempty"`
	Assumptions   []said.Note          `json:"assumptions,omitempty"` // what a proposed reading took for granted
}

// Category is a heading and the tasks that it stands over.
type Category struct {
	ID     string     `json:"id"`
	Name   graph.Name `json:"name"`
	Parent string     `json:"parent,omitempty"`
	Items  ItemList   `json:"items,omitempty"`
}

// SupplyBlock is a table of environments by components whose cells name the
// organizations that supply them.
type SupplyBlock struct {
	Lines       Lines      `json:"lines"`
	Headings    Lines      `json:"headings,omitzero"`
	Environment TermColumn `json:"environment,omitzero"`
	Site        TermColumn `json:"site,omitzero"`
	Components  Columns    `json:"components"`
	Merged      string     `json:"merged,omitempty"` // "down": an empty cell continues the cell above it
}

// TermColumn is a column of printed words that stand for terms.
type TermColumn struct {
	Column Column            `json:"column"`
	Words  map[string]string `json:"words"`
}

// Correction says of some rows where their marks belong: those in the columns
// of Marks or, when it names none, every mark of the row. A Shift of 0 then
// leaves each under its heading and changes only how sure we are of it.
type Correction struct {
	Items        ItemList      `json:"items"`
	Shift        int           `json:"shift,omitempty"` // the heading stands at the mark's column plus this
	Marks        Columns       `json:"marks,omitempty"` // column -> organization
	Reading      graph.Reading `json:"reading"`
	Alternatives Alternatives  `json:"alternatives,omitempty"`
	Reason       graph.Name    `json:"reason"`
}

// Rejection sets lines inside a block aside that are not tasks.
type Rejection struct {
	Lines  Lines      `json:"lines"`
	Reason graph.Name `json:"reason"`
}

// Glyphs says what the marks mean. Letters are compared without regard to
// case, and a cell may hold several marks set apart by commas, slashes, spaces
// or line breaks, each with a remark or a footnote sign.
type Glyphs struct {
	Lead        []string `json:"lead,omitempty"`
	Accountable []string `json:"accountable,omitempty"`
	Support     []string `json:"support,omitempty"`
	Informed    []string `json:"informed,omitempty"`
	Blank       []string `json:"blank,omitempty"` // what an empty cell is filled with, such as a dash

	// AccountableLeads says that who is accountable leads a task whose row has no
	// lead mark: the work is done, and the row names nobody else for it.
	AccountableLeads bool `json:"accountable_leads,omitempty"`
}

// Column is a column, counting from 1. It is written as a number or, for
// sheets, in letters.
type Column int

// UnmarshalText reads "7" or "G".
func (c *Column) UnmarshalText(text []byte) error {
	s := string(text)
	if n, err := strconv.Atoi(s); err == nil && n > 0 && n <= table.MaxColumn {
		*c = Column(n)
		return nil
	}
	n := 0
	for _, r := range strings.ToUpper(s) {
		if r < 'A' || r > 'Z' || n > table.MaxColumn {
			return said.Errorf("%q is not a column; write a number from 1 or letters such as C", s)
		}
		n = 26*n + int(r-'A') + 1
	}
	if n == 0 || n > table.MaxColumn {
		return said.Errorf("%q is not a column; write a number from 1 or letters such as C", s)
	}
	*c = Column(n)
	return nil
}

// UnmarshalJSON reads 7, "7" or "G".
func (c *Column) UnmarshalJSON(data []byte) error {
	return c.UnmarshalText([]byte(strings.Trim(string(data), `"`)))
}

// MarshalText writes the column as a number, also where it is a key.
func (c Column) MarshalText() ([]byte, error) { return strconv.AppendInt(nil, int64(c), 10), nil }

// MarshalJSON writes the column as a number.
func (c Column) MarshalJSON() ([]byte, error) { return c.MarshalText() }

// Columns says which column is which organization, or which component.
type Columns map[Column]string

// MarshalJSON writes the columns from left to right.
func (c Columns) MarshalJSON() ([]byte, error) { return marshalColumns(c) }

// UnmarshalJSON reads an object whose keys are columns. Two keys for one column
// are an error, since one of them would be lost.
func (c *Columns) UnmarshalJSON(data []byte) (err error) {
	*c, err = unmarshalColumns[string](data)
	return err
}

// Alternatives lists, by column, other organizations that a mark may belong to.
type Alternatives map[Column][]string

// MarshalJSON writes the columns from left to right.
func (a Alternatives) MarshalJSON() ([]byte, error) { return marshalColumns(a) }

// UnmarshalJSON reads an object as [Columns.UnmarshalJSON] does.
func (a *Alternatives) UnmarshalJSON(data []byte) (err error) {
	*a, err = unmarshalColumns[[]string](data)
	return err
}

func unmarshalColumns[V any](data []byte) (map[Column]V, error) {
	var values map[string]V
	if err := json.Unmarshal(data, &values); err != nil {
		return nil, err
	}
	m := make(map[Column]V, len(values))
	for _, key := range SortedKeys(values) {
		var column Column
		if err := column.UnmarshalText([]byte(key)); err != nil {
			return nil, err
		}
		if _, twice := m[column]; twice {
			return nil, said.Errorf("%q names column %d, which another key names too; keep one", key, column)
		}
		m[column] = values[key]
	}
	return m, nil
}

func marshalColumns[V any](m map[Column]V) ([]byte, error) {
	b := []byte{'{'}
	for i, column := range SortedKeys(m) {
		if i > 0 {
			b = append(b, ',')
		}
		value, err := json.Marshal(m[column])
		if err != nil {
			return nil, err
		}
		b = append(fmt.Appendf(b, `"%d":`, column), value...)
	}
	return append(b, '}'), nil
}

// Lines is a range of lines, both ends in it. A Last of 0 means to the end of
// the table; the zero Lines is no line at all.
type Lines struct{ First, Last int }

// Contains reports whether line is in the range.
func (l Lines) Contains(line int) bool {
	return l.First > 0 && l.First <= line && (l.Last == 0 || line <= l.Last)
}

// UnmarshalJSON reads 7, "7", "7-9" or "7-".
func (l *Lines) UnmarshalJSON(data []byte) error {
	s := strings.Trim(string(data), `"`)
	from, to, isRange := strings.Cut(s, "-")
	first, err := strconv.Atoi(strings.TrimSpace(from))
	last := first
	if isRange {
		last = 0
		if to = strings.TrimSpace(to); err == nil && to != "" {
			last, err = strconv.Atoi(to)
		}
	}
	if err != nil || first < 1 || (last != 0 && last < first) {
		return said.Errorf("%q is not a range of lines; write 7, 7-9 or 7-", s)
	}
	*l = Lines{first, last}
	return nil
}

// MarshalJSON writes the range as a string.
func (l Lines) MarshalJSON() ([]byte, error) { return json.Marshal(l.String()) }

// String returns the range as it is written.
func (l Lines) String() string {
	switch l.Last {
	case l.First:
		return strconv.Itoa(l.First)
	case 0:
		return fmt.Sprintf("%d-", l.First)
	}
	return fmt.Sprintf("%d-%d", l.First, l.Last)
}

// Items is a task's ID, or a range "a..b" of the IDs from a to b in the order
// of graph.Compare, both ends in it. A task whose own ID has that form is in it
// too.
type Items string

// Contains reports whether the task called id is in the range.
func (i Items) Contains(id string) bool {
	first, last, isRange := strings.Cut(string(i), "..")
	if id == string(i) || !isRange {
		return id == string(i)
	}
	return graph.Compare(first, id) <= 0 && graph.Compare(id, last) <= 0
}

// ItemList is a list of items. One alone may be written without brackets.
type ItemList []Items

// UnmarshalJSON reads "a", or a list of such.
func (l *ItemList) UnmarshalJSON(data []byte) error {
	var one Items
	if json.Unmarshal(data, &one) == nil {
		*l = ItemList{one}
		return nil
	}
	return json.Unmarshal(data, (*[]Items)(l))
}

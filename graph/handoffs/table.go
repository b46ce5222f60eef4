package handoffs

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
	"tasuki/graph/spelling"
)

// maxAbove is how many rows may stand above the headings.
const maxAbove = 100

// exampleWords begin the flow of a row that shows how the table is filled in, and
// that is no handoff.
var exampleWords = []string{"(example)", "(例)"}

// Read returns the handoffs that a table states, whose rows stand at a place: its file
// and sheet. Headings may stand in any order, below a title, and in any case and width;
// rows above them are passed over, and so are columns under other headings, which
// Notes name. Faults of the rows are [graph.Problems]; other errors are those of rows.
func Read(rows table.Rows, at graph.Source) (Stated, error) {
	r := reader{Stated: Stated{at: at}}
	for row, err := range rows {
		if err != nil {
			return Stated{}, err
		}
		if !r.row(row) {
			break
		}
	}
	r.finish()
	return r.Stated, r.faults.Problems().Err()
}

// reader reads a table of handoffs row by row.
type reader struct {
	Stated
	found    columns // once they are whole
	best     columns // of the rows above, the one with the most known headings
	seen     bool    // any text
	examples []string
	notes    []string // rows with nothing but what stands under other headings
	faults   graph.Collector
}

func (r *reader) fault(line, column int, value, format string, args ...any) {
	r.faults.Add(graph.Problem{Source: r.source(line, column), Value: value}.Saying(format, args...))
}

// row reads the next row, and reports whether the rest is worth reading.
func (r *reader) row(row table.Row) bool {
	if table.IsEmpty(row) {
		return true
	}
	r.seen = true
	if r.found.line > 0 {
		r.entry(row)
		if len(r.Entries) > graph.MaxHandoffs {
			r.fault(row.Line, 0, strconv.Itoa(len(r.Entries)), "are too many handoffs: a dataset has at most %d; split it into several datasets", graph.MaxHandoffs)
			return false
		}
		return true
	}
	c := columnsOf(row)
	if c.whole() {
		r.found = c
		for _, twice := range c.twice {
			f, _ := fieldOf(twice.text)
			r.fault(twice.line, twice.column, twice.text, "is a second heading of the column %s; keep one", f.name())
		}
		return true
	}
	if r.best.line == 0 || c.known() > r.best.known() {
		r.best = c
	}
	return row.Line <= maxAbove
}

// entry reads a row below the headings.
func (r *reader) entry(row table.Row) {
	e := Entry{line: row.Line}
	filled := 0
	for f, column := range r.found.of {
		if column == 0 {
			continue
		}
		e.cells[f] = cell{text: strings.TrimSpace(row.Cell(column)), line: row.Line, column: column}
		if !e.cells[f].empty() {
			filled++
		}
	}
	switch {
	case isExample(e.cells[flowField].text):
		r.examples = append(r.examples, strconv.Itoa(row.Line))
	case filled == 0 || filled == 1 && row.Copied(r.found.of[flowField]):
		r.notes = append(r.notes, strconv.Itoa(row.Line))
	case columnsOf(row).whole():
		// Headings are printed again on each page.
	default:
		r.Entries = append(r.Entries, e)
	}
}

func isExample(flow string) bool {
	flow = spelling.Folded(flow)
	return slices.ContainsFunc(exampleWords, func(word string) bool { return strings.HasPrefix(flow, word) })
}

// finish says what was left out, and what is wrong with the table as a whole.
func (r *reader) finish() {
	assume := func(format string, args ...any) { r.Notes = append(r.Notes, said.Notef(format, args...)) }
	switch {
	case r.found.line == 0 && !r.seen:
		assume("handoffs: %s is empty, so it states no handoff", r.name())
	case r.found.line == 0:
		r.noHeadings()
	}
	if len(r.examples) > 0 {
		assume("handoffs: row %s of %s is an example, as its flow begins with %s, and is left out; give it another flow to have it read", few(r.examples), r.name(), quote(exampleWords[0]))
	}
	if len(r.notes) > 0 {
		assume("handoffs: row %s of %s holds nothing under the headings of a handoff, and is left out", few(r.notes), r.name())
	}
	if len(r.found.unknown) > 0 {
		assume("handoffs: what stands under %s in %s is not read, since no field of a handoff is called so", table.FirstOf(r.found.unknown), r.name())
	}
	r.withoutFlow()
}

// noHeadings says what the headings lack.
func (r *reader) noHeadings() {
	const all = "flow, from, to, kind, what, minutes, basis, inferred"
	for _, f := range []field{fromField, toField} {
		if r.best.of[f] == 0 && r.best.known() > 0 {
			r.fault(r.best.line, 0, strings.Join(r.best.unknown, ", "), "the heading %s is missing in this row; a table of handoffs has the headings %s, of which from and to must be there", f.name(), all)
		}
	}
	if r.best.known() == 0 {
		r.fault(r.best.line, 0, strings.Join(r.best.unknown, ", "), "no row of this table of handoffs has its headings; they are %s, of which from and to must be there; tasuki propose handoffs writes such a table; if this is a matrix, give it another name", all)
	}
}

// withoutFlow says which handoffs belong to no flow: all of a table, or it is a fault.
func (r *reader) withoutFlow() {
	var rows []*Entry
	for i := range r.Entries {
		if e := &r.Entries[i]; e.cells[flowField].empty() {
			rows = append(rows, e)
		}
	}
	switch {
	case len(rows) == 0:
	case len(rows) == len(r.Entries):
		r.Notes = append(r.Notes, said.Notef("handoffs: %s names no flow, so its handoffs (%d) belong to none, and no way through them is known; name one in a column flow", r.name(), len(rows)))
	default:
		for _, e := range rows {
			r.fault(e.line, r.found.of[flowField], "", "the flow is missing, and other rows name theirs; write it into each row")
		}
	}
}

func quote(s string) string { return strconv.Quote(s) }

// few lists the first of some lines, and says how many more there are.
func few(list []string) said.Note {
	const shown = 5
	if len(list) <= shown {
		return said.Notef("%s", strings.Join(list, ", "))
	}
	return said.Notef("%s and %d more", strings.Join(list[:shown], ", "), len(list)-shown)
}

package evaluation

import (
	"slices"
	"time"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/xlsx"
	"tasuki/graph/said"
	"tasuki/render/drillpack"
)

// Options say what holds where an evaluation says nothing.
type Options struct {
	Date   string // of the drill, as 2026-03-04; "": every evaluation says it
	Number int    // of the drill; 0: as the evaluation says
	Latest string // the last time that is not in the future, as a record writes it
}

// Result is what filled-in evaluations say.
type Result struct {
	Entries []drill.Entry
	Empty   int         // rows of handoffs that were not filled in
	Notes   []said.Note // what was taken for granted
}

// Reader reads evaluations of drills of the flows of a graph.
type Reader struct {
	Result
	o        Options
	words    vocabulary
	declared map[string]flowHandoffs
	flows    []string
	seen     map[drill.Entry]graph.Source
	faults   graph.Collector
}

// flowHandoffs are the handoffs of a flow.
type flowHandoffs struct {
	exact  map[string][2]string // by their label
	ends   map[string][2]string // by the key of their label; two empty IDs where several have it
	labels []string
}

// named returns the ends of the handoff that a cell names: by its label, or else by the key
// of its label where no other has it.
func (h flowHandoffs) named(label string) ([2]string, bool) {
	ends, ok := h.exact[label]
	if !ok {
		ends = h.ends[handoffKey(label)]
	}
	return ends, ends != [2]string{}
}

// NewReader returns a reader that has read nothing yet.
func NewReader(g *graph.Graph, o Options) *Reader {
	r := &Reader{o: o, words: vocabularyOf(), declared: map[string]flowHandoffs{}, seen: map[drill.Entry]graph.Source{}}
	for _, f := range g.Flows() {
		h := flowHandoffs{exact: map[string][2]string{}, ends: map[string][2]string{}}
		for _, x := range f.Handoffs {
			label, ends := drillpack.HandoffLabel(x.From, x.To), [2]string{x.From, x.To}
			if _, again := h.exact[label]; again {
				continue
			}
			h.exact[label], h.labels = ends, append(h.labels, label)
			key := handoffKey(label)
			if _, taken := h.ends[key]; taken {
				ends = [2]string{}
			}
			h.ends[key] = ends
		}
		r.declared[f.ID], r.flows = h, append(r.flows, f.ID)
	}
	return r
}

// Read reads a file: every sheet that is not hidden and has the headings of an evaluation. The
// error says why it cannot be read; faults of its cells are kept for [Reader.Err].
func (r *Reader) Read(f table.File, name string) error {
	var book table.Book
	since1904, stored := false, false
	as, err := formats.Holds(f, name)
	switch {
	case err == nil && as.Name == "xlsx":
		stored = true
		book, since1904, err = xlsx.Stored(f)
	default:
		book, err = formats.Open(f, name, "")
	}
	if err != nil {
		return said.Errorf("reading the evaluation %q: %w", name, err)
	}
	r.Notes = append(r.Notes, book.Assumptions...)
	found := false
	for _, s := range book.Sheets {
		if s.Hidden {
			continue
		}
		p := page{Reader: r, at: graph.Source{File: name, Sheet: s.Name}, stored: stored, since1904: since1904, number: r.o.Number}
		if err := p.read(table.Named(name, s.Rows)); err != nil {
			return err
		}
		found = found || p.head != nil
	}
	if !found {
		return said.Errorf("%q is no evaluation: no visible sheet has a row with the headings %q and %q, in English or Japanese; fill in evaluation.xlsx or evaluation.csv of a pack", name, drillpack.HandoffField, drillpack.OutcomeField)
	}
	return nil
}

// Err returns every fault of the cells that were read.
func (r *Reader) Err() error { return r.faults.Problems().Err() }

// headingWithin is how many rows are looked at for the heading.
const headingWithin = 30

// page is a sheet that is read.
type page struct {
	*Reader
	at        graph.Source // the file and the sheet
	stored    bool         // numbers stand as they are stored: a time is a part of a day
	since1904 bool
	head      heading
	row       table.Row

	base, day time.Time // the last date that was written, and the day on which the rows are now
	last      time.Time // when the row before was; the zero time: none of this date says
	before    time.Time // when the last row with a time was, of any date
	written   int       // the minute after midnight that the date of this row says; -1: none
	evaluator string
	number    int
}

// read reads the rows of a sheet; one without a heading says nothing.
func (p *page) read(rows table.Rows) error {
	if p.o.Date != "" {
		p.setDay(p.o.Date)
	}
	n := 0
	for row, err := range rows {
		if err != nil {
			return err
		}
		p.row = row
		if p.head != nil {
			if !table.IsEmpty(row) {
				p.entry()
			}
			continue
		}
		if n++; n > headingWithin {
			return nil
		}
		h, twice, ok := p.words.headingOf(row)
		if !ok {
			p.above(h)
			continue
		}
		p.head = h
		for _, c := range twice {
			p.faultAt(c, "heads two columns; keep one of both")
		}
		if h[drillpack.FlowField] == 0 {
			p.faultAt(h[drillpack.HandoffField], "is a heading beside which there is none for the flow; keep the columns of the evaluation")
		}
	}
	return nil
}

// above takes what stands above the heading: the name of a column, and its value beside it.
func (p *page) above(h heading) {
	for _, f := range []drillpack.EvaluationField{drillpack.DateField, drillpack.NumberField, drillpack.EvaluatorField} {
		if c := h[f]; c > 0 {
			p.head = heading{f: c + 1}
			p.carried()
			p.head = nil
		}
	}
}

// faultAt notes a fault of a cell.
func (p *page) faultAt(column int, format string, args ...any) {
	at := p.at
	at.Line, at.Column = p.row.Line, column
	p.faults.Add(graph.Problem{Source: at, Value: p.row.Cell(column)}.Saying(format, args...))
}

// fault notes a fault of the cell of a field.
func (p *page) fault(f drillpack.EvaluationField, why error) {
	at := p.at
	at.Line, at.Column = p.row.Line, p.head[f]
	format, args := said.Form(why)
	p.faults.Add(graph.Problem{Source: at, Value: p.row.Cell(p.head[f])}.Saying(format, args...))
}

// text returns the text of a field on one line.
func (p *page) text(f drillpack.EvaluationField) string {
	if c := p.head[f]; c > 0 {
		return oneLine(p.row.Cell(c))
	}
	return ""
}

// filled reports whether one of some fields is filled in.
func (p *page) filled(list ...drillpack.EvaluationField) bool {
	return slices.ContainsFunc(list, func(f drillpack.EvaluationField) bool { return p.text(f) != "" })
}

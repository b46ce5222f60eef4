package matrix

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/graph"
)

// Record is one task of a matrix with its marks.
type Record struct {
	Task  graph.Task
	Marks []graph.Assignment // by column; valid until the next record
	// Headings is the path of the headings over the task, for a block that
	// names category columns.
	Headings []string
}

// Scan reads the matrix called file from rows as r says. It hands each task to
// emit, which may be nil, and returns the account of the rows and marks it
// saw. When anything cannot be read the error is graph.Problems with every
// fault, and what was emitted must be thrown away. Scan
// takes time in proportion to the cells and, besides one row, memory for the
// IDs of the tasks.
func Scan(rows Rows, r Reading, file string, emit func(Record) error) (graph.Account, error) {
	s, err := newScanner(r, file, emit)
	if err != nil {
		return graph.Account{}, err
	}
	return s.run(rows)
}

func (s *scanner) run(rows Rows) (graph.Account, error) {
	for row, err := range rows {
		if err != nil {
			return graph.Account{}, err
		}
		if err := s.row(row); err != nil {
			return graph.Account{}, err
		}
		if s.failed != nil {
			return graph.Account{}, s.failed
		}
		if s.hopeless() {
			s.fault(row.Line, 0, "", "the rest is not looked at, since there are more than %d problems; correct the reading, or name another sheet", maxFaults)
			return graph.Account{}, s.problems.Problems().Err()
		}
	}
	return s.finish()
}

// hopeless reports whether a table is not worth reading to its end.
func (s *scanner) hopeless() bool { return s.problems.Count() > maxFaults }

type scanner struct {
	reading     Reading
	file        string
	emit        func(Record) error
	glyphs      glyphTable
	corrections *corrections
	blocks      []*blockState
	supplies    []supplyState
	seen        map[string]int // task -> line
	numbers     map[string]int // label of several tasks -> the last number behind it
	setAside    map[int]bool   // position in Reading.Rejected -> whether it rejected a row
	alone       map[int]int    // line -> the first position in Reading.Rejected that names it alone
	ranges      []int          // the other positions
	buffer      []graph.Assignment
	failed      error // a limit that was passed
	copied      int   // marks that merged ranges copied
	kept        int   // cells of turned blocks
	withMarks   map[string]bool
	account     graph.Account
	problems    graph.Collector
}

// blockState is what a block remembers from row to row.
type blockState struct {
	Block
	area     Column            // the first column of marks
	printed  map[Column]place  // where marks belong by the headings
	columnOf map[string]Column // organization -> its first column
	headings map[Column]string // column -> the text printed over it
	columns  []Column          // of organizations, sorted; nil until they are needed
	ignored  map[Column]bool   // the columns of Block.Ignored
	free     []Column          // those from area on that are nothing's; nil until they are needed
	used     map[Column]bool   // columns that a mark was read from
	carried  []string          // the headings in force over the next row
	turned   []Row             // the rows of a turned block, kept until its end
}

func newScanner(r Reading, file string, emit func(Record) error) (*scanner, error) {
	if err := r.check().Err(); err != nil {
		return nil, err
	}
	s := &scanner{
		reading: r, file: file, emit: emit,
		glyphs:      r.Glyphs.table(),
		corrections: newCorrections(r.Rows),
		seen:        map[string]int{},
		numbers:     map[string]int{},
		setAside:    map[int]bool{},
		alone:       map[int]int{},
		withMarks:   map[string]bool{},
		account:     graph.Account{WithoutMarks: []string{}, UnusedHeadings: []graph.Heading{}},
	}
	for _, b := range r.Blocks {
		state := &blockState{Block: b, printed: printedPlaces(b), columnOf: map[string]Column{}, headings: map[Column]string{}, used: map[Column]bool{}, ignored: map[Column]bool{}, carried: make([]string, len(b.Category))}
		for _, column := range b.Ignored {
			state.ignored[column] = true
		}
		for _, column := range slices.Backward(sortedKeys(b.Columns)) {
			state.area, state.columnOf[b.Columns[column]] = column, column
		}
		s.blocks = append(s.blocks, state)
	}
	for i, k := range r.Rejected {
		if _, known := s.alone[k.Lines.First]; k.Lines.First != k.Lines.Last {
			s.ranges = append(s.ranges, i)
		} else if !known {
			s.alone[k.Lines.First] = i
		}
	}
	for _, b := range r.Supplies {
		s.supplies = append(s.supplies, supplyState{SupplyBlock: b})
	}
	return s, nil
}

func (s *scanner) at(line int, column Column) graph.Source {
	return graph.Source{File: s.file, Sheet: s.reading.Sheet, Line: line, Column: int(column)}
}

func (s *scanner) fault(line int, column Column, value, format string, args ...any) {
	s.problems.Add(graph.Problem{Source: s.at(line, column), Value: cut(value, maxQuoted), Kind: format, Message: fmt.Sprintf(format, args...)})
}

func (s *scanner) row(row Row) error {
	if found, err := s.heading(row); found || err != nil {
		return err
	}
	for _, b := range s.blocks {
		if b.Lines.Contains(row.Line) {
			return s.blockRow(b, row)
		}
	}
	for i := range s.supplies {
		if b := &s.supplies[i]; b.Lines.Contains(row.Line) || b.Headings.Contains(row.Line) {
			if b.Lines.Contains(row.Line) {
				s.supplyRow(b, row)
			}
			return nil
		}
	}
	s.outside(row)
	return nil
}

// heading notes the headings of a row for each block that they stand over, and
// reports whether there is any.
func (s *scanner) heading(row Row) (found bool, err error) {
	for _, b := range s.blocks {
		if !b.Headings.Contains(row.Line) {
			continue
		}
		found = true
		if b.Turned {
			if err := s.keep(b, row); err != nil {
				return true, err
			}
		}
		for i := range row.Cells {
			if text := fold(row.Cells[i]); text != "" {
				b.headings[Column(i+1)] = text
			}
		}
		for _, span := range row.Merged {
			if row.Line != max(span.Top, b.Headings.First) {
				continue // noted in the first line of both
			}
			for _, column := range b.columnsIn(span, row) {
				b.headings[column] = fold(span.Text)
			}
		}
	}
	return found, nil
}

// columnsIn returns the columns of organizations whose cells a merged range
// fills in a row.
func (b *blockState) columnsIn(span Span, row Row) []Column {
	if b.columns == nil {
		b.columns = sortedKeys(b.Columns)
	}
	return within(b.columns, span, row)
}

// within returns those of some sorted columns whose cells a merged range fills in
// a row.
func within(columns []Column, span Span, row Row) []Column {
	first, _ := slices.BinarySearch(columns, Column(span.First))
	last, _ := slices.BinarySearch(columns, Column(span.Last+1))
	return slices.DeleteFunc(slices.Clone(columns[first:last]), func(c Column) bool { return row.own(int(c)) != "" })
}

func (s *scanner) blockRow(b *blockState, row Row) error {
	switch {
	case isEmpty(row):
		return nil
	case s.rejected(row.Line):
		s.account.Rows.In++
		s.account.Rows.Rejected++
		s.outside(row)
		return nil
	case b.Turned:
		return s.keep(b, row)
	}
	return s.task(b, row, s.place(b, row))
}

// outside notes the glyphs of a row that belongs to no block or is rejected:
// nothing is dropped in silence.
func (s *scanner) outside(row Row) {
	for i, cell := range row.Cells {
		if cell == "" || len(s.account.Outside) >= maxOutside {
			continue
		}
		if m, ok := s.glyphs.read(cell); ok && m.role != "" && isSymbol(foldGlyph(cell)) {
			at := s.at(row.Line, Column(i+1))
			at.Mark = fold(cell)
			s.account.Outside = append(s.account.Outside, at)
		}
	}
}

func (s *scanner) finish() (graph.Account, error) {
	for _, b := range s.blocks {
		if b.Turned {
			if err := s.turnedBlock(b); err != nil {
				return graph.Account{}, err
			}
		}
		s.account.UnusedHeadings = append(s.account.UnusedHeadings, s.unusedHeadings(b)...)
	}
	s.problems.AddAll(s.corrections.unused())
	s.rejectedNone()
	if err := s.problems.Problems().Err(); err != nil {
		return graph.Account{}, err
	}
	for _, o := range s.reading.Organizations {
		if !s.withMarks[o.ID] {
			s.account.WithoutMarks = append(s.account.WithoutMarks, o.ID)
		}
	}
	slices.SortFunc(s.account.WithoutMarks, graph.Compare)
	s.account.Supplies = s.supplyCount()
	s.account.Assumptions = s.reading.Assumptions
	s.account.Sort()
	return s.account, nil
}

// unusedHeadings returns the headings of columns of organizations that no mark
// was read from, by column.
func (s *scanner) unusedHeadings(b *blockState) []graph.Heading {
	var unused []graph.Heading
	for _, column := range sortedKeys(b.Columns) {
		if b.used[column] {
			continue
		}
		text, at := b.headings[column], s.at(b.Headings.Last, column)
		if b.Turned {
			at = s.at(int(column), b.Label)
		}
		unused = append(unused, graph.Heading{Text: text, Organization: b.Columns[column], Source: at})
	}
	return unused
}

// fold turns every run of white space, line breaks among it, into one space.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

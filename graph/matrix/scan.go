package matrix

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/table"
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
func Scan(rows table.Rows, r Reading, file string, emit func(Record) error) (graph.Account, error) {
	s, err := NewScanner(r, file, emit)
	if err != nil {
		return graph.Account{}, err
	}
	return s.run(rows)
}

func (s *Scanner) run(rows table.Rows) (graph.Account, error) {
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
			s.fault(row.Line, 0, "", "the rest is not looked at, since there are more than %d problems; correct the reading, or name another sheet", MaxFaults)
			return graph.Account{}, s.problems.Problems().Err()
		}
	}
	return s.finish()
}

// hopeless reports whether a table is not worth reading to its end.
func (s *Scanner) hopeless() bool { return s.problems.Count() > MaxFaults }

// Scanner applies a reading to the rows of a matrix, one by one.
type Scanner struct {
	Reading     Reading
	file        string
	emit        func(Record) error
	Glyphs      cell.Table
	Corrections *corrections
	Blocks      []*blockState
	supplies    []supplyState
	Seen        map[string]int // task -> line
	numbers     map[string]int // label of several tasks -> the last number behind it
	setAside    map[int]bool   // position in Reading.Rejected -> whether it rejected a row
	alone       map[int]int    // line -> the first position in Reading.Rejected that names it alone
	ranges      []int          // the other positions
	buffer      []graph.Assignment
	failed      error // a limit that was passed
	copied      int   // marks that merged ranges copied
	kept        int   // cells of turned blocks
	withMarks   map[string]bool
	asides      asides
	spelled     map[string]string // spelling -> organization; nil until it is needed
	doubles     doubles
	account     graph.Account
	problems    graph.Collector
}

// blockState is what a block remembers from row to row.
type blockState struct {
	Block
	area      Column            // the first column of marks
	printed   map[Column]place  // where marks belong by the headings
	columnOf  map[string]Column // organization -> its first column
	headings  map[Column]string // column -> the text printed over it
	columns   []Column          // of organizations, sorted; nil until they are needed
	ignored   map[Column]bool   // the columns of Block.Ignored
	free      []Column          // those from area on that are nothing's; nil until they are needed
	used      map[Column]bool   // columns that a mark was read from
	carried   []string          // the headings in force over the next row
	bandLevel map[int]int       // line -> the level of its band
	over      []string          // the bands in force over the next row, by level
	kept      []table.Row       // the rows of a turned or long block, until the end
	naming    map[Column]bool   // columns whose cells name organizations
}

// NewScanner returns a scanner for a reading, which it checks first.
func NewScanner(r Reading, file string, emit func(Record) error) (*Scanner, error) {
	if err := r.Check().Err(); err != nil {
		return nil, err
	}
	s := &Scanner{
		Reading: r, file: file, emit: emit,
		Glyphs:      r.Glyphs.Table(),
		Corrections: newCorrections(r.Rows),
		Seen:        map[string]int{},
		numbers:     map[string]int{},
		setAside:    map[int]bool{},
		alone:       map[int]int{},
		withMarks:   map[string]bool{},
		account:     graph.Account{WithoutMarks: []string{}, UnusedHeadings: []graph.Heading{}},
	}
	for _, b := range r.Blocks {
		state := &blockState{Block: b, printed: printedPlaces(b), columnOf: map[string]Column{}, headings: map[Column]string{}, used: map[Column]bool{}, ignored: map[Column]bool{}, bandLevel: map[int]int{}, carried: make([]string, len(b.Category))}
		for _, column := range b.Ignored {
			state.ignored[column] = true
		}
		for _, column := range slices.Backward(SortedKeys(b.Columns)) {
			state.area, state.columnOf[b.Columns[column]] = column, column
		}
		state.nameColumns()
		for _, band := range b.Bands {
			state.bandLevel[band.Line] = max(band.Level, 1)
		}
		s.Blocks = append(s.Blocks, state)
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

func (s *Scanner) at(line int, column Column) graph.Source {
	return graph.Source{File: s.file, Sheet: s.Reading.Sheet, Line: line, Column: int(column)}
}

func (s *Scanner) fault(line int, column Column, value, format string, args ...any) {
	s.problems.Add(graph.Problem{Source: s.at(line, column), Value: table.Cut(value, maxQuoted)}.Saying(format, args...))
}

func (s *Scanner) row(row table.Row) error {
	if row.Aside != nil {
		s.besides(row)
	}
	if found, err := s.heading(row); err != nil || found && !s.beside(row) {
		return err
	}
	if s.beside(row) {
		return s.besideRow(row)
	}
	for _, b := range s.Blocks {
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
func (s *Scanner) heading(row table.Row) (found bool, err error) {
	for _, b := range s.Blocks {
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
			if text := Fold(row.Cells[i]); text != "" {
				b.headings[Column(i+1)] = text
			}
		}
		for _, span := range row.Merged {
			if row.Line != max(span.Top, b.Headings.First) {
				continue // noted in the first line of both
			}
			for _, column := range b.columnsIn(span, row) {
				b.headings[column] = Fold(span.Text)
			}
		}
	}
	return found, nil
}

// columnsIn returns the columns of organizations whose cells a merged range
// fills in a row.
func (b *blockState) columnsIn(span table.Span, row table.Row) []Column {
	if b.columns == nil {
		b.columns = SortedKeys(b.Columns)
	}
	return within(b.columns, span, row)
}

// within returns those of some sorted columns whose cells a merged range fills in
// a row.
func within(columns []Column, span table.Span, row table.Row) []Column {
	first, _ := slices.BinarySearch(columns, Column(span.First))
	last, _ := slices.BinarySearch(columns, Column(span.Last+1))
	return slices.DeleteFunc(slices.Clone(columns[first:last]), func(c Column) bool { return row.Own(int(c)) != "" })
}

func (s *Scanner) blockRow(b *blockState, row table.Row) error {
	switch {
	case table.IsEmpty(row):
		return nil
	case s.Rejected(row.Line):
		s.account.Rows.In++
		s.account.Rows.Rejected++
		s.outside(row)
		return nil
	case s.band(b, row):
		return nil
	case b.Turned || b.Party > 0:
		return s.keep(b, row)
	case s.Nameless(b, row):
		s.leave(b, row)
		return nil
	}
	return s.task(b, row, s.Place(b, row))
}

// outside notes the glyphs of a row that belongs to no block or is rejected:
// nothing is dropped in silence.
func (s *Scanner) outside(row table.Row) {
	for i, text := range row.Cells {
		if text == "" || len(text) > maxSign || len(s.account.Outside) >= maxOutside {
			continue
		}
		if c, ok := s.Glyphs.Read(text); ok && c.IsMark() && cell.IsSymbol(text) {
			at := s.at(row.Line, Column(i+1))
			at.Mark = Fold(text)
			s.account.Outside = append(s.account.Outside, at)
		}
	}
}

func (s *Scanner) finish() (graph.Account, error) {
	for _, b := range s.Blocks {
		if err := s.finishBlock(b); err != nil {
			return graph.Account{}, err
		}
		s.account.UnusedHeadings = append(s.account.UnusedHeadings, s.unusedHeadings(b)...)
	}
	s.problems.AddAll(s.Corrections.unused())
	s.rejectedNone()
	if err := s.problems.Problems().Err(); err != nil {
		return graph.Account{}, err
	}
	for _, o := range s.Reading.Organizations {
		if !s.withMarks[o.ID] {
			s.account.WithoutMarks = append(s.account.WithoutMarks, o.ID)
		}
	}
	slices.SortFunc(s.account.WithoutMarks, graph.Compare)
	s.account.Supplies = s.supplyCount()
	s.account.Assumptions = slices.Concat(s.withAsides(), s.doubles.assumptions())
	s.account.Sort()
	return s.account, nil
}

// finishBlock reads a block whose rows had to be kept.
func (s *Scanner) finishBlock(b *blockState) error {
	switch {
	case b.Turned:
		return s.turnedBlock(b)
	case b.Party > 0:
		return s.longBlock(b)
	}
	return nil
}

// Fold turns every run of white space, line breaks among it, into one space.
func Fold(s string) string { return strings.Join(strings.Fields(s), " ") }

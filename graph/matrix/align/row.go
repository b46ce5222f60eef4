package align

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

// rowFit is a row with marks.
type rowFit struct {
	id    string
	marks []printedMark // by column
	texts []int         // the columns of the texts left of the marks
	text  int           // the last of them that belongs to the row's text, or 0
	timed bool          // that text is a timing word
	push  int           // how far that text stands right of where it usually does
	under bool          // a text stands where a heading expects marks
	alike float64       // the share of the table's rows with the same marks, wherever they stand

	placements []placement
	posterior  []float64 // of each placement
	novel      []float64 // how likely the placement's pattern is none of the table
}

// printedMark is a mark where it is printed.
type printedMark struct {
	column int
	role   graph.Role
}

// readAlignRows returns, by block, the rows that have marks and no correction,
// and the IDs of all tasks, sorted. A reading with faults gives none: Import
// reports them.
func readAlignRows(rows []table.Row, r matrix.Reading) (read [][]*rowFit, ids []string) {
	read = make([][]*rowFit, len(r.Blocks))
	s, err := matrix.NewScanner(r, "", nil)
	if err != nil {
		return read, nil
	}
	for _, row := range rows {
		i := slices.IndexFunc(r.Blocks, func(b matrix.Block) bool { return b.Lines.Contains(row.Line) && !b.Headings.Contains(row.Line) })
		if i < 0 || r.Blocks[i].Turned || table.IsEmpty(row) || s.Rejected(row.Line) || r.Blocks[i].HasBand(row.Line) || s.Nameless(s.Blocks[i], row) {
			continue
		}
		id := s.Place(s.Blocks[i], row).ID
		s.Seen[id] = row.Line
		ids = append(ids, id)
		if !r.Blocks[i].CanDrift() || len(s.Corrections.Of(id)) > 0 {
			continue
		}
		if a := alignRow(s, r.Blocks[i], row); len(a.marks) > 0 {
			a.id = id
			read[i] = append(read[i], a)
		}
	}
	for i, block := range read {
		setPushes(r.Blocks[i], block)
	}
	slices.SortFunc(ids, graph.Compare)
	return read, ids
}

func alignRow(s *matrix.Scanner, b matrix.Block, row table.Row) *rowFit {
	named := append([]matrix.Column{b.Item, b.Label, b.Timing}, slices.Concat(b.Category, b.Ignored)...)
	a := &rowFit{}
	for i, cell := range row.Cells {
		column := i + 1
		text := matrix.Fold(cell)
		if text == "" {
			continue
		}
		c, ok := s.Glyphs.Read(cell)
		switch {
		case ok && !c.IsMark():
		case ok && !slices.Contains(named, matrix.Column(column)):
			a.marks = append(a.marks, printedMark{column, c.Role()})
		case len(a.marks) == 0:
			a.texts = append(a.texts, column)
			a.text = column
			_, a.timed = s.Reading.Timings[text]
		}
	}
	return a
}

// setPushes compares the end of each row's text with where it usually is in
// the block, rows with and without a timing word apart. A text that stands
// apart from the usual ones is not the row's text, but a cell to be read.
func setPushes(b matrix.Block, rows []*rowFit) {
	usual := map[bool]int{true: usualEnd(rows, true), false: usualEnd(rows, false)}
	for _, a := range rows {
		end := usual[a.timed]
		if slices.Contains(a.texts, end) {
			for slices.Contains(a.texts, end+1) {
				end++
			}
			a.text = end
		}
		a.push = a.text - usual[a.timed]
		a.under = slices.ContainsFunc(a.texts, func(column int) bool {
			_, expected := b.Columns[matrix.Column(column)]
			return expected && column <= a.text
		})
	}
}

// setAlike works out the shares of rows with the same marks.
func setAlike(blocks []*alignBlock) {
	count, total := map[string]float64{}, 0.0
	for _, b := range blocks {
		for _, a := range b.rows {
			count[a.roles()]++
			total++
		}
	}
	for _, b := range blocks {
		for _, a := range b.rows {
			a.alike = count[a.roles()] / total
		}
	}
}

func (a *rowFit) roles() string {
	s := ""
	for _, m := range a.marks {
		s += string(m.role) + " "
	}
	return s
}

// usualEnd returns the most frequent column in which the text of rows with, or
// without, a timing word ends, the leftmost of several, or 0.
func usualEnd(rows []*rowFit, timed bool) int {
	count := map[int]int{}
	for _, a := range rows {
		if a.timed == timed {
			count[a.text]++
		}
	}
	usual := 0
	for _, column := range matrix.SortedKeys(count) {
		if count[column] > count[usual] {
			usual = column
		}
	}
	return usual
}

// usualText returns the column before that of the first marks: of rows with a
// timing word when these are the most.
func usualText(rows []*rowFit) int {
	timed := 0
	for _, a := range rows {
		if a.timed {
			timed++
		}
	}
	return usualEnd(rows, 2*timed > len(rows))
}

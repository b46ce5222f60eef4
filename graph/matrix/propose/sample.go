package propose

import (
	"context"
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/formats"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// ProposeFile makes a reading as [Propose] does for the matrix in f, whose name
// says its format. Of each sheet of a workbook, or of the one that o names, it
// looks at the first rows: see limit.go. A matrix that goes on behind them is
// taken to go on alike.
func ProposeFile(ctx context.Context, f table.File, name string, o ProposeOptions) (matrix.Reading, error) {
	tables, assumptions, err := openTables(f, name, o)
	if err != nil {
		return matrix.Reading{}, err
	}
	s := &sampler{cells: sampleCells, text: sampleText}
	c, sheets := choice{}, []Sheet(nil)
	ends := map[string]int{}
	formulas := unvalued{file: name}
	for _, t := range tables {
		if len(tables) > 1 && s.spent() {
			return matrix.Reading{}, said.Errorf("proposing a reading of %q: its sheets hold more than the %d cells or %d MiB of text that are searched for a matrix; name one of the %d sheets with --sheet", name, sampleCells, sampleText>>20, len(tables))
		}
		rows, end, err := s.sample(ctx, t.Rows)
		if err != nil {
			return matrix.Reading{}, err
		}
		if end > 0 {
			ends[t.Name] = end
		}
		sheets = append(sheets, Sheet{Name: t.Name, Rows: rows})
		formulas.add(t.Name, rows)
	}
	for _, sheet := range explained(sheets) {
		c.add(sheet)
	}
	draft, err := c.reading(name, o.Sheet, len(tables))
	if faults := formulas.in(draft.Sheet, err == nil); faults != nil {
		return matrix.Reading{}, faults
	}
	draft.Format = o.Format
	draft.Assumptions = slices.Concat(assumptions, draft.Assumptions, formulas.beside(draft.Sheet))
	if err != nil && len(assumptions) > 0 {
		err = said.Errorf("%w; to read the file at all this was assumed: %s", err, said.Join("; ", assumptions))
	}
	if end := ends[draft.Sheet]; err == nil && end > 0 {
		extend(&draft, end, len(c.best.Sheet().Rows))
	}
	return draft, err
}

// extend lets a block that runs up to the last line looked at run to the end of
// the table.
func extend(r *matrix.Reading, last, rows int) {
	for i := range r.Blocks {
		if r.Blocks[i].Lines.Last == last {
			r.Blocks[i].Lines.Last = 0
		}
	}
	r.Assumptions = append(r.Assumptions, said.Notef("blocks: only the first %d rows were looked at; a block that reaches there is taken to run to the end; change its \"lines\"", rows))
}

// Collect returns all rows of a table that a reading covers, for [align.Align]. It
// fails when there are more than can be aligned.
func Collect(ctx context.Context, rows table.Rows, r matrix.Reading) ([]table.Row, error) {
	s := &sampler{cells: sampleCells, text: sampleText}
	all, end, err := s.sample(ctx, rows)
	if err == nil && (end > 0 || len(all)*len(r.Organizations) > maxAsked) {
		err = said.Errorf("drafting corrections: at most %d rows times organizations are looked at, in at most %d rows with %d cells and %d MiB of text, and the table has more; split it, or write the corrections by hand", maxAsked, sampleRows, sampleCells, sampleText>>20)
	}
	return all, err
}

// openTables returns the tables in a file: the visible sheets of a workbook or
// document, or the one that is asked for, and what was taken for granted to read them.
func openTables(f table.File, name string, o ProposeOptions) ([]table.Sheet, []said.Note, error) {
	if o.Sheet != "" {
		rows, assumptions, err := formats.Choose(f, name, o.Format, o.Sheet)
		return []table.Sheet{{Name: o.Sheet, Rows: rows}}, assumptions, err
	}
	b, err := formats.Open(f, name, o.Format)
	if err != nil {
		return nil, nil, err
	}
	if err := b.Searchable(); err != nil {
		return nil, nil, said.Errorf("reading table %q: %w", name, err)
	}
	if visible := b.Visible(); len(visible) > 0 {
		return visible, slices.Concat(b.Assumptions, b.Unseen()), nil
	}
	_, err = b.Choose("")
	return nil, nil, said.Errorf("reading table %q: %w", name, err)
}

// sampler takes the first rows of tables, as long as there is room for them.
type sampler struct{ cells, text int }

func (s *sampler) spent() bool { return s.cells <= 0 || s.text <= 0 }

// sample returns the first rows of a table. When it goes on behind them, end is
// the line of the last.
func (s *sampler) sample(ctx context.Context, rows table.Rows) (sample []table.Row, end int, err error) {
	for row, err := range rows {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, 0, err
		}
		if len(sample) > 0 && (s.spent() || len(sample) == sampleRows) {
			end = sample[len(sample)-1].Line
			break
		}
		row = row.Clone()
		for i, cell := range row.Cells {
			row.Cells[i] = table.Cut(cell, sampleCell)
		}
		sample = append(sample, row)
		s.take(row)
	}
	return s.fitting(sample, end)
}

// take counts a row: its cells, at least one since it takes room without any, and the
// texts of which each is kept.
func (s *sampler) take(row table.Row) {
	s.cells -= max(1, len(row.Cells)+len(row.Merged))
	for _, cell := range row.Cells {
		s.text -= len(cell)
	}
}

// fitting leaves out the last rows of a sample where what merged ranges copy
// passes the limit.
func (s *sampler) fitting(sample []table.Row, end int) ([]table.Row, int, error) {
	width := table.WidthOf(sample)
	for i, row := range sample {
		if len(row.Merged) == 0 {
			continue
		}
		s.cells -= max(0, min(row.Width(), width)-len(row.Cells))
		if s.cells < 0 && i > 0 {
			return sample[:i], sample[i-1].Line, nil
		}
	}
	return sample, end, nil
}

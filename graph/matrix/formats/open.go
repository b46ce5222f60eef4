package formats

import (
	"slices"

	"tasuki/graph/handoffs"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// Open returns the tables of a file. The name is used in errors and, when the format
// is empty, for its ending, unless the content shows another format.
//
// Cells are not trimmed, and a line break within a cell is "\n". Memory does not grow
// with the number of rows that are ranged over, nor with what merged ranges cover.
// What a table may hold is limited: see limit.go of package table.
func Open(f table.File, name string, format table.Format) (table.Book, error) {
	as, err := Of(name, format)
	if err != nil {
		return table.Book{}, said.Errorf("reading table %q: %w", name, err)
	}
	var other []said.Note
	if format == "" {
		if as, other, err = settled(f, name, as); err != nil {
			return table.Book{}, said.Errorf("reading table %q: %w", name, err)
		}
	}
	if as.why != nil {
		return table.Book{}, said.Errorf("reading table %q: %w", name, as.why)
	}
	b, err := as.open(f)
	if err != nil {
		return table.Book{}, said.Errorf("reading table %q: %w", name, err)
	}
	b.Assumptions = append(other, b.Assumptions...)
	for i := range b.Sheets {
		b.Sheets[i].Rows = table.Named(name, b.Sheets[i].Rows)
		b.Sheets[i].Aside = handoffs.IsTable(b.Sheets[i].Name, b.Sheets[i].Rows)
	}
	return b, nil
}

// Holds returns the format in which a file is opened by its name and content.
func Holds(f table.File, name string) (Format, error) {
	as, err := Of(name, "")
	if err == nil {
		as, _, err = settled(f, name, as)
	}
	return as, err
}

// Choose opens a file and returns the rows of the sheet of that name, or of the only
// visible one with any text when the name is empty, and what was taken for granted.
func Choose(f table.File, name string, format table.Format, sheet string) (table.Rows, []said.Note, error) {
	b, err := Open(f, name, format)
	if err != nil {
		return nil, nil, err
	}
	if sheet != "" && len(b.Sheets) == 1 && b.Sheets[0].Name == "" {
		return nil, nil, said.Errorf("reading table %q: sheet %q is asked for, but the file has no sheets", name, sheet)
	}
	s, err := b.Choose(sheet)
	if err != nil {
		return nil, nil, said.Errorf("reading table %q: %w", name, err)
	}
	assumptions := slices.Clip(b.Assumptions)
	switch {
	case sheet == "":
		assumptions = append(assumptions, b.Unseen()...)
	case s.Hidden:
		assumptions = append(assumptions, said.Notef("sheet: %q is hidden, and read since it is named", s.Name))
	}
	return s.Rows, assumptions, nil
}

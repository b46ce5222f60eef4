package table

import "strings"

// chosen returns the rows of a sheet, as package formats finds them.
func chosen(f File, sheet string) (Rows, error) {
	b, err := OpenXLSX(f)
	if err != nil {
		return nil, err
	}
	s, err := b.Choose(sheet)
	return Named("a.xlsx", s.Rows), err
}

// readTable returns the rows of a sheet in one string: "1: a|b" per row, with a
// star at copied cells.
func readTable(f File, sheet string) (string, error) {
	rows, err := chosen(f, sheet)
	if err != nil {
		return "", err
	}
	var out []string
	for row, err := range rows {
		if err != nil {
			return strings.Join(out, "\n"), err
		}
		out = append(out, showRow(row))
	}
	return strings.Join(out, "\n"), nil
}

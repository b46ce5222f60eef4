package rowtext

import (
	"fmt"
	"strings"

	"tasuki/graph/matrix/table"
)

// Row writes a row on one line, "3: a|b", with a star at copied cells.
func Row(row table.Row) string {
	cells := make([]string, row.Width())
	for i := range cells {
		cells[i] = strings.ReplaceAll(row.Cell(i+1), "\n", `\n`)
		if row.Copied(i + 1) {
			cells[i] += "*"
		}
	}
	if len(cells) == 0 {
		return fmt.Sprintf("%d:", row.Line)
	}
	return fmt.Sprintf("%d: %s", row.Line, strings.Join(cells, "|"))
}

// Rows writes rows, one on a line, up to an error.
func Rows(rows table.Rows) (string, error) {
	var out []string
	for row, err := range rows {
		if err != nil {
			return strings.Join(out, "\n"), err
		}
		out = append(out, Row(row))
	}
	return strings.Join(out, "\n"), nil
}

// Book writes every sheet within the limits of a table, the name of one that has a name before its rows, and what
// was taken for granted to read them behind all.
func Book(b table.Book) (string, error) {
	var out []string
	for _, s := range b.Sheets {
		if s.Name != "" {
			out = append(out, "["+s.Name+"]")
		}
		text, err := Rows(table.Named("test", s.Rows))
		if text != "" {
			out = append(out, text)
		}
		if err != nil {
			return strings.Join(out, "\n"), err
		}
	}
	for _, a := range b.Assumptions {
		out = append(out, "assumed: "+a.String())
	}
	return strings.Join(out, "\n"), nil
}

package matrixtext

import (
	"slices"
	"strconv"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/table"
)

// A sketch is a matrix of one character a cell: t is a text, d a timing word, o
// a lead, v a support, a capital the heading of an organization. Items number
// themselves in a first column.
func Sketch(pages ...string) ([]table.Row, matrix.Reading) {
	words := map[rune]string{'t': "text", 'd': "daily", 'o': "○", 'v': "△"}
	r := matrix.Reading{Timings: map[string]string{"daily": "daily"}}
	var rows []table.Row
	item := 0
	for i, page := range pages {
		b := matrix.Block{ID: strconv.Itoa(i + 1), Item: 1, Columns: map[matrix.Column]string{}}
		for j, line := range strings.Fields(page) {
			cells := []string{""}
			for _, c := range line {
				cells = append(cells, words[c])
				if j == 0 && c >= 'A' && c <= 'Z' {
					b.Columns[matrix.Column(len(cells))] = string(c)
					if !slices.ContainsFunc(r.Organizations, func(o graph.Organization) bool { return o.ID == string(c) }) {
						r.Organizations = append(r.Organizations, graph.Organization{ID: string(c), Name: graph.Text(string(c))})
					}
				}
			}
			if j > 0 {
				item++
				cells[0] = strconv.Itoa(item)
			}
			rows = append(rows, table.Row{Line: len(rows) + 1, Cells: cells})
			if j == 0 {
				b.Headings = matrix.Lines{First: len(rows), Last: len(rows)}
				b.Lines.First = len(rows) + 1
			}
		}
		b.Lines.Last = len(rows)
		r.Blocks = append(r.Blocks, b)
	}
	return rows, r
}

package separated

import "regexp"

// wikiHeadings is a line of headings as Jira and older wikis write them, above rows
// between single bars: read as they stand, headings would stand over other columns
// than their marks.
var wikiHeadings = regexp.MustCompile(`(?m)^\|\|([^|\n]+\|\|){2,}[ \t]*\n\|[^|\n]*\|[^|\n]`)

// singleBars returns the cells of a row with one bar in place of two; a row that has not
// two bars everywhere is returned as it is.
func singleBars(cells []string) []string {
	if len(cells) < 5 || len(cells)%2 == 0 || cells[0] != "" {
		return cells
	}
	for i := 1; i < len(cells); i++ {
		if (i%2 == 1) != (cells[i] == "") && i < len(cells)-1 {
			return cells
		}
	}
	single := cells[:0]
	for i := 0; i < len(cells); i += 2 {
		single = append(single, cells[i])
	}
	return single
}

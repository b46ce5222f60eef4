package pdf

import "tasuki/graph/matrix/table/pdf/page"

func spread(p *page.Page, glyphs []page.Glyph) (*sheet, []string) {
	var left []string
	for _, line := range linesOf(letters(glyphs)) {
		for _, c := range pieces(line, func(letter) float64 { return 1e9 }) {
			left = append(left, c.text)
		}
	}
	return nil, left
}

package matrix

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
)

// BandText returns the heading that a band says: its own texts, without the signs
// by which plain text is made bold, and without a colon at the end.
func BandText(row table.Row) string {
	var texts []string
	for i, cell := range row.Cells {
		text := Plain(cell)
		if text == "" || row.Copied(i+1) || len(texts) > 0 && texts[len(texts)-1] == text {
			continue
		}
		texts = append(texts, text)
	}
	return strings.TrimRight(strings.Join(texts, " "), ":： ")
}

// Plain returns a text, white space folded, without the asterisks or underscores
// that make the whole of it bold.
func Plain(text string) string {
	text = Fold(text)
	for _, sign := range []string{"***", "**", "__"} {
		if inner, ok := strings.CutPrefix(text, sign); ok {
			if inner, ok = strings.CutSuffix(inner, sign); ok && !strings.Contains(inner, sign) {
				return strings.TrimSpace(inner)
			}
		}
	}
	return text
}

// band notes a row that is a heading over the rows below it, and reports whether
// it is one.
func (s *Scanner) band(b *blockState, row table.Row) bool {
	level := b.bandLevel[row.Line]
	if level == 0 {
		return false
	}
	for len(b.over) < level {
		b.over = append(b.over, "")
	}
	b.over = b.over[:level]
	b.over[level-1] = BandText(row)
	clear(b.carried)
	s.account.Rows.In++
	s.account.Rows.Rejected++
	s.outside(row)
	return true
}

// path returns the headings over a row of a block, the highest first.
func (b *blockState) path(row table.Row) []string {
	return slices.DeleteFunc(append(slices.Clone(b.over), b.carry(row)...), func(text string) bool { return text == "" })
}

// bands reports the bands that lie outside of their block.
func (c *checker) bands(path string, b Block) {
	for _, band := range b.Bands {
		if !b.Lines.Contains(band.Line) || band.Level < 0 || band.Level > maxLevels {
			c.problems.Add(graph.Problem{Path: path + "/bands", Value: Lines{band.Line, band.Line}.String()}.Saying("is no line of this block, or its level is not from 1 to %d; correct it or remove it", maxLevels))
		}
	}
}

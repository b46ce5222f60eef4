package tally

import (
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
)

// names reports whether a column names the rows although some names, such as the
// letters A and R, could be marks: nothing stands left of it, and its heading says so,
// most of it are texts, or every row has another letter there, some of which are no marks.
func (c Cells) names(rows []table.Row, list []Column, column int) bool {
	for _, t := range list[:column] {
		if t.Marks+t.Signs+t.Tokens+t.Texts > 0 {
			return false
		}
	}
	if t := list[column]; t.Texts > 2*t.Marks {
		return true
	}
	seen, first := map[string]bool{}, true
	distinct := list[column].Tokens > 0
	for _, row := range rows {
		text := matrix.Fold(row.Cell(column))
		if c.HasMarks(row) {
			first = false
			distinct = distinct && text != "" && !seen[text]
			seen[text] = true
			continue
		}
		if first && (word.CornerTask.In(text) || word.Item.In(text)) && !word.Party.In(text) {
			return true
		}
	}
	return distinct
}

// IsNameless reports whether a row with marks has nothing left of the columns where
// marks stand that could name its task. A mark there names one where others stand beside it.
func (c Cells) IsNameless(row table.Row, columns []int) bool {
	if len(columns) == 0 || columns[0] == 1 {
		return false
	}
	texts := 0
	for i, text := range row.Cells {
		if matrix.Fold(text) != "" && !row.Copied(i+1) {
			texts++
		}
	}
	for column := 1; column < columns[0]; column++ {
		if k := c.Kinds.Of(row.Cell(column)); k != sign.Empty && (k != sign.Mark || texts > 1) {
			return false
		}
	}
	return true
}

package tally

import (
	"slices"

	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
)

// Starts returns the columns at which tables begin: the first one, and each of texts
// behind marks and before others whose heading is that of the names before the first
// marks or, behind an empty column, says that it names tasks.
func (c Cells) Starts(rows []table.Row) []int {
	list := c.Of(rows)
	last := 0 // column of marks
	for column, t := range list {
		if t.Marks > 0 {
			last = column
		}
	}
	heads := c.headings(rows, list)
	names := map[string]bool{}
	starts := []int{1}
	seen, gap, behind := false, false, false // marks seen; an empty column behind them; texts behind them
	for column := 1; column < len(list); column++ {
		t := list[column]
		texts := t.Texts + t.Tokens
		switch {
		case t.Marks > 0:
			seen, gap, behind = true, false, false
		case texts == 0 && len(heads[column]) == 0:
			gap = gap || seen && !behind
		case !seen:
			for _, head := range heads[column] {
				names[head] = true
			}
		case column < last:
			repeats := slices.ContainsFunc(heads[column], func(head string) bool { return names[head] })
			says := gap && slices.ContainsFunc(heads[column], func(head string) bool { return word.CornerTask.In(head) || word.Item.In(head) })
			if (repeats && texts > 0 || says && texts > 1) && !behind {
				starts = append(starts, column)
				gap = false
			}
			behind = behind || column == starts[len(starts)-1]
		}
	}
	return starts
}

// headings returns, by column, the texts that stand there in rows without marks.
func (c Cells) headings(rows []table.Row, list []Column) [][]string {
	heads := make([][]string, len(list))
	for _, row := range rows {
		if c.HasMarks(row) {
			continue
		}
		for i, cell := range row.Cells {
			if text := matrix.Fold(cell); text != "" && !row.Copied(i+1) && len(heads[i+1]) < word.MostRanges {
				heads[i+1] = append(heads[i+1], text)
			}
		}
	}
	return heads
}

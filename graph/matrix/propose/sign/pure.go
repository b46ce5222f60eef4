package sign

import (
	"slices"

	"tasuki/graph/matrix/cell"
	"tasuki/graph/matrix/legend"
	"tasuki/graph/matrix/table"
)

// fewestPure is how many columns have marks of a pure notation at least: one alone is
// rather a property of the tasks.
const fewestPure = 2

// pureColumns returns the columns that hold little else than marks of a table, the
// others as if they were empty; none if they are too few.
func pureColumns(columns []candidates, glyphs cell.Table) []candidates {
	list, found := make([]candidates, len(columns)), 0
	for i, column := range columns {
		marks, others := 0, column.texts-column.fillers
		for text, times := range column.cells {
			switch c, ok := glyphs.Read(text); {
			case !ok && !IsFiller(text):
				others += times
			case c.IsMark():
				marks += times
			}
		}
		if marks > 0 && others <= 1+marks/2 {
			list[i] = column
			found++
		}
	}
	if found < fewestPure {
		return nil
	}
	return list
}

// AsTicks returns rows with a tick for each mark of a pure notation, where its columns
// are, and without what fills the empty cells there: elsewhere the same texts mean what
// they say.
func AsTicks(rows []table.Row, isTitle func(table.Row) bool, l legend.Legend, n cell.Notation) []table.Row {
	glyphs := n.Table()
	pure := pureColumns(candidatesIn(rows, isTitle, l), glyphs)
	ticked := slices.Clone(rows)
	for i, row := range rows {
		row = row.Clone()
		for column := range min(len(row.Cells), len(pure)) {
			if c, ok := glyphs.Read(row.Cells[column]); ok && len(pure[column].cells) > 0 && len(c.Glyphs) > 0 {
				row.Cells[column] = ""
				if c.IsMark() {
					row.Cells[column] = Tick
				}
			}
		}
		ticked[i] = row
	}
	return ticked
}

// Tick is the sign that stands for the marks of a pure notation.
const Tick = "✓"

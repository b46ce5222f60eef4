package propose

import (
	"tasuki/graph"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// unvalued are the formulas without a stored value, by sheet. What they would show
// may be the marks, so no reading can be proposed of a sheet that has any.
type unvalued struct {
	file   string
	sheets []string // those with any, in order
	faults map[string]*graph.Collector
}

// add notes those in the rows of a sheet.
func (u *unvalued) add(sheet string, rows []table.Row) {
	for _, row := range rows {
		if row.Aside == nil {
			continue
		}
		for _, column := range row.Aside.Unvalued {
			if u.faults[sheet] == nil {
				if u.faults == nil {
					u.faults = map[string]*graph.Collector{}
				}
				u.faults[sheet] = &graph.Collector{}
				u.sheets = append(u.sheets, sheet)
			}
			u.faults[sheet].Add(table.NoValue(graph.Source{File: u.file, Sheet: sheet, Line: row.Line, Column: column}))
		}
	}
}

// in returns the faults of a sheet as an error. Without a sheet they are those of all:
// no matrix was found, and they may be why.
func (u *unvalued) in(sheet string, found bool) error {
	var all graph.Problems
	for _, name := range u.sheets {
		if name == sheet || !found {
			all = append(all, u.faults[name].Problems()...)
		}
	}
	return all.Err()
}

// beside says which other sheets have any: they may hold the matrix that is meant.
func (u *unvalued) beside(sheet string) []said.Note {
	var others []string
	for _, name := range u.sheets {
		if name != sheet {
			others = append(others, name)
		}
	}
	if len(others) == 0 {
		return nil
	}
	return []said.Note{said.Notef("sheet: formulas of others have no stored values, and may be marks: %s; open the file in the spreadsheet program and save it there, which stores the values", table.FirstOf(others))}
}

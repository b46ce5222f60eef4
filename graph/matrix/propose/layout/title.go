package layout

import (
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

func (p *proposal) isTitle(row table.Row) bool { return p.titles[row.Line] }

// loneRoles says why a sheet whose marks stand in one column alone, under a heading
// about roles, is no matrix; nil for another.
func (p *proposal) loneRoles() error {
	if len(p.core) != 1 {
		return nil
	}
	for _, row := range p.sheet.Rows {
		text := matrix.Fold(row.Cell(p.core[0]))
		if p.hasKnownMarks(row) {
			return nil
		}
		if text != "" && (word.RoleHeading.In(text) || word.Role.In(text)) {
			return said.Errorf("the marks stand in one column, and its heading %q in line %d names no party; put a column for each party beside it, or one that names the party of each row", text, row.Line)
		}
	}
	return nil
}

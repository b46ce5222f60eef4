package layout

import (
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/legend"
	"tasuki/graph/matrix/table"
)

// Sheet is a table in memory. Only sheets of workbooks have names.
type Sheet struct {
	Name string
	Rows []table.Row

	Legend legend.Legend // what is said of its marks, there or on another sheet
}

// Found is what is found out about a sheet.
type Found struct{ p *proposal }

// Look searches a matrix in a sheet.
func Look(sheet Sheet) *Found {
	p := look(sheet)
	p.roleTable = p.findRoleTable()
	return &Found{p}
}

// HasMatrix reports whether there is one.
func (f *Found) HasMatrix() bool { return len(f.p.areas) > 0 || f.p.roleTable != nil }

// Without says why marks that stand under a heading are no matrix; nil when that is
// not known.
func (f *Found) Without() error { return f.p.loneRoles() }

// Sheet returns the sheet, with what merged ranges copy among its cells.
func (f *Found) Sheet() Sheet { return f.p.sheet }

// Headings returns how many times headings begin.
func (f *Found) Headings() int { return len(f.p.areas) }

// Marks returns how many cells of the sheet read as marks, or name parties.
func (f *Found) Marks() int { return f.p.markCount() }

// Assume notes something that is taken for granted.
func (f *Found) Assume(format string, args ...any) { f.p.assume(format, args...) }

// Reading proposes a reading of the matrix, which is called name.
func (f *Found) Reading(name string) matrix.Reading { return f.p.reading(name) }

// markCount returns how many cells of the sheet read as marks.
func (p *proposal) markCount() int {
	if p.roleTable != nil {
		return p.roleTable.marks
	}
	n := 0
	for _, row := range p.sheet.Rows {
		for _, cell := range row.Cells {
			if p.isMark(cell) {
				n++
			}
		}
	}
	return n
}

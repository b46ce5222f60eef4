package layout

import (
	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/said"
)

// turn decides whether the organizations of a stand in rows, and says why: the
// heading over the names of rows tells, else the names of rows and columns, else
// how many marks there are in each.
func (p *proposal) turn(a *area) {
	at := p.rowNames(a)
	rows := p.texts(a, at)
	var columns []string
	for _, column := range p.organizations(a) {
		columns = append(columns, a.names[column])
	}
	if len(columns) == 0 || len(rows) != p.markedRows(a) {
		return
	}
	inRows, inColumns := word.Party.Share(rows), word.Party.Share(columns)
	corner := a.names[at]
	tasks, parties := word.Corner(corner)
	switch {
	case tasks && !parties:
		return
	case parties && !tasks && !(inRows == 0 && inColumns >= 0.5):
		a.turnedBy = said.Notef("the heading over the names of rows is %q", corner)
	case inRows > inColumns && inRows >= 0.5:
		a.turnedBy = said.Notef("the names of rows look like parties, those of columns do not")
	case inColumns < 0.5 && inRows >= inColumns && sign.OneInEach(a.body, p.markColumns(a.body), p.table):
		a.turnedBy = said.Notef("each column, not each row, has one mark of who answers for it")
	case inColumns < 0.5 && word.Doings(columns) >= 0.5 && word.Doings(rows) == 0:
		a.turnedBy = said.Notef("the names of columns say what is done, those of rows do not")
	case inRows == inColumns && inRows > 0:
		p.assume(`blocks: the names of rows and of columns look alike, and columns are taken for organizations; change "turned" of the block`)
	}
	a.turned = a.turnedBy.String() != ""
}

// rowNames returns the column left of the marks that names the rows.
func (p *proposal) rowNames(a *area) int {
	var full []int
	for column := 1; column < p.firstMarks(a); column++ {
		if len(p.texts(a, column)) == p.markedRows(a) {
			full = append(full, column)
		}
	}
	if len(full) == 0 {
		return 0
	}
	return p.mostDistinct(a, full)
}

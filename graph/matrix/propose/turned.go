package propose

// turn decides whether the organizations of a stand in rows: when the names of
// the rows look more like parties than those of the columns.
func (p *proposal) turn(a *area) {
	rows := p.texts(a, p.rowNames(a))
	var columns []string
	for _, column := range p.organizations(a) {
		columns = append(columns, a.names[column])
	}
	inRows, inColumns := partyWords.share(rows), partyWords.share(columns)
	a.turned = len(columns) > 0 && inRows > inColumns && inRows >= 0.5 && len(rows) == p.markedRows(a)
	if inRows == inColumns && inRows > 0 {
		p.assume(`blocks: the names of rows and of columns look alike, and columns are taken for organizations; change "turned" of the block`)
	}
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

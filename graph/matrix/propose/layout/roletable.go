package layout

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
)

// roleTable is a table whose cells name the parties: under headings that name roles
// or, in the long form, one party and its role in each row.
type roleTable struct {
	*proposal
	area
	roles       map[int]graph.Role
	party, role int // the columns of the long form
	parties     []string
	marks       int
}

// findRoleTable looks for a table whose cells name the parties, with far more of
// them than the sheet has marks under headings. It returns the first one, or nil.
func (p *proposal) findRoleTable() *roleTable {
	rows := slices.DeleteFunc(slices.Clone(p.sheet.Rows), table.IsEmpty)
	tried := 0
	for i, row := range rows {
		t := &roleTable{proposal: p}
		t.heading = row
		if !t.readHeading() || i+1 == len(rows) {
			continue
		}
		if tried++; tried > maxTried {
			break
		}
		own := *p
		own.marked = map[int]bool{} // rows in which parties are named
		t.proposal = &own
		t.readBody(rows[i+1:])
		if t.marks > max(3*t.marksElsewhere(), 1) && t.readNames() {
			return t
		}
	}
	return nil
}

// marksElsewhere counts the marks that stand under headings, if there are areas of
// such, apart from those that say the roles of the long form.
func (t *roleTable) marksElsewhere() int {
	if len(t.areas) == 0 {
		return 0
	}
	n := 0
	for _, row := range t.sheet.Rows {
		for i, cell := range row.Cells {
			if i+1 != t.role && t.isMark(cell) {
				n++
			}
		}
	}
	return n
}

// readHeading finds the columns that a row names: at least two of different roles,
// or one of parties and one of roles, and one of tasks beside them.
func (t *roleTable) readHeading() bool {
	t.roles, t.names = map[int]graph.Role{}, map[int]string{}
	different, others := map[graph.Role]bool{}, 0
	for i, cell := range t.heading.Cells {
		text := word.Headline(cell)
		if text == "" || t.heading.Copied(i+1) {
			continue
		}
		t.names[i+1] = text
		role, ok := word.RoleOf(text)
		switch {
		case ok:
			t.roles[i+1], different[role] = role, true
		case t.role == 0 && word.RoleHeading.In(text) && !word.PartyHeading.In(text):
			t.role = i + 1
		case t.party == 0 && word.PartyHeading.In(text) && !word.CornerTask.In(text):
			t.party = i + 1
		default:
			others++
		}
	}
	if len(different) > 1 {
		t.role, t.party = 0, 0
		return len(t.names) > len(t.roles) && len(t.roles) <= maxRoles
	}
	t.roles = nil
	return t.role > 0 && t.party > 0 && others > 0
}

// firstRows is after how many rows it shows that cells hold marks rather than names.
const firstRows = 20

// readBody takes the rows below the heading down to a gap behind which nothing looks
// like them, and counts the names. There are none where the cells hold marks.
func (t *roleTable) readBody(rows []table.Row) {
	line, names, marks := t.heading.Line, 0, 0
	for _, row := range rows {
		texts := band.Texts(row)
		n := t.namesIn(row)
		if row.Line > line+1 && (n == 0 || len(texts) < 2) {
			break
		}
		line = row.Line
		for _, column := range matrix.SortedKeys(t.roles) {
			if cell := row.Cell(column); t.isRoleMark(cell) {
				marks++
			}
		}
		t.marked[row.Line] = n > 0
		names += n
		t.body = append(t.body, row)
		if len(t.body)%firstRows == 0 && 2*marks >= names {
			return // a matrix of marks, however long
		}
	}
	for len(t.body) > 0 && !t.marked[t.body[len(t.body)-1].Line] && (t.isRemark(t.body[len(t.body)-1]) || len(t.body) == 1) {
		t.body = t.body[:len(t.body)-1]
	}
	if 2*marks >= names {
		names = 0
	}
	t.marks = names
}

// isRoleMark reports whether a cell says a role rather than who has it.
func (t *roleTable) isRoleMark(cell string) bool {
	_, isRole := word.RoleOf(cell)
	return isRole || t.isMark(cell)
}

// namesIn counts the cells of a row that name parties; in the long form, if its role
// can be read.
func (t *roleTable) namesIn(row table.Row) int {
	if t.roles == nil {
		if t.isRoleMark(row.Cell(t.role)) && matrix.Fold(row.Cell(t.party)) != "" {
			return 1
		}
		return 0
	}
	n := 0
	for column := range t.roles {
		if cell := row.Cell(column); matrix.Fold(cell) != "" && !sign.IsFiller(cell) {
			n++
		}
	}
	return n
}

// namedRows counts the rows that name parties and have other texts.
func (t *roleTable) namedRows() int {
	n := 0
	for _, row := range t.body {
		texts := 0
		for _, column := range matrix.SortedKeys(t.names) {
			if _, isRole := t.roles[column]; !isRole && t.isTextAt(row, column) {
				texts++
			}
		}
		if t.marked[row.Line] && (texts > 0 || t.roles == nil) {
			n++
		}
	}
	return n
}

// readNames finds the columns of item numbers and task names, and the parties. It
// reports whether the tasks have names.
func (t *roleTable) readNames() bool {
	for column := 1; column <= table.WidthOf(t.body); column++ {
		_, isRole := t.roles[column]
		if isRole || column == t.party || column == t.role {
			continue
		}
		texts, distinct, short := t.texts(&t.area, column), map[string]bool{}, 0
		for _, text := range texts {
			distinct[text] = true
			if strings.ContainsAny(text, digits) && len([]rune(text)) <= 24 {
				short++
			}
		}
		full := len(texts) > 0 && 10*len(texts) >= 9*t.namedRows() || t.roles == nil && len(texts) > 0
		numbers := short == len(texts) && (t.roles == nil || len(distinct) == len(texts))
		switch {
		case !full:
		case numbers && t.item == 0 && t.label == 0 && !word.Task.In(t.names[column]):
			t.item = column
		case t.label == 0 || word.Task.In(t.names[column]) && !word.Task.In(t.names[t.label]):
			t.label = column
		}
	}
	if t.label == 0 {
		t.label = t.item
	}
	t.area.named = slices.DeleteFunc([]int{t.item, t.label}, func(column int) bool { return column == 0 })
	t.area.parties = append(matrix.SortedKeys(t.roles), nonZero(t.party)...)
	return t.label > 0 && t.collect()
}

func nonZero(column int) []int {
	if column == 0 {
		return nil
	}
	return []int{column}
}

// collect lists the parties in the order in which they are named, and reports
// whether there are any.
func (t *roleTable) collect() bool {
	var cells []string
	for _, row := range t.body {
		for _, column := range t.area.parties {
			if cell := row.Cell(column); t.marked[row.Line] && !row.Copied(column) && !sign.IsFiller(cell) {
				cells = append(cells, cell)
			}
		}
	}
	t.parties = word.Names(cells)
	return len(t.parties) > 0 && len(t.parties) <= maxNamed
}

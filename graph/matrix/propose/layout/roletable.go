package layout

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
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
	marks := 0
	if len(p.areas) > 0 {
		marks = 3 * p.markCount()
	}
	rows := slices.DeleteFunc(slices.Clone(p.sheet.Rows), table.IsEmpty)
	for i, row := range rows {
		t := &roleTable{proposal: p}
		t.heading = row
		if !t.readHeading() || i+1 == len(rows) {
			continue
		}
		own := *p
		own.marked = map[int]bool{} // rows in which parties are named
		t.proposal = &own
		t.readBody(rows[i+1:])
		if t.marks > max(marks, 1) && t.readNames() {
			return t
		}
	}
	return nil
}

// readHeading finds the columns that a row names: at least two of different roles,
// or one of parties and one of roles, and one of tasks beside them.
func (t *roleTable) readHeading() bool {
	t.roles, t.names = map[int]graph.Role{}, map[int]string{}
	different, others := map[graph.Role]bool{}, 0
	for i, cell := range t.heading.Cells {
		text := headline(cell)
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
		return len(t.names) > len(t.roles)
	}
	t.roles = nil
	return t.role > 0 && t.party > 0 && others > 0
}

// readBody takes the rows below the heading down to a gap behind which nothing looks
// like them, and counts the names. There are none where the cells hold marks.
func (t *roleTable) readBody(rows []table.Row) {
	line, names, marks := t.heading.Line, 0, 0
	for _, row := range rows {
		texts := ownTexts(row)
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
		if cell := row.Cell(column); matrix.Fold(cell) != "" && !isFiller(cell) {
			n++
		}
	}
	return n
}

// readNames finds the columns of item numbers and task names, and the parties. It
// reports whether the tasks have names.
func (t *roleTable) readNames() bool {
	for column := 1; column <= width(t.body); column++ {
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
		full := len(texts) > 0 && 10*len(texts) >= 9*t.markedRows(&t.area) || t.roles == nil && len(texts) > 0
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
	columns := append(matrix.SortedKeys(t.roles), nonZero(t.party)...)
	alone, whole := map[string]bool{}, map[string]int{}
	each := func(visit func(cell string)) {
		for _, row := range t.body {
			for _, column := range columns {
				if cell := row.Cell(column); t.marked[row.Line] && !row.Copied(column) && !isFiller(cell) {
					visit(cell)
				}
			}
		}
	}
	never := func(string) bool { return false }
	each(func(cell string) {
		matrix.PartyNames(cell, never, func(part string, _ []string) bool { whole[part]++; return false })
		for _, name := range matrix.PartyNames(cell, never, func(string, []string) bool { return false }) {
			alone[name] = true
		}
	})
	splits := func(part string, names []string) bool {
		known := slices.ContainsFunc(names, func(name string) bool { return alone[name] })
		return known || whole[part] == 1 && !strings.Contains(part, "・")
	}
	each(func(cell string) {
		for _, name := range matrix.PartyNames(cell, never, splits) {
			if !slices.Contains(t.parties, name) {
				t.parties = append(t.parties, name)
			}
		}
	})
	return len(t.parties) > 0
}

// reading turns what was found into a reading.
func (t *roleTable) reading(r matrix.Reading) matrix.Reading {
	b := matrix.Block{
		ID: "1", Lines: matrix.Lines{First: t.body[0].Line, Last: t.body[len(t.body)-1].Line},
		Headings: matrix.Lines{First: t.heading.Line, Last: t.heading.Line},
		Item:     matrix.Column(t.item), Label: matrix.Column(t.label),
		Party: matrix.Column(t.party), Role: matrix.Column(t.role), Roles: matrix.Roles{},
	}
	for column, role := range t.roles {
		b.Roles[matrix.Column(column)] = role
	}
	if t.roles != nil {
		t.setBands(band.Levels(t.body, t.bandsAmong(&t.area, t.body, t.fewestTexts())))
		b.Bands = t.area.bands
		t.reject(&r, &t.area)
		t.assumeBands(&t.area)
	}
	t.sayRoles(&r)
	for _, name := range t.parties {
		declare(&r, t.spelled(&r, name))
	}
	r.Blocks = append(r.Blocks, b)
	t.assume("organizations: the cells name %d parties; change \"organizations\", and \"aliases\" of one that is written in several ways", len(r.Organizations))
	t.assumeColumns(b)
	t.assume(`rules: one of several leads suffices and supporters do not stand in; change under "rules"`)
	r.Assumptions = t.assumptions
	return r
}

// fewestTexts returns how many texts a task has at least beside the parties.
func (t *roleTable) fewestTexts() int {
	least := len(t.names)
	for _, row := range t.body {
		if !t.marked[row.Line] {
			continue
		}
		n := 0
		for i := range row.Cells {
			if t.isTextAt(row, i+1) && !slices.Contains(t.area.parties, i+1) {
				n++
			}
		}
		least = min(least, n)
	}
	return least
}

// sayRoles says where the roles stand and what they are called.
func (t *roleTable) sayRoles(r *matrix.Reading) {
	if t.roles != nil {
		r.Glyphs = matrix.Glyphs{Blank: t.fillers(), AccountableLeads: true}
		t.assume(`blocks: the headings of %s in line %d name roles, and the cells name who has them; change "roles" of the block`, t.columns(matrix.SortedKeys(t.roles)), t.heading.Line)
		t.assume(`glyphs: who is accountable leads only where a row has nobody who does the work; change "accountable_leads" under "glyphs"`)
		return
	}
	for _, row := range t.body {
		cell := matrix.Fold(row.Cell(t.role))
		if _, known := t.table.Read(cell); known || cell == "" {
			continue
		}
		switch role, _ := word.RoleOf(cell); role {
		case graph.Lead:
			r.Glyphs.Lead = withText(r.Glyphs.Lead, cell)
		case graph.Accountable:
			r.Glyphs.Accountable = withText(r.Glyphs.Accountable, cell)
		case graph.Support:
			r.Glyphs.Support = withText(r.Glyphs.Support, cell)
		case graph.Informed:
			r.Glyphs.Informed = withText(r.Glyphs.Informed, cell)
		}
	}
	t.glyphs = r.Glyphs
	t.assumeGlyphs()
	t.assume(`blocks: each row names a task, a party (%s) and its role (%s); change "party" and "role" of the block`, t.columns([]int{t.party}), t.columns([]int{t.role}))
}

func withText(list []string, text string) []string {
	if slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// fillers returns the signs by which cells say that nobody has a role.
func (t *roleTable) fillers() []string {
	var found []string
	for _, row := range t.body {
		for column := range t.roles {
			if cell := matrix.Fold(row.Cell(column)); cell != "" && isFiller(cell) {
				found = withText(found, cell)
			}
		}
	}
	slices.Sort(found)
	return found
}

// assumeColumns says which columns name the tasks, and which are left out.
func (t *roleTable) assumeColumns(b matrix.Block) {
	if t.item > 0 && t.item != t.label {
		t.assume(`blocks: %s holds the item numbers and %s the names of the tasks; change "item" and "label" of the block`, t.columns([]int{t.item}), t.columns([]int{t.label}))
	} else {
		t.assume(`blocks: the texts of %s are names and IDs; change "item" and "label" of the block`, t.columns([]int{t.label}))
	}
	var left []string
	for column := 1; column <= width(t.body); column++ {
		if _, isRole := t.roles[column]; isRole || slices.Contains([]int{t.item, t.label, t.party, t.role}, column) || len(t.texts(&t.area, column)) == 0 {
			continue
		}
		left = append(left, fmt.Sprintf("%s (%q)", t.columns([]int{column}), t.names[column]))
	}
	if len(left) > 0 {
		t.assume(`columns: what stands in %s is not read; change the block`, table.FirstOf(left))
	}
}

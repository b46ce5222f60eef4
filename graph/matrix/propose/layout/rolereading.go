package layout

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/matrix"
	"tasuki/graph/matrix/propose/band"
	"tasuki/graph/matrix/propose/sign"
	"tasuki/graph/matrix/propose/word"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

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
	t.declareParties(&r)
	r.Blocks = append(r.Blocks, b)
	t.assume("organizations: the cells name %d parties; change \"organizations\", and \"aliases\" of one that is written in several ways", len(r.Organizations))
	t.assumeColumns(b)
	t.note(word.UndeclaredRules()...)
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
			r.Glyphs.Lead = word.With(r.Glyphs.Lead, cell)
		case graph.Accountable:
			r.Glyphs.Accountable = word.With(r.Glyphs.Accountable, cell)
		case graph.Support:
			r.Glyphs.Support = word.With(r.Glyphs.Support, cell)
		case graph.Informed:
			r.Glyphs.Informed = word.With(r.Glyphs.Informed, cell)
		}
	}
	for _, filler := range t.fillers() {
		r.Glyphs.Blank = word.With(r.Glyphs.Blank, filler)
	}
	t.glyphs = r.Glyphs
	t.assumeGlyphs()
	t.assume(`blocks: each row names a task, a party (%s) and its role (%s); change "party" and "role" of the block`, t.columns([]int{t.party}), t.columns([]int{t.role}))
}

// fillers returns the signs by which cells say that nobody has a role.
func (t *roleTable) fillers() []string {
	var found []string
	for _, row := range t.body {
		for _, column := range t.area.parties {
			if cell := matrix.Fold(row.Cell(column)); cell != "" && sign.IsFiller(cell) {
				found = word.With(found, cell)
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
	var left []said.Note
	for column := 1; column <= table.WidthOf(t.body); column++ {
		if _, isRole := t.roles[column]; isRole || slices.Contains([]int{t.item, t.label, t.party, t.role}, column) || len(t.texts(&t.area, column)) == 0 {
			continue
		}
		if len(left) < word.MostRanges {
			left = append(left, said.Notef("%s (%q)", t.columns([]int{column}), t.names[column]))
		}
	}
	if len(left) > 0 {
		t.assume(`columns: what stands in %s is not read; change the block`, said.Join(", ", left))
	}
}

// declareParties declares the parties that the cells name, those that are spelled
// alike as one.
func (t *roleTable) declareParties(r *matrix.Reading) {
	at := map[string]int{}
	for _, name := range t.parties {
		loose := word.Loose(name)
		i, known := at[loose]
		if !known {
			at[loose] = len(r.Organizations)
			r.Organizations = append(r.Organizations, graph.Organization{ID: name, Name: graph.Text(name)})
			continue
		}
		o := &r.Organizations[i]
		o.Aliases = append(o.Aliases, name)
		t.assume(`organizations: %q and %q are taken for one; change under "organizations" and "columns"`, o.ID, name)
	}
}

package explorer

import (
	"slices"

	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/observed"
	"tasuki/render/report/section"
)

// choice is a change that a page offers.
type choice struct {
	Change string // its text
	Text   string
}

// offer is a list of changes of which one can be chosen.
type offer struct {
	Title   string
	Choices []choice
}

// organization shows what an organization does.
func (w world) organization() (content, error) {
	i, ok := w.Graph.OrganizationIndex(w.Subject)
	if !ok {
		return content{}, NotThere{said.Errorf("there is no organization %q", w.Subject)}
	}
	org := w.Graph.Organizations()[i]
	c := content{title: org.Name.In(w.p.Lang), asks: []question{{"tasks-of-organization", []param{{"organization", org.ID}}}}}
	c.toggle = &overlay.Change{Kind: overlay.Without, From: org.ID}
	merge := offer{Title: w.p.Plain("Make it a part of")}
	for _, other := range w.Graph.Organizations() {
		if other.ID != org.ID {
			merge.Choices = append(merge.Choices, choice{overlay.Change{Kind: overlay.Merge, From: org.ID, To: other.ID}.String(), other.Name.In(w.p.Lang)})
		}
	}
	c.offers = []offer{merge}
	var marks []graph.Assignment
	for _, a := range w.Graph.Assignments() {
		if a.Organization == org.ID {
			marks = append(marks, a)
		}
	}
	c.data = map[string]any{"organization": org, "assignments": marks}
	s := document.Section{ID: "marks", Title: w.p.Plain("What it does")}
	s.Blocks = append(s.Blocks, w.registered(i, org)...)
	s.Blocks = append(s.Blocks, w.contacts(org)...)
	table := without(w.markTable(marks, &c.list), 1)
	table.Caption = w.p.Many(len(marks), "{1} mark", "{1} marks").String()
	s.Blocks = append(s.Blocks, document.Block{Table: table})
	c.sections = []document.Section{s}
	if w.Observed != nil {
		c.sections = append(c.sections, document.Section{ID: "observed", Title: w.p.Plain("What was observed"), Blocks: observed.OfOrganization(w.p, *w.Observed, org.ID)})
	}
	return c, nil
}

// markTable lists marks with where they stand in the source.
func (w world) markTable(marks []graph.Assignment, list *document.Listing) *document.Table {
	t := &document.Table{Columns: []document.Column{w.p.Left("Task"), w.p.Left("Organization"), w.p.Left("Role"), w.p.Left("Certainty||mark"), w.p.Left("Mark"), w.p.Left("Where it stands")}}
	*list = document.Listing{Columns: []string{w.p.Plain("Task"), w.p.Plain("Organization"), w.p.Plain("Role"), w.p.Plain("Certainty||mark"), w.p.Plain("Mark"), w.p.Plain("File"), w.p.Plain("Sheet"), w.p.Plain("Row"), w.p.Plain("Column")}}
	for _, a := range marks {
		reading := w.p.Say(string(a.Reading))
		if len(a.Alternatives) > 0 {
			reading = w.p.Say("{1}: it may belong to {2}", reading, messages.OrganizationNames(w.Graph, a.Alternatives, w.p.Language))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: w.p.Task(a.Task)}, {Text: w.p.Organization(a.Organization)}, {Text: w.p.Say(string(a.Role))}, {Text: reading}, document.Text(a.Source.Mark), document.Text(section.Place(a.Source)),
		}})
		list.Rows = append(list.Rows, []any{a.Task, a.Organization, string(a.Role), string(a.Reading), a.Source.Mark, a.Source.File, a.Source.Sheet, a.Source.Line, a.Source.Column})
	}
	return t
}

// without leaves a column of a table out, in which all rows are alike.
func without(t *document.Table, column int) *document.Table {
	t.Columns = slices.Delete(t.Columns, column, column+1)
	for i := range t.Rows {
		t.Rows[i].Cells = slices.Delete(t.Rows[i].Cells, column, column+1)
	}
	return t
}

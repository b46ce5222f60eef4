package render

import (
	"cmp"
	"strings"
	"unicode/utf16"

	"tasuki/analysis/findings"
	"tasuki/graph"
)

// Tables returns the review as tables for those who work in a spreadsheet:
// findings, tasks, assignments, metrics of organizations, flows, concentration,
// losses and the account of the input. Figures are unrounded.
func Tables(g *graph.Graph, r findings.Review, lang graph.Lang) []Listing {
	p := reporter{g, lang}
	return []Listing{
		p.findingSheet(r.Findings), p.taskSheet(r), p.assignmentSheet(), p.metricSheet(r), p.flowSheet(r),
		p.concentrationSheet(r.Concentrations), p.lossSheet(r.Losses), p.accountSheet(r),
	}
}

// newTable returns a table without rows.
func newTable(name string, columns ...column) Listing {
	t := Listing{Name: name}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Head)
	}
	return t
}

func (t *Listing) add(cells ...any) { t.Rows = append(t.Rows, cells) }

// known returns a figure for a cell, or nil when it is not known.
func known[T any](x *T) any {
	if x == nil {
		return nil
	}
	return *x
}

// longestCell is how many UTF-16 units a cell of a spreadsheet holds, less what
// clipped adds.
const longestCell = 32700

// idCell lists IDs in a cell. Of more than a cell holds, it says how many are
// left out.
func (p reporter) idCell(ids []string) string {
	units := 0
	for i, id := range ids {
		units += len(utf16.Encode([]rune(id))) + 2
		if units > longestCell {
			return p.plain("{1} and {2} more", strings.Join(ids[:i], ", "), len(ids)-i)
		}
	}
	return strings.Join(ids, ", ")
}

// clipped returns a text that a cell holds, the rest of a longer one cut off
// with a sign of it.
func clipped(s string) string {
	units := utf16.Encode([]rune(s))
	if len(units) <= longestCell {
		return s
	}
	return string(utf16.Decode(units[:longestCell])) + " […]"
}

func (p reporter) findingSheet(list []findings.Finding) Listing {
	t := newTable(p.plain("Findings"), p.left("Severity"), p.left("Finding"), p.left("How sure"), p.left("Next step"),
		p.left("About"), p.left("Evidence"), p.left("Depends on the marks of"), p.left("Rule"), p.left("Query"))
	for _, f := range list {
		t.add(p.plain(string(f.Severity)), clipped(p.closed(f.Message)), p.badge(f.Certainty).String(), p.nextStep(f).String(),
			cmp.Or(f.Subject.ID, p.subject(f.Subject).String()), p.idCell(f.Evidence), p.idCell(f.DependsOn), f.Rule, f.Query)
	}
	return t
}

func (p reporter) taskSheet(r findings.Review) Listing {
	head := p.right("Betweenness")
	if estimated(r.Bottleneck) {
		head = p.right("Betweenness, estimated")
	}
	t := newTable(p.plain("Tasks"), p.left("Task"), p.left("Full name"), p.left("Heading"), p.left("Timing"), p.left("Leads"), p.left("Supports"),
		p.left("Unavoidable in"), head, p.left("Place"))
	unavoidable, betweenness := map[string][]string{}, map[string]float64{}
	for _, s := range r.FlowSPOFs {
		for _, id := range s.Tasks {
			unavoidable[id] = append(unavoidable[id], s.Flow)
		}
	}
	for _, l := range r.Bottleneck.Tasks {
		betweenness[l.Task] = l.Betweenness.Value
	}
	for i, task := range p.g.Tasks() {
		var between any
		if value, ok := betweenness[task.ID]; ok {
			between = value
		}
		t.add(task.ID, clipped(task.Name.In(p.lang)), p.heading(task), p.optionalWord(string(task.Timing)),
			p.idCell(p.ids(p.g.Leads(i))), p.idCell(p.ids(p.g.Supports(i))), p.idCell(unavoidable[task.ID]), between, task.Source.String())
	}
	return t
}

func (p reporter) ids(organizations []int) []string {
	var list []string
	for _, i := range organizations {
		list = append(list, p.g.Organizations()[i].ID)
	}
	return list
}

// optionalWord returns a word of a vocabulary, or nil where none is declared.
func (p reporter) optionalWord(word string) any {
	if word == "" {
		return nil
	}
	return p.plain(word)
}

func (p reporter) assignmentSheet() Listing {
	t := newTable(p.plain("Assignments"), p.left("Task"), p.left("Organization"), p.left("Role"), p.left("Reading"), p.left("May belong to"), p.left("Why"), p.left("Place"), p.left("Mark"))
	for _, a := range p.g.Assignments() {
		t.add(a.Task, a.Organization, p.plain(string(a.Role)), p.plain(string(a.Reading)), p.idCell(a.Alternatives),
			clipped(a.Reason.In(p.lang)), a.Source.String(), a.Source.Mark)
	}
	return t
}

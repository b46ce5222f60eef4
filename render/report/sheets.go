package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf16"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/observed"
	"tasuki/render/report/section"
)

// Tables returns the review as tables for those who work in a spreadsheet:
// findings, tasks, assignments, metrics of organizations, flows, concentration,
// losses and the account of the input. Figures are unrounded.
func Tables(g *graph.Graph, r findings.Review, lang messages.Language) []document.Listing {
	p := messages.Printer{Graph: g, Language: lang}
	list := []document.Listing{
		findingSheet(p, r.Findings), taskSheet(p, r), assignmentSheet(p), metricSheet(p, r), flowSheet(p, r),
		concentrationSheet(p, r.Concentrations), lossSheet(p, r.Losses), accountSheet(p, r),
	}
	if r.Observed != nil {
		list = append(list, observed.Sheets(p, *r.Observed)...)
	}
	return list
}

// newTable returns a table without rows.
func newTable(name string, columns ...document.Column) document.Listing {
	t := document.Listing{Name: name}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Head)
	}
	return t
}

func add(t *document.Listing, cells ...any) { t.Rows = append(t.Rows, cells) }

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
func idCell(p messages.Printer, ids []string) string {
	units := 0
	for i, id := range ids {
		units += len(utf16.Encode([]rune(id))) + 2
		if units > longestCell {
			return p.Plain("{1} and {2} more", strings.Join(ids[:i], ", "), len(ids)-i)
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

func findingSheet(p messages.Printer, list []findings.Finding) document.Listing {
	t := newTable(p.Plain("Findings"), p.Left("Severity"), p.Left("Finding"), p.Left("How sure"), p.Left("Next step"),
		p.Left("About"), p.Left("Evidence"), p.Left("Depends on the marks of"), p.Left("Rule"), p.Left("Query"), p.Left("ID"), p.Left("Decision"))
	for _, f := range list {
		add(&t, p.Plain(string(f.Severity)), clipped(p.Closed(f.Message)), p.Badge(f.Certainty).String(), nextStep(p, f).String(),
			cmp.Or(f.Subject.ID, p.Subject(f.Subject).String()), idCell(p, f.Evidence), idCell(p, f.DependsOn), f.Rule, f.Query, f.ID, clipped(strings.Join(p.Decided(f), "\n")))
	}
	return t
}

func taskSheet(p messages.Printer, r findings.Review) document.Listing {
	head := p.Right("Betweenness")
	if section.Estimated(r.Bottleneck) {
		head = p.Right("Betweenness, estimated")
	}
	columns := []document.Column{p.Left("Task"), p.Left("Full name"), p.Left("Heading"), p.Left("Timing"), p.Left("Leads"), p.Left("Supports"),
		p.Left("Unavoidable in"), head, p.Left("Place")}
	answered := saysAccountable(p)
	if answered {
		columns = slices.Insert(columns, 5, p.Left("Accountable"))
	}
	t := newTable(p.Plain("Tasks"), columns...)
	unavoidable, betweenness := map[string][]string{}, map[string]float64{}
	for _, s := range r.FlowSPOFs {
		for _, id := range s.Tasks {
			unavoidable[id] = append(unavoidable[id], s.Flow)
		}
	}
	for _, l := range r.Bottleneck.Tasks {
		betweenness[l.Task] = l.Betweenness.Value
	}
	for i, task := range p.Graph.Tasks() {
		var between any
		if value, ok := betweenness[task.ID]; ok {
			between = value
		}
		cells := []any{task.ID, clipped(task.Name.In(p.Lang)), headingText(p, task), optionalWord(p, string(task.Timing)),
			idCell(p, ids(p, p.Graph.Leads(i))), idCell(p, ids(p, p.Graph.Supports(i))), idCell(p, unavoidable[task.ID]), between, task.Source.String()}
		if answered {
			cells = slices.Insert(cells, 5, any(idCell(p, ids(p, p.Graph.Accountable(i)))))
		}
		add(&t, cells...)
	}
	return t
}

func ids(p messages.Printer, organizations []int) []string {
	var list []string
	for _, i := range organizations {
		list = append(list, p.Graph.Organizations()[i].ID)
	}
	return list
}

// optionalWord returns a word of a vocabulary, or nil where none is declared.
func optionalWord(p messages.Printer, word string) any {
	if word == "" {
		return nil
	}
	return p.Plain(word)
}

func assignmentSheet(p messages.Printer) document.Listing {
	t := newTable(p.Plain("Assignments"), p.Left("Task"), p.Left("Organization"), p.Left("Role"), p.Left("Reading"), p.Left("May belong to"), p.Left("Why"), p.Left("Place"), p.Left("Mark"))
	for _, a := range p.Graph.Assignments() {
		add(&t, a.Task, a.Organization, p.Plain(string(a.Role)), p.Plain(string(a.Reading)), idCell(p, a.Alternatives),
			clipped(a.Reason.In(p.Lang)), a.Source.String(), a.Source.Mark)
	}
	return t
}

package report

import (
	"cmp"
	"slices"

	"tasuki/analysis/findings"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/section"
)

// accounts says what became of the input, and under which rules it was read.
func accounts(p messages.Printer, r findings.Review) []document.Block {
	d := p.Graph.Dataset()
	blocks := []document.Block{{Text: p.Say("Nothing was imported from a matrix: the facts were declared as they are.")}}
	if d.Account != nil {
		blocks = account(p, *d.Account)
	}
	return slices.Concat([]document.Block{{Facts: totals(p, r.Totals)}}, blocks, rulesPhrase(p, r.Rules))
}

// account accounts for every row and mark of the input.
func account(p messages.Printer, a graph.Account) []document.Block {
	t := &document.Table{
		Caption: p.Plain("Every row and every mark of the input"),
		Columns: []document.Column{p.Left("Input"), p.Right("In"), p.Left("Became")},
	}
	add := func(name string, n int, became document.Phrase) {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Text(name), document.Text(messages.Whole(n)), {Text: became}}})
	}
	add(p.Plain("Rows"), a.Rows.In, p.Say("{1} loaded, {2} rejected", a.Rows.Loaded, a.Rows.Rejected))
	if n := a.Rows.AccountableLeads; n > 0 {
		add(p.Plain("Rows without a lead mark"), n, p.Say("led by who is accountable"))
	}
	add(p.Plain("Marks"), a.Marks.In, marksBecame(p, a.Marks))
	add(p.Plain("Supplies"), a.Supplies, p.Say("{1} loaded", a.Supplies))
	blocks := []document.Block{{Table: t}}
	if len(a.Elements) > 0 && a.Rows.In+a.Marks.In+a.Supplies == 0 {
		blocks = nil
	}
	blocks = append(blocks, elements(p, a.Elements)...)
	list := func(title document.Phrase, items []document.Phrase) {
		if len(items) > 0 {
			blocks = append(blocks, document.Block{Head: title}, document.Block{Items: items})
		}
	}
	list(p.Say("Cells among the marks that could not be read"), unreadGroups(p, a.Unread))
	list(p.Say("Assumptions: proposed, not declared"), messages.Each(a.Assumptions, func(n said.Note) document.Phrase { return document.Words(p.Told(n)) }))
	list(p.Say("Organizations without any mark"), messages.Each(a.WithoutMarks, p.Organization))
	list = func(title document.Phrase, items []document.Phrase) {
		if len(items) > 0 {
			blocks = append(blocks, document.Block{Group: &document.Group{Title: p.Say("{1} ({2})", title, len(items)), Folded: true, Blocks: []document.Block{{Items: items}}}})
		}
	}
	list(p.Say("Headings from which no mark was read"), headings(p, a.UnusedHeadings))
	var outside []document.Phrase
	for _, s := range a.Outside {
		outside = append(outside, document.Words(section.Place(s)))
	}
	list(p.Say("Glyphs outside every block, so not read"), outside)
	return blocks
}

// marksBecame says how many marks are how sure.
func marksBecame(p messages.Printer, m graph.MarkCount) document.Phrase {
	if m.Unread > 0 {
		return p.Say("{1} as printed, {2} realigned, {3} uncertain, {4} unread", m.Printed, m.Realigned, m.Uncertain, m.Unread)
	}
	return p.Say("{1} as printed, {2} realigned, {3} uncertain", m.Printed, m.Realigned, m.Uncertain)
}

func headings(p messages.Printer, list []graph.Heading) []document.Phrase {
	var items []document.Phrase
	for _, h := range list {
		item := p.Say("{1}, at {2}", cmp.Or(h.Text, p.Plain("(no text)")), h.Source.String())
		if h.Organization != "" {
			item = p.Say("{1}: {2}", item, p.Organization(h.Organization))
		}
		items = append(items, item)
	}
	return items
}

package render

import (
	"cmp"

	"tasuki/analysis/findings"
	"tasuki/graph"
)

// accounts says what became of the input, and under which rules it was read.
func (p reporter) accounts(r findings.Review) []block {
	d := p.g.Dataset()
	if d.Account == nil {
		return append([]block{{Text: p.say("Nothing was imported from a matrix: the facts were declared as they are.")}}, p.rules(r.Rules)...)
	}
	return append(p.account(*d.Account), p.rules(r.Rules)...)
}

// account accounts for every row and mark of the input.
func (p reporter) account(a graph.Account) []block {
	t := &table{
		Caption: p.plain("Every row and every mark of the input"),
		Columns: []column{p.left("Input"), p.right("In"), p.left("Became")},
	}
	add := func(name string, n int, became phrase) {
		t.Rows = append(t.Rows, row{Cells: []cell{text(name), text(whole(n)), {Text: became}}})
	}
	add(p.plain("Rows"), a.Rows.In, p.say("{1} loaded, {2} rejected", a.Rows.Loaded, a.Rows.Rejected))
	add(p.plain("Marks"), a.Marks.In, p.say("{1} as printed, {2} realigned, {3} uncertain", a.Marks.Printed, a.Marks.Realigned, a.Marks.Uncertain))
	add(p.plain("Supplies"), a.Supplies, p.say("{1} loaded", a.Supplies))
	blocks := []block{{Table: t}}
	list := func(title phrase, items []phrase) {
		if len(items) > 0 {
			blocks = append(blocks, block{Head: title}, block{Items: items})
		}
	}
	list(p.say("Assumptions: proposed, not declared"), each(a.Assumptions, words))
	list(p.say("Organizations without any mark"), each(a.WithoutMarks, p.organization))
	list(p.say("Headings from which no mark was read"), p.headings(a.UnusedHeadings))
	var outside []phrase
	for _, s := range a.Outside {
		outside = append(outside, words(place(s)))
	}
	list(p.say("Glyphs outside every block, so not read"), outside)
	return blocks
}

func (p reporter) headings(list []graph.Heading) []phrase {
	var items []phrase
	for _, h := range list {
		item := p.say("{1}, at {2}", cmp.Or(h.Text, p.plain("(no text)")), h.Source.String())
		if h.Organization != "" {
			item = p.say("{1}: {2}", item, p.organization(h.Organization))
		}
		items = append(items, item)
	}
	return items
}

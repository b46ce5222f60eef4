package section

import (
	"strconv"

	"tasuki/analysis/bottleneck"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
)

// timedLoadNote says what loads by timing were computed with.
func timedLoadNote(p messages.Printer, weights []bottleneck.TimingWeight) document.Block {
	var known, unknown []document.Phrase
	for _, w := range weights {
		if w.PerYear == nil {
			unknown = append(unknown, p.Say("{1} ({2})", p.Say(w.Timing), w.Led))
			continue
		}
		times := strconv.FormatFloat(*w.PerYear, 'f', -1, 64)
		known = append(known, p.Say("{1} {2} ({3})", p.Say(w.Timing), catalogue.Grouped(times), w.Led))
	}
	note := p.Say("Times a year counts each led task as often as its timing says it is done in a year (in brackets, how many tasks): {1}.", p.List(known))
	if len(unknown) > 0 {
		note = p.Sentences(note, p.Say("How often the others are done is not known, and they come on top (≥): {1}.", p.List(unknown)))
	}
	return document.Block{Note: p.Sentences(note, p.Say("Other numbers: --timing-weights."))}
}

// timedLoad returns the load of an organization, and how many of its tasks are
// not in it.
func timedLoad(l *bottleneck.TimedLoad) []document.Cell {
	switch {
	case l.Unweighted == 0:
		return []document.Cell{document.Text(messages.Tenths(l.PerYear)), document.Text(messages.Tenths(0))}
	case l.Weighted == 0:
		return []document.Cell{document.Text(messages.Unknown), document.Text(messages.Tenths(l.Unweighted))}
	}
	return []document.Cell{document.Text("≥ " + messages.Tenths(l.PerYear)), document.Text(messages.Tenths(l.Unweighted))}
}

// placings shows where each organization stands by each figure alone.
func placings(p messages.Printer, organizations []bottleneck.OrganizationLoad) document.Block {
	t := &document.Table{
		Caption: p.Plain("Rank by each figure alone; the order is by the first three, in turn"),
		Over:    []document.Heading{{Text: "", Width: 1}, {Text: p.Plain("Rank by"), Width: 5}, {Text: p.Plain("Betweenness by amount of work"), Width: 2}},
		Columns: []document.Column{
			p.Left("Organization"), p.Right("Lead marks"), p.Right("Handoffs"), p.Right("Betweenness"),
			p.Right("By amount"), p.Right("Times a year"), p.Right("Value"), p.Right("Normalized"),
		},
	}
	for _, o := range organizations {
		cells := []document.Cell{{Text: p.Organization(o.Organization)}, document.Text(strconv.Itoa(o.RankByLeadMarks))}
		for _, rank := range []*int{o.RankByHandoffs, o.RankByBetweenness, o.RankByWeightedBetweenness, o.RankByTimedLoad} {
			cells = append(cells, document.Text(messages.Optional(rank, strconv.Itoa)))
		}
		t.Rows = append(t.Rows, document.Row{Cells: append(cells, centrality(o.WeightedBetweenness)...)})
	}
	return document.Block{Group: &document.Group{Title: p.Say("Where each organization stands by each figure"), Folded: true, Blocks: []document.Block{{Table: t}}}}
}

package render

import (
	"strconv"

	"tasuki/analysis/bottleneck"
)

// timedLoadNote says what loads by timing were computed with.
func (p reporter) timedLoadNote(weights []bottleneck.TimingWeight) block {
	var known, unknown []phrase
	for _, w := range weights {
		if w.PerYear == nil {
			unknown = append(unknown, p.say("{1} ({2})", p.say(w.Timing), w.Led))
			continue
		}
		times := strconv.FormatFloat(*w.PerYear, 'f', -1, 64)
		known = append(known, p.say("{1} {2} ({3})", p.say(w.Timing), grouped(times), w.Led))
	}
	note := p.say("Times a year counts each led task as often as its timing says it is done in a year (in brackets, how many tasks): {1}.", p.list(known))
	if len(unknown) > 0 {
		note = p.sentences(note, p.say("How often the others are done is not known, and they come on top (≥): {1}.", p.list(unknown)))
	}
	return block{Note: p.sentences(note, p.say("Other numbers: --timing-weights."))}
}

// timedLoad returns the load of an organization, and how many of its tasks are
// not in it.
func timedLoad(l *bottleneck.TimedLoad) []cell {
	switch {
	case l.Unweighted == 0:
		return []cell{text(tenths(l.PerYear)), text(tenths(0))}
	case l.Weighted == 0:
		return []cell{text(unknown), text(tenths(l.Unweighted))}
	}
	return []cell{text("≥ " + tenths(l.PerYear)), text(tenths(l.Unweighted))}
}

// placings shows where each organization stands by each figure alone.
func (p reporter) placings(organizations []bottleneck.OrganizationLoad) block {
	t := &table{
		Caption: p.plain("Rank by each figure alone; the order is by the first three, in turn"),
		Over:    []heading{{"", 1}, {p.plain("Rank by"), 5}, {p.plain("Betweenness by amount of work"), 2}},
		Columns: []column{
			p.left("Organization"), p.right("Lead marks"), p.right("Handoffs"), p.right("Betweenness"),
			p.right("By amount"), p.right("Times a year"), p.right("Value"), p.right("Normalized"),
		},
	}
	for _, o := range organizations {
		cells := []cell{{Text: p.organization(o.Organization)}, text(strconv.Itoa(o.RankByLeadMarks))}
		for _, rank := range []*int{o.RankByHandoffs, o.RankByBetweenness, o.RankByWeightedBetweenness, o.RankByTimedLoad} {
			cells = append(cells, text(optional(rank, strconv.Itoa)))
		}
		t.Rows = append(t.Rows, row{Cells: append(cells, centrality(o.WeightedBetweenness)...)})
	}
	return block{Group: &group{Title: p.say("Where each organization stands by each figure"), Folded: true, Blocks: []block{{Table: t}}}}
}

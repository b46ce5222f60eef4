package render

import (
	"io"

	"tasuki/analysis/drill"
	"tasuki/graph"
)

// CoverageText writes which handoffs drills have tested, and which never.
func CoverageText(w io.Writer, g *graph.Graph, c drill.RecordCoverage, lang graph.Lang) error {
	return writeText(w, reporter{g, lang}.coverage(c))
}

func (p reporter) coverage(c drill.RecordCoverage) []block {
	if c.Handoffs == 0 {
		return p.undeclared(p.say("What drills cover needs flows with handoffs, and none is declared."))
	}
	blocks := []block{
		{Text: p.say("{1} of {2} handoffs of flows have ever been tested, {3} are untested (entries in the record: {4}).", c.Tested, c.Handoffs, c.Untested, c.Entries)},
		{Text: p.say("By the last entry: {1} confirmed, {2} inconclusive, {3} not performed, {4} without any entry.", c.Confirmed, c.Inconclusive, c.NotPerformed, c.NoEntry)},
		{Table: p.coverageByFlow(c)},
	}
	for _, f := range c.Flows {
		if len(f.List) > 0 {
			blocks = append(blocks, block{Group: &group{Title: p.flowTitle(f.Flow), Blocks: []block{{Table: p.flowCoverage(f)}}}})
		}
	}
	if len(c.Undeclared) > 0 {
		blocks = append(blocks, block{Group: &group{
			Title:  p.many(len(c.Undeclared), "{1} entry about a handoff that is not declared", "{1} entries about handoffs that are not declared"),
			Blocks: []block{{Items: p.undeclaredEntries(c.Undeclared)}},
		}})
	}
	return blocks
}

func (p reporter) coverageByFlow(c drill.RecordCoverage) *table {
	t := &table{
		Caption: p.plain("Handoffs of each flow by the outcome of their last entry. Tested: ever confirmed or inconclusive; untested: the others."),
		Columns: []column{p.left("Flow"), p.right("Handoffs"), p.right("Tested"), p.right("Untested"), p.right("Confirmed"), p.right("Inconclusive"), p.right("Not performed"), p.right("No entry")},
	}
	add := func(name phrase, n drill.Counts) {
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: name}, text(whole(n.Handoffs)), text(whole(n.Tested)), text(whole(n.Untested)), text(whole(n.Confirmed)), text(whole(n.Inconclusive)), text(whole(n.NotPerformed)), text(whole(n.NoEntry)),
		}})
	}
	for _, f := range c.Flows {
		add(p.flowTitle(f.Flow), f.Counts)
	}
	add(p.say("all flows"), c.Counts)
	return t
}

func (p reporter) flowCoverage(f drill.FlowCoverage) *table {
	t := &table{Columns: []column{p.left("Handoff"), p.left("Last tested"), p.left("Outcome"), p.left("Last entry"), p.wide("Note")}}
	for _, h := range f.List {
		tested, outcome, last, note := p.say("never"), phrase(nil), phrase(nil), ""
		if h.LastTested != nil {
			tested, outcome = words(h.LastTested.Time), p.outcome(h.LastTested.Outcome)
		}
		if h.Last != nil {
			note = h.Last.Note
		}
		if h.Last != h.LastTested {
			last = p.say("{1}, {2}", h.Last.Time, p.outcome(h.Last.Outcome))
		}
		t.Rows = append(t.Rows, row{Cells: []cell{{Text: p.way([]string{h.From, h.To})}, {Text: tested}, {Text: outcome}, {Text: last}, text(note)}})
	}
	return t
}

// outcome names an outcome.
func (p reporter) outcome(o drill.Outcome) phrase {
	switch o {
	case drill.Confirmed:
		return p.say("confirmed")
	case drill.Inconclusive:
		return p.say("inconclusive")
	}
	return p.say("not performed")
}

func (p reporter) undeclaredEntries(list []drill.Entry) []phrase {
	var items []phrase
	for _, e := range list {
		items = append(items, p.say("{1}, {2}: {3} → {4}, {5}", e.Time, e.Flow, e.From, e.To, p.outcome(e.Outcome)))
	}
	return items
}

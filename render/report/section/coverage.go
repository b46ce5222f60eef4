package section

import (
	"io"
	"slices"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/document/text"
	"tasuki/render/messages"
)

// CoverageText writes which handoffs drills have tested, and which never.
func CoverageText(w io.Writer, g *graph.Graph, c drill.RecordCoverage, lang messages.Language) error {
	return text.WriteText(w, coverage(messages.Printer{Graph: g, Language: lang}, c))
}

func coverage(p messages.Printer, c drill.RecordCoverage) []document.Block {
	if c.Handoffs == 0 {
		return Undeclared(p, p.Say("What drills cover needs flows with handoffs, and none is declared."))
	}
	blocks := []document.Block{
		{Text: p.Say("{1} of {2} handoffs of flows have ever been tested, {3} are untested (entries in the record: {4}).", c.Tested, c.Handoffs, c.Untested, c.Entries)},
		{Text: p.Say("By the last entry: {1} confirmed, {2} inconclusive, {3} not performed, {4} without any entry.", c.Confirmed, c.Inconclusive, c.NotPerformed, c.NoEntry)},
	}
	if c.OverAYear > 0 {
		blocks = append(blocks, document.Block{Text: p.Say("Tested more than a year ago, counted back from {1}: {2} of the {3} tested. Test them again.", c.On, c.OverAYear, c.Tested)})
	}
	blocks = append(blocks, document.Block{Table: coverageByFlow(p, c)})
	for _, f := range c.Flows {
		if len(f.List) > 0 {
			blocks = append(blocks, document.Block{Group: &document.Group{Title: p.FlowTitle(f.Flow), Blocks: []document.Block{{Table: flowCoverage(p, f)}}}})
		}
	}
	if len(c.Unplayed) > 0 {
		blocks = append(blocks, document.Block{Group: &document.Group{
			Title:  p.Many(len(c.Unplayed), "{1} handoff that no drill can play", "{1} handoffs that no drill can play"),
			Blocks: []document.Block{{Items: messages.Each(c.Unplayed, func(u drill.Unplayed) document.Phrase { return unplayed(p, u) })}},
		}})
	}
	if len(c.Undeclared) > 0 {
		blocks = append(blocks, document.Block{Group: &document.Group{
			Title:  p.Many(len(c.Undeclared), "{1} entry about a handoff that is not declared", "{1} entries about handoffs that are not declared"),
			Blocks: []document.Block{{Items: undeclaredEntries(p, c.Undeclared)}},
		}})
	}
	return blocks
}

// FlowCoverage says which handoffs of one flow drills have tested, and which never.
func FlowCoverage(p messages.Printer, c drill.RecordCoverage, flow string) []document.Block {
	for _, f := range c.Flows {
		if f.Flow == flow && len(f.List) > 0 {
			blocks := []document.Block{{Text: p.Say("{1} of {2} handoffs of the flow have ever been tested, {3} are untested.", f.Tested, f.Handoffs, f.Untested)}}
			if f.OverAYear > 0 {
				blocks = append(blocks, document.Block{Text: p.Say("Tested more than a year ago, counted back from {1}: {2} of the {3} tested. Test them again.", c.On, f.OverAYear, f.Tested)})
			}
			return append(blocks, document.Block{Table: flowCoverage(p, f)})
		}
	}
	return []document.Block{{Text: p.Say("The flow has no handoff that a drill could test.")}}
}

func coverageByFlow(p messages.Printer, c drill.RecordCoverage) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Handoffs of each flow by the outcome of their last entry. Tested: ever confirmed or inconclusive; untested: the others. Over a year: tested, but more than a year ago."),
		Columns: []document.Column{p.Left("Flow"), p.Right("Handoffs"), p.Right("Tested"), p.Right("Untested"), p.Right("Over a year"), p.Right("Confirmed"), p.Right("Inconclusive"), p.Right("Not performed"), p.Right("No entry")},
	}
	add := func(name document.Phrase, n drill.Counts) {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: name}, document.Text(messages.Whole(n.Handoffs)), document.Text(messages.Whole(n.Tested)), document.Text(messages.Whole(n.Untested)), document.Text(messages.Whole(n.OverAYear)), document.Text(messages.Whole(n.Confirmed)), document.Text(messages.Whole(n.Inconclusive)), document.Text(messages.Whole(n.NotPerformed)), document.Text(messages.Whole(n.NoEntry)),
		}})
	}
	for _, f := range c.Flows {
		add(p.FlowTitle(f.Flow), f.Counts)
	}
	add(p.Say("all flows"), c.Counts)
	return t
}

func flowCoverage(p messages.Printer, f drill.FlowCoverage) *document.Table {
	t := &document.Table{Columns: []document.Column{p.Left("Handoff"), p.Left("Last tested"), p.Left("Outcome"), p.Left("Last entry")}}
	measured := slices.ContainsFunc(f.List, func(h drill.HandoffCoverage) bool { return h.Measured > 0 })
	if measured {
		t.Columns = append(t.Columns, p.Right("Minutes declared"), p.Right("Minutes measured"), p.Right("Difference"))
	}
	t.Columns = append(t.Columns, p.Wide("Note"))
	for _, h := range f.List {
		tested, outcome, last, note := p.Say("never"), document.Phrase(nil), document.Phrase(nil), ""
		if h.LastTested != nil {
			tested, outcome = document.Words(h.LastTested.Time), outcomePhrase(p, h.LastTested.Outcome)
		}
		if h.OverAYear {
			tested = p.Say("{1} (more than a year ago)", h.LastTested.Time)
		}
		if h.Last != nil {
			note = h.Last.Note
		}
		if h.Last != h.LastTested {
			last = p.Say("{1}, {2}", h.Last.Time, outcomePhrase(p, h.Last.Outcome))
		}
		cells := []document.Cell{{Text: p.Way([]string{h.From, h.To})}, {Text: tested}, {Text: outcome}, {Text: last}}
		if measured {
			cells = append(cells, document.Text(messages.Known(h.Minutes)), document.Text(messages.Known(h.Measured)), document.Text(messages.Difference(h.Measured, h.Minutes)))
		}
		t.Rows = append(t.Rows, document.Row{Cells: append(cells, document.Text(note))})
	}
	return t
}

// unplayed says why no drill can play a handoff.
func unplayed(p messages.Printer, u drill.Unplayed) document.Phrase {
	why := p.Say("so many ways lead there that none was found which plays it")
	switch u.Reason {
	case drill.BehindGoal:
		why = p.Say("it leaves a goal, where a drill ends")
	case drill.NotReached:
		why = p.Say("work comes there from no start, or only past a goal")
	case drill.UnledStart:
		why = p.Say("work comes there only from a start that nobody leads")
	case drill.ToDeadEnd:
		why = p.Say("what follows reaches no goal")
	case drill.LeadsBack:
		why = p.Say("it leads only back to where the work has come from")
	}
	return p.Say("{1}, {2}: {3}", p.FlowTitle(u.Flow), p.Way([]string{u.From, u.To}), why)
}

// outcomePhrase names an outcome.
func outcomePhrase(p messages.Printer, o drill.Outcome) document.Phrase {
	switch o {
	case drill.Confirmed:
		return p.Say("confirmed")
	case drill.Inconclusive:
		return p.Say("inconclusive")
	}
	return p.Say("not performed")
}

func undeclaredEntries(p messages.Printer, list []drill.Entry) []document.Phrase {
	var items []document.Phrase
	for _, e := range list {
		items = append(items, p.Say("{1}, {2}: {3} → {4}, {5}", e.Time, e.Flow, e.From, e.To, outcomePhrase(p, e.Outcome)))
	}
	return items
}

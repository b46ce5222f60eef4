package fixes

import (
	"tasuki/analysis/consequence"
	"tasuki/analysis/fix"
	"tasuki/analysis/placement"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// marks returns each mark with what it is for and who could have it.
func marks(p messages.Printer, f fix.Fix) []document.Block {
	if len(f.Marks) == 0 {
		return nil
	}
	blocks := []document.Block{{Head: p.Say("Marks to add ({1})", len(f.Marks))},
		{Text: p.Say("Candidates are ranked by the tasks beside this one that they lead or support: the client last, before it who does nothing near; then who supports this task; then by tasks of its category, phase, flows, and next to it by handoffs, most first; ties by ID. The first is proposed.")}}
	for i, m := range f.Marks {
		if i == shown {
			return append(blocks, document.Block{Items: []document.Phrase{p.Say("and {1} more (--output json lists all)", len(f.Marks)-shown)}})
		}
		head := p.Say("{1}: {2} as a supporter", p.Task(m.Task), p.Organization(m.Organization))
		if m.Role == graph.Lead {
			head = p.Say("{1}: {2} as a further lead", p.Task(m.Task), p.Organization(m.Organization))
		}
		items := []document.Phrase{p.Say("led today by {1}", idList(p, m.Leads)), purpose(p, m)}
		for j, c := range m.Candidates {
			items = append(items, p.Say("candidate {1}: {2}", j+1, candidate(p, c)))
		}
		blocks = append(blocks, document.Block{Text: messages.Strong(head)}, document.Block{Items: items})
	}
	return blocks
}

// purpose says what is so without a mark.
func purpose(p messages.Printer, m fix.Proposal) document.Phrase {
	if len(m.Prevents) == 0 {
		return p.Say("for the share: it takes a part of the task from who leads it")
	}
	const few = 3
	list := messages.Each(m.Prevents[:min(few, len(m.Prevents))], func(s fix.Stop) document.Phrase {
		return p.Say("{1} (by {2})", p.FlowName(s.Flow), idList(p, s.Organizations))
	})
	said := p.List(list)
	if n := len(m.Prevents) - few; n > 0 {
		said = p.Say("{1} and {2} more", said, n)
	}
	return p.Many(len(m.Prevents), "stopped through it today, and without this mark still: {2}", "stopped through it today, and without this mark still, {1} flows: {2}", said)
}

// candidate says what speaks for an organization.
func candidate(p messages.Printer, c fix.Candidate) document.Phrase {
	var reasons []document.Phrase
	if c.Supports {
		reasons = append(reasons, p.Say("supports this task"))
	}
	note := func(n int, said document.Phrase) {
		if n > 0 {
			reasons = append(reasons, said)
		}
	}
	note(c.Category, p.Many(c.Category, "{1} task of its category", "{1} tasks of its category"))
	note(c.Phase, p.Many(c.Phase, "{1} task of its phase", "{1} tasks of its phase"))
	note(c.Flow, p.Many(c.Flow, "{1} task of its flows", "{1} tasks of its flows"))
	note(c.Neighbours, p.Many(c.Neighbours, "{1} task next to it", "{1} tasks next to it"))
	if len(reasons) == 0 {
		reasons = append(reasons, p.Say("does nothing near it"))
	}
	if c.Client {
		reasons = append(reasons, p.Say("is the client"))
	}
	return p.Say("{1} – {2}", p.Organization(c.Organization), p.List(reasons))
}

// figures are those before and with the marks.
func figures(f fix.Fix) [2]consequence.Measures {
	return [2]consequence.Measures{f.Checked.Before, f.Checked.After}
}

// checked says what the second analysis finds.
func checked(p messages.Printer, f fix.Fix) document.Phrase {
	var said document.Phrase
	switch n := len(f.Checked.Stops); {
	case len(f.Target.Flows) == 0:
	case n > 0:
		said = p.Many(n, "With these marks single organizations stop {1} of {2} flows, those that no mark changes.", "With these marks single organizations stop {1} of {2} flows, those that no mark changes.", len(f.Checked.Grounds))
	default:
		said = p.Many(len(f.Checked.Grounds), "With these marks no single organization stops the flow.", "With these marks no single organization stops any of the {1} flows.")
	}
	if f.Share != nil && f.Checked.After.Percent != nil {
		said = p.Sentences(said, p.Say("The largest share is {1}.", messages.Percentage(*f.Checked.After.Percent)))
	}
	if more := f.Checked.After.Stops - f.Checked.Before.Stops; more > 0 {
		said = p.Sentences(said, p.Many(more, "But {1} pair more of an organization and a flow that it stops comes with them.", "But {1} pairs more of an organization and a flow that it stops come with them."))
	}
	return said
}

// rests says what would be so if facts were others that are not sure.
func rests(p messages.Printer, f fix.Fix) []document.Phrase {
	var items []document.Phrase
	if n, names := those(p, f, func(g fix.Ground) bool { return g.Marks == placement.Depends }); n > 0 {
		items = append(items, p.Many(n, "in another reading of uncertain marks others stop {1} flow, or nobody does: {2}", "in other readings of uncertain marks others stop {1} flows, or nobody does: {2}", names))
	}
	if n, names := those(p, f, func(g fix.Ground) bool { return !g.Stated.Works }); n > 0 {
		items = append(items, p.Many(n, "without handoffs that were inferred {1} flow does not work: {2}", "without handoffs that were inferred {1} flows do not work: {2}", names))
	}
	if n, names := those(p, f, func(g fix.Ground) bool { return g.Stated.Works && len(g.Stated.Organizations) > 0 }); n > 0 {
		items = append(items, p.Many(n, "without handoffs that were inferred a single organization stops {1} flow: {2}", "without handoffs that were inferred single organizations stop {1} flows: {2}", names))
	}
	if n, names := those(p, f, func(g fix.Ground) bool { return g.AllNeeded != nil && len(g.AllNeeded.Organizations) > 0 }); n > 0 {
		items = append(items, p.Many(n, "if all handoffs were needed where nobody declared that one is enough, a single organization would stop {1} flow: {2}",
			"if all handoffs were needed where nobody declared that one is enough, single organizations would stop {1} flows: {2}", names))
	}
	if n := len(f.Unled); n > 0 {
		items = append(items, p.Many(n, "nobody leads {1} task of the flows, which counts as done: {2}", "nobody leads {1} tasks of the flows, which count as done: {2}", taskList(p, f.Unled[:min(3, n)])))
	}
	return items
}

// those counts flows, and names the first of them.
func those(p messages.Printer, f fix.Fix, is func(fix.Ground) bool) (n int, names document.Phrase) {
	const named = 3
	var list []document.Phrase
	for _, g := range f.Checked.Grounds {
		if is(g) {
			list = append(list, p.FlowName(g.Flow))
		}
	}
	if n = len(list); n > named {
		return n, p.Say("{1} and {2} more", p.List(list[:named]), n-named)
	}
	return n, p.List(list)
}

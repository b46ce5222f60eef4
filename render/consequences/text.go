package consequences

import (
	"tasuki/analysis/consequence"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Blocks returns what follows from changes: the answer, the rules by which it is so, the
// groups, and the figures before and after. Of a long group the first entries are listed,
// and rest says where the others are.
func Blocks(p messages.Printer, changes []overlay.Change, c consequence.Consequences, rest func(more int) document.Phrase) []document.Block {
	blocks := []document.Block{{Text: Answer(p, changes, c)}, {Text: inForce(p, c)}}
	for _, g := range groups(p, c) {
		if len(g.list) == 0 {
			continue
		}
		if more := len(g.list) - len(g.items); more > 0 {
			g.items = append(g.items, rest(more))
		}
		blocks = append(blocks, document.Block{Head: p.Say("{1} ({2})", g.title, len(g.list))}, document.Block{Items: g.items})
	}
	return append(blocks, document.Block{Table: Figures(p, p.Plain("Figures before and after"),
		[2]document.Column{p.Left("Before"), p.Left("After")}, [2]consequence.Measures{c.FiguresBefore, c.FiguresAfter})})
}

// named is how many flows the answer names.
const named = 3

// Answer says in one sentence how many flows stop.
func Answer(p messages.Printer, changes []overlay.Change, c consequence.Consequences) document.Phrase {
	flows, n := c.FiguresBefore.Working, len(c.Breaks)
	when := p.Say("With no change")
	if len(changes) > 0 {
		when = Changes(p, changes)
	}
	switch {
	case flows == 0 && c.FiguresBefore.Flows == 0:
		return p.Many(len(c.Nobody), "{2}, {1} of {3} tasks is left with nobody. No flow is declared, so that none can stop.",
			"{2}, {1} of {3} tasks are left with nobody. No flow is declared, so that none can stop.", when, c.FiguresBefore.Tasks)
	case n == 0:
		return p.Say("{1}, none of {2} flows stops.", when, flows)
	}
	names := messages.Each(c.Breaks[:min(n, named)], func(e consequence.Concerned) document.Phrase { return p.FlowName(e.ID) })
	list := p.List(names)
	if n > named {
		list = p.Say("{1} and {2} more", list, n-named)
	}
	return p.Many(n, "{2}, {1} of {3} flows stops: {4}.", "{2}, {1} of {3} flows stop: {4}.", when, flows, list)
}

// Changes says changes as the beginning of a sentence; nothing where there are none.
func Changes(p messages.Printer, changes []overlay.Change) document.Phrase {
	if len(changes) == 0 {
		return nil
	}
	said := p.List(messages.Each(changes, func(x overlay.Change) document.Phrase { return Change(p, x) }))
	said[0].Text = p.Capital(said[0].Text)
	return said
}

// Change says a change as a part of a sentence.
func Change(p messages.Printer, c overlay.Change) document.Phrase {
	switch c.Kind {
	case overlay.Without:
		return p.Say("without {1}", p.Organization(c.From))
	case overlay.Lead:
		if c.From == "" {
			return p.Say("with {1} as a further lead of task {2}", p.Organization(c.To), p.TaskID(c.Task))
		}
		return p.Say("with {1} in place of {2} as lead of task {3}", p.Organization(c.To), p.Organization(c.From), p.TaskID(c.Task))
	case overlay.Supporter:
		return p.Say("with {1} as a further supporter of task {2}", p.Organization(c.To), p.TaskID(c.Task))
	case overlay.Merge:
		return p.Say("with {1} as a part of {2}", p.Organization(c.From), p.Organization(c.To))
	case overlay.LeadRule:
		if c.To == string(graph.AnyLead) {
			return p.Say("where one of several leads suffices")
		}
		return p.Say("where each of several leads is needed")
	case overlay.SupportRule:
		if c.To == string(graph.Fallback) {
			return p.Say("where a supporter stands in")
		}
		return p.Say("where no supporter stands in")
	case overlay.WithoutTask:
		return p.Say("without task {1}", p.Task(c.Task))
	case overlay.WithoutBranch:
		return p.Say("without the branch {1} of task {2}", c.To, p.Task(c.Task))
	}
	return p.Say("without the handoff {1}", p.Way([]string{c.From, c.To}))
}

// inForce says by which rules all is judged, and what is so under those that nobody
// declared.
func inForce(p messages.Printer, c consequence.Consequences) document.Phrase {
	said := p.RulesInForce(c.After)
	if c.Before.Rules != c.After.Rules {
		said = p.Sentences(said, p.Say("Before the changes: {1}.", p.Premises(c.Before.Rules)))
	}
	stops := func(n int) document.Phrase { return p.Many(n, "{1} flow stops", "{1} flows stop") }
	var otherwise []rules.Instead[document.Phrase]
	for _, x := range c.Otherwise {
		otherwise = append(otherwise, rules.Instead[document.Phrase]{Rules: x.Rules, Says: stops(x.Breaks)})
	}
	return p.Sentences(said, p.Assumed(c.After.Rules, p.Telling(c.After.Rules, stops(len(c.Breaks)), otherwise)), AsRead(p))
}

// AsRead says how many marks are not sure, in whose other readings other things follow.
func AsRead(p messages.Printer) document.Phrase {
	uncertain, unread := 0, len(p.Graph.Unread())
	for _, a := range p.Graph.Assignments() {
		if a.Reading == graph.Uncertain {
			uncertain++
		}
	}
	var said document.Phrase
	if uncertain > 0 {
		said = p.Many(uncertain, "{1} mark is uncertain, and is taken as it is read.", "{1} marks are uncertain, and are taken as they are read.")
	}
	if unread > 0 {
		said = p.Sentences(said, p.Many(unread, "{1} mark could not be read, and is left out.", "{1} marks could not be read, and are left out."))
	}
	return said
}

package consequences

import (
	"tasuki/analysis/consequence"
	"tasuki/analysis/flow"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/grounds"
)

// shown is how many entries of a group are listed.
const shown = 10

// group is a group of consequences in words.
type group struct {
	title document.Phrase
	list  []consequence.Concerned
	items []document.Phrase // what is said of the first of the list
}

// groups returns the six groups in their order.
func groups(p messages.Printer, c consequence.Consequences) []group {
	return []group{
		grouped(p, p.Say("Goes away"), c.GoesAway, away),
		grouped(p, p.Say("Breaks now: nothing is left of the flow"), c.Breaks, broken),
		grouped(p, p.Say("Degraded: it takes a supporter who stands in"), c.Degraded, left),
		grouped(p, p.Say("Touched, a way is left"), c.Touched, left),
		grouped(p, p.Say("Left with nobody, wholly or for a part"), c.Nobody, unled),
		grouped(p, p.Say("Worth a look further down: behind what is lost"), c.Further, further),
	}
}

// grouped says the first entries of a group.
func grouped(p messages.Printer, title document.Phrase, list []consequence.Concerned, say func(messages.Printer, consequence.Concerned) document.Phrase) group {
	g := group{title: title, list: list}
	for _, e := range list[:min(shown, len(list))] {
		g.items = append(g.items, say(p, e))
	}
	return g
}

// away says what changes take out.
func away(p messages.Printer, e consequence.Concerned) document.Phrase {
	switch {
	case e.Kind == consequence.ATask:
		return p.Say("{1}, led by {2}", p.Task(e.ID), p.OrganizationList(e.Left))
	case e.Kind == consequence.AHandoff:
		return p.Way([]string{e.ID, e.To})
	case e.Into != "":
		return p.Say("{1}, a part of {2} now", p.Organization(e.ID), p.Organization(e.Into))
	}
	return p.Many(len(e.Blocking), "{2}, which leads {1} task", "{2}, which leads {1} tasks", p.Organization(e.ID))
}

// broken says what a flow lacks so that nothing is left of it.
func broken(p messages.Printer, e consequence.Concerned) document.Phrase {
	lacks := messages.Each(e.Blocking, p.Task)
	for _, h := range e.Cut {
		lacks = append(lacks, p.Way([]string{h.From, h.To}))
	}
	said := p.Say("{1}: no way without {2}", p.Flow(e.ID), p.List(lacks))
	if len(e.Missing) > 0 {
		said = p.Say("{1} (missing: {2})", said, ids(p, e.Missing))
	}
	return said
}

// left says what is left of a flow, or who does a task.
func left(p messages.Printer, e consequence.Concerned) document.Phrase {
	if e.Kind == consequence.AFlow {
		return p.Say("{1}: {2}", p.Flow(e.ID), grounds.Left(p, flow.Remaining{Way: e.Way, Handoffs: e.Handoffs}))
	}
	return p.Say("{1}: done by {2}", p.Task(e.ID), p.OrganizationList(e.Left))
}

// unled says who is missing at a task, and who of its leads is left.
func unled(p messages.Printer, e consequence.Concerned) document.Phrase {
	if len(e.Left) == 0 {
		return p.Say("{1}: missing {2}", p.Task(e.ID), ids(p, e.Missing))
	}
	return p.Say("{1}: missing {2}; left for their own part: {3}", p.Task(e.ID), ids(p, e.Missing), ids(p, e.Left))
}

// further says by which way work comes to a task from what is lost.
func further(p messages.Printer, e consequence.Concerned) document.Phrase {
	return p.Say("{1}: {2}", p.Task(e.ID), p.Way(e.Way))
}

// ids lists organizations by ID: their names stand with what goes away.
func ids(p messages.Printer, list []string) document.Phrase {
	return p.List(messages.Each(list, func(id string) document.Phrase { return document.Phrase{{Text: id, Style: document.IDStyle}} }))
}

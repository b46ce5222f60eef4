package brief

import (
	"tasuki/analysis/findings"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/grounds"
)

// hashed is how much of the hash of a dataset tells it from others.
const hashed = 12

// footer says what the brief rests on: which facts, read by which rules, and what of them
// is inferred or a bound.
func footer(p messages.Printer, r findings.Review) []document.Block {
	t := r.Totals
	facts := []document.Fact{
		{Term: p.Plain("Dataset"), Value: p.Say("{1}: {2}||dataset", p.Title(r.Name), p.List([]document.Phrase{
			p.Many(t.Organizations, "{1} organization", "{1} organizations"), p.Many(t.Tasks, "{1} task", "{1} tasks"),
			p.Many(t.Flows, "{1} flow", "{1} flows"), p.Many(t.Handoffs, "{1} handoff", "{1} handoffs"),
		}))},
		{Term: p.Plain("Rules"), Value: p.RulesInForce(r.Rules)},
		{Term: p.Plain("Uncertain"), Value: uncertain(p, r)},
	}
	if said := grounds.Short(p, r); len(said) > 0 {
		facts = append(facts, document.Fact{Term: p.Plain("Flows"), Value: said})
	}
	edition := document.Phrase{}
	if len(r.Hash) > hashed {
		edition = p.Say("facts {1} (the beginning of their SHA-256)", r.Hash[:hashed])
	}
	if r.Version != "" {
		edition = p.List([]document.Phrase{p.Say("Tasuki {1}", r.Version), edition})
	}
	if len(edition) > 0 {
		facts = append(facts, document.Fact{Term: p.Plain("Edition"), Value: edition})
	}
	return []document.Block{{Facts: facts}}
}

// uncertain says how much of the matrix is not sure.
func uncertain(p messages.Printer, r findings.Review) document.Phrase {
	t := r.Totals
	said := p.Say("{1} of {2} marks are uncertain.", t.Uncertain, t.Assignments)
	if t.Uncertain == 0 {
		said = p.Say("No mark is uncertain.")
	}
	if t.Unread > 0 {
		said = p.Sentences(said, p.Many(t.Unread, "{1} cell could not be read.", "{1} cells could not be read."))
	}
	return said
}

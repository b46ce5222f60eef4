package report

import (
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// totals are the key figures.
func totals(p messages.Printer, t findings.Totals) []document.Fact {
	total := func(n int, term document.Phrase) document.Fact {
		return document.Fact{Term: term.String(), Value: document.Words(messages.Whole(n)), Large: true}
	}
	facts := []document.Fact{
		total(t.Organizations, p.Many(t.Organizations, "organization", "organizations")),
		total(t.Tasks, p.Many(t.Tasks, "task", "tasks")),
		total(t.LeadMarks, p.Many(t.LeadMarks, "lead mark", "lead marks")),
		total(t.SupportMarks, p.Many(t.SupportMarks, "support mark", "support marks")),
		total(t.Uncertain, p.Many(t.Uncertain, "uncertain mark", "uncertain marks")),
		total(t.Flows, p.Many(t.Flows, "flow", "flows")),
		total(t.Handoffs, p.Many(t.Handoffs, "handoff", "handoffs")),
	}
	if t.Unread > 0 {
		facts = slices.Insert(facts, 5, total(t.Unread, p.Many(t.Unread, "unread cell", "unread cells")))
	}
	if t.AccountableMarks > 0 {
		facts = slices.Insert(facts, 3, total(t.AccountableMarks, p.Many(t.AccountableMarks, "accountable mark", "accountable marks")))
	}
	return facts
}

// rulesPhrase says under which rules the marks were read, and where they are from.
func rulesPhrase(p messages.Printer, r rules.RulesInForce) []document.Block {
	said := p.RulesInForce(r)
	if basis := p.Graph.Rules().Basis; !basis.IsZero() {
		said = p.Sentences(said, p.Say("Basis: {1}.", basis.In(p.Lang)))
	}
	if r.LeadsAssumed || r.SupportAssumed {
		said = p.Sentences(said, p.Say("Every conclusion that another rule would change says so beside itself; declare leads and support under rules to settle it."))
	}
	return []document.Block{{Text: said}}
}

package report

import (
	"slices"

	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/report/grounds"
)

// conclusion says the most important things first, each with how sure it is,
// then what the review is about in figures.
func conclusion(p messages.Printer, r findings.Review) []document.Block {
	var steps []document.Phrase
	for _, h := range r.Headlines {
		steps = append(steps, headline(p, h))
	}
	blocks := []document.Block{{Steps: steps}, {Facts: totals(p, r.Totals)}}
	if len(r.Headlines) == 0 {
		blocks[0] = document.Block{Text: p.Say("Nothing stands out: the dataset holds no task that anybody leads.")}
	}
	if list := p.Graph.Unread(); len(list) > 0 {
		blocks = append([]document.Block{{Note: unreadMarks(p, list)}}, blocks...)
	}
	blocks = append(blocks, grounds.FirstPage(p, r)...)
	return append(blocks, rulesPhrase(p, r.Rules)...)
}

// headline says one thing, first what matters most of it, with how sure it is
// and where it is shown.
func headline(p messages.Printer, h findings.Headline) document.Phrase {
	clauses := p.Clauses(h.Message)
	said := p.Sentences(document.Words(p.Plain("{1}.", clauses[0])), p.Badge(h.Certainty))
	if len(clauses) > 1 {
		var more []document.Phrase
		for _, clause := range clauses[1:] {
			more = append(more, document.Words(p.Plain("{1}.", p.Capital(clause))))
		}
		said = p.Sentences(said, document.Phrase{{Text: p.Sentences(more...).String(), Style: document.RestStyle}})
	}
	return p.Sentences(said, shownAt(p, h.Rule))
}

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

package render

import (
	"unicode"
	"unicode/utf8"

	"tasuki/analysis/findings"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/wording"
	"tasuki/graph"
)

// conclusion says the most important things first, each with how sure it is,
// then what the review is about in figures.
func (p reporter) conclusion(r findings.Review) []block {
	var steps []phrase
	for _, h := range r.Headlines {
		steps = append(steps, p.headline(h))
	}
	blocks := []block{{Steps: steps}, {Facts: p.totals(r.Totals)}}
	if len(r.Headlines) == 0 {
		blocks[0] = block{Text: p.say("Nothing stands out: the dataset holds no task that anybody leads.")}
	}
	return append(blocks, p.rules(r.Rules)...)
}

// headline says one thing, first what matters most of it, with how sure it is
// and where it is shown.
func (p reporter) headline(h findings.Headline) phrase {
	clauses := h.Message.Clauses(p.lang)
	said := p.sentences(words(p.plain("{1}.", clauses[0])), p.badge(h.Certainty))
	if len(clauses) > 1 {
		var more []phrase
		for _, clause := range clauses[1:] {
			more = append(more, words(p.plain("{1}.", capital(clause))))
		}
		said = p.sentences(said, phrase{{Text: p.sentences(more...).String(), Style: restStyle}})
	}
	return p.sentences(said, p.shownAt(h.Rule))
}

// capital returns a text that begins with a capital letter.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

// closed returns a message as a whole sentence.
func (p reporter) closed(message wording.Statement) string {
	return p.plain("{1}.", message.In(p.lang))
}

// badge says in a word how sure something is. Its sign tells the words apart
// in print without colour.
func (p reporter) badge(c placement.Certainty) phrase {
	switch c {
	case placement.Holds:
		return phrase{{Text: p.plain("✓ Sure"), Style: sureStyle}}
	case placement.Depends:
		return phrase{{Text: p.plain("± Depends on uncertain marks"), Style: unsureStyle}}
	case placement.NotComputed:
		return phrase{{Text: p.plain("? Not computed for every reading"), Style: unsureStyle}}
	}
	return words(unknown)
}

func (p reporter) totals(t findings.Totals) []fact {
	total := func(n int, term phrase) fact {
		return fact{Term: term.String(), Value: words(whole(n)), Large: true}
	}
	return []fact{
		total(t.Organizations, p.many(t.Organizations, "organization", "organizations")),
		total(t.Tasks, p.many(t.Tasks, "task", "tasks")),
		total(t.LeadMarks, p.many(t.LeadMarks, "lead mark", "lead marks")),
		total(t.SupportMarks, p.many(t.SupportMarks, "support mark", "support marks")),
		total(t.Uncertain, p.many(t.Uncertain, "uncertain mark", "uncertain marks")),
		total(t.Flows, p.many(t.Flows, "flow", "flows")),
		total(t.Handoffs, p.many(t.Handoffs, "handoff", "handoffs")),
	}
}

// rules says under which rules the marks were read, and where they are from.
func (p reporter) rules(r rules.RulesInForce) []block {
	said := p.sentences(p.leadRule(r.Leads), p.supportRule(r.Support))
	if basis := p.g.Rules().Basis; !basis.IsZero() {
		said = p.sentences(said, p.say("Basis: {1}.", basis.In(p.lang)))
	}
	if r.LeadsAssumed || r.SupportAssumed {
		said = p.sentences(said, p.say("The dataset does not declare both rules; what it leaves open was taken as the stricter reading. Declare leads and support under rules to settle it."))
	}
	return []block{{Text: said}}
}

func (p reporter) leadRule(r graph.LeadRule) phrase {
	if r == graph.AnyLead {
		return p.say("Where several organizations lead a task, any one of them suffices (leads: any).")
	}
	return p.say("Where several organizations lead a task, each covers its own part only (leads: each).")
}

func (p reporter) supportRule(r graph.SupportRule) phrase {
	if r == graph.Fallback {
		return p.say("A supporter stands in for a lead that is missing (support: fallback).")
	}
	return p.say("A supporter does not stand in for a lead that is missing (support: none).")
}

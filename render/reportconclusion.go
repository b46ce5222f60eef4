package render

import (
	"tasuki/analysis"
	"tasuki/graph"
)

// conclusion says the most important things first, each with how sure it is,
// then what the review is about in figures.
func (p reporter) conclusion(r analysis.Review) []block {
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

func (p reporter) headline(h analysis.Headline) phrase {
	return p.sentences(words(p.closed(h.Message)), p.badge(h.Certainty))
}

// closed returns a message as a whole sentence.
func (p reporter) closed(message graph.Name) string {
	return p.plain("{1}.", message.In(p.lang))
}

// badge says in a word how sure something is. Its sign tells the words apart
// in print without colour.
func (p reporter) badge(c analysis.Certainty) phrase {
	switch c {
	case analysis.Holds:
		return phrase{{Text: p.plain("✓ Sure"), Style: sureStyle}}
	case analysis.Depends:
		return phrase{{Text: p.plain("± Depends on uncertain marks"), Style: unsureStyle}}
	case analysis.NotComputed:
		return phrase{{Text: p.plain("? Not computed for every reading"), Style: unsureStyle}}
	}
	return words(unknown)
}

func (p reporter) totals(t analysis.Totals) []fact {
	figure := func(english string, n int) fact {
		return fact{Term: p.plain(english), Value: words(whole(n)), Large: true}
	}
	return []fact{
		figure("organizations", t.Organizations),
		figure("tasks", t.Tasks),
		figure("lead marks", t.LeadMarks),
		figure("support marks", t.SupportMarks),
		figure("uncertain marks", t.Uncertain),
		figure("flows", t.Flows),
		figure("handoffs", t.Handoffs),
	}
}

// rules says under which rules the marks were read, and where they are from.
func (p reporter) rules(r analysis.RulesInForce) []block {
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

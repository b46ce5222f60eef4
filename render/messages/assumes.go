package messages

import (
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages/catalogue"
)

// Assumes says in one clause, without a full stop, which rules a conclusion takes
// for granted that nobody declared, and what is so under the others; nothing for
// none of these.
func (p Printer) Assumes(inForce rules.Rules, list []rules.Instead[document.Phrase]) document.Phrase {
	if len(list) == 0 {
		return nil
	}
	var leads, support bool
	for _, x := range list {
		leads, support = leads || x.Rules.Leads != inForce.Leads, support || x.Rules.Support != inForce.Support
	}
	said := p.Say("assumes that {1} and that {2}", p.premise(leadPremise(inForce)), p.premise(supportPremise(inForce)))
	switch {
	case !support:
		said = p.Say("assumes that {1}", p.premise(leadPremise(inForce)))
	case !leads:
		said = p.Say("assumes that {1}", p.premise(supportPremise(inForce)))
	}
	for _, x := range list {
		said = p.Say("{1}; {2}||what a conclusion assumes", said, p.If(inForce, x))
	}
	return said
}

// If says what is so under rules that may hold instead of those in force.
func (p Printer) If(inForce rules.Rules, x rules.Instead[document.Phrase]) document.Phrase {
	return p.Say("if {1}: {2}", p.otherPremise(inForce, x.Rules), x.Says)
}

// Telling returns what says something else than is said under the rules in force,
// as [rules.Telling] does.
func (p Printer) Telling(inForce rules.Rules, now document.Phrase, list []rules.Instead[document.Phrase]) []rules.Instead[document.Phrase] {
	return rules.Telling(inForce, now, list, func(a, b document.Phrase) bool { return a.String() == b.String() })
}

// Assumed is [Printer.Assumes] as a sentence.
func (p Printer) Assumed(inForce rules.Rules, list []rules.Instead[document.Phrase]) document.Phrase {
	said := p.Assumes(inForce, list)
	if len(said) == 0 {
		return nil
	}
	said[0].Text = p.Capital(said[0].Text)
	return p.Say("{1}.", said)
}

// Open says which rules nobody declared, and what is taken for them.
func (p Printer) Open(inForce rules.Rules, undeclared []rules.Rules) document.Phrase {
	var leads, support bool
	for _, r := range undeclared {
		leads, support = leads || r.Leads != inForce.Leads, support || r.Support != inForce.Support
	}
	lead, stand := p.premise(leadPremise(inForce)), p.premise(supportPremise(inForce))
	switch {
	case leads && support:
		return p.Say("Nobody declared whether one of several leads suffices or each is needed, nor whether a supporter stands in: it is taken that {1} and that {2}, the stricter reading.", lead, stand)
	case leads:
		return p.Say("Nobody declared whether one of several leads suffices or each is needed: it is taken that {1}, the stricter reading.", lead)
	case support:
		return p.Say("Nobody declared whether a supporter stands in: it is taken that {1}, the stricter reading.", stand)
	}
	return nil
}

// RulesInForce says what the rules mean that somebody stated, and what is taken for
// the others.
func (p Printer) RulesInForce(r rules.RulesInForce) document.Phrase {
	return p.RulesThatDecide(r, true, true)
}

// RulesThatDecide is [Printer.RulesInForce] about the rules alone that decide anything.
func (p Printer) RulesThatDecide(r rules.RulesInForce, leads, support bool) document.Phrase {
	var said document.Phrase
	other := r.Rules
	switch {
	case r.LeadsAssumed:
		other.Leads = graph.AnyLead
	case leads:
		said = p.LeadRule(r.Leads)
	}
	switch {
	case r.SupportAssumed:
		other.Support = graph.Fallback
	case support:
		said = p.Sentences(said, p.SupportRule(r.Support))
	}
	return p.Sentences(said, p.Open(r.Rules, []rules.Rules{other}))
}

// otherPremise says what rules say otherwise than those in force.
func (p Printer) otherPremise(inForce, r rules.Rules) document.Phrase {
	switch {
	case r.Support == inForce.Support:
		return p.premise(leadPremise(r))
	case r.Leads == inForce.Leads:
		return p.premise(supportPremise(r))
	}
	return p.Say("{1} and {2}||premises", p.premise(leadPremise(r)), p.premise(supportPremise(r)))
}

// Premises says what rules mean, in few words.
func (p Printer) Premises(r rules.Rules) document.Phrase {
	return p.List([]document.Phrase{p.premise(leadPremise(r)), p.premise(supportPremise(r))})
}

func (p Printer) premise(key string) document.Phrase { return p.Say(key) }

func leadPremise(r rules.Rules) string {
	if r.Leads == graph.AnyLead {
		return catalogue.Key("one of several leads suffices")
	}
	return catalogue.Key("each of several leads is needed")
}

func supportPremise(r rules.Rules) string {
	if r.Support == graph.Fallback {
		return catalogue.Key("a supporter stands in")
	}
	return catalogue.Key("no supporter stands in")
}

// instead says in one clause what a statement assumes.
func (p Printer) instead(args []any) string {
	var list []rules.Instead[document.Phrase]
	for _, x := range args[1].([]rules.Instead[findings.Statement]) {
		list = append(list, rules.Instead[document.Phrase]{Rules: x.Rules, Says: document.Words(p.Statement(x.Says))})
	}
	return p.Assumes(args[0].(rules.Rules), list).String()
}

// stopsInstead says how many flows an organization stops under other rules.
func (p Printer) stopsInstead(flows, between int) string {
	switch {
	case flows == 0:
		return p.Plain("no flow")
	case between == 0:
		return p.Count(flows, "{1} flow, only where it starts or ends", "{1} flows, only where they start or end")
	}
	return p.Count(flows, "{1} flow, even if its ends are spared", "{1} flows, {2} of them even if their ends are spared", between)
}

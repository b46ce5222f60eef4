package render

import (
	"slices"

	"tasuki/analysis/criticality"
	"tasuki/graph"
)

// providers answers the two questions of DORA about providers, with what the
// answers rest on, and what to declare where they are unknown.
func (p reporter) providers(t criticality.ProviderTriggers) []block {
	blocks := []block{
		{Head: p.say("Two questions of DORA, Article 29(1)")},
		{Text: p.say("A provider is a vendor or an incumbent; a function is a flow, critical or important by its tier; an arrangement is a provider that leads a task of such a flow. Contracts are not in the dataset: this prepares a judgement, and is none.")},
		{Items: []phrase{
			p.trigger(p.say("(a) Is a provider of a critical or important function not easily substitutable?"), t.HardToSubstitute),
			p.trigger(p.say("(b) Do several arrangements on critical or important functions rest on one provider, or on providers with one ultimate parent?"), t.MultipleArrangements),
		}},
	}
	for _, x := range []struct {
		title   phrase
		trigger criticality.Trigger
	}{
		{p.say("(a): what the answer rests on"), t.HardToSubstitute},
		{p.say("(b): what the answer rests on"), t.MultipleArrangements},
	} {
		if cases := certainCases(x.trigger.Cases); len(cases) > 0 {
			blocks = append(blocks, block{Group: &group{Title: x.title, Folded: true, Blocks: []block{{Table: p.arrangements(cases)}}}})
		}
		if len(x.trigger.Counter) > 0 {
			blocks = append(blocks, block{Items: []phrase{p.say("Another answer to the question above: {1}.", p.list(p.moves(x.trigger.Counter)))}})
		}
	}
	return blocks
}

// certainCases leaves out the cases in which nothing at all is certain.
func certainCases(all []criticality.TriggerCase) []criticality.TriggerCase {
	return slices.DeleteFunc(slices.Clone(all), func(c criticality.TriggerCase) bool {
		return !slices.ContainsFunc(c.Arrangements, func(a criticality.Arrangement) bool { return a.Counts == criticality.Yes })
	})
}

// trigger gives the answer to a question in a few words.
func (p reporter) trigger(question phrase, t criticality.Trigger) phrase {
	said := p.sentences(question, p.answer(t))
	if p.uncertainLeads() && t.Answer != criticality.Unknown {
		said = p.sentences(said, p.badge(t.Certainty))
	}
	return said
}

func (p reporter) answer(t criticality.Trigger) phrase {
	switch t.Answer {
	case criticality.Yes:
		return p.say("{1}: {2}.", strong(p.say("Yes")), p.organizationList(groupsOf(t.Cases, criticality.Yes)))
	case criticality.No:
		return p.say("{1}.", strong(p.say("No")))
	}
	return p.say("{1}: {2}.", strong(p.say("Unknown")), p.missing(t.Declare))
}

// groupsOf returns who is in the cases with an answer: each provider of them.
func groupsOf(cases []criticality.TriggerCase, answer criticality.Answer) []string {
	var ids []string
	for _, c := range cases {
		for _, a := range c.Arrangements {
			if c.Answer == answer && a.Counts == criticality.Yes {
				ids = append(ids, a.Provider)
			}
		}
	}
	slices.SortFunc(ids, graph.Compare)
	return slices.Compact(ids)
}

// missing says what to declare.
func (p reporter) missing(u criticality.Undeclared) phrase {
	if u.Flows {
		return p.say("no flow is declared; declare flows with their tier, and the substitutability of organizations")
	}
	var parts []phrase
	if n := len(u.Kinds); n > 0 {
		parts = append(parts, p.say("the kind of {1}", p.someOrganizations(u.Kinds)))
	}
	if n := len(u.Tiers); n > 0 {
		parts = append(parts, p.many(n, "the tier of {1} flow", "the tier of {1} flows"))
	}
	if n := len(u.Substitutability); n > 0 {
		parts = append(parts, p.say("the substitutability of {1}", p.someOrganizations(u.Substitutability)))
	}
	return p.say("to know it, declare {1}", p.list(parts))
}

// someOrganizations names organizations, or counts them when they are many.
func (p reporter) someOrganizations(ids []string) phrase {
	if len(ids) > longList/2 {
		return p.say("all {1} organizations concerned", len(ids))
	}
	return p.organizationList(ids)
}

func (p reporter) arrangements(cases []criticality.TriggerCase) *table {
	t := &table{
		Caption: p.plain("Arrangements on critical or important functions"),
		Columns: []column{p.left("Answer"), p.left("Group"), p.left("Provider"), p.left("Substitutability"), p.left("Flow"), p.left("Tier"), p.left("Tasks that it leads")},
	}
	for _, c := range cases {
		answer := p.say("Yes")
		if c.Answer == criticality.Unknown {
			answer = p.say("Unknown")
		}
		for _, a := range c.Arrangements {
			t.Rows = append(t.Rows, row{Cells: []cell{
				{Text: answer}, {Text: p.organization(c.Group)}, {Text: p.organization(a.Provider)}, {Text: p.substitutability(a.Substitutability)},
				{Text: p.flow(a.Flow)}, {Text: p.tier(a.Tier)}, p.taskCell(a.Tasks),
			}})
		}
	}
	return t
}

func (p reporter) substitutability(s graph.Substitutability) phrase {
	if s == "" {
		return p.say("not declared")
	}
	return p.say(string(s))
}

func (p reporter) tier(t graph.Tier) phrase {
	if t == "" {
		return p.say("not declared")
	}
	return p.say(string(t))
}

package section

import (
	"slices"

	"tasuki/analysis/criticality"
	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// providerBlocks answers the two questions of DORA about providers, with what the
// answers rest on, and what to declare where they are unknown.
func providerBlocks(p messages.Printer, t criticality.ProviderTriggers) []document.Block {
	if t.HardToSubstitute.Answer == criticality.Unknown && t.MultipleArrangements.Answer == criticality.Unknown {
		return []document.Block{{Text: p.Say("The two questions of DORA, Article 29(1), about providers have no answer: {1}.", missing(p, both(t.HardToSubstitute.Declare, t.MultipleArrangements.Declare)))}}
	}
	blocks := []document.Block{
		{Head: p.Say("Two questions of DORA, Article 29(1)")},
		{Text: p.Say("A provider is a vendor or an incumbent; a function is a flow, critical or important by its tier; an arrangement is a provider that leads a task of such a flow. Contracts are not in the dataset: this prepares a judgement, and is none.")},
		{Items: []document.Phrase{
			trigger(p, p.Say("(a) Is a provider of a critical or important function not easily substitutable?"), t.HardToSubstitute),
			trigger(p, p.Say("(b) Do several arrangements on critical or important functions rest on one provider, or on providers with one ultimate parent?"), t.MultipleArrangements),
		}},
	}
	for _, x := range []struct {
		title   document.Phrase
		trigger criticality.Trigger
	}{
		{p.Say("(a): what the answer rests on"), t.HardToSubstitute},
		{p.Say("(b): what the answer rests on"), t.MultipleArrangements},
	} {
		if cases := certainCases(x.trigger.Cases); len(cases) > 0 {
			blocks = append(blocks, document.Block{Group: &document.Group{Title: x.title, Folded: true, Blocks: []document.Block{{Table: arrangements(p, cases)}}}})
		}
		if len(x.trigger.Counter) > 0 {
			blocks = append(blocks, document.Block{Items: []document.Phrase{p.Say("Another answer to the question above: {1}.", p.List(moves(p, x.trigger.Counter)))}})
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
func trigger(p messages.Printer, question document.Phrase, t criticality.Trigger) document.Phrase {
	said := p.Sentences(question, answer(p, t))
	if uncertainLeads(p) && t.Answer != criticality.Unknown {
		said = p.Sentences(said, p.Badge(t.Certainty))
	}
	return said
}

func answer(p messages.Printer, t criticality.Trigger) document.Phrase {
	switch t.Answer {
	case criticality.Yes:
		return p.Say("{1}: {2}.", messages.Strong(p.Say("Yes")), p.OrganizationList(groupsOf(t.Cases, criticality.Yes)))
	case criticality.No:
		return p.Say("{1}.", messages.Strong(p.Say("No")))
	}
	return p.Say("{1}: {2}.", messages.Strong(p.Say("Unknown")), missing(p, t.Declare))
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
func missing(p messages.Printer, u criticality.Undeclared) document.Phrase {
	if u.Flows {
		return p.Say("no flow is declared; declare flows with their tier, and the substitutability of organizations")
	}
	var parts []document.Phrase
	if n := len(u.Kinds); n > 0 {
		parts = append(parts, p.Say("the kind of {1}", someOrganizations(p, u.Kinds)))
	}
	if n := len(u.Tiers); n > 0 {
		parts = append(parts, p.Many(n, "the tier of {1} flow", "the tier of {1} flows"))
	}
	if n := len(u.Substitutability); n > 0 {
		parts = append(parts, p.Say("the substitutability of {1}", someOrganizations(p, u.Substitutability)))
	}
	return p.Say("to know it, declare {1}", p.List(parts))
}

// both is what either of two questions needs.
func both(a, b criticality.Undeclared) criticality.Undeclared {
	union := func(x, y []string) []string {
		all := slices.Concat(x, y)
		slices.SortFunc(all, graph.Compare)
		return slices.Compact(all)
	}
	return criticality.Undeclared{
		Flows: a.Flows || b.Flows, Kinds: union(a.Kinds, b.Kinds), Tiers: union(a.Tiers, b.Tiers), Substitutability: union(a.Substitutability, b.Substitutability),
	}
}

// someOrganizations names organizations, or counts them when they are many.
func someOrganizations(p messages.Printer, ids []string) document.Phrase {
	if len(ids) > messages.LongList/2 {
		return p.Say("all {1} organizations concerned", len(ids))
	}
	return p.OrganizationList(ids)
}

func arrangements(p messages.Printer, cases []criticality.TriggerCase) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Arrangements on critical or important functions"),
		Columns: []document.Column{p.Left("Answer"), p.Left("Group"), p.Left("Provider"), p.Left("Substitutability"), p.Left("Flow"), p.Left("Tier"), p.Left("Tasks that it leads")},
	}
	for _, c := range cases {
		answer := p.Say("Yes")
		if c.Answer == criticality.Unknown {
			answer = p.Say("Unknown")
		}
		for _, a := range c.Arrangements {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
				{Text: answer}, {Text: p.Organization(c.Group)}, {Text: p.Organization(a.Provider)}, {Text: substitutability(p, a.Substitutability)},
				{Text: p.Flow(a.Flow)}, {Text: tierPhrase(p, a.Tier)}, p.TaskCell(a.Tasks),
			}})
		}
	}
	return t
}

func substitutability(p messages.Printer, s graph.Substitutability) document.Phrase {
	if s == "" {
		return p.Say("not declared")
	}
	return p.Say(string(s))
}

func tierPhrase(p messages.Printer, t graph.Tier) document.Phrase {
	if t == "" {
		return p.Say("not declared")
	}
	return p.Say(string(t))
}

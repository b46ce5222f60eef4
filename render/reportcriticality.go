package render

import (
	"tasuki/analysis/criticality"
	"tasuki/analysis/rules"
)

// criticality ranks organizations by what depends on them and how hard they are
// to replace, each factor shown.
func (p reporter) criticality(c criticality.Criticality) []block {
	blocks := []block{{Head: p.say("Criticality of organizations")}}
	switch {
	case len(c.Organizations) == 0:
		return append(blocks, block{Text: p.say("How critical an organization is rests on what its loss does to flows, and no flow is declared.")})
	case !c.Declared:
		return append(blocks, block{Text: p.say("Not known: no flow declares its tier, and no organization its substitutability. With both, criticality is impact × difficulty of replacing × weight of the tier; declare tier under flows and substitutability under organizations.")})
	}
	blocks = append(blocks,
		block{Text: p.sentences(p.mostCritical(c), p.say("A score is impact × difficulty of replacing × weight of the tier, the largest over all flows, from 0 to 1. What is not declared makes it an interval: both ends are possible. Where no flow gives a score above 0, none is named. Clients are left out: they are not there to be replaced."))},
		block{Table: p.scores(c)})
	if items := p.undeclaredFacts(c); len(items) > 0 {
		blocks = append(blocks, block{Text: p.say("To narrow the intervals, declare {1}.", p.list(items))})
	}
	s := c.Scale
	return append(blocks,
		block{Group: &group{Title: p.say("Every flow and its factors"), Folded: true, Blocks: []block{{Table: p.factors(c)}}}},
		block{Note: p.say("The numbers for the words are a choice that can be changed, not a standard: tier {1}, difficulty of replacing {2}, each over the largest.",
			ratios(s.Tiers.Critical, s.Tiers.Important, s.Tiers.Other),
			ratios(s.Difficulty.NotSubstitutable, s.Difficulty.HighlyComplex, s.Difficulty.MediumComplexity, s.Difficulty.EasilySubstitutable))})
}

// ratios joins weights in the order of their words.
func ratios(weights ...int) string {
	text := ""
	for i, w := range weights {
		if i > 0 {
			text += " : "
		}
		text += whole(w)
	}
	return text
}

// mostCritical names who may have the highest score.
func (p reporter) mostCritical(c criticality.Criticality) phrase {
	switch len(c.First) {
	case 0:
		return p.say("No organization has a score above 0.")
	case 1:
		return p.say("The most critical organization is {1}.", p.organization(c.First[0]))
	}
	return p.say("The most critical organization may be any of {1}: their scores are equal, or what is not declared leaves it open.", p.someOrganizations(c.First))
}

// scores lists the organizations, each with the flow that gives the high end of
// its score.
func (p reporter) scores(c criticality.Criticality) *table {
	t := &table{
		Caption: p.plain("Criticality, highest first ({1})", ruleOf(c.Rules.Leads, c.Rules.Support)),
		Columns: []column{
			p.left("Organization"), p.left("Flow"), p.right("Impact"), p.left("Substitutability"), p.right("Difficulty"),
			p.left("Tier"), p.right("Weight"), p.right("Score"), p.right("Score over all readings"),
		},
	}
	for _, o := range c.Organizations {
		flow, impact, tier, weight := p.say("none"), words(unknown), words(unknown), unknown
		for _, f := range o.Flows {
			if f.Flow == o.HighFlow {
				flow, impact, tier, weight = p.flow(f.Flow), p.impact(f), p.tier(f.Tier), interval(f.Weight)
			}
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: p.organization(o.Organization)}, {Text: flow}, {Text: impact},
			{Text: p.substitutability(o.Substitutability)}, text(interval(o.Difficulty)), {Text: tier}, text(weight),
			text(interval(o.Score)), {Text: append(words(interval(o.Readings)), p.bounds(o.Exact)...)},
		}})
	}
	return t
}

// factors lists every flow that loses a task with an organization.
func (p reporter) factors(c criticality.Criticality) *table {
	t := &table{
		Caption: p.plain("Impact of each organization on each flow"),
		Columns: []column{p.left("Organization"), p.left("Flow"), p.right("Impact"), p.right("Impact over all readings"), p.left("Tier"), p.right("Weight"), p.right("Score"), p.left("Tasks lost with it")},
	}
	for _, o := range c.Organizations {
		for _, f := range o.Flows {
			over := interval(rules.Interval{Low: f.Impact.Min, High: f.Impact.Max})
			t.Rows = append(t.Rows, row{Cells: []cell{
				{Text: p.organization(o.Organization)}, {Text: p.flow(f.Flow)}, {Text: p.impact(f)},
				{Text: append(words(over), p.bounds(f.Impact.Exact)...)},
				{Text: p.tier(f.Tier)}, text(interval(f.Weight)), text(interval(f.Score)), p.taskCell(f.Lost),
			}})
		}
	}
	return t
}

// impact says what the loss does to a flow, with its denominator.
func (p reporter) impact(f criticality.FlowCriticality) phrase {
	if f.Broken {
		return p.say("{1} (flow broken)", ratio(f.Impact.Value))
	}
	return p.say("{1} ({2} of {3} tasks)", ratio(f.Impact.Value), len(f.Lost), f.Tasks)
}

// undeclaredFacts lists what an interval would be narrowed by.
func (p reporter) undeclaredFacts(c criticality.Criticality) []phrase {
	var items []phrase
	if len(c.UndeclaredTiers) > 0 {
		items = append(items, p.say("the tier of {1}", p.list(each(c.UndeclaredTiers, p.flow))))
	}
	if len(c.UndeclaredSubstitutability) > 0 {
		items = append(items, p.say("the substitutability of {1}", p.someOrganizations(c.UndeclaredSubstitutability)))
	}
	if len(c.NotAssessed) > 0 {
		items = append(items, p.say("the substitutability of {1}, which is declared not to be assessed yet", p.someOrganizations(c.NotAssessed)))
	}
	return items
}

// interval formats an interval of ratios: one figure when the ends are equal.
func interval(x rules.Interval) string {
	if x.Low == x.High {
		return ratio(x.Low)
	}
	return ratio(x.Low) + "–" + ratio(x.High)
}

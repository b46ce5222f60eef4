package section

import (
	"tasuki/analysis/criticality"
	"tasuki/analysis/rules"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// criticalityBlocks ranks organizations by what depends on them and how hard they are
// to replace, each factor shown.
func criticalityBlocks(p messages.Printer, c criticality.Criticality) []document.Block {
	switch {
	case len(c.Organizations) == 0:
		return []document.Block{{Text: p.Say("How critical an organization is rests on what its loss does to flows, and no flow is declared.")}}
	case !c.Declared:
		return []document.Block{{Text: p.Say("How critical each organization is cannot be told: declare tier under flows, and substitutability under organizations.")}}
	}
	blocks := []document.Block{{Head: p.Say("Criticality of organizations")}}
	blocks = append(blocks,
		document.Block{Text: p.Sentences(mostCritical(p, c), p.Assumed(c.Rules, mostCriticalOtherwise(p, c)), p.Say("A score is impact × difficulty of replacing × weight of the tier, the largest over all flows, from 0 to 1. What is not declared makes it an interval: both ends are possible. Where no flow gives a score above 0, none is named. Clients are left out: they are not there to be replaced."))},
		document.Block{Table: scores(p, c)})
	if items := undeclaredFacts(p, c); len(items) > 0 {
		blocks = append(blocks, document.Block{Text: p.Say("To narrow the intervals, declare {1}.", p.List(items))})
	}
	s := c.Scale
	return append(blocks,
		document.Block{Group: &document.Group{Title: p.Say("Every flow and its factors"), Folded: true, Blocks: []document.Block{{Table: factors(p, c)}}}},
		document.Block{Note: p.Say("The numbers for the words are a choice that can be changed, not a standard: tier {1}, difficulty of replacing {2}, each over the largest.",
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
		text += messages.Whole(w)
	}
	return text
}

// mostCritical names who may have the highest score.
func mostCritical(p messages.Printer, c criticality.Criticality) document.Phrase {
	switch len(c.First) {
	case 0:
		return p.Say("No organization has a score above 0.")
	case 1:
		return p.Say("The most critical organization is {1}.", p.Organization(c.First[0]))
	}
	return p.Say("The most critical organization may be any of {1}: their scores are equal, or what is not declared leaves it open.", someOrganizations(p, c.First))
}

// scores lists the organizations, each with the flow that gives the high end of
// its score.
func scores(p messages.Printer, c criticality.Criticality) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Criticality, highest first ({1})", p.Premises(c.Rules).String()),
		Columns: []document.Column{
			p.Left("Organization"), p.Left("Flow"), p.Right("Impact"), p.Left("Substitutability"), p.Right("Difficulty"),
			p.Left("Tier"), p.Right("Weight"), p.Right("Score"), p.Right("Score over all readings"),
		},
	}
	if len(c.Otherwise) > 0 {
		t.Columns = append(t.Columns, p.Left("Score under rules that nobody declared"))
	}
	for _, o := range c.Organizations {
		flow, impact, tier, weight := p.Say("none"), document.Words(messages.Unknown), document.Words(messages.Unknown), messages.Unknown
		for _, f := range o.Flows {
			if f.Flow == o.HighFlow {
				flow, impact, tier, weight = p.Flow(f.Flow), impactPhrase(p, f), tierPhrase(p, f.Tier), interval(f.Weight)
			}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: p.Organization(o.Organization)}, {Text: flow}, {Text: impact},
			{Text: substitutability(p, o.Substitutability)}, document.Text(interval(o.Difficulty)), {Text: tier}, document.Text(weight),
			document.Text(interval(o.Score)), {Text: append(document.Words(interval(o.Readings)), bounds(p, o.Exact)...)},
		}})
		if last := &t.Rows[len(t.Rows)-1]; len(c.Otherwise) > 0 {
			last.Cells = append(last.Cells, ifCells(p, c.Rules, scoresOtherwise(p, c, o)))
		}
	}
	return t
}

// factors lists every flow that loses a task with an organization.
func factors(p messages.Printer, c criticality.Criticality) *document.Table {
	t := &document.Table{
		Caption: p.Plain("Impact of each organization on each flow"),
		Columns: []document.Column{p.Left("Organization"), p.Left("Flow"), p.Right("Impact"), p.Right("Impact over all readings"), p.Left("Tier"), p.Right("Weight"), p.Right("Score"), p.Left("Tasks lost with it")},
	}
	for _, o := range c.Organizations {
		for _, f := range o.Flows {
			over := interval(rules.Interval{Low: f.Impact.Min, High: f.Impact.Max})
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
				{Text: p.Organization(o.Organization)}, {Text: p.Flow(f.Flow)}, {Text: impactPhrase(p, f)},
				{Text: append(document.Words(over), bounds(p, f.Impact.Exact)...)},
				{Text: tierPhrase(p, f.Tier)}, document.Text(interval(f.Weight)), document.Text(interval(f.Score)), p.TaskCell(f.Lost),
			}})
		}
	}
	return t
}

// impactPhrase says what the loss does to a flow, with its denominator.
func impactPhrase(p messages.Printer, f criticality.FlowCriticality) document.Phrase {
	if f.Broken {
		return p.Say("{1} (flow broken)", messages.Ratio(f.Impact.Value))
	}
	return p.Say("{1} ({2} of {3} tasks)", messages.Ratio(f.Impact.Value), len(f.Lost), f.Tasks)
}

// undeclaredFacts lists what an interval would be narrowed by.
func undeclaredFacts(p messages.Printer, c criticality.Criticality) []document.Phrase {
	var items []document.Phrase
	if len(c.UndeclaredTiers) > 0 {
		items = append(items, p.Say("the tier of {1}", p.List(messages.Each(c.UndeclaredTiers, p.Flow))))
	}
	if len(c.UndeclaredSubstitutability) > 0 {
		items = append(items, p.Say("the substitutability of {1}", someOrganizations(p, c.UndeclaredSubstitutability)))
	}
	if len(c.NotAssessed) > 0 {
		items = append(items, p.Say("the substitutability of {1}, which is declared not to be assessed yet", someOrganizations(p, c.NotAssessed)))
	}
	return items
}

// interval formats an interval of ratios: one figure when the ends are equal.
func interval(x rules.Interval) string {
	if x.Low == x.High {
		return messages.Ratio(x.Low)
	}
	return messages.Ratio(x.Low) + "–" + messages.Ratio(x.High)
}

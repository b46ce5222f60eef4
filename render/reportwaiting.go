package render

import (
	"tasuki/analysis/bottleneck"
)

// circles says who waits for each other in a circle, with a round as proof.
func (p reporter) circles(list []bottleneck.Circle) []block {
	var blocks []block
	for _, c := range list {
		said := p.say("{1} organizations wait for each other in a circle: {2}.", len(c.Organizations), p.organizationList(c.Organizations))
		if len(c.Tasks) > 0 {
			said = p.sentences(said, p.say("One piece of work can come round: {1}.", p.way(append(c.Tasks[:len(c.Tasks):len(c.Tasks)], c.Tasks[0]))))
		} else {
			said = p.sentences(said, p.say("No piece of work comes round by itself: different handoffs close the circle."))
		}
		t := &table{
			Caption: p.plain("One round through the circle: each waits for the next"),
			Columns: []column{p.left("Organization"), p.left("Waits for"), p.left("By the handoff")},
		}
		for _, s := range c.Round {
			t.Rows = append(t.Rows, row{Cells: []cell{
				{Text: p.organization(s.Organization)}, {Text: p.organization(s.For)}, {Text: p.way([]string{s.Handoff.From, s.Handoff.To})},
			}})
		}
		blocks = append(blocks, block{Text: said}, block{Group: &group{
			Title: p.say("A round through the circle ({1} steps)", len(c.Round)), Folded: true, Blocks: []block{{Table: t}},
		}})
	}
	return blocks
}

// returns says how often work comes back at once, and between whom.
func (p reporter) returns(b bottleneck.Bottleneck) []block {
	out, again := b.Subcontracting, b.PingPong
	if out.Matching == 0 {
		return nil
	}
	said := p.say("In {1} of {2} chains of two handoffs ({3}), work goes to another organization and straight back. Most often: {4}.",
		out.Matching, out.Chains, optional(out.Percent, percentage), p.list(p.frequent(out.Pairs)))
	blocks := []block{{Text: said}}
	if again.Matching > 0 {
		blocks[0].Text = p.sentences(said, p.say("In {1} of {2} chains of three handoffs ({3}), it goes there a second time.",
			again.Matching, again.Chains, optional(again.Percent, percentage)))
	}
	blocks = append(blocks, p.returnPairs(p.say("Out and straight back: {1} of {2} possible pairs", len(out.Pairs), out.AllPairs), out.Pairs))
	if again.Matching > 0 {
		blocks = append(blocks, p.returnPairs(p.say("Out, back and out again: {1} of {2} possible pairs", len(again.Pairs), again.AllPairs), again.Pairs))
	}
	return blocks
}

// frequent names up to three of the pairs with the most chains.
func (p reporter) frequent(pairs []bottleneck.ReturnPair) []phrase {
	var list []phrase
	for _, pair := range pairs[:min(3, len(pairs))] {
		list = append(list, p.say("{1} → {2} → {1} ({3})", pair.Organization, pair.Other, len(pair.Chains)))
	}
	return list
}

// returnPairs lists the pairs with their chains.
func (p reporter) returnPairs(title phrase, pairs []bottleneck.ReturnPair) block {
	t := &table{
		Caption: p.plain("Between whom work comes back at once. A chain of tasks with several leads can stand with several pairs."),
		Columns: []column{p.left("Organization"), p.left("Other"), p.right("Chains"), p.right("% of chains"), p.wide("Tasks")},
	}
	for _, pair := range pairs {
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Text: p.organization(pair.Organization)}, {Text: p.organization(pair.Other)},
			text(whole(len(pair.Chains))), text(tenths(pair.Percent)), {Items: p.chains(pair.Chains)},
		}})
	}
	return block{Group: &group{Title: title, Folded: true, Blocks: []block{{Table: t}}}}
}

// chains lists chains flow by flow.
func (p reporter) chains(chains []bottleneck.Chain) []phrase {
	var list []phrase
	for len(chains) > 0 {
		flow, ways := chains[0].Flow, []phrase{}
		for len(chains) > 0 && chains[0].Flow == flow {
			ways, chains = append(ways, p.way(chains[0].Tasks)), chains[1:]
		}
		list = append(list, p.say("{1}: {2}", p.flow(flow), p.list(ways)))
	}
	return list
}

package section

import (
	"tasuki/analysis/bottleneck"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// circles says who waits for each other in a circle, with a round as proof.
func circles(p messages.Printer, list []bottleneck.Circle) []document.Block {
	var blocks []document.Block
	for _, c := range list {
		said := p.Say("{1} organizations wait for each other in a circle: {2}.", len(c.Organizations), p.OrganizationList(c.Organizations))
		if len(c.Tasks) > 0 {
			said = p.Sentences(said, p.Say("One piece of work can come round: {1}.", p.Way(append(c.Tasks[:len(c.Tasks):len(c.Tasks)], c.Tasks[0]))))
		} else {
			said = p.Sentences(said, p.Say("No piece of work comes round by itself: different handoffs close the circle."))
		}
		t := &document.Table{
			Caption: p.Plain("One round through the circle: each waits for the next"),
			Columns: []document.Column{p.Left("Organization"), p.Left("Waits for"), p.Left("By the handoff")},
		}
		for _, s := range c.Round {
			t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
				{Text: p.Organization(s.Organization)}, {Text: p.Organization(s.For)}, {Text: p.Way([]string{s.Handoff.From, s.Handoff.To})},
			}})
		}
		blocks = append(blocks, document.Block{Text: said}, document.Block{Group: &document.Group{
			Title: p.Say("A round through the circle ({1} steps)", len(c.Round)), Folded: true, Blocks: []document.Block{{Table: t}},
		}})
	}
	return blocks
}

// returns says how often work comes back at once, and between whom.
func returns(p messages.Printer, b bottleneck.Bottleneck) []document.Block {
	out, again := b.Subcontracting, b.PingPong
	if out.Matching == 0 {
		return nil
	}
	said := p.Say("In {1} of {2} chains of two handoffs ({3}), work goes to another organization and straight back. Most often: {4}.",
		out.Matching, out.Chains, messages.Optional(out.Percent, messages.Percentage), p.List(frequent(p, out.Pairs)))
	blocks := []document.Block{{Text: said}}
	if again.Matching > 0 {
		blocks[0].Text = p.Sentences(said, p.Say("In {1} of {2} chains of three handoffs ({3}), it goes there a second time.",
			again.Matching, again.Chains, messages.Optional(again.Percent, messages.Percentage)))
	}
	blocks = append(blocks, returnPairs(p, p.Say("Out and straight back: {1} of {2} possible pairs", len(out.Pairs), out.AllPairs), out.Pairs))
	if again.Matching > 0 {
		blocks = append(blocks, returnPairs(p, p.Say("Out, back and out again: {1} of {2} possible pairs", len(again.Pairs), again.AllPairs), again.Pairs))
	}
	return blocks
}

// frequent names up to three of the pairs with the most chains.
func frequent(p messages.Printer, pairs []bottleneck.ReturnPair) []document.Phrase {
	var list []document.Phrase
	for _, pair := range pairs[:min(3, len(pairs))] {
		list = append(list, p.Say("{1} → {2} → {1} ({3})", p.Organization(pair.Organization)[:1], p.Organization(pair.Other)[:1], len(pair.Chains)))
	}
	return list
}

// returnPairs lists the pairs with their chains.
func returnPairs(p messages.Printer, title document.Phrase, pairs []bottleneck.ReturnPair) document.Block {
	t := &document.Table{
		Caption: p.Plain("Between whom work comes back at once. A chain of tasks with several leads can stand with several pairs."),
		Columns: []document.Column{p.Left("Organization"), p.Left("Other"), p.Right("Chains"), p.Right("% of chains"), p.Wide("Tasks")},
	}
	for _, pair := range pairs {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: p.Organization(pair.Organization)}, {Text: p.Organization(pair.Other)},
			document.Text(messages.Whole(len(pair.Chains))), document.Text(messages.Tenths(pair.Percent)), {Items: chains(p, pair.Chains)},
		}})
	}
	return document.Block{Group: &document.Group{Title: title, Folded: true, Blocks: []document.Block{{Table: t}}}}
}

// chains lists chains flow by flow.
func chains(p messages.Printer, chains []bottleneck.Chain) []document.Phrase {
	var list []document.Phrase
	for len(chains) > 0 {
		flow, ways := chains[0].Flow, []document.Phrase{}
		for len(chains) > 0 && chains[0].Flow == flow {
			ways, chains = append(ways, p.Way(chains[0].Tasks)), chains[1:]
		}
		list = append(list, p.Say("{1}: {2}", p.Flow(flow), p.List(ways)))
	}
	return list
}

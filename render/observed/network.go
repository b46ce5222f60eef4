package observed

import (
	"cmp"
	"slices"

	"tasuki/analysis/observe"
	"tasuki/analysis/socialnetwork"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// network says who stands between whom in the network that was seen, and whose absence
// parts it.
func (t *teller) network() []document.Block {
	x := t.Observed.Network
	if len(x.Edges) == 0 {
		return []document.Block{{Text: t.Say("No work was seen to pass from one organization to another (within one: {1}, unknown who: {2}).", x.Within, x.Unknown)}}
	}
	total := 0
	for _, e := range x.Edges {
		total += e.Count
	}
	blocks := []document.Block{{Text: t.Say("Handoffs between organizations: {1}; within one: {2}; not known between whom: {3}.", total, x.Within, x.Unknown)}}
	if said := t.parting(x); said != nil {
		blocks = append(blocks, document.Block{Text: said})
	}
	list := sorted(x.Organizations, func(a, b observe.NetworkOrganization) int { return cmp.Compare(a.Rank, b.Rank) })
	blocks = append(blocks, table(t, t.Say("Bottlenecks of the network that was seen ({1})", len(list)), list, func(o observe.NetworkOrganization) []document.Cell {
		return []document.Cell{whole(o.Rank), {Text: t.Organization(o.Organization)}, whole(o.In), whole(o.Out), document.Text(messages.Optional(o.WeightedBetweenness, messages.Tenths)), document.Text(messages.Optional(o.Betweenness, messages.Tenths)), document.Text(messages.Optional(o.DeclaredBetweenness, messages.Tenths)), whole(o.DeclaredRank)}
	}, t.Right("Rank"), t.Left("Organization"), t.Right("Handoffs in"), t.Right("Handoffs out"), t.Right("Betweenness by count"), t.Right("Betweenness"), t.Right("Declared betweenness"), t.Right("Declared rank"))...)
	edges := slices.DeleteFunc(slices.Clone(x.Edges), func(e observe.NetworkEdge) bool { return e.Declared })
	if len(edges) == 0 {
		return blocks
	}
	edges = sorted(edges, func(a, b observe.NetworkEdge) int { return cmp.Compare(b.Count, a.Count) })
	return append(blocks, table(t, t.Say("Between organizations that no declared handoff joins ({1})", len(edges)), edges, func(e observe.NetworkEdge) []document.Cell {
		return []document.Cell{{Text: t.Organization(e.From)}, {Text: t.Organization(e.To)}, whole(e.Count), whole(e.Cases), document.Text(minutes(e.Wait.P50))}
	}, t.Left("From||handoff"), t.Left("To||handoff"), t.Right("Seen"), t.Right("Cases"), t.Right("P50"))...)
}

// parting names articulation points and bridges of the network that was seen, beside those
// of the declared one.
func (t *teller) parting(x observe.Network) document.Phrase {
	var seen, declared []string
	for _, o := range x.Organizations {
		if o.Articulation {
			seen = append(seen, o.Organization)
		}
		if o.DeclaredArticulation {
			declared = append(declared, o.Organization)
		}
	}
	bridges := func(list []observe.NamePair) document.Phrase {
		if len(list) == 0 {
			return t.Say("none||bridges")
		}
		named := messages.Each(list[:min(len(list), shown)], func(p observe.NamePair) document.Phrase {
			return t.Say("{1} and {2}||ends of a bridge", t.Organization(p.From), t.Organization(p.To))
		})
		if more := len(list) - len(named); more > 0 {
			return t.Say("{1} and {2} more", t.List(named), more)
		}
		return t.List(named)
	}
	return t.Sentences(
		t.Say("Without these the network that was seen falls into more parts (single points of failure): {1}; as declared: {2}.", t.some(seen), t.some(declared)),
		t.Say("Bridges: {1}; as declared: {2}.", bridges(x.Bridges), bridges(x.DeclaredBridges)))
}

func (t *teller) some(ids []string) document.Phrase {
	if len(ids) == 0 {
		return t.Say("no organization||parts")
	}
	if more := len(ids) - shown; more > 0 {
		return t.Say("{1} and {2} more", t.OrganizationList(ids[:shown]), more)
	}
	return t.OrganizationList(ids)
}

// social says who hands work to whom by the measures of social networks.
func (t *teller) social() []document.Block {
	x := t.Social.Organizations
	if len(x.Parties) == 0 {
		return []document.Block{{Text: t.Say("No event of a task is tied to an organization.")}}
	}
	blocks := []document.Block{{Text: t.Say("Of {1} successions of events, {2} stay with one organization. Work comes straight back (a, b, a) in {3} triples, and goes to and fro (a, b, a, b) in {4} quadruples.",
		x.Handover.Successions, t.share(observe.Share(x.Handover.Self)), t.share(observe.Share(x.Returns)), t.share(observe.Share(x.PingPong)))}}
	pairs := sorted(x.Pairs, func(a, b socialnetwork.Pair) int { return cmp.Compare(b.Handover.Count, a.Handover.Count) })
	if len(pairs) == 0 {
		return blocks
	}
	ratio := func(x *float64) document.Cell { return document.Text(messages.Optional(x, messages.Ratio)) }
	return append(blocks, table(t, t.Say("Pairs of organizations ({1})", len(pairs)), pairs, func(x socialnetwork.Pair) []document.Cell {
		return []document.Cell{{Text: t.Organization(x.From)}, {Text: t.Organization(x.To)}, whole(x.Handover.Count), ratio(x.Handover.Rate), whole(x.Subcontracting.Count), ratio(x.Subcontracting.Rate), whole(x.JointCases), ratio(x.Together), whole(x.PingPongs)}
	}, t.Left("From||handoff"), t.Left("To||handoff"), t.Right("Handovers"), t.Right("Rate||handovers"), t.Right("Subcontracted"), t.Right("Rate||subcontracting"), t.Right("Cases together"), t.Right("Working together"), t.Right("To and fro"))...)
}

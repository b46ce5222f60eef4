package section

import (
	"tasuki/analysis/loss"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// lossSets says what the loss of several organizations at once does, under the
// rules in force; the other readings of the rules stand beside it on demand.
func lossSets(p messages.Printer, s loss.LossSets) []document.Block {
	if len(s.Organizations) == 0 || len(s.Readings) == 0 {
		return nil
	}
	l := s.Readings[0]
	blocks := []document.Block{{Text: lookedAt(p, s, l)}, {Items: lossConclusions(p, s, l)}}
	more := &document.Group{Title: p.Say("Every number of missing organizations, the critical sets of each flow, and the other rules"), Folded: true}
	more.Blocks = append(more.Blocks, document.Block{Table: worstTable(p, s, l, l.Worst[:min(listedSizes, len(l.Worst))])})
	if len(l.Worst) > listedSizes {
		more.Blocks = append(more.Blocks, document.Block{Note: p.Say("The sets of more than {1} organizations are in the JSON output.", listedSizes)})
	}
	if len(l.Critical) > 0 {
		more.Blocks = append(more.Blocks, document.Block{Table: criticalTable(p, l)})
	}
	more.Blocks = append(more.Blocks, document.Block{Table: curveTable(p, s, l)}, document.Block{Table: coverageTable(p, s)}, document.Block{Table: readingTable(p, s)})
	blocks = append(blocks, document.Block{Group: more})
	return []document.Block{{Group: &document.Group{Title: p.Say("When several organizations are missing at once"), Blocks: blocks}}}
}

// listedSizes is of how many numbers of missing organizations the worst sets are listed.
const listedSizes = 10

// lookedAt says whether the figures are exact, and of which organizations.
func lookedAt(p messages.Printer, s loss.LossSets, l loss.LossSet) document.Phrase {
	n := len(s.Organizations)
	said := p.Many(n, "{1} organization leads or supports a task, so there is only its own loss to look at.",
		"{1} organizations lead or support a task. Every set of them was looked at, so the figures are exact.")
	switch {
	case l.Limits != nil && l.Exact:
		said = p.Say("{1} organizations lead or support a task. A search found the worst of their sets and proved that none is worse, so the figures are exact.", n)
	case l.Limits != nil:
		said = p.Say("{1} organizations lead or support a task, too many to look at every set. Each search stops at {2} steps (--loss-nodes); where it proved nothing, two bounds are given, and the figure lies between them.", n, l.Limits.Worst)
	}
	if len(s.Others) > 0 {
		said = p.Sentences(said, p.Say("Without a lead or support mark, and left out since their loss changes nothing: {1}.", p.OrganizationList(s.Others)))
	}
	return said
}

// lossConclusions are the sizes that matter, each with its sets.
func lossConclusions(p messages.Printer, s loss.LossSets, l loss.LossSet) []document.Phrase {
	var items []document.Phrase
	if l.AnyFlow != nil {
		items = append(items,
			setsOtherwise(p, s, stopsAny(p, *l.AnyFlow), func(l loss.LossSet) document.Phrase { return brief(p, *l.AnyFlow) }),
			setsOtherwise(p, s, stopsEvery(p, *l.EveryFlow), func(l loss.LossSet) document.Phrase { return brief(p, *l.EveryFlow) }),
			setsOtherwise(p, s, canBeMissed(p, s, *l.Robust), func(l loss.LossSet) document.Phrase { return briefRobust(p, *l.Robust) }))
	}
	return append(items, setsOtherwise(p, s, truckFactor(p, s, l.TruckFactor), func(l loss.LossSet) document.Phrase { return briefFactor(p, l.TruckFactor) }))
}

func stopsAny(p messages.Printer, c loss.CriticalSets) document.Phrase {
	switch {
	case c.Size == nil:
		return p.Say("No loss stops a flow: tasks that nobody leads keep a way open.")
	case !c.Size.Exact:
		return p.Say("To stop a flow, between {1} and {2} organizations must be missing. These are enough: {3}.", c.Size.Lower, c.Size.Upper, smallest(p, c))
	case c.Size.Lower == 1:
		return p.Say("One missing organization is enough to stop a flow: {1}.", smallest(p, c))
	}
	return p.Say("To stop a flow, at least {1} organizations must be missing together: {2}.", c.Size.Lower, smallest(p, c))
}

func stopsEvery(p messages.Printer, c loss.CriticalSets) document.Phrase {
	switch {
	case c.Size == nil:
		return p.Say("No loss stops every flow.")
	case !c.Size.Exact:
		return p.Say("To stop every flow, between {1} and {2} organizations must be missing. These are enough: {3}.", c.Size.Lower, c.Size.Upper, smallest(p, c))
	case c.Size.Lower == 1:
		return p.Say("One missing organization is enough to stop every flow: {1}.", smallest(p, c))
	}
	return p.Say("To stop every flow, at least {1} organizations must be missing together: {2}.", c.Size.Lower, smallest(p, c))
}

func canBeMissed(p messages.Printer, s loss.LossSets, r loss.RobustSet) document.Phrase {
	n := len(s.Organizations)
	switch {
	case !r.Size.Exact:
		return p.Say("Of {1} organizations, between {2} and {3} can be missing at once with no flow stopped. These can: {4}.", n, r.Size.Lower, r.Size.Upper, setList(p, r.Sets, r.Count, r.Complete))
	case r.Size.Lower == 0:
		return p.Many(n, "It cannot be missing: without it a flow stops.", "None can be missing: whichever of the {1} organizations is, a flow stops.")
	}
	return p.Say("Of {1} organizations, at most {2} can be missing at once with no flow stopped: {3}.", n, r.Size.Lower, setList(p, r.Sets, r.Count, r.Complete))
}

func truckFactor(p messages.Printer, s loss.LossSets, t loss.TruckFactor) document.Phrase {
	if t.Size == nil {
		return p.Say("No loss, not even that of all, loses more than half of all tasks ({1}).", s.Tasks)
	}
	greedy := len(t.Greedy.Organizations)
	if !t.Size.Exact {
		return p.Say("To lose more than half of all tasks ({1}), between {2} and {3} organizations must be missing. These are enough ({4} tasks): {5}. Removing one by one, greedily, takes {6}.",
			s.Tasks, t.Size.Lower, t.Size.Upper, t.Lost, setPhrase(p, t.Organizations), greedy)
	}
	if t.Size.Lower == 1 {
		return p.Say("One missing organization is enough to lose more than half of all tasks ({1}) (truck factor 1): {2} loses {3}.", s.Tasks, setPhrase(p, t.Organizations), t.Lost)
	}
	return p.Say("To lose more than half of all tasks ({1}), at least {2} organizations must be missing together (truck factor {2}): {3} lose {4}. Removing one by one, greedily, takes {5}.",
		s.Tasks, t.Size.Lower, setPhrase(p, t.Organizations), t.Lost, greedy)
}

// smallest lists the sets with the fewest members.
func smallest(p messages.Printer, c loss.CriticalSets) document.Phrase {
	n := 0
	for n < len(c.Sets) && len(c.Sets[n]) == c.Size.Upper {
		n++
	}
	return setList(p, c.Sets[:n], n, c.Known != loss.KnowSome && (n < len(c.Sets) || len(c.Sets) == c.Count))
}

// shownSets is how many sets a sentence or a cell lists at most.
const shownSets = 6

// setList lists sets, of which count are known. Unless these are all, it does not
// say that there are no others.
func setList(p messages.Printer, sets [][]string, count int, all bool) document.Phrase {
	var list document.Phrase
	for i, set := range sets[:min(shownSets, len(sets))] {
		if i > 0 {
			list = append(list, p.Say(" or ")...)
		}
		list = append(list, setPhrase(p, set)...)
	}
	switch {
	case count > shownSets && all:
		list = append(list, p.Say(" or others ({1} in all)", count)...)
	case count > shownSets:
		list = append(list, p.Say(" or others (at least {1} in all)", count)...)
	case !all:
		list = append(list, p.Say(" or perhaps others")...)
	}
	return list
}

// setPhrase names the organizations of a set by ID: names would hide where one set
// ends.
func setPhrase(p messages.Printer, ids []string) document.Phrase {
	if len(ids) == 0 {
		return p.Say("nobody")
	}
	var all document.Phrase
	for i, id := range ids {
		if i > 0 {
			all = append(all, document.Piece{Text: " + "})
		}
		all = append(all, p.Organization(id)...)
	}
	return all
}

// within formats a number, or what it lies between.
func within(p messages.Printer, b *loss.Bounds) string {
	switch {
	case b == nil:
		return messages.Unknown
	case b.Exact:
		return messages.Whole(b.Lower)
	}
	return p.Plain("{1} to {2}", b.Lower, b.Upper)
}

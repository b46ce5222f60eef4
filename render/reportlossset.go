package render

import (
	"tasuki/analysis/loss"
)

// lossSets says what the loss of several organizations at once does, under the
// rules in force; the other readings of the rules stand beside it on demand.
func (p reporter) lossSets(s loss.LossSets) []block {
	if len(s.Organizations) == 0 || len(s.Readings) == 0 {
		return nil
	}
	l := s.Readings[0]
	blocks := []block{{Text: p.lookedAt(s, l)}, {Items: p.lossConclusions(s, l)}, {Table: p.worstTable(s, l, l.Worst[:min(shownSizes, len(l.Worst))])}}
	more := &group{Title: p.say("Every number of missing organizations, the critical sets of each flow, and the other rules"), Folded: true}
	if len(l.Worst) > shownSizes {
		more.Blocks = append(more.Blocks, block{Table: p.worstTable(s, l, l.Worst[shownSizes:min(listedSizes, len(l.Worst))])})
	}
	if len(l.Worst) > listedSizes {
		more.Blocks = append(more.Blocks, block{Note: p.say("The sets of more than {1} organizations are in the JSON output.", listedSizes)})
	}
	if len(l.Critical) > 0 {
		more.Blocks = append(more.Blocks, block{Table: p.criticalTable(l)})
	}
	more.Blocks = append(more.Blocks, block{Table: p.curveTable(s, l)}, block{Table: p.coverageTable(s)}, block{Table: p.readingTable(s)})
	blocks = append(blocks, block{Group: more})
	return []block{{Group: &group{Title: p.say("When several organizations are missing at once"), Blocks: blocks}}}
}

// shownSizes is how many numbers of missing organizations are shown at once, and
// listedSizes how many on demand.
const (
	shownSizes  = 3
	listedSizes = 10
)

// lookedAt says whether the figures are exact, and of which organizations.
func (p reporter) lookedAt(s loss.LossSets, l loss.LossSet) phrase {
	n := len(s.Organizations)
	said := p.many(n, "{1} organization leads or supports a task, so there is only its own loss to look at.",
		"{1} organizations lead or support a task. Every set of them was looked at, so the figures are exact.")
	switch {
	case l.Limits != nil && l.Exact:
		said = p.say("{1} organizations lead or support a task. A search found the worst of their sets and proved that none is worse, so the figures are exact.", n)
	case l.Limits != nil:
		said = p.say("{1} organizations lead or support a task, too many to look at every set. Each search stops at {2} steps (--loss-nodes); where it proved nothing, two bounds are given, and the figure lies between them.", n, l.Limits.Worst)
	}
	if len(s.Others) > 0 {
		said = p.sentences(said, p.say("Without a lead or support mark, and left out since their loss changes nothing: {1}.", p.organizationList(s.Others)))
	}
	return said
}

// lossConclusions are the sizes that matter, each with its sets.
func (p reporter) lossConclusions(s loss.LossSets, l loss.LossSet) []phrase {
	var items []phrase
	if l.AnyFlow != nil {
		items = append(items, p.stopsAny(*l.AnyFlow), p.stopsEvery(*l.EveryFlow), p.canBeMissed(s, *l.Robust))
	}
	return append(items, p.truckFactor(s, l.TruckFactor))
}

func (p reporter) stopsAny(c loss.CriticalSets) phrase {
	switch {
	case c.Size == nil:
		return p.say("No loss stops a flow: tasks that nobody leads keep a way open.")
	case !c.Size.Exact:
		return p.say("To stop a flow, between {1} and {2} organizations must be missing. These are enough: {3}.", c.Size.Lower, c.Size.Upper, p.smallest(c))
	case c.Size.Lower == 1:
		return p.say("One missing organization is enough to stop a flow: {1}.", p.smallest(c))
	}
	return p.say("To stop a flow, at least {1} organizations must be missing together: {2}.", c.Size.Lower, p.smallest(c))
}

func (p reporter) stopsEvery(c loss.CriticalSets) phrase {
	switch {
	case c.Size == nil:
		return p.say("No loss stops every flow.")
	case !c.Size.Exact:
		return p.say("To stop every flow, between {1} and {2} organizations must be missing. These are enough: {3}.", c.Size.Lower, c.Size.Upper, p.smallest(c))
	case c.Size.Lower == 1:
		return p.say("One missing organization is enough to stop every flow: {1}.", p.smallest(c))
	}
	return p.say("To stop every flow, at least {1} organizations must be missing together: {2}.", c.Size.Lower, p.smallest(c))
}

func (p reporter) canBeMissed(s loss.LossSets, r loss.RobustSet) phrase {
	n := len(s.Organizations)
	switch {
	case !r.Size.Exact:
		return p.say("Of {1} organizations, between {2} and {3} can be missing at once with no flow stopped. These can: {4}.", n, r.Size.Lower, r.Size.Upper, p.setList(r.Sets, r.Count, r.Complete))
	case r.Size.Lower == 0:
		return p.many(n, "It cannot be missing: without it a flow stops.", "None can be missing: whichever of the {1} organizations is, a flow stops.")
	}
	return p.say("Of {1} organizations, at most {2} can be missing at once with no flow stopped: {3}.", n, r.Size.Lower, p.setList(r.Sets, r.Count, r.Complete))
}

func (p reporter) truckFactor(s loss.LossSets, t loss.TruckFactor) phrase {
	if t.Size == nil {
		return p.say("No loss, not even that of all, loses more than half of all tasks ({1}).", s.Tasks)
	}
	greedy := len(t.Greedy.Organizations)
	if !t.Size.Exact {
		return p.say("To lose more than half of all tasks ({1}), between {2} and {3} organizations must be missing. These are enough ({4} tasks): {5}. Removing one by one, greedily, takes {6}.",
			s.Tasks, t.Size.Lower, t.Size.Upper, t.Lost, p.set(t.Organizations), greedy)
	}
	if t.Size.Lower == 1 {
		return p.say("One missing organization is enough to lose more than half of all tasks ({1}) (truck factor 1): {2} loses {3}.", s.Tasks, p.set(t.Organizations), t.Lost)
	}
	return p.say("To lose more than half of all tasks ({1}), at least {2} organizations must be missing together (truck factor {2}): {3} lose {4}. Removing one by one, greedily, takes {5}.",
		s.Tasks, t.Size.Lower, p.set(t.Organizations), t.Lost, greedy)
}

// smallest lists the sets with the fewest members.
func (p reporter) smallest(c loss.CriticalSets) phrase {
	n := 0
	for n < len(c.Sets) && len(c.Sets[n]) == c.Size.Upper {
		n++
	}
	return p.setList(c.Sets[:n], n, c.Known != loss.KnowSome && (n < len(c.Sets) || len(c.Sets) == c.Count))
}

// shownSets is how many sets a sentence or a cell lists at most.
const shownSets = 6

// setList lists sets, of which count are known. Unless these are all, it does not
// say that there are no others.
func (p reporter) setList(sets [][]string, count int, all bool) phrase {
	var list phrase
	for i, set := range sets[:min(shownSets, len(sets))] {
		if i > 0 {
			list = append(list, p.say(" or ")...)
		}
		list = append(list, p.set(set)...)
	}
	switch {
	case count > shownSets && all:
		list = append(list, p.say(" or others ({1} in all)", count)...)
	case count > shownSets:
		list = append(list, p.say(" or others (at least {1} in all)", count)...)
	case !all:
		list = append(list, p.say(" or perhaps others")...)
	}
	return list
}

// set names the organizations of a set by ID: names would hide where one set
// ends.
func (p reporter) set(ids []string) phrase {
	if len(ids) == 0 {
		return p.say("nobody")
	}
	var all phrase
	for i, id := range ids {
		if i > 0 {
			all = append(all, piece{Text: " + "})
		}
		all = append(all, piece{Text: id, Href: "#" + p.organizationAnchor(id), Style: idStyle})
	}
	return all
}

// within formats a number, or what it lies between.
func (p reporter) within(b *loss.Bounds) string {
	switch {
	case b == nil:
		return unknown
	case b.Exact:
		return whole(b.Lower)
	}
	return p.plain("{1} to {2}", b.Lower, b.Upper)
}

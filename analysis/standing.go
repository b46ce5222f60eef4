package analysis

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// standing compares organizations by their lead marks over all readings.
type standing struct {
	g      *graph.Graph
	groups []group // of leads
	marks  []int   // organization -> lead marks, as the dataset reads
}

// pick is an outcome of a group.
type pick struct {
	group, outcome int
}

func newStanding(g *graph.Graph, leads []group) standing {
	s := standing{g: g, groups: leads}
	for org := range g.Organizations() {
		s.marks = append(s.marks, len(g.Led(org)))
	}
	return s
}

// places returns the organizations with the most marks and those with the next
// most, ascending. An organization without a mark has no place.
func places(marks []int) (first, second []int) {
	place := func(apart []int) []int {
		var set []int
		most := 1
		for org, n := range marks {
			if n > most && !slices.Contains(apart, org) {
				set, most = nil, n
			}
			if n == most && !slices.Contains(apart, org) {
				set = append(set, org)
			}
		}
		return set
	}
	first = place(nil)
	return first, place(first)
}

// conclusions returns who is first and who is second, each with the readings
// that say otherwise. Two organizations are compared at a time, exactly; that
// settles the first place, and the second when the first holds. When it does
// not, the second is refuted by the readings looked at or not computed.
func (s standing) conclusions() (first, second Conclusion) {
	firstNow, secondNow := places(s.marks)
	rest := func(org int) bool { return !slices.Contains(firstNow, org) }
	a, b := s.challenges(firstNow, func(int) bool { return true }), s.challenges(secondNow, rest)
	firstOf := func(marks []int) []int { set, _ := places(marks); return set }
	secondOf := func(marks []int) []int { _, set := places(marks); return set }
	first = s.conclude(firstNow, a, firstOf)
	if first.Certainty != Holds {
		first.Always = organizationIDs(s.g, s.unpassed(firstNow))
		b.picks, b.open = append(b.picks, a.picks...), true
	}
	return first, s.conclude(secondNow, b, secondOf)
}

// unpassed returns the members of a set of firsts that no rival gets ahead of
// in any reading, as far as readings are known.
func (s standing) unpassed(set []int) []int {
	return slices.DeleteFunc(slices.Clone(set), func(org int) bool {
		for other := range s.marks {
			if other == org {
				continue
			}
			if picks, open := s.closing(org, other, s.marks[org]-s.marks[other]+1); len(picks) > 0 || open {
				return true
			}
		}
		return false
	})
}

// challenges are readings that may overturn a place.
type challenges struct {
	picks [][]pick
	open  bool // there may be more
}

// conclude checks every reading against the set that it gives.
func (s standing) conclude(set []int, c challenges, of func(marks []int) []int) Conclusion {
	conclusion := Conclusion{
		Subject: Subject{Kind: AboutDataset}, Organizations: organizationIDs(s.g, set),
		Certainty: Holds, Always: []string{}, Counters: []CounterReading{}, DependsOn: []Mark{},
	}
	for _, picks := range c.picks {
		other, moves := of(s.after(picks)), s.moves(picks)
		counter := CounterReading{organizationIDs(s.g, other), moves}
		if !slices.Equal(other, set) && !slices.ContainsFunc(conclusion.Counters, counter.equal) {
			conclusion.Counters = append(conclusion.Counters, counter)
		}
	}
	switch {
	case len(conclusion.Counters) > 0:
		conclusion.Certainty = Depends
	case c.open:
		conclusion.Certainty = NotComputed
	default:
		conclusion.Always = conclusion.Organizations
	}
	return conclusion
}

// challenges returns, for each member of a set with equally many marks and each
// rival, the reading with the fewest groups changed in which the rival draws
// level, or overtakes when it is of the set too. When the set is empty, any
// rival enters it with its first mark.
func (s standing) challenges(set []int, rival func(org int) bool) challenges {
	var c challenges
	for _, org := range set {
		for other := range s.marks {
			if other == org || !rival(other) {
				continue
			}
			lead := s.marks[org] - s.marks[other]
			if slices.Contains(set, other) {
				lead++
			}
			c.add(s.closing(org, other, lead))
		}
	}
	for other := range s.marks {
		if len(set) == 0 && rival(other) {
			c.add(s.closing(nobody, other, 1))
		}
	}
	return c
}

// nobody stands for an organization without marks.
const nobody = -1

func (c *challenges) add(picks []pick, open bool) {
	if len(picks) > 0 {
		c.picks = append(c.picks, picks)
	}
	c.open = c.open || open
}

// closing returns outcomes that together make up a lead of org over other,
// those that make up most first. Without any, open says whether groups whose
// outcomes are not known might.
func (s standing) closing(org, other, lead int) (picks []pick, open bool) {
	type gain struct {
		pick
		marks, changes int
	}
	var gains []gain
	unknown := 0
	for i, gr := range s.groups {
		if gr.outcomes == nil {
			unknown += 2
			continue
		}
		now := difference(gr.outcomes[0], org, other)
		best := gain{}
		for j, o := range gr.outcomes {
			x := gain{pick{i, j}, now - difference(o, org, other), gr.changes(o)}
			if x.marks > best.marks || x.marks == best.marks && x.changes < best.changes {
				best = x
			}
		}
		if best.marks > 0 {
			gains = append(gains, best)
		}
	}
	slices.SortStableFunc(gains, func(a, b gain) int {
		return cmp.Or(cmp.Compare(b.marks, a.marks), cmp.Compare(a.changes, b.changes))
	})
	for _, x := range gains {
		if lead <= 0 {
			break
		}
		lead -= x.marks
		picks = append(picks, x.pick)
	}
	if lead > 0 {
		return nil, lead <= unknown
	}
	slices.SortFunc(picks, func(a, b pick) int { return cmp.Compare(a.group, b.group) })
	return picks, false
}

// difference returns how many marks more org has than other under an outcome.
func difference(outcome []int, org, other int) int {
	d := 0
	if slices.Contains(outcome, org) {
		d++
	}
	if slices.Contains(outcome, other) {
		d--
	}
	return d
}

// after returns the lead marks of each organization with the picks made.
func (s standing) after(picks []pick) []int {
	marks := slices.Clone(s.marks)
	for _, p := range picks {
		for i, org := range s.groups[p.group].outcomes[p.outcome] {
			marks[s.groups[p.group].choices[i][0]]--
			marks[org]++
		}
	}
	return marks
}

func (s standing) moves(picks []pick) []Move {
	list := []Move{}
	for _, p := range picks {
		list = append(list, s.groups[p.group].moves(s.g, s.groups[p.group].outcomes[p.outcome])...)
	}
	return list
}

// organizationIDs returns the IDs of organizations; never nil.
func organizationIDs(g *graph.Graph, orgs []int) []string {
	ids := make([]string, len(orgs))
	for i, org := range orgs {
		ids[i] = g.Organizations()[org].ID
	}
	return ids
}

package loss

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// searchSteps is about how many steps the searches of one kind may take together
// under one reading of the rules, unless a number of nodes is asked for.
const searchSteps = 5_000_000

// SearchLimits say how many nodes each search might visit before it gave up and
// left bounds.
type SearchLimits struct {
	Worst  int `json:"worst"`  // for the worst loss of a number of organizations
	Flow   int `json:"flow"`   // for the critical sets of a flow; of at most 20 organizations every set is looked at
	Robust int `json:"robust"` // for the largest set that can be missed
}

// limitOf returns how many nodes each of a number of searches may visit when a
// node takes so many steps, unless a number is asked for.
func limitOf(asked, searches, steps int) int {
	return cmp.Or(asked, max(1, searchSteps/(max(1, searches)*max(1, steps))))
}

// bound searches for the worst losses. Each search may visit so many nodes as
// are asked for; 0 leaves it to the size of the data.
func (r lossReading) bound(asked int) LossSet {
	n, steps := len(r.orgs), 0
	for _, f := range r.flows {
		steps += 2 * n * (f.Network.Len() + f.Network.Size())
	}
	limits := SearchLimits{Worst: limitOf(asked, 3*n, len(r.groups)+n), Flow: limitOf(asked, 1, steps)}
	flows := r.criticalFlows(limits.Flow)
	sets := 0
	for _, f := range flows {
		sets += len(f.known())
	}
	limits.Robust = limitOf(asked, 1, 2*n*sets)
	l := LossSet{Rules: r.rules, Limits: &limits, Worst: r.worstWithin(flows, limits.Worst), Critical: []FlowCritical{}}
	for i := range flows {
		l.Critical = append(l.Critical, r.searchedFlow(i, flows[i], limits.Flow))
	}
	if len(flows) > 0 {
		one, all := r.critical(anyFlow(flows, n)), everyFlow(l.Worst, len(flows))
		l.AnyFlow, l.EveryFlow, l.Robust = &one, &all, r.boundRobust(flows, limits.Robust)
	}
	l.Exact = l.settled()
	return l
}

// worstWithin searches for the worst loss of each number of participants.
func (r lossReading) worstWithin(flows []MinimalSets, nodes int) []WorstLoss {
	n, worst := len(r.orgs), []WorstLoss{}
	greedy, _ := r.greedy()
	lost, degraded, broken := newBranching(n, r.lossGoals()), newBranching(n, r.degradedGoals()), newBranching(n, flowGoals(flows))
	for k := 1; k <= n; k++ {
		w := WorstLoss{Size: k, Lost: r.reached(lost.run(k, nodes, greedy[:k])), Degraded: r.reached(degraded.run(k, nodes, greedy[:k]))}
		if len(flows) > 0 {
			most := r.mostBroken(broken, flows, greedy[:k], nodes)
			w.Broken = &most
		}
		worst = append(worst, w)
	}
	return worst
}

// settled reports whether every figure is exact.
func (l LossSet) settled() bool {
	size := func(s *CriticalSets) bool { return s == nil || s.Size == nil || s.Size.Exact }
	worst := func(w WorstLoss) bool {
		return w.Lost.Exact && w.Degraded.Exact && (w.Broken == nil || w.Broken.Exact)
	}
	open := func(w WorstLoss) bool { return !worst(w) }
	openFlow := func(f FlowCritical) bool { return !size(&f.CriticalSets) || !size(f.EveryStart) || !size(&f.Enough) }
	return !slices.ContainsFunc(l.Worst, open) && !slices.ContainsFunc(l.Critical, openFlow) &&
		size(l.AnyFlow) && size(l.EveryFlow) && (l.Robust == nil || l.Robust.Size.Exact)
}

// reached returns bounds with the set that reaches the lower one.
func (r lossReading) reached(b Bounds, set []int) Extreme {
	if b.Lower == 0 {
		set = nil
	}
	return Extreme{b, r.ids(set)}
}

func (r lossReading) lossGoals() []goal {
	var goals []goal
	for _, t := range r.groups {
		goals = append(goals, goal{weight: t.tasks, ways: []condition{t.lost}})
	}
	return goals
}

func (r lossReading) degradedGoals() []goal {
	var goals []goal
	for _, t := range r.groups {
		if r.rules.Support == graph.Fallback && t.lost.compare(t.hit) != 0 {
			goals = append(goals, goal{weight: t.tasks, ways: []condition{t.hit}, spoil: []condition{t.lost}})
		}
	}
	return goals
}

func flowGoals(flows []MinimalSets) []goal {
	var goals []goal
	for _, f := range flows {
		x := goal{weight: 1}
		for _, set := range f.known() {
			x.ways = append(x.ways, condition{all: set})
		}
		goals = append(goals, x)
	}
	return goals
}

// mostBroken returns how many flows the loss of as many participants as a first
// set has breaks. A flow not all of whose critical sets are known counts as broken in the upper bound
// from the size on that an unknown one might have.
func (r lossReading) mostBroken(known *branching, flows []MinimalSets, first []int, nodes int) Extreme {
	unknown := 0
	for _, f := range flows {
		if f.unknownFrom(len(r.orgs)) <= len(first) {
			unknown++
		}
	}
	b, set := known.run(len(first), nodes, first)
	if unknown > 0 {
		b = Between(r.breaks(set), min(b.Upper+unknown, len(flows)))
	}
	return r.reached(b, set)
}

// breaks returns how many flows the loss of a set of participants breaks.
func (r lossReading) breaks(set []int) int {
	gone := make([]bool, len(r.orgs))
	for _, o := range set {
		gone[o] = true
	}
	count := 0
	for _, f := range r.flows {
		if f.Breaks(gone) {
			count++
		}
	}
	return count
}

// criticalFlows returns the critical sets of every flow on positions in orgs.
func (r lossReading) criticalFlows(nodes int) []MinimalSets {
	var flows []MinimalSets
	for _, f := range r.flows {
		c := NewFlowCondition(r.g, f.Graph, r.rules).critical(r.most, mostListed, nodes)
		for i, set := range c.Sets {
			c.Sets[i] = positions(r.orgs, set)
		}
		if c.Upper != nil {
			c.Upper = positions(r.orgs, c.Upper)
		}
		flows = append(flows, c)
	}
	return flows
}

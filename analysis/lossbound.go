package analysis

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// searchSteps is about how many steps the searches of one reading of the rules
// may take together, unless a number of nodes is asked for.
const searchSteps = 20_000_000

// nodeLimit returns how many nodes each search may visit: as many as are asked
// for, otherwise what searchSteps allow the three searches for each number of
// organizations, but at least 100.
func (r lossReading) nodeLimit(asked int) int {
	n := len(r.orgs)
	return cmp.Or(asked, max(100, searchSteps/(3*n*(len(r.groups)+n))))
}

// bound searches for the worst losses, each search visiting at most the given
// number of nodes.
func (r lossReading) bound(nodes int) LossSet {
	l := LossSet{Rules: r.rules, NodeLimit: &nodes, Worst: []WorstLoss{}, Critical: []FlowCritical{}}
	flows := r.criticalFlows(nodes)
	greedy := r.greedy()
	for k := 1; k <= len(r.orgs); k++ {
		w := WorstLoss{Size: k}
		w.Lost = r.branched(r.lossGoals(), k, nodes, greedy[:k])
		w.Degraded = r.branched(r.degradedGoals(), k, nodes, nil)
		if len(flows) > 0 {
			most := r.mostBroken(flows, k, nodes)
			w.Broken = &most
		}
		l.Worst = append(l.Worst, w)
	}
	for i, f := range r.g.Flows() {
		l.Critical = append(l.Critical, FlowCritical{f.ID, r.critical(flows[i])})
	}
	if len(flows) > 0 {
		one, all := r.critical(anyFlow(flows, len(r.orgs))), everyFlow(l.Worst, len(flows))
		l.AnyFlow, l.EveryFlow, l.Robust = &one, &all, r.boundRobust(flows, nodes)
	}
	l.Exact = l.settled()
	return l
}

// settled reports whether every figure is exact.
func (l LossSet) settled() bool {
	size := func(s *CriticalSets) bool { return s == nil || s.Size == nil || s.Size.Exact }
	worst := func(w WorstLoss) bool {
		return w.Lost.Exact && w.Degraded.Exact && (w.Broken == nil || w.Broken.Exact)
	}
	open := func(w WorstLoss) bool { return !worst(w) }
	openFlow := func(f FlowCritical) bool { return !size(&f.CriticalSets) }
	return !slices.ContainsFunc(l.Worst, open) && !slices.ContainsFunc(l.Critical, openFlow) &&
		size(l.AnyFlow) && size(l.EveryFlow) && (l.Robust == nil || l.Robust.Size.Exact)
}

func (r lossReading) branched(goals []goal, k, nodes int, first []int) Extreme {
	if len(goals) == 0 {
		return Extreme{exactly(0), []string{}}
	}
	b, set := branch(len(r.orgs), goals, k, nodes, first)
	return r.reached(b, set)
}

// reached returns bounds with the set that reaches the lower one.
func (r lossReading) reached(b Bounds, set []int) Extreme {
	if b.Lower == 0 {
		set = nil
	}
	slices.Sort(set)
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
			goals = append(goals, goal{weight: t.tasks, ways: []condition{t.hit}, spoil: &t.lost})
		}
	}
	return goals
}

// mostBroken returns how many flows the loss of k participants breaks. A flow
// not all of whose critical sets are known counts as broken in the upper bound
// from the size on that an unknown one might have.
func (r lossReading) mostBroken(flows []criticalSets, k, nodes int) Extreme {
	var goals []goal
	unknown := 0
	for _, f := range flows {
		var ways []condition
		for _, set := range f.known() {
			ways = append(ways, condition{all: set})
		}
		goals = append(goals, goal{weight: 1, ways: ways})
		if f.unknownFrom(len(r.orgs)) <= k {
			unknown++
		}
	}
	b, set := branch(len(r.orgs), goals, k, nodes, nil)
	if unknown > 0 {
		b = between(r.breaks(set), min(b.Upper+unknown, len(flows)))
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
		if f.breaks(gone) {
			count++
		}
	}
	return count
}

// criticalFlows returns the critical sets of every flow on positions in orgs.
func (r lossReading) criticalFlows(nodes int) []criticalSets {
	var flows []criticalSets
	for _, f := range r.flows {
		c := newFlowLoss(r.g, f.procedure, r.rules).critical(r.most, mostListed, nodes)
		for i, set := range c.sets {
			c.sets[i] = positions(r.orgs, set)
		}
		if c.upper != nil {
			c.upper = positions(r.orgs, c.upper)
		}
		flows = append(flows, c)
	}
	return flows
}

package analysis

import (
	"slices"

	"tasuki/graph"
)

// criticalSets are the sets of organizations whose loss breaks a flow, and none
// of whose members can be left out.
type criticalSets struct {
	sets  [][]int // ascending; fewest members first, then by members; cut off at the limit asked for
	found int     // sets found, of which sets holds the first

	// complete says that no other set exists. Otherwise every set with fewer
	// than below members was found, and perhaps some with below members.
	complete bool
	below    int

	// upper is a set whose loss breaks the flow; nil when that of all
	// organizations does not. It is the first set when there is one.
	upper []int
}

// criticalSetsOf returns the critical sets of a flow: exactly, by looking at
// every subset, when at most 20 organizations have a say in whether its tasks
// are lost; otherwise by a search that visits at most the given number of
// nodes. It lists at most limit sets.
//
// A flow can be broken by organizations that share no task, so a set that
// breaks it hits every way: the sets are the minimal hitting sets of what the
// ways need. For n organizations all subsets take time
// O(2^n / 64 x (tasks + handoffs)) and 2^n bits.
func criticalSetsOf(g *graph.Graph, p procedure, rules Rules, limit, nodes int) criticalSets {
	l := newFlowLoss(g, p, rules)
	if len(l.orgs) > enumerated {
		return l.search(limit, nodes)
	}
	minimal := minimalOf(len(l.orgs), l.brokenBy(len(l.orgs), l.conditions))
	c := criticalSets{sets: [][]int{}, found: len(minimal), complete: true, below: len(l.orgs) + 1}
	for _, s := range minimal[:min(limit, len(minimal))] {
		set := membersOf(len(l.orgs), s)
		for i, m := range set {
			set[i] = l.orgs[m]
		}
		c.sets = append(c.sets, set)
	}
	if len(c.sets) > 0 {
		c.upper = c.sets[0]
	}
	return c
}

// flowLoss is a flow with when each of its tasks is lost.
type flowLoss struct {
	procedure
	orgs       []int       // that occur in conditions, ascending
	conditions []condition // of each vertex, on positions in orgs
	losable    []bool      // vertices that some loss loses
}

func newFlowLoss(g *graph.Graph, p procedure, rules Rules) flowLoss {
	l := flowLoss{procedure: p, conditions: make([]condition, len(p.tasks)), losable: make([]bool, len(p.tasks))}
	for v, task := range p.index {
		l.conditions[v], l.losable[v] = rules.conditionOf(g, task)
		l.orgs = slices.Concat(l.orgs, l.conditions[v].all, l.conditions[v].oneOf)
	}
	slices.Sort(l.orgs)
	l.orgs = slices.Compact(l.orgs)
	for v, c := range l.conditions {
		l.conditions[v] = condition{positions(l.orgs, c.all), positions(l.orgs, c.oneOf)}
	}
	return l
}

// positions returns where members stand in an ascending list.
func positions(list, members []int) []int {
	at := make([]int, len(members))
	for i, m := range members {
		at[i], _ = slices.BinarySearch(list, m)
	}
	return at
}

// brokenBy returns the bitmap of the subsets of n organizations whose loss
// breaks the flow, the conditions being on these organizations. It searches for
// a way under 64 losses at once.
func (l flowLoss) brokenBy(n int, conditions []condition) []uint64 {
	when := make([]wordCondition, len(conditions))
	for v, c := range conditions {
		when[v] = newWordCondition(n, c)
		when[v].never = !l.losable[v]
	}
	order := forward(l.procedure)
	words, _ := wordsOf(n)
	broken := make([]uint64, words)
	left, reached := make([]uint64, len(when)), make([]uint64, len(when))
	for w := range broken {
		for v := range when {
			left[v], reached[v] = ^when[v].in(uint32(w)), 0
		}
		for _, v := range l.starts {
			reached[v] = left[v]
		}
		for again := true; again; {
			again = false
			for _, v := range order {
				now := reached[v]
				for _, u := range l.graph.Prev(v) {
					now |= reached[u]
				}
				if now &= left[v]; now != reached[v] {
					reached[v], again = now, true
				}
			}
		}
		passable := uint64(0)
		for _, v := range l.goals {
			passable |= reached[v]
		}
		broken[w] = ^passable
	}
	return broken
}

// forward returns the vertices that work reaches from a start, each behind all
// those before it as far as there are no cycles.
func forward(p procedure) []int {
	var order []int
	seen := p.avoiding()
	var visit func(v int)
	visit = func(v int) {
		if seen[v] {
			return
		}
		seen[v] = true
		for _, w := range p.graph.Next(v) {
			visit(w)
		}
		order = append(order, v)
	}
	for _, v := range p.starts {
		visit(v)
	}
	slices.Reverse(order)
	return order
}

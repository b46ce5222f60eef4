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

// critical returns the critical sets of a flow: exactly, by looking at every
// subset, when at most so many organizations have a say in whether its tasks are
// lost; otherwise by a search that visits at most the given number of nodes. It
// lists at most limit sets.
//
// A flow can be broken by organizations that share no task, so a set that
// breaks it hits every way: the sets are the minimal hitting sets of what the
// ways need. For n organizations all subsets take time
// O(2^n / 64 x (tasks + handoffs)) and 2^n bits.
func (l flowLoss) critical(most, limit, nodes int) criticalSets {
	n := len(l.orgs)
	if n > most {
		return newMinimalSearch(n, l.breaks).run(limit, nodes).of(l.orgs)
	}
	return minimalIn(n, l.broken(), limit).of(l.orgs)
}

// of returns the same sets with the organizations that stand at the positions
// of their members.
func (c criticalSets) of(orgs []int) criticalSets {
	sets := make([][]int, len(c.sets))
	for i, set := range c.sets {
		sets[i] = at(orgs, set)
	}
	c.sets = sets
	if c.upper != nil {
		c.upper = at(orgs, c.upper)
	}
	return c
}

// at returns what stands at some positions of a list.
func at(list, positions []int) []int {
	found := make([]int, len(positions))
	for i, p := range positions {
		found[i] = list[p]
	}
	return found
}

// minimalIn returns the minimal sets of a bitmap, of which it lists at most
// limit.
func minimalIn(n int, has []uint64, limit int) criticalSets {
	minimal := minimalOf(n, has)
	c := criticalSets{sets: [][]int{}, found: len(minimal), complete: true, below: n + 1}
	for _, s := range minimal[:min(limit, len(minimal))] {
		c.sets = append(c.sets, membersOf(n, s))
	}
	if len(c.sets) > 0 {
		c.upper = c.sets[0]
	}
	return c
}

// flowLoss is a flow with when each of its tasks is lost.
type flowLoss struct {
	procedure
	orgs       []int       // ascending
	conditions []condition // of each vertex, on positions in orgs
	losable    []bool      // vertices that some loss loses
}

// newFlowLoss returns the flow p on the organizations that have a say in it.
func newFlowLoss(g *graph.Graph, p procedure, rules Rules) flowLoss {
	var orgs []int
	for _, task := range p.index {
		c, _ := rules.conditionOf(g, task)
		orgs = slices.Concat(orgs, c.all, c.oneOf)
	}
	slices.Sort(orgs)
	return newFlowLossOn(g, p, rules, slices.Compact(orgs))
}

// newFlowLossOn returns the flow p on a list of organizations that has all
// those with a say in it.
func newFlowLossOn(g *graph.Graph, p procedure, rules Rules, orgs []int) flowLoss {
	l := flowLoss{procedure: p, orgs: orgs, losable: make([]bool, len(p.tasks))}
	for v, task := range p.index {
		var c condition
		c, l.losable[v] = rules.conditionOf(g, task)
		l.conditions = append(l.conditions, c.on(orgs))
	}
	return l
}

// broken returns the bitmap of the losses of organizations that break the flow.
// It searches for a way under 64 losses at once.
func (l flowLoss) broken() []uint64 {
	n := len(l.orgs)
	when := make([]wordCondition, len(l.conditions))
	for v, c := range l.conditions {
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
		l.spread(order, left, reached)
		passable := uint64(0)
		for _, v := range l.goals {
			passable |= reached[v]
		}
		broken[w] = ^passable
	}
	return broken
}

// spread adds to what reaches each vertex what reaches it from others, as far
// as the vertex is left.
func (l flowLoss) spread(order []int, left, reached []uint64) {
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
}

// breaks reports whether the loss of the marked organizations breaks the flow.
func (l flowLoss) breaks(gone []bool) bool {
	avoid := l.avoiding()
	for v, c := range l.conditions {
		avoid[v] = l.losable[v] && c.met(gone)
	}
	return !l.passable(avoid)
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

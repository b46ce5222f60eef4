package loss

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// MinimalSets are the sets of organizations whose loss breaks a flow, and none
// of whose members can be left out.
type MinimalSets struct {
	Sets  [][]int // ascending; fewest members first, then by members; cut off at the limit asked for
	found int     // sets found, of which sets holds the first

	// complete says that no other set exists. Otherwise every set with fewer
	// than below members was found, and perhaps some with below members.
	Complete bool
	Below    int

	// upper is a set whose loss breaks the flow; nil when that of all
	// organizations does not. It is the first set when there is one.
	Upper []int
}

// critical returns the critical sets of a flow: exactly, by looking at every
// subset, when at most so many organizations have a say in whether its tasks are
// lost; otherwise by a search that visits at most the given number of nodes. It
// lists at most limit sets.
//
// A flow can be broken by organizations that share no task, so a set that
// breaks it hits every solution: the sets are the minimal hitting sets of what the
// solutions need. For n organizations all subsets take time
// O(2^n / 64 x (tasks + handoffs)) and 2^n bits.
func (l FlowCondition) critical(most, limit, nodes int) MinimalSets {
	n := len(l.Orgs)
	if n > most {
		return NewMinimalSearch(n, l.Breaks).Run(limit, nodes).Of(l.Orgs)
	}
	return MinimalIn(n, l.Broken(), limit).Of(l.Orgs)
}

// Of returns the same sets with the organizations that stand at the positions
// of their members.
func (c MinimalSets) Of(orgs []int) MinimalSets {
	sets := make([][]int, len(c.Sets))
	for i, set := range c.Sets {
		sets[i] = at(orgs, set)
	}
	c.Sets = sets
	if c.Upper != nil {
		c.Upper = at(orgs, c.Upper)
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

// MinimalIn returns the minimal sets of a bitmap, of which it lists at most
// limit.
func MinimalIn(n int, has []uint64, limit int) MinimalSets {
	minimal := minimalOf(n, has)
	c := MinimalSets{Sets: [][]int{}, found: len(minimal), Complete: true, Below: n + 1}
	for _, s := range minimal[:min(limit, len(minimal))] {
		c.Sets = append(c.Sets, membersOf(n, s))
	}
	if len(c.Sets) > 0 {
		c.Upper = c.Sets[0]
	}
	return c
}

// FlowCondition is a flow with when each of its tasks is lost.
type FlowCondition struct {
	flow.Graph
	Orgs       []int       // ascending
	conditions []condition // of each vertex, on positions in orgs
	losable    []bool      // vertices that some loss loses
}

// NewFlowCondition returns the flow p on the organizations that have a say in it.
func NewFlowCondition(g *graph.Graph, p flow.Graph, inForce rules.Rules) FlowCondition {
	var orgs []int
	for _, task := range p.Index {
		c, _ := conditionOf(inForce, g, task)
		orgs = slices.Concat(orgs, c.all, c.oneOf)
	}
	slices.Sort(orgs)
	return newFlowLossOn(g, p, inForce, slices.Compact(orgs))
}

// newFlowLossOn returns the flow p on a list of organizations that has all
// those with a say in it.
func newFlowLossOn(g *graph.Graph, p flow.Graph, inForce rules.Rules, orgs []int) FlowCondition {
	l := FlowCondition{Graph: p, Orgs: orgs, losable: make([]bool, len(p.Tasks))}
	for v, task := range p.Index {
		var c condition
		c, l.losable[v] = conditionOf(inForce, g, task)
		l.conditions = append(l.conditions, c.on(orgs))
	}
	return l
}

// Broken returns the bitmap of the losses of organizations that break the flow.
// It evaluates the flow under 64 losses at once.
func (l FlowCondition) Broken() []uint64 { return l.losses((*flow.Parallel).Blocked) }

// Failing returns the bitmap of the losses under which the flow does not work from
// each of its starts.
func (l FlowCondition) Failing() []uint64 { return l.losses((*flow.Parallel).Failing) }

func (l FlowCondition) losses(ask func(p *flow.Parallel, lost func(v int) uint64) uint64) []uint64 {
	n := len(l.Orgs)
	when := make([]wordCondition, len(l.conditions))
	for v, c := range l.conditions {
		when[v] = newWordCondition(n, c)
		when[v].never = !l.losable[v]
	}
	words, _ := wordsOf(n)
	bitmap, losses := make([]uint64, words), flow.NewParallel(l.Graph)
	for w := range bitmap {
		if bitmap[w] = ^uint64(0); !inherits(bitmap, w) {
			bitmap[w] = ask(losses, func(v int) uint64 { return when[v].in(uint32(w)) })
		}
	}
	return bitmap
}

// inherits reports whether all subsets of a word have a property since those of a word
// with fewer organizations do.
func inherits(bitmap []uint64, w int) bool {
	for rest := uint(w); rest != 0; rest &= rest - 1 {
		if bitmap[uint(w)&^(rest&-rest)] == ^uint64(0) {
			return true
		}
	}
	return false
}

// Breaks reports whether the loss of the marked organizations breaks the flow.
func (l FlowCondition) Breaks(gone []bool) bool { return !l.Passable(l.lost(gone)) }

// Fails reports whether the flow does not work from each of its starts without the
// marked organizations.
func (l FlowCondition) Fails(gone []bool) bool { return len(l.Evaluate(l.lost(gone)).Failing()) > 0 }

// lost returns a mask of the tasks that are lost with the marked organizations.
func (l FlowCondition) lost(gone []bool) []bool {
	avoid := l.Avoiding()
	for v, c := range l.conditions {
		avoid[v] = l.losable[v] && c.met(gone)
	}
	return avoid
}

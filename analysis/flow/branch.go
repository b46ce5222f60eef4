package flow

import (
	"slices"

	"tasuki/graph"
)

// Branch is a part of the work that leaves a vertex: one of its alternatives is enough
// for it.
type Branch struct {
	Name     string // empty when it has none
	Optional bool   // whether the procedure can do without it
	Next     []int  // the vertices that it hands on to, ascending, each once
}

// Branches returns the branches that leave each vertex, in the order of [graph.Forks];
// none for one that hands nothing on. All of them must be done but for optional ones.
// Work ends at a goal, whose branches are listed all the same.
func (p Graph) Branches() [][]Branch { return p.forks.branches }

// branchesAt returns the branches of each vertex, at saying where tasks are.
func (p Graph) branchesAt(at map[string]int) [][]Branch {
	all := make([][]Branch, len(p.Tasks))
	for _, k := range graph.Forks(p.Flow) {
		list := make([]Branch, len(k.Branches))
		for i, b := range k.Branches {
			list[i] = Branch{Name: b.Name, Optional: b.Optional}
			for _, id := range b.Next() {
				list[i].Next = append(list[i].Next, at[id])
			}
		}
		all[at[k.Task]] = list
	}
	return all
}

// Splits reports whether some vertex other than the goals has several branches, or only
// one that is optional. A flow that does not has alternatives only, so that what holds of
// its ways holds of its solutions.
func (p Graph) Splits() bool {
	for v, branches := range p.Branches() {
		if (len(branches) > 1 || len(branches) == 1 && branches[0].Optional) && !slices.Contains(p.Goals, v) {
			return true
		}
	}
	return false
}

// Keeping returns the flow with the handoffs of some branches only, and with all its
// tasks.
func (p Graph) Keeping(kept func(v int, b Branch) bool) Graph {
	all := make([][]Branch, len(p.Tasks))
	names := make([]map[string]bool, len(p.Tasks))
	for v, branches := range p.Branches() {
		names[v] = map[string]bool{}
		for _, b := range branches {
			if kept(v, b) {
				all[v], names[v][b.Name] = append(all[v], b), true
			}
		}
	}
	p.Flow.Handoffs = slices.DeleteFunc(slices.Clone(p.Flow.Handoffs), func(h graph.Handoff) bool {
		v, _ := slices.BinarySearchFunc(p.Tasks, h.From, graph.Compare)
		return !names[v][h.Branch]
	})
	p.forks = newForked(all)
	return p
}

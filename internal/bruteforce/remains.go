package bruteforce

import (
	"maps"
	"slices"

	"tasuki/analysis/flow"
	"tasuki/graph"
)

// Remains holds the solutions of a flow from each of its starts.
type Remains struct {
	p     flow.Graph
	found [][]Solution
}

// NewRemains tries every choice of a flow.
func NewRemains(p flow.Graph) Remains {
	r := Remains{p: p}
	for _, start := range p.Starts {
		r.found = append(r.found, AllSolutions(p, start, p.Avoiding()))
	}
	return r
}

// Some reports whether some solution avoids the vertices in avoid.
func (r Remains) Some(avoid []bool) bool { return r.Starts(avoid) > 0 }

// Starts returns from how many starts some solution avoids the vertices in avoid.
func (r Remains) Starts(avoid []bool) (n int) {
	for _, list := range r.found {
		if slices.ContainsFunc(list, func(s Solution) bool {
			return !slices.ContainsFunc(slices.Collect(maps.Keys(s)), func(v int) bool { return avoid[v] })
		}) {
			n++
		}
	}
	return n
}

// IsSolution reports whether handoffs of a flow between tasks are enough for it, from a
// start: each task but the goals has one of each needed branch, and all are needed.
func IsSolution(f graph.Flow, tasks []string, handoffs [][2]string) bool {
	done := map[string]bool{}
	for i := len(tasks) - 1; i >= 0; i-- {
		id := tasks[i]
		branches := map[string]bool{}
		for _, h := range f.Handoffs {
			if h.From == id && !h.Optional {
				branches[h.Branch] = branches[h.Branch] || slices.Contains(handoffs, [2]string{h.From, h.To}) && done[h.To]
			}
		}
		left := slices.Contains(slices.Collect(maps.Values(branches)), false)
		if !slices.Contains(f.Goal, id) && (len(branches) == 0 || left) {
			return false
		}
		done[id] = true
	}
	for _, h := range handoffs {
		if !done[h[0]] || !done[h[1]] || !slices.ContainsFunc(f.Handoffs, func(x graph.Handoff) bool { return x.From == h[0] && x.To == h[1] }) {
			return false
		}
	}
	return len(tasks) > 0 && slices.Contains(f.Start, tasks[0])
}

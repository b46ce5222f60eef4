package bruteforce

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tasuki/analysis/flow"
)

// Played returns the handoffs that work can run by when it follows a solution: those of the
// solution, and those that some choice at its optional branches, and at all branches behind
// them, brings work to without leading it back. It tries every such chain of handoffs.
func Played(p flow.Graph, x Solution, avoid []bool) map[[2]int]bool {
	played, runs, used := map[[2]int]bool{}, maps.Clone(x), map[[2]int]bool{}
	for v, next := range x {
		for _, w := range next {
			played[[2]int{v, w}] = true
		}
	}
	var on func(v int)
	on = func(v int) {
		if slices.Contains(p.Goals, v) {
			return
		}
		_, needed := x[v]
		for b, branch := range p.Branches()[v] {
			if needed && !branch.Optional || used[[2]int{v, b}] {
				continue
			}
			for _, w := range branch.Next {
				if avoid[w] || comes(runs, w, v) {
					continue
				}
				before := runs[v]
				runs[v], used[[2]int{v, b}], played[[2]int{v, w}] = append(slices.Clone(before), w), true, true
				on(w)
				runs[v], used[[2]int{v, b}] = before, false
			}
		}
	}
	for v := range x {
		on(v)
	}
	return played
}

// comes reports whether work that has set out at a vertex comes to another.
func comes(runs Solution, from, to int) bool {
	return from == to || slices.ContainsFunc(runs[from], func(w int) bool { return comes(runs, w, to) })
}

// ManyWays returns the text of a flow of parts one behind the other, each with two ways, and
// of a handoff from its end back, which no solution can take: it leads to both ways of the
// first part, and work has come by one of them.
func ManyWays(parts int) string {
	var tasks, handoffs strings.Builder
	for i := range parts {
		next := fmt.Sprintf("s%d", i+1)
		if i+1 == parts {
			next = "end"
		}
		fmt.Fprintf(&tasks, "s%d: a*\na%d: a*\nb%d: a*\n", i, i, i)
		fmt.Fprintf(&handoffs, "s%d -> a%d -> %s, s%d -> b%d -> %s, ", i, i, next, i, i, next)
	}
	return tasks.String() + "end: a*\nback: a*\ngoal: a*\nflow f from s0 to goal: " + handoffs.String() + "end -> back, end -> goal, back -@a-> a0 -> goal, back -@b-> b0 -> goal"
}

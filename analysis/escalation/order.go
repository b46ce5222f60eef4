package escalation

import (
	"cmp"
	"slices"

	"tasuki/analysis/rules"
)

// order returns the starts in the order of their ladders: of a reporting organization,
// which has all the work that the flow brings it, the task comes first that the flow
// reaches first, for there the work is when it is reported.
func (e *escalator) order(removed []bool) []int {
	starts := slices.Clone(e.p.Starts)
	if e.from == nil || e.from.Kind != rules.AboutOrganization {
		return starts
	}
	best, early := map[int]*way{}, e.early()
	for _, start := range starts {
		best[start] = e.best(start, removed)
	}
	slices.SortStableFunc(starts, func(a, b int) int {
		if c := cmp.Compare(early[a], early[b]); c != 0 {
			return c
		}
		switch {
		case best[a] == nil && best[b] == nil:
			return 0
		case best[a] == nil:
			return 1
		case best[b] == nil:
			return -1
		}
		return e.compareWays(*best[a], *best[b])
	})
	return starts
}

// early returns how many handoffs each task of the flow is away from the nearest of its own
// starts; those that work does not reach come last.
func (e *escalator) early() []int {
	far := slices.Repeat([]int{len(e.p.Tasks)}, len(e.p.Tasks))
	var queue []int
	for v, task := range e.p.Tasks {
		if slices.Contains(e.p.Flow.Start, task) {
			far[v], queue = 0, append(queue, v)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, w := range e.p.Network.Next(queue[0]) {
			if far[w] == len(e.p.Tasks) {
				far[w], queue = far[queue[0]]+1, append(queue, w)
			}
		}
	}
	return far
}

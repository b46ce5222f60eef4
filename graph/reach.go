package graph

import "slices"

// Reach returns the tasks of f that work reaches from its start tasks, those
// among them. It takes time in proportion to the handoffs.
func Reach(f Flow) map[string]bool {
	next := map[string][]string{}
	for _, h := range f.Handoffs {
		next[h.From] = append(next[h.From], h.To)
	}
	reached := map[string]bool{}
	for queue := slices.Clone(f.Start); len(queue) > 0; queue = queue[1:] {
		if id := queue[0]; !reached[id] {
			reached[id] = true
			queue = append(queue, next[id]...)
		}
	}
	return reached
}

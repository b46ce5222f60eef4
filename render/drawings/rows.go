package drawings

import (
	"slices"

	"tasuki/graph"
)

// timeRows gives each task of a flow the row in which it stands: below every
// task that hands work to it, handoffs that lead back apart. lanes lists the
// lanes that a task takes up; no two tasks share a lane and a row. Tasks are
// taken by their longest way from a start, then by ID, and each stands as high
// as it can.
func timeRows(f graph.Flow, lanes map[string][]int) map[string]int {
	next := forward(f)
	prev := map[string][]string{}
	tasks := graph.FlowTasks(f)
	for _, from := range tasks {
		for _, to := range next[from] {
			prev[to] = append(prev[to], from)
		}
	}
	depth := map[string]int{}
	var measure func(id string) int
	measure = func(id string) int {
		if d, known := depth[id]; known {
			return d
		}
		d := 0
		for _, p := range prev[id] {
			d = max(d, measure(p)+1)
		}
		depth[id] = d
		return d
	}
	slices.SortStableFunc(tasks, func(a, b string) int { return measure(a) - measure(b) })
	row, taken := map[string]int{}, map[[2]int]bool{}
	for _, id := range tasks {
		r := 0
		for _, p := range prev[id] {
			r = max(r, row[p]+1)
		}
		for slices.ContainsFunc(lanes[id], func(l int) bool { return taken[[2]int{l, r}] }) {
			r++
		}
		row[id] = r
		for _, l := range lanes[id] {
			taken[[2]int{l, r}] = true
		}
	}
	return row
}

// forward returns the handoffs of a flow by the task that they come from,
// without those that lead back to a task on the way there. Ways are walked from
// the start tasks on, by ID.
func forward(f graph.Flow) map[string][]string {
	all, next := map[string][]string{}, map[string][]string{}
	for _, h := range f.Handoffs {
		all[h.From] = append(all[h.From], h.To)
	}
	const open, done = 1, 2
	state := map[string]int{}
	var walk func(id string)
	walk = func(id string) {
		state[id] = open
		for _, to := range all[id] {
			if state[to] == 0 {
				walk(to)
			}
			if state[to] != open {
				next[id] = append(next[id], to)
			}
		}
		state[id] = done
	}
	for _, id := range slices.Concat(f.Start, graph.FlowTasks(f)) {
		if state[id] == 0 {
			walk(id)
		}
	}
	return next
}

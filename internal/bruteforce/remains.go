package bruteforce

import (
	"maps"
	"slices"

	"tasuki/analysis/flow"
	"tasuki/graph"
)

// Solutions returns the tasks of every solution of a flow from a start, by trying every
// choice: of each needed branch of each task that it has one handoff, so that work comes
// to goals and nothing waits for itself.
func Solutions(f graph.Flow, start string) [][]string {
	needed := map[string]map[string][]string{} // task -> branch -> alternatives
	for _, h := range f.Handoffs {
		if h.Optional {
			continue
		}
		if needed[h.From] == nil {
			needed[h.From] = map[string][]string{}
		}
		needed[h.From][h.Branch] = append(needed[h.From][h.Branch], h.To)
	}
	s := solver{f, needed, map[string][]string{}, nil}
	s.choose([]string{start})
	slices.SortFunc(s.found, slices.Compare)
	return slices.CompactFunc(s.found, slices.Equal)
}

type solver struct {
	f      graph.Flow
	needed map[string]map[string][]string
	picked map[string][]string // task -> what it hands on to
	found  [][]string
}

// choose makes the choices of the tasks to do.
func (s *solver) choose(todo []string) {
	for len(todo) > 0 {
		if _, done := s.picked[todo[0]]; !done {
			break
		}
		todo = todo[1:]
	}
	if len(todo) == 0 {
		if s.ends() {
			s.found = append(s.found, slices.Sorted(maps.Keys(s.picked)))
		}
		return
	}
	task := todo[0]
	defer delete(s.picked, task)
	if slices.Contains(s.f.Goal, task) {
		s.picked[task] = nil
		s.choose(todo)
		return
	}
	choices := [][]string{{}}
	for _, b := range slices.Sorted(maps.Keys(s.needed[task])) {
		var longer [][]string
		for _, c := range choices {
			for _, to := range s.needed[task][b] {
				longer = append(longer, append(slices.Clone(c), to))
			}
		}
		choices = longer
	}
	for _, c := range choices {
		if len(c) > 0 {
			s.picked[task] = c
			s.choose(slices.Concat(todo[1:], c))
		}
	}
}

// ends reports whether no task waits for itself.
func (s *solver) ends() bool {
	finished := map[string]bool{}
	for range s.picked {
		for task, next := range s.picked {
			finished[task] = !slices.ContainsFunc(next, func(id string) bool { return !finished[id] })
		}
	}
	return !slices.ContainsFunc(slices.Collect(maps.Keys(s.picked)), func(id string) bool { return !finished[id] })
}

// Remains holds the solutions of a flow from each of its starts.
type Remains struct {
	p     flow.Graph
	found [][][]string
}

// NewRemains tries every choice of a flow.
func NewRemains(p flow.Graph) Remains {
	r := Remains{p: p}
	for _, id := range p.Flow.Start {
		r.found = append(r.found, Solutions(p.Flow, id))
	}
	return r
}

// Some reports whether some solution avoids the vertices in avoid.
func (r Remains) Some(avoid []bool) bool { return r.Starts(avoid) > 0 }

// Starts returns from how many starts some solution avoids the vertices in avoid.
func (r Remains) Starts(avoid []bool) int {
	lost := map[string]bool{}
	for v, is := range avoid {
		lost[r.p.Tasks[v]] = is
	}
	n := 0
	for _, list := range r.found {
		if slices.ContainsFunc(list, func(tasks []string) bool {
			return !slices.ContainsFunc(tasks, func(id string) bool { return lost[id] })
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

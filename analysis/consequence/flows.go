package consequence

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
)

// flows puts each flow that worked before into the group of what has become of it.
func (c *Consequences) flows(was, is state) {
	c.Breaks, c.Degraded, c.Touched = []Concerned{}, []Concerned{}, []Concerned{}
	for i, p := range is.flows {
		if before, _ := was.outcome(was.flows[i]); before == rules.Lost {
			continue
		}
		e := Concerned{Kind: AFlow, ID: p.Flow.ID}
		outcome, left := is.outcome(p)
		e.Way, e.Handoffs = left.Way, left.Handoffs
		switch {
		case outcome == rules.Lost:
			e.Blocking, e.Cut = is.blocking(p)
			e.Missing = is.missing(e.Blocking)
			c.Breaks = append(c.Breaks, e)
		case outcome == rules.Degraded:
			e.Missing = is.missing(is.touched(p, rules.Degraded, rules.Lost))
			c.Degraded = append(c.Degraded, e)
		case len(is.touched(p, rules.Degraded, rules.Lost))+len(is.cut(p)) > 0:
			e.Missing = is.missing(is.touched(p, rules.Degraded, rules.Lost))
			c.Touched = append(c.Touched, e)
		}
	}
}

// blocking returns lost tasks and handoffs of a flow without which nothing is left, and
// of which all are needed for that. Those that can be back while nothing is left all the
// same are, tasks before handoffs, the last by ID first, so that what remains tends to be
// where the flow stops first. Both lists are by ID.
func (s state) blocking(p flow.Graph) (tasks []string, cut []flow.TaskHandoff) {
	avoid := s.avoiding(p, rules.Lost)
	for v, id := range slices.Backward(p.Tasks) {
		if id == nowhere || !avoid[v] {
			continue
		}
		if avoid[v] = false; p.Passable(avoid) {
			avoid[v] = true
			tasks = append(tasks, id)
		}
	}
	slices.Reverse(tasks)
	f, _ := s.Flow(p.Flow.ID)
	cut = s.cut(p)
	for _, h := range slices.Backward(slices.Clone(cut)) {
		fewer := slices.DeleteFunc(slices.Clone(cut), func(x flow.TaskHandoff) bool { return x == h })
		q := cutting(s.Graph, f, fewer)
		avoid := q.Avoiding()
		for v, id := range q.Tasks {
			avoid[v] = id == nowhere || slices.Contains(tasks, id)
		}
		if !q.Passable(avoid) {
			cut = fewer
		}
	}
	return tasks, cut
}

package flow

import "slices"

// Evaluation says which tasks of a flow succeed when some are lost. A task succeeds
// when it is not lost and either is a goal or has, in each branch that is needed, a
// handoff to a task that succeeds. Whatever can only wait for itself does not: it is the
// least set of tasks that fits. A flow works from a start that succeeds.
type Evaluation struct {
	*Graph
	avoid []bool

	// steps is how many handoffs the work of each vertex takes at least one after the
	// other, branches side by side; -1 when it does not succeed.
	steps []int
}

// Evaluate evaluates the flow without the vertices in avoid: backwards from the goals,
// a branch being done by the first of its alternatives that succeeds, and a vertex by
// the last of its branches (Dowling and Gallier, J. Logic Programming 1(3), 1984). It
// takes time in proportion to vertices and handoffs, whatever the depth.
func (p Graph) Evaluate(avoid []bool) *Evaluation {
	e := &Evaluation{&p, avoid, slices.Repeat([]int{-1}, len(p.Tasks))}
	queue := make([]int, 0, len(p.Tasks))
	for _, v := range p.Goals {
		if !avoid[v] && e.steps[v] < 0 {
			e.steps[v] = 0
			queue = append(queue, v)
		}
	}
	waits, done := slices.Clone(p.forks.needed), make([]bool, len(p.forks.parts))
	for i := 0; i < len(queue); i++ {
		for _, in := range p.forks.into[queue[i]] {
			if done[in.part] {
				continue
			}
			done[in.part] = true
			v := p.forks.parts[in.part].vertex
			if waits[v]--; waits[v] == 0 && !avoid[v] && e.steps[v] < 0 {
				e.steps[v] = e.steps[queue[i]] + 1
				queue = append(queue, v)
			}
		}
	}
	return e
}

// Works reports whether the flow works from at least one of its starts.
func (e *Evaluation) Works() bool { return slices.ContainsFunc(e.Starts, e.Succeeds) }

// Succeeds reports whether a vertex does.
func (e *Evaluation) Succeeds(v int) bool { return e.steps[v] >= 0 }

// Failing returns the starts from which the flow does not work, ascending.
func (e *Evaluation) Failing() []int {
	return slices.DeleteFunc(slices.Clone(e.Starts), e.Succeeds)
}

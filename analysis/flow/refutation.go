package flow

import "slices"

// Stopped is the proof that nothing is left of a flow.
type Stopped struct {
	// Reached are the tasks that work still reaches, and none of which can finish: of
	// one that is needed of its branches, or of all that it hands on to, each task is lost
	// or among them. No goal is. By ID.
	Reached []string `json:"reached"`

	// Stuck says, of those that have several branches, which of these it is; by task.
	Stuck []Stuck `json:"stuck,omitempty"`
}

// Stuck is a task that cannot finish, since a branch that it needs cannot.
type Stuck struct {
	Task   string   `json:"task"`
	Branch string   `json:"branch"` // its name; empty for the handoffs without one
	Next   []string `json:"next"`   // the tasks that the branch hands on to, by ID
}

// Stopped returns the proof that nothing is left without the given vertices. It says
// nothing where something is.
func (p Graph) Stopped(avoid []bool) Stopped {
	if !p.Splits() {
		return Stopped{Reached: p.Masked(p.Reached(p.Starts, avoid))}
	}
	e := p.Evaluate(avoid)
	reached, branches := e.refutation(e.Failing())
	s := Stopped{Reached: p.Masked(reached)}
	for v, b := range branches {
		if b != nil && len(p.forks.branches[v]) > 1 {
			s.Stuck = append(s.Stuck, Stuck{p.Tasks[v], b.Name, p.IDs(b.Next)})
		}
	}
	return s
}

// refutation returns why vertices fail: itself and whatever must have succeeded for it
// to, unless lost; and of each, as far as it has one, the needed branch that fails. Of
// several such branches it is the one with the fewest alternatives that are not lost,
// then the first.
func (e *Evaluation) refutation(failing []int) (reached []bool, branches []*Branch) {
	reached, branches = e.Avoiding(), make([]*Branch, len(e.Tasks))
	for queue := slices.Clone(failing); len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		if reached[v] || e.avoid[v] {
			continue
		}
		reached[v] = true
		if b := e.failingBranch(v); b != nil {
			branches[v] = b
			queue = append(queue, b.Next...)
		}
	}
	return reached, branches
}

// failingBranch returns the needed branch by which a vertex fails; nil when it has none.
func (e *Evaluation) failingBranch(v int) *Branch {
	var best *Branch
	fewest := 0
	for i, b := range e.forks.branches[v] {
		if b.Optional || slices.ContainsFunc(b.Next, e.Succeeds) {
			continue
		}
		left := 0
		for _, w := range b.Next {
			if !e.avoid[w] {
				left++
			}
		}
		if best == nil || left < fewest {
			best, fewest = &e.forks.branches[v][i], left
		}
	}
	return best
}

// missing returns the lost vertices for want of which the flow fails from all starts:
// unless one of them is kept, it does.
func (e *Evaluation) missing() []int {
	reached, branches := e.refutation(e.Starts)
	lost := e.Avoiding()
	add := func(list []int) {
		for _, w := range list {
			lost[w] = lost[w] || e.avoid[w]
		}
	}
	add(e.Starts)
	for v, in := range reached {
		if in && branches[v] != nil {
			add(branches[v].Next)
		}
	}
	var list []int
	for v, is := range lost {
		if is {
			list = append(list, v)
		}
	}
	return list
}

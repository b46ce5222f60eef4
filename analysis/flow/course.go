package flow

import "slices"

// Course is how work runs when it follows a solution: with what its optional branches
// add. No way leads back.
type Course struct {
	Tasks   []int     // each behind all that work comes from; where branches part, one behind the other
	Arrows  [][]Arrow // of each of Tasks, by which work comes there, in the order of the tasks that it comes from
	Needed  []bool    // of each of Tasks, whether the solution reaches it
	Other   []bool    // of each of Tasks, whether only alternatives beside those that are first taken lead there; nil: of none
	Targets []int     // where the needed work ends, ascending
}

// Arrow is a handoff of a course.
type Arrow struct {
	From, Branch int // a position in Course.Tasks, and one among the branches of that task
	Optional     bool
	Other        bool // it is taken beside another alternative, or follows one that is
}

// courser adds the arrows of a course.
type courser struct {
	*Solver
	avoid []bool
	left  []cost
	next  map[int][]int // of each task, the one that each of its branches takes, -1 for none
	seen  map[int]bool
	order []int // as they are seen
}

// Course returns how work runs by the solution of a passage, which avoids the vertices in
// avoid, and by what the passage has beside it. Any other optional branch takes the task
// from which a goal is nearest or, where none comes to one, the first, of those that do not
// lead back; what follows is done as far as work is handed on.
func (s *Solver) Course(p Passage, avoid []bool) Course {
	x := p.Solution
	c := courser{s, avoid, nil, map[int][]int{}, map[int]bool{}, nil}
	for _, v := range x.Tasks {
		c.sees(v)
	}
	for _, t := range slices.Concat(x.Takes, p.Beside) {
		c.takes(t.From, t.Branch, t.To)
		c.sees(t.To)
	}
	needed := len(x.Tasks)
	for i := 0; i < len(c.order); i++ {
		c.follow(c.order[i], i < needed)
	}
	return c.course(x)
}

// follow adds what leaves a vertex: of a needed one what is optional, of another all.
func (c *courser) follow(v int, needed bool) {
	if c.goal[v] {
		return
	}
	for b, branch := range c.Branches[v] {
		if needed && !branch.Optional || c.next[v] != nil && c.next[v][b] >= 0 {
			continue
		}
		if c.left == nil {
			c.left = c.Solver.left(limits{avoid: c.avoid, part: -1})
		}
		to := c.target(v, b)
		if to < 0 {
			continue
		}
		c.takes(v, b, to)
		c.sees(to)
	}
}

func (c *courser) sees(v int) {
	if !c.seen[v] {
		c.seen[v] = true
		c.order = append(c.order, v)
	}
}

func (c *courser) takes(v, branch, to int) {
	if c.next[v] == nil {
		c.next[v] = slices.Repeat([]int{-1}, len(c.Branches[v]))
	}
	c.next[v][branch] = to
}

// target returns the task that a branch outside the solution takes, of those that do not
// lead back, or -1.
func (c *courser) target(v, branch int) int {
	to, least := -1, unreachable
	for _, w := range c.Branches[v][branch].Next {
		if c.avoid[w] || c.seen[w] && c.leads(w, v) || to >= 0 && least == unreachable && c.left[w] == unreachable {
			continue
		}
		if c.left[w] == unreachable {
			if to < 0 {
				to = w
			}
		} else if cost := c.left[w].add(c.step(v, branch, w)); least == unreachable || cost.compare(least) < 0 {
			to, least = w, cost
		}
	}
	return to
}

// leads reports whether work that has set out at a vertex comes to another.
func (c *courser) leads(from, to int) bool {
	return connected(from, to, func(v int) []int { return c.next[v] })
}

// connected reports whether a way leads from a vertex to another; next lists the vertices
// behind one, negative numbers being none. It takes time in proportion to the arrows.
func connected(from, to int, next func(v int) []int) bool {
	reached := map[int]bool{from: true}
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			return true
		}
		for _, w := range next(queue[0]) {
			if w >= 0 && !reached[w] {
				reached[w] = true
				queue = append(queue, w)
			}
		}
	}
	return false
}

// course puts the tasks in order: by depth, the last branch first, read backwards.
func (c *courser) course(x Solution) Course {
	var done []int
	type frame struct{ vertex, left int }
	entered := map[int]bool{c.order[0]: true}
	for stack := []frame{{c.order[0], len(c.next[c.order[0]])}}; len(stack) > 0; {
		top := &stack[len(stack)-1]
		if top.left == 0 {
			done = append(done, top.vertex)
			stack = stack[:len(stack)-1]
			continue
		}
		top.left--
		if to := c.next[top.vertex][top.left]; to >= 0 && !entered[to] {
			entered[to] = true
			stack = append(stack, frame{to, len(c.next[to])})
		}
	}
	slices.Reverse(done)
	out, at := Course{Tasks: done, Arrows: make([][]Arrow, len(done)), Needed: make([]bool, len(done))}, map[int]int{}
	for i, v := range done {
		at[v] = i
	}
	for _, v := range x.Tasks {
		out.Needed[at[v]] = true
		if c.goal[v] {
			out.Targets = append(out.Targets, v)
		}
	}
	slices.Sort(out.Targets)
	for i, v := range done {
		for b, w := range c.next[v] {
			if w >= 0 {
				out.Arrows[at[w]] = append(out.Arrows[at[w]], Arrow{From: i, Branch: b, Optional: !out.Needed[i] || c.Branches[v][b].Optional})
			}
		}
	}
	return out
}

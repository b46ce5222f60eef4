package flow

import "slices"

// Course is how work runs when it follows a solution: with what its optional branches
// add. No way leads back.
type Course struct {
	Tasks   []int     // each behind all that work comes from; where branches part, one behind the other
	Arrows  [][]Arrow // of each of Tasks, by which work comes there, in the order of the tasks that it comes from
	Needed  []bool    // of each of Tasks, whether the solution reaches it
	Targets []int     // where the needed work ends, ascending
}

// Arrow is a handoff of a course.
type Arrow struct {
	From, Branch int // a position in Course.Tasks, and one among the branches of that task
	Optional     bool
}

// courser adds the arrows of a course.
type courser struct {
	*Solver
	avoid []bool
	left  []cost
	next  map[int][]Taken // by task
	seen  map[int]bool
	order []int // as they are seen
}

// Course returns how work runs by a solution that avoids the vertices in avoid. An
// optional branch takes the task from which a goal is nearest or, where none comes to
// one, the first; what follows is done as far as work is handed on, but for what would
// lead back.
func (s *Solver) Course(x Solution, avoid []bool) Course {
	c := courser{s, avoid, nil, map[int][]Taken{}, map[int]bool{}, slices.Clone(x.Tasks)}
	for _, v := range x.Tasks {
		c.seen[v] = true
	}
	for _, t := range x.Takes {
		c.next[t.From] = append(c.next[t.From], t)
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
		if needed && !branch.Optional {
			continue
		}
		if c.left == nil {
			c.left = c.Solver.left(limits{avoid: c.avoid, part: -1})
		}
		to := c.target(v, b)
		if to < 0 || c.seen[to] && c.leads(to, v) {
			continue
		}
		c.next[v] = append(c.next[v], Taken{From: v, Branch: b, To: to})
		if !c.seen[to] {
			c.seen[to] = true
			c.order = append(c.order, to)
		}
	}
}

// target returns the task that a branch outside the solution takes, or -1.
func (c *courser) target(v, branch int) int {
	to, least := -1, unreachable
	for _, w := range c.Branches[v][branch].Next {
		if c.avoid[w] || to >= 0 && least == unreachable && c.left[w] == unreachable {
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
	reached := map[int]bool{from: true}
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			return true
		}
		for _, t := range c.next[queue[0]] {
			if !reached[t.To] {
				reached[t.To] = true
				queue = append(queue, t.To)
			}
		}
	}
	return false
}

// course puts the tasks in order: by depth, the last branch first, read backwards.
func (c *courser) course(x Solution) Course {
	for _, list := range c.next {
		slices.SortStableFunc(list, func(a, b Taken) int { return a.Branch - b.Branch })
	}
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
		if to := c.next[top.vertex][top.left].To; !entered[to] {
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
		for _, t := range c.next[v] {
			to := at[t.To]
			out.Arrows[to] = append(out.Arrows[to], Arrow{i, t.Branch, !out.Needed[i] || c.Branches[v][t.Branch].Optional})
		}
	}
	return out
}

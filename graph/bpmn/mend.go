package bpmn

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/said"
)

// maxMends bounds how often single branches are tried before all that wait are optional.
const maxMends = 50

// mend makes branches optional that would wait for themselves, or lead nowhere: what is sent
// back into work that comes before, first. An end that hands on nothing but what waits for
// itself is a goal. Goals that no start leads to are none.
func (f *flow) mend(m *model) {
	optional := 0
	for try := 0; ; try++ {
		stuck := f.stuck()
		if len(stuck) == 0 {
			break
		}
		n := 0
		if depth := f.depths(); try < maxMends {
			n = f.answered(depth)
			if n == 0 {
				n = f.release(stuck, func(h handoff) bool { return h.message && depth[h.to] <= depth[h.from] })
			}
			if n == 0 {
				n = f.release(stuck[:1], func(handoff) bool { return true })
			}
		} else {
			n = f.release(stuck, func(handoff) bool { return true })
		}
		if optional += n; n == 0 {
			break
		}
	}
	if optional > 0 {
		m.account.note(said.Notef("branches: %d in %s are taken as optional, since they lead back to work that waits for them, or to no end", optional, m.file))
	}
	f.reachable(m)
}

// answered makes the answer optional that comes latest of those that go back to work which
// waits for it: who answers has done his part then. It returns how many it has made so.
func (f *flow) answered(depth map[*node]int) int {
	goal := map[*node]bool{}
	for _, g := range f.goal {
		goal[g] = true
	}
	succeeds := f.succeeding(goal)
	var last *handoff
	for i := range f.handoffs {
		h := &f.handoffs[i]
		back := h.message && h.Kind == graph.Report && depth[h.to] <= depth[h.from]
		if back && !h.Optional && !goal[h.from] && !succeeds[h.from] && !succeeds[h.to] && (last == nil || depth[h.from] >= depth[last.from]) {
			last = h
		}
	}
	if last == nil {
		return 0
	}
	return f.release([]place{{last.from, last.Branch}}, func(handoff) bool { return true })
}

// place is a branch of a node.
type place struct {
	node   *node
	branch string
}

// stuck returns the needed branches of which no alternative succeeds, where there are
// several, in the order of the file; and nodes of which all branches are optional become
// goals. It takes time in proportion to the handoffs.
func (f *flow) stuck() []place {
	goal := map[*node]bool{}
	for _, n := range f.goal {
		goal[n] = true
	}
	for _, n := range f.nodes {
		list := f.from[n]
		if len(list) > 0 && !goal[n] && !slices.ContainsFunc(list, func(i int) bool { return !f.handoffs[i].Optional }) {
			f.goal, goal[n] = append(f.goal, n), true
		}
	}
	succeeds := f.succeeding(goal)
	var list []place
	for _, n := range f.nodes {
		if goal[n] {
			continue
		}
		needed := map[string]bool{}
		ok := map[string]bool{}
		var order []string
		for _, i := range f.from[n] {
			h := f.handoffs[i]
			if !needed[h.Branch] {
				order = append(order, h.Branch)
			}
			needed[h.Branch] = true
			ok[h.Branch] = ok[h.Branch] || h.Optional || succeeds[h.to]
		}
		for _, b := range order {
			if len(order) > 1 && !ok[b] {
				list = append(list, place{n, b})
			}
		}
	}
	return list
}

// succeeding returns the nodes from which work comes to a goal by each needed branch.
func (f *flow) succeeding(goal map[*node]bool) map[*node]bool {
	waits := map[*node]int{}
	into := map[*node][]int{}
	needed := map[place]bool{}
	for i, h := range f.handoffs {
		p := place{h.from, h.Branch}
		if !h.Optional {
			if !needed[p] {
				needed[p] = true
				waits[h.from]++
			}
			into[h.to] = append(into[h.to], i)
		}
	}
	done := map[place]bool{}
	succeeds := map[*node]bool{}
	for queue := slices.Clone(f.goal); len(queue) > 0; queue = queue[1:] {
		n := queue[0]
		if succeeds[n] {
			continue
		}
		succeeds[n] = true
		for _, i := range into[n] {
			p := place{f.handoffs[i].from, f.handoffs[i].Branch}
			if !done[p] {
				done[p] = true
				if waits[p.node]--; waits[p.node] == 0 {
					queue = append(queue, p.node)
				}
			}
		}
	}
	return succeeds
}

// release makes branches optional of which all handoffs fit, and returns how many.
func (f *flow) release(list []place, fits func(handoff) bool) (n int) {
	for _, p := range list {
		all := true
		for _, i := range f.from[p.node] {
			all = all && (f.handoffs[i].Branch != p.branch || fits(f.handoffs[i]))
		}
		if !all {
			continue
		}
		n++
		for _, i := range f.from[p.node] {
			if f.handoffs[i].Branch == p.branch {
				f.handoffs[i].Optional = true
			}
		}
	}
	return n
}

// depths returns how many handoffs lead from a start to each node at least.
func (f *flow) depths() map[*node]int {
	depth := map[*node]int{}
	queue := slices.Clone(f.start)
	for _, n := range queue {
		depth[n] = 1
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, i := range f.from[queue[0]] {
			if to := f.handoffs[i].to; depth[to] == 0 {
				depth[to] = depth[queue[0]] + 1
				queue = append(queue, to)
			}
		}
	}
	return depth
}

// reachable drops the goals that no start leads to.
func (f *flow) reachable(m *model) {
	depth := f.depths()
	n := len(f.goal)
	f.goal = slices.DeleteFunc(f.goal, func(n *node) bool { return depth[n] == 0 })
	if lost := n - len(f.goal); lost > 0 && len(f.goal) > 0 {
		m.account.note(said.Notef("ends: %d in %s are no goals, since no start leads to them", lost, m.file))
	}
}

package bpmn

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
)

// maxMends bounds how often single branches are tried before all that wait are optional.
const maxMends = 50

// maxNamed bounds how many tasks a note names.
const maxNamed = 3

// mend makes branches optional that would wait for themselves, or lead nowhere: those of
// sequence flows that do so in their process alone, then messages, and no sequence flow for
// the sake of a message. An end that hands on nothing but what waits for itself is a goal.
// Goals that no start leads to are none.
func (f *flow) mend(m *model) {
	if names, n := f.circles(); n > 0 {
		m.account.note(said.Notef("branches: %d of sequence flows in %s are taken as optional, since they lead round and round or to no end, so work that must be done may seem dispensable: %s", n, m.file, names))
	}
	if n := f.settle(); n > 0 {
		m.account.note(said.Notef("branches: %d in %s are taken as optional, since they lead back to work that waits for them, or to no end", n, m.file))
	}
	f.reachable(m)
}

// circles makes the branches of sequence flows optional of which none comes to an end though
// no message is waited for. It returns the first tasks that they leave, and how many there are.
func (f *flow) circles() (names string, n int) {
	goals := slices.Clone(f.goal)
	var aside []int
	for i := range f.handoffs {
		if h := &f.handoffs[i]; h.message && !h.Optional {
			h.Optional, aside = true, append(aside, i)
		}
	}
	var from []string
	alone := true // as if there were no messages, then beside them, where a sole branch is one of several
	for try := 0; ; try++ {
		stuck := f.stuck(alone)
		if len(stuck) == 0 {
			if !alone {
				break
			}
			alone = false
			continue
		}
		if try < maxMends {
			stuck = stuck[:1]
		}
		for _, p := range stuck {
			from = append(from, p.node.task)
		}
		n += f.release(stuck, func(handoff) bool { return true })
	}
	for _, i := range aside {
		f.handoffs[i].Optional = false
	}
	f.goal = goals
	if from = unique(from); len(from) > maxNamed {
		from = append(from[:maxNamed], "…")
	}
	return strings.Join(from, ", "), n
}

// settle makes messages optional until nothing waits for itself, and returns how many
// branches it has made so: the latest answer that goes back, then whatever else goes back,
// then the latest of answers and of all. Were all messages optional, nothing would wait, as
// circles has seen to that; so one is found while something waits.
func (f *flow) settle() (optional int) {
	for try := 0; ; try++ {
		stuck := f.stuck(false)
		if len(stuck) == 0 {
			return optional
		}
		depth := f.depths()
		back := func(h handoff) bool { return h.message && depth[h.to] <= depth[h.from] }
		n := 0
		if try < maxMends {
			n = f.latest(depth, func(h handoff) bool { return back(h) && h.Kind == graph.Report })
			if n == 0 {
				n = f.release(stuck, back)
			}
			if n == 0 {
				n = f.latest(depth, func(h handoff) bool { return h.Kind == graph.Report })
			}
			if n == 0 {
				n = f.latest(depth, func(handoff) bool { return true })
			}
		} else {
			n = f.waiting()
		}
		if optional += n; n == 0 {
			return optional
		}
	}
}

// latest makes the message optional that is sent latest of those that fit and go to work
// which waits for itself: who sends it has done his part then. It returns how many branches
// it has made so.
func (f *flow) latest(depth map[*node]int, fits func(handoff) bool) int {
	var last *handoff
	for _, h := range f.unanswered() {
		if fits(*h) && (last == nil || depth[h.from] >= depth[last.from]) {
			last = h
		}
	}
	if last == nil {
		return 0
	}
	return f.release([]place{{last.from, last.Branch}}, func(handoff) bool { return true })
}

// waiting makes every message optional that goes to work which waits for itself.
func (f *flow) waiting() (n int) {
	for _, h := range f.unanswered() {
		if !h.Optional {
			n += f.release([]place{{h.from, h.Branch}}, func(handoff) bool { return true })
		}
	}
	return n
}

// unanswered returns the needed messages that go from work that does not come to an end to
// such work.
func (f *flow) unanswered() (list []*handoff) {
	goal := map[*node]bool{}
	for _, g := range f.goal {
		goal[g] = true
	}
	succeeds := f.succeeding(goal)
	for i := range f.handoffs {
		if h := &f.handoffs[i]; h.message && !h.Optional && !goal[h.from] && !succeeds[h.from] && !succeeds[h.to] {
			list = append(list, h)
		}
	}
	return list
}

// place is a branch of a node.
type place struct {
	node   *node
	branch string
}

// stuck returns the needed branches of which no alternative succeeds, where there are
// several, in the order of the file; and nodes of which all branches are optional become
// goals. Alone leaves messages aside. It takes time in proportion to the handoffs.
func (f *flow) stuck(alone bool) []place {
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
			if alone && h.message {
				continue
			}
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

// release makes branches optional of which all handoffs fit, and returns how many. It takes
// time in proportion to the handoffs that leave their nodes.
func (f *flow) release(list []place, fits func(handoff) bool) (n int) {
	free := map[place]bool{}
	from := map[*node]bool{}
	var nodes []*node
	for _, p := range list {
		free[p] = true
		if !from[p.node] {
			from[p.node], nodes = true, append(nodes, p.node)
		}
	}
	for _, v := range nodes {
		for _, i := range f.from[v] {
			if p := (place{v, f.handoffs[i].Branch}); free[p] && !fits(f.handoffs[i]) {
				delete(free, p)
			}
		}
	}
	for _, v := range nodes {
		for _, i := range f.from[v] {
			if free[place{v, f.handoffs[i].Branch}] {
				f.handoffs[i].Optional = true
			}
		}
	}
	return len(free)
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

// reachable drops the goals that no start leads to. What leaves tasks that no start leads to
// is outside the flow then, where no branch needs a goal.
func (f *flow) reachable(m *model) {
	depth := f.depths()
	n := len(f.goal)
	f.goal = slices.DeleteFunc(f.goal, func(n *node) bool { return depth[n] == 0 })
	lost := n - len(f.goal)
	if lost == 0 || len(f.goal) == 0 {
		return
	}
	for i := range f.handoffs {
		f.handoffs[i].outside = depth[f.handoffs[i].from] == 0
	}
	m.account.note(said.Notef("ends: %d in %s are no goals, since no start leads to them", lost, m.file))
}

package observe

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/eventlog"
)

// mostSets is how many sets of alternatives a branch may become past gateways. With more it
// is taken for one set of all that it leads to.
const mostSets = 64

// set is tasks of which one takes over what a task hands on.
type set struct {
	tasks  []string
	needed bool
}

// hidden are the gateways that no activity of a log is tied to: work is seen to go past them,
// from the tasks before to the tasks behind.
type hidden struct {
	gates  map[string]bool
	behind map[string][]set // gateway -> what it hands on to, past others; while it is looked for, nothing
	forks  map[string]graph.Fork
}

// hide returns the gateways of g that m ties no activity to.
func hide(g *graph.Graph, m *eventlog.Map) hidden {
	h := hidden{gates: map[string]bool{}}
	for i, t := range g.Tasks() {
		if t.Kind == graph.Gateway && (m == nil || !slices.Contains(m.Tasks, i)) {
			h.gates[t.ID] = true
		}
	}
	return h
}

// enter begins with a flow.
func (h *hidden) enter(forks []graph.Fork) {
	h.behind, h.forks = map[string][]set{}, map[string]graph.Fork{}
	for _, k := range forks {
		h.forks[k.Task] = k
	}
}

// pass returns a set that a task hands on to with what stands behind the gateways in it in
// their places: of a gateway with several needed branches, what each of them leads to in a set
// of its own. A handoff of the task to itself is none. It takes time in proportion to the
// handoffs of gateways, each with at most mostSets.
func (h *hidden) pass(task string, s set) []set {
	if !slices.ContainsFunc(s.tasks, func(id string) bool { return h.gates[id] }) {
		return []set{s}
	}
	var list []set
	for _, x := range h.one(s) {
		x.tasks = slices.DeleteFunc(slices.Clone(x.tasks), func(id string) bool { return id == task })
		if len(x.tasks) > 0 {
			list = append(list, x)
		}
	}
	return list
}

func (h *hidden) one(s set) []set {
	seen := set{needed: s.needed}
	list := []set{}
	for _, id := range s.tasks {
		if !h.gates[id] {
			seen.tasks = append(seen.tasks, id)
		}
	}
	for _, id := range s.tasks {
		if !h.gates[id] {
			continue
		}
		behind := h.from(id)
		switch {
		case len(behind) == 0:
		case len(list) == 0:
			for _, b := range behind {
				list = append(list, set{union(seen.tasks, b.tasks), s.needed && b.needed})
			}
		default:
			var product []set
			for _, a := range list {
				for _, b := range behind {
					product = append(product, set{union(a.tasks, b.tasks), a.needed && b.needed})
				}
			}
			list = product
		}
		if len(list) > mostSets {
			all := set{needed: s.needed}
			for _, a := range list {
				all = set{union(all.tasks, a.tasks), all.needed && a.needed}
			}
			list = []set{all}
		}
	}
	switch {
	case len(list) > 0:
		return list
	case len(seen.tasks) > 0:
		return []set{seen}
	}
	return nil
}

// from returns what a gateway hands on to. One that is met again on the way leads nowhere new.
func (h *hidden) from(id string) []set {
	if list, known := h.behind[id]; known {
		return list
	}
	h.behind[id] = nil
	k := h.forks[id]
	var list []set
	for _, b := range k.Branches {
		for _, targets := range alternatives(k, b) {
			list = append(list, h.one(set{targets, k.Declared() && !b.Optional})...)
		}
	}
	h.behind[id] = list
	return list
}

// union returns the texts of both lists, each once.
func union(a, b []string) []string {
	list := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

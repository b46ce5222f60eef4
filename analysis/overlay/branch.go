package overlay

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/graph/said"
)

// withoutBranch takes out what leaves a task on a branch, in whatever flow. The branch is
// not needed then: a flow without it is another procedure, and not one that waits for
// something in vain. A handoff that another branch has too is refused, since handoffs are
// taken out by the tasks between which they are.
func (l *layer) withoutBranch(c Change) {
	if !l.task(c, c.Task) {
		return
	}
	l.Present = l.Present.WithBranches()
	var branches []string
	var out []flow.TaskHandoff
	own := func(h graph.Handoff) bool { return h.From == c.Task && h.Branch == c.To }
	for _, f := range l.Present.Flows {
		for _, h := range f.Handoffs {
			if h.From == c.Task && h.Branch != "" && !slices.Contains(branches, h.Branch) {
				branches = append(branches, h.Branch)
			}
			if own(h) {
				out = append(out, flow.TaskHandoff{From: h.From, To: h.To})
			}
		}
	}
	slices.SortFunc(branches, graph.Compare)
	switch {
	case len(branches) == 0:
		l.fail(said.Errorf("%s: task %s has no branches; name a handoff with without-handoff=", c, c.Task))
		return
	case len(out) == 0:
		l.fail(said.Errorf("%s: task %s has no branch %q; use the nearest of %d, %s, or another", c, c.Task, c.To, len(branches), nearest(c.To, branches)))
		return
	}
	for _, f := range l.Present.Flows {
		if lastNeeded(f, c) {
			l.fail(said.Errorf("%s: nothing else that leaves the task in flow %s is needed, so that its work would reach no goal; name the handoffs with without-handoff=", c, f.ID))
			return
		}
	}
	for i, f := range l.Present.Flows {
		l.Present.Flows[i].Handoffs = slices.Clone(f.Handoffs)
		for j, h := range f.Handoffs {
			switch {
			case own(h):
				l.Present.Flows[i].Handoffs[j].Optional = true
			case slices.Contains(out, flow.TaskHandoff{From: h.From, To: h.To}):
				l.fail(said.Errorf("%s: the handoff %s:%s is on another branch, too; name the handoffs with without-handoff=", c, h.From, h.To))
				return
			}
		}
	}
	l.Handoffs = append(l.Handoffs, out...)
}

// lastNeeded reports whether a flow needs no other branch of a task than the one that a
// change takes out, and the task is no goal.
func lastNeeded(f graph.Flow, c Change) bool {
	if slices.Contains(f.Goal, c.Task) {
		return false
	}
	for _, k := range graph.Forks(f) {
		if k.Task == c.Task {
			return !slices.ContainsFunc(k.Branches, func(b graph.Branch) bool { return b.Name != c.To && !b.Optional })
		}
	}
	return false
}

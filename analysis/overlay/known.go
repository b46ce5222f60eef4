package overlay

import (
	"slices"
	"strings"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/graph/likeness"
	"tasuki/graph/said"
)

// fail notes what keeps a change from being made.
func (l *layer) fail(err error) { l.faults = append(l.faults, err) }

// nearest returns the IDs that are most like one that is not among them, at most three.
func nearest(id string, ids []string) string {
	ids = likeness.Order(id, ids)
	return strings.Join(ids[:min(3, len(ids))], ", ")
}

// organizations reports whether organizations exist; the empty ID is nobody's.
func (l *layer) organizations(c Change, wanted ...string) bool {
	var ids []string
	for _, o := range l.Present.Organizations {
		ids = append(ids, o.ID)
	}
	known := true
	for _, id := range wanted {
		switch {
		case id == "" || slices.Contains(ids, id):
			continue
		case l.Merged[id] != "":
			l.fail(said.Errorf("%s: %q is a part of %q by another change; name that", c, id, l.Merged[id]))
		case len(ids) == 0:
			l.fail(said.Errorf("%s: no organization is declared; declare one", c))
		default:
			l.fail(said.Errorf("%s: no organization is called %q; use the nearest of %d, %s, or another", c, id, len(ids), nearest(id, ids)))
		}
		known = false
	}
	return known
}

// task reports whether a task exists.
func (l *layer) task(c Change, id string) bool {
	var ids []string
	for _, t := range l.Present.Tasks {
		if t.ID == id {
			return true
		}
		ids = append(ids, t.ID)
	}
	if len(ids) == 0 {
		l.fail(said.Errorf("%s: no task is declared; declare one", c))
	} else {
		l.fail(said.Errorf("%s: no task is called %q; use the nearest of %d, %s, or another", c, id, len(ids), nearest(id, ids)))
	}
	return false
}

// withoutHandoff takes out every handoff between two tasks, in whatever flow.
func (l *layer) withoutHandoff(c Change) {
	known, next := l.task(c, c.From), []string{}
	if !l.task(c, c.To) || !known {
		return
	}
	note := func(list []graph.Handoff) {
		for _, h := range list {
			if h.From == c.From && !slices.Contains(next, h.To) {
				next = append(next, h.To)
			}
		}
	}
	note(l.Present.Handoffs)
	for _, f := range l.Present.Flows {
		note(f.Handoffs)
	}
	slices.SortFunc(next, graph.Compare)
	switch {
	case slices.Contains(next, c.To):
		l.Handoffs = append(l.Handoffs, flow.TaskHandoff{From: c.From, To: c.To})
	case len(next) == 0:
		l.fail(said.Errorf("%s: task %s hands nothing on; name another handoff", c, c.From))
	default:
		l.fail(said.Errorf("%s: task %s hands nothing on to %s; use the nearest of %d, %s, or another", c, c.From, c.To, len(next), nearest(c.To, next)))
	}
}

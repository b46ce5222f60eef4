package handoffs

import (
	"slices"

	"tasuki/graph"
	"tasuki/graph/said"
)

// marked notes what the columns start and goal of an entry say.
func (b *builder) marked(s *Stated, e *Entry, flow int, h graph.Handoff) {
	for _, end := range []struct {
		f    field
		task string
	}{{startField, h.From}, {goalField, h.To}} {
		c := e.cells[end.f]
		if c.empty() {
			continue
		}
		ids := []string{end.task}
		if _, p := b.tasks.find(c.text); p != nil {
			if yes, ok := yesOrNo(c.text); ok && !yes || ok && end.task == "" {
				continue
			} else if !ok {
				ids = b.list(s, c)
			}
		} else {
			ids = b.list(s, c)
		}
		b.end(s, c, flow, end.f, ids)
	}
}

// end makes tasks ends of a flow. One that is declared elsewhere has its own.
func (b *builder) end(s *Stated, c cell, flow int, f field, ids []string) {
	n := flow - b.added.declared
	for _, id := range ids {
		switch declared := b.d.Flows[flow]; {
		case n < 0 && (f == startField && !slices.Contains(declared.Start, id) || f == goalField && !slices.Contains(declared.Goal, id)):
			b.fault(s, c, c.text, "is no %s of the flow %s where that is declared; add it there, or leave the cell empty", f.name(), declared.ID)
		case n < 0:
		case f == startField && !slices.Contains(b.made[n].starts, id):
			b.made[n].starts = append(b.made[n].starts, id)
		case f == goalField && !slices.Contains(b.made[n].goals, id):
			b.made[n].goals = append(b.made[n].goals, id)
		}
	}
}

// ends gives the flows that are made their starts and goals, and says so. A flow of
// which something is not known is left out: its other faults would follow from that.
func (b *builder) ends() {
	flows := b.d.Flows[:b.added.declared]
	for n, made := range b.made {
		f := b.d.Flows[b.added.declared+n]
		if made.faulty || !b.endsOf(made, &f) {
			continue
		}
		flows = append(flows, f)
		b.added.origins = append(b.added.origins, made.source.source(made.at.line, made.at.column))
	}
	b.d.Flows = flows
}

// endsOf gives a flow its starts and goals, and reports whether it has both.
func (b *builder) endsOf(made flowEnds, f *graph.Flow) bool {
	f.Start, f.Goal = made.starts, made.goals
	in, out := map[string]bool{}, map[string]bool{}
	for _, h := range f.Handoffs {
		if h.From != h.To { // which is a fault of its own
			in[h.To], out[h.From] = true, true
		}
	}
	how := [2]said.Note{said.Notef("as the column start says"), said.Notef("as the column goal says")}
	if len(made.starts) == 0 {
		f.Start, how[0] = without(graph.FlowTasks(*f), in), said.Notef("where nothing leads in")
	}
	if len(made.goals) == 0 {
		f.Goal, how[1] = without(graph.FlowTasks(*f), out), said.Notef("where nothing leads on")
	}
	if len(f.Start) == 0 {
		b.fault(made.source, made.at, f.ID, "is a flow in which something leads to each task, so that it does not show where it starts; say yes in a column start where the task that hands over is a start, or declare the flow in a .yaml file")
	}
	if len(f.Goal) == 0 {
		b.fault(made.source, made.at, f.ID, "is a flow in which each task leads on, so that it does not show where it ends; say yes in a column goal where the task that takes over is a goal, or declare the flow in a .yaml file")
	}
	if len(f.Start) == 0 || len(f.Goal) == 0 {
		return false
	}
	b.added.Notes = append(b.added.Notes, said.Notef("flows: %q is declared by %s, %s, and by no .yaml file; handoffs: %d; it starts at %s, %s, and its goals are %s, %s",
		f.ID, made.source.name(), made.source.lineOf(made.at.line), len(f.Handoffs), b.tasksOf(f.Start), how[0], b.tasksOf(f.Goal), how[1]))
	return true
}

// without returns the IDs that are not in a set.
func without(ids []string, set map[string]bool) []string {
	return slices.DeleteFunc(ids, func(id string) bool { return set[id] })
}

func (b *builder) tasksOf(ids []string) said.Note {
	var names []string
	for _, id := range ids {
		names = append(names, b.tasks.describe(id))
	}
	return few(names)
}

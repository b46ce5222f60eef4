package changed

import (
	"slices"

	"tasuki/graph"
)

// union returns a graph of the facts of base, and those that only the other has; and of which
// flows it has the part of base alone, since both together are none that facts can state:
// a branch that is optional in one of them is needed in the other. It takes time in
// proportion to facts, and where there is such a flow to flows x tasks. The error is that
// of [graph.New].
func union(base, other *graph.Graph) (g *graph.Graph, apart map[string]bool, err error) {
	d, more := base.Dataset(), other.Dataset()
	d.Organizations = with(d.Organizations, more.Organizations, func(o graph.Organization) string { return o.ID })
	for _, v := range []struct{ into, from *[]graph.Term }{
		{&d.Phases, &more.Phases}, {&d.Categories, &more.Categories}, {&d.Environments, &more.Environments}, {&d.Sites, &more.Sites}, {&d.Components, &more.Components},
	} {
		*v.into = with(*v.into, *v.from, func(t graph.Term) string { return t.ID })
	}
	d.Tasks = with(d.Tasks, placed(base, other), func(t graph.Task) string { return t.ID })
	key := func(a graph.Assignment) mark { return mark{a.Task, a.Organization, a.Role} }
	marks := len(d.Assignments)
	d.Assignments = with(d.Assignments, more.Assignments, key)
	listMarks(d.Assignments, marks)
	type place struct{ environment, site, component, organization string }
	d.Supplies = with(d.Supplies, more.Supplies, func(s graph.Supply) place {
		return place{s.Environment, s.Site, s.Component, s.Organization}
	})
	own := func(h graph.Handoff) handoff { return handoff{"", h.From, h.To, h.Kind} }
	d.Handoffs = with(d.Handoffs, more.Handoffs, own)
	d.Flows = slices.Clone(with(d.Flows, more.Flows, func(f graph.Flow) string { return f.ID }))
	alone := slices.Clone(d.Flows)
	for i, f := range d.Flows {
		if o, ok := other.Flow(f.ID); ok {
			same := func(id string) string { return id }
			d.Flows[i].Start, d.Flows[i].Goal = with(f.Start, o.Start, same), with(f.Goal, o.Goal, same)
			d.Flows[i].Handoffs = with(f.Handoffs, o.Handoffs, own)
		}
	}
	if g, err = graph.New(d); err == nil {
		return g, nil, nil
	}
	apart = map[string]bool{}
	for i, f := range d.Flows {
		if !stands(d.Tasks, f) {
			apart[f.ID], d.Flows[i] = true, alone[i]
		}
	}
	g, err = graph.New(d)
	return g, apart, err
}

// stands reports whether a flow is one that facts can state.
func stands(tasks []graph.Task, f graph.Flow) bool {
	f.Handoffs = slices.Clone(f.Handoffs)
	for i := range f.Handoffs {
		f.Handoffs[i].Basis.Rows = nil
	}
	tasks = slices.Clone(tasks)
	for i, t := range tasks {
		tasks[i] = graph.Task{ID: t.ID, Name: t.Name}
	}
	_, err := graph.New(graph.Dataset{Tasks: tasks, Flows: []graph.Flow{f}})
	return err == nil
}

// with returns a list, and what only another has, which follows.
func with[T any, K comparable](list, more []T, key func(T) K) []T {
	has := map[K]bool{}
	for _, x := range list {
		has[key(x)] = true
	}
	list = slices.Clip(list)
	for _, x := range more {
		if !has[key(x)] {
			list = append(list, x)
		}
	}
	return list
}

// placed returns the tasks of the other side where they belong among those of base: in the
// row of the task that stands before them there, so that base keeps the order of its
// matrix.
func placed(base, other *graph.Graph) []graph.Task {
	var before graph.Source
	if len(base.Tasks()) > 0 {
		before = graph.AsListed(base.Tasks())[0].Source
	}
	tasks := slices.Clone(graph.AsListed(other.Tasks()))
	for k, t := range tasks {
		if i, ok := base.TaskIndex(t.ID); ok {
			before = base.Tasks()[i].Source
		}
		tasks[k].Source = before
	}
	return tasks
}

// listMarks gives marks from a place on that only the other side has places in the matrix of
// base: that of another mark of their organization or, where it has none, one behind all
// others. So the columns of base keep their order.
func listMarks(marks []graph.Assignment, from int) {
	if from == 0 {
		return
	}
	first, end := map[string]graph.Source{}, marks[0].Source
	for _, a := range marks[:from] {
		if _, known := first[a.Organization]; !known {
			first[a.Organization] = a.Source
		}
		end.Line, end.Column = max(end.Line, a.Source.Line), max(end.Column, a.Source.Column)
	}
	if end.Line > 0 {
		end.Line, end.Column = end.Line+1, end.Column+1
	}
	for i, a := range marks[from:] {
		s, known := first[a.Organization]
		if !known {
			s = end
		}
		marks[from+i].Source = s
	}
}

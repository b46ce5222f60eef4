package overlay

import (
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/said"
)

// has reports whether an organization has a role in a task.
func (l *layer) has(task, org string, role graph.Role) bool {
	return slices.ContainsFunc(l.Present.Assignments, func(a graph.Assignment) bool {
		return a.Task == task && a.Organization == org && a.Role == role
	})
}

// remove takes marks of an organization in a task away.
func (l *layer) remove(task, org string, roles ...graph.Role) {
	l.Present.Assignments = slices.DeleteFunc(l.Present.Assignments, func(a graph.Assignment) bool {
		return a.Task == task && a.Organization == org && slices.Contains(roles, a.Role)
	})
}

// give makes a mark, as sure as a printed one.
func (l *layer) give(task, org string, role graph.Role) {
	l.Present.Assignments = append(l.Present.Assignments, graph.Assignment{Task: task, Organization: org, Role: role, Reading: graph.Printed})
}

// lead moves the lead of a task or adds one. Who leads a task neither supports it nor is
// merely told of it.
func (l *layer) lead(c Change) {
	switch {
	case c.From != "" && !l.has(c.Task, c.From, graph.Lead):
		l.fail(said.Errorf("%s: %s does not lead task %s (%s); name who does", c, c.From, c.Task, l.leads(c.Task)))
		return
	case l.has(c.Task, c.To, graph.Lead):
		l.fail(said.Errorf("%s: %s leads task %s already; name another organization", c, c.To, c.Task))
		return
	}
	if c.From != "" {
		l.remove(c.Task, c.From, graph.Lead)
	}
	l.remove(c.Task, c.To, graph.Support, graph.Informed)
	l.give(c.Task, c.To, graph.Lead)
}

// leads names who leads a task.
func (l *layer) leads(task string) string {
	var ids []string
	for _, a := range l.Present.Assignments {
		if a.Task == task && a.Role == graph.Lead {
			ids = append(ids, a.Organization)
		}
	}
	if len(ids) == 0 {
		return "—"
	}
	slices.SortFunc(ids, graph.Compare)
	return strings.Join(ids, ", ")
}

// supporter adds a supporter to a task.
func (l *layer) supporter(c Change) {
	if l.has(c.Task, c.To, graph.Lead) || l.has(c.Task, c.To, graph.Support) {
		l.fail(said.Errorf("%s: %s leads or supports task %s already; name another organization", c, c.To, c.Task))
		return
	}
	l.remove(c.Task, c.To, graph.Informed)
	l.give(c.Task, c.To, graph.Support)
}

package graph

import (
	"cmp"
	"strings"
)

// Label names a task so that people recognize it and a table of handoffs finds it again:
// by its ID and its name.
func (t Task) Label(l Lang) string {
	name := strings.Join(strings.Fields(t.Name.In(l)), " ")
	if name == "" || Folded(name) == Folded(t.ID) {
		return t.ID
	}
	return t.ID + " " + name
}

// AsListed returns tasks in the order in which they stand in one matrix; those of several
// stay as they are.
func AsListed(tasks []Task) []Task {
	for _, t := range tasks {
		if t.Source.Line == 0 || t.Source.File != tasks[0].Source.File || t.Source.Sheet != tasks[0].Source.Sheet {
			return tasks
		}
	}
	return sorted(tasks, func(a, b Task) int { return cmp.Compare(a.Source.Line, b.Source.Line) })
}

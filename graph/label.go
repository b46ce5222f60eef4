package graph

import "strings"

// Label names a task so that people recognize it and a table of handoffs finds it again:
// by its ID and its name.
func (t Task) Label(l Lang) string {
	name := strings.Join(strings.Fields(t.Name.In(l)), " ")
	if name == "" || Folded(name) == Folded(t.ID) {
		return t.ID
	}
	return t.ID + " " + name
}

package handoffs

import (
	"slices"
	"strings"

	"tasuki/graph"
)

// handoff returns the handoff that an entry states, and reports what of it cannot be
// read.
func (b *builder) handoff(s *Stated, e *Entry) graph.Handoff {
	h := graph.Handoff{
		From: b.task(s, e, fromField), To: b.task(s, e, toField), Kind: graph.Sequence,
		Artifact: graph.Text(strings.Join(strings.Fields(e.cells[whatField].text), " ")), Source: s.row(e),
	}
	h.Basis.Says = graph.Text(strings.Join(strings.Fields(e.cells[basisField].text), " "))
	if c := e.cells[kindField]; !c.empty() {
		kind, ok := kindOf(c.text)
		if !ok {
			b.fault(s, c, c.text, "is not a known %s; use one of %s", kinds, strings.Join(graph.Words(kinds), ", "))
		}
		h.Kind = kind
	}
	if c := e.cells[minutesField]; !c.empty() {
		n, ok := minutesOf(c.text)
		if !ok {
			b.fault(s, c, c.text, "is not a number of minutes; use 1 or more, or leave it out when it is unknown")
		}
		h.Minutes = n
	}
	inferred, ok := yesOrNo(e.cells[inferredField].text)
	if c := e.cells[inferredField]; !ok {
		b.fault(s, c, c.text, "says neither yes nor no; write yes where the handoff is concluded, not stated, and no or nothing elsewhere")
	}
	h.Basis.Inferred = inferred
	b.branch(s, e, &h)
	h.Basis.Rows = b.list(s, e.cells[rowsField])
	return h
}

// branch fills in the branch of a handoff, and what is said of it.
func (b *builder) branch(s *Stated, e *Entry, h *graph.Handoff) {
	h.Branch = strings.Join(strings.Fields(e.cells[branchField].text), " ")
	h.When = graph.Text(strings.Join(strings.Fields(e.cells[whenField].text), " "))
	optional, ok := yesOrNo(e.cells[optionalField].text)
	if c := e.cells[optionalField]; !ok {
		b.fault(s, c, c.text, "says neither yes nor no; write yes where the branch can be left out, and no or nothing elsewhere")
	}
	h.Optional = optional
}

// task returns the ID of the task at an end of an entry.
func (b *builder) task(s *Stated, e *Entry, f field) string {
	c := e.cells[f]
	if c.empty() {
		b.fault(s, c, "", "the task of the column %s is missing; a handoff has both, from and to", f.name())
		return ""
	}
	i, p := b.tasks.node(c)
	if p != nil {
		p.Source = s.source(c.line, c.column)
		b.faults.Add(*p)
		return ""
	}
	return b.tasks.list[i].ID
}

// list returns the IDs of the tasks that a cell lists.
func (b *builder) list(s *Stated, c cell) []string {
	if c.empty() {
		return nil
	}
	if i, p := b.tasks.find(c.text); p == nil {
		return []string{b.tasks.list[i].ID}
	}
	var ids []string
	for _, text := range parts(c.text) {
		i, p := b.tasks.find(text)
		if p != nil {
			p.Source = s.source(c.line, c.column)
			b.faults.Add(*p)
		} else if id := b.tasks.list[i].ID; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// node returns the position of the task that a cell names. A node of a flowchart has an
// ID and may have a label, of which one is enough.
func (x *taskIndex) node(c cell) (int, *graph.Problem) {
	i, p := x.find(c.text)
	if c.label == "" {
		return i, p
	}
	j, q := x.find(c.label)
	switch {
	case q != nil && p == nil:
		return i, nil
	case q == nil && p == nil && i != j:
		return -1, taskFault(c.text, "is the task %s, and the label of the node is the task %s; give the node another ID, or another label", quote(x.list[i].ID), quote(x.list[j].ID))
	}
	return j, q
}

package bpmn

import "tasuki/graph"

// leaving returns what leaves a node that stays: by sequence and at its border.
func (f *former) leaving(n *node) form {
	if n.isGateway() {
		return f.without(n, f.combine(n.out, !n.splits(), n))
	}
	always, sometimes := parted(n.out)
	var list form
	if len(always) > 0 {
		list = f.all(always)
	}
	if len(sometimes) > 0 {
		b := f.any(sometimes, nil)
		b.optional = len(b.ways) == 1 && len(always) > 0
		if clash(form{b}, f.single(list), f.others(list)) {
			for _, e := range sometimes {
				f.keep(e.to)
			}
		}
		list = append(list, b)
	}
	return f.without(n, f.border(n, list))
}

// single returns the tasks that are alone in a branch, others those beside alternatives.
func (f *former) single(list form) map[*node]bool { return tasksOf(list, true) }
func (f *former) others(list form) map[*node]bool { return tasksOf(list, false) }

func tasksOf(list form, alone bool) map[*node]bool {
	tasks := map[*node]bool{}
	for _, b := range list {
		for _, w := range b.ways {
			if (len(b.ways) == 1) == alone {
				tasks[w.to] = true
			}
		}
	}
	return tasks
}

// parted returns the edges that are always followed, and those with conditions.
func parted(edges []*edge) (always, sometimes []*edge) {
	for _, e := range edges {
		if e.when.IsZero() || e.optional || len(edges) == 1 {
			always = append(always, e)
		} else {
			sometimes = append(sometimes, e)
		}
	}
	return always, sometimes
}

// border adds the events at the border of an activity. One that ends its work is an
// alternative to how it goes on; one that does not is an optional branch, and so is one
// that makes up for what was done.
func (f *former) border(n *node, list form) form {
	var instead []*edge
	for _, b := range n.boundary {
		e := &edge{from: n, to: b, when: stated(b.name)}
		if b.interrupts && !b.triggered("compensate") {
			instead = append(instead, e)
			continue
		}
		list = append(list, branch{optional: true, ways: []way{{to: b, when: e.when, kind: graph.Sequence, line: b.line}}})
	}
	if len(instead) == 0 {
		return list
	}
	needed := -1
	for i, b := range list {
		switch {
		case b.optional:
		case needed < 0:
			needed = i
		default: // all of several branches, or the event: rewire put a gateway there
			for _, e := range n.out {
				f.keep(e.to)
			}
		}
	}
	if needed < 0 { // work may end here
		return append(list, branch{optional: true, ways: f.any(instead, nil).ways})
	}
	b := &list[needed]
	b.ways = append(b.ways[:len(b.ways):len(b.ways)], f.any(instead, nil).ways...)
	return list
}

// without keeps gateways through which a node leads back to itself, and drops its edges to
// itself.
func (f *former) without(n *node, list form) form {
	for _, b := range list {
		for _, w := range b.ways {
			if w.to == n {
				for _, e := range n.out {
					if e.to != n && f.reaches(e.to, n) {
						f.keep(e.to)
					}
				}
			}
		}
	}
	var kept form
	for _, b := range list {
		var ways []way
		for _, w := range b.ways {
			if w.to != n {
				ways = append(ways, w)
			}
		}
		if b.ways = ways; len(ways) > 0 {
			kept = append(kept, b)
		}
	}
	return kept
}

// reaches reports whether a gateway that does not stay leads to a node.
func (f *former) reaches(g, n *node) bool {
	for _, b := range f.memo[g] {
		for _, w := range b.ways {
			if w.to == n {
				return true
			}
		}
	}
	return false
}

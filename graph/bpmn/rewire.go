package bpmn

import "slices"

// rewire leads work into sub-processes and out of them, across links, and to what an event
// starts within a process, so that the sequence of all nodes is one graph.
func (m *model) rewire() {
	m.links()
	of := slices.Clone(m.nodes)
	for _, n := range of {
		m.single(n)
	}
	around := m.around(of)                  // before work is led inside: what it leads to is where work starts
	for _, n := range slices.Backward(of) { // from the inside out
		if n.nested() {
			m.openUp(n)
		}
	}
	for _, n := range of {
		if n.apart() {
			m.listen(n, around[scope{n.process, n.within}])
		}
	}
}

// links joins events that throw a link with those of its name that catch it.
func (m *model) links() {
	type key struct {
		p    *process
		name string
	}
	name := func(n *node) key {
		name := n.name
		if d := n.el.Child("linkEventDefinition"); d != nil && d.Attribute("name") != "" {
			name = d.Attribute("name")
		}
		return key{n.process, name}
	}
	catching := map[key]*node{}
	for _, n := range m.nodes {
		if n.kind == "intermediateCatchEvent" && n.triggered("link") && catching[name(n)] == nil {
			catching[name(n)] = n
		}
	}
	for _, n := range m.nodes {
		if n.kind == "intermediateThrowEvent" && n.triggered("link") {
			if to := catching[name(n)]; to != nil {
				m.lead(n, to)
				m.account.mapped[n.el.Child("linkEventDefinition")] = true
				m.account.mapped[to.el.Child("linkEventDefinition")] = true
			}
		}
	}
}

// lead makes work go from a node to another, as something else than a sequence flow says.
func (m *model) lead(from, to *node) *edge {
	e := &edge{from: from, to: to}
	from.out = append(from.out, e)
	to.incoming++
	return e
}

// gateway makes a gateway that no element of the file is.
func (m *model) gateway(n *node, kind, id string) *node {
	g := &node{id: n.id + id, kind: kind, line: n.line, process: n.process, within: n.within, made: true}
	m.nodes = append(m.nodes, g)
	return g
}

// single puts a gateway behind an activity that goes on in several ways at once and has an
// event at its border that ends it: all of these, or the event.
func (m *model) single(n *node) {
	ends := slices.ContainsFunc(n.boundary, func(b *node) bool { return b.interrupts && !b.triggered("compensate") })
	if !ends || n.isGateway() || len(n.out) < 2 {
		return
	}
	always, sometimes := parted(n.out)
	if len(always) == 0 {
		return
	}
	all := m.gateway(n, "parallelGateway", ":all")
	n.out = nil
	m.lead(n, all)
	for _, e := range always {
		e.from = all
	}
	all.out = always
	if len(sometimes) > 0 {
		some := m.gateway(n, "inclusiveGateway", ":some")
		for _, e := range sometimes {
			e.from = some
		}
		some.out = sometimes
		m.lead(all, some)
	}
}

// openUp leads work that comes to a sub-process to where it starts inside, and from where
// it ends there to where it goes behind the sub-process. An end that throws an error, or
// something of its like, leads to the event at the border that catches it.
func (m *model) openUp(n *node) {
	behind := n.out
	n.out = nil
	first := entries(n.inside)
	switch {
	case len(first) == 1:
		m.lead(n, first[0])
	case len(first) > 1:
		g := m.gateway(n, "exclusiveGateway", ":starts")
		m.lead(n, g)
		for _, s := range first {
			e := m.lead(g, s)
			e.when = stated(s.name)
		}
	}
	out := m.gateway(n, "parallelGateway", ":ends")
	for _, e := range behind {
		if !e.when.IsZero() {
			out.kind = "inclusiveGateway"
		}
		e.from = out
	}
	out.out = behind
	if n.apart() && n.within != nil {
		n.within.late = append(n.within.late, out)
	}
	for _, e := range n.inside {
		if len(e.out) == 0 && !e.apart() && !e.undoes() {
			if b := n.catching(e); b != nil {
				m.lead(e, b)
			} else {
				m.lead(e, out)
			}
		}
	}
	for _, e := range append(n.late, n.lateNested()...) {
		if len(e.out) == 0 {
			m.lead(e, out)
		}
	}
	n.ends = out
}

// lateNested returns where sub-processes inside end that nothing follows there.
func (n *node) lateNested() []*node {
	var list []*node
	for _, e := range n.inside {
		if e.ends != nil && len(e.ends.out) == 0 && !e.apart() {
			list = append(list, e.ends)
		}
	}
	return list
}

// catching returns the event at the border of n that an end inside throws to.
func (n *node) catching(end *node) *node {
	if end.kind != "endEvent" {
		return nil
	}
	for _, kind := range []string{"error", "escalation", "cancel"} {
		for _, b := range n.boundary {
			if end.triggered(kind) && b.triggered(kind) {
				return b
			}
		}
	}
	return nil
}

// entries returns where work starts among the nodes of a process or sub-process: at its
// start events, and at whatever nothing leads to.
func entries(list []*node) []*node {
	var first []*node
	for _, n := range list {
		if n.incoming == 0 && n.host == nil && !n.apart() && !n.made && n.kind != "participant" && !n.undoes() {
			first = append(first, n)
		}
	}
	return first
}

// maxListeners bounds the pairs of a start and a sub-process that an event starts.
const maxListeners = 1000

// scope is a process, or a sub-process in it.
type scope struct {
	process *process
	within  *node
}

// around returns where work starts in the scopes that have a sub-process which an event
// starts.
func (m *model) around(list []*node) map[scope][]*node {
	first := map[scope][]*node{}
	for _, n := range list {
		if n.apart() {
			first[scope{n.process, n.within}] = nil
		}
	}
	for _, e := range entries(list) {
		s := scope{e.process, e.within}
		if _, wanted := first[s]; wanted {
			first[s] = append(first[s], e)
		}
	}
	return first
}

// listen makes a sub-process that an event starts an optional branch of where work starts
// around it: the event may come at any time from then on.
func (m *model) listen(n *node, first []*node) {
	if m.listeners += len(first); m.listeners > maxListeners && len(first) > 1 {
		first = first[:1]
	}
	for _, s := range first {
		m.lead(s, n).optional = true
	}
}

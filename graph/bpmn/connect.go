package bpmn

import (
	"cmp"

	"tasuki/graph"
	"tasuki/graph/xmltree"
)

// connect follows sequence flows, and what boundary events are attached to.
func (m *model) connect(faults *graph.Collector) {
	for _, n := range m.nodes {
		if n.kind != "boundaryEvent" {
			continue
		}
		ref := n.el.Attribute("attachedToRef")
		if n.host = m.node[local(ref, m.isNode)]; n.host == nil || !activities[n.host.kind] { // of events, hosts could go round
			faults.Add(m.problem(n.el, ref).Saying("is not the ID of any activity; correct attachedToRef of event %s", n.id))
			continue
		}
		n.host.boundary = append(n.host.boundary, n)
	}
	var walk func(e *xmltree.Element)
	walk = func(e *xmltree.Element) {
		for _, c := range e.Children {
			switch {
			case c.Name == "sequenceFlow":
				m.sequenceFlow(c, faults)
			case containers[c.Name]:
				walk(c)
			}
		}
	}
	for _, p := range m.processes {
		walk(p.el)
	}
	m.compensations()
}

func (m *model) isNode(id string) bool { return m.node[id] != nil }

// end returns the node at an end of a flow.
func (m *model) end(e *xmltree.Element, key string, faults *graph.Collector) *node {
	ref := e.Attribute(key)
	n := m.node[local(ref, m.isNode)]
	if n == nil {
		faults.Add(m.problem(e, ref).Saying("is not the ID of anything that work can come from or go to; correct %s of flow %s, or remove the flow", key, e.Attribute("id")))
	}
	return n
}

func (m *model) sequenceFlow(e *xmltree.Element, faults *graph.Collector) {
	from, to := m.end(e, "sourceRef", faults), m.end(e, "targetRef", faults)
	if from == nil || to == nil {
		return
	}
	f := &edge{from: from, to: to, el: e, optional: e.In(spaceOwn, "optional") == "true"}
	text := e.Attribute("name")
	if c := e.Child("conditionExpression"); c != nil {
		text = cmp.Or(text, c.Text)
	}
	f.when = stated(text)
	if id := from.el.Attribute("default"); id != "" && id == e.Attribute("id") && text == "" {
		f.when = otherwise
	}
	from.out = append(from.out, f)
	to.incoming++
	m.flows = append(m.flows, f)
}

// compensations follows the associations from events to what makes up for their activities,
// which no sequence flow says.
func (m *model) compensations() {
	var walk func(e *xmltree.Element)
	walk = func(e *xmltree.Element) {
		for _, c := range e.Children {
			if c.Name == "association" {
				from, to := m.node[c.Attribute("sourceRef")], m.node[c.Attribute("targetRef")]
				if from != nil && to != nil && from.kind == "boundaryEvent" && from.triggered("compensate") && activities[to.kind] {
					from.out = append(from.out, &edge{from: from, to: to, el: c})
					to.incoming++
					m.account.mapped[c] = true
				}
			} else if c.Name == "process" || containers[c.Name] {
				walk(c)
			}
		}
	}
	walk(m.root)
}

// messageFlow follows a message flow. It may end at a pool.
func (m *model) messageFlow(e *xmltree.Element, faults *graph.Collector) {
	end := func(key string) *node {
		ref := e.Attribute(key)
		known := func(id string) bool { return m.node[id] != nil || m.poolOf(id) != nil }
		id := local(ref, known)
		if p := m.poolOf(id); p != nil && m.node[id] == nil {
			return p.whole(m)
		}
		return m.end(e, key, faults)
	}
	from, to := end("sourceRef"), end("targetRef")
	if from == nil || to == nil {
		return
	}
	name := e.Attribute("name")
	if name == "" {
		ref := e.Attribute("messageRef")
		if d := m.byID[local(ref, m.isElement)]; d != nil {
			name = d.Attribute("name")
		}
	}
	m.messages = append(m.messages, &message{id: e.Attribute("id"), name: name, el: e, from: from, to: to})
}

// poolOf returns the pool of an ID: its own, or that of a process in it, which some tools
// name instead.
func (m *model) poolOf(id string) *pool { return m.pool[id] }

// whole returns the node that stands for all that a pool does.
func (p *pool) whole(m *model) *node {
	if p.node == nil {
		if p.process == nil {
			p.process = &process{name: p.name, pool: p}
			m.opaque = append(m.opaque, p.process)
		}
		p.node = &node{id: p.id, kind: "participant", name: p.name, el: p.el, line: p.el.Line, process: p.process, pool: p}
		m.nodes = append(m.nodes, p.node)
	}
	return p.node
}

// assign notes in which lanes each node stands.
func (m *model) assign(faults *graph.Collector) {
	for _, l := range m.lanes {
		for _, ref := range l.refs {
			n := m.node[local(ref, m.isNode)]
			switch {
			case n != nil:
				n.lanes = append(n.lanes, l)
			case m.byID[ref] == nil: // data and texts are named there by some tools
				faults.Add(m.problem(l.el, ref).Saying("is not the ID of anything; correct flowNodeRef of lane %s, or remove it", l.id))
			}
		}
	}
	for _, n := range m.nodes {
		n.lanes = innermost(n.lanes)
	}
}

// innermost returns the lanes that no other of the list stands in, each once: tools name a
// node in the lanes around its own, too.
func innermost(list []*lane) []*lane {
	drop := map[*lane]bool{}
	for _, l := range list {
		for w := l.within; w != nil; w = w.within {
			drop[w] = true
		}
	}
	var kept []*lane
	for _, l := range list {
		if !drop[l] {
			kept, drop[l] = append(kept, l), true
		}
	}
	return kept
}

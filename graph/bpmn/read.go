package bpmn

import (
	"strings"

	"tasuki/graph"
	"tasuki/graph/xmltree"
)

// Read returns the facts that a model in BPMN 2.0 states, with an account of its elements.
// IDs for which taken says yes are another file's. Faults are graph.Problems: all of them,
// each with its line. Time and memory grow with the text, and with the handoffs that
// gateways stand for, of which there are at most four for each sequence flow.
func Read(file string, text []byte, taken func(id string) bool) (graph.Dataset, error) {
	m, err := parse(file, text)
	if err != nil {
		return graph.Dataset{}, err
	}
	return m.original(m.dataset(taken)), nil
}

// parse returns what a file says.
func parse(file string, text []byte) (*model, error) {
	root, err := xmltree.Parse(file, text, func(space, name string) bool {
		return space != spaceModel && space != spaceOwn && !(space == spaceDiagram && name == "BPMNDiagram")
	})
	if err != nil {
		return nil, err
	}
	var faults graph.Collector
	if root.Name != "definitions" || root.Space != spaceModel {
		p := graph.Problem{Source: graph.Source{File: file, Line: root.Line}, Value: root.Name}
		faults.Add(p.Saying("is no model in BPMN 2.0: its root is not definitions in the namespace %s", spaceModel))
		return nil, faults.Problems().Err()
	}
	m := &model{file: file, root: root, byID: map[string]*xmltree.Element{}, node: map[string]*node{}, pool: map[string]*pool{}, account: newAccount(file)}
	m.index(root, &faults)
	m.collect(&faults)
	if err := faults.Problems().Err(); err != nil {
		return nil, err
	}
	return m, nil
}

// index notes every ID, and says which stand twice.
func (m *model) index(e *xmltree.Element, faults *graph.Collector) {
	if id := e.Attribute("id"); id != "" && e.Space == spaceModel {
		if first, twice := m.byID[id]; twice {
			faults.Add(m.problem(e, id).Saying("is the ID of two elements, this one and that of line %d; an ID names one element", first.Line))
		} else {
			m.byID[id] = e
		}
	}
	for _, c := range e.Children {
		m.index(c, faults)
	}
}

func (m *model) problem(e *xmltree.Element, value string) graph.Problem {
	return graph.Problem{Source: graph.Source{File: m.file, Line: e.Line}, Value: value}
}

func (m *model) source(e *xmltree.Element) graph.Source {
	if e == nil {
		return graph.Source{}
	}
	return graph.Source{File: m.file, Line: e.Line}
}

// collect finds pools, lanes, nodes and flows, follows their references, and names those
// that lead nowhere.
func (m *model) collect(faults *graph.Collector) {
	for _, e := range m.root.Children {
		if e.Name == "process" && e.Space == spaceModel {
			p := &process{id: e.Attribute("id"), name: e.Attribute("name"), el: e}
			m.processes = append(m.processes, p)
			m.content(p, e, nil)
		}
	}
	byID := map[string]*process{}
	for _, p := range m.processes {
		byID[p.id] = p
	}
	for _, c := range m.root.Children {
		if c.Name == "collaboration" || c.Name == "globalConversation" {
			for _, e := range c.Children {
				if e.Name == "participant" {
					m.participant(e, byID, faults)
				}
			}
		}
	}
	m.connect(faults)
	for _, c := range m.root.Children {
		for _, e := range c.Children {
			if e.Name == "messageFlow" {
				m.messageFlow(e, faults)
			}
		}
	}
	m.assign(faults)
}

func (m *model) participant(e *xmltree.Element, byID map[string]*process, faults *graph.Collector) {
	p := &pool{id: e.Attribute("id"), name: e.Attribute("name"), el: e}
	m.pools = append(m.pools, p)
	if p.id != "" {
		m.pool[p.id] = p
	}
	ref := e.Attribute("processRef")
	if ref == "" {
		return
	}
	proc, ok := byID[local(ref, func(id string) bool { return byID[id] != nil })]
	switch {
	case !ok && !m.imports():
		faults.Add(m.problem(e, ref).Saying("is not the ID of any process; correct processRef of participant %s or leave it out", p.id))
	case ok && proc.pool == nil:
		proc.pool, p.process = p, proc
		if m.pool[proc.id] == nil && proc.id != "" {
			m.pool[proc.id] = p
		}
	}
}

// imports reports whether the file says that parts of its model are in others.
func (m *model) imports() bool { return m.root.Child("import") != nil }

// local returns a reference without the prefix of its namespace, where it is known so.
func local(ref string, known func(string) bool) string {
	if _, name, ok := strings.Cut(ref, ":"); ok && !known(ref) {
		return name
	}
	return ref
}

// content collects what stands in a process or a sub-process.
func (m *model) content(p *process, e *xmltree.Element, within *node) {
	for _, c := range e.Children {
		switch {
		case c.Space != spaceModel:
		case activities[c.Name] || events[c.Name] || gateways[c.Name]:
			n := &node{id: c.Attribute("id"), kind: c.Name, name: c.Attribute("name"), el: c, line: c.Line, process: p, within: within}
			n.interrupts = c.Attribute("cancelActivity") != "false"
			for _, d := range c.Children {
				if ref := m.byID[local(d.Text, m.isElement)]; d.Name == "eventDefinitionRef" && ref != nil {
					d = ref
				}
				if kind, ok := strings.CutSuffix(d.Name, "EventDefinition"); ok {
					n.triggers = append(n.triggers, kind)
				}
			}
			m.nodes, p.nodes = append(m.nodes, n), append(p.nodes, n)
			if n.id != "" {
				m.node[n.id] = n
			}
			if within != nil {
				within.inside = append(within.inside, n)
			}
			if containers[c.Name] {
				m.content(p, c, n)
			}
		case c.Name == "laneSet":
			m.laneSet(p, c, nil)
		}
	}
}

func (m *model) isElement(id string) bool { return m.byID[id] != nil }

func (m *model) laneSet(p *process, e *xmltree.Element, within *lane) {
	for _, c := range e.Children {
		if c.Name != "lane" {
			continue
		}
		l := &lane{id: c.Attribute("id"), name: c.Attribute("name"), el: c, process: p, within: within}
		m.lanes = append(m.lanes, l)
		if within == nil {
			p.lanes = append(p.lanes, l)
		} else {
			l.depth, within.inner = within.depth+1, append(within.inner, l)
		}
		for _, r := range c.Children {
			switch r.Name {
			case "flowNodeRef":
				l.refs = append(l.refs, r.Text)
			case "childLaneSet":
				m.laneSet(p, r, l)
			}
		}
	}
}

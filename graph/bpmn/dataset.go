package bpmn

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/modelid"
	"tasuki/graph/said"
)

// dataset returns the facts of the model.
func (m *model) dataset(taken func(string) bool) graph.Dataset {
	m.marks()
	for _, msg := range m.messages {
		msg.from.spoken, msg.to.spoken = true, true
	}
	m.rewire()
	forms := m.forms()
	name := m.root.Attribute("name")
	if name == "" {
		name = strings.TrimSuffix(m.file, filepath.Ext(m.file))
	}
	called := graph.Text(name)
	if ja, en := m.root.In(spaceOwn, "name-ja"), m.root.In(spaceOwn, "name-en"); ja+en != "" {
		called = graph.Name{JA: ja, EN: en}
	}
	d := graph.Dataset{Name: called, Organizations: m.organizations(nil)}
	m.tasks(&d, taken)
	m.handoffs(&d, forms, taken)
	m.remarks()
	d.Account = &graph.Account{WithoutMarks: []string{}, UnusedHeadings: []graph.Heading{}, Assumptions: m.account.notes, Elements: m.account.count(m.root)}
	return d
}

// tasks adds the tasks, in the order of the file, and who leads them.
func (m *model) tasks(d *graph.Dataset, taken func(string) bool) {
	var list []*node
	for _, n := range m.nodes {
		if !n.isGateway() || n.stays {
			list = append(list, n)
		}
	}
	slices.SortStableFunc(list, func(a, b *node) int { return a.line - b.line })
	ids := modelid.New(taken)
	for _, n := range list {
		ids.Count(n.word())
	}
	of := map[string]graph.Organization{}
	for _, o := range d.Organizations {
		of[o.ID] = o
	}
	for _, n := range list {
		if n.again {
			n.task = n.own()
			continue
		}
		leads, whose, name := n.leads(), "", n.label()
		if len(leads) > 0 {
			whose = of[leads[0]].Name.In(graph.English)
		}
		if n.name == "" && whose != "" && n.ownName("en")+n.ownName("ja") == "" {
			name = graph.Name{JA: fmt.Sprintf(ofJapanese, name.JA, whose), EN: fmt.Sprintf("%s (%s)", name.EN, whose)}
		}
		n.task = ids.Give(n.own(), n.word(), whose)
		kind := graph.TaskKind("")
		if n.isGateway() {
			kind = graph.Gateway
		}
		d.Tasks = append(d.Tasks, graph.Task{ID: n.task, Name: name, Kind: kind, Source: graph.Source{File: m.file, Line: n.line}})
		for _, org := range leads {
			d.Assignments = append(d.Assignments, graph.Assignment{Task: n.task, Organization: org, Role: graph.Lead, Reading: graph.Printed})
		}
	}
}

// remarks says what is taken for granted of gateways, and which of them stay.
func (m *model) remarks() {
	count := map[string]int{}
	stay := 0
	for _, n := range m.nodes {
		if n.isGateway() && n.stays {
			stay++
		}
		if !n.made && len(n.out) > 1 {
			count[n.kind]++
		}
	}
	if n := count["inclusiveGateway"]; n > 0 {
		m.account.note(said.Notef("gateways: %d inclusive ones in %s are read as alternatives, though several of their ways may be taken at once", n, m.file))
	}
	if n := count["complexGateway"]; n > 0 {
		m.account.note(said.Notef("gateways: %d complex ones in %s are read as alternatives; their conditions may say otherwise", n, m.file))
	}
	if stay > 0 {
		m.account.note(said.Notef("gateways: %d in %s stay as tasks that nobody leads, since one level of branches cannot say what they say; no log names them, so that handoffs to and from them count as not seen", stay, m.file))
	}
}

package archimate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/modelid"
	"tasuki/graph/said"
)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		s[w] = true
	}
	return s
}

// parties and work are the kinds of elements that become organizations and tasks.
var (
	parties = set("BusinessActor BusinessRole BusinessCollaboration ApplicationComponent ApplicationCollaboration")
	work    = set(`BusinessProcess BusinessFunction BusinessInteraction BusinessEvent BusinessService
		ApplicationProcess ApplicationFunction ApplicationInteraction ApplicationEvent ApplicationService
		TechnologyProcess TechnologyFunction TechnologyInteraction TechnologyEvent TechnologyService`)
	junctions = set("Junction AndJunction OrJunction")
)

// Why elements and relations are left out.
var (
	noWork     = said.Notef("it is neither a party nor work")
	noView     = said.Notef("it says where the picture has its parts")
	noServing  = said.Notef("who serves whom is no handoff: nothing says when, or what is passed on")
	noRelation = said.Notef("it says nothing about who does what or what follows what")
	noEnds     = said.Notef("it joins something else than parties and work, in that direction")
	noItself   = said.Notef("it leads from a task to itself")
	noSecond   = said.Notef("one end has a party above it already, or stands above the other")
	noTwice    = said.Notef("another relation says the same")
	noPairs    = said.Notef("its junction joins too many to be written out")
)

// dataset returns the facts of the model.
func (m *model) dataset(name graph.Name, taken func(string) bool) graph.Dataset {
	d := graph.Dataset{Name: name}
	id := map[*item]string{}
	orgs, tasks := modelid.New(nil), modelid.New(taken)
	for _, i := range m.items {
		switch {
		case parties[i.kind] && !i.relation:
			orgs.Count(i.called())
		case work[i.kind] && !i.relation:
			tasks.Count(i.called())
		}
	}
	for _, i := range m.items {
		switch {
		case parties[i.kind] && !i.relation:
			id[i], i.mapped = orgs.Give("", i.called(), i.kind), true
			d.Organizations = append(d.Organizations, graph.Organization{ID: id[i], Name: i.label()})
		case work[i.kind] && !i.relation:
			id[i], i.mapped = tasks.Give("", i.called(), i.kind), true
			d.Tasks = append(d.Tasks, graph.Task{ID: id[i], Name: i.label(), Source: graph.Source{File: m.file, Line: i.line}})
		}
	}
	m.groups(&d, id)
	m.leads(&d, id)
	m.handoffs(&d, id, taken)
	d.Account = &graph.Account{WithoutMarks: []string{}, UnusedHeadings: []graph.Heading{}, Elements: m.account()}
	return d
}

func (i *item) called() string { return cmp.Or(i.name.In(graph.English), i.kind) }

func (i *item) label() graph.Name {
	if i.name.IsZero() {
		return graph.Name{EN: i.kind}
	}
	return i.name
}

// groups puts a part below what it is composed of or aggregated in, and a role below the
// actor that it is assigned to: each below the first, and never in a circle.
func (m *model) groups(d *graph.Dataset, id map[*item]string) {
	parent, depth := map[string]string{}, 0
	for _, r := range m.items {
		s, t := m.byID[r.source], m.byID[r.target]
		if !r.relation || s == nil || t == nil || !parties[s.kind] || !parties[t.kind] || r.kind != "Composition" && r.kind != "Aggregation" && r.kind != "Assignment" {
			continue
		}
		circle := parent[id[t]] != ""
		depth = 0
		for at := id[s]; at != "" && !circle; at = parent[at] {
			depth++
			circle = at == id[t] || depth >= graph.MaxLevels/2
		}
		if circle {
			r.left = noSecond.String()
			continue
		}
		parent[id[t]], r.mapped = id[s], true
	}
	for i := range d.Organizations {
		d.Organizations[i].Parent = parent[d.Organizations[i].ID]
	}
}

// leads says who performs what: the source of an assignment to work.
func (m *model) leads(d *graph.Dataset, id map[*item]string) {
	seen := map[[2]string]bool{}
	for _, r := range m.items {
		s, t := m.byID[r.source], m.byID[r.target]
		if !r.relation || r.kind != "Assignment" || !parties[s.kind] || !work[t.kind] {
			continue
		}
		if key := [2]string{id[t], id[s]}; seen[key] {
			r.left = noTwice.String()
		} else {
			seen[key], r.mapped = true, true
			d.Assignments = append(d.Assignments, graph.Assignment{Task: id[t], Organization: id[s], Role: graph.Lead, Reading: graph.Printed})
		}
	}
}

// account says what became of elements and relations, by kind.
func (m *model) account() []graph.ElementCount {
	counts := map[string]*graph.ElementCount{}
	for _, i := range m.items {
		kind := i.kind
		if i.relation {
			kind += "Relationship"
		}
		c := counts[kind]
		if c == nil {
			c = &graph.ElementCount{Type: kind}
			counts[kind] = c
		}
		if c.In++; i.mapped {
			c.Mapped++
			continue
		}
		why := i.why()
		id := cmp.Or(i.id, graph.Source{File: m.file, Line: i.line}.String())
		at := slices.IndexFunc(c.Left, func(l graph.LeftOut) bool { return l.Reason.Equal(why) })
		if at < 0 {
			at, c.Left = len(c.Left), append(c.Left, graph.LeftOut{Reason: why})
		}
		c.Left[at].IDs = append(c.Left[at].IDs, id)
	}
	var list []graph.ElementCount
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, *counts[kind])
	}
	return list
}

// why returns why an item is left out.
func (i *item) why() said.Note {
	for _, n := range []said.Note{noItself, noSecond, noTwice, noPairs} {
		if n.String() == i.left {
			return n
		}
	}
	switch {
	case i.kind == "view":
		return noView
	case !i.relation:
		return noWork
	case i.kind == "Serving" || i.kind == "UsedBy":
		return noServing
	case i.kind == "Assignment" || i.kind == "Triggering" || i.kind == "Flow" || i.kind == "Composition" || i.kind == "Aggregation":
		return noEnds
	}
	return noRelation
}

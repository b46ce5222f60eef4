package bpmn

import (
	"cmp"
	"fmt"
	"slices"

	"tasuki/graph"
)

// sketch is what a pool of a written model shows: a flow, or what belongs to none.
type sketch struct {
	id     string // of its elements: a prefix
	flow   graph.Flow
	rest   bool // what belongs to no flow
	tasks  []string
	orgs   []string // that lead a task here, and those around them
	parts  []*part
	byTask map[string]*part
	arrows []arrow
	bands  []*band
	lane   map[string]*band // by organization
	y      int
	width  int
	height int
}

// part is a box, a circle or a diamond of the picture.
type part struct {
	id, kind, name string
	task           *graph.Task // nil: a gateway, or the circle of a start or a goal
	mark           string      // start or goal
	org            string      // whose lane it stands in
	column, slot   int
	x, y, w, h     int
}

// arrow is a sequence flow.
type arrow struct {
	id       string
	from, to *part
	handoff  *graph.Handoff // what it says; nil: it leads to a gateway, or from or to a circle
	optional bool
}

// band is a lane with what stands in it.
type band struct {
	id, org    string
	inner      []*band
	parts      []*part
	x, y, w, h int
}

// sketches returns the pools of a dataset: one for each flow, and one for tasks and
// organizations that no flow has. It takes time in proportion to the facts.
func sketches(g *graph.Graph) []*sketch {
	d := g.Dataset()
	leads, tasks := map[string]string{}, map[string]*graph.Task{}
	for _, a := range d.Assignments {
		if a.Role == graph.Lead && leads[a.Task] == "" {
			leads[a.Task] = a.Organization
		}
	}
	for i := range d.Tasks {
		tasks[d.Tasks[i].ID] = &d.Tasks[i]
	}
	parent := map[string]string{}
	for _, o := range d.Organizations {
		parent[o.ID] = o.Parent
	}
	shown, used := map[string]bool{}, map[string]bool{}
	var list []*sketch
	make1 := func(s *sketch) {
		s.id = fmt.Sprintf("p%d", len(list)+1)
		s.draw(tasks, leads, parent)
		for _, t := range s.tasks {
			shown[t] = true
		}
		for _, o := range s.orgs {
			used[o] = true
		}
		list = append(list, s)
	}
	for _, f := range d.Flows {
		make1(&sketch{flow: f, tasks: graph.FlowTasks(f)})
	}
	rest := &sketch{rest: true, flow: graph.Flow{Handoffs: d.Handoffs}}
	there := map[string]bool{}
	add := func(t string) {
		if !there[t] {
			there[t], rest.tasks = true, append(rest.tasks, t)
		}
	}
	for _, t := range d.Tasks {
		if !shown[t.ID] {
			add(t.ID)
		}
	}
	for _, h := range d.Handoffs {
		add(h.From)
		add(h.To)
	}
	for _, t := range rest.tasks {
		used[leads[t]] = true
	}
	for _, o := range d.Organizations {
		if !used[o.ID] {
			rest.orgs = append(rest.orgs, o.ID)
		}
	}
	if len(rest.tasks)+len(rest.orgs) > 0 {
		make1(rest)
	}
	return list
}

// draw makes the parts and the arrows of a pool.
func (s *sketch) draw(tasks map[string]*graph.Task, leads, parent map[string]string) {
	s.byTask, s.lane = map[string]*part{}, map[string]*band{}
	for _, id := range s.tasks {
		p := s.part("task", leads[id])
		p.task = tasks[id]
		s.byTask[id] = p
	}
	for _, id := range s.flow.Start {
		p := s.part("startEvent", leads[id])
		p.mark = "start"
		s.arrow(p, s.byTask[id], nil)
	}
	for _, k := range graph.Forks(s.flow) {
		s.fork(k)
	}
	for _, id := range s.flow.Goal {
		p := s.part("endEvent", leads[id])
		p.mark = "goal"
		s.arrow(s.byTask[id], p, nil)
	}
	for _, o := range slices.Clone(s.orgs) {
		s.band(o, parent)
	}
	for _, p := range s.parts {
		if p.org != "" {
			b := s.band(p.org, parent)
			b.parts = append(b.parts, p)
		}
	}
	s.layout()
}

func (s *sketch) part(kind, org string) *part {
	p := &part{id: fmt.Sprintf("%s-n%d", s.id, len(s.parts)+1), kind: kind, org: org}
	s.parts = append(s.parts, p)
	return p
}

func (s *sketch) arrow(from, to *part, h *graph.Handoff) *arrow {
	s.arrows = append(s.arrows, arrow{id: fmt.Sprintf("%s-f%d", s.id, len(s.arrows)+1), from: from, to: to, handoff: h})
	return &s.arrows[len(s.arrows)-1]
}

// fork draws what leaves a task: a gateway for all of its branches, and one for the
// alternatives of each. Handoffs of two kinds to one task are two arrows.
func (s *sketch) fork(k graph.Fork) {
	from := s.byTask[k.Task]
	if k.Splits() {
		all := s.part("parallelGateway", from.org)
		s.arrow(from, all, nil)
		from = all
	}
	for _, b := range k.Branches {
		at := from
		if len(b.Handoffs) > 1 {
			at = s.part("exclusiveGateway", from.org)
			at.name = b.Name
			s.arrow(from, at, nil).optional = b.Optional
		}
		for i := range b.Handoffs {
			h := &b.Handoffs[i]
			s.arrow(at, s.byTask[h.To], h).optional = b.Optional && at == from
		}
	}
}

// band returns the lane of an organization, in that of its parent.
func (s *sketch) band(org string, parent map[string]string) *band {
	if b := s.lane[org]; b != nil {
		return b
	}
	b := &band{org: org, id: fmt.Sprintf("%s-l%d", s.id, len(s.lane)+1)}
	s.lane[org] = b
	if up := parent[org]; up != "" {
		around := s.band(up, parent)
		around.inner = append(around.inner, b)
	} else {
		s.bands = append(s.bands, b)
	}
	if !slices.Contains(s.orgs, org) {
		s.orgs = append(s.orgs, org)
	}
	return b
}

// label returns what an arrow says: the condition, or what is handed over.
func (a arrow) label(lang graph.Lang) string {
	if a.handoff == nil {
		return ""
	}
	return cmp.Or(a.handoff.When.In(lang), a.handoff.Artifact.In(lang))
}

package analysis

import (
	"fmt"
	"slices"

	"tasuki/graph"
)

// EscalationOptions are the inputs of an escalation besides graph and flow.
type EscalationOptions struct {
	Options
	Without []string // organizations that are absent: the tasks lost with them are left out
}

// Escalation says whom to call next in a flow: for each start task the best
// path to a goal and its alternates.
type Escalation struct {
	Flow     string   `json:"flow"`
	Rules    Rules    `json:"rules"`
	Without  []string `json:"without"`   // absent organizations, by ID
	Removed  []string `json:"removed"`   // tasks of the flow that are lost with them, by ID
	Ladders  []Ladder `json:"ladders"`   // one per start task, by ID
	DeadEnds []string `json:"dead_ends"` // tasks that work reaches without passing a goal, and from where it reaches none, by ID
}

// Ladder holds the paths from one start task.
type Ladder struct {
	Start string `json:"start"`
	Lost  bool   `json:"lost"`  // the start itself is removed
	Paths []Path `json:"paths"` // best first; empty when no goal can be reached
}

// Path is a way from a start task to the first goal task that it reaches, no
// task twice. Paths are ordered by their number of steps, then by the IDs of
// their tasks from the start on.
type Path struct {
	Steps []Step `json:"steps"`
	Rungs []Rung `json:"rungs"`
}

// Step is a task on a path.
type Step struct {
	Task          string          `json:"task"`
	Organizations []string        `json:"organizations"` // that lead it, by ID
	Handoffs      []graph.Handoff `json:"handoffs"`      // from the step before, by kind; empty at the start
}

// Rung is a part of a path whose tasks the same organizations lead: the path
// organization by organization.
type Rung struct {
	Organizations []string `json:"organizations"` // by ID; empty when nobody leads the tasks
	Tasks         []string `json:"tasks"`         // in the order of the path
}

// Escalations returns the paths of the flow called id. It fails when there is
// no such flow, or no organization of an ID in options.Without.
//
// The alternates are those of Yen (Management Science 17(11), 1971), with ties
// settled by task ID at each choice, so that the k paths are exactly the first
// k of all paths in their order. It takes time O(k x tasks x handoffs) for each
// start task.
func Escalations(g *graph.Graph, id string, options EscalationOptions) (Escalation, error) {
	flow, ok := g.Flow(id)
	if !ok {
		return Escalation{}, fmt.Errorf("computing escalation: no flow is called %q; use the ID of a declared flow", id)
	}
	absent := map[int]bool{}
	for _, id := range options.Without {
		org, ok := g.OrganizationIndex(id)
		if !ok {
			return Escalation{}, fmt.Errorf("computing escalation of flow %q: no organization is called %q; use the ID of a declared organization", flow.ID, id)
		}
		absent[org] = true
	}
	options.Options = options.withDefaults()
	return escalation(g, newProcedure(g, flow), options, absent), nil
}

func escalation(g *graph.Graph, p procedure, options EscalationOptions, absent map[int]bool) Escalation {
	e := Escalation{
		Flow: p.flow.ID, Rules: InForce(g, options.Options).Rules,
		Without: []string{}, Removed: []string{}, Ladders: []Ladder{}, DeadEnds: []string{},
	}
	for i, o := range g.Organizations() {
		if absent[i] {
			e.Without = append(e.Without, o.ID)
		}
	}
	removed := p.avoiding()
	for v, task := range p.index {
		if e.Rules.fateOf(g, task, func(org int) bool { return absent[org] }) == lost {
			removed[v] = true
			e.Removed = append(e.Removed, p.tasks[v])
		}
	}
	for _, start := range p.starts {
		l := Ladder{Start: p.tasks[start], Lost: removed[start], Paths: []Path{}}
		for _, path := range simplePaths(p.graph, start, p.goals, removed, options.Paths) {
			l.Paths = append(l.Paths, newPath(g, p, path))
		}
		e.Ladders = append(e.Ladders, l)
	}
	e.DeadEnds = p.ids(deadEnds(p, removed))
	return e
}

// newPath describes a path of vertices.
func newPath(g *graph.Graph, p procedure, vertices []int) Path {
	path := Path{Steps: []Step{}, Rungs: []Rung{}}
	for i, v := range vertices {
		s := Step{Task: p.tasks[v], Organizations: leadIDs(g, p.index[v]), Handoffs: []graph.Handoff{}}
		for _, h := range p.flow.Handoffs {
			if i > 0 && h.From == p.tasks[vertices[i-1]] && h.To == s.Task {
				s.Handoffs = append(s.Handoffs, h)
			}
		}
		path.Steps = append(path.Steps, s)
		if n := len(path.Rungs); n > 0 && slices.Equal(path.Rungs[n-1].Organizations, s.Organizations) {
			path.Rungs[n-1].Tasks = append(path.Rungs[n-1].Tasks, s.Task)
			continue
		}
		path.Rungs = append(path.Rungs, Rung{Organizations: s.Organizations, Tasks: []string{s.Task}})
	}
	return path
}

// leadIDs returns the organizations that lead a task, by ID; never nil.
func leadIDs(g *graph.Graph, task int) []string {
	return organizationIDs(g, g.Leads(task))
}

// deadEnds returns the vertices that work reaches from a start, passing no goal
// and no vertex in avoid, but from which it reaches no goal; ascending.
func deadEnds(p procedure, avoid []bool) []int {
	reached, toGoal := p.avoiding(), distances(p.graph, p.goals, avoid)
	for queue := slices.Clone(p.starts); len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		if reached[v] || avoid[v] {
			continue
		}
		reached[v] = true
		if toGoal[v] != 0 {
			queue = append(queue, p.graph.Next(v)...)
		}
	}
	var ends []int
	for v := range reached {
		if reached[v] && toGoal[v] < 0 {
			ends = append(ends, v)
		}
	}
	return ends
}

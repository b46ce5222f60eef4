package analysis

import (
	"slices"

	"tasuki/analysis/network"
	"tasuki/graph"
)

// FlowSPOF lists the single points of failure of one flow: what every way from
// its starts to its goals passes, and how many tasks or organizations it takes
// to stop the flow.
type FlowSPOF struct {
	Flow  string   `json:"flow"`
	Start []string `json:"start"` // by ID
	Goal  []string `json:"goal"`  // by ID
	Rules Rules    `json:"rules"` // under which organizations lose tasks

	// Tasks are the tasks between the ends that every way passes, in the order
	// in which every way passes them. They are the dominators of the goal, and as
	// well the post-dominators of the start.
	Tasks  []string  `json:"tasks"`
	Proofs []Removal `json:"proofs"` // that no way is left without each of Tasks, in their order

	Ends       []Avoidance `json:"ends"`        // starts, then goals, by ID: apart, since a flow begins and ends by definition
	OtherTasks []Avoidance `json:"other_tasks"` // all other tasks of the flow, by ID
	Dominance  []Dominance `json:"dominance"`   // of every task of the flow, by ID

	// Cut is a smallest set of tasks between the ends without which no way is
	// left. It is nil when there is none: then Direct is a way from a start to a
	// goal without a task between them, which is otherwise empty.
	Cut    *TaskCut `json:"cut"`
	Direct []string `json:"direct"`

	Organizations      []OrganizationSPOF `json:"organizations"`       // whose loss leaves no way, by ID
	OtherOrganizations []Avoidance        `json:"other_organizations"` // that lead a task of the flow, but whose loss leaves a way, by ID

	// OrganizationCut says how many organizations it takes to leave no way. It is
	// nil when all of them do not: then Unstoppable is a way of tasks that nobody
	// leads, which is otherwise empty.
	OrganizationCut *OrganizationCut `json:"organization_cut"`
	Unstoppable     []string         `json:"unstoppable"`

	Undirected Separation `json:"undirected"` // the flow with its handoffs followed both ways
}

// Removal is the proof that a flow cannot do without some of its tasks.
type Removal struct {
	Removed []string `json:"removed"` // tasks, by ID
	Reached []string `json:"reached"` // tasks that work still reaches from a start, by ID: no goal is among them
}

// Avoidance is the proof that a flow can do without a task or an organization,
// or for an end that it cannot.
type Avoidance struct {
	ID      string   `json:"id"`
	Way     []string `json:"way"`     // the shortest way that avoids it, ties by ID; empty when there is none
	Reached []string `json:"reached"` // when there is none, the tasks that work still reaches from a start, by ID
}

// OrganizationSPOF is an organization whose loss leaves a flow no way.
type OrganizationSPOF struct {
	Organization string   `json:"organization"`
	Lost         []string `json:"lost"`         // the tasks of the flow that are lost with it, by ID
	Reached      []string `json:"reached"`      // tasks that work still reaches from a start, by ID: no goal is among them
	AtEndsOnly   bool     `json:"at_ends_only"` // a way would remain if it lost only tasks between the ends
}

// SPOFs returns the single points of failure of every flow, by ID, under the
// rules in force. One virtual start stands before all starts and one virtual
// goal behind all goals. It takes time in proportion to tasks x handoffs of each
// flow, for the witnesses.
func SPOFs(g *graph.Graph, o Options) []FlowSPOF {
	rules := InForce(g, o).Rules
	list := []FlowSPOF{}
	for _, p := range procedures(g) {
		list = append(list, newFlowSPOF(g, p, rules))
	}
	return list
}

func newFlowSPOF(g *graph.Graph, p procedure, rules Rules) FlowSPOF {
	s := FlowSPOF{Flow: p.flow.ID, Start: slices.Clone(p.flow.Start), Goal: slices.Clone(p.flow.Goal), Rules: rules}
	s.addTasks(p)
	s.Dominance = dominance(p)
	s.Cut, s.Direct = p.cut()
	s.addOrganizations(g, p)
	s.OrganizationCut, s.Unstoppable = p.organizationCut(g, rules, s.Organizations), p.unstoppable(g, rules)
	s.Undirected = newSeparation(p.graph, network.Separate(p.graph), p.tasks)
	return s
}

// addTasks fills in the tasks that every way passes, and the ways around the
// others.
func (s *FlowSPOF) addTasks(p procedure) {
	s.Tasks, s.Proofs, s.Ends, s.OtherTasks = []string{}, []Removal{}, []Avoidance{}, []Avoidance{}
	apart := p.avoiding()
	for _, v := range slices.Concat(p.starts, p.goals) {
		if !apart[v] {
			s.Ends = append(s.Ends, p.avoidance(p.tasks[v], p.avoiding(v)))
		}
		apart[v] = true
	}
	for _, v := range network.Dominators(p.graph, p.starts, p.goals) {
		if !apart[v] {
			s.Tasks = append(s.Tasks, p.tasks[v])
			s.Proofs = append(s.Proofs, Removal{[]string{p.tasks[v]}, p.stillReached(p.avoiding(v))})
		}
		apart[v] = true
	}
	for v, id := range p.tasks {
		if !apart[v] {
			s.OtherTasks = append(s.OtherTasks, p.avoidance(id, p.avoiding(v)))
		}
	}
}

// avoidance returns what is left when what is called id takes the given
// vertices with it.
func (p procedure) avoidance(id string, gone []bool) Avoidance {
	way, reached := p.proof(gone)
	return Avoidance{id, way, reached}
}

// addOrganizations fills in the organizations whose loss leaves no way, and the
// ways around the others.
func (s *FlowSPOF) addOrganizations(g *graph.Graph, p procedure) {
	s.Organizations, s.OtherOrganizations = []OrganizationSPOF{}, []Avoidance{}
	for _, org := range p.leaders(g) {
		gone := p.lostWith(g, s.Rules, org)
		left := p.avoidance(g.Organizations()[org].ID, gone)
		if len(left.Way) > 0 {
			s.OtherOrganizations = append(s.OtherOrganizations, left)
			continue
		}
		spof := OrganizationSPOF{Organization: left.ID, Lost: p.masked(gone), Reached: left.Reached}
		for _, v := range slices.Concat(p.starts, p.goals) {
			gone[v] = false
		}
		spof.AtEndsOnly = p.passable(gone)
		s.Organizations = append(s.Organizations, spof)
	}
}

// masked returns the IDs of the vertices in a mask.
func (p procedure) masked(mask []bool) []string {
	ids := []string{}
	for v, in := range mask {
		if in {
			ids = append(ids, p.tasks[v])
		}
	}
	return ids
}

// leaders returns the organizations that lead a task of the flow, ascending.
func (p procedure) leaders(who roles) []int {
	var orgs []int
	for _, task := range p.index {
		orgs = append(orgs, who.Leads(task)...)
	}
	slices.Sort(orgs)
	return slices.Compact(orgs)
}

// lostWith returns a mask of the tasks that are lost with an organization.
func (p procedure) lostWith(who roles, rules Rules, org int) []bool {
	return p.lostWithout(who, rules, only(org))
}

// lostWithout returns a mask of the tasks that are lost when organizations are
// gone.
func (p procedure) lostWithout(who roles, rules Rules, gone func(org int) bool) []bool {
	mask := p.avoiding()
	for v, task := range p.index {
		mask[v] = rules.fateOf(who, task, gone) == lost
	}
	return mask
}

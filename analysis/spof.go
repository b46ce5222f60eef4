package analysis

import (
	"slices"

	"tasuki/analysis/network"
	"tasuki/graph"
)

// FlowSPOF lists the single points of failure of one flow: what every way from
// its starts to its goals passes.
type FlowSPOF struct {
	Flow  string   `json:"flow"`
	Start []string `json:"start"`
	Goal  []string `json:"goal"`
	Rules Rules    `json:"rules"` // under which organizations lose tasks

	// Tasks are the tasks between the ends that every way passes, in the order
	// in which every way passes them. They are the dominators of the goal.
	Tasks []string `json:"tasks"`

	Ends       []Avoidance `json:"ends"`        // starts, then goals, by ID: apart, since a flow begins and ends by definition
	OtherTasks []Avoidance `json:"other_tasks"` // all other tasks of the flow, by ID

	Organizations      []OrganizationSPOF `json:"organizations"`       // whose loss leaves no way, by ID
	OtherOrganizations []Avoidance        `json:"other_organizations"` // that lead a task of the flow, but whose loss leaves a way, by ID
}

// Avoidance is the proof that a flow can do without a task or an organization.
type Avoidance struct {
	ID  string   `json:"id"`
	Way []string `json:"way"` // the shortest way that avoids it, ties by ID; empty when there is none
}

// OrganizationSPOF is an organization whose loss leaves a flow no way.
type OrganizationSPOF struct {
	Organization string   `json:"organization"`
	Lost         []string `json:"lost"`         // the tasks of the flow that are lost with it, by ID
	AtEndsOnly   bool     `json:"at_ends_only"` // a way would remain if it lost only tasks between the ends
}

// SPOFs returns the single points of failure of every flow, by ID, under the
// rules in force. Task dominators are found with the algorithm of Lengauer and
// Tarjan (TOPLAS 1(1), 1979), one virtual start standing before all starts and
// one virtual goal behind all goals. It takes time in proportion to
// tasks x handoffs of each flow, for the witnesses.
func SPOFs(g *graph.Graph, o Options) []FlowSPOF {
	rules := InForce(g, o).Rules
	list := []FlowSPOF{}
	for _, p := range procedures(g) {
		s := FlowSPOF{Flow: p.flow.ID, Start: slices.Clone(p.flow.Start), Goal: slices.Clone(p.flow.Goal), Rules: rules}
		s.addTasks(p)
		s.addOrganizations(g, p)
		list = append(list, s)
	}
	return list
}

// addTasks fills in the tasks that every way passes, and the ways around the
// others.
func (s *FlowSPOF) addTasks(p procedure) {
	s.Tasks, s.Ends, s.OtherTasks = []string{}, []Avoidance{}, []Avoidance{}
	apart := p.avoiding()
	for _, v := range slices.Concat(p.starts, p.goals) {
		if !apart[v] {
			s.Ends = append(s.Ends, Avoidance{p.tasks[v], p.without(p.avoiding(v))})
		}
		apart[v] = true
	}
	for _, v := range network.Dominators(p.graph, p.starts, p.goals) {
		if !apart[v] {
			s.Tasks = append(s.Tasks, p.tasks[v])
		}
		apart[v] = true
	}
	for v, id := range p.tasks {
		if !apart[v] {
			s.OtherTasks = append(s.OtherTasks, Avoidance{id, p.without(p.avoiding(v))})
		}
	}
}

// addOrganizations fills in the organizations whose loss leaves no way, and the
// ways around the others.
func (s *FlowSPOF) addOrganizations(g *graph.Graph, p procedure) {
	s.Organizations, s.OtherOrganizations = []OrganizationSPOF{}, []Avoidance{}
	for _, org := range p.leaders(g) {
		id := g.Organizations()[org].ID
		gone := p.lostWith(g, s.Rules, org)
		if way := p.without(gone); len(way) > 0 {
			s.OtherOrganizations = append(s.OtherOrganizations, Avoidance{id, way})
			continue
		}
		spof := OrganizationSPOF{Organization: id, Lost: []string{}}
		for v, isLost := range gone {
			if isLost {
				spof.Lost = append(spof.Lost, p.tasks[v])
			}
		}
		for _, v := range slices.Concat(p.starts, p.goals) {
			gone[v] = false
		}
		spof.AtEndsOnly = p.passable(gone)
		s.Organizations = append(s.Organizations, spof)
	}
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
	mask := p.avoiding()
	for v, task := range p.index {
		mask[v] = rules.fateOf(who, task, only(org)) == lost
	}
	return mask
}

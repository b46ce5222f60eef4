package spof

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/network"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// FlowSPOF lists the single points of failure of one flow: what every way from
// its starts to its goals passes, and how many tasks or organizations it takes
// to stop the flow.
type FlowSPOF struct {
	Flow  string      `json:"flow"`
	Start []string    `json:"start"` // by ID
	Goal  []string    `json:"goal"`  // by ID
	Rules rules.Rules `json:"rules"` // under which organizations lose tasks

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

	// Otherwise says what differs of organizations under each setting of the rules
	// that nobody declared, and that may hold instead of Rules.
	Otherwise []Otherwise `json:"otherwise,omitempty"`

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
func SPOFs(g *graph.Graph, o rules.Options) []FlowSPOF {
	list, undeclared := []FlowSPOF{}, rules.Undeclared(g, o)
	for _, p := range flow.Graphs(g) {
		list = append(list, newFlowSPOF(g, p, rules.InForce(g, o).Rules, undeclared))
	}
	return list
}

func newFlowSPOF(g *graph.Graph, p flow.Graph, inForce rules.Rules, undeclared []rules.Rules) FlowSPOF {
	s := FlowSPOF{Flow: p.Flow.ID, Start: slices.Clone(p.Flow.Start), Goal: slices.Clone(p.Flow.Goal), Rules: inForce}
	s.addTasks(p)
	s.Dominance = dominance(p)
	s.Cut, s.Direct = cut(p)
	s.addOrganizations(g, p)
	s.OrganizationCut, s.Unstoppable = organizationCut(p, g, inForce, s.Organizations), unstoppable(p, g, inForce)
	s.addOtherwise(g, p, undeclared)
	s.Undirected = newSeparation(p.Network, network.Separate(p.Network), p.Tasks)
	return s
}

// addTasks fills in the tasks that every way passes, and the ways around the
// others.
func (s *FlowSPOF) addTasks(p flow.Graph) {
	s.Tasks, s.Proofs, s.Ends, s.OtherTasks = []string{}, []Removal{}, []Avoidance{}, []Avoidance{}
	apart := p.Avoiding()
	for _, v := range slices.Concat(p.Starts, p.Goals) {
		if !apart[v] {
			s.Ends = append(s.Ends, avoidance(p, p.Tasks[v], p.Avoiding(v)))
		}
		apart[v] = true
	}
	for _, v := range network.Dominators(p.Network, p.Starts, p.Goals) {
		if !apart[v] {
			s.Tasks = append(s.Tasks, p.Tasks[v])
			s.Proofs = append(s.Proofs, Removal{[]string{p.Tasks[v]}, p.StillReached(p.Avoiding(v))})
		}
		apart[v] = true
	}
	for v, id := range p.Tasks {
		if !apart[v] {
			s.OtherTasks = append(s.OtherTasks, avoidance(p, id, p.Avoiding(v)))
		}
	}
}

// avoidance returns what is left when what is called id takes the given
// vertices with it.
func avoidance(p flow.Graph, id string, gone []bool) Avoidance {
	way, reached := p.Proof(gone)
	return Avoidance{id, way, reached}
}

// addOrganizations fills in the organizations whose loss leaves no way, and the
// ways around the others.
func (s *FlowSPOF) addOrganizations(g *graph.Graph, p flow.Graph) {
	s.Organizations, s.OtherOrganizations = []OrganizationSPOF{}, []Avoidance{}
	for _, org := range leaders(p, g) {
		gone := lostWith(p, g, s.Rules, org)
		left := avoidance(p, g.Organizations()[org].ID, gone)
		if len(left.Way) > 0 {
			s.OtherOrganizations = append(s.OtherOrganizations, left)
			continue
		}
		spof := OrganizationSPOF{Organization: left.ID, Lost: p.Masked(gone), Reached: left.Reached}
		for _, v := range slices.Concat(p.Starts, p.Goals) {
			gone[v] = false
		}
		spof.AtEndsOnly = p.Passable(gone)
		s.Organizations = append(s.Organizations, spof)
	}
}

// leaders returns the organizations that lead a task of the flow, ascending.
func leaders(p flow.Graph, who rules.Roles) []int {
	var orgs []int
	for _, task := range p.Index {
		orgs = append(orgs, who.Leads(task)...)
	}
	slices.Sort(orgs)
	return slices.Compact(orgs)
}

// lostWith returns a mask of the tasks that are lost with an organization.
func lostWith(p flow.Graph, who rules.Roles, inForce rules.Rules, org int) []bool {
	return p.LostWithout(who, inForce, rules.Only(org))
}

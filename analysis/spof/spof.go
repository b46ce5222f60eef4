package spof

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/network"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// FlowSPOF lists the single points of failure of one flow: what every way from
// its starts to its goals passes or, where branches must all be done, what every
// solution needs; and how many tasks or organizations it takes to stop the flow.
// Where a flow splits so, "way" stands for solution.
type FlowSPOF struct {
	Flow  string      `json:"flow"`
	Start []string    `json:"start"` // by ID
	Goal  []string    `json:"goal"`  // by ID
	Rules rules.Rules `json:"rules"` // under which organizations lose tasks

	// Splits says that a task has several branches that the facts tell apart, so
	// that one way is not all that the flow needs.
	Splits bool `json:"splits,omitempty"`

	// Tasks are the tasks between the ends that every way passes, in the order
	// in which every way passes them. They are the dominators of the goal, and as
	// well the post-dominators of the start. Where the flow splits, they are those
	// that every solution has, in the order of the best one.
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

	// Starts and EveryStart judge the flow for each of its starts, where it has several;
	// everything above says what it takes for it to work from none.
	Starts     []StartSPOF `json:"starts,omitempty"`      // by ID
	EveryStart *EveryStart `json:"every_start,omitempty"` // null where it has one

	// Otherwise says what differs of organizations under each setting of the rules
	// that nobody declared, and that may hold instead of Rules.
	Otherwise []Otherwise `json:"otherwise,omitempty"`

	Undirected Separation `json:"undirected"` // the flow with its handoffs followed both ways
}

// Removal is the proof that a flow cannot do without some of its tasks.
type Removal struct {
	Removed []string `json:"removed"` // tasks, by ID
	flow.Stopped
}

// Avoidance is the proof that a flow can do without a task or an organization,
// or for an end that it cannot. One of the two parts is empty.
type Avoidance struct {
	ID string `json:"id"`
	flow.Remaining
	flow.Stopped
}

// OrganizationSPOF is an organization whose loss leaves a flow no way.
type OrganizationSPOF struct {
	Organization string   `json:"organization"`
	Lost         []string `json:"lost"` // the tasks of the flow that are lost with it, by ID
	flow.Stopped
	AtEndsOnly bool `json:"at_ends_only"` // a way would remain if it lost only tasks between the ends
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
	s := FlowSPOF{Flow: p.Flow.ID, Start: slices.Clone(p.Flow.Start), Goal: slices.Clone(p.Flow.Goal), Rules: inForce, Splits: p.Splits()}
	s.addTasks(p)
	s.Dominance = dominance(p)
	s.Cut, s.Direct = cut(p)
	s.addOrganizations(g, p)
	s.OrganizationCut, s.Unstoppable = organizationCut(p, g, inForce, s.Organizations), unstoppable(p, g, inForce)
	s.addStarts(g, p)
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
	for _, v := range unavoidable(p) {
		if !apart[v] {
			s.Tasks = append(s.Tasks, p.Tasks[v])
			s.Proofs = append(s.Proofs, Removal{[]string{p.Tasks[v]}, p.Stopped(p.Avoiding(v))})
		}
		apart[v] = true
	}
	for v, id := range p.Tasks {
		if !apart[v] {
			s.OtherTasks = append(s.OtherTasks, avoidance(p, id, p.Avoiding(v)))
		}
	}
}

// unavoidable returns the vertices without which nothing is left of the flow. Where
// it splits, no dominator tells: each task of one solution is tried.
func unavoidable(p flow.Graph) []int {
	if !p.Splits() {
		return network.Dominators(p.Network, p.Starts, p.Goals)
	}
	return slices.DeleteFunc(p.Left(p.Avoiding()), func(v int) bool { return p.Passable(p.Avoiding(v)) })
}

// avoidance returns what is left when what is called id takes the given
// vertices with it, or why nothing is.
func avoidance(p flow.Graph, id string, gone []bool) Avoidance {
	a := Avoidance{id, p.Remaining(gone), flow.Stopped{Reached: []string{}}}
	if len(a.Way) == 0 {
		a.Stopped = p.Stopped(gone)
	}
	return a
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
		spof := OrganizationSPOF{Organization: left.ID, Lost: p.Masked(gone), Stopped: left.Stopped}
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

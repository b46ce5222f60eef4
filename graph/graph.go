package graph

import (
	"slices"

	"tasuki/graph/hours"
)

// Graph is a checked dataset with indexes over it. Tasks and organizations are
// known by their position in [Graph.Tasks] and [Graph.Organizations], which
// are ordered by ID ([Compare]); so is every other list. A Graph never
// changes: callers must not modify what its methods return.
type Graph struct {
	data     Dataset
	orgs     map[string]int
	tasks    map[string]int
	leads    [][]int // task -> organizations
	answers  [][]int // those that are accountable
	supports [][]int
	led      [][]int // organization -> tasks
	helped   [][]int
	marks    []int // organization -> assignments of any role
	roots    []int // organization -> the top of its line of parents

	calendars []hours.Calendar // organization -> by which its hours are meant
	hours     map[Hours]hours.Rules
}

// New checks d and returns its graph. The error, when there is one, is
// [Problems] with every fault of d; a dataset that holds more than
// [MaxOrganizations] and the other limits beside it is refused. New takes
// O(n log n) time in the number of facts.
func New(d Dataset) (*Graph, error) {
	if err := validate(d).Err(); err != nil {
		return nil, err
	}
	d = d.Canonical()
	g := &Graph{
		data:     d,
		orgs:     make(map[string]int, len(d.Organizations)),
		tasks:    make(map[string]int, len(d.Tasks)),
		leads:    make([][]int, len(d.Tasks)),
		answers:  make([][]int, len(d.Tasks)),
		supports: make([][]int, len(d.Tasks)),
		led:      make([][]int, len(d.Organizations)),
		helped:   make([][]int, len(d.Organizations)),
		marks:    make([]int, len(d.Organizations)),
	}
	for i, o := range d.Organizations {
		g.orgs[o.ID] = i
	}
	g.roots = roots(d, g.orgs)
	g.calendars, g.hours = clocks(d)
	for i, t := range d.Tasks {
		g.tasks[t.ID] = i
	}
	// Assignments are ordered by task, then organization, so that appending
	// leaves every index ordered too.
	for _, a := range d.Assignments {
		t, o := g.tasks[a.Task], g.orgs[a.Organization]
		g.marks[o]++
		switch a.Role {
		case Lead:
			g.leads[t], g.led[o] = append(g.leads[t], o), append(g.led[o], t)
		case Accountable:
			g.answers[t] = append(g.answers[t], o)
		case Support:
			g.supports[t], g.helped[o] = append(g.supports[t], o), append(g.helped[o], t)
		}
	}
	return g, nil
}

// Dataset returns the facts in canonical order.
func (g *Graph) Dataset() Dataset { return g.data }

// Rules returns the rules of the matrix.
func (g *Graph) Rules() Rules { return g.data.Rules }

// Organizations returns all organizations, by ID.
func (g *Graph) Organizations() []Organization { return g.data.Organizations }

// Tasks returns all tasks, by ID.
func (g *Graph) Tasks() []Task { return g.data.Tasks }

// Assignments returns all assignments, by task, role and organization.
func (g *Graph) Assignments() []Assignment { return g.data.Assignments }

// Flows returns all flows, by ID.
func (g *Graph) Flows() []Flow { return g.data.Flows }

// OrganizationIndex returns the position of the organization called id.
func (g *Graph) OrganizationIndex(id string) (int, bool) { i, ok := g.orgs[id]; return i, ok }

// TaskIndex returns the position of the task called id.
func (g *Graph) TaskIndex(id string) (int, bool) { i, ok := g.tasks[id]; return i, ok }

// Leads returns the organizations that lead a task.
func (g *Graph) Leads(task int) []int { return g.leads[task] }

// Accountable returns the organizations that are accountable for a task.
func (g *Graph) Accountable(task int) []int { return g.answers[task] }

// Supports returns the organizations that support a task.
func (g *Graph) Supports(task int) []int { return g.supports[task] }

// Led returns the tasks that an organization leads.
func (g *Graph) Led(org int) []int { return g.led[org] }

// Supported returns the tasks that an organization supports.
func (g *Graph) Supported(org int) []int { return g.helped[org] }

// Marks returns how many assignments, of any role, an organization has.
func (g *Graph) Marks(org int) int { return g.marks[org] }

// Calendar returns the calendar by which the hours of an organization are meant: its own,
// or the only one, or else that of UTC without holidays.
func (g *Graph) Calendar(org int) hours.Calendar { return g.calendars[org] }

// Hours returns the hours that a contact or deputy declares as text; ok is false where it
// declares none.
func (g *Graph) Hours(text Hours) (r hours.Rules, ok bool) { r, ok = g.hours[text]; return r, ok }

// Flow returns the flow called id.
func (g *Graph) Flow(id string) (Flow, bool) {
	i, ok := slices.BinarySearchFunc(g.data.Flows, id, func(f Flow, id string) int { return Compare(f.ID, id) })
	if !ok {
		return Flow{}, false
	}
	return g.data.Flows[i], true
}

// Handoffs returns every declared handoff: those of the flows, flow by flow,
// then those that belong to none. A handoff that two flows declare is there
// twice, each with its own basis.
func (g *Graph) Handoffs() []Handoff {
	var all []Handoff
	for _, f := range g.data.Flows {
		all = append(all, f.Handoffs...)
	}
	return append(all, g.data.Handoffs...)
}

// Root returns the organization at the top of org's line of parents, which is
// org itself when it has none.
func (g *Graph) Root(org int) int { return g.roots[org] }

// FlowTasks returns the tasks of a flow, by ID: its starts, its goals, and both
// ends of each of its handoffs.
func FlowTasks(f Flow) []string {
	ids := slices.Concat(f.Start, f.Goal)
	for _, h := range f.Handoffs {
		ids = append(ids, h.From, h.To)
	}
	slices.SortFunc(ids, Compare)
	return slices.Compact(ids)
}

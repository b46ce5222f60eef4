package loss

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Loss says what the loss of each single organization does under one reading
// of the rules.
type Loss struct {
	Rules         rules.Rules        `json:"rules"`
	InForce       bool               `json:"in_force"`             // the rules that the other conclusions rest on
	Undeclared    bool               `json:"undeclared,omitempty"` // these rules may hold instead of those in force, since nobody declared them
	Unled         []string           `json:"unled"`                // tasks without any lead: never led, so never lost
	Organizations []OrganizationLoss `json:"organizations"`        // every organization, by ID
}

// OrganizationLoss is what the loss of one organization does.
//
// A task is lost when all its leads are gone (`any`), or one of them (`each`).
// With `fallback`, a lost task that a remaining organization supports is
// degraded instead. A flow is broken when every way passes a lost task. It is
// degraded when it is not broken, but every way passes a lost or a degraded
// task.
type OrganizationLoss struct {
	Organization  string     `json:"organization"`
	Lost          []string   `json:"lost"`           // tasks, by ID
	Degraded      []string   `json:"degraded"`       // tasks, by ID
	Broken        []FlowLoss `json:"broken"`         // flows, by ID
	DegradedFlows []FlowLoss `json:"degraded_flows"` // flows, by ID
	Touched       []FlowLoss `json:"touched"`        // flows, by ID, that lose or degrade a task, but keep an untouched way

	// PartlyBroken are the flows that still work from some of their starts, but no
	// longer from every one, by ID. They are listed above, too.
	PartlyBroken []string `json:"partly_broken,omitempty"`
}

// FlowLoss is what becomes of one flow. The witness of a broken flow is its
// lost tasks: without them no way is left, and no solution. The witness of any other
// is what remains.
type FlowLoss struct {
	Flow     string   `json:"flow"`
	Lost     []string `json:"lost"`     // tasks of the flow, by ID
	Degraded []string `json:"degraded"` // tasks of the flow, by ID
	flow.Remaining

	// FailedStarts are the starts from which nothing is left when the lost tasks are
	// gone, where the flow still works from another; by ID.
	FailedStarts []string `json:"failed_starts,omitempty"`
}

// Losses returns the loss of every single organization under all four readings
// of the rules, the one in force first. It takes time in proportion to
// organizations x (tasks + handoffs).
func Losses(g *graph.Graph, o rules.Options) []Loss {
	flows, unled, undeclared := flow.Graphs(g), rules.UnledTasks(g), rules.Undeclared(g, o)
	var list []Loss
	for i, inForce := range rules.EveryRules(rules.InForce(g, o).Rules) {
		l := Loss{Rules: inForce, InForce: i == 0, Undeclared: slices.Contains(undeclared, inForce), Unled: unled, Organizations: []OrganizationLoss{}}
		for org := range g.Organizations() {
			l.Organizations = append(l.Organizations, organizationLoss(g, flows, inForce, org))
		}
		list = append(list, l)
	}
	return list
}

func organizationLoss(g *graph.Graph, flows []flow.Graph, inForce rules.Rules, org int) OrganizationLoss {
	l := OrganizationLoss{
		Organization: g.Organizations()[org].ID,
		Lost:         []string{}, Degraded: []string{},
		Broken: []FlowLoss{}, DegradedFlows: []FlowLoss{}, Touched: []FlowLoss{},
	}
	for _, t := range g.Led(org) {
		switch inForce.OutcomeOf(g, t, rules.Only(org)) {
		case rules.Lost:
			l.Lost = append(l.Lost, g.Tasks()[t].ID)
		case rules.Degraded:
			l.Degraded = append(l.Degraded, g.Tasks()[t].ID)
		}
	}
	for _, p := range flows {
		f, worst := loss(p, g, inForce, rules.Only(org))
		if len(f.FailedStarts) > 0 {
			l.PartlyBroken = append(l.PartlyBroken, f.Flow)
		}
		switch {
		case worst == rules.Lost:
			l.Broken = append(l.Broken, f)
		case worst == rules.Degraded:
			l.DegradedFlows = append(l.DegradedFlows, f)
		case len(f.Lost)+len(f.Degraded) > 0:
			l.Touched = append(l.Touched, f)
		}
	}
	return l
}

// loss returns what the loss of organizations does to a flow: lost when it is
// broken, degraded, or kept.
func loss(p flow.Graph, who rules.Roles, inForce rules.Rules, gone func(int) bool) (FlowLoss, rules.Outcome) {
	f := FlowLoss{Flow: p.Flow.ID, Lost: []string{}, Degraded: []string{}}
	without, untouched := p.Avoiding(), p.Avoiding()
	for v, task := range p.Index {
		switch inForce.OutcomeOf(who, task, gone) {
		case rules.Lost:
			without[v], untouched[v] = true, true
			f.Lost = append(f.Lost, p.Tasks[v])
		case rules.Degraded:
			untouched[v] = true
			f.Degraded = append(f.Degraded, p.Tasks[v])
		}
	}
	f.FailedStarts = p.FailedStarts(without)
	if f.Remaining = p.Remaining(untouched); len(f.Way) > 0 {
		return f, rules.Kept
	}
	if f.Remaining = p.Remaining(without); len(f.Way) > 0 {
		return f, rules.Degraded
	}
	return f, rules.Lost
}

package loss

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// mostListed is how many sets of a kind are listed at most; how many there are
// is always said.
const mostListed = 1000

// LossSets says what the loss of several organizations at once does, under all
// four readings of the rules. Sets are made of the organizations that lead or
// support a task. With at most 20 of them every set is looked at and every
// figure is exact. With more, searches stop at a stated limit, and a figure
// that they did not settle is a pair of bounds that says so.
type LossSets struct {
	Organizations []string   `json:"organizations"` // that lead or support a task, by ID: sets are made of these
	Others        []string   `json:"others"`        // that do neither, by ID: their loss changes nothing
	Tasks         int        `json:"tasks"`         // all tasks
	Led           int        `json:"led"`           // tasks that somebody leads; the others are never lost
	Flows         int        `json:"flows"`         // all flows
	ShapleyCov    []Coverage `json:"shapley_cov"`   // of Organizations, by ID
	ByDegree      []string   `json:"by_degree"`     // Organizations, most led tasks first, ties by ID
	Readings      []LossSet  `json:"readings"`      // of the rules, the one in force first
}

// LossSet says what the loss of several organizations at once does under one
// reading of the rules.
type LossSet struct {
	Rules      rules.Rules   `json:"rules"`                // the reading
	InForce    bool          `json:"in_force"`             // the rules that the other conclusions rest on
	Undeclared bool          `json:"undeclared,omitempty"` // these rules may hold instead of those in force, since nobody declared them
	Exact      bool          `json:"exact"`                // every figure is: none is a bound
	Limits     *SearchLimits `json:"limits"`               // of the searches; null when every set was looked at

	Worst       []WorstLoss    `json:"worst"`        // for 1, 2, … organizations
	TruckFactor TruckFactor    `json:"truck_factor"` // how many it takes to lose more than half of the tasks
	Robustness  Robustness     `json:"robustness"`   // tasks still led after the loss of 1, 2, … organizations
	Critical    []FlowCritical `json:"critical"`     // of every flow, by ID
	AnyFlow     *CriticalSets  `json:"any_flow"`     // that break at least one flow; null when none is declared
	EveryFlow   *CriticalSets  `json:"every_flow"`   // that break all flows; null when none is declared
	Robust      *RobustSet     `json:"robust"`       // what can be missed; null when no flow is declared
}

// LossResult is what is known of losses: of single organizations, under each
// reading of the rules, and of several at once.
type LossResult struct {
	Losses   []Loss   `json:"losses"`    // one by one, under each reading of the rules, the one in force first
	LossSets LossSets `json:"loss_sets"` // several at once
}

// LossesOf returns the loss of every single organization and of sets of them.
func LossesOf(g *graph.Graph, o rules.Options) LossResult {
	return LossResult{Losses(g, o), LossSetsOf(g, o)}
}

// Bounds hold a whole number: Lower <= number <= Upper.
type Bounds struct {
	Lower int  `json:"lower"` // the number is at least this
	Upper int  `json:"upper"` // and at most this
	Exact bool `json:"exact"` // both are the number itself
}

// Exactly returns the bounds of a number that is known.
func Exactly(n int) Bounds { return Bounds{n, n, true} }

// Between returns the bounds of a number of which no more is known.
func Between(lower, upper int) Bounds { return Bounds{lower, upper, lower == upper} }

// LossSetsOf returns what the loss of several organizations at once does. For n
// organizations that lead or support a task, n <= 20, it takes time
// O(2^n (n + flows x (tasks + handoffs) / 64)) and 2^n (8 + flows / 8) bytes at
// a time for each of the four readings.
func LossSetsOf(g *graph.Graph, o rules.Options) LossSets {
	orgs := participants(g)
	led := len(g.Tasks()) - len(rules.UnledTasks(g))
	s := LossSets{
		Organizations: rules.OrganizationIDs(g, orgs), Others: []string{}, ShapleyCov: coverages(g, orgs, led), Readings: []LossSet{},
		Tasks: len(g.Tasks()), Led: led, Flows: len(g.Flows()),
	}
	for org, x := range g.Organizations() {
		if !slices.Contains(orgs, org) {
			s.Others = append(s.Others, x.ID)
		}
	}
	degrees := byDegree(g, orgs)
	s.ByDegree = rules.OrganizationIDs(g, at(orgs, degrees))
	flows := flow.Graphs(g)
	undeclared := rules.Undeclared(g, o)
	var known []lossReading
	for i, inForce := range rules.EveryRules(rules.InForce(g, o).Rules) {
		r := newLossReading(g, flows, inForce, orgs)
		var l LossSet
		if same := slices.IndexFunc(known, r.equal); same >= 0 {
			l, l.Rules = s.Readings[same], inForce
		} else {
			l = r.set(o.LossNodes)
			l.Robustness = r.robustness(l.Worst, degrees)
		}
		l.InForce, l.Undeclared = i == 0, slices.Contains(undeclared, inForce)
		known, s.Readings = append(known, r), append(s.Readings, l)
	}
	return s
}

// participants returns the organizations that lead or support a task.
func participants(g *graph.Graph) []int {
	var orgs []int
	for org := range g.Organizations() {
		if len(g.Led(org))+len(g.Supported(org)) > 0 {
			orgs = append(orgs, org)
		}
	}
	return orgs
}

// lossReading is one reading of the rules, ready to lose sets of organizations.
type lossReading struct {
	g      *graph.Graph
	rules  rules.Rules
	orgs   []int // positions of the participants in graph.Graph.Organizations
	groups []taskGroup
	flows  []FlowCondition // on the participants
	most   int             // organizations of which every subset is looked at
}

func newLossReading(g *graph.Graph, flows []flow.Graph, inForce rules.Rules, orgs []int) lossReading {
	r := lossReading{g: g, rules: inForce, orgs: orgs, groups: taskGroups(g, inForce, orgs), most: Enumerated}
	for _, p := range flows {
		r.flows = append(r.flows, newFlowLossOn(g, p, inForce, orgs))
	}
	return r
}

// equal reports whether every loss does the same under both readings of the rules:
// the rules for leads differ for joint leads alone, those for support where there
// is any.
func (r lossReading) equal(other lossReading) bool {
	sameTasks := func(a, b taskGroup) bool { return a.tasks == b.tasks && a.compare(b) == 0 }
	sameVertex := func(a, b condition) bool { return a.compare(b) == 0 }
	sameFlow := func(a, b FlowCondition) bool { return slices.EqualFunc(a.conditions, b.conditions, sameVertex) }
	return slices.EqualFunc(r.groups, other.groups, sameTasks) && slices.EqualFunc(r.flows, other.flows, sameFlow)
}

// set looks at every subset, or searches when there are too many.
func (r lossReading) set(nodes int) LossSet {
	var l LossSet
	if len(r.orgs) <= r.most {
		l = r.enumerate()
	} else {
		l = r.bound(nodes)
	}
	l.TruckFactor = r.truckFactor(l.Worst)
	return l
}

// ids returns the IDs of participants; never nil.
func (r lossReading) ids(set []int) []string { return rules.OrganizationIDs(r.g, at(r.orgs, set)) }

package bottleneck

import (
	"cmp"
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/flow"
	"tasuki/analysis/network"
	"tasuki/analysis/rules"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// Bottleneck ranks organizations and tasks by how much work goes through them.
//
// A handoff is counted once, however many flows declare it: it is its pair of
// tasks, From and To. It is shared out to pairs of organizations: a lead of
// From hands over to a lead of To with the weight 1 / (leads of From x leads of
// To), so that each handoff counts 1 in all.
type Bottleneck struct {
	Organizations []OrganizationLoad `json:"organizations"`  // every organization, by Rank
	TimingWeights []TimingWeight     `json:"timing_weights"` // that loads by timing were computed with
	Tasks         []TaskLoad         `json:"tasks"`          // every task with a handoff, by betweenness, ties by ID; empty when that is Uncounted
	TaskHandoffs  []HandoffLoad      `json:"task_handoffs"`  // every distinct handoff, by betweenness, ties by From, then To; empty when Estimate or Served is not nil, and when Uncounted
	Estimate      *Estimate          `json:"estimate"`       // of the betweenness of Tasks; nil: it is exact, or Uncounted
	Uncounted     []Uncounted        `json:"uncounted"`      // betweenness that is left out, as shortest ways cannot be counted: tasks, tasks-by-minutes, organizations, organizations-by-amount, in this order
	Handovers     []Handover         `json:"handovers"`      // pairs of organizations with handoffs, by From, then To

	Waits          []Wait   `json:"waits"`          // who waits for whom, by Organization, then For
	Circles        []Circle `json:"circles"`        // of waits, by their first organization
	Subcontracting Return   `json:"subcontracting"` // A -> B -> A: chains of three tasks, A's, B's and A's again
	PingPong       Return   `json:"ping_pong"`      // A -> B -> A -> B: chains of four tasks, A's and B's in turn

	Served *Served `json:"served,omitempty"` // what an engine has computed; nil: all was computed here

	Handoffs   int `json:"handoffs"`   // distinct handoffs; the denominator of Handover.Percent is Handoffs - Unassigned
	Unassigned int `json:"unassigned"` // of these, with an end that nobody leads: in no organization's figures
}

// OrganizationLoad is how much work goes through an organization. Rank orders
// by lead marks, then handoffs through it, then betweenness, each larger first,
// ties by ID. The other ranks are by one figure alone; equal figures share the
// smaller rank. Handoffs are compared exactly, and what differs by less than a
// billionth part is equal in betweenness and in load. What needs handoffs is nil
// when none is declared, and a betweenness when its ways cannot be counted; then
// handoffs are followed by the ID.
type OrganizationLoad struct {
	Rank         int    `json:"rank"`
	Organization string `json:"organization"`

	LeadMarks        int      `json:"lead_marks"`         // tasks that it leads, alone or jointly
	LeadMarksPercent *float64 `json:"lead_marks_percent"` // of all lead marks; nil when there are none
	Tasks            float64  `json:"tasks"`              // tasks that it leads, a joint lead split equally
	SupportMarks     int      `json:"support_marks"`
	RankByLeadMarks  int      `json:"rank_by_lead_marks"`

	Handoffs          *Traffic    `json:"handoffs"`
	RankByHandoffs    *int        `json:"rank_by_handoffs"`
	Betweenness       *Centrality `json:"betweenness"` // on the graph of all organizations, with an edge of length 1 for each of Handovers
	RankByBetweenness *int        `json:"rank_by_betweenness"`

	// WeightedBetweenness is on the same graph, with edges of length 1 / handoffs
	// of the handover (Newman, Phys. Rev. E 64, 016132, 2001): the more work
	// passes, the nearer. So that ways of equal length compare as equal, a length
	// is rounded to a whole number of parts of which 232,792,560 make 1.
	WeightedBetweenness       *Centrality `json:"weighted_betweenness"`
	RankByWeightedBetweenness *int        `json:"rank_by_weighted_betweenness"`

	TimedLoad       *TimedLoad `json:"timed_load"`         // nil when no led task has a timing with a weight
	RankByTimedLoad *int       `json:"rank_by_timed_load"` // nil unless no organization has an Unweighted task
}

// Traffic counts handoffs at one organization.
type Traffic struct {
	In      float64 `json:"in"`      // from other organizations
	Out     float64 `json:"out"`     // to other organizations
	Within  float64 `json:"within"`  // from itself to itself
	Through float64 `json:"through"` // In + Out + Within
}

// Bottlenecks returns the ranking. Of the options it takes TimingWeights
// and BetweennessError.
// Betweenness is computed by Brandes' algorithm (J. Math. Sociol. 25(2), 2001),
// in time O(tasks x handoffs), by minutes in O(tasks x handoffs x log tasks);
// subcontracting and ping-pong take time in proportion to the chains of three
// and of four tasks.
func Bottlenecks(g *graph.Graph, o rules.Options) Bottleneck {
	b, _ := bottlenecks(g, o, &measure{})
	return b
}

// bottlenecks returns the ranking, with the betweenness of a measure, and the graph of
// tasks that it rests on.
func bottlenecks(g *graph.Graph, o rules.Options, m *measure) (Bottleneck, taskGraph) {
	handoffs := flow.DistinctHandoffs(g)
	tasks, x := newTaskGraph(handoffs), newExchange(g, handoffs)
	b := Bottleneck{
		Tasks:          []TaskLoad{},
		TaskHandoffs:   []HandoffLoad{},
		Uncounted:      []Uncounted{},
		Organizations:  organizationLoads(g),
		TimingWeights:  timingWeights(g, o.WithDefaults()),
		Handovers:      x.handovers(g),
		Waits:          x.waits(g),
		Subcontracting: returns(g, 3),
		PingPong:       returns(g, 4),
		Handoffs:       len(handoffs),
		Unassigned:     x.unassigned,
	}
	if o.BetweennessError > 0 {
		tasks.addEstimatedLoads(&b, g, o.BetweennessError)
	} else {
		tasks.addLoads(&b, g, m)
	}
	b.Circles = circles(g, b.Waits, tasks)
	addTimedLoads(b.Organizations, timedLoads(g, b.TimingWeights))
	if b.Handoffs > 0 {
		addTraffic(b.Organizations, x)
		b.addBetweenness(x, m)
	}
	slices.SortStableFunc(b.Organizations, compareLoads)
	for i := range b.Organizations {
		b.Organizations[i].Rank = i + 1
	}
	return b, tasks
}

// compareLoads orders the larger load first: by the ranks of its parts, which
// no rounding decides.
func compareLoads(a, b OrganizationLoad) int {
	c := cmp.Compare(a.RankByLeadMarks, b.RankByLeadMarks)
	if c == 0 && a.Handoffs != nil {
		c = cmp.Compare(*a.RankByHandoffs, *b.RankByHandoffs)
	}
	if c == 0 && a.Betweenness != nil {
		c = cmp.Compare(*a.RankByBetweenness, *b.RankByBetweenness)
	}
	return c
}

// organizationLoads returns what each organization leads and supports, by ID.
func organizationLoads(g *graph.Graph) []OrganizationLoad {
	work := workload.New(g, workload.Scopes(g)[0].Tasks)
	loads := make([]OrganizationLoad, len(g.Organizations()))
	marks := make([]int, len(loads))
	total := work.Marks()
	for org := range loads {
		marks[org] = len(g.Led(org))
		loads[org] = OrganizationLoad{
			Organization: g.Organizations()[org].ID,
			LeadMarks:    marks[org],
			Tasks:        work.Tasks(org),
			SupportMarks: len(g.Supported(org)),
		}
		if total > 0 {
			share := exact.Percent(float64(marks[org]), float64(total))
			loads[org].LeadMarksPercent = &share
		}
	}
	for org, rank := range exact.Ranks(marks, cmp.Compare[int]) {
		loads[org].RankByLeadMarks = rank
	}
	return loads
}

// addTraffic fills in the handoffs of loads by ID.
func addTraffic(loads []OrganizationLoad, x exchange) {
	traffic, through := x.traffic()
	for org, rank := range exact.Ranks(through, (*big.Rat).Cmp) {
		loads[org].Handoffs, loads[org].RankByHandoffs = &traffic[org], &rank
	}
}

// addBetweenness fills in the betweenness of organizations, which are by ID, and
// of handovers, as far as shortest ways can be counted.
func (b *Bottleneck) addBetweenness(x exchange, m *measure) {
	var arrows [][2]int
	var lengths []float64
	var between []*Handover
	i := 0
	x.pairs(func(from, to int, share exact.Parts) {
		if from != to {
			arrows, lengths, between = append(arrows, [2]int{from, to}), append(lengths, length(share)), append(between, &b.Handovers[i])
		}
		i++
	})
	d := network.New(len(b.Organizations), arrows)
	if vertices, edges, ok := m.centralities(d, nil); ok {
		for org, rank := range ranksOf(vertices) {
			b.Organizations[org].Betweenness, b.Organizations[org].RankByBetweenness = &vertices[org], &rank
		}
		for i := range edges {
			between[i].Betweenness = &edges[i]
		}
	} else {
		b.Uncounted = append(b.Uncounted, UncountedOrganizations)
	}
	if vertices, edges, ok := m.centralities(d, lengths); ok {
		for org, rank := range ranksOf(vertices) {
			b.Organizations[org].WeightedBetweenness, b.Organizations[org].RankByWeightedBetweenness = &vertices[org], &rank
		}
		for i := range edges {
			between[i].WeightedBetweenness = &edges[i]
		}
	} else {
		b.Uncounted = append(b.Uncounted, UncountedAmount)
	}
}

// lengthUnit is the least common multiple of 1 to 20.
const lengthUnit = 232_792_560

// length returns the length of an edge over which a share of handoffs passes:
// lengthUnit / share, rounded to a whole number, so that sums of lengths are
// exact.
func length(share exact.Parts) float64 {
	inverse := new(big.Rat).Inv(share.Exact())
	inverse.Mul(inverse, big.NewRat(lengthUnit, 1)).Add(inverse, big.NewRat(1, 2))
	whole := new(big.Int).Quo(inverse.Num(), inverse.Denom())
	return max(1, float64(whole.Int64()))
}

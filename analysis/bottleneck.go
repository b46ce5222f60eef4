package analysis

import (
	"cmp"
	"math/big"
	"slices"

	"tasuki/analysis/network"
	"tasuki/graph"
)

// Bottleneck ranks organizations and tasks by how much work goes through them.
//
// A handoff is counted once, however many flows declare it: it is its pair of
// tasks, From and To. It is shared out to pairs of organizations: a lead of
// From hands over to a lead of To with the weight 1 / (leads of From x leads of
// To), so that each handoff counts 1 in all.
type Bottleneck struct {
	Organizations []OrganizationLoad `json:"organizations"` // every organization, by Rank
	Tasks         []TaskLoad         `json:"tasks"`         // every task with a handoff, by betweenness, ties by ID
	Handovers     []Handover         `json:"handovers"`     // pairs of organizations with handoffs, by From, then To

	Handoffs   int `json:"handoffs"`   // distinct handoffs; the denominator of Handover.Percent is Handoffs - Unassigned
	Unassigned int `json:"unassigned"` // of these, with an end that nobody leads: in no organization's figures
}

// OrganizationLoad is how much work goes through an organization. Rank orders
// by lead marks, then handoffs through it, then betweenness, each larger first,
// ties by ID. The three other ranks are by one figure alone; equal figures
// share the smaller rank. What needs handoffs is nil when none is declared.
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
}

// Traffic counts handoffs at one organization.
type Traffic struct {
	In      float64 `json:"in"`      // from other organizations
	Out     float64 `json:"out"`     // to other organizations
	Within  float64 `json:"within"`  // from itself to itself
	Through float64 `json:"through"` // In + Out + Within
}

// Bottlenecks returns the ranking. Betweenness is computed by Brandes'
// algorithm (J. Math. Sociol. 25(2), 2001), in time O(tasks x handoffs).
func Bottlenecks(g *graph.Graph) Bottleneck {
	handoffs := distinctHandoffs(g)
	x := newExchange(g, handoffs)
	b := Bottleneck{
		Organizations: organizationLoads(g),
		Tasks:         taskLoads(g, handoffs),
		Handovers:     x.handovers(g),
		Handoffs:      len(handoffs),
		Unassigned:    x.unassigned,
	}
	if b.Handoffs > 0 {
		addTraffic(b.Organizations, x)
	}
	slices.SortStableFunc(b.Organizations, compareLoads)
	for i := range b.Organizations {
		b.Organizations[i].Rank = i + 1
	}
	return b
}

// compareLoads orders the larger load first: by the ranks of its parts, which
// no rounding decides.
func compareLoads(a, b OrganizationLoad) int {
	c := cmp.Compare(a.RankByLeadMarks, b.RankByLeadMarks)
	if c == 0 && a.Handoffs != nil {
		c = cmp.Or(cmp.Compare(*a.RankByHandoffs, *b.RankByHandoffs), cmp.Compare(*a.RankByBetweenness, *b.RankByBetweenness))
	}
	return c
}

// organizationLoads returns what each organization leads and supports, by ID.
func organizationLoads(g *graph.Graph) []OrganizationLoad {
	work := newWorkload(g, scopes(g)[0].tasks)
	loads := make([]OrganizationLoad, len(g.Organizations()))
	marks := make([]int, len(loads))
	for org := range loads {
		marks[org] = len(g.Led(org))
		loads[org] = OrganizationLoad{
			Organization: g.Organizations()[org].ID,
			LeadMarks:    marks[org],
			Tasks:        work.tasks(org),
			SupportMarks: len(g.Supported(org)),
		}
		if total := work.marks(); total > 0 {
			share := percent(float64(marks[org]), float64(total))
			loads[org].LeadMarksPercent = &share
		}
	}
	for org, rank := range ranks(marks, cmp.Compare[int]) {
		loads[org].RankByLeadMarks = rank
	}
	return loads
}

// addTraffic fills in what follows from the exchange for loads by ID.
func addTraffic(loads []OrganizationLoad, x exchange) {
	traffic, through := x.traffic()
	for org, rank := range ranks(through, (*big.Rat).Cmp) {
		loads[org].Handoffs, loads[org].RankByHandoffs = &traffic[org], &rank
	}
	var arrows [][2]int
	x.pairs(func(from, to int, _ parts) { arrows = append(arrows, [2]int{from, to}) })
	between := centralities(network.New(len(loads), arrows))
	for org, rank := range ranks(settled(values(between)), cmp.Compare[float64]) {
		loads[org].Betweenness, loads[org].RankByBetweenness = &between[org], &rank
	}
}

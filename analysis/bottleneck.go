package analysis

import (
	"cmp"
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
	b := Bottleneck{Tasks: taskLoads(g, handoffs), Handoffs: len(handoffs)}
	b.Handovers, b.Unassigned = handovers(g, handoffs)
	b.Organizations = organizationLoads(g)
	if b.Handoffs > 0 {
		b.addTraffic(g)
	}
	slices.SortStableFunc(b.Organizations, compareLoads)
	for i := range b.Organizations {
		b.Organizations[i].Rank = i + 1
	}
	return b
}

// compareLoads orders the larger load first.
func compareLoads(a, b OrganizationLoad) int {
	c := cmp.Compare(b.LeadMarks, a.LeadMarks)
	if c == 0 && a.Handoffs != nil {
		c = cmp.Or(
			cmp.Compare(b.Handoffs.Through, a.Handoffs.Through),
			cmp.Compare(b.Betweenness.Value, a.Betweenness.Value),
		)
	}
	return c
}

// organizationLoads returns what each organization leads and supports, by ID.
func organizationLoads(g *graph.Graph) []OrganizationLoad {
	work := newWorkload(g, scopes(g)[0].tasks)
	loads := make([]OrganizationLoad, len(g.Organizations()))
	for org := range loads {
		loads[org] = OrganizationLoad{
			Organization: g.Organizations()[org].ID,
			LeadMarks:    len(g.Led(org)),
			Tasks:        work.tasks(org),
			SupportMarks: len(g.Supported(org)),
		}
		if total := work.marks(); total > 0 {
			share := percent(float64(len(g.Led(org))), float64(total))
			loads[org].LeadMarksPercent = &share
		}
	}
	for org, rank := range ranks(loads, func(l OrganizationLoad) float64 { return float64(l.LeadMarks) }) {
		loads[org].RankByLeadMarks = rank
	}
	return loads
}

// addTraffic fills in what follows from b.Handovers for b.Organizations, which
// are still by ID.
func (b *Bottleneck) addTraffic(g *graph.Graph) {
	loads := b.Organizations
	var edges [][2]int
	for org := range loads {
		loads[org].Handoffs = &Traffic{}
	}
	for _, h := range b.Handovers {
		from, _ := g.OrganizationIndex(h.From)
		to, _ := g.OrganizationIndex(h.To)
		if from == to {
			loads[from].Handoffs.Within += h.Handoffs
			continue
		}
		edges = append(edges, [2]int{from, to})
		loads[from].Handoffs.Out += h.Handoffs
		loads[to].Handoffs.In += h.Handoffs
	}
	for org, c := range centralities(network.New(len(loads), edges)) {
		t := loads[org].Handoffs
		t.Through = t.In + t.Out + t.Within
		loads[org].Betweenness = &c
	}
	for org, rank := range ranks(loads, func(l OrganizationLoad) float64 { return l.Handoffs.Through }) {
		loads[org].RankByHandoffs = &rank
	}
	for org, rank := range ranks(loads, func(l OrganizationLoad) float64 { return l.Betweenness.Value }) {
		loads[org].RankByBetweenness = &rank
	}
}

// ranks returns the rank of each load by one figure: 1 and the number of loads
// with a larger one.
func ranks(loads []OrganizationLoad, figure func(OrganizationLoad) float64) []int {
	list := make([]int, len(loads))
	for i, l := range loads {
		list[i] = 1
		for _, other := range loads {
			if figure(other) > figure(l) {
				list[i]++
			}
		}
	}
	return list
}

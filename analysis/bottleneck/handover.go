package bottleneck

import (
	"cmp"
	"maps"
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/flow"
	"tasuki/graph"
)

// Handover is the work that one organization hands to another, or keeps when
// From and To are the same.
type Handover struct {
	From     string             `json:"from"`
	To       string             `json:"to"`
	Handoffs float64            `json:"handoffs"` // the sum of the weights
	Percent  float64            `json:"percent"`  // of all handoffs whose two ends are led
	Tasks    []flow.TaskHandoff `json:"tasks"`    // the handoffs it is made of, by From, then To

	// Betweenness is that of the edge from From to To in the graph of all
	// organizations; nil when they are the same, or its ways cannot be counted.
	Betweenness *Centrality `json:"betweenness"`
	// WeightedBetweenness counts the shortest ways by the lengths of
	// [OrganizationLoad.WeightedBetweenness].
	WeightedBetweenness *Centrality `json:"weighted_betweenness"`
}

// exchange is the distinct handoffs, shared out to pairs of organizations.
type exchange struct {
	shares     map[[2]int]exact.Parts        // from and to -> the share of the pair, in parts of a handoff
	tasks      map[[2]int][]flow.TaskHandoff // from and to -> the handoffs that the share is made of
	order      [][2]int                      // the pairs, by from, then to
	parties    int                           // organizations, also those that hand over nothing
	assigned   int                           // handoffs whose two ends are led
	unassigned int                           // the others
}

// newExchange shares handoffs out, each equally to the pairs of a lead of From
// and a lead of To.
func newExchange(g *graph.Graph, handoffs []flow.TaskHandoff) exchange {
	x := exchange{shares: map[[2]int]exact.Parts{}, tasks: map[[2]int][]flow.TaskHandoff{}, parties: len(g.Organizations())}
	for _, h := range handoffs {
		from, to := leadsOf(g, h.From), leadsOf(g, h.To)
		pairs := len(from) * len(to)
		if pairs == 0 {
			x.unassigned++
			continue
		}
		x.assigned++
		for _, a := range from {
			for _, b := range to {
				pair := [2]int{a, b}
				share := x.shares[pair]
				share.Add(pairs, 1)
				x.shares[pair] = share
				x.tasks[pair] = append(x.tasks[pair], h)
			}
		}
	}
	x.order = sortedPairs(x.tasks)
	return x
}

// sortedPairs returns the pairs that something is known of, by the first, then the
// second.
func sortedPairs[T any](of map[[2]int]T) [][2]int {
	return slices.SortedFunc(maps.Keys(of), func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
}

// pairs calls f with every pair of organizations that work passes between, by
// from, then to.
func (x exchange) pairs(f func(from, to int, share exact.Parts)) {
	for _, pair := range x.order {
		f(pair[0], pair[1], x.shares[pair])
	}
}

// handovers returns the exchange pair by pair.
func (x exchange) handovers(g *graph.Graph) []Handover {
	list := []Handover{}
	x.pairs(func(from, to int, share exact.Parts) {
		handoffs := share.Nearest()
		list = append(list, Handover{
			From: g.Organizations()[from].ID, To: g.Organizations()[to].ID,
			Handoffs: handoffs, Percent: exact.Percent(handoffs, float64(x.assigned)),
			Tasks: x.tasks[[2]int{from, to}],
		})
	})
	return list
}

// traffic returns what goes through each organization, and the exact sums that
// ranks compare.
func (x exchange) traffic() (list []Traffic, through []*big.Rat) {
	in, out, within := make([]exact.Parts, x.parties), make([]exact.Parts, x.parties), make([]exact.Parts, x.parties)
	x.pairs(func(from, to int, share exact.Parts) {
		if from == to {
			within[from].AddAll(share)
			return
		}
		out[from].AddAll(share)
		in[to].AddAll(share)
	})
	for org := range x.parties {
		var sum exact.Parts
		for _, p := range []exact.Parts{in[org], out[org], within[org]} {
			sum.AddAll(p)
		}
		list = append(list, Traffic{In: in[org].Nearest(), Out: out[org].Nearest(), Within: within[org].Nearest(), Through: sum.Nearest()})
		through = append(through, sum.Exact())
	}
	return list, through
}

func leadsOf(g *graph.Graph, id string) []int {
	task, _ := g.TaskIndex(id)
	return g.Leads(task)
}

package analysis

import (
	"cmp"
	"slices"

	"tasuki/analysis/network"
	"tasuki/graph"
)

// TaskLoad is how much work goes through a task, on the graph of all distinct
// handoffs; n is the number of tasks with a handoff.
type TaskLoad struct {
	Task        string     `json:"task"`
	Leads       []string   `json:"leads"` // organizations, by ID
	In          int        `json:"in"`    // distinct handoffs to it
	Out         int        `json:"out"`   // distinct handoffs from it
	Betweenness Centrality `json:"betweenness"`
	Rank        int        `json:"rank"` // by betweenness; equal figures share the smaller rank
}

// taskLoads returns the load of every task with a handoff, by betweenness, ties
// by ID.
func taskLoads(g *graph.Graph, handoffs []TaskHandoff) []TaskLoad {
	var ids []string
	for _, h := range handoffs {
		ids = append(ids, h.From, h.To)
	}
	slices.SortFunc(ids, graph.Compare)
	ids = slices.Compact(ids)
	at := make(map[string]int, len(ids))
	for v, id := range ids {
		at[id] = v
	}
	edges := make([][2]int, len(handoffs))
	for i, h := range handoffs {
		edges[i] = [2]int{at[h.From], at[h.To]}
	}
	d := network.New(len(ids), edges)
	between := centralities(d)
	order := ranks(settled(values(between)), cmp.Compare[float64])
	loads := make([]TaskLoad, len(ids))
	for v := range loads {
		task, _ := g.TaskIndex(ids[v])
		loads[v] = TaskLoad{
			Task: ids[v], Leads: leadIDs(g, task),
			In: len(d.Prev(v)), Out: len(d.Next(v)), Betweenness: between[v], Rank: order[v],
		}
	}
	slices.SortStableFunc(loads, func(a, b TaskLoad) int { return cmp.Compare(a.Rank, b.Rank) })
	return loads
}

package drawings

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// laneOrder returns the organizations that lead tasks of a flow, as positions in
// g.Organizations, in the order of their lanes: handoffs and joint work span as
// few lanes as moving one lane at a time can reach, from the order of kind
// (client, vendor, incumbent) and ID. A task that nobody leads is led by -1, whose
// lane is the last.
func laneOrder(g *graph.Graph, f graph.Flow) []int {
	var orgs []int
	for _, id := range graph.FlowTasks(f) {
		orgs = append(orgs, leadsOf(g, id)...)
	}
	slices.SortFunc(orgs, func(a, b int) int { return cmp.Or(cmp.Compare(kindOrder(g, a), kindOrder(g, b)), cmp.Compare(a, b)) })
	orgs = slices.Compact(orgs)
	movable := len(orgs)
	if orgs[movable-1] < 0 {
		movable--
	}
	ties := tiesOf(g, f)
	for improved := true; improved; {
		improved = false
		for from := range movable {
			spans := ties.moved(orgs, from)
			for to := range movable {
				if spans[to] < spans[from] {
					orgs = slices.Insert(slices.Delete(slices.Clone(orgs), from, from+1), to, orgs[from])
					spans, improved = ties.moved(orgs, from), true
				}
			}
		}
	}
	return orgs
}

// leadsOf returns the leads of a task, or -1 alone when it has none.
func leadsOf(g *graph.Graph, task string) []int {
	if t, ok := g.TaskIndex(task); ok && len(g.Leads(t)) > 0 {
		return g.Leads(t)
	}
	return []int{-1}
}

// kindOrder orders organizations by kind; nobody comes last.
func kindOrder(g *graph.Graph, org int) int {
	if org < 0 {
		return 4
	}
	return kindRank(g.Organizations()[org].Kind)
}

func kindRank(k graph.Kind) int {
	switch k {
	case graph.Client:
		return 0
	case graph.Vendor:
		return 1
	case graph.Incumbent:
		return 2
	}
	return 3
}

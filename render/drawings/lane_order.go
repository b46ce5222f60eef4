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

// laneOrderOver returns the lanes of a flow of g, those of the same flow of base first.
func laneOrderOver(g, base *graph.Graph, f graph.Flow) []int {
	orgs := laneOrder(g, f)
	was, ok := base.Flow(f.ID)
	if g == base || !ok {
		return orgs
	}
	first := slices.DeleteFunc(sameIn(g, base, laneOrder(base, was)), func(org int) bool { return org < 0 || !slices.Contains(orgs, org) })
	last := slices.DeleteFunc(orgs, func(org int) bool { return slices.Contains(first, org) })
	return append(first, last...)
}

// sameIn returns organizations of base, as positions, as those of g; nobody stays nobody.
func sameIn(g, base *graph.Graph, orgs []int) []int {
	if g == base {
		return orgs
	}
	var list []int
	for _, org := range orgs {
		if org < 0 {
			list = append(list, org)
		} else if i, ok := g.OrganizationIndex(base.Organizations()[org].ID); ok {
			list = append(list, i)
		}
	}
	return list
}

// later returns 1 for who is not among the first, else 0.
func later(first []int, org int) int {
	if slices.Contains(first, org) {
		return 0
	}
	return 1
}

package drawings

import (
	"slices"

	"tasuki/graph"
)

// tie is what spans the lanes between the outermost of some organizations: handoffs
// between the same two, or a joint task.
type tie struct {
	orgs  []int
	times int
}

// laneTies are all ties of a flow. The order of lanes is searched for over thousands
// of orders, so that ties are gathered once.
type laneTies []tie

// tiesOf returns the ties of a flow of more than one organization.
func tiesOf(g *graph.Graph, f graph.Flow) laneTies {
	var list laneTies
	pairs := map[[2]int]int{} // position in list
	for _, h := range f.Handoffs {
		from, to := leadsOf(g, h.From)[0], leadsOf(g, h.To)[0]
		if from == to {
			continue
		}
		pair := [2]int{min(from, to), max(from, to)}
		at, ok := pairs[pair]
		if !ok {
			at = len(list)
			pairs[pair], list = at, append(list, tie{orgs: pair[:]})
		}
		list[at].times++
	}
	for _, id := range graph.FlowTasks(f) {
		if leads := leadsOf(g, id); len(leads) > 1 {
			list = append(list, tie{leads, 1})
		}
	}
	return list
}

// moved returns, for each lane, how many lanes all ties span together when the
// organization of one lane is moved there; for its own lane, as they stand. It takes
// time in proportion to the members of all ties and, for each tie of the
// organization, to the lanes.
func (ties laneTies) moved(orgs []int, from int) []int {
	lane := make(map[int]int, len(orgs)) // of the others alone
	for i, org := range slices.Delete(slices.Clone(orgs), from, from+1) {
		lane[org] = i
	}
	spans, steps := make([]int, len(orgs)), make([]int, len(orgs)+1)
	for _, t := range ties {
		low, high, own := len(orgs), -1, false
		for _, org := range t.orgs {
			if org == orgs[from] {
				own = true
				continue
			}
			low, high = min(low, lane[org]), max(high, lane[org])
		}
		steps[0] += t.times * (high - low)
		steps[low+1] += t.times // the lane stands between them
		steps[high+1] -= t.times
		for to := 0; own && to <= low; to++ {
			spans[to] += t.times * (low + 1 - to)
		}
		for to := high + 1; own && to < len(spans); to++ {
			spans[to] += t.times * (to - high)
		}
	}
	sum := 0
	for to := range spans {
		sum += steps[to]
		spans[to] += sum
	}
	return spans
}

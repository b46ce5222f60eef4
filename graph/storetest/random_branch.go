package storetest

import (
	"slices"

	"tasuki/graph"
)

// branch gives tasks of a flow along a chain a second way to a task further on, and
// says how the two belong together: by branches, the second of which may be optional,
// by a rule for both, or not at all.
func (r random) branch(f *graph.Flow) {
	chain := slices.Clone(f.Handoffs)
	for i := range len(chain) - 1 {
		from, to := chain[i].From, chain[i+1+r.IntN(len(chain)-i-1)].To
		if from == to || r.IntN(2) == 0 {
			continue
		}
		h := graph.Handoff{From: from, To: to, Kind: graph.Report, When: r.remark()}
		switch r.IntN(4) {
		case 0:
			h.Branch, h.Optional = pick(r, "通知", "a'\"`{b}\\", " spaces "), r.IntN(2) == 0
			f.Handoffs[i].Branch, f.Handoffs[i].When = pick(r, "", "1"), r.remark()
		case 1:
			if f.Forks == nil {
				f.Forks = map[string]graph.ForkRule{}
			}
			f.Forks[from] = pick(r, graph.AllOf, graph.AnyOf)
		case 2:
			h.Branch, f.Handoffs[i].Branch = "same", "same"
		}
		f.Handoffs = append(f.Handoffs, h)
	}
}

package fix

import (
	"slices"

	"tasuki/analysis/flow"
)

// hardest returns the fewest tasks that must be kept whoever is missing for nobody to stop
// the flows, ascending, and how many it takes at least: no fewer where the search ended
// within its budget. One mark on a task keeps it, and one mark concerns one task, so that
// these are as many as marks. What no mark can keep must be exempt.
//
// A task that every way of a flow passes, and that somebody loses, is a cut of its own: it
// is kept from the beginning, so that the search is about the others alone.
//
// Whether a set of tasks does is asked of the flows only when it hits every cut found so
// far; of every flow that is still stopped one more cut is found then.
func (p *problem) hardest(r roles) (tasks []int, least int) {
	prices, fixed := make([]int, len(p.g.Tasks())), func(t int) bool { return !p.hardenable(r, t) }
	for t := range prices {
		prices[t] = -1
	}
	forced := make([]bool, len(prices))
	for _, s := range p.stops(r, never) {
		f := p.flows[s.flow]
		alone := f.Avoiding()
		for v, t := range f.Index {
			if forced[t] || fixed(t) || !slices.Contains(p.losers(r, t), s.org) {
				continue
			}
			prices[t], alone[v] = 1, true
			forced[t] = !f.Passable(alone)
			alone[v] = false
		}
	}
	h := hardener{p, r, fixed, forced, nil}
	for t, is := range forced {
		if is {
			prices[t] = -1
			tasks = append(tasks, t)
		}
	}
	others, _, more, ok := flow.CheapestSet(prices, p.budget, h.next)
	if !ok {
		return nil, 0
	}
	least = len(tasks) + more
	tasks = append(tasks, others...)
	slices.Sort(tasks)
	return tasks, least
}

// hardener names tasks one of which must be kept.
type hardener struct {
	*problem
	now   roles
	fixed func(task int) bool
	sure  []bool  // by task, whether it is kept in any case
	cuts  [][]int // of those found, the smallest first
}

func (h *hardener) next(chosen []bool) ([]int, bool) {
	kept := func(t int) bool { return chosen[t] || h.sure[t] }
	if c := h.open(kept); c != nil {
		return c, false
	}
	all := h.stops(h.now, kept)
	for _, s := range all {
		if c := h.cut(h.now, s, kept, h.fixed); !slices.ContainsFunc(h.cuts, func(x []int) bool { return slices.Equal(x, c) }) {
			h.cuts = append(h.cuts, c)
		}
	}
	slices.SortStableFunc(h.cuts, func(a, b []int) int { return len(a) - len(b) })
	return h.open(kept), len(all) == 0
}

// open returns a copy of the smallest cut of which nothing is kept.
func (h *hardener) open(kept func(task int) bool) []int {
	for _, c := range h.cuts {
		if !slices.ContainsFunc(c, kept) {
			return slices.Clone(c)
		}
	}
	return nil
}

// hopeless returns who stops which flow whatever marks are added.
func (p *problem) hopeless() []stop {
	if len(hardening(p.inForce)) == 0 {
		return p.stops(p.today, never)
	}
	return p.stops(p.today, func(t int) bool { return p.hardenable(p.today, t) })
}

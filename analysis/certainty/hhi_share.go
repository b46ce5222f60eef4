package certainty

import (
	"math/big"
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// loads counts the readings of lead marks by what each organization leads alone,
// as one of two, and so on, which settles the Herfindahl-Hirschman index. The
// number of leads of a task is the same in every reading, and so is the number
// of led tasks.
type loads struct {
	groups                 []placement.Group
	certain                workload.Workload // of the marks that are not uncertain
	led                    int
	kinds                  []load     // what is counted
	values                 []*big.Rat // the index of each of the sums
	*placement.Convolution            // nil when it is too much work
}

// load is a task that an organization leads as one of k.
type load struct{ org, k int }

func newLoads(g *graph.Graph, groups []placement.Group) *loads {
	leads := placement.OfRole(groups, graph.Lead)
	l := &loads{groups: groups, certain: placement.CertainWorkload(g, leads), led: len(g.Tasks()) - len(rules.UnledTasks(g))}
	for _, gr := range leads {
		for _, choice := range gr.Choices {
			for _, org := range choice {
				if kind := (load{org, leadCount(gr)}); !slices.Contains(l.kinds, kind) {
					l.kinds = append(l.kinds, kind)
				}
			}
		}
	}
	return l
}

// Count makes the convolution, unless that is too much work.
func (l *loads) Count() {
	at := map[load]int{}
	for i, kind := range l.kinds {
		at[kind] = i
	}
	if t, ok := placement.NewConvolution(l.groups, len(l.kinds), func(gr placement.Group, outcome, sums []int) {
		for _, org := range outcome {
			sums[at[load{org, leadCount(gr)}]]++
		}
	}, placement.MaxWork); ok {
		l.Convolution = t
		l.evaluate()
	}
}

// leadCount returns how many organizations have the role.
func leadCount(gr placement.Group) int { return len(gr.Fixed) + len(gr.Choices) }

// index returns the index of a workload, exactly.
func (l *loads) index(w workload.Workload) *big.Rat { return w.HHI(l.led, w.Parts()) }

// evaluate finds the index of each of the sums. Many sums have the same sum of
// squares, which tells one index from another.
func (l *loads) evaluate() {
	all := newCountOf(l.certain, l.kinds).Parts()
	known, sums := map[int64]*big.Rat{}, make([]int, len(l.kinds))
	for _, key := range l.Sums().Keys {
		l.Vector(key, sums)
		for i, kind := range l.kinds {
			l.certain.Add(kind.org, kind.k, sums[i])
		}
		squares, fits := l.certain.Squares(l.led, all)
		value, ok := known[squares]
		if !fits || !ok {
			value = l.certain.HHI(l.led, all)
			known[squares] = value
		}
		l.values = append(l.values, value)
		for i, kind := range l.kinds {
			l.certain.Add(kind.org, kind.k, -sums[i])
		}
	}
}

// newCountOf returns a workload of every number of leads that a reading has.
func newCountOf(certain workload.Workload, kinds []load) workload.Workload {
	all := certain.Clone()
	for _, kind := range kinds {
		all.Add(kind.org, kind.k, 1)
	}
	return all
}

// in returns the workload of a reading.
func (l *loads) in(outcomes [][]int) workload.Workload {
	w := l.certain.Clone()
	for i, gr := range l.groups {
		if gr.Role == graph.Lead {
			for _, org := range outcomes[i] {
				w.Add(org, leadCount(gr), 1)
			}
		}
	}
	return w
}

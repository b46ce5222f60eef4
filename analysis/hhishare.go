package analysis

import (
	"math/big"
	"slices"

	"tasuki/graph"
)

// loads counts the readings of lead marks by what each organization leads alone,
// as one of two, and so on, which settles the Herfindahl-Hirschman index. The
// number of leads of a task is the same in every reading, and so is the number
// of led tasks.
type loads struct {
	groups       []group
	certain      workload // of the marks that are not uncertain
	led          int
	kinds        []load     // what is counted
	values       []*big.Rat // the index of each of the sums
	*convolution            // nil when it is too much work
}

// load is a task that an organization leads as one of k.
type load struct{ org, k int }

func newLoads(g *graph.Graph, groups []group) *loads {
	leads := ofRole(groups, graph.Lead)
	l := &loads{groups: groups, certain: certainWorkload(g, leads), led: len(g.Tasks()) - len(unledTasks(g))}
	for _, gr := range leads {
		for _, choice := range gr.choices {
			for _, org := range choice {
				if kind := (load{org, gr.leads()}); !slices.Contains(l.kinds, kind) {
					l.kinds = append(l.kinds, kind)
				}
			}
		}
	}
	return l
}

// count makes the convolution, unless that is too much work.
func (l *loads) count() {
	at := map[load]int{}
	for i, kind := range l.kinds {
		at[kind] = i
	}
	if t, ok := newConvolution(l.groups, len(l.kinds), func(gr group, outcome, sums []int) {
		for _, org := range outcome {
			sums[at[load{org, gr.leads()}]]++
		}
	}, maxWork); ok {
		l.convolution = t
		l.evaluate()
	}
}

// leads returns how many organizations have the role.
func (gr group) leads() int { return len(gr.fixed) + len(gr.choices) }

// index returns the index of a workload, exactly.
func (l *loads) index(w workload) *big.Rat { return w.hhi(l.led, w.parts()) }

// evaluate finds the index of each of the sums. Many sums have the same sum of
// squares, which tells one index from another.
func (l *loads) evaluate() {
	all := newCountOf(l.certain, l.kinds).parts()
	known, sums := map[int64]*big.Rat{}, make([]int, len(l.kinds))
	for _, key := range l.sums().keys {
		l.vector(key, sums)
		for i, kind := range l.kinds {
			l.certain.add(kind.org, kind.k, sums[i])
		}
		squares, fits := l.certain.squares(l.led, all)
		value, ok := known[squares]
		if !fits || !ok {
			value = l.certain.hhi(l.led, all)
			known[squares] = value
		}
		l.values = append(l.values, value)
		for i, kind := range l.kinds {
			l.certain.add(kind.org, kind.k, -sums[i])
		}
	}
}

// newCountOf returns a workload of every number of leads that a reading has.
func newCountOf(certain workload, kinds []load) workload {
	all := certain.clone()
	for _, kind := range kinds {
		all.add(kind.org, kind.k, 1)
	}
	return all
}

// in returns the workload of a reading.
func (l *loads) in(outcomes [][]int) workload {
	w := l.certain.clone()
	for i, gr := range l.groups {
		if gr.role == graph.Lead {
			for _, org := range outcomes[i] {
				w.add(org, gr.leads(), 1)
			}
		}
	}
	return w
}

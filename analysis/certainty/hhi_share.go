package certainty

import (
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// loads counts the readings of lead marks by what each organization leads alone,
// as one of two, and so on, which settles the Herfindahl-Hirschman index. Where a
// mark may be nobody's, the number of leads of its task differs from reading to
// reading: all leads of the task are counted then, and whether there are any.
type loads struct {
	groups                 []placement.Group
	certain                workload.Workload // of the marks that are the same in every reading
	led                    int               // tasks that are led in every reading, or in none that differ
	kinds                  []load            // what is counted
	values                 []*big.Rat        // the index of each of the sums
	*placement.Convolution                   // nil when it is too much work
}

// load is a task that an organization leads as one of k; of nobody, one that is
// led at all.
type load struct{ org, k int }

func newLoads(g *graph.Graph, groups []placement.Group) *loads {
	leads := placement.OfRole(groups, graph.Lead)
	l := &loads{groups: groups, certain: placement.CertainWorkload(g, leads), led: len(g.Tasks()) - len(rules.UnledTasks(g))}
	known := map[load]bool{}
	add := func(kind load) {
		if !known[kind] {
			known[kind] = true
			l.kinds = append(l.kinds, kind)
		}
	}
	for _, gr := range leads {
		if !gr.Varies() {
			for _, choice := range gr.Choices {
				for _, org := range choice {
					add(load{org, leadCount(gr)})
				}
			}
			continue
		}
		now := len(gr.Holders(gr.Current()))
		for _, org := range gr.Fixed {
			l.certain.Add(org, now, -1)
		}
		if now > 0 {
			l.led--
		}
		add(load{exact.Nobody, 0})
		for _, org := range slices.Concat(append(slices.Clone(gr.Choices), gr.Fixed)...) {
			for k := 1; k <= leadCount(gr) && org != exact.Nobody; k++ {
				add(load{org, k})
			}
		}
	}
	return l
}

// of calls add with each load of a group under an outcome.
func (l *loads) of(gr placement.Group, outcome []int, add func(load)) {
	if !gr.Varies() {
		for _, org := range outcome {
			add(load{org, leadCount(gr)})
		}
		return
	}
	holders := gr.Holders(outcome)
	for _, org := range holders {
		add(load{org, len(holders)})
	}
	if len(holders) > 0 {
		add(load{exact.Nobody, 0})
	}
}

// Count makes the convolution, unless that is too much work.
func (l *loads) Count() {
	at := map[load]int{}
	for i, kind := range l.kinds {
		at[kind] = i
	}
	if t, ok := placement.NewConvolution(l.groups, len(l.kinds), func(gr placement.Group, outcome, sums []int) {
		l.of(gr, outcome, func(kind load) { sums[at[kind]]++ })
	}, placement.MaxWork); ok {
		l.Convolution = t
		l.evaluate()
	}
}

// leadCount returns how many organizations have the role when every mark has one.
func leadCount(gr placement.Group) int { return len(gr.Fixed) + len(gr.Choices) }

// index returns the index of a workload of that many led tasks, exactly; 0 of none.
func (l *loads) index(w workload.Workload, led int) *big.Rat {
	if led == 0 {
		return new(big.Rat)
	}
	return w.HHI(led, w.Parts())
}

// evaluate finds the index of each of the sums. Many sums have the same sum of
// squares, which tells one index from another.
func (l *loads) evaluate() {
	all := newCountOf(l.certain, l.kinds).Parts()
	type key struct {
		led     int
		squares int64
	}
	known, sums := map[key]*big.Rat{}, make([]int, len(l.kinds))
	for _, at := range l.Sums().Keys {
		l.Vector(at, sums)
		led := l.add(l.certain, sums, 1)
		k := key{led: led}
		fits := false
		if led > 0 {
			k.squares, fits = l.certain.Squares(led, all)
		}
		value, ok := known[k]
		if !fits || !ok {
			value = new(big.Rat)
			if led > 0 {
				value = l.certain.HHI(led, all)
			}
			known[k] = value
		}
		l.values = append(l.values, value)
		l.add(l.certain, sums, -1)
	}
}

// add adds sums to a workload so many times, and returns the led tasks.
func (l *loads) add(w workload.Workload, sums []int, times int) (led int) {
	led = l.led
	for i, kind := range l.kinds {
		if kind.org == exact.Nobody {
			led += sums[i]
			continue
		}
		w.Add(kind.org, kind.k, times*sums[i])
	}
	return led
}

// newCountOf returns a workload of every number of leads that a reading has.
func newCountOf(certain workload.Workload, kinds []load) workload.Workload {
	all := certain.Clone()
	for _, kind := range kinds {
		if kind.org != exact.Nobody {
			all.Add(kind.org, kind.k, 1)
		}
	}
	return all
}

// in returns the index of a reading.
func (l *loads) in(outcomes [][]int) *big.Rat {
	w, led := l.certain.Clone(), l.led
	for i, gr := range l.groups {
		if gr.Role != graph.Lead {
			continue
		}
		l.of(gr, outcomes[i], func(kind load) {
			if kind.org == exact.Nobody {
				led++
				return
			}
			w.Add(kind.org, kind.k, 1)
		})
	}
	return l.index(w, led)
}

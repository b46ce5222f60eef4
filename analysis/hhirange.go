package analysis

import (
	"fmt"
	"slices"

	"tasuki/graph"
)

// maxCases is how many cases are enumerated for the extremes of the HHI.
const maxCases = 1 << 16

// alike is a class of groups whose uncertain marks have the same outcomes and
// the same weight. Only how many of them take which outcome matters.
type alike struct {
	leads    int     // of each task
	outcomes [][]int // ascending organizations, distinct
	groups   int
}

// hhiRange returns the range of the HHI of all tasks; nil when none is led.
// The number of leads of a task is the same in every reading, and so is the
// number of led tasks.
func hhiRange(g *graph.Graph, leads []group) *Range {
	led := len(g.Tasks()) - len(unledTasks(g))
	if led == 0 {
		return nil
	}
	value := newWorkload(g, scopes(g)[0].tasks).hhi(led)
	classes := classesOf(leads)
	if !exact(leads) || cases(classes) > maxCases {
		lo, hi := workloadBounds(g, leads)
		floor := 10000 / float64(len(g.Organizations()))
		return &Range{Value: value, Min: max(floor, lo.hhi(led)), Max: min(10000, hi.hhi(led))}
	}
	r := &Range{Value: value, Min: value, Max: value, Exact: true}
	w := certainWorkload(g, leads)
	enumerate(w, classes, func() {
		hhi := w.hhi(led)
		r.Min, r.Max = min(r.Min, hhi), max(r.Max, hhi)
	})
	return r
}

// classesOf groups what is alike, in the order of first appearance.
func classesOf(groups []group) []alike {
	var list []alike
	at := map[string]int{}
	for _, gr := range groups {
		a := alike{leads: len(gr.fixed) + len(gr.choices), groups: 1}
		for _, o := range gr.outcomes {
			o = slices.Sorted(slices.Values(o))
			a.outcomes = append(a.outcomes, o)
		}
		slices.SortFunc(a.outcomes, slices.Compare)
		a.outcomes = slices.CompactFunc(a.outcomes, slices.Equal)
		key := fmt.Sprint(a.leads, a.outcomes)
		if i, ok := at[key]; ok {
			list[i].groups++
			continue
		}
		at[key] = len(list)
		list = append(list, a)
	}
	return list
}

// cases returns how many ways there are to take outcomes, or maxCases + 1 when
// there are more than maxCases: for m alike groups with p outcomes, the
// binomial coefficient of m+p-1 over p-1.
func cases(classes []alike) int {
	total := 1
	for _, c := range classes {
		ways := 1
		for i := 1; i < len(c.outcomes); i++ {
			if ways = ways * (c.groups + i) / i; ways > maxCases {
				return maxCases + 1
			}
		}
		if total *= ways; total > maxCases {
			return maxCases + 1
		}
	}
	return total
}

// enumerate calls visit with w standing at each case in turn, and leaves w as
// it was.
func enumerate(w workload, classes []alike, visit func()) {
	if len(classes) == 0 {
		visit()
		return
	}
	c, rest := classes[0], classes[1:]
	take := func(outcome []int, n int) {
		for _, org := range outcome {
			w.add(org, c.leads, n)
		}
	}
	if len(c.outcomes) == 1 {
		take(c.outcomes[0], c.groups)
		enumerate(w, rest, visit)
		take(c.outcomes[0], -c.groups)
		return
	}
	for n := range c.groups + 1 {
		take(c.outcomes[0], n)
		others := alike{leads: c.leads, outcomes: c.outcomes[1:], groups: c.groups - n}
		enumerate(w, append([]alike{others}, rest...), visit)
		take(c.outcomes[0], -n)
	}
}

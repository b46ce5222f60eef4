package concentration

import (
	"fmt"
	"maps"
	"math/big"
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// maxCases is how many cases are enumerated for the extremes of the HHI.
const maxCases = 1 << 16

// HHIRange returns the range of the HHI of all tasks; nil when none is led.
func HHIRange(g *graph.Graph, leads []placement.Group) *placement.Range {
	uncertain := map[int]placement.Group{}
	for _, gr := range leads {
		uncertain[gr.Task] = gr
	}
	t := newTally(g, workload.Scopes(g)[0])
	c := t.Count()
	if c.led == 0 {
		return nil
	}
	r, _ := t.hhiReadings(c, uncertain, maxCases)
	return &r
}

// hhiReadings returns the range of the HHI over all readings that leave a led
// task, and where it lies between the limits of each authority. Up to limit
// cases are enumerated, tasks with the same choices counted as alike; above,
// and where the readings of a task are too many, the result is bounds. It takes
// what the tally counted, and changes it.
func (t tally) hhiReadings(c *counted, uncertain map[int]placement.Group, limit int) (placement.Range, []Band) {
	b := newBandReadings(c.work.HHI(c.led, c.work.Parts()))
	groups := t.groups(uncertain)
	if len(groups) == 0 {
		return b.result()
	}
	for _, gr := range groups {
		c.take(t.outcome(gr.Holders(gr.Current())), -1)
	}
	certain := c.clone()
	classes, known := c.classes(t, groups)
	if !known || cases(classes, limit) > limit {
		b.bounds(t.hhiBounds(certain, groups))
		return b.result()
	}
	parts := c.parts(classes)
	done := map[[2]int64]bool{} // led tasks and squares, where they fit
	c.enumerate(classes, func() {
		squares, fits := c.work.Squares(c.led+len(groups), parts)
		key := [2]int64{int64(c.led), squares}
		switch {
		case c.led == 0:
		case !fits:
			b.add(c.work.HHI(c.led, parts))
		case !done[key]:
			b.add(workload.HHIOf(squares, c.led, parts))
			done[key] = true
		}
	})
	return b.result()
}

// groups returns the tasks whose leads are uncertain, by ID. In the scope of a
// kind, these are also tasks that nobody of the kind leads as read, but that a
// reading may bring in.
func (t tally) groups(uncertain map[int]placement.Group) []placement.Group {
	var list []placement.Group
	for _, task := range slices.Sorted(maps.Keys(uncertain)) {
		if _, in := slices.BinarySearch(t.tasks, task); in || t.counts != nil {
			list = append(list, uncertain[task])
		}
	}
	return list
}

// outcome is a reading of the leads of a task: for whom they count, and among
// how many they are shared.
type outcome struct {
	orgs  []int // ascending, once for each lead
	leads int
}

// alike is a class of tasks with the same outcomes. Only how many of them take
// which outcome matters.
type alike struct {
	outcomes []outcome // distinct
	tasks    int
}

// outcome returns the outcome in which the given organizations lead.
func (t tally) outcome(leads []int) outcome {
	orgs := t.of(leads)
	return outcome{orgs, len(orgs)}
}

// take adds n tasks with an outcome, or takes them away.
func (c *counted) take(o outcome, n int) {
	for _, org := range o.orgs {
		c.work.Add(org, o.leads, n)
	}
	if o.leads > 0 {
		c.led += n
	}
}

// classes groups the tasks that are alike, in the order of first appearance,
// and adds to c what is the same in every reading of a task. It reports whether
// all readings are known.
func (c *counted) classes(t tally, groups []placement.Group) (list []alike, known bool) {
	at := map[string]int{}
	for _, gr := range groups {
		if gr.Outcomes == nil {
			return nil, false
		}
		all := t.outcomesOf(gr)
		if always := c.takeAlways(t, gr, all); always {
			continue
		}
		key := fmt.Sprint(all)
		if i, ok := at[key]; ok {
			list[i].tasks++
			continue
		}
		at[key] = len(list)
		list = append(list, alike{all, 1})
	}
	return list, true
}

// takeAlways adds to c what every outcome of a task has, and takes it out of
// them. It reports whether nothing is left to choose.
func (c *counted) takeAlways(t tally, gr placement.Group, all []outcome) bool {
	if len(all) == 1 {
		c.take(all[0], 1)
		return true
	}
	if slices.ContainsFunc(all, func(o outcome) bool { return o.leads != all[0].leads }) {
		return false
	}
	fixed := t.of(gr.Fixed)
	for i, o := range all {
		for _, org := range fixed {
			at := slices.Index(o.orgs, org)
			o.orgs = slices.Delete(o.orgs, at, at+1)
		}
		all[i] = o
	}
	for _, org := range fixed {
		c.work.Add(org, all[0].leads, 1)
	}
	return false
}

// outcomesOf returns the distinct outcomes of a task.
func (t tally) outcomesOf(gr placement.Group) []outcome {
	var list []outcome
	for _, o := range gr.Outcomes {
		list = append(list, t.outcome(gr.Holders(o)))
	}
	slices.SortFunc(list, func(a, b outcome) int { return slices.Compare(a.orgs, b.orgs) })
	return slices.CompactFunc(list, func(a, b outcome) bool { return slices.Equal(a.orgs, b.orgs) })
}

// parts returns into how many parts a task is divided in all cases.
func (c *counted) parts(classes []alike) *big.Int {
	all := workload.Workload{}
	all = append(all, c.work...)
	for _, class := range classes {
		for _, o := range class.outcomes {
			if o.leads > 0 {
				extra := workload.Workload{nil}
				extra.Add(0, o.leads, 1)
				all = append(all, extra[0])
			}
		}
	}
	return all.Parts()
}

// cases returns how many ways there are to take outcomes, or limit + 1 when
// there are more: for m alike tasks with p outcomes, the binomial coefficient
// of m+p-1 over p-1.
func cases(classes []alike, limit int) int {
	total := 1
	for _, c := range classes {
		ways := 1
		for i := 1; i < len(c.outcomes); i++ {
			if ways = ways * (c.tasks + i) / i; ways > limit {
				return limit + 1
			}
		}
		if total *= ways; total > limit {
			return limit + 1
		}
	}
	return total
}

// enumerate calls visit with c standing at each case in turn, and leaves c as
// it was.
func (c *counted) enumerate(classes []alike, visit func()) {
	if len(classes) == 0 {
		visit()
		return
	}
	first, rest := classes[0], classes[1:]
	if len(first.outcomes) == 1 {
		c.take(first.outcomes[0], first.tasks)
		c.enumerate(rest, visit)
		c.take(first.outcomes[0], -first.tasks)
		return
	}
	for n := range first.tasks + 1 {
		c.take(first.outcomes[0], n)
		others := alike{first.outcomes[1:], first.tasks - n}
		c.enumerate(append([]alike{others}, rest...), visit)
		c.take(first.outcomes[0], -n)
	}
}

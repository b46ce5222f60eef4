package concentration

import (
	"math/big"
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/workload"
)

// hhiBounds returns bounds of the HHI over all readings that leave a led task.
// Each share is between the least and the most that the organization leads in
// any reading, over the most and the fewest led tasks. It takes the tasks
// without the groups.
func (t tally) hhiBounds(certain *counted, groups []placement.Group) (lo, hi *big.Rat) {
	work, led := certain.work, certain.led
	least, most := make([]*big.Rat, len(work)), make([]*big.Rat, len(work))
	for org := range work {
		parts := workload.Workload{work[org]}.Parts()
		least[org] = new(big.Rat).SetFrac(work.InParts(org, parts), parts)
		most[org] = new(big.Rat).Set(least[org])
	}
	fewest, all := led, led
	for _, gr := range groups {
		for org := range work {
			low, high := t.partOf(gr, org)
			least[org].Add(least[org], low)
			most[org].Add(most[org], high)
		}
		all++
		if len(t.of(gr.Fixed)) > 0 || t.counts == nil && !gr.Varies() {
			fewest++
		}
	}
	lo, hi = indexOf(least, all), big.NewRat(10000, 1)
	if floor := big.NewRat(10000, int64(t.organizations())); lo.Cmp(floor) < 0 {
		lo = floor
	}
	if fewest > 0 {
		if bound := indexOf(most, fewest); bound.Cmp(hi) < 0 {
			hi = bound
		}
	}
	return lo, hi
}

// partOf returns bounds of the part of a task that an organization leads, over
// all readings.
func (t tally) partOf(gr placement.Group, org int) (low, high *big.Rat) {
	low, high = new(big.Rat), new(big.Rat)
	if gr.Outcomes == nil {
		certain, possible := timesIn(t.of(gr.Fixed), org), 0
		for _, choice := range gr.Choices {
			if slices.Contains(t.of(choice), org) {
				possible++
			}
		}
		leads := len(gr.Fixed) + len(gr.Choices)
		low.SetFrac64(int64(certain), int64(leads))
		switch {
		case t.counts == nil && !gr.Varies():
			high.SetFrac64(int64(certain+possible), int64(leads))
		case certain+possible > 0:
			high.SetInt64(1)
		}
		return low, high
	}
	for i, o := range t.outcomesOf(gr) {
		part := new(big.Rat)
		if o.leads > 0 {
			part.SetFrac64(int64(timesIn(o.orgs, org)), int64(o.leads))
		}
		if i == 0 || part.Cmp(low) < 0 {
			low = part
		}
		if part.Cmp(high) > 0 {
			high = part
		}
	}
	return low, high
}

// timesIn returns how often x stands in list.
func timesIn(list []int, x int) int {
	n := 0
	for _, y := range list {
		if y == x {
			n++
		}
	}
	return n
}

// indexOf returns 10,000 times the sum of squared amounts over a squared whole.
func indexOf(amounts []*big.Rat, whole int) *big.Rat {
	sum := new(big.Rat)
	for _, x := range amounts {
		sum.Add(sum, new(big.Rat).Mul(x, x))
	}
	scale := big.NewRat(10000, int64(whole))
	return sum.Mul(sum, scale.Mul(scale, big.NewRat(1, int64(whole))))
}

package loss

import (
	"cmp"
	"slices"
)

// Robustness says how many tasks are still led when organizations are lost one
// after the other. A degraded task counts as still led: someone stands in.
type Robustness struct {
	Worst      LossCurve  `json:"worst"`       // for each number the worst set of that size; not one order, since the sets need not contain each other
	WorstLower *LossCurve `json:"worst_lower"` // a lower bound of the same; null when Worst is exact, otherwise an upper bound
	ByDegree   LossCurve  `json:"by_degree"`   // in the order of LossSets.ByDegree
	Mean       LossCurve  `json:"mean"`        // over all orders, exactly: none is sampled
}

// LossCurve holds the tasks that are still led after the loss of 1, 2, …
// organizations, up to all that lead or support a task.
//
// R is the mean of the curve in parts of the tasks that somebody leads, from 0
// to 1, after Schneider, Moreira, Andrade, Havlin, Herrmann, PNAS 108(10), 2011,
// who count components of a network instead; null when nobody leads a task.
type LossCurve struct {
	Left []float64 `json:"left"` // tasks; whole numbers, but for the mean over orders
	R    *float64  `json:"r"`
}

func (r lossReading) robustness(worst []WorstLoss, degrees []int) Robustness {
	led := 0
	for _, t := range r.groups {
		led += t.tasks
	}
	var high, low, mean []float64
	exact := true
	for i, lost := range r.meanLost() {
		x := worst[i].Lost
		high, low = append(high, float64(led-x.Lower)), append(low, float64(led-x.Upper))
		mean = append(mean, float64(led)-lost)
		exact = exact && x.Exact
	}
	c := Robustness{Worst: newLossCurve(high, led), ByDegree: newLossCurve(r.leftAfter(degrees, led), led), Mean: newLossCurve(mean, led)}
	if !exact {
		lower := newLossCurve(low, led)
		c.WorstLower = &lower
	}
	return c
}

func newLossCurve(left []float64, led int) LossCurve {
	c := LossCurve{Left: []float64{}}
	sum := 0.0
	for _, x := range left {
		c.Left = append(c.Left, x)
		sum += x
	}
	if led > 0 {
		r := sum / float64(led*len(left))
		c.R = &r
	}
	return c
}

// leftAfter returns the tasks that are still led after each loss of an order.
func (r lossReading) leftAfter(order []int, led int) []float64 {
	var left []float64
	gone := make([]bool, len(r.orgs))
	for _, o := range order {
		gone[o] = true
		left = append(left, float64(led-tasksLost(r.groups, gone)))
	}
	return left
}

// meanLost returns the mean number of tasks lost over all sets of 1, 2, …, n
// participants, which is that over all orders. A set of k has a given a of them
// with probability (k/n) ((k-1)/(n-1)) … (a factors), and then none of b others
// with ((n-k)/(n-a)) ((n-k-1)/(n-a-1)) … (b factors).
func (r lossReading) meanLost() []float64 {
	type form struct{ all, oneOf int }
	tasks := map[form]int{}
	var forms []form
	for _, t := range r.groups {
		f := form{len(t.lost.all), len(t.lost.oneOf)}
		if tasks[f] == 0 {
			forms = append(forms, f)
		}
		tasks[f] += t.tasks
	}
	slices.SortFunc(forms, func(x, y form) int {
		return cmp.Or(cmp.Compare(x.all, y.all), cmp.Compare(x.oneOf, y.oneOf))
	})
	n := len(r.orgs)
	mean := make([]float64, n)
	for i := range mean {
		k := i + 1
		for _, f := range forms {
			p, none := 1.0, 1.0
			for j := range f.all {
				p *= float64(max(k-j, 0)) / float64(n-j)
			}
			for j := range f.oneOf {
				none *= float64(max(n-k-j, 0)) / float64(n-f.all-j)
			}
			if f.oneOf > 0 {
				p *= 1 - none
			}
			mean[i] += p * float64(tasks[f])
		}
	}
	return mean
}

package loss

import (
	"math"
	"slices"
	"testing"

	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// TestLossSetsBruteForce recomputes every figure from a table of all sets.
func TestLossSetsBruteForce(t *testing.T) {
	late, greedier := 0, 0
	eachCrowded(t, 1000, func(t *testing.T, g *graph.Graph) {
		sets := LossSetsOf(g, rules.Options{})
		for i, l := range sets.Readings {
			if l.Rules != rules.EveryRules(rules.InForce(g, rules.Options{}).Rules)[i] || l.InForce != (i == 0) || !l.Exact || l.Limits != nil {
				t.Errorf("reading %d: got %+v", i, l)
			}
			c := slowChecker{t, g, slowLosses(g, l.Rules), sets.Organizations}
			c.worst(l.Worst)
			c.critical(l)
			c.robust(l.Robust)
			c.robustness(sets, l)
			greedier += c.truckFactor(l.TruckFactor)
			if l.TruckFactor.Size != nil && l.TruckFactor.Size.Lower > 2 {
				late++
			}
		}
	})
	if seeds.All() && (late < 100 || greedier < 20) {
		t.Errorf("only %d truck factors are above 2, and only %d below the greedy one; the test shows too little", late, greedier)
	}
}

// slowChecker holds results to a table of what every set does.
type slowChecker struct {
	*testing.T
	g     *graph.Graph
	table []slowLoss
	orgs  []string // that lead or support a task
}

func (c slowChecker) ids(set []int) []string { return rules.OrganizationIDs(c.g, set) }

// takesPart reports whether a set is made of organizations that lead or support
// a task.
func (c slowChecker) takesPart(l slowLoss) bool {
	return !slices.ContainsFunc(c.ids(l.set), func(id string) bool { return !slices.Contains(c.orgs, id) })
}

// first returns the largest value of the sets of one size, and the first set
// that has it.
func (c slowChecker) first(size int, value func(slowLoss) int) Extreme {
	best := Extreme{Exactly(0), []string{}}
	for _, l := range c.table {
		if len(l.set) == size && c.takesPart(l) && value(l) > best.Lower {
			best = Extreme{Exactly(value(l)), c.ids(l.set)}
		}
	}
	return best
}

func (c slowChecker) worst(worst []WorstLoss) {
	c.Helper()
	if len(worst) != len(c.orgs) {
		c.Fatalf("got %d sizes, want %d", len(worst), len(c.orgs))
	}
	for i, w := range worst {
		for _, x := range []struct {
			what  string
			got   Extreme
			value func(slowLoss) int
		}{
			{"lost", w.Lost, func(l slowLoss) int { return l.lost }},
			{"degraded", w.Degraded, func(l slowLoss) int { return l.degraded }},
			{"broken", *w.Broken, func(l slowLoss) int { return l.flows }},
		} {
			if want := c.first(i+1, x.value); w.Size != i+1 || x.got.Bounds != want.Bounds || !slices.Equal(x.got.Organizations, want.Organizations) {
				c.Errorf("%s with %d: got %+v, want %+v", x.what, i+1, x.got, want)
			}
		}
	}
}

func (c slowChecker) critical(l LossSet) {
	c.Helper()
	flows := len(c.g.Flows())
	c.sets("any flow", *l.AnyFlow, func(l slowLoss) bool { return l.flows > 0 })
	c.sets("every flow", *l.EveryFlow, func(l slowLoss) bool { return l.flows == flows })
	for i, f := range l.Critical {
		if f.Flow != c.g.Flows()[i].ID {
			c.Errorf("got flow %s", f.Flow)
		}
		c.sets(f.Flow, f.CriticalSets, func(l slowLoss) bool { return l.broken[i] })
		c.enough(f, i)
		if (f.EveryStart == nil) != (len(c.g.Flows()[i].Start) < 2) {
			c.Errorf("flow %s: got %+v for every start", f.Flow, f.EveryStart)
		}
		if f.EveryStart != nil {
			c.sets(f.Flow+" from every start", *f.EveryStart, func(l slowLoss) bool { return l.fails[i] })
		}
	}
}

// enough keeps each set of organizations, and no other that takes part.
func (c slowChecker) enough(f FlowCritical, flow int) {
	c.Helper()
	var kept []slowLoss
	for _, l := range c.table {
		others := []string{}
		for _, id := range c.orgs {
			if !slices.Contains(c.ids(l.set), id) {
				others = append(others, id)
			}
		}
		if c.takesPart(l) {
			kept = append(kept, slowLoss{set: l.set, broken: c.loss(others).broken})
		}
	}
	c.table = kept
	c.sets(f.Flow+" goes on", f.Enough, func(l slowLoss) bool { return !l.broken[flow] })
}

func (c slowChecker) sets(what string, got CriticalSets, has func(slowLoss) bool) {
	c.Helper()
	want := [][]string{}
	for _, set := range minimalBreaking(c.table, has) {
		want = append(want, c.ids(set))
	}
	if !slices.EqualFunc(got.Sets, want, slices.Equal) || got.Count != len(want) || got.Known != KnowAll {
		c.Errorf("%s: got %+v, want %v", what, got, want)
	}
	if (got.Size == nil) != (len(want) == 0) || len(want) > 0 && *got.Size != Exactly(len(want[0])) {
		c.Errorf("%s: got size %v, want that of the first of %v", what, got.Size, want)
	}
}

func (c slowChecker) robust(got *RobustSet) {
	c.Helper()
	var want [][]string
	for _, l := range c.table {
		if l.flows > 0 || !c.takesPart(l) {
			continue
		}
		if len(want) > 0 && len(l.set) > len(want[0]) {
			want = nil
		}
		want = append(want, c.ids(l.set))
	}
	if got.Size != Exactly(len(want[0])) || got.Count != len(want) || !got.Complete || !slices.EqualFunc(got.Sets, want, slices.Equal) {
		c.Errorf("robust: got %+v, want %v", got, want)
	}
}

// truckFactor returns 1 when the greedy figure is larger than the exact one.
func (c slowChecker) truckFactor(got TruckFactor) int {
	c.Helper()
	size := -1
	for _, l := range c.table {
		if size < 0 && 2*l.lost > len(c.g.Tasks()) {
			size = len(l.set)
		}
	}
	if (got.Size == nil) != (size < 0) || (got.Greedy == nil) != (size < 0) {
		c.Errorf("truck factor: got %+v, want %d", got, size)
	}
	if c.Failed() || size < 0 {
		return 0
	}
	want := c.first(size, func(l slowLoss) int { return l.lost })
	if *got.Size != Exactly(size) || got.Lost != want.Lower || !slices.Equal(got.Organizations, want.Organizations) {
		c.Errorf("truck factor: got %+v, want %d by %+v", got, size, want)
	}
	if want := c.greedy(len(got.Greedy.Organizations)); !slices.Equal(got.Greedy.Organizations, want) {
		c.Errorf("greedy truck factor: got %+v, want %v", got.Greedy, want)
	}
	greedy := slices.Clone(got.Greedy.Organizations)
	slices.Sort(greedy)
	if c.loss(greedy).lost != got.Greedy.Lost || 2*got.Greedy.Lost <= len(c.g.Tasks()) {
		c.Errorf("greedy truck factor %+v: its loss loses %d", got.Greedy, c.loss(greedy).lost)
	}
	switch {
	case len(greedy) < size:
		c.Errorf("greedy truck factor %d is better than the exact one %d", len(greedy), size)
	case len(greedy) > size:
		return 1
	}
	return 0
}

// greedy loses so many organizations one by one, comparing whole losses.
func (c slowChecker) greedy(size int) []string {
	order := []string{}
	for range size {
		next, most := "", [2]int{-1, 0}
		for _, id := range c.orgs {
			if slices.Contains(order, id) {
				continue
			}
			o, _ := c.g.OrganizationIndex(id)
			set := append(slices.Clone(order), id)
			slices.Sort(set)
			if now := [2]int{c.loss(set).lost, len(c.g.Led(o))}; slices.Compare(now[:], most[:]) > 0 {
				next, most = id, now
			}
		}
		order = append(order, next)
	}
	return order
}

// robustness takes the mean over all sets of a size, which is that over all
// orders.
func (c slowChecker) robustness(sets LossSets, l LossSet) {
	c.Helper()
	n := len(c.orgs)
	mean, count := make([]float64, n), make([]float64, n)
	for _, x := range c.table {
		if k := len(x.set); k > 0 && c.takesPart(x) {
			mean[k-1] += float64(sets.Led - x.lost)
			count[k-1]++
		}
	}
	worst, byDegree := make([]float64, n), make([]float64, n)
	for i := range n {
		mean[i] /= count[i]
		worst[i] = float64(sets.Led - l.Worst[i].Lost.Lower)
		first := slices.Clone(sets.ByDegree[:i+1])
		slices.Sort(first)
		byDegree[i] = float64(sets.Led - c.loss(first).lost)
	}
	for _, x := range []struct {
		what string
		got  LossCurve
		want []float64
	}{{"worst", l.Robustness.Worst, worst}, {"by degree", l.Robustness.ByDegree, byDegree}, {"mean", l.Robustness.Mean, mean}} {
		near := func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }
		if !slices.EqualFunc(x.got.Left, x.want, near) {
			c.Errorf("curve %s: got %v, want %v", x.what, x.got.Left, x.want)
		}
		sum := 0.0
		for _, y := range x.want {
			sum += y / float64(sets.Led) / float64(n)
		}
		if (x.got.R == nil) != (sets.Led == 0) || sets.Led > 0 && !near(*x.got.R, sum) {
			c.Errorf("curve %s: got R %v, want %v", x.what, x.got.R, sum)
		}
	}
	if l.Robustness.WorstLower != nil {
		c.Errorf("an exact curve has a lower bound")
	}
}

// TestShapleyCovBruteForce adds up what each organization brings over all
// orders of the leads of each task.
func TestShapleyCovBruteForce(t *testing.T) {
	bruteforce.EachRandom(t, 1000, func(t *testing.T, seed uint64, g *graph.Graph) {
		sets, n := LossSetsOf(g, rules.Options{}), len(g.Organizations())
		want, orders := make([]float64, n), 0.0
		eachOrder(n, func(order []int) {
			orders++
			for task := range g.Tasks() {
				for _, o := range order {
					if slices.Contains(g.Leads(task), o) {
						want[o]++
						break
					}
				}
			}
		})
		for _, c := range sets.ShapleyCov {
			o, _ := g.OrganizationIndex(c.Organization)
			if math.Abs(c.Tasks-want[o]/orders) > 1e-9 || sets.Led > 0 && math.Abs(*c.Percent-100*c.Tasks/float64(sets.Led)) > 1e-9 {
				t.Errorf("%s: got %+v, want %v", c.Organization, c, want[o]/orders)
			}
		}
		if all := slices.Concat(sets.Organizations, sets.Others); len(all) != n {
			t.Errorf("%v and %v are not all organizations", sets.Organizations, sets.Others)
		}
		for _, id := range sets.Others {
			if o, _ := g.OrganizationIndex(id); len(g.Led(o))+len(g.Supported(o)) > 0 {
				t.Errorf("%s has a part, but is left out", id)
			}
		}
	})
}

// eachOrder calls f with every order of n numbers.
func eachOrder(n int, f func(order []int)) {
	var extend func(order []int)
	extend = func(order []int) {
		if len(order) == n {
			f(order)
		}
		for o := range n {
			if !slices.Contains(order, o) {
				extend(append(order, o))
			}
		}
	}
	extend(nil)
}

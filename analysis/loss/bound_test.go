package loss

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// TestLossBoundsHoldTheExactFigure compares searches with the enumeration:
// without a limit they agree, and cut short their bounds hold the figure.
func TestLossBoundsHoldTheExactFigure(t *testing.T) {
	open := 0
	eachCrowded(t, 300, func(t *testing.T, g *graph.Graph) {
		orgs := participants(g)
		for _, inForce := range rules.EveryRules(rules.InForce(g, rules.Options{}).Rules) {
			r := newLossReading(g, flow.Graphs(g), inForce, orgs)
			c := boundChecker{slowChecker{t, g, slowLosses(g, inForce), rules.OrganizationIDs(g, orgs)}, r.set(0)}
			for _, nodes := range []int{1, 5, 1 << 20} {
				r.most = 2
				got := r.set(nodes)
				c.holds(got)
				if nodes == 1<<20 && !got.Exact {
					t.Errorf("%v: not exact without a limit: %+v", inForce, got)
				}
				if !got.Exact {
					open++
				}
			}
		}
	})
	if seeds.All() && open < 500 {
		t.Errorf("only %d searches were cut short; the test shows too little", open)
	}
}

// boundChecker holds bounds to the exact figures.
type boundChecker struct {
	slowChecker
	exact LossSet
}

func (c boundChecker) holds(got LossSet) {
	c.Helper()
	if len(c.orgs) <= 2 {
		return
	}
	for i, w := range got.Worst {
		exact := c.exact.Worst[i]
		c.extreme("lost", w.Size, w.Lost, exact.Lost, func(l slowLoss) int { return l.lost })
		c.extreme("degraded", w.Size, w.Degraded, exact.Degraded, func(l slowLoss) int { return l.degraded })
		c.extreme("broken", w.Size, *w.Broken, *exact.Broken, func(l slowLoss) int { return l.flows })
	}
	flows := len(c.g.Flows())
	c.smallest("any flow", *got.AnyFlow, *c.exact.AnyFlow, func(l slowLoss) bool { return l.flows > 0 })
	c.smallest("every flow", *got.EveryFlow, *c.exact.EveryFlow, func(l slowLoss) bool { return l.flows == flows })
	for i, f := range got.Critical {
		c.smallest(f.Flow, f.CriticalSets, c.exact.Critical[i].CriticalSets, func(l slowLoss) bool { return l.broken[i] })
		if got, exact := f.Enough, c.exact.Critical[i].Enough; (got.Size == nil) != (exact.Size == nil) || exact.Size != nil && !around(*got.Size, *exact.Size) {
			c.Errorf("%s goes on: got %+v, want %+v", f.Flow, got, exact)
		}
		if f.EveryStart != nil {
			c.smallest(f.Flow+" from every start", *f.EveryStart, *c.exact.Critical[i].EveryStart, func(l slowLoss) bool { return l.fails[i] })
		}
	}
	c.missed(*got.Robust, *c.exact.Robust)
	if got, exact := got.TruckFactor, c.exact.TruckFactor; (got.Size == nil) != (exact.Size == nil) || exact.Size != nil && !around(*got.Size, *exact.Size) {
		c.Errorf("truck factor: got %+v, want %+v", got, exact)
	} else if exact.Size != nil && (len(got.Organizations) != got.Size.Upper || c.loss(got.Organizations).lost != got.Lost || 2*got.Lost <= len(c.g.Tasks())) {
		c.Errorf("truck factor %+v: not what its loss does", got)
	}
}

// around reports whether bounds hold an exact figure, and are right about being
// exact.
func around(b, exact Bounds) bool {
	return b.Lower <= exact.Lower && exact.Lower <= b.Upper && b.Exact == (b.Lower == b.Upper)
}

// loss returns what the loss of some IDs does.
func (c slowChecker) loss(ids []string) slowLoss {
	return c.table[slices.IndexFunc(c.table, func(l slowLoss) bool { return slices.Equal(c.ids(l.set), ids) })]
}

func (c boundChecker) extreme(what string, size int, got, exact Extreme, value func(slowLoss) int) {
	c.Helper()
	if !around(got.Bounds, exact.Bounds) {
		c.Errorf("%s with %d: %+v does not hold %+v", what, size, got, exact)
	}
	if got.Lower > 0 && (len(got.Organizations) != size || value(c.loss(got.Organizations)) != got.Lower) {
		c.Errorf("%s with %d: %+v does something else", what, size, got)
	}
}

func (c boundChecker) smallest(what string, got, exact CriticalSets, has func(slowLoss) bool) {
	c.Helper()
	if (got.Size == nil) != (exact.Size == nil) || exact.Size != nil && !around(*got.Size, *exact.Size) {
		c.Errorf("%s: got size %+v, want %+v", what, got.Size, exact.Size)
		return
	}
	if exact.Size != nil && len(got.Sets[0]) != got.Size.Upper || len(got.Sets) != got.Count {
		c.Errorf("%s: got %+v", what, got)
	}
	isGot := func(set []string) bool {
		return slices.ContainsFunc(got.Sets, func(s []string) bool { return slices.Equal(s, set) })
	}
	for _, set := range got.Sets {
		if !has(c.loss(set)) {
			c.Errorf("%s: the loss of %v does not do it", what, set)
		}
	}
	for _, set := range exact.Sets {
		if !isGot(set) && (got.Known == KnowAll || got.Known == KnowSmallest && len(set) == exact.Size.Lower) {
			c.Errorf("%s: got %+v, but not %v", what, got, set)
		}
	}
}

func (c boundChecker) missed(got, exact RobustSet) {
	c.Helper()
	if !around(got.Size, exact.Size) || len(got.Sets) != got.Count {
		c.Errorf("robust: got %+v, want %+v", got, exact)
	}
	for _, set := range got.Sets {
		if l := c.loss(set); l.flows > 0 || len(set) != got.Size.Lower {
			c.Errorf("robust: got %+v, but %v breaks %d flows", got, set, l.flows)
		}
	}
	if got.Complete && (got.Count != exact.Count || !slices.EqualFunc(got.Sets, exact.Sets, slices.Equal)) {
		c.Errorf("robust: got %+v, want %+v", got, exact)
	}
}

// TestLossBeyondEverySet has a chain of 26 tasks, each of an organization of its
// own, with a second organization that may stand in for the first task.
func TestLossBeyondEverySet(t *testing.T) {
	text := "rules any none\n"
	var chain []string
	for i := range 26 {
		text += fmt.Sprintf("t%d: o%d*\n", i, i)
		chain = append(chain, fmt.Sprintf("t%d", i))
	}
	text = strings.Replace(text, "t0: o0*", "t0: o0* spare*", 1)
	text += "flow f from t0 to t25: " + strings.Join(chain, " -> ")
	s := LossSetsOf(graphtext.Graph(t, text), rules.Options{})
	l := s.Readings[0]
	if len(s.Organizations) != 27 || !l.Exact || l.Limits == nil {
		t.Fatalf("got %d organizations, limits %v, exact %v", len(s.Organizations), l.Limits, l.Exact)
	}
	if f := l.Critical[0]; f.Known != KnowAll || f.Count != 26 || !slices.Equal(f.Sets[25], []string{"o0", "spare"}) || *f.Size != Exactly(1) {
		t.Errorf("got critical sets %+v", f)
	}
	if r := l.Robust; r.Size != Exactly(1) || r.Count != 2 || !r.Complete {
		t.Errorf("got %+v, want o0 or spare to be missed", r)
	}
	if f := l.TruckFactor; *f.Size != Exactly(14) || f.Lost != 14 {
		t.Errorf("got truck factor %+v, want 14", f)
	}
	short := LossSetsOf(graphtext.Graph(t, text), rules.Options{LossNodes: 1}).Readings[0]
	if short.Exact || short.Critical[0].Size.Exact || short.Limits.Flow != 1 || len(short.Critical[0].Sets[0]) != short.Critical[0].Size.Upper {
		t.Errorf("got %+v from one node, want bounds", short.Critical[0])
	}
}

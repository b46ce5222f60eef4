package bottleneck

import (
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/exact"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
)

func TestBottlenecksByHand(t *testing.T) {
	b := Bottlenecks(graphtext.Graph(t, `
		1: a*
		2: b* c*
		3: c*
		4: c*
		5:
		flow f from 1 to 4: 1 -> 2 -> 3 -> 4
		flow h from 1 to 2: 1 -report-> 2
		handoffs: 4 -> 5
	`), rules.Options{})
	if b.Handoffs != 4 || b.Unassigned != 1 {
		t.Errorf("got %d handoffs, %d unassigned, want 4 and 1", b.Handoffs, b.Unassigned)
	}
	third := 100.0 / 3
	for i, want := range []Handover{
		{From: "a", To: "b", Handoffs: 0.5, Percent: third / 2},
		{From: "a", To: "c", Handoffs: 0.5, Percent: third / 2},
		{From: "b", To: "c", Handoffs: 0.5, Percent: third / 2},
		{From: "c", To: "c", Handoffs: 1.5, Percent: third * 1.5},
	} {
		got := b.Handovers[i]
		if got.From != want.From || got.To != want.To || got.Handoffs != want.Handoffs || math.Abs(got.Percent-want.Percent) > 1e-9 {
			t.Errorf("got handover %+v, want %+v", got, want)
		}
	}
	c, a, bb := b.Organizations[0], b.Organizations[1], b.Organizations[2]
	if c.Organization != "c" || c.LeadMarks != 3 || *c.LeadMarksPercent != 60 || c.Tasks != 2.5 || *c.Handoffs != (Traffic{In: 1, Within: 1.5, Through: 2.5}) {
		t.Errorf("got first %+v, %+v", c, *c.Handoffs)
	}
	// a and b lead one task each; as much goes through a (1 out) as through b
	// (half in, half out), and neither is between others: the ID decides.
	if a.Organization != "a" || a.Rank != 2 || *a.RankByHandoffs != 2 || bb.Rank != 3 || *bb.RankByHandoffs != 2 {
		t.Errorf("got second %+v, third %+v", a, bb)
	}
	// 1 -> 2 -> 3 -> 4 -> 5: 3 lies on 2 x 2 ways, 2 and 4 on 1 x 3 each.
	for i, want := range []struct {
		task  string
		value float64
	}{{"3", 4}, {"2", 3}, {"4", 3}, {"1", 0}, {"5", 0}} {
		got := b.Tasks[i]
		if got.Task != want.task || got.Betweenness.Value != want.value || *got.Betweenness.Normalized != want.value/12 {
			t.Errorf("got task %+v, want %+v", got, want)
		}
	}
}

func TestBottleneckWithoutHandoffs(t *testing.T) {
	b := Bottlenecks(graphtext.Graph(t, "1: a*\n2: b\n"), rules.Options{})
	for _, o := range b.Organizations {
		if o.Handoffs != nil || o.Betweenness != nil || o.RankByHandoffs != nil || o.RankByBetweenness != nil {
			t.Errorf("%s has figures of handoffs that nobody declared: %+v", o.Organization, o)
		}
	}
	if b.Organizations[0].Organization != "a" || len(b.Tasks) != 0 {
		t.Errorf("got %+v", b)
	}
	if b := Bottlenecks(graphtext.Graph(t, "1: b"), rules.Options{}); b.Organizations[0].LeadMarksPercent != nil {
		t.Errorf("got %v %% of no lead marks", *b.Organizations[0].LeadMarksPercent)
	}
}

// TestHandoffsCountOnce checks that each handoff counts 1 over all pairs, and
// that what organizations hand out is what they take in.
func TestHandoffsCountOnce(t *testing.T) {
	bruteforce.EachRandom(t, bruteforce.Rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		b := Bottlenecks(g, rules.Options{})
		total, in, out, within := 0.0, 0.0, 0.0, 0.0
		for _, h := range b.Handovers {
			total += h.Handoffs
		}
		for _, o := range b.Organizations {
			if o.Handoffs != nil {
				in, out, within = in+o.Handoffs.In, out+o.Handoffs.Out, within+o.Handoffs.Within
			}
		}
		if want := float64(b.Handoffs - b.Unassigned); math.Abs(total-want) > 1e-9 || math.Abs(in-out) > 1e-9 || math.Abs(in+within-want) > 1e-9 {
			t.Errorf("%v handoffs in handovers, %v in, %v out, %v within, want %v", total, in, out, within, want)
		}
	})
}

// TestRankFollowsHandoffsThenBetweenness ties organizations on lead marks.
func TestRankFollowsHandoffsThenBetweenness(t *testing.T) {
	b := Bottlenecks(graphtext.Graph(t, `
		1: a*
		2: b*
		3: c*
		4: d*
		5: e*
		handoffs: 1 -> 3, 2 -> 3 -> 4 -> 5, 5 -> 2
	`), rules.Options{})
	var got []string
	for _, o := range b.Organizations {
		got = append(got, o.Organization)
	}
	// Three handoffs at c, and two each at b, d and e, in the circle c, d, e, b.
	// Ways from a pass c 3 times, d 2 and e 1; from b: c 2, d 1; from c: d 2,
	// e 1; from d: e 2, b 1; from e: b 2, c 1.
	want := map[string]float64{"c": 6, "e": 4, "d": 5, "b": 3, "a": 0}
	for _, o := range b.Organizations {
		if o.Betweenness.Value != want[o.Organization] {
			t.Errorf("%s: got betweenness %v, want %v", o.Organization, o.Betweenness.Value, want[o.Organization])
		}
	}
	if order := strings.Join(got, " "); order != "c d e b a" {
		t.Errorf("got order %s", order)
	}
}

// TestRanksAreExact takes sums that floating point tells apart.
func TestRanksAreExact(t *testing.T) {
	var a, b, less exact.Parts
	a.Add(3, 2)
	a.Add(6, 1)
	b.Add(6, 5)
	less.Add(6, 4)
	if x, y := 2.0/3, 1.0/6; x+y == 5.0/6 {
		t.Fatal("these sums are equal already; take others")
	}
	if a.Nearest() != b.Nearest() {
		t.Errorf("got %v and %v, which are equal", a.Nearest(), b.Nearest())
	}
	got := exact.Ranks([]*big.Rat{less.Exact(), a.Exact(), b.Exact()}, (*big.Rat).Cmp)
	if want := []int{3, 1, 1}; !slices.Equal(got, want) {
		t.Errorf("got ranks %v, want %v", got, want)
	}
}

func TestSettled(t *testing.T) {
	const noise = 1e-13
	got := exact.Settled([]float64{2 + noise, 0, 1e6, 2, noise, 2 - noise, 1e6 + 1e-6, 1e6 + 1, 2 + 1e-6})
	if want := []float64{2 - noise, 0, 1e6, 2 - noise, 0, 2 - noise, 1e6, 1e6 + 1, 2 + 1e-6}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTimedLoads(t *testing.T) {
	g := graphtext.Graph(t, `
		1 timing=daily: a*
		2 timing=daily: a* b* c*
		3 timing=yearly: c*
		4 timing=once: b*
		5 timing=as-needed: d
		6: b* c*
	`)
	b := Bottlenecks(g, rules.Options{})
	loads := map[string]TimedLoad{}
	for _, o := range b.Organizations {
		loads[o.Organization] = *o.TimedLoad
		if o.RankByTimedLoad != nil {
			t.Errorf("%s has a rank by a load that is not known in full", o.Organization)
		}
	}
	third, day := 1.0/3, 365.0/3
	for org, want := range map[string]TimedLoad{
		"a": {PerYear: 365 + day, Weighted: 1 + third},
		"b": {PerYear: day, Weighted: third, Unweighted: 1.5},
		"c": {PerYear: 1 + day, Weighted: 1 + third, Unweighted: 0.5},
		"d": {},
	} {
		got := loads[org]
		if math.Abs(got.PerYear-want.PerYear) > 1e-9 || math.Abs(got.Weighted-want.Weighted) > 1e-9 || got.Unweighted != want.Unweighted {
			t.Errorf("%s: got %+v, want %+v", org, got, want)
		}
	}
	var weights []string
	for _, w := range b.TimingWeights {
		times := "not known"
		if w.PerYear != nil {
			times = fmt.Sprint(*w.PerYear)
		}
		weights = append(weights, fmt.Sprintf("%s %s %d", w.Timing, times, w.Led))
	}
	if got, want := strings.Join(weights, ", "), "daily 365 2, yearly 1 1, once not known 1, unknown not known 1"; got != want {
		t.Errorf("got weights %s, want %s", got, want)
	}
	b = Bottlenecks(g, rules.Options{TimingWeights: map[graph.Timing]float64{graph.Monthly: 12}})
	if o := b.Organizations[0]; o.TimedLoad != nil || o.RankByTimedLoad != nil {
		t.Errorf("got a load without weights: %+v", *o.TimedLoad)
	}
}

// TestRankByTimedLoad ranks where every load is known.
func TestRankByTimedLoad(t *testing.T) {
	b := Bottlenecks(graphtext.Graph(t, `
		1 timing=monthly: a*
		2 timing=daily: b* c*
		3 timing=yearly: a*
		4: d
	`), rules.Options{})
	ranks := map[string]int{}
	for _, o := range b.Organizations {
		ranks[o.Organization] = *o.RankByTimedLoad
	}
	if want := map[string]int{"a": 3, "b": 1, "c": 1, "d": 4}; !maps.Equal(ranks, want) {
		t.Errorf("got ranks %v, want %v", ranks, want)
	}
}

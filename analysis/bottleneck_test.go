package analysis

import (
	"math"
	"strings"
	"testing"

	"tasuki/graph"
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
	`))
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
	b := Bottlenecks(graphtext.Graph(t, "1: a*\n2: b\n"))
	for _, o := range b.Organizations {
		if o.Handoffs != nil || o.Betweenness != nil || o.RankByHandoffs != nil || o.RankByBetweenness != nil {
			t.Errorf("%s has figures of handoffs that nobody declared: %+v", o.Organization, o)
		}
	}
	if b.Organizations[0].Organization != "a" || len(b.Tasks) != 0 {
		t.Errorf("got %+v", b)
	}
	if b := Bottlenecks(graphtext.Graph(t, "1: b")); b.Organizations[0].LeadMarksPercent != nil {
		t.Errorf("got %v %% of no lead marks", *b.Organizations[0].LeadMarksPercent)
	}
}

// TestHandoffsCountOnce checks that each handoff counts 1 over all pairs, and
// that what organizations hand out is what they take in.
func TestHandoffsCountOnce(t *testing.T) {
	eachRandom(t, rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		b := Bottlenecks(g)
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
	`))
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

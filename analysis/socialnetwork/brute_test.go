package socialnetwork_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"tasuki/analysis/socialnetwork"
	"tasuki/graph/eventlog"
	"tasuki/internal/graphtext"
	"tasuki/internal/logtext"
	"tasuki/internal/seeds"
)

const world = `
	rules each none
	1: o0* o1 o2
	2: o1*
`

func randomLog(seed uint64) *logtext.Log {
	r := rand.New(rand.NewPCG(seed, 3))
	l := &logtext.Log{}
	row := int64(0)
	for i := range 1 + r.IntN(6) {
		for range r.IntN(9) {
			row++
			performer := []string{"o0", "o1", "o2", "x", ""}[r.IntN(5)]
			activity := []string{"1", "2", "c", ""}[min(3, r.IntN(8)/2)]
			l.Add(fmt.Sprint("c", i), activity, performer, row, row)
		}
	}
	return l
}

// parties returns the parties of the events of each case that have one, with their
// activities.
func parties(l *logtext.Log, organizations bool) (who, what [][]string) {
	for _, c := range l.List() {
		var p, a []string
		for _, e := range c.Events {
			task := e.Activity != eventlog.Nobody && l.Names().Activities[e.Activity] != "c"
			if e.Performer == eventlog.Nobody || organizations && (!task || l.Names().Performers[e.Performer] == "x") {
				continue
			}
			p = append(p, l.Names().Performers[e.Performer])
			if e.Activity == eventlog.Nobody {
				a = append(a, "")
			} else {
				a = append(a, l.Names().Activities[e.Activity])
			}
		}
		if len(p) > 0 {
			who, what = append(who, p), append(what, a)
		}
	}
	return who, what
}

// measure computes the formulas of the paper as they stand: over all cases, distances and
// positions.
func measure(who [][]string, beta float64, depth, from int, holds func(c, i, n int) int, times func(n int) float64) socialnetwork.Measure {
	m := socialnetwork.Measure{}
	var whole, sum, weighted, caseSum, caseWeighted float64
	for c := range who {
		for n := from; n < len(who[c]) && n <= max(depth, from); n++ {
			factor := math.Pow(beta, float64(n-from))
			count := 0
			for i := 0; i+n < len(who[c]); i++ {
				count += holds(c, i, n)
			}
			if n == from {
				m.Count += count
				whole += float64(len(who[c]) - n)
				if count > 0 {
					m.Cases++
				}
			}
			if n > depth {
				continue
			}
			sum += factor * float64(count)
			weighted += factor * float64(len(who[c])-n) * times(n)
			caseWeighted += factor
			if count > 0 {
				caseSum += factor
			}
		}
	}
	rate := func(part, whole float64) *float64 {
		if whole == 0 {
			return nil
		}
		x := part / whole
		return &x
	}
	m.Rate, m.CaseRate = rate(float64(m.Count), whole), rate(float64(m.Cases), float64(len(who)))
	if beta > 0 {
		m.BetaRate, m.BetaCaseRate = rate(sum, weighted), rate(caseSum, caseWeighted)
	}
	return m
}

func equal(a, b socialnetwork.Measure) bool {
	near := func(x, y *float64) bool { return (x == nil) == (y == nil) && (x == nil || math.Abs(*x-*y) < 1e-12) }
	return a.Count == b.Count && a.Cases == b.Cases && near(a.Rate, b.Rate) && near(a.CaseRate, b.CaseRate) && near(a.BetaRate, b.BetaRate) && near(a.BetaCaseRate, b.BetaCaseRate)
}

// TestMeasuresBruteForce computes each measure from its formula.
func TestMeasuresBruteForce(t *testing.T) {
	g := graphtext.Graph(t, world)
	for seed := range seeds.Each(1500) {
		l := randomLog(seed)
		o := socialnetwork.Options{Beta: []float64{0, 0.5, 1}[seed%3], Depth: 1 + int(seed/3%5), Causal: true}
		r, err := socialnetwork.Compute(g, l, logtext.Map(g, l.Names()), o)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range []socialnetwork.Network{r.Performers, r.Organizations} {
			check(t, seed, l, o, n)
		}
	}
}

func check(t *testing.T, seed uint64, l *logtext.Log, o socialnetwork.Options, n socialnetwork.Network) {
	t.Helper()
	who, what := parties(l, n.By == socialnetwork.Organization)
	depth := o.Depth
	if o.Beta == 0 {
		depth = 1
	}
	follow := activityPairs(l)
	cases := map[string]int{}
	joint := map[[2]string]int{}
	for _, c := range who {
		in := map[string]bool{}
		for _, p := range c {
			in[p] = true
		}
		for p := range in {
			cases[p]++
			for q := range in {
				joint[[2]string{p, q}]++
			}
		}
	}
	pairs := 0
	for p := range cases {
		for q := range cases {
			if p != q && joint[[2]string{p, q}] > 0 {
				pairs++
			}
		}
	}
	if len(n.Pairs) != pairs || n.Cases != len(who) {
		t.Fatalf("seed %d: %d pairs in %d cases, want %d in %d", seed, len(n.Pairs), n.Cases, pairs, len(who))
	}
	for _, x := range n.Pairs {
		handover := func(c, i, n int) int { return one(who[c][i] == x.From && who[c][i+n] == x.To) }
		causal := func(c, i, n int) int {
			a, b := what[c][i], what[c][i+n]
			return one(handover(c, i, n) == 1 && follow[[2]string{a, b}] && !follow[[2]string{b, a}])
		}
		between := func(c, i, n int) (sum int) {
			for j := i + 1; j < i+n; j++ {
				sum += one(who[c][i] == x.From && who[c][i+n] == x.From && who[c][j] == x.To)
			}
			return sum
		}
		plain := func(int) float64 { return 1 }
		if want := measure(who, o.Beta, depth, 1, handover, plain); !equal(x.Handover, want) {
			t.Fatalf("seed %d, %v, %s > %s: handover %+v, want %+v", seed, o, x.From, x.To, x.Handover, want)
		}
		if want := measure(who, o.Beta, depth, 1, causal, plain); !equal(*x.Causal, want) {
			t.Fatalf("seed %d, %v, %s > %s: causal handover %+v, want %+v", seed, o, x.From, x.To, *x.Causal, want)
		}
		if want := measure(who, o.Beta, depth, 2, between, func(n int) float64 { return float64(n - 1) }); !equal(x.Subcontracting, want) {
			t.Fatalf("seed %d, %v, %s > %s: subcontracting %+v, want %+v", seed, o, x.From, x.To, x.Subcontracting, want)
		}
		if got, want := *x.Together, float64(joint[[2]string{x.From, x.To}])/float64(cases[x.From]); got != want {
			t.Fatalf("seed %d, %s with %s: %v together, want %v", seed, x.From, x.To, got, want)
		}
	}
	chains(t, seed, who, n)
}

// chains counts handing over to oneself, returns and ping-pong.
func chains(t *testing.T, seed uint64, who [][]string, n socialnetwork.Network) {
	t.Helper()
	got := [...]int{n.Handover.Self.Part, n.Handover.Self.Whole, n.Returns.Part, n.Returns.Whole, n.PingPong.Part, n.PingPong.Whole, 0, 0}
	var want [8]int
	for _, c := range who {
		for i := range c {
			if i+1 < len(c) {
				want[0] += one(c[i] == c[i+1])
				want[1]++
			}
			if i+2 < len(c) {
				want[2] += one(c[i] == c[i+2] && c[i] != c[i+1])
				want[3]++
			}
			if i+3 < len(c) {
				want[4] += one(c[i] == c[i+2] && c[i+1] == c[i+3] && c[i] != c[i+1])
				want[5]++
			}
		}
	}
	want[6], want[7] = want[0], want[4]
	for _, p := range n.Parties {
		got[6] += p.Self
	}
	for _, p := range n.Pairs {
		got[7] += p.PingPongs
	}
	if got != want {
		t.Fatalf("seed %d: %v of oneself, returns, ping-pong, by party and pair, want %v", seed, got, want)
	}
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

func activityPairs(l *logtext.Log) map[[2]string]bool {
	follow := map[[2]string]bool{}
	for _, c := range l.List() {
		before := ""
		for _, e := range c.Events {
			if e.Activity == eventlog.Nobody {
				continue
			}
			now := l.Names().Activities[e.Activity]
			if before != "" {
				follow[[2]string{before, now}] = true
			}
			before = now
		}
	}
	return follow
}

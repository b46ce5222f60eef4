package criticality

import (
	"math"
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// slowImpacts are the impacts of the loss of an organization, by flow.
func slowImpacts(g *graph.Graph, inForce rules.Rules, org int) []float64 {
	var list []float64
	for _, p := range flow.Graphs(g) {
		n := 0
		for _, task := range p.Index {
			if bruteforce.TaskOutcome(g, inForce, task, org) == rules.Lost {
				n++
			}
		}
		impact := float64(n) / float64(len(p.Index))
		if bruteforce.FlowOutcome(g, p, inForce, org) == rules.Lost {
			impact = 1
		}
		list = append(list, impact)
	}
	return list
}

// slowScores returns the score of an organization for every way to declare what
// is not declared: the largest over flows of impact x difficulty x weight.
func slowScores(o graph.Organization, flows []graph.Flow, impacts []float64) []float64 {
	difficulties := map[graph.Substitutability][]float64{
		graph.NotSubstitutable: {1}, graph.HighlyComplex: {2. / 3}, graph.MediumComplexity: {1. / 3}, graph.EasilySubstitutable: {0},
		graph.NotAssessed: {0, 1. / 3, 2. / 3, 1}, "": {0, 1. / 3, 2. / 3, 1},
	}
	weights := map[graph.Tier][]float64{graph.Critical: {1}, graph.Important: {2. / 3}, graph.Other: {1. / 3}, "": {1. / 3, 2. / 3, 1}}
	var scores []float64
	for _, difficulty := range difficulties[o.Substitutability] {
		best := []float64{0}
		for i, f := range flows {
			var longer []float64
			for _, b := range best {
				for _, weight := range weights[f.Tier] {
					longer = append(longer, max(b, impacts[i]*difficulty*weight))
				}
			}
			best = longer
		}
		scores = append(scores, best...)
	}
	return scores
}

func TestCriticalityBruteForce(t *testing.T) {
	open, certain, moved, checked := 0, 0, 0, 0
	for seed := seeds.First(); checked < seeds.Count(1050); seed++ {
		d := withDeclarations(bruteforce.RandomDataset(seed, bruteforce.Shape{Tasks: 6, Orgs: 3, Flows: 2, FlowTasks: 5, Handoffs: 9, Uncertain: 0.2}), seed)
		if seed%2 == 1 {
			d = bruteforce.WithBranches(d, seed)
		}
		var readings []*graph.Graph
		for _, r := range append([]graph.Dataset{d}, bruteforce.AllReadings(d)...) {
			g, err := graph.New(r)
			if err != nil {
				t.Fatal(err)
			}
			readings = append(readings, g)
		}
		if len(readings) == 1 {
			continue
		}
		checked++
		g := readings[0]
		got := Criticalities(g, rules.Options{})
		checkFirst(t, got)
		clients := 0
		for _, o := range g.Organizations() {
			if o.Kind == graph.Client {
				clients++
			}
		}
		if len(got.Organizations)+clients != len(g.Organizations()) {
			t.Errorf("%d organizations of %d, %d clients", len(got.Organizations), len(g.Organizations()), clients)
		}
		for _, o := range got.Organizations {
			org, _ := g.OrganizationIndex(o.Organization)
			now := scoresOver(readings[:1], got.Rules, org)
			all := scoresOver(readings[1:], got.Rules, org)
			if !close(o.Score, now) || !close(o.Readings, all) || !o.Exact {
				t.Errorf("%s: got %+v, readings %+v, want %+v, %+v", o.Organization, o.Score, o.Readings, now, all)
			}
			if o.Score.Low < o.Score.High {
				open++
			} else if o.Score.Low > 0 {
				certain++
			}
			if o.Readings != o.Score {
				moved++
			}
			checkFactors(t, o)
		}
		if t.Failed() {
			t.Fatalf("seed %d:\n%+v\n%+v", seed, d, got)
		}
	}
	if seeds.All() && (open < 300 || certain < 300 || moved < 150) {
		t.Errorf("%d scores open, %d certain, %d depend on readings; the test shows too little", open, certain, moved)
	}
}

// scoresOver returns the least and the greatest score over readings and all
// declarations.
func scoresOver(readings []*graph.Graph, inForce rules.Rules, org int) rules.Interval {
	all := rules.Interval{Low: math.Inf(1), High: math.Inf(-1)}
	for _, g := range readings {
		for _, x := range slowScores(g.Organizations()[org], g.Flows(), slowImpacts(g, inForce, org)) {
			all.Low, all.High = min(all.Low, x), max(all.High, x)
		}
	}
	return all
}

func close(a, b rules.Interval) bool {
	return math.Abs(a.Low-b.Low) < 1e-12 && math.Abs(a.High-b.High) < 1e-12
}

// checkFactors checks that the factors shown give the score shown.
func checkFactors(t *testing.T, o OrganizationCriticality) {
	t.Helper()
	want := rules.Interval{}
	lowest, highest := "", ""
	for _, f := range o.Flows {
		score := rules.Interval{Low: f.Impact.Value * o.Difficulty.Low * f.Weight.Low, High: f.Impact.Value * o.Difficulty.High * f.Weight.High}
		if !close(f.Score, score) {
			t.Errorf("%s in %s: score %+v, but the factors give %+v", o.Organization, f.Flow, f.Score, score)
		}
		if f.Score.Low > want.Low {
			want.Low, lowest = f.Score.Low, f.Flow
		}
		if f.Score.High > want.High {
			want.High, highest = f.Score.High, f.Flow
		}
	}
	if want != o.Score || lowest != o.LowFlow || highest != o.HighFlow {
		t.Errorf("%s: %+v by %s, %s, but its flows give %+v by %s, %s", o.Organization, o.Score, o.LowFlow, o.HighFlow, want, lowest, highest)
	}
}

// checkFirst checks that no organization but those named can be the first.
func checkFirst(t *testing.T, c Criticality) {
	t.Helper()
	lowest := 0.0
	for _, o := range c.Organizations {
		lowest = max(lowest, o.Score.Low)
	}
	for _, o := range c.Organizations {
		if want := o.Score.High > 0 && o.Score.High >= lowest; slices.Contains(c.First, o.Organization) != want {
			t.Errorf("%s: may be first: %v, but %v says otherwise", o.Organization, want, c.First)
		}
	}
}

func TestCriticalityByHand(t *testing.T) {
	g := graphtext.Graph(t, `
		rules any none
		org a vendor subst=highly-complex
		org b vendor subst=not-assessed
		org c vendor
		org d vendor subst=easily-substitutable
		1: a*
		2: b*
		3: c* a*
		4: d*
		flow f tier=important from 1 to 4: 1 -> 2 -> 4, 1 -> 3 -> 4
		flow h from 2 to 3: 2 -> 3
	`)
	got := Criticalities(g, rules.Options{})
	var ids []string
	for _, o := range got.Organizations {
		ids = append(ids, o.Organization)
	}
	// b breaks h, of unknown tier, and loses 1 of 4 tasks of f; a breaks f.
	if !slices.Equal(ids, []string{"b", "a", "c", "d"}) {
		t.Fatalf("got %v", ids)
	}
	b, a, c, d := got.Organizations[0], got.Organizations[1], got.Organizations[2], got.Organizations[3]
	if b.Score != (rules.Interval{Low: 0, High: 1}) || b.HighFlow != "h" || b.LowFlow != "" || b.Flows[0].Impact.Value != 0.25 {
		t.Errorf("b: got %+v", b)
	}
	if a.Score != (rules.Interval{Low: 4. / 9, High: 4. / 9}) || a.LowFlow != "f" || !a.Flows[0].Broken || !slices.Equal(a.Flows[0].Lost, []string{"1"}) {
		t.Errorf("a: got %+v", a)
	}
	if len(c.Flows) != 0 || c.Score != (rules.Interval{}) || d.Score != (rules.Interval{}) || len(d.Flows) != 1 {
		t.Errorf("c, d: got %+v, %+v", c, d)
	}
	if !slices.Equal(got.NotAssessed, []string{"b"}) || len(got.UndeclaredSubstitutability) != 0 || !slices.Equal(got.UndeclaredTiers, []string{"h"}) {
		t.Errorf("got %+v", got)
	}
	scale := rules.CriticalityScale{Tiers: rules.TierWeights{Critical: 5, Important: 5, Other: 1}, Difficulty: rules.DifficultyWeights{NotSubstitutable: 4, HighlyComplex: 3, MediumComplexity: 2, EasilySubstitutable: 1}}
	if a := Criticalities(g, rules.Options{Criticality: scale}).Organizations[1]; a.Organization != "a" || a.Score.Low != 0.75 {
		t.Errorf("with another scale: got %+v", a)
	}
	if none := Criticalities(graphtext.Graph(t, "1: a*"), rules.Options{}); len(none.Organizations) != 0 || none.Declared {
		t.Errorf("without flows: got %+v", none)
	}
}

package criticality

import (
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/analysis/placement"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// withDeclarations gives organizations and flows what criticality rests on, and
// leaves some of it out.
func withDeclarations(d graph.Dataset, seed uint64) graph.Dataset {
	d = bruteforce.WithParties(d, seed)
	r := rand.New(rand.NewPCG(seed, 3))
	pick := func(words []string) string {
		if r.IntN(3) == 0 {
			return ""
		}
		return words[r.IntN(len(words))]
	}
	for i := range d.Organizations {
		d.Organizations[i].Substitutability = graph.Substitutability(pick(graph.Words("substitutability")))
		if r.IntN(2) == 0 {
			d.Organizations[i].Kind = graph.Vendor
		}
	}
	for i := range d.Flows {
		d.Flows[i].Tier = graph.Tier(pick(graph.Words("tier")))
	}
	return d
}

// completions returns every way to declare what a dataset leaves out, or none
// when there are more than 200.
func completions(d graph.Dataset) []graph.Dataset {
	list := []graph.Dataset{d}
	extend := func(words []string, set func(d *graph.Dataset, word string)) {
		var longer []graph.Dataset
		for _, x := range list {
			for _, w := range words {
				y := x
				y.Organizations, y.Flows = slices.Clone(x.Organizations), slices.Clone(x.Flows)
				set(&y, w)
				longer = append(longer, y)
			}
		}
		if list = longer; len(list) > 200 {
			list = nil
		}
	}
	for i, o := range d.Organizations {
		if o.Kind == "" {
			extend(graph.Words("kind"), func(d *graph.Dataset, w string) { d.Organizations[i].Kind = graph.Kind(w) })
		}
		if o.Substitutability == "" || o.Substitutability == graph.NotAssessed {
			extend(graph.Words("substitutability")[:4], func(d *graph.Dataset, w string) {
				d.Organizations[i].Substitutability = graph.Substitutability(w)
			})
		}
	}
	for i, f := range d.Flows {
		if f.Tier == "" {
			extend(graph.Words("tier"), func(d *graph.Dataset, w string) { d.Flows[i].Tier = graph.Tier(w) })
		}
	}
	return list
}

// slowTriggers answers both questions for a dataset that declares everything.
func slowTriggers(d graph.Dataset) (hard, multiple bool) {
	arrangements := map[string]int{}
	parent := map[string]string{}
	for _, o := range d.Organizations {
		parent[o.ID] = o.Parent
	}
	for _, o := range d.Organizations {
		for _, f := range d.Flows {
			leads := slices.ContainsFunc(d.Assignments, func(a graph.Assignment) bool {
				return a.Organization == o.ID && a.Role == graph.Lead && slices.Contains(graph.FlowTasks(f), a.Task)
			})
			if !leads || o.Kind == graph.Client || f.Tier == graph.Other {
				continue
			}
			hard = hard || o.Substitutability != graph.EasilySubstitutable
			top := o.ID
			for parent[top] != "" {
				top = parent[top]
			}
			arrangements[top]++
			multiple = multiple || arrangements[top] > 1
		}
	}
	return hard, multiple
}

func TestProviderTriggersBruteForce(t *testing.T) {
	seen, depends, checked := map[Answer]int{}, 0, 0
	s := bruteforce.Small
	s.Orgs, s.Tasks, s.FlowTasks, s.Handoffs = 3, 5, 3, 6
	for seed := seeds.First(); checked < seeds.Count(1050); seed++ {
		d := withDeclarations(bruteforce.RandomDataset(seed, s), seed)
		complete, readings := completions(d), bruteforce.AllReadings(d)
		if len(complete) == 0 || len(readings) == 0 {
			continue
		}
		checked++
		var hard, multiple []bool
		for _, c := range complete {
			a, b := slowTriggers(c)
			hard, multiple = append(hard, a), append(multiple, b)
		}
		got := triggersOf(t, d)
		for _, x := range []struct {
			name string
			got  Trigger
			all  []bool
			of   func(ProviderTriggers) Trigger
		}{
			{"a", got.HardToSubstitute, hard, func(p ProviderTriggers) Trigger { return p.HardToSubstitute }},
			{"b", got.MultipleArrangements, multiple, func(p ProviderTriggers) Trigger { return p.MultipleArrangements }},
		} {
			want := Unknown
			if !slices.Contains(x.all, false) {
				want = Yes
			} else if !slices.Contains(x.all, true) {
				want = No
			}
			if x.got.Answer != want {
				t.Errorf("(%s): got %s, want %s", x.name, x.got.Answer, want)
			}
			seen[want]++
			if checkTriggerReadings(t, d, x.got, readings, x.of) == placement.Depends {
				depends++
			}
			checkDeclare(t, d, x.got, x.of)
		}
		if t.Failed() {
			t.Fatalf("seed %d:\n%+v\n%+v", seed, d, got)
		}
	}
	if seeds.All() && (seen[Yes] < 100 || seen[No] < 100 || seen[Unknown] < 100 || depends < 20) {
		t.Errorf("answers %v, %d depend on readings; the test shows too little", seen, depends)
	}
}

func triggersOf(t *testing.T, d graph.Dataset) ProviderTriggers {
	t.Helper()
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return ProviderTriggersOf(g)
}

// checkTriggerReadings compares an answer with that in every reading.
func checkTriggerReadings(t *testing.T, d graph.Dataset, got Trigger, readings []graph.Dataset, of func(ProviderTriggers) Trigger) placement.Certainty {
	t.Helper()
	want := placement.Holds
	for _, r := range readings {
		if of(triggersOf(t, r)).Answer != got.Answer {
			want = placement.Depends
		}
	}
	if got.Certainty != want || (want == placement.Depends) != (len(got.Counter) > 0) {
		t.Errorf("got %s with %v, want %s", got.Certainty, got.Counter, want)
	}
	if want == placement.Depends && of(triggersOf(t, bruteforce.ApplyMoves(t, d, got.Counter))).Answer == got.Answer {
		t.Errorf("%v does not change the answer", got.Counter)
	}
	return want
}

// checkDeclare checks that declaring what is asked for leaves no case unknown.
func checkDeclare(t *testing.T, d graph.Dataset, got Trigger, of func(ProviderTriggers) Trigger) {
	t.Helper()
	d.Organizations, d.Flows = slices.Clone(d.Organizations), slices.Clone(d.Flows)
	for i, o := range d.Organizations {
		if slices.Contains(got.Declare.Kinds, o.ID) {
			d.Organizations[i].Kind = graph.Vendor
		}
		if slices.Contains(got.Declare.Substitutability, o.ID) {
			d.Organizations[i].Substitutability = graph.EasilySubstitutable
		}
	}
	for i, f := range d.Flows {
		if slices.Contains(got.Declare.Tiers, f.ID) {
			d.Flows[i].Tier = graph.Important
		}
	}
	if after := of(triggersOf(t, d)); after.Answer == Unknown {
		t.Errorf("declaring %+v leaves %+v", got.Declare, after)
	}
}

func TestProviderTriggersByHand(t *testing.T) {
	const text = `
		org cl client subst=not-substitutable
		org a vendor subst=easily-substitutable < top
		org b incumbent subst=medium-complexity < top
		org c vendor
		1: a* cl*
		2: b*
		3: c*
		4: c*
		flow f tier=critical from 1 to 2: 1 -> 2
		flow h from 3 to 4: 3 -> 4
		flow o tier=other from 2 to 3: 2 -> 3
	`
	got := ProviderTriggersOf(graphtext.Graph(t, text))
	a, b := got.HardToSubstitute, got.MultipleArrangements
	if a.Answer != Yes || len(a.Cases) != 2 || a.Cases[0].Arrangements[0].Provider != "b" || a.Cases[1].Answer != Unknown ||
		!slices.Equal(a.Declare.Tiers, []string{"h"}) || !slices.Equal(a.Declare.Substitutability, []string{"c"}) {
		t.Errorf("(a): got %+v", a)
	}
	if b.Answer != Yes || len(b.Cases) != 1 || b.Cases[0].Group != "top" || len(b.Cases[0].Arrangements) != 2 {
		t.Errorf("(b): got %+v", b)
	}
	for text, want := range map[string]Answer{"": Unknown, "org a vendor\n1: a*": Unknown, "org a client\n1: a*\n2: a*\nflow f from 1 to 2: 1 -> 2": No} {
		got := ProviderTriggersOf(graphtext.Graph(t, text))
		if got.HardToSubstitute.Answer != want || got.MultipleArrangements.Answer != want {
			t.Errorf("%q: got %+v, want %s", text, got, want)
		}
	}
}

func TestProviderTriggersShowTheFewestMoves(t *testing.T) {
	g := graphtext.Graph(t, `
		org cl client
		org v vendor
		1: cl*?v
		2: cl*?v
		3: cl*?v
		flow f tier=critical from 1 to 3: 1 -> 3
		flow h tier=important from 2 to 3: 2 -> 3
	`)
	// Tasks 1 and 2 read as v's make two arrangements; so does 3 alone.
	got := ProviderTriggersOf(g).MultipleArrangements
	if want := []placement.Move{{Task: "3", Role: graph.Lead, From: "cl", To: "v"}}; got.Answer != No || got.Certainty != placement.Depends || !slices.Equal(got.Counter, want) {
		t.Errorf("got %+v, want the one move %+v", got, want)
	}
}

package analysis

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/certainty"
	"tasuki/analysis/concentration"
	"tasuki/analysis/escalation"
	"tasuki/analysis/findings"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// TestSameFactsSameBytes shuffles every list of a dataset.
func TestSameFactsSameBytes(t *testing.T) {
	for seed := range seeds.Each(40) {
		d := bruteforce.RandomDataset(seed, bruteforce.Shape{Tasks: 30, Orgs: 6, Flows: 4, FlowTasks: 12, Handoffs: 25, Uncertain: 0.1})
		r := rand.New(rand.NewPCG(seed, 2))
		want := reviewJSON(t, d)
		for range 3 {
			if got := reviewJSON(t, shuffled(r, d)); !bytes.Equal(got, want) {
				t.Fatalf("seed %d: the order of the input changes the review", seed)
			}
		}
	}
}

func reviewJSON(t *testing.T, d graph.Dataset) []byte {
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(Analyze(g, rules.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func shuffled(r *rand.Rand, d graph.Dataset) graph.Dataset {
	d.Organizations, d.Tasks, d.Assignments, d.Flows = mixed(r, d.Organizations), mixed(r, d.Tasks), mixed(r, d.Assignments), mixed(r, d.Flows)
	for i := range d.Assignments {
		d.Assignments[i].Alternatives = mixed(r, d.Assignments[i].Alternatives)
	}
	for i := range d.Flows {
		f := &d.Flows[i]
		f.Start, f.Goal, f.Handoffs = mixed(r, f.Start), mixed(r, f.Goal), mixed(r, f.Handoffs)
	}
	return d
}

func mixed[T any](r *rand.Rand, list []T) []T {
	list = slices.Clone(list)
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// TestListsAreNeverNull holds results to what doc.go says of empty lists.
func TestListsAreNeverNull(t *testing.T) {
	for _, text := range []string{"", "1:", bruteforce.Diamond, "1: a*?b\nflow f from 1 to 1:"} {
		r := Analyze(graphtext.Graph(t, text), rules.Options{})
		noNilList(t, reflect.ValueOf(r), "review")
	}
}

func noNilList(t *testing.T, v reflect.Value, at string) {
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			t.Errorf("%s is nil", at)
		}
		for i := range v.Len() {
			noNilList(t, v.Index(i), fmt.Sprintf("%s[%d]", at, i))
		}
	case reflect.Struct:
		if v.Type().PkgPath() != reflect.TypeFor[findings.Review]().PkgPath() {
			return
		}
		for i := range v.NumField() {
			noNilList(t, v.Field(i), at+"."+v.Type().Field(i).Name)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			noNilList(t, v.Elem(), at)
		}
	}
}

func TestHeadlines(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{bruteforce.Diamond, "bottleneck flow-stopped-by-organization take-over"},
		{"1: a*\n2: b\n", "bottleneck task-without-lead take-over"},
		{"1: a*\n", "bottleneck take-over no-flows"},
		{"", "no-flows"},
	} {
		var got []string
		for _, h := range Analyze(graphtext.Graph(t, test.text), rules.Options{}).Headlines {
			got = append(got, h.Rule)
			if len(h.Message) == 0 {
				t.Errorf("%s: it says nothing", h.Rule)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: got %v, want %s", test.text, got, test.want)
		}
	}
}

func BenchmarkAnalysis(b *testing.B) {
	for _, s := range []bruteforce.Shape{
		{Tasks: 250, Orgs: 9, Flows: 13, FlowTasks: 20, Handoffs: 25, Uncertain: 0.08},
		{Tasks: 5000, Orgs: 50, Flows: 100, FlowTasks: 60, Handoffs: 250, Uncertain: 0.02},
	} {
		g := bruteforce.BenchmarkGraph(b, s)
		for _, x := range []struct {
			name string
			run  func()
		}{
			{"Concentrations", func() { concentration.Concentrations(g) }},
			{"Losses", func() { loss.Losses(g, rules.Options{}) }},
			{"SPOFs", func() { spof.SPOFs(g, rules.Options{}) }},
			{"Bottlenecks", func() { bottleneck.Bottlenecks(g, rules.Options{}) }},
			{"Structure", func() { spof.StructureOf(g) }},
			{"Certainties", func() { certainty.CertaintiesOf(g, rules.Options{}) }},
			{"Escalations", func() { _, _ = escalation.Escalations(g, "f0", escalation.EscalationOptions{}) }},
			{"Analyze", func() { Analyze(g, rules.Options{}) }},
		} {
			b.Run(fmt.Sprintf("%s/%d", x.name, s.Tasks), func(b *testing.B) {
				for b.Loop() {
					x.run()
				}
			})
		}
	}
}

// BenchmarkCertainties runs on a matrix whose lead marks are read in too many
// ways to be counted.
func BenchmarkCertainties(b *testing.B) {
	shape := bruteforce.Shape{Tasks: 245, Orgs: 20, Flows: 13, FlowTasks: 20, Handoffs: 25}
	var shapes []bruteforce.Shape
	for _, uncertain := range []float64{0.05, 0.14, 0.5} {
		shape.Uncertain = uncertain
		shapes = append(shapes, shape)
	}
	for _, shape := range append(shapes, bruteforce.Shape{Tasks: 700, Orgs: 100, Flows: 13, FlowTasks: 60, Handoffs: 150, Uncertain: 0.5}) {
		g := bruteforce.BenchmarkGraph(b, shape)
		c := certainty.CertaintiesOf(g, rules.Options{})
		b.Run(fmt.Sprintf("%dmarks", len(c.Marks)), func(b *testing.B) {
			for b.Loop() {
				certainty.CertaintiesOf(g, rules.Options{})
			}
		})
	}
}

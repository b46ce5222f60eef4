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

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// TestSameFactsSameBytes shuffles every list of a dataset.
func TestSameFactsSameBytes(t *testing.T) {
	for seed := range uint64(40) {
		d := randomDataset(seed, shape{tasks: 30, orgs: 6, flows: 4, flowTasks: 12, handoffs: 25, uncertain: 0.1})
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
	b, err := json.Marshal(Analyze(g, Options{}))
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
	for _, text := range []string{"", "1:", diamond, "1: a*?b\nflow f from 1 to 1:"} {
		r := Analyze(graphtext.Graph(t, text), Options{})
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
		if v.Type().PkgPath() != reflect.TypeFor[Review]().PkgPath() {
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
		{diamond, "bottleneck flow-stopped-by-organization concentration"},
		{"1: a*\n2: b\n", "bottleneck task-without-lead concentration"},
		{"1: a*\n", "bottleneck concentration no-flows"},
		{"", "no-flows"},
	} {
		var got []string
		for _, h := range Analyze(graphtext.Graph(t, test.text), Options{}).Headlines {
			got = append(got, h.Rule)
			if ja, en := h.Message.In(graph.Japanese), h.Message.In(graph.English); ja == "" || en == "" || strings.Contains(ja+en, "%!") {
				t.Errorf("%s: message %+v", h.Rule, h.Message)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: got %v, want %s", test.text, got, test.want)
		}
	}
}

// TestHeadlineSaysWhatItDependsOn reads the sentence itself.
func TestHeadlineSaysWhatItDependsOn(t *testing.T) {
	h := Analyze(graphtext.Graph(t, "org ops vendor \"Operations\"\n1: ops*\n2: ops*?b\n3: b*\n"), Options{}).Headlines[0]
	const want = "Operations (ops) leads 2 of 3 lead marks (66.7 %), more than any other organization; " +
		"it is first by lead marks as read, but not in every reading of the uncertain mark (tasks 2) (1 to 2 lead marks, by reading); it is among the first in 50.0 % of all readings"
	if h.Message.In(graph.English) != want || h.Certainty != Depends {
		t.Errorf("got %s, %q, want %q", h.Certainty, h.Message.In(graph.English), want)
	}
}

func benchmarkGraph(b testing.TB, s shape) *graph.Graph {
	g, err := graph.New(randomDataset(1, s))
	if err != nil {
		b.Fatal(err)
	}
	return g
}

func BenchmarkAnalysis(b *testing.B) {
	for _, s := range []shape{
		{tasks: 250, orgs: 9, flows: 13, flowTasks: 20, handoffs: 25, uncertain: 0.08},
		{tasks: 5000, orgs: 50, flows: 100, flowTasks: 60, handoffs: 250, uncertain: 0.02},
	} {
		g := benchmarkGraph(b, s)
		for _, x := range []struct {
			name string
			run  func()
		}{
			{"Concentrations", func() { Concentrations(g) }},
			{"Losses", func() { Losses(g, Options{}) }},
			{"SPOFs", func() { SPOFs(g, Options{}) }},
			{"Bottlenecks", func() { Bottlenecks(g, Options{}) }},
			{"Structure", func() { StructureOf(g) }},
			{"Certainties", func() { CertaintiesOf(g, Options{}) }},
			{"Escalations", func() { _, _ = Escalations(g, "f0", EscalationOptions{}) }},
			{"Analyze", func() { Analyze(g, Options{}) }},
		} {
			b.Run(fmt.Sprintf("%s/%d", x.name, s.tasks), func(b *testing.B) {
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
	for _, uncertain := range []float64{0.05, 0.14, 0.5} {
		g := benchmarkGraph(b, shape{tasks: 245, orgs: 20, flows: 13, flowTasks: 20, handoffs: 25, uncertain: uncertain})
		c := CertaintiesOf(g, Options{})
		b.Run(fmt.Sprintf("%dmarks", len(c.Marks)), func(b *testing.B) {
			for b.Loop() {
				CertaintiesOf(g, Options{})
			}
		})
	}
}

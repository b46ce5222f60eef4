package bottleneck

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"tasuki/analysis/network"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/storetest"
	"tasuki/internal/graphtext"
)

// standIn is an engine that computes here, but for what it is told to answer.
type standIn struct {
	t      *testing.T
	answer float64 // 0: the right one
	err    error
}

func (standIn) Name() string { return "stand-in" }

func (s standIn) Betweenness(n int, edges [][2]int) ([]float64, error) {
	values, err := network.Betweenness(context.Background(), network.New(n, edges), nil)
	if err != nil {
		s.t.Fatal(err)
	}
	if s.answer != 0 && n > 0 {
		values[0] = s.answer
	}
	slices.Reverse(edges) // whatever it does with them is its own affair
	return values, s.err
}

func (s standIn) Separate(n int, edges [][2]int) (points []int, bridges [][2]int, err error) {
	for _, e := range edges {
		if e[0] >= e[1] {
			s.t.Errorf("the pair %v is not in order", e)
		}
	}
	found := network.Separate(network.New(n, edges))
	for _, p := range slices.Backward(found.Points) {
		points = append(points, p.Vertex)
	}
	for _, b := range slices.Backward(found.Bridges) {
		bridges = append(bridges, b.Ends)
	}
	return points, bridges, nil
}

// TestBottlenecksByAgree compares what an engine is asked for, and what becomes of it,
// with what is computed here.
func TestBottlenecksByAgree(t *testing.T) {
	for seed := range uint64(20) {
		d := storetest.Random(seed, 30)
		if seed%2 == 1 { // every handoff has its minutes
			d.Handoffs = nil
			for i := range d.Flows {
				for j := range d.Flows[i].Handoffs {
					d.Flows[i].Handoffs[j].Minutes = 1 + j%5
				}
			}
		}
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		got, err := BottlenecksBy(standIn{t: t}, g, rules.Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := Bottlenecks(g, rules.Options{})
		want.TaskHandoffs, want.Served = []HandoffLoad{}, got.Served
		for i := range want.Handovers {
			want.Handovers[i].Betweenness = nil
		}
		if a, b := encoded(t, got), encoded(t, want); a != b {
			t.Fatalf("seed %d\n got %s\nwant %s", seed, a, b)
		}
	}
}

// encoded returns a result as JSON, its fractions to 11 digits.
func encoded(t *testing.T, b Bottleneck) string {
	t.Helper()
	data, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	data, err = json.Marshal(rounded(v))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func rounded(v any) any {
	switch v := v.(type) {
	case float64:
		return math.Round(v*1e8) / 1e8
	case []any:
		for i := range v {
			v[i] = rounded(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = rounded(v[k])
		}
	}
	return v
}

// TestBottlenecksByBound has more shortest ways than an engine counts.
func TestBottlenecksByBound(t *testing.T) {
	var d graph.Dataset
	task := func(i int) string { return fmt.Sprint(i + 1) }
	for i := range 40 {
		for k := range 3 {
			d.Handoffs = append(d.Handoffs, graph.Handoff{From: task(4 * i), To: task(4*i + 1 + k)}, graph.Handoff{From: task(4*i + 1 + k), To: task(4*i + 4)})
		}
	}
	for i := range 161 {
		d.Tasks = append(d.Tasks, graph.Task{ID: task(i), Name: graph.Name{EN: "Task"}})
	}
	for i := range d.Handoffs {
		d.Handoffs[i].Kind = graph.Sequence
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := BottlenecksBy(standIn{t: t}, g, rules.Options{}); !errors.Is(err, ErrBeyond) {
		t.Errorf("3^40 ways: %v", err)
	}
}

func TestBottlenecksByEngine(t *testing.T) {
	g := graphtext.Graph(t, `
		1: a*
		2: b*
		3: c*


		flow f from 1 to 3: 1 -> 2 -> 3
	`)
	b, err := BottlenecksBy(standIn{t: t}, g, rules.Options{BetweennessError: 0.1})
	if err != nil {
		t.Fatal(err)
	}
	if s := b.Served; s == nil || s.Engine != "stand-in" || !slices.Equal(s.ArticulationPoints, []string{"2"}) || !slices.Equal(s.Bridges, [][2]string{{"1", "2"}, {"2", "3"}}) {
		t.Errorf("served: %+v", b.Served)
	}
	if b.Estimate != nil || b.Tasks[0].Task != "2" || b.Tasks[0].Betweenness.Value != 1 {
		t.Errorf("tasks: %+v", b.Tasks)
	}
	broken := errors.New("broken")
	for _, c := range []struct {
		by   standIn
		want error
	}{{standIn{t: t, err: broken}, broken}, {standIn{t: t, answer: math.NaN()}, ErrBeyond}, {standIn{t: t, answer: math.Inf(1)}, ErrBeyond}, {standIn{t: t, answer: -1}, ErrBeyond}} {
		if _, err := BottlenecksBy(c.by, g, rules.Options{}); !errors.Is(err, c.want) {
			t.Errorf("%v, want %v", err, c.want)
		}
	}
}

package gds

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/network"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/neo4jstore"
	"tasuki/graph/storetest"
	"tasuki/internal/seeds"
)

func connect(t *testing.T) *neo4jstore.Store {
	t.Helper()
	uri := os.Getenv("TASUKI_NEO4J_URI")
	if uri == "" {
		t.Skip(`no Neo4j: set -a; eval "$(scripts/neo4j start --plugins gds)"; set +a; or run ./scripts/test`)
	}
	address, err := neo4jstore.ParseAddress(uri)
	if err != nil {
		t.Fatal(err)
	}
	login, err := neo4jstore.LoginFrom(os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	s, err := neo4jstore.Open(t.Context(), address, login, neo4jstore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	return s
}

// engine returns the engine of the server that the tests use, or skips the test where it
// has none and was not started to have one.
func engine(ctx context.Context, t *testing.T, memory int64) *Engine {
	t.Helper()
	e, err := Open(ctx, connect(t), memory)
	var none *NoEngine
	if errors.As(err, &none) && os.Getenv("TASUKI_NEO4J_PLUGINS") != "gds" {
		t.Skipf("%v; start one with scripts/neo4j start --plugins gds", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// projections lists the graphs of ours that the server holds.
func projections(t *testing.T, e *Engine) (names []string) {
	t.Helper()
	err := e.store.Ask(t.Context(), `CALL gds.graph.list() YIELD graphName WITH graphName WHERE graphName STARTS WITH "tasuki-" RETURN graphName`, nil,
		func(row []any) { names = append(names, fmt.Sprint(row[0])) })
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(b)) }

func same(a, b *bottleneck.Centrality) bool {
	return (a == nil) == (b == nil) && (a == nil || near(a.Value, b.Value))
}

// compare computes the ranking of a dataset on the server and here.
func compare(t *testing.T, e *Engine, g *graph.Graph) {
	t.Helper()
	got, err := bottleneck.BottlenecksBy(e, g, rules.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := bottleneck.Bottlenecks(g, rules.Options{})
	if len(got.Tasks) != len(want.Tasks) || !slices.Equal(got.Uncounted, want.Uncounted) {
		t.Fatalf("%d tasks, want %d; %v is uncounted, want %v", len(got.Tasks), len(want.Tasks), got.Uncounted, want.Uncounted)
	}
	for i, a := range got.Tasks {
		if b := want.Tasks[i]; a.Task != b.Task || a.Rank != b.Rank || !same(&a.Betweenness, &b.Betweenness) || !same(a.WeightedBetweenness, b.WeightedBetweenness) {
			t.Errorf("place %d of the tasks is %+v, want %+v", i+1, a, b)
		}
	}
	for i, a := range got.Organizations {
		if b := want.Organizations[i]; a.Organization != b.Organization || !same(a.Betweenness, b.Betweenness) || !same(a.WeightedBetweenness, b.WeightedBetweenness) {
			t.Errorf("place %d of the organizations is %+v, want %+v", i+1, a, b)
		}
	}
	var points []string
	var bridges [][2]string
	apart := spof.StructureOf(g)
	for _, p := range apart.ArticulationPoints {
		points = append(points, p.Task)
	}
	for _, b := range apart.Bridges {
		bridges = append(bridges, b.Tasks)
	}
	if !slices.Equal(got.Served.ArticulationPoints, points) || !slices.Equal(got.Served.Bridges, bridges) {
		t.Errorf("got %+v, want %v and %v", got.Served, points, bridges)
	}
}

// TestAgrees compares both engines on the examples and on random datasets.
func TestAgrees(t *testing.T) {
	e := engine(t.Context(), t, 1<<30)
	for _, example := range []string{"pension", "helpdesk"} {
		g, err := files.Open(t.Context(), "../../../examples/"+example, files.Options{})
		if err != nil {
			t.Fatal(err)
		}
		compare(t, e, g)
	}
	for seed := range seeds.Each(60) {
		d := storetest.Random(seed, 40)
		for i := range d.Flows { // lengths, on every other dataset
			for j := range d.Flows[i].Handoffs {
				d.Flows[i].Handoffs[j].Minutes = int(1+(seed+uint64(j))%7) * int(seed%2)
			}
		}
		if seed%2 == 1 {
			d.Handoffs = nil
		}
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, e, g)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if left := projections(t, e); len(left) > 0 {
		t.Errorf("the server still holds %v", left)
	}
}

// TestManyWays has as many shortest ways as an engine is asked to count: 3^39 < 2^62.
func TestManyWays(t *testing.T) {
	e := engine(t.Context(), t, 1<<30)
	var edges [][2]int
	const times = 39
	for i := range times {
		for k := range 3 {
			edges = append(edges, [2]int{4 * i, 4*i + 1 + k}, [2]int{4*i + 1 + k, 4*i + 4})
		}
	}
	got, err := e.Betweenness(4*times+1, edges)
	if err != nil {
		t.Fatal(err)
	}
	want, err := network.Betweenness(t.Context(), network.New(4*times+1, edges), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(got, want, near) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestRefusesWhatIsTooLarge(t *testing.T) {
	e := engine(t.Context(), t, 1<<10)
	_, err := e.Betweenness(3, [][2]int{{0, 1}, {1, 2}})
	var large *TooLarge
	if !errors.As(err, &large) || large.Allowed != 1<<10 || large.Needs <= large.Allowed {
		t.Errorf("%v, want an error that names the memory", err)
	}
}

// TestDropsWhenStopped stops a computation, and has one fail, and expects that the server
// holds no projection.
func TestDropsWhenStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	e := engine(ctx, t, 1<<30)
	edges := [][2]int{{0, 1}, {1, 2}}
	if err := e.on(edges, false, `CALL gds.betweenness.stream($graph, {concurrency: "many"}) YIELD score RETURN score`, func([]any) {}); err == nil {
		t.Error("a computation with settings that there are not succeeded")
	}
	stopped := e.on(edges, false, streamBetweenness, func([]any) { cancel() })
	if stopped == nil {
		stopped = e.on(edges, false, streamBetweenness, func([]any) {})
	}
	e.Close()
	if !errors.Is(stopped, context.Canceled) {
		t.Errorf("stopped: %v", stopped)
	}
	if left := projections(t, engine(t.Context(), t, 0)); len(left) > 0 {
		t.Errorf("the server still holds %v", left)
	}
}

// TestNoEngine asks for a function that no server has: the answer is that of a server
// without the library.
func TestNoEngine(t *testing.T) {
	_, err := open(t.Context(), connect(t), 1<<30, `RETURN nogds.version() AS version`)
	var none *NoEngine
	if !errors.As(err, &none) {
		t.Errorf("%v, want that there is no such library", err)
	}
}

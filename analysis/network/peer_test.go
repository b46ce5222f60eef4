package network

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
)

// weighted is a [view] with lengths.
type weighted struct {
	view
	length map[[2]int64]float64
}

// Weight returns the length of the edge from u to v.
func (w weighted) Weight(u, v int64) (float64, bool) {
	l, ok := w.length[[2]int64{u, v}]
	return l, ok
}

// WeightedEdge returns the edge from u to v, or nil.
func (w weighted) WeightedEdge(u, v int64) graph.WeightedEdge {
	l, ok := w.Weight(u, v)
	if !ok {
		return nil
	}
	return simple.WeightedEdge{F: vertex(u), T: vertex(v), W: l}
}

// TestPeer is how scripts/bench-peers runs this package and gonum's: the file
// named by TASUKI_PEER holds the graph and the program, and gets the seconds and
// the values.
func TestPeer(t *testing.T) {
	name := os.Getenv("TASUKI_PEER")
	if name == "" {
		t.Skip("scripts/bench-peers sets TASUKI_PEER")
	}
	var task struct {
		Program string
		N       int
		Edges   [][2]int
		Lengths []float64 // parallel to Edges, or none

		Seconds float64
		Values  []float64
	}
	data, err := os.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(data, &task)
	}
	if err != nil {
		t.Fatal(err)
	}
	g := New(task.N, task.Edges)
	w := weighted{view{g}, map[[2]int64]float64{}}
	for i, e := range task.Edges[:len(task.Lengths)] {
		w.length[[2]int64{int64(e[0]), int64(e[1])}] = task.Lengths[i]
	}
	var gonums map[int64]float64
	start := time.Now()
	switch {
	case task.Program == "tasuki":
		task.Values, err = Betweenness(t.Context(), g, task.Lengths)
	case task.Lengths == nil:
		gonums = network.Betweenness(w)
	default:
		gonums = network.BetweennessWeighted(w, path.DijkstraAllPaths(w))
	}
	task.Seconds = time.Since(start).Seconds()
	if err != nil {
		t.Fatal(err)
	}
	if gonums != nil {
		task.Values = make([]float64, g.Len())
	}
	for v, x := range gonums {
		task.Values[v] = x
	}
	if data, err = json.Marshal(task); err == nil {
		err = os.WriteFile(name, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

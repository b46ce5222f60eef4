package network

import (
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/flow"

	"tasuki/internal/seeds"
)

// small calls f with random graphs and one or two starts and goals each.
func small(t *testing.T, f func(t *testing.T, g *Graph, starts, goals []int)) {
	t.Helper()
	for seed := range seeds.Each(3000) {
		r := rand.New(rand.NewPCG(seed, 7))
		n := 1 + r.IntN(8)
		g := randomGraph(r, n, r.IntN(5*n))
		ends := func() []int {
			list := []int{r.IntN(n), r.IntN(n)}[:1+r.IntN(2)]
			slices.Sort(list)
			return slices.Compact(list)
		}
		f(t, g, ends(), ends())
		if t.Failed() {
			t.Fatalf("seed %d: %d vertices, edges %v", seed, n, g.Edges())
		}
	}
}

// reach returns what can be reached from vertices without those in removed, a
// set of bits.
func reach(g *Graph, from []int, removed int) []bool {
	reached := make([]bool, g.Len())
	var visit func(v int)
	visit = func(v int) {
		if !reached[v] && removed>>v&1 == 0 {
			reached[v] = true
			for _, w := range g.Next(v) {
				visit(w)
			}
		}
	}
	for _, v := range from {
		visit(v)
	}
	return reached
}

// hasWay reports whether a way from a start to a goal passes no vertex in
// removed.
func hasWay(g *Graph, starts, goals []int, removed int) bool {
	reached := reach(g, starts, removed)
	return slices.ContainsFunc(goals, func(v int) bool { return reached[v] })
}

func TestImmediateDominatorsBruteForce(t *testing.T) {
	small(t, func(t *testing.T, g *Graph, starts, goals []int) {
		checkDominators(t, ImmediateDominators(g, starts), g.Len(), func(v, removed int) bool { return hasWay(g, starts, []int{v}, removed) })
		checkDominators(t, ImmediatePostDominators(g, goals), g.Len(), func(v, removed int) bool { return hasWay(g, []int{v}, goals, removed) })
	})
}

// checkDominators removes every vertex: the dominators of v are those without
// which there is no way, and the immediate one is dominated by all others.
func checkDominators(t *testing.T, got []int, n int, way func(v, removed int) bool) {
	dominates := func(u, v int) bool { return u != v && !way(v, 1<<u) }
	for v := range n {
		want := Unreached
		if way(v, 0) {
			want = Root
			for u := range n {
				if dominates(u, v) && (want < 0 || dominates(want, u)) {
					want = u
				}
			}
		}
		if got[v] != want {
			t.Errorf("vertex %d: got %d, want %d", v, got[v], want)
		}
	}
}

func TestImmediateDominatorsAreGonums(t *testing.T) {
	for seed := range seeds.Each(300) {
		r := rand.New(rand.NewPCG(seed, 0))
		n := 1 + r.IntN(200)
		g := randomGraph(r, n, r.IntN(4*n))
		tree := flow.Dominators(vertex(0), view{g})
		for v, got := range ImmediateDominators(g, []int{0}) {
			want := Root
			if d := tree.DominatorOf(int64(v)); d != nil {
				want = int(d.ID())
			} else if v > 0 {
				want = Unreached
			}
			if got != want {
				t.Fatalf("seed %d, vertex %d: got %d, gonum says %d", seed, v, got, want)
			}
		}
	}
}

func TestDominatorsOfGoals(t *testing.T) {
	g := New(7, [][2]int{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {2, 4}, {5, 1}, {6, 6}})
	for _, test := range []struct{ starts, goals, want []int }{
		{[]int{0}, []int{4}, []int{0, 1, 2, 4}},
		{[]int{0, 5}, []int{4}, []int{1, 2, 4}},
		{[]int{0}, []int{3, 4}, []int{0, 1, 2}},
		{[]int{0}, []int{2, 4, 6}, []int{0, 1, 2}},
		{[]int{0}, []int{6}, nil},
	} {
		if got := Dominators(g, test.starts, test.goals); !slices.Equal(got, test.want) {
			t.Errorf("from %v to %v: got %v, want %v", test.starts, test.goals, got, test.want)
		}
	}
}

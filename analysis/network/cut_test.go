package network

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/internal/seeds"
)

// TestVertexCutBruteForce tries every set of vertices between the ends, and
// every set of ways.
func TestVertexCutBruteForce(t *testing.T) {
	sizes := map[int]int{}
	check := func(t *testing.T, g *Graph, starts, goals []int) {
		ends := 0
		for _, v := range slices.Concat(starts, goals) {
			ends |= 1 << v
		}
		size, smallest := -1, []int{} // sets of bits
		for set := range 1 << g.Len() {
			if set&ends != 0 || hasWay(g, starts, goals, set) {
				continue
			}
			if n := bits.OnesCount(uint(set)); size < 0 || n < size {
				size, smallest = n, []int{set}
			} else if n == size {
				smallest = append(smallest, set)
			}
		}
		got, ok := VertexCut(g, starts, goals)
		if ok != (size >= 0) {
			t.Errorf("got a cut: %t, want size %d", ok, size)
		}
		if !ok {
			return
		}
		sizes[size]++
		checkCut(t, g, starts, goals, got, nearest(g, starts, smallest))
		if most := mostDisjoint(g, starts, goals, ends); most != len(got.Ways) {
			t.Errorf("got %d ways, want %d", len(got.Ways), most)
		}
	}
	small(t, func(t *testing.T, g *Graph, starts, goals []int) {
		check(t, g, starts, goals)
		indirect := slices.DeleteFunc(g.Edges(), func(e [2]int) bool {
			return slices.Contains(starts, e[0]) && slices.Contains(goals, e[1])
		})
		if len(indirect) < g.Size() {
			check(t, New(g.Len(), indirect), starts, goals)
		}
	})
	if seeds.All() && (sizes[2] < 100 || sizes[3] < 20) {
		t.Errorf("cuts by size: %v; the test shows too little", sizes)
	}
}

// TestVertexCutOfLongWays needs no brute force: a set that stops all ways, and
// as many ways that share no vertex, prove each other. In larger graphs a way
// must be taken back through several vertices to make room for another.
func TestVertexCutOfLongWays(t *testing.T) {
	several := 0
	for seed := range seeds.Each(3000) {
		r := rand.New(rand.NewPCG(seed, 8))
		n := 15 + r.IntN(30)
		edges := make([][2]int, 4*n+r.IntN(2*n))
		for i := range edges {
			u := r.IntN(n)
			edges[i] = [2]int{u, min(n-1, max(0, u+r.IntN(9)-3))}
		}
		g := New(n, edges)
		starts, goals := []int{0, 1, 2, 3}, []int{n - 4, n - 3, n - 2, n - 1}
		got, ok := VertexCut(g, starts, goals)
		if !ok {
			continue
		}
		checkCut(t, g, starts, goals, got, got.Vertices)
		removed := 0
		for _, v := range got.Vertices {
			removed |= 1 << v
		}
		if hasWay(g, starts, goals, removed) {
			t.Errorf("a way is left without %v", got.Vertices)
		}
		if len(got.Vertices) > 2 {
			several++
		}
		if t.Failed() {
			t.Fatalf("seed %d: %d vertices, edges %v", seed, n, g.Edges())
		}
	}
	if seeds.All() && several < 800 {
		t.Errorf("only %d cuts of three or more; the test shows too little", several)
	}
}

// TestVertexCutTakesBack finds the way 0 2 3 4 1 first, then takes it back
// through 3, which a third way needs.
func TestVertexCutTakesBack(t *testing.T) {
	var edges [][2]int
	for _, way := range [][]int{{0, 2, 3, 4, 1}, {0, 5, 6, 4}, {2, 7, 8, 9, 1}, {0, 10, 11, 12, 18, 3}, {3, 13, 14, 15, 16, 17, 1}} {
		for i := range len(way) - 1 {
			edges = append(edges, [2]int{way[i], way[i+1]})
		}
	}
	got, _ := VertexCut(New(19, edges), []int{0}, []int{1})
	want := [][]int{{0, 2, 7, 8, 9, 1}, {0, 5, 6, 4, 1}, {0, 10, 11, 12, 18, 3, 13, 14, 15, 16, 17, 1}}
	if !slices.EqualFunc(got.Ways, want, slices.Equal) || !slices.Equal(got.Vertices, []int{2, 5, 10}) {
		t.Errorf("got %+v", got)
	}
}

// nearest returns the cut before which least can be reached.
func nearest(g *Graph, starts []int, cuts []int) []int {
	best, least := 0, g.Len()+1
	for _, set := range cuts {
		n := 0
		for _, ok := range reach(g, starts, set) {
			if ok {
				n++
			}
		}
		if n < least {
			best, least = set, n
		}
	}
	var list []int
	for v := range g.Len() {
		if best>>v&1 == 1 {
			list = append(list, v)
		}
	}
	return list
}

// checkCut compares a cut with the wanted one and looks at every way.
func checkCut(t *testing.T, g *Graph, starts, goals []int, got Cut, want []int) {
	if !slices.Equal(got.Vertices, want) {
		t.Errorf("from %v to %v: got %v, want %v", starts, goals, got.Vertices, want)
	}
	if len(got.Ways) != len(got.Vertices) {
		t.Errorf("from %v to %v: got %d ways through %v", starts, goals, len(got.Ways), got.Vertices)
	}
	used := make([]bool, g.Len())
	for _, way := range got.Ways {
		last := len(way) - 1
		if !slices.Contains(starts, way[0]) || !slices.Contains(goals, way[last]) {
			t.Errorf("from %v to %v: %v", starts, goals, way)
		}
		for i, v := range way {
			if i > 0 && !g.Has(way[i-1], v) {
				t.Errorf("%v goes from %d to %d", way, way[i-1], v)
			}
			if i > 0 && i < last {
				if used[v] {
					t.Errorf("%v: %d is used twice", got.Ways, v)
				}
				used[v] = true
			}
		}
	}
}

// mostDisjoint returns the largest number of ways that share no vertex between
// the ends, found by trying all.
func mostDisjoint(g *Graph, starts, goals []int, ends int) int {
	var ways []int // sets of the vertices between the ends
	var walk func(v, set int)
	walk = func(v, set int) {
		for _, w := range g.Next(v) {
			switch {
			case slices.Contains(goals, w):
				ways = append(ways, set)
			case (ends|set)>>w&1 == 0:
				walk(w, set|1<<w)
			}
		}
	}
	for _, s := range starts {
		walk(s, 0)
	}
	slices.Sort(ways)
	ways = slices.Compact(ways)
	var most func(i, used int) int
	most = func(i, used int) int {
		best := 0
		for ; i < len(ways); i++ {
			if ways[i]&used == 0 {
				best = max(best, 1+most(i+1, used|ways[i]))
			}
		}
		return best
	}
	return most(0, 0)
}

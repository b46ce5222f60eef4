package network

import "slices"

// What stands in the place of an immediate dominator where there is none.
const (
	Root      = -1 // no vertex is on every way: only the virtual vertex before all starts is
	Unreached = -2 // no way leads to the vertex
)

// Dominators returns the vertices that every way from a start to a goal
// passes, ends included, in the order in which every way passes them; none when
// there is no way at all. One virtual vertex stands before all starts and one
// behind all goals; they are not returned. It takes the time of
// [ImmediateDominators], and goals x dominators.
func Dominators(g *Graph, starts, goals []int) []int {
	dominator := ImmediateDominators(g, starts)
	var common []int
	first := true
	for _, goal := range goals {
		if dominator[goal] == Unreached {
			continue
		}
		chain := []int{}
		for v := goal; v != Root; v = dominator[v] {
			chain = append(chain, v)
		}
		slices.Reverse(chain)
		if first {
			common, first = chain, false
		}
		common = common[:sharedPrefix(common, chain)]
	}
	return common
}

// sharedPrefix returns how many vertices a and b begin with in common.
func sharedPrefix(a, b []int) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// ImmediateDominators returns, for each vertex, the last other vertex that every
// way from a start to it passes, [Root] or [Unreached]. One virtual vertex
// stands before all starts. Followed upwards they give every dominator.
//
// The algorithm is the simple one of Lengauer and Tarjan (TOPLAS 1(1), 1979),
// without recursion, in time O(m log n) for n vertices and m edges. gonum's
// flow.Dominators, which the tests compare with, keeps a map for each vertex and
// recurses: on 1,000,000 vertices and 5,000,000 edges it takes three to eight
// times as long, and about three times the memory.
func ImmediateDominators(g *Graph, starts []int) []int {
	return immediateDominators(g.Len(), starts, g.Next, g.Prev)
}

// ImmediatePostDominators returns, for each vertex, the next other vertex that
// every way from it to a goal passes, [Root] when no vertex is on all of them,
// or [Unreached] when it reaches no goal: the [ImmediateDominators] of the
// reversed graph.
func ImmediatePostDominators(g *Graph, goals []int) []int {
	return immediateDominators(g.Len(), goals, g.Prev, g.Next)
}

func immediateDominators(n int, starts []int, next, prev func(int) []int) []int {
	t := newDominatorSearch(n, starts, next)
	t.isStart = make([]bool, n)
	for _, s := range starts {
		t.isStart[s] = true
	}
	t.dominate(prev)
	result := slices.Repeat([]int{Unreached}, n)
	for w := 1; w < len(t.vertex); w++ {
		if result[t.vertex[w]] = Root; t.dominator[w] > 0 {
			result[t.vertex[w]] = t.vertex[t.dominator[w]]
		}
	}
	return result
}

// dominatorSearch knows vertices by their number in a depth-first search: the
// virtual start is number 0. All but number are by number.
type dominatorSearch struct {
	number    []int // of a vertex; 0 when it is not reached
	vertex    []int
	parent    []int // in the tree of the search
	semi      []int // the semidominator
	dominator []int // first an approximation, then the immediate one
	ancestor  []int // in the forest of what was dealt with; -1: a root of it
	label     []int // the one with the least semidominator between it and its ancestor
	isStart   []bool
	path      []int // scratch of eval
}

// newDominatorSearch numbers what is reached from starts, depth first.
func newDominatorSearch(n int, starts []int, next func(int) []int) *dominatorSearch {
	t := &dominatorSearch{number: make([]int, n), vertex: []int{Root}, parent: []int{-1}}
	tried := make([]int, n) // how many edges from a vertex have been tried
	var stack []int
	visit := func(v, parent int) {
		if t.number[v] == 0 {
			t.number[v] = len(t.vertex)
			t.vertex, t.parent = append(t.vertex, v), append(t.parent, parent)
			stack = append(stack, v)
		}
	}
	for _, s := range starts {
		visit(s, 0)
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			if edges := next(v); tried[v] < len(edges) {
				tried[v]++
				visit(edges[tried[v]-1], t.number[v])
			} else {
				stack = stack[:len(stack)-1]
			}
		}
	}
	return t
}

// dominate finds semidominators, last number first, and immediate dominators
// from them.
func (t *dominatorSearch) dominate(prev func(int) []int) {
	n := len(t.vertex)
	t.dominator, t.ancestor = make([]int, n), slices.Repeat([]int{-1}, n)
	t.semi, t.label = make([]int, n), make([]int, n)
	for w := range n {
		t.semi[w], t.label[w] = w, w
	}
	bucket, rest := make([]int, n), make([]int, n) // lists of those with one semidominator; 0 ends them
	for w := n - 1; w > 0; w-- {
		for _, u := range prev(t.vertex[w]) {
			if v := t.number[u]; v > 0 {
				t.semi[w] = min(t.semi[w], t.semi[t.eval(v)])
			}
		}
		if t.isStart[t.vertex[w]] {
			t.semi[w] = 0
		}
		rest[w], bucket[t.semi[w]] = bucket[t.semi[w]], w
		p := t.parent[w]
		t.ancestor[w] = p
		for v := bucket[p]; v > 0; v = rest[v] {
			if t.dominator[v] = p; t.semi[t.eval(v)] < t.semi[v] {
				t.dominator[v] = t.eval(v)
			}
		}
		bucket[p] = 0
	}
	for w := 1; w < n; w++ {
		if t.dominator[w] != t.semi[w] {
			t.dominator[w] = t.dominator[t.dominator[w]]
		}
	}
}

// eval returns the number with the least semidominator on the way from v up to
// the root of its tree in the forest, that root apart, and shortens the way.
func (t *dominatorSearch) eval(v int) int {
	if t.ancestor[v] < 0 {
		return v
	}
	t.path = t.path[:0]
	for u := v; t.ancestor[t.ancestor[u]] >= 0; u = t.ancestor[u] {
		t.path = append(t.path, u)
	}
	for _, u := range slices.Backward(t.path) {
		a := t.ancestor[u]
		if t.semi[t.label[a]] < t.semi[t.label[u]] {
			t.label[u] = t.label[a]
		}
		t.ancestor[u] = t.ancestor[a]
	}
	return t.label[v]
}

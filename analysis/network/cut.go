package network

import "slices"

// Cut is a smallest set of vertices that every way from a start to a goal
// passes one of, with as many ways that share none between their ends: by
// Menger's theorem (1927) neither can be improved.
type Cut struct {
	Vertices []int   // ascending
	Ways     [][]int // each from a start to a goal, in the order of their second vertices
}

// VertexCut returns the smallest cut of g between starts and goals, among
// vertices that are neither. Of several it is the one nearest the starts, which
// is unique. The second result is false when no cut exists, because a start is a
// goal or has an edge to one.
//
// Ways are found one by one, each the shortest change to those before it
// (Edmonds and Karp, JACM 19(2), 1972), in time O(k (n + m)) for a cut of k of n
// vertices and m edges.
func VertexCut(g *Graph, starts, goals []int) (Cut, bool) {
	n := g.Len()
	w := disjointWays{
		Graph: g, starts: starts, isStart: make([]bool, n), isGoal: make([]bool, n),
		before: slices.Repeat([]int{-1}, n), after: slices.Repeat([]int{-1}, n), from: make([]int, 2*n),
	}
	for _, v := range starts {
		w.isStart[v] = true
	}
	for _, v := range goals {
		w.isGoal[v] = true
	}
	for _, v := range starts {
		if w.isGoal[v] || slices.ContainsFunc(g.Next(v), func(u int) bool { return w.isGoal[u] }) {
			return Cut{}, false
		}
	}
	for w.add() {
	}
	return Cut{w.cut(), w.ways()}, true
}

// disjointWays are ways that share no vertex between their ends. Each vertex v
// between the ends is two states, its entry 2v and its exit 2v+1, and has room
// for one way from one to the other. A start is only an exit.
type disjointWays struct {
	*Graph
	starts          []int
	isStart, isGoal []bool
	before, after   []int // a vertex on the way that passes it; -1: none passes
	from            []int // the state that the last search came from; -1: not found
}

// add changes the ways so that there is one more. It reports whether it could.
func (w *disjointWays) add() bool {
	for i := range w.from {
		w.from[i] = -1
	}
	var queue []int
	find := func(state, from int) {
		if w.from[state] < 0 {
			w.from[state] = from
			queue = append(queue, state)
		}
	}
	for _, v := range w.starts {
		find(2*v+1, 2*v+1)
	}
	for i := 0; i < len(queue); i++ {
		state := queue[i]
		v, isExit := state/2, state%2 == 1
		switch used := w.before[v] >= 0; {
		case !isExit && used: // the way that passes v turns off before it
			find(2*w.before[v]+1, state)
			continue
		case !isExit:
			find(2*v+1, state)
			continue
		case used: // the way that passed v no longer does
			find(2*v, state)
		}
		for _, u := range w.Next(v) {
			if w.isGoal[u] {
				w.apply(state, u)
				return true
			}
			if !w.isStart[u] {
				find(2*u, state)
			}
		}
	}
	return false
}

// apply changes the ways along what the last search found: from a start to the
// exit state, and from there to a goal.
func (w *disjointWays) apply(state, goal int) {
	w.after[state/2] = goal
	for w.from[state] != state {
		from := w.from[state]
		u, v := from/2, state/2
		switch isExit := state%2 == 1; {
		case !isExit && u == v: // back through v
			w.before[v], w.after[v] = -1, -1
		case !isExit: // from u on to v
			w.after[u], w.before[v] = v, u
		}
		state = from
	}
}

// cut returns the vertices whose entry the last search found, but not their
// exit.
func (w *disjointWays) cut() []int {
	var cut []int
	for v := range w.Len() {
		if w.from[2*v] >= 0 && w.from[2*v+1] < 0 {
			cut = append(cut, v)
		}
	}
	return cut
}

func (w *disjointWays) ways() [][]int {
	var ways [][]int
	for v, s := range w.before {
		if s < 0 || !w.isStart[s] {
			continue
		}
		way := []int{s, v}
		for u := v; !w.isGoal[u]; {
			u = w.after[u]
			way = append(way, u)
		}
		ways = append(ways, way)
	}
	return ways
}

package network

import (
	"cmp"
	"slices"
)

// Separation is what the removal of one vertex or one edge takes apart when
// edges are followed both ways: an edge from u to v and one from v to u are one
// undirected edge.
type Separation struct {
	Components []Part              // connected without their directions, by first vertex
	Points     []ArticulationPoint // ascending
	Bridges    []Bridge            // ascending by ends
}

// Part is a set of vertices that are connected with each other.
type Part struct {
	First int // the smallest vertex in it
	Size  int // how many vertices are in it
}

// ArticulationPoint is a vertex whose removal takes its component apart.
type ArticulationPoint struct {
	Vertex int
	Parts  []Part // of its component without it, two or more, by first vertex
}

// Bridge is an undirected edge whose removal takes its component apart.
type Bridge struct {
	Ends  [2]int  // the smaller vertex first
	Parts [2]Part // that of the first end, that of the second
}

// Separate returns the connected components, articulation points and bridges of
// g without its directions. It searches once, depth first and without recursion
// (Hopcroft and Tarjan, CACM 16(6), 1973), in time O(n + m + b log b) for n
// vertices, m edges and b bridges and parts.
func Separate(g *Graph) Separation {
	s := newLowSearch(g)
	result := Separation{}
	for v := range g.Len() {
		if s.number[v] == 0 {
			s.search(v)
			result.Components = append(result.Components, s.below[v])
		}
	}
	parts := make([][]Part, g.Len())
	whole := Part{} // the component that v is in
	for _, v := range s.order {
		p := s.parent[v]
		if p < 0 {
			whole = s.below[v]
			continue
		}
		if s.parent[p] < 0 || s.low[v] >= s.number[p] {
			parts[p] = append(parts[p], s.below[v])
		}
		if s.low[v] > s.number[p] {
			result.Bridges = append(result.Bridges, newBridge(p, v, s.below[v], whole))
		}
	}
	for _, v := range s.order {
		if s.parent[v] < 0 {
			whole = s.below[v]
		} else if len(parts[v]) > 0 {
			parts[v] = append(parts[v], rest(whole, parts[v]))
		}
	}
	for v, list := range parts {
		if len(list) > 1 {
			slices.SortFunc(list, func(a, b Part) int { return cmp.Compare(a.First, b.First) })
			result.Points = append(result.Points, ArticulationPoint{v, list})
		}
	}
	slices.SortFunc(result.Bridges, func(a, b Bridge) int { return slices.Compare(a.Ends[:], b.Ends[:]) })
	return result
}

// rest returns what is left of a component without one vertex and the given
// parts. None of them holds the first vertex.
func rest(component Part, parts []Part) Part {
	component.Size--
	for _, p := range parts {
		component.Size -= p.Size
	}
	return component
}

// newBridge returns the bridge between a vertex and another, below which the
// search found the part below.
func newBridge(above, v int, below, component Part) Bridge {
	b := Bridge{[2]int{above, v}, [2]Part{{component.First, component.Size - below.Size}, below}}
	if v < above {
		slices.Reverse(b.Ends[:])
		slices.Reverse(b.Parts[:])
	}
	return b
}

// lowSearch is a depth-first search over edges without their directions.
type lowSearch struct {
	*Graph
	order  []int  // vertices as they are found, component by component
	number []int  // of a vertex in order, from 1 on; 0: not found
	low    []int  // the least number that one edge leads to from a vertex or from below it
	parent []int  // in the tree of the search; -1: the first of a component
	below  []Part // a vertex and what is below it
	tried  []int  // how many edges at a vertex have been tried
}

func newLowSearch(g *Graph) *lowSearch {
	n := g.Len()
	return &lowSearch{
		Graph: g, order: make([]int, 0, n), number: make([]int, n), low: make([]int, n),
		parent: make([]int, n), below: make([]Part, n), tried: make([]int, n),
	}
}

// search visits the component whose smallest vertex is root.
func (s *lowSearch) search(root int) {
	s.find(root, -1)
	for v := root; v >= 0; {
		w, ok := s.neighbor(v)
		p := s.parent[v]
		switch {
		case !ok: // back to the vertex above
			if p >= 0 {
				s.low[p] = min(s.low[p], s.low[v])
				s.below[p] = Part{min(s.below[p].First, s.below[v].First), s.below[p].Size + s.below[v].Size}
			}
			v = p
		case s.number[w] == 0:
			s.find(w, v)
			v = w
		case w != p: // a second edge to p is the same undirected edge
			s.low[v] = min(s.low[v], s.number[w])
		}
	}
}

func (s *lowSearch) find(v, parent int) {
	s.order = append(s.order, v)
	s.number[v], s.low[v] = len(s.order), len(s.order)
	s.parent[v], s.below[v] = parent, Part{v, 1}
}

// neighbor returns the vertex at the other end of the next edge at v that has
// not been tried.
func (s *lowSearch) neighbor(v int) (int, bool) {
	i, next, prev := s.tried[v], s.Next(v), s.Prev(v)
	s.tried[v]++
	switch {
	case i < len(next):
		return next[i], true
	case i < len(next)+len(prev):
		return prev[i-len(next)], true
	}
	return 0, false
}

// Members returns the vertices that are connected with first, itself included,
// when edges are followed both ways and the vertex without is gone; ascending.
// For a part of an articulation point, without is that point; for a part of a
// bridge, the end in the other part; for a component, none is, so -1.
func Members(g *Graph, first, without int) []int {
	found := map[int]bool{first: true, without: true}
	list := []int{first}
	for i := 0; i < len(list); i++ {
		for _, next := range [][]int{g.Next(list[i]), g.Prev(list[i])} {
			for _, v := range next {
				if !found[v] {
					found[v] = true
					list = append(list, v)
				}
			}
		}
	}
	slices.Sort(list)
	return list
}

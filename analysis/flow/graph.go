package flow

import (
	"slices"

	"tasuki/analysis/network"
	"tasuki/graph"
)

// Graph is a flow as a graph. Its vertices are the positions of its tasks
// in tasks, which are ordered by ID, so that the smaller vertex has the smaller
// ID.
type Graph struct {
	Flow    graph.Flow
	Tasks   []string
	Index   []int // vertex -> position in graph.Graph.Tasks
	Network *network.Graph
	Starts  []int
	Goals   []int
	forks   *forked
}

// New returns the flow f of g as a graph. It takes time in proportion to its
// tasks and handoffs.
func New(g *graph.Graph, f graph.Flow) Graph {
	p := Graph{Flow: f, Tasks: graph.FlowTasks(f)}
	at := make(map[string]int, len(p.Tasks))
	for v, id := range p.Tasks {
		at[id] = v
		i, _ := g.TaskIndex(id)
		p.Index = append(p.Index, i)
	}
	edges := make([][2]int, len(f.Handoffs))
	for i, h := range f.Handoffs {
		edges[i] = [2]int{at[h.From], at[h.To]}
	}
	p.Network = network.New(len(p.Tasks), edges)
	for _, id := range f.Start {
		p.Starts = append(p.Starts, at[id])
	}
	for _, id := range f.Goal {
		p.Goals = append(p.Goals, at[id])
	}
	p.forks = newForked(p.branchesAt(at))
	return p
}

// Graphs returns every flow as a graph, by ID.
func Graphs(g *graph.Graph) []Graph {
	list := make([]Graph, len(g.Flows()))
	for i, f := range g.Flows() {
		list[i] = New(g, f)
	}
	return list
}

// IDs returns the IDs of vertices; never nil.
func (p Graph) IDs(vertices []int) []string {
	ids := make([]string, len(vertices))
	for i, v := range vertices {
		ids[i] = p.Tasks[v]
	}
	return ids
}

// Without returns the tasks of the best that is left without the given vertices (see
// [Remaining]).
func (p Graph) Without(avoid []bool) []string { return p.Remaining(avoid).Way }

// Passable reports whether something is left of the flow without the given vertices:
// a way from a start to a goal and, where branches must all be done, a solution.
func (p Graph) Passable(avoid []bool) bool {
	if !p.Splits() {
		return len(BestPath(p.Network, p.Starts, p.Goals, avoid)) > 0
	}
	return p.Evaluate(avoid).Works()
}

// Avoiding returns a mask of the given vertices.
func (p Graph) Avoiding(vertices ...int) []bool {
	avoid := make([]bool, len(p.Tasks))
	for _, v := range vertices {
		avoid[v] = true
	}
	return avoid
}

// BestPath returns the shortest way from a start to a goal that avoids the
// vertices in avoid, and among the shortest the first by vertices from the
// start on; nil when there is none. It takes time in proportion to vertices and
// edges.
func BestPath(d *network.Graph, starts, goals []int, avoid []bool) []int {
	dist := Distances(d, goals, avoid)
	at := nearest(starts, dist)
	if at < 0 {
		return nil
	}
	way := []int{at}
	for dist[at] > 0 {
		at = nearest(d.Next(at), dist)
		way = append(way, at)
	}
	return way
}

// Distances returns how many edges away each vertex is from the nearest goal,
// or -1 when it reaches none without passing a vertex in avoid.
func Distances(d *network.Graph, goals []int, avoid []bool) []int {
	dist := slices.Repeat([]int{-1}, d.Len())
	queue := make([]int, 0, d.Len())
	visit := func(v, distance int) {
		if dist[v] < 0 && !avoid[v] {
			dist[v] = distance
			queue = append(queue, v)
		}
	}
	for _, v := range goals {
		visit(v, 0)
	}
	for i := 0; i < len(queue); i++ {
		for _, u := range d.Prev(queue[i]) {
			visit(u, dist[queue[i]]+1)
		}
	}
	return dist
}

// nearest returns the first of the ascending candidates that has the smallest
// distance, or -1 when none has any.
func nearest(candidates, dist []int) int {
	best := -1
	for _, v := range candidates {
		if dist[v] >= 0 && (best < 0 || dist[v] < dist[best]) {
			best = v
		}
	}
	return best
}

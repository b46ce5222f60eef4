package analysis

import (
	"slices"

	"tasuki/analysis/network"
	"tasuki/graph"
)

// procedure is a flow as a graph. Its vertices are the positions of its tasks
// in tasks, which are ordered by ID, so that the smaller vertex has the smaller
// ID.
type procedure struct {
	flow   graph.Flow
	tasks  []string
	index  []int // vertex -> position in graph.Graph.Tasks
	graph  *network.Graph
	starts []int
	goals  []int
}

func newProcedure(g *graph.Graph, f graph.Flow) procedure {
	p := procedure{flow: f, tasks: graph.FlowTasks(f)}
	at := make(map[string]int, len(p.tasks))
	for v, id := range p.tasks {
		at[id] = v
		i, _ := g.TaskIndex(id)
		p.index = append(p.index, i)
	}
	edges := make([][2]int, len(f.Handoffs))
	for i, h := range f.Handoffs {
		edges[i] = [2]int{at[h.From], at[h.To]}
	}
	p.graph = network.New(len(p.tasks), edges)
	for _, id := range f.Start {
		p.starts = append(p.starts, at[id])
	}
	for _, id := range f.Goal {
		p.goals = append(p.goals, at[id])
	}
	return p
}

// procedures returns every flow as a graph, by ID.
func procedures(g *graph.Graph) []procedure {
	list := make([]procedure, len(g.Flows()))
	for i, f := range g.Flows() {
		list[i] = newProcedure(g, f)
	}
	return list
}

// ids returns the IDs of vertices; never nil.
func (p procedure) ids(vertices []int) []string {
	ids := make([]string, len(vertices))
	for i, v := range vertices {
		ids[i] = p.tasks[v]
	}
	return ids
}

// without returns the best way that avoids the given vertices, as task IDs.
func (p procedure) without(avoid []bool) []string {
	return p.ids(bestWay(p.graph, p.starts, p.goals, avoid))
}

// passable reports whether a way avoids the given vertices.
func (p procedure) passable(avoid []bool) bool {
	return len(bestWay(p.graph, p.starts, p.goals, avoid)) > 0
}

// avoiding returns a mask of the given vertices.
func (p procedure) avoiding(vertices ...int) []bool {
	avoid := make([]bool, len(p.tasks))
	for _, v := range vertices {
		avoid[v] = true
	}
	return avoid
}

// stillReached returns the tasks that work reaches from a start without passing
// the given vertices, by ID. When no goal is among them, no way is left: they
// are the proof.
func (p procedure) stillReached(avoid []bool) []string {
	return p.masked(p.reached(p.starts, avoid))
}

// proof returns the best way that avoids the given vertices, or the tasks that
// are still reached when there is none. One of the two is empty.
func (p procedure) proof(avoid []bool) (way, reached []string) {
	if way = p.without(avoid); len(way) > 0 {
		return way, []string{}
	}
	return way, p.stillReached(avoid)
}

// bestWay returns the shortest way from a start to a goal that avoids the
// vertices in avoid, and among the shortest the first by vertices from the
// start on; nil when there is none. It takes time in proportion to vertices and
// edges.
func bestWay(d *network.Graph, starts, goals []int, avoid []bool) []int {
	dist := distances(d, goals, avoid)
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

// distances returns how many edges away each vertex is from the nearest goal,
// or -1 when it reaches none without passing a vertex in avoid.
func distances(d *network.Graph, goals []int, avoid []bool) []int {
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

package flow

import (
	"cmp"
	"container/heap"

	"tasuki/analysis/network"
)

// cost is what a path takes. Paths are compared by minutes, then by steps.
type cost struct{ minutes, steps int }

// unreachable is the cost where there is no path.
var unreachable = cost{steps: -1}

func (c cost) add(d cost) cost { return cost{c.minutes + d.minutes, c.steps + d.steps} }

func (c cost) compare(d cost) int {
	return cmp.Or(cmp.Compare(c.minutes, d.minutes), cmp.Compare(c.steps, d.steps))
}

// Router finds the cheapest paths to the nearest of some goals. Without
// minutes, all that a path costs is its steps.
type Router struct {
	Graph   *network.Graph
	Goals   []int
	Minutes map[[2]int]int // of every edge; nil: steps alone count
}

// step returns the cost of the edge from u to v.
func (r Router) step(u, v int) cost { return cost{r.Minutes[[2]int{u, v}], 1} }

// of returns the cost of a path.
func (r Router) of(path []int) cost {
	var sum cost
	for i := 1; i < len(path); i++ {
		sum = sum.add(r.step(path[i-1], path[i]))
	}
	return sum
}

// Compare orders paths by cost, then by vertices from the start on.
func (r Router) Compare(a, b []int) int {
	return cmp.Or(r.of(a).compare(r.of(b)), ComparePaths(a, b))
}

// left returns what it costs from each vertex to the nearest goal, or
// unreachable when it reaches none without passing a vertex in avoid. It takes
// time in proportion to vertices and edges, and with minutes O((n + m) log m)
// for n vertices and m edges (Dijkstra, Numerische Mathematik 1, 1959).
func (r Router) left(avoid []bool) []cost {
	all := make([]cost, r.Graph.Len())
	if r.Minutes == nil {
		for v, steps := range Distances(r.Graph, r.Goals, avoid) {
			all[v].steps = steps
		}
		return all
	}
	for v := range all {
		all[v] = unreachable
	}
	var queue frontier
	for _, v := range r.Goals {
		if !avoid[v] {
			queue = append(queue, visit{v, cost{}})
		}
	}
	for len(queue) > 0 {
		at := heap.Pop(&queue).(visit)
		if all[at.vertex] != unreachable {
			continue
		}
		all[at.vertex] = at.cost
		for _, u := range r.Graph.Prev(at.vertex) {
			if !avoid[u] && all[u] == unreachable {
				heap.Push(&queue, visit{u, at.cost.add(r.step(u, at.vertex))})
			}
		}
	}
	return all
}

// extend continues a path by the cheapest way on through one of next, among
// equally cheap ones the first by vertices; nil when there is none. It takes
// what left returns, and time in proportion to the edges that leave the way.
func (r Router) extend(path, next []int, left []cost) []int {
	for {
		from, to, best := path[len(path)-1], -1, unreachable
		for _, v := range next {
			if left[v] == unreachable {
				continue
			}
			if c := r.step(from, v).add(left[v]); to < 0 || c.compare(best) < 0 {
				to, best = v, c
			}
		}
		if to < 0 {
			return nil
		}
		path = append(path, to)
		if left[to].steps == 0 {
			return path
		}
		next = r.Graph.Next(to)
	}
}

// visit is a vertex with the cost at which it is reached.
type visit struct {
	vertex int
	cost   cost
}

// frontier is a heap of visits, the cheapest first.
type frontier []visit

func (f frontier) Len() int { return len(f) }

func (f frontier) Less(i, j int) bool { return f[i].cost.compare(f[j].cost) < 0 }

func (f frontier) Swap(i, j int) { f[i], f[j] = f[j], f[i] }

func (f *frontier) Push(x any) { *f = append(*f, x.(visit)) }

func (f *frontier) Pop() any {
	last := len(*f) - 1
	x := (*f)[last]
	*f = (*f)[:last]
	return x
}

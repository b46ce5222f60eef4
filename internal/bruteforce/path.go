package bruteforce

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/network"
	"tasuki/graph"
)

// IsWay reports whether tasks lead from a start to a goal by handoffs.
func IsWay(f graph.Flow, tasks []string) bool {
	if len(tasks) == 0 || !slices.Contains(f.Start, tasks[0]) || !slices.Contains(f.Goal, tasks[len(tasks)-1]) {
		return false
	}
	for i := range len(tasks) - 1 {
		if !slices.ContainsFunc(f.Handoffs, func(h graph.Handoff) bool { return h.From == tasks[i] && h.To == tasks[i+1] }) {
			return false
		}
	}
	return true
}

// AllPaths returns every simple path from start that ends at the first goal it
// reaches and avoids the vertices in avoid.
func AllPaths(d *network.Graph, start int, goals []int, avoid []bool) [][]int {
	isGoal := map[int]bool{}
	for _, v := range goals {
		isGoal[v] = true
	}
	var paths [][]int
	on := make([]bool, d.Len())
	var walk func(path []int)
	walk = func(path []int) {
		v := path[len(path)-1]
		if avoid[v] {
			return
		}
		if isGoal[v] {
			paths = append(paths, append([]int(nil), path...))
			return
		}
		on[v] = true
		for _, w := range d.Next(v) {
			if !on[w] {
				walk(append(path, w))
			}
		}
		on[v] = false
	}
	walk([]int{start})
	return paths
}

// WayExists is BestPath's question, answered by enumeration.
func WayExists(p flow.Graph, avoid []bool) bool {
	for _, s := range p.Starts {
		if len(AllPaths(p.Network, s, p.Goals, avoid)) > 0 {
			return true
		}
	}
	return false
}

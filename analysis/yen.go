package analysis

import (
	"cmp"
	"slices"

	"tasuki/analysis/network"
)

// simplePaths returns the first k simple paths from start to the first goal
// that each reaches, avoiding the vertices in avoid, in the order of
// comparePaths; fewer when there are not as many.
//
// The algorithm is Yen's (Management Science 17(11), 1971). gonum's
// YenKShortestPaths leaves ties between paths of equal length to the order of
// its heap; here every choice follows one total order, of length and then
// vertices, so that the result is exactly the first k of all paths. It takes
// time O(k n (n + m)) for n vertices and m edges.
func simplePaths(d *network.Graph, start int, goals []int, avoid []bool, k int) [][]int {
	avoid = slices.Clone(avoid)
	first := bestWay(d, []int{start}, goals, avoid)
	if first == nil || k < 1 {
		return nil
	}
	paths := [][]int{first}
	var candidates [][]int
	for len(paths) < k {
		last := paths[len(paths)-1]
		for i := range len(last) - 1 {
			if path := deviation(d, goals, avoid, paths, last[:i+1]); path != nil {
				if at, known := slices.BinarySearchFunc(candidates, path, comparePaths); !known {
					candidates = slices.Insert(candidates, at, path)
				}
			}
		}
		if len(candidates) == 0 {
			break
		}
		paths = append(paths, candidates[0])
		candidates = candidates[1:]
	}
	return paths
}

// deviation returns the first path that begins with root and then leaves every
// one of paths that begins so too. It leaves avoid as it was.
func deviation(d *network.Graph, goals []int, avoid []bool, paths [][]int, root []int) []int {
	n := len(root)
	var next []int
	for _, v := range d.Next(root[n-1]) {
		taken := slices.ContainsFunc(paths, func(p []int) bool {
			return len(p) > n && p[n] == v && slices.Equal(p[:n], root)
		})
		if !taken {
			next = append(next, v)
		}
	}
	for _, v := range root {
		avoid[v] = true
	}
	rest := bestWay(d, next, goals, avoid)
	for _, v := range root {
		avoid[v] = false
	}
	if rest == nil {
		return nil
	}
	return slices.Concat(root, rest)
}

// comparePaths orders paths by length, then by vertices from the start on.
func comparePaths(a, b []int) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b))
}

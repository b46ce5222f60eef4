package flow

import (
	"cmp"
	"slices"
)

// Paths returns the first k simple paths from start to the first goal that each
// reaches, avoiding the vertices in avoid, in the order of compare; fewer when
// there are not as many. More says that there are others behind them.
//
// The algorithm is Yen's (Management Science 17(11), 1971). gonum's
// YenKShortestPaths leaves ties between paths of equal length to the order of
// its heap; here every choice follows one total order, of cost and then
// vertices, so that the result is exactly the first k of all paths. It takes
// time O(k n (n + m)) for n vertices and m edges, and O(k n (n + m) log m) with
// minutes.
func (r Router) Paths(start int, avoid []bool, k int) (paths [][]int, more bool) {
	avoid = slices.Clone(avoid)
	first := r.Best(start, avoid)
	if first == nil || k < 1 {
		return nil, first != nil
	}
	paths = [][]int{first}
	var candidates [][]int
	for {
		last := paths[len(paths)-1]
		for i := range len(last) - 1 {
			if path := r.deviation(avoid, paths, last[:i+1]); path != nil {
				if at, known := slices.BinarySearchFunc(candidates, path, r.Compare); !known {
					candidates = slices.Insert(candidates, at, path)
				}
			}
		}
		if len(candidates) == 0 || len(paths) == k {
			return paths, len(candidates) > 0
		}
		paths = append(paths, candidates[0])
		candidates = candidates[1:]
	}
}

// Best returns the first of all paths from start; nil when there is none.
func (r Router) Best(start int, avoid []bool) []int {
	left := r.left(avoid)
	switch left[start] {
	case unreachable:
		return nil
	case cost{}:
		return []int{start}
	}
	return r.extend([]int{start}, r.Graph.Next(start), left)
}

// deviation returns the first path that begins with root and then leaves every
// one of paths that begins so too. It leaves avoid as it was.
func (r Router) deviation(avoid []bool, paths [][]int, root []int) []int {
	n := len(root)
	var next []int
	for _, v := range r.Graph.Next(root[n-1]) {
		taken := slices.ContainsFunc(paths, func(p []int) bool {
			return len(p) > n && p[n] == v && slices.Equal(p[:n], root)
		})
		if !taken {
			next = append(next, v)
		}
	}
	if len(next) == 0 {
		return nil
	}
	for _, v := range root {
		avoid[v] = true
	}
	left := r.left(avoid)
	for _, v := range root {
		avoid[v] = false
	}
	return r.extend(slices.Clone(root), next, left)
}

// ComparePaths orders paths by length, then by vertices from the start on.
func ComparePaths(a, b []int) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b))
}

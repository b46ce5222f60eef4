package graph

import (
	"fmt"

	"tasuki/graph/said"
)

// parents checks that each parent exists, that none is its own ancestor, and that
// no line of parents is too long. It takes time in proportion to n.
func (v *validator) parents(path, what string, set map[string]int, n int, entry func(int) (id, parent string)) {
	level := make([]int, n) // from the top; 0: not known yet
	line := make([]int, n)  // 1 + the entry from which a walk upwards came first
	for i := range n {
		id, parent := entry(i)
		v.ref(fmt.Sprintf("%s/%d/parent", path, i), what, parent, set, Source{}, true)
		at, ok := set[id]
		var walk []int
		for ; ok && line[at] == 0; at, ok = set[parent] {
			line[at] = i + 1
			walk = append(walk, at)
			_, parent = entry(at)
		}
		if ok && line[at] == i+1 { // this walk has come back to where it was
			v.circle(path, set, at, entry)
			continue
		}
		above := 0
		if ok {
			above = level[at]
		}
		for k := len(walk) - 1; k >= 0; k-- {
			above++
			if level[walk[k]] = above; above == MaxLevels+1 {
				id, _ := entry(walk[k])
				v.add(fmt.Sprintf("%s/%d/parent", path, walk[k]), Source{}, id, "has more than %d %ss in its line of parents; give it a higher parent", MaxLevels-1, said.Word(what))
			}
		}
	}
}

// circle reports the entries of a circle of parents, from one of them on.
func (v *validator) circle(path string, set map[string]int, first int, entry func(int) (id, parent string)) {
	for at, again := first, false; at != first || !again; again = true {
		id, parent := entry(at)
		v.add(fmt.Sprintf("%s/%d/parent", path, at), Source{}, id, "is its own ancestor; break the circle of parents")
		at = set[parent]
	}
}

// roots returns, for each organization of d, the one at the top of its line of
// parents.
func roots(d Dataset, index map[string]int) []int {
	root := make([]int, len(d.Organizations))
	for i := range root {
		root[i] = i
		for {
			parent, ok := index[d.Organizations[root[i]].Parent]
			if !ok {
				break
			}
			root[i] = parent
		}
	}
	return root
}

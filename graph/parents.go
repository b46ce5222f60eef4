package graph

import "fmt"

// parents checks that each parent exists and that none is its own ancestor.
func (v *validator) parents(path, what string, set map[string]int, n int, entry func(int) (id, parent string)) {
	line := make([]int, n) // 1 + the entry from which a walk upwards came first
	for i := range n {
		id, parent := entry(i)
		v.ref(fmt.Sprintf("%s/%d/parent", path, i), what, parent, set, Source{}, true)
		at, ok := set[id]
		for ; ok && line[at] == 0; at, ok = set[parent] {
			line[at] = i + 1
			_, parent = entry(at)
		}
		if ok && line[at] == i+1 { // this walk has come back to where it was
			v.circle(path, set, at, entry)
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
// parents. It takes time in proportion to their number.
func roots(d Dataset, index map[string]int) []int {
	root := make([]int, len(d.Organizations)) // 1 + the root, once it is known
	for i := range root {
		top := i
		for root[top] == 0 {
			parent, ok := index[d.Organizations[top].Parent]
			if !ok {
				root[top] = top + 1
				break
			}
			top = parent
		}
		for at := i; root[at] == 0; at = index[d.Organizations[at].Parent] {
			root[at] = root[top]
		}
	}
	for i := range root {
		root[i]--
	}
	return root
}

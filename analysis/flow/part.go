package flow

// forked is a flow with all that leaves its vertices, ready to be evaluated and solved.
type forked struct {
	branches [][]Branch
	parts    []part
	of       [][]int // vertex -> its parts, in the order of its branches
	into     [][]entry
	needed   []int // vertex -> how many parts it has
}

// part is a needed branch of a vertex: one of its tasks is enough for it.
type part struct {
	vertex, branch int
	next           []int
}

// entry is how work may come to a vertex: a part, and the place of the vertex among its
// tasks.
type entry struct{ part, place int }

func newForked(branches [][]Branch) *forked {
	n := len(branches)
	k := &forked{branches: branches, of: make([][]int, n), into: make([][]entry, n), needed: make([]int, n)}
	for v, list := range branches {
		for b, branch := range list {
			if branch.Optional {
				continue
			}
			for place, w := range branch.Next {
				k.into[w] = append(k.into[w], entry{len(k.parts), place})
			}
			k.of[v], k.needed[v] = append(k.of[v], len(k.parts)), k.needed[v]+1
			k.parts = append(k.parts, part{v, b, branch.Next})
		}
	}
	return k
}

package bruteforce

import (
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/graph"
)

// WithBranches parts the handoffs that leave tasks of the flows of a valid dataset into
// branches, some of them optional, as far as the dataset stays valid.
func WithBranches(d graph.Dataset, seed uint64) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 4))
	d.Flows = slices.Clone(d.Flows)
	for i := range d.Flows {
		f := &d.Flows[i]
		for _, k := range graph.Forks(*f) {
			if len(k.Branches[0].Handoffs) == 1 || r.IntN(4) == 0 {
				continue
			}
			before := f.Handoffs
			f.Handoffs = parted(r, before, k.Task)
			if _, err := graph.New(d); err != nil {
				f.Handoffs = before
			}
		}
	}
	return d
}

// parted returns handoffs with those that leave one task in up to three branches.
func parted(r *rand.Rand, list []graph.Handoff, task string) []graph.Handoff {
	list = slices.Clone(list)
	names, optional := []string{"", "a", "b"}, []bool{r.IntN(4) == 0, r.IntN(4) == 0, r.IntN(4) == 0}
	for i := range list {
		if h := &list[i]; h.From == task {
			k := r.IntN(len(names))
			h.Branch, h.Optional = names[k], optional[k]
			if r.IntN(3) == 0 {
				h.When = graph.Text("it is so")
			}
		}
	}
	return list
}

// EachRandomBranched runs f on small random graphs whose flows have branches.
func EachRandomBranched(t *testing.T, n int, f func(t *testing.T, seed uint64, g *graph.Graph)) {
	t.Helper()
	EachRandomOf(t, Small, n, func(t *testing.T, seed uint64, g *graph.Graph) {
		branched, err := graph.New(WithBranches(g.Dataset(), seed))
		if err != nil {
			t.Fatal(err)
		}
		f(t, seed, branched)
		if t.Failed() {
			t.Fatalf("seed %d:\n%+v", seed, branched.Dataset().Flows)
		}
	})
}

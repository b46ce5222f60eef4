package observe_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/internal/bruteforce"
	"tasuki/internal/logtext"
)

// randomLog returns a log whose cases follow solutions of the flows, some of them with a
// round, a step too many or too few, or any tasks at all.
func randomLog(g *graph.Graph, seed uint64, cases int) *logtext.Log {
	r := rand.New(rand.NewPCG(seed, 7))
	l := &logtext.Log{}
	row := int64(0)
	for i := range cases {
		at := int64(r.IntN(400)) * 24 * 60 * 60_000_000
		for _, task := range randomTasks(g, r) {
			row++
			at += []int64{0, 1_000_000, 90_000_000, 24 * 60 * 60_000_000}[r.IntN(4)]
			time, performer := at, fmt.Sprintf("o%d", r.IntN(6)) // o4 and o5 are no organizations
			if r.IntN(15) == 0 {
				time = eventlog.NoTime
			}
			if r.IntN(8) == 0 {
				performer = []string{"", "-out"}[r.IntN(2)]
			}
			l.Add(fmt.Sprint("c", i), task, performer, time, row)
		}
	}
	l.Sort()
	return l
}

func randomTasks(g *graph.Graph, r *rand.Rand) (ids []string) {
	f := g.Flows()[r.IntN(len(g.Flows()))]
	p := flow.New(g, f)
	var all []bruteforce.Solution
	for _, s := range p.Starts {
		all = append(all, bruteforce.AllSolutions(p, s, make([]bool, len(p.Tasks)))...)
	}
	if r.IntN(5) == 0 || len(all) == 0 {
		for range 1 + r.IntN(6) {
			ids = append(ids, g.Tasks()[r.IntN(len(g.Tasks()))].ID)
		}
	} else {
		for _, v := range extension(all[r.IntN(len(all))], r) {
			ids = append(ids, p.Tasks[v])
		}
	}
	for range 3 {
		if r.IntN(3) == 0 {
			ids = withRound(f, ids, r)
		}
	}
	for r.IntN(2) == 0 {
		i := r.IntN(len(ids) + 1)
		switch r.IntN(4) {
		case 0:
			ids = slices.Insert(ids, i, []string{"?", "-left", g.Tasks()[r.IntN(len(g.Tasks()))].ID}[r.IntN(3)])
		case 1:
			if i < len(ids) && len(ids) > 1 {
				ids = slices.Delete(ids, i, i+1)
			}
		case 2: // a round
			j := min(len(ids), i+1+r.IntN(3))
			ids = slices.Insert(ids, j, ids[i:j]...)
		case 3:
			if i > 0 && i < len(ids) {
				ids[i-1], ids[i] = ids[i], ids[i-1]
			}
		}
	}
	return ids
}

// withRound goes back by a declared handoff where one leads back, and does again some of what
// stands in between.
func withRound(f graph.Flow, ids []string, r *rand.Rand) []string {
	for _, k := range r.Perm(len(f.Handoffs)) {
		h := f.Handoffs[k]
		i, j := slices.Index(ids, h.To), slices.Index(ids, h.From)
		if i < 0 || j <= i {
			continue
		}
		round := []string{ids[i]}
		for _, id := range ids[i+1 : j+1] {
			if r.IntN(3) > 0 {
				round = append(round, id)
			}
		}
		return slices.Insert(slices.Clone(ids), j+1, round...)
	}
	return ids
}

// extension returns the tasks of a solution in a random order that its handoffs allow.
func extension(s bruteforce.Solution, r *rand.Rand) (order []int) {
	left := map[int]bool{}
	for v := range s {
		left[v] = true
	}
	for len(left) > 0 {
		var ready []int
		for v := range left {
			if !slices.ContainsFunc(keys(left), func(u int) bool { return slices.Contains(s[u], v) }) {
				ready = append(ready, v)
			}
		}
		slices.Sort(ready)
		v := ready[r.IntN(len(ready))]
		order = append(order, v)
		delete(left, v)
	}
	return order
}

func keys(m map[int]bool) (list []int) {
	for v := range m {
		list = append(list, v)
	}
	return list
}

// eachRandomLog runs f on random logs of small random graphs with branches.
func eachRandomLog(t *testing.T, n int, f func(t *testing.T, g *graph.Graph, l *logtext.Log)) {
	t.Helper()
	bruteforce.EachRandomBranched(t, n, func(t *testing.T, seed uint64, g *graph.Graph) {
		f(t, g, randomLog(g, seed, 1+int(seed%12)))
	})
}

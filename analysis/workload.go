package analysis

import (
	"math"
	"math/big"
	"slices"

	"tasuki/graph"
)

// workload counts what organizations lead: workload[o] has n k-ths
// for the n tasks that organization o leads as one of k leads. Whole numbers make its
// sums the same in whatever order tasks are counted.
type workload []parts

// newWorkload counts the leads of the given tasks.
func newWorkload(g *graph.Graph, tasks []int) workload {
	w := make(workload, len(g.Organizations()))
	for _, task := range tasks {
		leads := g.Leads(task)
		for _, org := range leads {
			w.add(org, len(leads), 1)
		}
	}
	return w
}

func (w workload) clone() workload {
	all := make(workload, len(w))
	for org, counts := range w {
		all[org] = slices.Clone(counts)
	}
	return all
}

// add counts n more tasks that org leads as one of k.
func (w workload) add(org, k, n int) { w[org].add(k, n) }

// tasks returns the number of tasks that org leads, a joint lead split equally:
// the exact sum, rounded once, so that equal numbers are equal.
func (w workload) tasks(org int) float64 {
	parts := workload{w[org]}.parts()
	tasks, _ := new(big.Rat).SetFrac(w.inParts(org, parts), parts).Float64()
	return tasks
}

// parts returns into how many parts a task is divided so that each of its leads
// gets a whole number of them: the least common multiple of the numbers of
// leads.
func (w workload) parts() *big.Int {
	parts, common := big.NewInt(1), new(big.Int)
	done := map[int]bool{}
	for org := range w {
		for _, f := range w[org] {
			if k := big.NewInt(int64(f.k)); f.n != 0 && !done[f.k] {
				done[f.k] = true
				parts.Mul(parts, k.Quo(k, common.GCD(nil, nil, parts, k)))
			}
		}
	}
	return parts
}

// inParts returns the number of tasks that org leads in parts of a task, of
// which there are that many.
func (w workload) inParts(org int, parts *big.Int) *big.Int {
	sum, term := new(big.Int), new(big.Int)
	for _, f := range w[org] {
		if f.n != 0 {
			sum.Add(sum, term.Mul(term.Quo(parts, term.SetInt64(int64(f.k))), big.NewInt(int64(f.n))))
		}
	}
	return sum
}

// marksOf returns the number of tasks that org leads, alone or jointly.
func (w workload) marksOf(org int) int {
	sum := 0
	for _, f := range w[org] {
		sum += f.n
	}
	return sum
}

// marks returns the number of all lead marks.
func (w workload) marks() int {
	sum := 0
	for org := range w {
		sum += w.marksOf(org)
	}
	return sum
}

// hhi returns the Herfindahl-Hirschman index of the shares in that many led
// tasks, divided into parts. It is exact.
func (w workload) hhi(led int, parts *big.Int) *big.Rat {
	squares, square := new(big.Int), new(big.Int)
	for org := range w {
		if len(w[org]) > 0 {
			tasks := w.inParts(org, parts)
			squares.Add(squares, square.Mul(tasks, tasks))
		}
	}
	whole := big.NewInt(int64(led))
	whole.Mul(whole, parts)
	return new(big.Rat).SetFrac(squares.Mul(squares, big.NewInt(10000)), whole.Mul(whole, whole))
}

// squares returns the sum of the squared tasks in parts of a task, if it fits
// for at most that many tasks: what tells one index from another, and quickly.
func (w workload) squares(tasks int, parts *big.Int) (sum int64, fits bool) {
	if !parts.IsInt64() || parts.Int64() > math.MaxInt32/int64(tasks) {
		return 0, false
	}
	for org := range w {
		amount := int64(0)
		for _, f := range w[org] {
			if f.n != 0 {
				amount += int64(f.n) * (parts.Int64() / int64(f.k))
			}
		}
		sum += amount * amount
	}
	return sum, true
}

// amounts returns what those with a mark lead, in parts of a task, ascending.
func (w workload) amounts(parts *big.Int) []*big.Int {
	var list []*big.Int
	for org := range w {
		if w.marksOf(org) > 0 {
			list = append(list, w.inParts(org, parts))
		}
	}
	slices.SortFunc(list, (*big.Int).Cmp)
	return list
}

package workload

import (
	"math"
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/graph"
)

// Workload counts what organizations lead: workload[o] has n k-ths
// for the n tasks that organization o leads as one of k leads. Whole numbers make its
// sums the same in whatever order tasks are counted.
type Workload []exact.Parts

// New counts the leads of the given tasks.
func New(g *graph.Graph, tasks []int) Workload {
	w := make(Workload, len(g.Organizations()))
	for _, task := range tasks {
		leads := g.Leads(task)
		for _, org := range leads {
			w.Add(org, len(leads), 1)
		}
	}
	return w
}

// Clone returns a copy that can be changed on its own.
func (w Workload) Clone() Workload {
	all := make(Workload, len(w))
	for org, counts := range w {
		all[org] = slices.Clone(counts)
	}
	return all
}

// Add counts n more tasks that org leads as one of k.
func (w Workload) Add(org, k, n int) { w[org].Add(k, n) }

// Tasks returns the number of tasks that org leads, a joint lead split equally:
// the exact sum, rounded once, so that equal numbers are equal.
func (w Workload) Tasks(org int) float64 {
	parts := Workload{w[org]}.Parts()
	tasks, _ := new(big.Rat).SetFrac(w.InParts(org, parts), parts).Float64()
	return tasks
}

// Parts returns into how many parts a task is divided so that each of its leads
// gets a whole number of them: the least common multiple of the numbers of
// leads.
func (w Workload) Parts() *big.Int {
	parts, common := big.NewInt(1), new(big.Int)
	done := map[int]bool{}
	for org := range w {
		for _, f := range w[org] {
			if k := big.NewInt(int64(f.K)); f.N != 0 && !done[f.K] {
				done[f.K] = true
				parts.Mul(parts, k.Quo(k, common.GCD(nil, nil, parts, k)))
			}
		}
	}
	return parts
}

// InParts returns the number of tasks that org leads in parts of a task, of
// which there are that many.
func (w Workload) InParts(org int, parts *big.Int) *big.Int {
	sum, term := new(big.Int), new(big.Int)
	for _, f := range w[org] {
		if f.N != 0 {
			sum.Add(sum, term.Mul(term.Quo(parts, term.SetInt64(int64(f.K))), big.NewInt(int64(f.N))))
		}
	}
	return sum
}

// MarksOf returns the number of tasks that org leads, alone or jointly.
func (w Workload) MarksOf(org int) int {
	sum := 0
	for _, f := range w[org] {
		sum += f.N
	}
	return sum
}

// Marks returns the number of all lead marks.
func (w Workload) Marks() int {
	sum := 0
	for org := range w {
		sum += w.MarksOf(org)
	}
	return sum
}

// HHI returns the Herfindahl-Hirschman index of the shares in that many led
// tasks, divided into parts. It is exact.
func (w Workload) HHI(led int, parts *big.Int) *big.Rat {
	squares, square := new(big.Int), new(big.Int)
	for org := range w {
		if len(w[org]) > 0 {
			tasks := w.InParts(org, parts)
			squares.Add(squares, square.Mul(tasks, tasks))
		}
	}
	return hhi(squares, led, parts)
}

// HHIOf returns the index of which [Workload.Squares] returned the sum.
func HHIOf(squares int64, led int, parts *big.Int) *big.Rat {
	return hhi(big.NewInt(squares), led, parts)
}

// hhi divides squares, which it changes, by that of the whole.
func hhi(squares *big.Int, led int, parts *big.Int) *big.Rat {
	whole := big.NewInt(int64(led))
	whole.Mul(whole, parts)
	return new(big.Rat).SetFrac(squares.Mul(squares, big.NewInt(10000)), whole.Mul(whole, whole))
}

// Squares returns the sum of the squared tasks in parts of a task, if it fits
// for at most that many tasks: what tells one index from another, and quickly.
func (w Workload) Squares(tasks int, parts *big.Int) (sum int64, fits bool) {
	if !parts.IsInt64() || parts.Int64() > math.MaxInt32/int64(tasks) {
		return 0, false
	}
	for org := range w {
		amount := int64(0)
		for _, f := range w[org] {
			if f.N != 0 {
				amount += int64(f.N) * (parts.Int64() / int64(f.K))
			}
		}
		sum += amount * amount
	}
	return sum, true
}

// Amounts returns what those with a mark lead, in parts of a task, ascending.
func (w Workload) Amounts(parts *big.Int) []*big.Int {
	var list []*big.Int
	for org := range w {
		if w.MarksOf(org) > 0 {
			list = append(list, w.InParts(org, parts))
		}
	}
	slices.SortFunc(list, (*big.Int).Cmp)
	return list
}

package flow

import "slices"

// CheapestLoss returns vertices with the least sum of prices whose loss leaves nothing
// of the flow, and the sum. Vertices without a price are lost at no cost, those with a
// negative one cannot be. It looks at no more than the given number of evaluations;
// exact says that it needed no more, so that the sum is the least there is. Ok is false
// when no loss was found, and, if exact, there is none.
//
// Of what is left of the flow at least one vertex must be lost: the search tries each,
// and takes the cheapest vertex of each of several solutions that have no vertex in
// common for what is still to be paid at least.
func (p Graph) CheapestLoss(prices []int, evaluations int) (vertices []int, total int, exact, ok bool) {
	s := newHitting(prices, evaluations, func(chosen []bool) ([]int, bool) {
		left := p.Left(chosen)
		return left, len(left) == 0
	})
	return s.run()
}

// CheapestSolution returns the vertices with the least sum of prices that must be kept
// for something to be left of the flow, those without a price being kept at no cost and
// those with a negative one lost; otherwise as CheapestLoss.
func (p Graph) CheapestSolution(prices []int, evaluations int) (vertices []int, total int, exact, ok bool) {
	s := newHitting(prices, evaluations, func(chosen []bool) ([]int, bool) {
		lost := make([]bool, len(chosen))
		for v, kept := range chosen {
			lost[v] = !kept
		}
		e := p.Evaluate(lost)
		if e.Works() {
			return nil, true
		}
		return e.missing(), false
	})
	return s.run()
}

// hitting looks for the cheapest set with a property that every superset inherits. Of a
// set without it, next names numbers one of which must be added.
type hitting struct {
	prices []int
	next   func(chosen []bool) (candidates []int, done bool)
	left   int // questions that may still be asked

	chosen []bool
	barred []bool
	best   []int
	total  int
	found  bool
}

func newHitting(prices []int, questions int, next func([]bool) ([]int, bool)) *hitting {
	h := &hitting{prices: prices, next: next, left: questions, chosen: make([]bool, len(prices)), barred: make([]bool, len(prices))}
	for v, price := range prices {
		h.chosen[v], h.barred[v] = price == 0, price < 0
	}
	return h
}

func (h *hitting) run() (set []int, total int, exact, ok bool) {
	h.visit(0)
	return h.best, h.total, h.left > 0, h.found
}

// ask puts a question, if one may still be put.
func (h *hitting) ask(chosen []bool) (candidates []int, done, ok bool) {
	if h.left <= 0 {
		return nil, false, false
	}
	h.left--
	candidates, done = h.next(chosen)
	candidates = slices.DeleteFunc(candidates, func(v int) bool { return h.barred[v] || chosen[v] })
	slices.SortStableFunc(candidates, func(a, b int) int { return h.prices[a] - h.prices[b] })
	return candidates, done, true
}

func (h *hitting) visit(paid int) {
	candidates, done, ok := h.ask(h.chosen)
	switch {
	case !ok:
		return
	case done:
		h.take(paid)
		return
	}
	if h.found && paid+h.atLeast(candidates) >= h.total {
		return
	}
	for _, v := range candidates {
		if !h.found || paid+h.prices[v] < h.total {
			h.chosen[v] = true
			h.visit(paid + h.prices[v])
			h.chosen[v] = false
		}
		h.barred[v] = true
	}
	for _, v := range candidates {
		h.barred[v] = false
	}
}

// take notes a set, without the members that it does not need.
func (h *hitting) take(paid int) {
	if h.found && paid >= h.total {
		return
	}
	h.found, h.total, h.best = true, paid, h.best[:0:0]
	for v, in := range h.chosen {
		if in && h.prices[v] > 0 {
			h.best = append(h.best, v)
		}
	}
}

// atLeast returns a bound of what is still to be paid, candidates being the first of
// several lists none of which has a number of another: the cheapest of each.
func (h *hitting) atLeast(candidates []int) int {
	sum, all := 0, slices.Clone(h.chosen)
	for len(candidates) > 0 {
		sum += h.prices[candidates[0]]
		for _, v := range candidates {
			all[v] = true
		}
		more, done, ok := h.ask(all)
		if done || !ok {
			break
		}
		candidates = more
	}
	return sum
}

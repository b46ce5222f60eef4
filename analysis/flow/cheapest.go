package flow

import "slices"

// CheapestLoss returns vertices with the least sum of prices whose loss leaves nothing
// of the flow, and the sum. Vertices without a price are lost at no cost, those with a
// negative one cannot be. After about the given number of evaluations it ends with what it
// found; no set costs less than least, which is then perhaps less than total. Ok is false
// when no loss does it.
//
// Of what is left of the flow at least one vertex must be lost: the search tries each,
// and takes the cheapest vertex of each of several solutions that have no vertex in
// common for what is still to be paid at least.
func (p Graph) CheapestLoss(prices []int, evaluations int) (vertices []int, total, least int, ok bool) {
	s := newHitting(prices, evaluations, func(chosen []bool) ([]int, bool) {
		left := p.Left(chosen)
		return left, len(left) == 0
	})
	return s.run()
}

// CheapestSolution returns the vertices with the least sum of prices that must be kept
// for something to be left of the flow, those without a price being kept at no cost and
// those with a negative one lost; otherwise as CheapestLoss.
func (p Graph) CheapestSolution(prices []int, evaluations int) (vertices []int, total, least int, ok bool) {
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

// CheapestSet returns the numbers with the least sum of prices that have a property which
// every superset inherits, those without a price being chosen at no cost and those with a
// negative one never; otherwise as CheapestLoss, asking next at most the given number of
// times once it knows some set. Of a set without the property next names numbers one of
// which must be added: where it answers from cuts that it has found, this is an implicit
// hitting set (Moreno-Centeno and Karp, Operations Research 61(2), 2013).
func CheapestSet(prices []int, questions int, next func(chosen []bool) (candidates []int, done bool)) (set []int, total, least int, ok bool) {
	return newHitting(prices, questions, next).run()
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

// run begins with a set that may be good: all that can be added, without those that are
// not needed, the dearest first.
func (h *hitting) run() (set []int, total, least int, ok bool) {
	h.start()
	if !h.found {
		return nil, 0, 0, false
	}
	if h.total > 0 {
		candidates, _, _ := h.ask(h.chosen)
		least = h.atLeast(candidates)
		h.visit(0)
	}
	if h.left > 0 {
		least = h.total
	}
	return h.best, h.total, least, true
}

func (h *hitting) start() {
	all, order := make([]bool, len(h.prices)), []int{}
	for v, price := range h.prices {
		all[v] = price >= 0
		if price > 0 {
			order = append(order, v)
		}
	}
	if _, h.found = h.next(all); !h.found {
		return
	}
	slices.SortStableFunc(order, func(a, b int) int { return h.prices[b] - h.prices[a] })
	for _, v := range order {
		all[v] = false
		if _, done := h.next(all); !done {
			all[v], h.total = true, h.total+h.prices[v]
		}
	}
	h.note(all)
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
	case done && paid < h.total:
		h.total = paid
		h.note(h.chosen)
		return
	case done || paid+h.atLeast(candidates) >= h.total:
		return
	}
	for _, v := range candidates {
		if paid+h.prices[v] < h.total {
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

// note keeps the members of a set that have a price.
func (h *hitting) note(set []bool) {
	h.best = nil
	for v, in := range set {
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

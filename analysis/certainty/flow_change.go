package certainty

import (
	"cmp"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/flow"
	"tasuki/analysis/placement"
)

// Changes returns, for each organization of unsure for which there is one, the
// reading with the fewest marks moved, fewest first, ties by organization. Open
// says whether readings that are not known might hold others.
func (s *Blocked) Changes() (list []change, open bool) {
	for _, org := range s.unsure {
		if c, ok := s.change(org); ok {
			list = append(list, c)
		} else {
			open = true
		}
	}
	slices.SortStableFunc(list, func(a, b change) int { return cmp.Compare(a.moves, b.moves) })
	for _, c := range list {
		if c.moves == list[0].moves {
			s.nearest = append(s.nearest, c.org)
		}
	}
	return list, open
}

// change returns the change for one organization. To stop a flow, the tasks
// lost must stand on every way: a cut of it with the least price, exactly. To
// stop none, each flow needs a way of tasks that are kept: the cheapest way of
// one flow, exactly, and for several flows a search (see [stopping.keep]). Where
// branches must all be done both are searches.
func (s *Blocked) change(org int) (change, bool) {
	stops := !slices.Contains(s.set, org)
	prices, base := s.prices(org, stops)
	tasks, price, smallest, ok := s.lose(prices)
	if !stops {
		tasks, price, smallest, ok = s.keep(prices)
	}
	if !ok {
		return change{}, false
	}
	c := change{org: org, moves: base + price, smallest: smallest && !s.unknown}
	for _, task := range tasks {
		c.picks = append(c.picks, prices[task].to.Picks...)
	}
	slices.SortFunc(c.picks, func(a, b placement.Pick) int { return cmp.Compare(a.Group, b.Group) })
	return c, true
}

// offer is what it takes to lose or to keep a task.
type offer struct {
	price int                // marks to move, beyond those of the cheapest variant; nobody when it cannot be
	to    *placement.Variant // nil when nothing need be moved
}

// prices returns what it takes to lose each task with an organization, or to
// keep it, and the marks that the cheapest variants of all tasks move.
func (s *Blocked) prices(org int, losing bool) (prices map[int]offer, base int) {
	prices = map[int]offer{}
	for task, f := range s.fates[org] {
		wanted, other := f.toKeep, f.toLose
		if losing {
			wanted, other = other, wanted
		}
		switch {
		case f.unknown && f.now != losing, !f.unknown && wanted == nil:
			prices[task] = offer{price: exact.Nobody}
			if other != nil {
				base += other.Moves
			}
		case f.unknown:
			prices[task] = offer{}
		case other == nil || wanted.Moves <= other.Moves:
			prices[task] = offer{}
			base += wanted.Moves
		default:
			prices[task] = offer{wanted.Moves - other.Moves, wanted}
			base += other.Moves
		}
	}
	return prices, base
}

// lose returns the cheapest tasks that leave some flow no way when they are
// lost.
func (s *Blocked) lose(prices map[int]offer) (tasks []int, price int, smallest, ok bool) {
	least := 0
	for _, p := range s.Flows {
		*s.spent++
		x := cheapestLoss(p, pricesOf(p, prices))
		if !x.ok {
			continue
		}
		if !ok || x.least < least {
			least = x.least
		}
		if !ok || x.total < price {
			tasks, price, ok = paidFor(p, x.vertices, prices), x.total, true
		}
	}
	return tasks, price, least >= price, ok
}

func pricesOf(p flow.Graph, prices map[int]offer) []int {
	list := make([]int, len(p.Tasks))
	for v, task := range p.Index {
		list[v] = prices[task].price
	}
	return list
}

// paidFor returns the tasks of vertices that have a price.
func paidFor(p flow.Graph, vertices []int, prices map[int]offer) []int {
	var tasks []int
	for _, v := range vertices {
		if prices[p.Index[v]].price > 0 {
			tasks = append(tasks, p.Index[v])
		}
	}
	return tasks
}

// keep returns the cheapest tasks that leave every flow a way when they are
// kept, by branch and bound: the flow whose cheapest way costs most bounds the
// price, and the first task on that way that has a price is kept or given up.
func (s *Blocked) keep(prices map[int]offer) (tasks []int, price int, smallest, ok bool) {
	b := &keeping{Blocked: s, prices: prices, best: exact.Nobody, left: maxSearches}
	b.search(nil, 0)
	return b.tasks, b.best, b.left > 0 && !b.bounded, b.best != exact.Nobody
}

type keeping struct {
	*Blocked
	prices  map[int]offer
	tasks   []int
	best    int
	left    int  // searches
	bounded bool // a search for a solution ended with a bound
}

func (b *keeping) search(kept []int, paid int) {
	var dearest []int
	price, priced := 0, 0
	for _, p := range b.Flows {
		b.left--
		*b.spent++
		x := cheapestSolution(p, pricesOf(p, b.prices))
		b.bounded = b.bounded || x.least < x.total
		if !x.ok || b.best != exact.Nobody && paid+x.least >= b.best || b.left <= 0 {
			return
		}
		if x.total > 0 {
			priced++
		}
		if x.total > price {
			dearest, price = paidFor(p, x.vertices, b.prices), x.total
		}
	}
	if priced <= 1 {
		if b.best == exact.Nobody || paid+price < b.best {
			b.tasks, b.best = slices.Concat(kept, dearest), paid+price
		}
		return
	}
	task := dearest[0]
	was := b.prices[task]
	b.prices[task] = offer{}
	b.search(append(slices.Clip(kept), task), paid+was.price)
	b.prices[task] = offer{price: exact.Nobody}
	b.search(kept, paid)
	b.prices[task] = was
}

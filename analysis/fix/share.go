package fix

import (
	"math/big"
	"slices"
)

// loads returns how many tasks each organization leads, a joint lead split equally.
func (p *problem) loads(r roles) []*big.Rat {
	list := make([]*big.Rat, r.orgs)
	for o := range list {
		list[o] = new(big.Rat)
	}
	counts := map[[2]int]int64{} // organization and number of leads -> tasks
	for _, leads := range r.leads {
		for _, o := range leads {
			counts[[2]int{o, len(leads)}]++
		}
	}
	for at, n := range counts { // exact sums are the same in any order
		list[at[0]].Add(list[at[0]], big.NewRat(n, int64(at[1])))
	}
	return list
}

// within reports whether nobody leads more than the limit.
func (p *problem) within(r roles) bool { return p.limit == nil || p.heaviest(r) < 0 }

// heaviest returns who leads most of those that lead more than the limit, ties by ID; -1
// when nobody does.
func (p *problem) heaviest(r roles) int {
	at, loads := -1, p.loads(r)
	for o, l := range loads {
		if l.Cmp(p.limit) > 0 && (at < 0 || l.Cmp(loads[at]) > 0) {
			at = o
		}
	}
	return at
}

// fits reports whether an organization leads no more than the limit.
func (p *problem) fits(r roles, org int) bool {
	if p.limit == nil {
		return true
	}
	counts, sum := make([]int64, r.orgs+1), new(big.Rat)
	for _, leads := range r.leads {
		if _, found := slices.BinarySearch(leads, org); found {
			counts[len(leads)]++
		}
	}
	for k, n := range counts {
		if n > 0 {
			sum.Add(sum, big.NewRat(n, int64(k)))
		}
	}
	return sum.Cmp(p.limit) <= 0
}

// atLeast returns how many marks of leads it takes at least for nobody to lead more than
// the limit. One more lead of a task with k takes 1/k - 1/(k+1) from each of the k. For one
// organization the marks that take most are counted until they take what it has too
// much, and for all together the same; the largest of these numbers is the bound. It
// takes time in proportion to leads, and organizations squared.
func (p *problem) atLeast(r roles) int {
	if p.limit == nil {
		return 0
	}
	loads, over := p.loads(r), make([]bool, r.orgs)
	excess, need := new(big.Rat), 0
	for o, l := range loads {
		if over[o] = l.Cmp(p.limit) > 0; over[o] {
			own := new(big.Rat).Sub(l, p.limit)
			excess.Add(excess, own)
			need = max(need, r.fewest(own, func(x int) bool { return x == o }))
		}
	}
	if need > 0 {
		need = max(need, r.fewest(excess, func(o int) bool { return over[o] }))
	}
	return need
}

// fewest returns how many marks it takes at least to take so many tasks from organizations
// together.
func (r roles) fewest(excess *big.Rat, counts func(org int) bool) int {
	type gain struct{ of, leads int } // how many of the leads count
	tasks := map[gain]int64{}
	for _, leads := range r.leads {
		of := 0
		for _, o := range leads {
			if counts(o) {
				of++
			}
		}
		for k := len(leads); of > 0 && k < r.orgs; k++ {
			tasks[gain{of, k}]++
		}
	}
	amount := func(x gain) *big.Rat { return big.NewRat(int64(x.of), int64(x.leads)*int64(x.leads+1)) }
	order := make([]gain, 0, len(tasks))
	for x := range tasks {
		order = append(order, x)
	}
	slices.SortFunc(order, func(a, b gain) int { return amount(b).Cmp(amount(a)) })
	left, n := new(big.Rat).Set(excess), int64(0)
	for _, x := range order {
		here := amount(x)
		quotient := new(big.Rat).Quo(left, here)
		marks := new(big.Int).Add(quotient.Num(), new(big.Int).Sub(quotient.Denom(), big.NewInt(1)))
		if marks.Quo(marks, quotient.Denom()).Cmp(big.NewInt(tasks[x])) <= 0 {
			return int(n + marks.Int64())
		}
		n += tasks[x]
		left.Sub(left, here.Mul(here, big.NewRat(tasks[x], 1)))
	}
	return int(n)
}

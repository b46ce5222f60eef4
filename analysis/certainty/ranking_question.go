package certainty

import (
	"cmp"
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/graph"
)

// placing asks who holds a place by lead marks.
type placing struct {
	standing
	place   int // from 0
	set     []int
	judged  *placement.Judged // nil when it is too much work
	holders []*big.Int        // of each organization, the readings in which it holds the place
}

func newPlacing(s standing, place int) *placing {
	p := &placing{standing: s, place: place, set: places(s.marks)[place]}
	t, orgs, ok := s.convolution(place + 1)
	if !ok {
		return p
	}
	for range s.marks {
		p.holders = append(p.holders, new(big.Int))
	}
	p.judged = placement.NewJudged(t, func(sums []int, readings *big.Int) bool {
		set := places(s.with(orgs, sums))[place]
		for _, org := range set {
			p.holders[org].Add(p.holders[org], readings)
		}
		return slices.Equal(set, p.set)
	})
	return p
}

func (p *placing) asRead() []int { return p.set }

func (p *placing) answer(outcomes [][]int) []int { return places(p.counts(outcomes))[p.place] }

func (p *placing) touches(group int) bool {
	if p.judged != nil {
		return p.judged.Keys[group] != nil
	}
	return p.groups[group].Role == graph.Lead
}

func (p *placing) Count() (placement.Verdict, bool) { return p.judged.Count() }

func (p *placing) settle(group, mark, org int) (placement.Verdict, bool) {
	return p.judged.Settled(group, mark, org)
}

// Changes returns the readings that contradict the place. Two organizations are
// compared at a time, exactly; that settles the first place, and the second when
// the first holds. Otherwise the convolution settles it, if there is one.
func (p *placing) Changes() (list []change, open bool) {
	first := places(p.marks)[0]
	c := p.challenges(first, func(int) bool { return true })
	if p.place > 0 {
		ahead := c
		c = p.challenges(p.set, func(org int) bool { return !slices.Contains(first, org) })
		if len(ahead.picks) > 0 || ahead.open {
			c.picks, c.open = append(c.picks, ahead.picks...), true
		}
	}
	for _, picks := range c.picks {
		if !slices.Equal(p.answer(outcomesOf(p.groups, picks)), p.set) {
			list = append(list, change{moves: moves(p.groups, picks), picks: picks, smallest: !c.open})
		}
	}
	if v, best, ok := p.judged.Smallest(); ok && c.open {
		c.open = false
		if v.Moves != exact.Nobody {
			list = append(list, change{moves: v.Moves, picks: p.judged.Picks(best), smallest: true})
		}
	}
	slices.SortStableFunc(list, func(a, b change) int {
		if c := cmp.Compare(a.moves, b.moves); c != 0 || a.smallest == b.smallest {
			return c
		}
		return map[bool]int{true: -1, false: 1}[a.smallest]
	})
	return list, c.open
}

// holds returns in how many readings an organization holds the place, or nil
// when they were not counted and ranges do not tell.
func (p *placing) holds(org int) *placement.Proportion {
	switch {
	case p.judged != nil:
		all := new(big.Int)
		for _, n := range p.judged.Sums().Ways {
			all.Add(all, n)
		}
		return placement.ProportionOf(p.holders[org], all)
	case p.hi[org] == 0 || p.apart[org] > p.place:
		return placement.Certainly(false)
	case p.place == 0 && slices.Contains(p.set, org) && p.unpassed(org):
		return placement.Certainly(true)
	}
	return nil
}

// unpassed reports whether no rival gets ahead of an organization in any
// reading, as far as readings are known.
func (p *placing) unpassed(org int) bool {
	for other := range p.marks {
		if other == org {
			continue
		}
		if picks, open := p.closing(org, other, 1); len(picks) > 0 || open {
			return false
		}
	}
	return true
}

package analysis

import (
	"cmp"
	"math/big"
	"slices"

	"tasuki/graph"
)

// placing asks who holds a place by lead marks.
type placing struct {
	standing
	place   int // from 0
	set     []int
	judged  *judged    // nil when it is too much work
	holders []*big.Int // of each organization, the readings in which it holds the place
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
	p.judged = newJudged(t, func(sums []int, readings *big.Int) bool {
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
		return p.judged.keys[group] != nil
	}
	return p.groups[group].role == graph.Lead
}

func (p *placing) count() (verdict, bool) { return p.judged.count() }

func (p *placing) settle(group, mark, org int) (verdict, bool) {
	return p.judged.settled(group, mark, org)
}

// changes returns the readings that contradict the place. Two organizations are
// compared at a time, exactly; that settles the first place, and the second when
// the first holds. Otherwise the convolution settles it, if there is one.
func (p *placing) changes() (list []change, open bool) {
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
	if v, best, ok := p.judged.smallest(); ok && c.open {
		c.open = false
		if v.moves != nobody {
			list = append(list, change{moves: v.moves, picks: p.judged.picks(best), smallest: true})
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
func (p *placing) holds(org int) *Proportion {
	switch {
	case p.judged != nil:
		all := new(big.Int)
		for _, n := range p.judged.sums().ways {
			all.Add(all, n)
		}
		return proportionOf(p.holders[org], all)
	case p.hi[org] == 0 || p.apart[org] > p.place:
		return certainly(false)
	case p.place == 0 && slices.Contains(p.set, org) && p.unpassed(org):
		return certainly(true)
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

package analysis

import (
	"math/big"
	"slices"

	"tasuki/graph"
)

// BandConclusion says at which level of an authority's limits the
// Herfindahl-Hirschman index of all tasks lies, and whether it does in every
// reading. The limits are antitrust limits: a known scale, and no verdict about
// vendors.
type BandConclusion struct {
	Authority Authority `json:"authority"` // us-2023, us-2010, eu-2004 or jftc
	Lower     int       `json:"lower"`     // its lower limit
	Upper     int       `json:"upper"`     // its upper limit
	Level     Level     `json:"level"`     // below, between or above the limits, as the dataset reads
	Sureness
	Levels   []LevelShare  `json:"levels"`   // the levels of some reading, lowest first
	Counters []BandCounter `json:"counters"` // a reading with another level, of the fewest moves found: empty unless it depends
}

// LevelShare says in how many readings an index is at a level.
type LevelShare struct {
	Level    Level       `json:"level"`    // below, between or above the limits
	Readings *Proportion `json:"readings"` // nil when not computed
}

// BandCounter is a reading that has the index at another level.
type BandCounter struct {
	Level Level   `json:"level"` // in this reading
	HHI   float64 `json:"hhi"`   // in this reading
	Moves []Move  `json:"moves"` // by task, role and organization
}

// banding asks at which level the index is.
type banding struct {
	*loads
	Limits
	now    int
	lo, hi int // the levels of the least and of the largest index, or of bounds
	judged *judged
	at     [3]*big.Int // of each level, the readings
}

func newBanding(l *loads, limits Limits, now *big.Rat, r Range) *banding {
	b := &banding{loads: l, Limits: limits, now: limits.rank(now)}
	b.lo, b.hi = limits.ranks(r)
	if l.convolution == nil {
		return b
	}
	for i := range b.at {
		b.at[i] = new(big.Int)
	}
	b.judged = &judged{convolution: l.convolution}
	for i, v := range l.values {
		level := limits.rank(v)
		b.at[level].Add(b.at[level], l.sums().ways[i])
		b.judged.same = append(b.judged.same, level == b.now)
	}
	return b
}

func (b *banding) asRead() []int { return []int{b.now} }

func (b *banding) answer(outcomes [][]int) []int {
	return []int{b.rank(b.index(b.in(outcomes)))}
}

func (b *banding) touches(group int) bool {
	if b.judged != nil {
		return b.keys[group] != nil
	}
	return b.groups[group].role == graph.Lead
}

func (b *banding) count() (verdict, bool) { return b.judged.count() }

func (b *banding) settle(group, mark, org int) (verdict, bool) {
	return b.judged.settled(group, mark, org)
}

func (b *banding) changes() (list []change, open bool) {
	v, best, ok := b.judged.smallest()
	switch {
	case !ok: // too much work, or none needed
		return nil, b.lo != b.hi
	case v.moves == nobody:
		return nil, false
	}
	return []change{{moves: v.moves, picks: b.picks(best), smallest: true}}, false
}

// holds returns in how many readings the index is at a level.
func (b *banding) holds(level int) *Proportion {
	switch {
	case b.judged != nil:
		all := new(big.Int)
		for _, n := range b.at {
			all.Add(all, n)
		}
		return proportionOf(b.at[level], all)
	case b.lo == b.hi || level < b.lo || level > b.hi:
		return certainly(level >= b.lo && level <= b.hi)
	}
	return nil
}

// rank returns the position in levels of where an index lies.
func (l Limits) rank(index *big.Rat) int { return slices.Index(levels(), l.level(index)) }

// ranks returns those of the ends of a range, which rounding may have moved.
func (l Limits) ranks(r Range) (lo, hi int) {
	const rounding = 1e-6
	return l.rank(new(big.Rat).SetFloat64(r.Min - rounding)), l.rank(new(big.Rat).SetFloat64(r.Max + rounding))
}

// bands asks at which level of each authority the index is; of no authority
// when no task is led.
func (e *inquest) bands(r *Range) []BandConclusion {
	list := []BandConclusion{}
	if r == nil {
		return list
	}
	l := newLoads(e.g, e.groups)
	if slices.ContainsFunc(AntitrustLimits(), func(limits Limits) bool { lo, hi := limits.ranks(*r); return lo != hi }) {
		l.count()
	}
	now := l.index(l.in(outcomesOf(e.groups, nil)))
	for _, limits := range AntitrustLimits() {
		list = append(list, e.band(newBanding(l, limits, now, *r)))
	}
	return list
}

func (e *inquest) band(b *banding) BandConclusion {
	a, open := e.ask(Topic{TopicBand, string(b.Authority)}, b)
	c := BandConclusion{
		Authority: b.Authority, Lower: b.Lower, Upper: b.Upper, Level: levels()[b.now],
		Sureness: e.sureness(a, open), Levels: []LevelShare{}, Counters: []BandCounter{},
	}
	for i, level := range levels() {
		if p := a.holding(i); p == nil || !p.None() {
			c.Levels = append(c.Levels, LevelShare{level, p})
		}
	}
	for _, x := range a.changes {
		index := b.index(b.in(outcomesOf(e.groups, x.picks)))
		c.Counters = append(c.Counters, BandCounter{b.level(index), float(index), moved(e.g, e.groups, x.picks)})
	}
	return c
}

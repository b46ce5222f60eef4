package certainty

import (
	"math/big"
	"slices"

	"tasuki/analysis/concentration"
	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/graph"
)

// BandConclusion says at which level of an authority's limits the
// Herfindahl-Hirschman index of all tasks lies, and whether it does in every
// reading. The limits are antitrust limits: a known scale, and no verdict about
// vendors.
type BandConclusion struct {
	Authority concentration.Authority `json:"authority"` // us-2023, us-2010, eu-2004 or jftc
	Lower     int                     `json:"lower"`     // its lower limit
	Upper     int                     `json:"upper"`     // its upper limit
	Level     concentration.Level     `json:"level"`     // below, between or above the limits, as the dataset reads
	Sureness
	Levels   []LevelShare  `json:"levels"`   // the levels of some reading, lowest first
	Counters []BandCounter `json:"counters"` // a reading with another level, of the fewest moves found: empty unless it depends
}

// LevelShare says in how many readings an index is at a level.
type LevelShare struct {
	Level    concentration.Level   `json:"level"`    // below, between or above the limits
	Readings *placement.Proportion `json:"readings"` // nil when not computed
}

// BandCounter is a reading that has the index at another level.
type BandCounter struct {
	Level concentration.Level `json:"level"` // in this reading
	HHI   float64             `json:"hhi"`   // in this reading
	Moves []placement.Move    `json:"moves"` // by task, role and organization
}

// banding asks at which level the index is.
type banding struct {
	*loads
	concentration.Limits
	now    int
	lo, hi int // the levels of the least and of the largest index, or of bounds
	judged *placement.Judged
	at     [3]*big.Int // of each level, the readings
}

func newBanding(l *loads, limits concentration.Limits, now *big.Rat, r placement.Range) *banding {
	b := &banding{loads: l, Limits: limits, now: rank(limits, now)}
	b.lo, b.hi = ranks(limits, r)
	if l.Convolution == nil {
		return b
	}
	for i := range b.at {
		b.at[i] = new(big.Int)
	}
	b.judged = &placement.Judged{Convolution: l.Convolution}
	for i, v := range l.values {
		level := rank(limits, v)
		b.at[level].Add(b.at[level], l.Sums().Ways[i])
		b.judged.Same = append(b.judged.Same, level == b.now)
	}
	return b
}

func (b *banding) asRead() []int { return []int{b.now} }

func (b *banding) answer(outcomes [][]int) []int {
	return []int{rank(b.Limits, b.in(outcomes))}
}

func (b *banding) touches(group int) bool {
	if b.judged != nil {
		return b.Keys[group] != nil
	}
	return b.groups[group].Role == graph.Lead
}

func (b *banding) Count() (placement.Verdict, bool) { return b.judged.Count() }

func (b *banding) settle(group, mark, org int) (placement.Verdict, bool) {
	return b.judged.Settled(group, mark, org)
}

func (b *banding) Changes() (list []change, open bool) {
	v, best, ok := b.judged.Smallest()
	switch {
	case !ok: // too much work, or none needed
		return nil, b.lo != b.hi
	case v.Moves == exact.Nobody:
		return nil, false
	}
	return []change{{moves: v.Moves, picks: b.Picks(best), smallest: true}}, false
}

// holds returns in how many readings the index is at a level.
func (b *banding) holds(level int) *placement.Proportion {
	switch {
	case b.judged != nil:
		all := new(big.Int)
		for _, n := range b.at {
			all.Add(all, n)
		}
		return placement.ProportionOf(b.at[level], all)
	case b.lo == b.hi || level < b.lo || level > b.hi:
		return placement.Certainly(level >= b.lo && level <= b.hi)
	}
	return nil
}

// rank returns the position in levels of where an index lies.
func rank(l concentration.Limits, index *big.Rat) int {
	return slices.Index(concentration.Levels(), l.Level(index))
}

// ranks returns those of the ends of a range, which rounding may have moved.
func ranks(l concentration.Limits, r placement.Range) (lo, hi int) {
	const rounding = 1e-6
	return rank(l, new(big.Rat).SetFloat64(r.Min-rounding)), rank(l, new(big.Rat).SetFloat64(r.Max+rounding))
}

// bands asks at which level of each authority the index is; of no authority
// when no task is led.
func (e *inquest) bands(r *placement.Range) []BandConclusion {
	list := []BandConclusion{}
	if r == nil {
		return list
	}
	l := newLoads(e.g, e.groups)
	if slices.ContainsFunc(concentration.AntitrustLimits(), func(limits concentration.Limits) bool { lo, hi := ranks(limits, *r); return lo != hi }) {
		l.Count()
	}
	now := l.in(outcomesOf(e.groups, nil))
	for _, limits := range concentration.AntitrustLimits() {
		list = append(list, e.band(newBanding(l, limits, now, *r)))
	}
	return list
}

func (e *inquest) band(b *banding) BandConclusion {
	a, open := e.ask(Topic{TopicBand, string(b.Authority)}, b)
	c := BandConclusion{
		Authority: b.Authority, Lower: b.Lower, Upper: b.Upper, Level: concentration.Levels()[b.now],
		Sureness: e.sureness(a, open), Levels: []LevelShare{}, Counters: []BandCounter{},
	}
	for i, level := range concentration.Levels() {
		if p := a.holding(i); p == nil || !p.None() {
			c.Levels = append(c.Levels, LevelShare{level, p})
		}
	}
	for _, x := range a.changes {
		index := b.in(outcomesOf(e.groups, x.picks))
		c.Counters = append(c.Counters, BandCounter{b.Level(index), exact.Float(index), moved(e.g, e.groups, x.picks)})
	}
	return c
}

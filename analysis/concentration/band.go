package concentration

import (
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
)

// Authority is who states limits of the Herfindahl-Hirschman index, and where.
type Authority string

// The authorities, in the order in which results list them. All of them judge
// mergers. No regulator of operational risk is known to us that sets a limit
// for the concentration of tasks among vendors.
const (
	US2023 Authority = "us-2023" // Department of Justice and Federal Trade Commission, Merger Guidelines, 2023
	US2010 Authority = "us-2010" // the same, Horizontal Merger Guidelines, 2010, replaced in 2023
	EU2004 Authority = "eu-2004" // European Commission, Horizontal Merger Guidelines, OJ C 31, 5.2.2004
	JFTC   Authority = "jftc"    // Japan Fair Trade Commission, business combination guidelines, safe harbour of 2007
)

// Level says where an index lies between the two limits of an authority.
type Level string

// The levels. A value at the upper limit is between the limits; one at the
// lower limit is too, but below them for the JFTC, which states "1,500 or less".
const (
	BelowLimits   Level = "below"
	BetweenLimits Level = "between"
	AboveLimits   Level = "above"
)

// Levels returns all levels, lowest first.
func Levels() []Level { return []Level{BelowLimits, BetweenLimits, AboveLimits} }

// Limits are the two limits of an authority.
type Limits struct {
	Authority Authority
	Lower     int
	Upper     int

	// LowerIncluded says that a value at the lower limit is below the limits.
	LowerIncluded bool
}

// AntitrustLimits returns the limits of every authority, in the order of
// results.
func AntitrustLimits() []Limits {
	return []Limits{
		{US2023, 1000, 1800, false},
		{US2010, 1500, 2500, false},
		{EU2004, 1000, 2000, false},
		{JFTC, 1500, 2500, true},
	}
}

// Level returns where an index lies.
func (l Limits) Level(index *big.Rat) Level {
	lower := index.Cmp(big.NewRat(int64(l.Lower), 1))
	switch {
	case lower < 0 || lower == 0 && l.LowerIncluded:
		return BelowLimits
	case index.Cmp(big.NewRat(int64(l.Upper), 1)) <= 0:
		return BetweenLimits
	}
	return AboveLimits
}

// Band is where an index lies between the limits of an authority. They are
// antitrust limits, made for market shares before and after a merger: a known
// scale, and no verdict about vendors.
type Band struct {
	Authority Authority `json:"authority"`
	Lower     int       `json:"lower"`    // its lower limit
	Upper     int       `json:"upper"`    // its upper limit
	Level     Level     `json:"level"`    // as the dataset reads
	Possible  []Level   `json:"possible"` // in some reading of the uncertain marks, lowest first; when not Exact, in none but these
	Exact     bool      `json:"exact"`    // every possible level is that of some reading
}

// bandReadings gathers the values that an index has in the readings.
type bandReadings struct {
	value, min, max *big.Rat
	limits          []Limits
	seen            [][3]bool // by authority and level
	inexact         bool
}

func newBandReadings(value *big.Rat) *bandReadings {
	b := &bandReadings{value: value, min: value, max: value, limits: AntitrustLimits()}
	b.seen = make([][3]bool, len(b.limits))
	b.see(value)
	return b
}

// add notes the value of one reading. What lies between values that are at the
// same levels is at these levels too.
func (b *bandReadings) add(x *big.Rat) {
	switch {
	case x.Cmp(b.min) < 0:
		b.min = x
	case x.Cmp(b.max) > 0:
		b.max = x
	case !b.gap():
		return
	}
	b.see(x)
}

// gap reports whether the values so far leave out a level between theirs.
func (b *bandReadings) gap() bool {
	return slices.Contains(b.seen, [3]bool{true, false, true})
}

func (b *bandReadings) see(x *big.Rat) {
	for i, l := range b.limits {
		b.seen[i][slices.Index(Levels(), l.Level(x))] = true
	}
}

// bounds notes that the values of all readings lie between two.
func (b *bandReadings) bounds(lo, hi *big.Rat) {
	b.add(lo)
	b.add(hi)
	b.inexact = true
	for i := range b.seen {
		b.seen[i][1] = b.seen[i][1] || b.seen[i][0] && b.seen[i][2]
	}
}

func (b *bandReadings) result() (placement.Range, []Band) {
	r := placement.Range{Value: exact.Float(b.value), Min: exact.Float(b.min), Max: exact.Float(b.max), Exact: !b.inexact}
	list := []Band{}
	for i, l := range b.limits {
		band := Band{Authority: l.Authority, Lower: l.Lower, Upper: l.Upper, Level: l.Level(b.value), Possible: []Level{}}
		for j, seen := range b.seen[i] {
			if seen {
				band.Possible = append(band.Possible, Levels()[j])
			}
		}
		band.Exact = !b.inexact || len(band.Possible) == 1
		list = append(list, band)
	}
	return r, list
}

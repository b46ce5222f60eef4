package concentration

import (
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/graph"
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
	Name      graph.Name
	Lower     int
	Upper     int

	// LowerIncluded says that a value at the lower limit is below the limits.
	LowerIncluded bool

	// Says is what the authority says of a market at each level. Where it has no
	// word for one, there is none.
	Says map[Level]graph.Name
}

// AntitrustLimits returns the limits of every authority, in the order of
// results.
func AntitrustLimits() []Limits {
	moderately := graph.Name{JA: "中程度に集中", EN: "moderately concentrated"}
	highly := graph.Name{JA: "高度に集中", EN: "highly concentrated"}
	return []Limits{
		{US2023, graph.Name{JA: "米国 合併ガイドライン 2023", EN: "US Merger Guidelines 2023"}, 1000, 1800, false, map[Level]graph.Name{
			BetweenLimits: moderately,
			AboveLimits:   highly,
		}},
		{US2010, graph.Name{JA: "米国 水平合併ガイドライン 2010（2023 年に廃止）", EN: "US Horizontal Merger Guidelines 2010 (replaced in 2023)"}, 1500, 2500, false, map[Level]graph.Name{
			BelowLimits:   {JA: "集中していない", EN: "unconcentrated"},
			BetweenLimits: moderately,
			AboveLimits:   highly,
		}},
		{EU2004, graph.Name{JA: "EU 水平合併ガイドライン 2004", EN: "EU Horizontal Merger Guidelines 2004"}, 1000, 2000, false, map[Level]graph.Name{
			BelowLimits:   {JA: "懸念は生じにくい", EN: "concerns are unlikely"},
			BetweenLimits: {JA: "合併による増分が 250 未満なら懸念は生じにくい", EN: "concerns are unlikely if a merger adds less than 250"},
			AboveLimits:   {JA: "合併による増分が 150 未満なら懸念は生じにくい", EN: "concerns are unlikely if a merger adds less than 150"},
		}},
		{JFTC, graph.Name{JA: "公正取引委員会 セーフハーバー", EN: "Japan Fair Trade Commission, safe harbour"}, 1500, 2500, true, map[Level]graph.Name{
			BelowLimits:   {JA: "セーフハーバー", EN: "safe harbour"},
			BetweenLimits: {JA: "合併による増分が 250 以下ならセーフハーバー", EN: "safe harbour if a merger adds 250 or less"},
			AboveLimits:   {JA: "合併による増分が 150 以下ならセーフハーバー", EN: "safe harbour if a merger adds 150 or less"},
		}},
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

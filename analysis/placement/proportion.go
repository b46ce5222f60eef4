package placement

import (
	"math"
	"math/big"

	"tasuki/analysis/exact"
)

// Proportion says in how many readings something is so. All readings count
// alike: it is a count, and no probability.
type Proportion struct {
	Percent  float64 `json:"percent"`  // 100 x Readings / Of, 0 to 100; 100 is also what is rounded to it
	Readings string  `json:"readings"` // in decimal digits, which may be more than a JSON number holds
	Of       string  `json:"of"`       // when Exact, both are in lowest terms; otherwise the readings drawn
	Exact    bool    `json:"exact"`    // every reading is counted; otherwise this is an estimate from Certainties.Sample

	// Low and High are the ends of the 95 % Wilson score interval of an
	// estimate, in percent (Wilson, JASA 22(158), 1927); nil when Exact.
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
}

// All reports whether it is so in every reading counted or drawn.
func (p Proportion) All() bool { return p.Readings == p.Of }

// None reports whether it is so in no reading counted or drawn.
func (p Proportion) None() bool { return p.Readings == "0" }

// ProportionOf returns the proportion of part in all readings.
func ProportionOf(part, all *big.Int) *Proportion {
	ratio := new(big.Rat).SetFrac(part, all)
	percent, _ := new(big.Rat).Mul(ratio, big.NewRat(100, 1)).Float64()
	return &Proportion{Percent: percent, Readings: ratio.Num().String(), Of: ratio.Denom().String(), Exact: true}
}

// Certainly returns the proportion of what holds in all readings or in none.
func Certainly(holds bool) *Proportion {
	if holds {
		return ProportionOf(big.NewInt(1), big.NewInt(1))
	}
	return ProportionOf(new(big.Int), big.NewInt(1))
}

// Estimated returns the proportion of hits among n readings drawn.
func Estimated(hits, n int) *Proportion {
	low, high := wilson(hits, n)
	return &Proportion{
		Percent: exact.Percent(float64(hits), float64(n)), Readings: big.NewInt(int64(hits)).String(), Of: big.NewInt(int64(n)).String(),
		Low: &low, High: &high,
	}
}

// wilson returns the 95 % score interval of a proportion, in percent.
func wilson(hits, n int) (low, high float64) {
	const z = 1.959963984540054 // the 97.5 % quantile of the standard normal distribution
	p, m := float64(hits)/float64(n), float64(n)
	centre := p + z*z/(2*m)
	half := z * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	scale := 100 / (1 + z*z/m)
	return max(0, (centre-half)*scale), min(100, (centre+half)*scale)
}

package rules

import (
	"math/big"

	"tasuki/analysis/exact"
)

// Interval is where a figure lies when facts that it rests on are not declared:
// both ends are those of some declaration. The ends are equal when all are.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// Span is an interval of exact numbers.
type Span struct{ Low, High *big.Rat }

// Interval returns the span in floating point, for printing.
func (s Span) Interval() Interval { return Interval{exact.Float(s.Low), exact.Float(s.High)} }

// Times returns the product of spans of numbers that are not negative.
func (s Span) Times(others ...Span) Span {
	p := Span{new(big.Rat).Set(s.Low), new(big.Rat).Set(s.High)}
	for _, o := range others {
		p.Low.Mul(p.Low, o.Low)
		p.High.Mul(p.High, o.High)
	}
	return p
}

// Raise moves the ends up to those of another span, and reports which did.
func (s *Span) Raise(other Span) (low, high bool) {
	if low = other.Low.Cmp(s.Low) > 0; low {
		s.Low = other.Low
	}
	if high = other.High.Cmp(s.High) > 0; high {
		s.High = other.High
	}
	return low, high
}

// ZeroSpan returns the span from 0 to 0.
func ZeroSpan() Span { return Span{new(big.Rat), new(big.Rat)} }

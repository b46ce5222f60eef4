package analysis

import "math/big"

// Interval is where a figure lies when facts that it rests on are not declared:
// both ends are those of some declaration. The ends are equal when all are.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// span is an interval of exact numbers.
type span struct{ low, high *big.Rat }

func (s span) interval() Interval { return Interval{float(s.low), float(s.high)} }

// times returns the product of spans of numbers that are not negative.
func (s span) times(others ...span) span {
	p := span{new(big.Rat).Set(s.low), new(big.Rat).Set(s.high)}
	for _, o := range others {
		p.low.Mul(p.low, o.low)
		p.high.Mul(p.high, o.high)
	}
	return p
}

// raise moves the ends up to those of another span, and reports which did.
func (s *span) raise(other span) (low, high bool) {
	if low = other.low.Cmp(s.low) > 0; low {
		s.low = other.low
	}
	if high = other.high.Cmp(s.high) > 0; high {
		s.high = other.high
	}
	return low, high
}

func zeroSpan() span { return span{new(big.Rat), new(big.Rat)} }

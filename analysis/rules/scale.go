package rules

import (
	"cmp"
	"math/big"
	"slices"

	"tasuki/graph"
)

// CriticalityScale gives the words of criticality numbers: whole, not negative,
// and counted over the largest of their kind, so that 3, 2, 1 are 1, 2/3, 1/3.
// Weights that are all zero stand for the defaults.
type CriticalityScale struct {
	Tiers      TierWeights       `json:"tiers"`      // how much a tier weighs
	Difficulty DifficultyWeights `json:"difficulty"` // how hard it is to replace an organization: 1 - substitutability
}

// TierWeights are the weights of the tiers of flows.
type TierWeights struct {
	Critical  int `json:"critical"`
	Important int `json:"important"`
	Other     int `json:"other"`
}

// DifficultyWeights are the weights of the words for substitutability. There is
// none for "not-assessed", which leaves everything open.
type DifficultyWeights struct {
	NotSubstitutable    int `json:"not_substitutable"`
	HighlyComplex       int `json:"highly_complex"`
	MediumComplexity    int `json:"medium_complexity"`
	EasilySubstitutable int `json:"easily_substitutable"`
}

// DefaultScale returns the weights that are used unless others are asked for:
// the words in their order, in equal steps.
func DefaultScale() CriticalityScale {
	return CriticalityScale{
		Tiers:      TierWeights{Critical: 3, Important: 2, Other: 1},
		Difficulty: DifficultyWeights{NotSubstitutable: 3, HighlyComplex: 2, MediumComplexity: 1, EasilySubstitutable: 0},
	}
}

// WithDefaults returns s with weights in place of those that are all zero.
func (s CriticalityScale) WithDefaults() CriticalityScale {
	s.Tiers = cmp.Or(s.Tiers, DefaultScale().Tiers)
	s.Difficulty = cmp.Or(s.Difficulty, DefaultScale().Difficulty)
	return s
}

// Weight returns the weight of a tier; of none, that of any.
func (s CriticalityScale) Weight(t graph.Tier) Span {
	w := s.Tiers
	switch t {
	case graph.Critical:
		return over(w.Critical, w.Critical, w.Important, w.Other)
	case graph.Important:
		return over(w.Important, w.Critical, w.Important, w.Other)
	case graph.Other:
		return over(w.Other, w.Critical, w.Important, w.Other)
	}
	return anyOf(w.Critical, w.Important, w.Other)
}

// DifficultyOf returns the weight of a word; of none, or of one that says that
// nothing is known, that of any.
func (s CriticalityScale) DifficultyOf(word graph.Substitutability) Span {
	w := s.Difficulty
	all := []int{w.NotSubstitutable, w.HighlyComplex, w.MediumComplexity, w.EasilySubstitutable}
	switch word {
	case graph.NotSubstitutable:
		return over(w.NotSubstitutable, all...)
	case graph.HighlyComplex:
		return over(w.HighlyComplex, all...)
	case graph.MediumComplexity:
		return over(w.MediumComplexity, all...)
	case graph.EasilySubstitutable:
		return over(w.EasilySubstitutable, all...)
	}
	return anyOf(all...)
}

// over returns a weight over the largest.
func over(weight int, all ...int) Span {
	share := big.NewRat(int64(weight), int64(slices.Max(all)))
	return Span{share, share}
}

// anyOf returns from the smallest weight to the largest, over the largest.
func anyOf(all ...int) Span {
	return Span{big.NewRat(int64(slices.Min(all)), int64(slices.Max(all))), big.NewRat(1, 1)}
}

// defaultTimingWeights returns how often a task is done in a year, as far as
// the word for its timing says it: every day, every month, every year. How often
// a need arises, or in how many years once is, no word says.
func defaultTimingWeights() map[graph.Timing]float64 {
	return map[graph.Timing]float64{graph.Daily: 365, graph.Monthly: 12, graph.Yearly: 1}
}

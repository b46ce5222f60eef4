package flagvalue

import (
	"maps"
	"slices"

	"github.com/spf13/pflag"

	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
)

// Weights are the flags that change the numbers for the words of
// criticality.
type Weights struct{ tier, difficulty map[string]int }

// Register adds the flags to others.
func (f *Weights) Register(flags *pflag.FlagSet) {
	flags.StringToIntVar(&f.tier, "tier-weights", nil, "`WORD=NUMBER`: how much tiers of flows weigh in criticality")
	flags.StringToIntVar(&f.difficulty, "difficulty-weights", nil, "`WORD=NUMBER`: how much substitutabilities weigh in criticality")
	flags.Lookup("tier-weights").DefValue = "critical=3,important=2,other=1"
	flags.Lookup("difficulty-weights").DefValue = "not-substitutable=3,highly-complex=2,medium-complexity=1,easily-substitutable=0"
}

// Apply sets the weights that were given; the others keep their defaults.
func (f *Weights) Apply(s *rules.CriticalityScale) error {
	*s = rules.DefaultScale()
	if err := setWeights("--tier-weights", f.tier, map[string]*int{
		string(graph.Critical):  &s.Tiers.Critical,
		string(graph.Important): &s.Tiers.Important,
		string(graph.Other):     &s.Tiers.Other,
	}); err != nil {
		return err
	}
	return setWeights("--difficulty-weights", f.difficulty, map[string]*int{
		string(graph.NotSubstitutable):    &s.Difficulty.NotSubstitutable,
		string(graph.HighlyComplex):       &s.Difficulty.HighlyComplex,
		string(graph.MediumComplexity):    &s.Difficulty.MediumComplexity,
		string(graph.EasilySubstitutable): &s.Difficulty.EasilySubstitutable,
	})
}

// maxWeight keeps products of weights far from what an int can hold.
const maxWeight = 1_000_000

func setWeights(flag string, given map[string]int, words map[string]*int) error {
	for _, word := range slices.Sorted(maps.Keys(given)) {
		weight, ok := words[word]
		if !ok {
			return said.Errorf("%s knows no %q: use some of %v", flag, word, slices.Sorted(maps.Keys(words)))
		}
		if *weight = given[word]; *weight < 0 || *weight > maxWeight {
			return said.Errorf("%s %s=%d: use a number from 0 to %d", flag, word, *weight, maxWeight)
		}
	}
	for _, weight := range words {
		if *weight > 0 {
			return nil
		}
	}
	return said.Errorf("%s: one weight must be above 0", flag)
}

package certainty

import (
	"cmp"
	"math"
	"slices"
	"testing"
)

// checkChecks computes what hangs on each mark from all readings.
func checkChecks(t *testing.T, c Certainties, asks []ask, facts []readingFacts) {
	t.Helper()
	var want []MarkCheck
	for _, m := range c.Marks {
		check := MarkCheck{Mark: m, Pivotal: []Topic{}, Smallest: []Topic{}, Exact: true}
		choice := func(f readingFacts) string {
			for _, x := range f.moves {
				if x.Task == m.Task && x.Role == m.Role && x.From == m.Organization {
					return x.To
				}
			}
			return m.Organization
		}
		for _, a := range asks {
			differs := func(f readingFacts) bool { return !slices.Equal(a.of(f), a.Organizations) }
			pairs := func(list []readingFacts) float64 { // the doubt of these readings
				n := 0
				for _, x := range list {
					if differs(x) {
						n++
					}
				}
				return 2 * float64(n*(len(list)-n)) / float64(len(list)*len(list))
			}
			check.Doubt += 100 * pairs(facts)
			for _, org := range append([]string{m.Organization}, m.Alternatives...) {
				settled := slices.DeleteFunc(slices.Clone(facts), func(f readingFacts) bool { return choice(f) != org })
				if len(settled) > 0 {
					check.Doubt -= 100 * pairs(settled) * float64(len(settled)) / float64(len(facts))
				}
			}
			moves := func(n int) func(f readingFacts) bool {
				return func(f readingFacts) bool { return len(f.moves) == n && choice(f) != m.Organization && differs(f) }
			}
			if slices.ContainsFunc(facts, moves(1)) {
				check.Pivotal = append(check.Pivotal, a.topic)
			}
			if a.FewestMoves != nil && slices.ContainsFunc(facts, moves(*a.FewestMoves)) {
				check.Smallest = append(check.Smallest, a.topic)
			}
		}
		want = append(want, check)
	}
	slices.SortStableFunc(want, func(a, b MarkCheck) int {
		if n := len(b.Smallest) - len(a.Smallest); n != 0 || math.Abs(a.Doubt-b.Doubt) < 1e-9 {
			return n
		}
		return cmp.Compare(b.Doubt, a.Doubt)
	})
	for i, got := range c.Checks {
		same := got.Task == want[i].Task && got.Role == want[i].Role && got.Organization == want[i].Organization
		if !same || !slices.Equal(got.Pivotal, want[i].Pivotal) || !slices.Equal(got.Smallest, want[i].Smallest) || math.Abs(got.Doubt-want[i].Doubt) > 1e-9 || !got.Exact {
			t.Errorf("check %d: got %+v, want %+v", i, got, want[i])
		}
	}
	if len(c.Checks) != len(want) {
		t.Errorf("got %d checks, want %d", len(c.Checks), len(want))
	}
}

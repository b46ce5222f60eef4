package concentration

import (
	"cmp"
	"math/big"
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/analysis/workload"
)

// Spread measures how concentrated shares are. The share of an organization is
// the number of tasks it leads, a task with k leads counting 1/k for each, as a
// percentage of the led tasks. A group's share is the sum of its members'. In a
// scope of a kind of party, k counts the leads of that kind.
//
// HHI: Hirschman, "The Paternity of an Index", AER 54(5), 1964. Effective
// number: Adelman, "Comment on the 'H' Concentration Measure as a
// Numbers-Equivalent", REStat 51(1), 1969. Gini: see [Spread.Gini].
type Spread struct {
	Leaders int     `json:"leaders"` // n: organizations that lead a task of the scope
	All     int     `json:"all"`     // N: organizations that could: all of the dataset, or all of the kind
	Shares  []Share `json:"shares"`  // those n, largest first, ties by ID

	HHI        float64  `json:"hhi"`        // Herfindahl-Hirschman index: sum of squared percentages, Floor to 10,000
	Floor      float64  `json:"floor"`      // 10,000/n: the HHI of n equal shares
	Normalized *float64 `json:"normalized"` // (HHI - Floor) / (1 - 1/n), 0 to 10,000; nil when n = 1, where it is undefined
	Effective  float64  `json:"effective"`  // 10,000/HHI: how many equal shares have this HHI, 1 to n
	CR1        float64  `json:"cr1"`        // the largest share, percent
	CR3        float64  `json:"cr3"`        // the sum of the three largest shares, percent

	// Gini is the mean absolute difference of two shares over twice the mean
	// share, both taken over the n leaders: 0 when they are equal, at most
	// 1 - 1/n. GiniAll is the same over all N, those without a task counting
	// 0: (n Gini + N - n) / N, at most 1 - 1/N.
	Gini    float64 `json:"gini"`
	GiniAll float64 `json:"gini_all"`

	Range placement.Range `json:"range"` // of the HHI over all readings of the uncertain marks that leave a led task in the scope
	Bands []Band          `json:"bands"` // where the HHI lies between the limits of each authority
}

// Share is what one organization leads in a scope.
type Share struct {
	Organization     string  `json:"organization"`
	Tasks            float64 `json:"tasks"`              // a joint lead split equally
	Percent          float64 `json:"percent"`            // of the led tasks
	LeadMarks        int     `json:"lead_marks"`         // a joint lead counted in full
	LeadMarksPercent float64 `json:"lead_marks_percent"` // of all lead marks in the scope
}

// newSpread measures the spread of what a tally counted, at least one led task.
func newSpread(t tally, c *counted, uncertain map[int]placement.Group) *Spread {
	work, led := c.work, c.led
	parts := work.Parts()
	s := &Spread{Shares: shares(t, work, led), All: t.organizations()}
	s.Leaders = len(s.Shares)
	hhi := work.HHI(led, parts)
	n := int64(s.Leaders)
	s.HHI, s.Floor, s.Effective = exact.Float(hhi), 10000/float64(n), exact.Float(new(big.Rat).Quo(big.NewRat(10000, 1), hhi))
	if n > 1 {
		above := new(big.Rat).Sub(hhi, big.NewRat(10000, n))
		normalized := exact.Float(above.Quo(above, big.NewRat(n-1, n)))
		s.Normalized = &normalized
	}
	s.CR1 = s.Shares[0].Percent
	for _, share := range s.Shares[:min(3, s.Leaders)] {
		s.CR3 += share.Percent
	}
	amounts := work.Amounts(parts)
	s.Gini, s.GiniAll = exact.Gini(amounts, s.Leaders), exact.Gini(amounts, s.All)
	s.Range, s.Bands = t.hhiReadings(c, uncertain, maxCases)
	return s
}

// shares returns the shares of those who lead a task, largest first, ties by
// ID.
func shares(t tally, work workload.Workload, led int) []Share {
	list := []Share{}
	total := float64(work.Marks())
	for org := range work {
		tasks, marks := work.Tasks(org), work.MarksOf(org)
		if marks == 0 {
			continue
		}
		list = append(list, Share{
			Organization: t.g.Organizations()[org].ID,
			Tasks:        tasks, Percent: exact.Percent(tasks, float64(led)),
			LeadMarks: marks, LeadMarksPercent: exact.Percent(float64(marks), total),
		})
	}
	slices.SortStableFunc(list, func(a, b Share) int { return cmp.Compare(b.Tasks, a.Tasks) })
	return list
}

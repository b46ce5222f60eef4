package drill

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// AfterAction is what a drill has shown, or what all drills of a record have.
type AfterAction struct {
	Number       int            `json:"number"`        // of the drill; 0: all entries of the record
	On           string         `json:"on"`            // the day on which it is asked, as 2026-03-04
	Exercised    []Exercised    `json:"exercised"`     // by time, those of one time in the order of the record
	Confirmed    int            `json:"confirmed"`     // of these entries
	Inconclusive int            `json:"inconclusive"`  // of these entries
	NotPerformed int            `json:"not_performed"` // of these entries
	Findings     []Correction   `json:"findings"`      // overdue ones first, then by due date, those without one last
	Flows        []string       `json:"flows"`         // those with an entry, by ID
	Coverage     RecordCoverage `json:"coverage"`      // of the whole record
}

// Exercised is an entry with what the dataset declares of its handoff.
type Exercised struct {
	Entry
	Declared   int  `json:"declared_minutes,omitempty"` // as [DeclaredMinutes] has them; 0: not declared
	Undeclared bool `json:"undeclared,omitempty"`       // the dataset does not declare the handoff
}

// Correction is what an entry says is to be mended.
type Correction struct {
	Entry
	Overdue bool `json:"overdue"` // its day has passed
}

// Numbers returns the numbers of the drills in a record, in their order.
func Numbers(record []Entry) []int {
	var list []int
	for _, e := range record {
		if e.Number > 0 {
			list = append(list, e.Number)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// AfterActionOf says what the drill of a number has shown, or with 0 all drills; on is the
// day on which that is asked. It takes the time of [CoverageOf] and O(n log n) in the entries.
func AfterActionOf(g *graph.Graph, record []Entry, number int, on string) AfterAction {
	a := AfterAction{Number: number, On: on, Exercised: []Exercised{}, Findings: []Correction{}, Flows: []string{}, Coverage: CoverageOf(g, record, on)}
	declared := map[[3]string]int{}
	for _, f := range a.Coverage.Flows {
		for _, h := range f.List {
			declared[[3]string{f.Flow, h.From, h.To}] = h.Minutes
		}
	}
	for _, e := range record {
		if number > 0 && e.Number != number {
			continue
		}
		minutes, ok := declared[[3]string{e.Flow, e.From, e.To}]
		a.Exercised = append(a.Exercised, Exercised{e, minutes, !ok})
		a.Flows = append(a.Flows, e.Flow)
		switch e.Outcome {
		case Confirmed:
			a.Confirmed++
		case Inconclusive:
			a.Inconclusive++
		default:
			a.NotPerformed++
		}
		if e.Finding != "" {
			a.Findings = append(a.Findings, Correction{e, e.Due != "" && e.Due < on})
		}
	}
	slices.Sort(a.Flows)
	a.Flows = slices.Compact(a.Flows)
	slices.SortStableFunc(a.Exercised, func(x, y Exercised) int { return cmp.Compare(x.Time, y.Time) })
	slices.SortStableFunc(a.Findings, func(x, y Correction) int {
		return cmp.Or(cmp.Compare(lastDay(x.Due), lastDay(y.Due)), cmp.Compare(x.Time, y.Time))
	})
	return a
}

// Shown returns what the entries that the report is about say of each flow, by ID: those of
// its drill alone, or of all drills. It takes time O(n log n) in entries and O(n²) in the
// handoffs of a flow.
func (a AfterAction) Shown(g *graph.Graph) []FlowCoverage {
	if a.Number == 0 {
		return a.Coverage.Flows
	}
	var of []Entry
	for _, e := range a.Exercised {
		of = append(of, e.Entry)
	}
	return coverageOf(g, of, a.On).Flows
}

// lastDay returns a day by which days sort, none of them last.
func lastDay(day string) string { return cmp.Or(day, "9999-99-99") }

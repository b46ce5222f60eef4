package analysis

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// ScopeKind says what sort of tasks a scope selects.
type ScopeKind string

// The kinds of scope, in the order in which results list them.
const (
	ScopeAll      ScopeKind = "all"      // every task
	ScopePhase    ScopeKind = "phase"    // the tasks of a phase and of the phases below it
	ScopeCategory ScopeKind = "category" // the tasks under a heading and under the headings below it
	ScopeTiming   ScopeKind = "timing"   // the tasks of a timing
	ScopeFlow     ScopeKind = "flow"     // the tasks of a flow
)

// UnknownTiming is the ID of the scope of tasks without a timing, in a dataset
// that knows the timing of others.
const UnknownTiming = "unknown"

// Scope is a selection of tasks. ID is empty for the scope of all tasks.
type Scope struct {
	Kind ScopeKind `json:"kind"`
	ID   string    `json:"id"`
}

// Concentration says how the lead of the tasks of a scope is spread over
// organizations.
type Concentration struct {
	Scope     Scope `json:"scope"`
	Tasks     int   `json:"tasks"`      // in the scope; Led + Unled
	Led       int   `json:"led"`        // the denominator of the shares
	Unled     int   `json:"unled"`      // without any lead; excluded from the shares
	LeadMarks int   `json:"lead_marks"` // the denominator of the shares of lead marks

	// Organizations takes each organization for itself, Groups takes all that
	// have one ultimate parent ([graph.Graph.Root]) as one, under the parent's
	// ID: "closely connected". Organizations is nil when no task is led;
	// Groups is so too, and when no organization of the dataset has a parent.
	Organizations *Spread `json:"organizations"`
	Groups        *Spread `json:"groups"`
}

// Spread measures how concentrated shares are. The share of an organization is
// the number of tasks it leads, a task with k leads counting 1/k for each, as a
// percentage of the led tasks. A group's share is the sum of its members'.
type Spread struct {
	Leaders int     `json:"leaders"` // n: organizations that lead a task of the scope
	Shares  []Share `json:"shares"`  // those n, largest first, ties by ID

	HHI        float64  `json:"hhi"`        // Herfindahl-Hirschman index: sum of squared percentages, Floor to 10,000
	Floor      float64  `json:"floor"`      // 10,000/n: the HHI of n equal shares
	Normalized *float64 `json:"normalized"` // (HHI - Floor) / (1 - 1/n), 0 to 10,000; nil when n = 1, where it is undefined
	Effective  float64  `json:"effective"`  // 10,000/HHI: how many equal shares have this HHI, 1 to n
	CR1        float64  `json:"cr1"`        // the largest share, percent
	CR3        float64  `json:"cr3"`        // the sum of the three largest shares, percent
}

// Share is what one organization leads in a scope.
type Share struct {
	Organization     string  `json:"organization"`
	Tasks            float64 `json:"tasks"`              // a joint lead split equally
	Percent          float64 `json:"percent"`            // of the led tasks
	LeadMarks        int     `json:"lead_marks"`         // a joint lead counted in full
	LeadMarksPercent float64 `json:"lead_marks_percent"` // of all lead marks in the scope
}

// Concentrations returns the concentration of every scope: all tasks, then
// phases, categories and flows by ID and timings in their fixed order (see
// [ScopeKind]), skipping timings of no task. It takes time in proportion to
// scopes x tasks.
//
// HHI: Hirschman, "The Paternity of an Index", AER 54(5), 1964. Effective
// number: Adelman, "Comment on the 'H' Concentration Measure as a
// Numbers-Equivalent", REStat 51(1), 1969.
func Concentrations(g *graph.Graph) []Concentration {
	list := []Concentration{}
	for _, s := range scopes(g) {
		list = append(list, concentrationOf(g, s.Scope, s.tasks))
	}
	return list
}

func concentrationOf(g *graph.Graph, scope Scope, tasks []int) Concentration {
	c := Concentration{Scope: scope, Tasks: len(tasks)}
	work := newWorkload(g, tasks)
	for _, task := range tasks {
		if len(g.Leads(task)) == 0 {
			c.Unled++
		}
	}
	c.Led = c.Tasks - c.Unled
	c.LeadMarks = work.marks()
	if c.Led == 0 {
		return c
	}
	c.Organizations = newSpread(g, work, c.Led)
	if slices.ContainsFunc(g.Organizations(), func(o graph.Organization) bool { return o.Parent != "" }) {
		c.Groups = newSpread(g, work.grouped(g), c.Led)
	}
	return c
}

// newSpread measures the spread of work over a scope of that many led tasks.
func newSpread(g *graph.Graph, work workload, led int) *Spread {
	s := &Spread{Shares: []Share{}}
	total := work.marks()
	for org := range work {
		tasks, marks := work.tasks(org), work.marksOf(org)
		if marks == 0 {
			continue
		}
		s.Shares = append(s.Shares, Share{
			Organization: g.Organizations()[org].ID,
			Tasks:        tasks, Percent: percent(tasks, float64(led)),
			LeadMarks: marks, LeadMarksPercent: percent(float64(marks), float64(total)),
		})
	}
	s.HHI = work.hhi(led)
	s.Leaders = len(s.Shares)
	slices.SortStableFunc(s.Shares, func(a, b Share) int { return cmp.Compare(b.Tasks, a.Tasks) })
	n := float64(s.Leaders)
	s.Floor = 10000 / n
	if s.Leaders > 1 {
		normalized := max(0, (s.HHI-s.Floor)/(1-1/n))
		s.Normalized = &normalized
	}
	s.Effective = 10000 / s.HHI
	s.CR1 = s.Shares[0].Percent
	for _, share := range s.Shares[:min(3, s.Leaders)] {
		s.CR3 += share.Percent
	}
	return s
}

func percent(part, whole float64) float64 { return 100 * part / whole }

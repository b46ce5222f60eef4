package analysis

import (
	"slices"

	"tasuki/graph"
)

// Certainty says whether a conclusion survives the other readings of the
// uncertain marks. A reading gives each uncertain mark to its organization or
// to one of its alternatives, so that no organization gets the same role twice
// in one task.
type Certainty string

// The certainties.
const (
	Holds       Certainty = "holds"        // true in every reading; also when no mark is uncertain
	Depends     Certainty = "depends"      // true as the dataset reads, false in another reading
	NotComputed Certainty = "not-computed" // there are too many readings to tell
)

// Mark is an uncertain mark.
type Mark struct {
	Task         string     `json:"task"`
	Organization string     `json:"organization"` // as the dataset reads it
	Role         graph.Role `json:"role"`
	Alternatives []string   `json:"alternatives"` // other organizations, by ID
}

// Move is an uncertain mark read as one of its alternatives.
type Move struct {
	Task string     `json:"task"`
	Role graph.Role `json:"role"`
	From string     `json:"from"` // the organization that the dataset reads
	To   string     `json:"to"`   // the alternative
}

// Certainties says which of the main conclusions depend on uncertain marks.
type Certainties struct {
	Marks     []Mark       `json:"marks"`      // every uncertain mark, by task, role and organization
	LeadMarks []MarkRange  `json:"lead_marks"` // every organization, by ID
	HHI       *Range       `json:"hhi"`        // of all tasks; nil when no task is led
	First     Conclusion   `json:"first"`      // who holds the most lead marks
	Second    Conclusion   `json:"second"`     // who holds the next most
	FlowSPOFs []Conclusion `json:"flow_spofs"` // whose loss leaves a flow no way, by flow
}

// MarkRange is the number of lead marks of an organization.
type MarkRange struct {
	Organization string `json:"organization"`
	Marks        int    `json:"marks"` // as the dataset reads
	Min          int    `json:"min"`
	Max          int    `json:"max"`
	Exact        bool   `json:"exact"` // both ends are reached by some reading; otherwise they are bounds
}

// Range is where a figure lies over all readings.
type Range struct {
	Value float64 `json:"value"` // as the dataset reads
	Min   float64 `json:"min"`
	Max   float64 `json:"max"`
	Exact bool    `json:"exact"` // both ends are reached by some reading; otherwise they are bounds
}

// Conclusion is a set of organizations about which the dataset says something,
// and whether the set is the same in every reading.
type Conclusion struct {
	Subject       Subject          `json:"subject"`
	Organizations []string         `json:"organizations"` // as the dataset reads, by ID
	Certainty     Certainty        `json:"certainty"`
	Always        []string         `json:"always"`     // in the set in every reading, by ID; for the second place computed only when it holds
	Counters      []CounterReading `json:"counters"`   // readings in which the set is another: empty unless it depends
	DependsOn     []Mark           `json:"depends_on"` // the uncertain marks that Counters move, in the order of Certainties.Marks
}

// CounterReading is a reading that contradicts a conclusion: these marks, and
// no others, are read otherwise than the dataset reads them.
type CounterReading struct {
	Organizations []string `json:"organizations"` // the set in this reading, by ID
	Moves         []Move   `json:"moves"`         // by task, role and organization
}

// equal reports whether both are the same moves: one reading may overturn a
// conclusion for two organizations.
func (c CounterReading) equal(other CounterReading) bool {
	return slices.Equal(c.Moves, other.Moves)
}

// CertaintiesOf returns what the main conclusions depend on.
//
// Nothing is sampled. Marks of different tasks move independently, and so do
// leads and supports, which makes ranges of counts, comparisons of two
// organizations, and the extremes of what an organization can lose exact sums
// over tasks. The extremes of the HHI come from enumeration: tasks with the
// same choices count as alike, so that only how many of them are read which way
// matters; above 2^16 such cases the result is bounds.
func CertaintiesOf(g *graph.Graph, o Options) Certainties {
	groups := uncertainGroups(g)
	c := Certainties{Marks: []Mark{}, FlowSPOFs: []Conclusion{}}
	for _, a := range g.Assignments() {
		if a.Reading == graph.Uncertain {
			c.Marks = append(c.Marks, Mark{a.Task, a.Organization, a.Role, a.Alternatives})
		}
	}
	leads := ofRole(groups, graph.Lead)
	c.LeadMarks = markRanges(g, leads)
	c.HHI = hhiRange(g, leads)
	c.First, c.Second = newStanding(g, leads).conclusions()
	for _, p := range procedures(g) {
		c.FlowSPOFs = append(c.FlowSPOFs, flowConclusion(g, InForce(g, o).Rules, p, groups))
	}
	c.First.DependsOn = movedMarks(c.Marks, c.First.Counters)
	c.Second.DependsOn = movedMarks(c.Marks, c.Second.Counters)
	for i := range c.FlowSPOFs {
		c.FlowSPOFs[i].DependsOn = movedMarks(c.Marks, c.FlowSPOFs[i].Counters)
	}
	return c
}

// movedMarks returns the marks that some counter moves.
func movedMarks(marks []Mark, counters []CounterReading) []Mark {
	moved := map[Move]bool{}
	for _, c := range counters {
		for _, m := range c.Moves {
			moved[Move{Task: m.Task, Role: m.Role, From: m.From}] = true
		}
	}
	list := []Mark{}
	for _, m := range marks {
		if moved[Move{Task: m.Task, Role: m.Role, From: m.Organization}] {
			list = append(list, m)
		}
	}
	return list
}

package analysis

import "tasuki/graph"

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
	Task         string     `json:"task"`         // on which it stands
	Organization string     `json:"organization"` // as the dataset reads it
	Role         graph.Role `json:"role"`         // lead, support or informed
	Alternatives []string   `json:"alternatives"` // other organizations, by ID
}

// Move is an uncertain mark read as one of its alternatives.
type Move struct {
	Task string     `json:"task"` // on which it stands
	Role graph.Role `json:"role"` // lead, support or informed
	From string     `json:"from"` // the organization that the dataset reads
	To   string     `json:"to"`   // the alternative
}

// Certainties says which of the main conclusions depend on uncertain marks.
type Certainties struct {
	Marks     []Mark      `json:"marks"`      // every uncertain mark, by task, role and organization
	Readings  string      `json:"readings"`   // all readings of the dataset, in decimal digits; empty when those of one task are too many to count
	Sample    *Sample     `json:"sample"`     // the readings drawn where they are too many to count; nil when none were
	LeadMarks []MarkRange `json:"lead_marks"` // every organization, by ID
	Standings []Standing  `json:"standings"`  // the first places by lead marks of every organization, by ID
	HHI       *Range      `json:"hhi"`        // of all tasks; nil when no task is led

	// Bands says where the index of all tasks lies between the limits of each
	// authority; empty when no task is led.
	Bands []BandConclusion `json:"bands"`

	First     Conclusion   `json:"first"`      // who holds the most lead marks
	Second    Conclusion   `json:"second"`     // who holds the next most
	Stops     *Conclusion  `json:"stops"`      // whose loss leaves some flow no way; nil without flows
	FlowSPOFs []Conclusion `json:"flow_spofs"` // whose loss leaves a flow no way, by flow
	Checks    []MarkCheck  `json:"checks"`     // every uncertain mark, those most worth checking with the issuer first
}

// Standing says in how many readings an organization holds each of the first
// places by lead marks. A place is shared by all with equally many, and the next
// is that of the next smaller number; an organization without marks has none.
type Standing struct {
	Organization string      `json:"organization"` // its ID
	First        *Proportion `json:"first"`        // nil when not computed, as below
	Second       *Proportion `json:"second"`       // one different number of marks is larger
	Third        *Proportion `json:"third"`        // two are
}

// MarkRange is the number of lead marks of an organization.
type MarkRange struct {
	Organization string `json:"organization"` // its ID
	Marks        int    `json:"marks"`        // as the dataset reads
	Min          int    `json:"min"`          // fewest in any reading
	Max          int    `json:"max"`          // most in any reading
	Exact        bool   `json:"exact"`        // both ends are reached by some reading; otherwise they are bounds
}

// Range is where a figure lies over all readings.
type Range struct {
	Value float64 `json:"value"` // as the dataset reads
	Min   float64 `json:"min"`   // least in any reading
	Max   float64 `json:"max"`   // largest in any reading
	Exact bool    `json:"exact"` // both ends are reached by some reading; otherwise they are bounds
}

// Sureness says how sure a conclusion is.
type Sureness struct {
	Certainty   Certainty   `json:"certainty"`    // holds, depends or not-computed
	Agreement   *Proportion `json:"agreement"`    // readings in which it is as the dataset reads; nil when not computed
	FewestMoves *int        `json:"fewest_moves"` // marks that the first of its counter-readings moves; nil unless it depends
	Smallest    bool        `json:"smallest"`     // no reading that moves fewer marks contradicts it; otherwise one may
	DependsOn   []Mark      `json:"depends_on"`   // the uncertain marks that its counter-readings move, in the order of Certainties.Marks
}

// Conclusion is a set of organizations about which the dataset says something,
// and whether the set is the same in every reading.
type Conclusion struct {
	Subject       Subject  `json:"subject"`       // the dataset or a flow
	Organizations []string `json:"organizations"` // as the dataset reads, by ID
	Sureness
	Always   []string         `json:"always"`   // in the set in every reading, by ID; for a place only where that is proven
	Members  []Member         `json:"members"`  // organizations that are in the set in some reading, by ID
	Counters []CounterReading `json:"counters"` // readings in which the set is another, fewest moves first: empty unless it depends
}

// Member is an organization that is in the set of a conclusion in some reading.
type Member struct {
	Organization string      `json:"organization"` // its ID
	Readings     *Proportion `json:"readings"`     // in which it is; nil when not computed
}

// CounterReading is a reading that contradicts a conclusion: these marks, and
// no others, are read otherwise than the dataset reads them.
type CounterReading struct {
	Organizations []string `json:"organizations"` // the set in this reading, by ID
	Moves         []Move   `json:"moves"`         // by task, role and organization
}

// CertaintiesOf returns what the main conclusions depend on.
//
// Marks of different tasks move independently, and so do leads and supports.
// That makes ranges of counts, comparisons of two organizations, the fewest
// marks that change what stops a flow, and the extremes of what an organization
// can lose exact sums over tasks. Readings are counted exactly as long as that
// takes little: lead marks by what they add up to (see convolution), flows one
// task at a time (see census). What takes more is estimated from readings drawn
// with a fixed seed, and says so.
func CertaintiesOf(g *graph.Graph, o Options) Certainties {
	e := newInquest(g, uncertainGroups(g))
	c := Certainties{Marks: e.marks, Readings: e.readings(), FlowSPOFs: []Conclusion{}}
	leads := ofRole(e.groups, graph.Lead)
	c.LeadMarks = markRanges(g, leads)
	c.HHI = hhiRange(g, leads)
	s := newStanding(g, e.groups)
	all := Subject{Kind: AboutDataset}
	first, second, third := newPlacing(s, 0), newPlacing(s, 1), newPlacing(s, 2)
	c.First = e.conclude(Topic{TopicFirst, ""}, all, first)
	c.Second = e.conclude(Topic{TopicSecond, ""}, all, second)
	c.Standings = e.standings(first, second, third)
	c.Bands = e.bands(c.HHI)
	rules, flows := InForce(g, o).Rules, procedures(g)
	for _, p := range flows {
		c.FlowSPOFs = append(c.FlowSPOFs, e.conclude(Topic{TopicFlow, p.flow.ID}, Subject{AboutFlow, p.flow.ID}, newStopping(g, rules, e.groups, p)))
	}
	if len(flows) > 0 {
		stops := e.conclude(Topic{TopicFlows, ""}, all, newStopping(g, rules, e.groups, flows...))
		c.Stops = &stops
	}
	c.Checks = e.checks()
	if e.drawn != nil {
		c.Sample = &sampling
	}
	return c
}

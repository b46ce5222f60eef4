package certainty

import (
	"tasuki/analysis/concentration"
	"tasuki/analysis/flow"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Certainties says which of the main conclusions depend on uncertain marks.
type Certainties struct {
	Marks     []placement.Mark      `json:"marks"`      // every uncertain mark, by task, role and organization
	Readings  string                `json:"readings"`   // all readings of the dataset, in decimal digits; empty when those of one task are too many to count
	Sample    *placement.Sample     `json:"sample"`     // the readings drawn where they are too many to count; nil when none were
	LeadMarks []placement.MarkRange `json:"lead_marks"` // every organization, by ID
	Standings []Standing            `json:"standings"`  // the first places by lead marks of every organization, by ID
	HHI       *placement.Range      `json:"hhi"`        // of all tasks; nil when no task is led

	// Bands says where the index of all tasks lies between the limits of each
	// authority; empty when no task is led.
	Bands []BandConclusion `json:"bands"`

	First      Conclusion    `json:"first"`                // who holds the most lead marks
	Second     Conclusion    `json:"second"`               // who holds the next most
	Stops      *Conclusion   `json:"stops"`                // whose loss leaves some flow no way; nil without flows
	FlowSPOFs  []Conclusion  `json:"flow_spofs"`           // whose loss leaves a flow no way, by flow
	Rules      rules.Rules   `json:"rules"`                // those in force
	Undeclared []rules.Rules `json:"undeclared,omitempty"` // what may hold instead of them, since nobody declared it
	Checks     []MarkCheck   `json:"checks"`               // every uncertain mark, those most worth checking with the issuer first
}

// Standing says in how many readings an organization holds each of the first
// places by lead marks. A place is shared by all with equally many, and the next
// is that of the next smaller number; an organization without marks has none.
type Standing struct {
	Organization string                `json:"organization"` // its ID
	First        *placement.Proportion `json:"first"`        // nil when not computed, as below
	Second       *placement.Proportion `json:"second"`       // one different number of marks is larger
	Third        *placement.Proportion `json:"third"`        // two are
}

// Sureness says how sure a conclusion is.
type Sureness struct {
	Certainty   placement.Certainty   `json:"certainty"`    // holds, depends, assumed or not-computed
	Agreement   *placement.Proportion `json:"agreement"`    // readings in which it is as the dataset reads, under the rules in force; nil when not computed
	FewestMoves *int                  `json:"fewest_moves"` // marks that the first of its counter-readings moves; nil unless it depends
	Smallest    bool                  `json:"smallest"`     // no reading that moves fewer marks contradicts it; otherwise one may
	DependsOn   []placement.Mark      `json:"depends_on"`   // the uncertain marks that its counter-readings move, in the order of Certainties.Marks
}

// Conclusion is a set of organizations about which the dataset says something,
// and whether the set is the same in every reading.
type Conclusion struct {
	Subject       rules.Subject `json:"subject"`       // the dataset or a flow
	Organizations []string      `json:"organizations"` // as the dataset reads, by ID
	Sureness
	Always   []string         `json:"always"`   // in the set in every reading, under whatever rules may hold, by ID; for a place only where that is proven
	Members  []Member         `json:"members"`  // organizations that are in the set in some reading, under the rules in force, by ID
	Counters []CounterReading `json:"counters"` // readings in which the set is another, under the rules in force, fewest moves first: empty unless it depends

	// Otherwise says what the set is under each setting of the rules that nobody
	// declared, where it can be another than under those in force.
	Otherwise []Otherwise `json:"otherwise,omitempty"`
}

// Member is an organization that is in the set of a conclusion in some reading.
type Member struct {
	Organization string                `json:"organization"` // its ID
	Readings     *placement.Proportion `json:"readings"`     // in which it is; nil when not computed
}

// CounterReading is a reading that contradicts a conclusion: these marks, and
// no others, are read otherwise than the dataset reads them.
type CounterReading struct {
	Organizations []string         `json:"organizations"` // the set in this reading, by ID
	Moves         []placement.Move `json:"moves"`         // by task, role and organization
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
//
// Which organizations stop flows is asked again under each setting of the rules
// that nobody declared; no other conclusion rests on them. Readings are counted
// under the rules in force.
func CertaintiesOf(g *graph.Graph, o rules.Options) Certainties {
	e := newInquest(g, placement.UncertainGroups(g))
	c := Certainties{Marks: e.marks, Readings: e.readings(), FlowSPOFs: []Conclusion{}}
	leads := placement.OfRole(e.groups, graph.Lead)
	c.LeadMarks = placement.MarkRanges(g, leads)
	c.HHI = concentration.HHIRange(g, leads)
	s := newStanding(g, e.groups)
	all := rules.Subject{Kind: rules.AboutDataset}
	first, second, third := newPlacing(s, 0), newPlacing(s, 1), newPlacing(s, 2)
	c.First = e.conclude(Topic{TopicFirst, ""}, all, first)
	c.Second = e.conclude(Topic{TopicSecond, ""}, all, second)
	c.Standings = e.standings(first, second, third)
	c.Bands = e.bands(c.HHI)
	c.Rules, c.Undeclared = rules.InForce(g, o).Rules, rules.Undeclared(g, o)
	flows := flow.Graphs(g)
	for _, p := range flows {
		c.FlowSPOFs = append(c.FlowSPOFs, e.stops(c, Topic{TopicFlow, p.Flow.ID}, rules.Subject{Kind: rules.AboutFlow, ID: p.Flow.ID}, p))
	}
	if len(flows) > 0 {
		stops := e.stops(c, Topic{TopicFlows, ""}, all, flows...)
		c.Stops = &stops
	}
	c.Checks = e.checks()
	if e.drawn != nil {
		c.Sample = &placement.Sampling
	}
	return c
}

package inference

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Inference says what the conclusions about flows hang on.
type Inference struct {
	Handoffs int             `json:"handoffs"` // declared ones, flow by flow: those of two flows count twice
	Inferred int             `json:"inferred"` // those of them that no words in the source tie together
	Flows    []FlowInference `json:"flows"`    // by ID
}

// FlowInference says it of one flow.
type FlowInference struct {
	Flow     string      `json:"flow"`
	Handoffs int         `json:"handoffs"`
	Inferred int         `json:"inferred"`
	Now      Conclusions `json:"now"`    // with all handoffs
	Stated   Conclusions `json:"stated"` // with the stated handoffs alone
	Holds    []Topic     `json:"holds"`  // the conclusions that are the same with the stated handoffs alone, in the order of Topics

	// Hangs are the inferred handoffs without which a conclusion is another, each one
	// removed alone; by their tasks. A branch of which no handoff is left is gone, too.
	Hangs []Hang `json:"hangs"`

	// Tried is how many of the inferred handoffs were removed, the first by their tasks:
	// all of them unless the flow is very large.
	Tried int `json:"tried"`

	// Undeclared are the tasks from which several handoffs lead, and nothing says whether
	// one of them is enough; by ID, goals apart. One is taken to be enough, so that
	// the single points of failure are at least those of Now.
	Undeclared []string `json:"undeclared"`

	// AllNeeded is what would be concluded if all of them had to be done, but for what
	// only leads back to the task or to no goal; null when there is no such task, or when
	// nothing would come to a goal then, so that they cannot all be needed.
	AllNeeded *Conclusions `json:"all_needed"`
}

// Topic is what a conclusion about a flow is about.
type Topic string

// The topics, in their order.
const (
	Works         Topic = "works"         // whether something is left with everybody present
	EveryStart    Topic = "every-start"   // whether it is from each start
	Tasks         Topic = "tasks"         // the unavoidable tasks
	Organizations Topic = "organizations" // whose loss leaves nothing
)

// Topics returns all topics, in their order.
func Topics() []Topic { return []Topic{Works, EveryStart, Tasks, Organizations} }

// Conclusions are the conclusions about a flow that its handoffs can change, under the
// rules in force.
type Conclusions struct {
	Works         bool     `json:"works"`         // from some start, with everybody present
	EveryStart    bool     `json:"every_start"`   // from each start
	Tasks         []string `json:"tasks"`         // between the ends, without which it does not work from any start, by ID; none when it does not work at all
	Organizations []string `json:"organizations"` // the same of organizations
}

// Hang is an inferred handoff on which conclusions hang.
type Hang struct {
	flow.TaskHandoff
	Kind    graph.HandoffKind `json:"kind"`
	Changes []Topic           `json:"changes"` // in the order of Topics
}

// Of returns what the conclusions about each flow hang on.
func Of(g *graph.Graph, o rules.Options) Inference {
	in := Inference{Flows: []FlowInference{}}
	s := newFlows(g, rules.InForce(g, o).Rules)
	for _, f := range g.Flows() {
		x := flowInference(s, f)
		in.Handoffs, in.Inferred = in.Handoffs+x.Handoffs, in.Inferred+x.Inferred
		in.Flows = append(in.Flows, x)
	}
	return in
}

// maxLooks is about how many looks at handoffs the removals of one flow may take, 64
// losses at once.
const maxLooks = 100_000_000

func flowInference(s flows, f graph.Flow) FlowInference {
	x := FlowInference{
		Flow: f.ID, Handoffs: len(f.Handoffs), Now: s.conclude(f),
		Holds: []Topic{}, Hangs: []Hang{}, Undeclared: []string{},
	}
	inferred := func(h graph.Handoff) bool { return h.Basis.Inferred }
	stated := f
	stated.Handoffs = slices.DeleteFunc(slices.Clone(f.Handoffs), inferred)
	x.Inferred = len(f.Handoffs) - len(stated.Handoffs)
	x.Stated = s.conclude(stated)
	changed := x.Now.differs(x.Stated)
	for _, t := range Topics() {
		if !slices.Contains(changed, t) {
			x.Holds = append(x.Holds, t)
		}
	}
	limit := max(1, maxLooks/(1+len(f.Handoffs)*s.words(f)))
	for i, h := range f.Handoffs {
		if !inferred(h) || x.Tried == limit {
			continue
		}
		x.Tried++
		without := f
		without.Handoffs = slices.Delete(slices.Clone(f.Handoffs), i, i+1)
		if changes := x.Now.differs(s.conclude(without)); len(changes) > 0 {
			x.Hangs = append(x.Hangs, Hang{flow.TaskHandoff{From: h.From, To: h.To}, h.Kind, changes})
		}
	}
	x.addForks(s, f)
	return x
}

// differs returns the conclusions that differ.
func (c Conclusions) differs(o Conclusions) []Topic {
	topics := []Topic{}
	for i, same := range []bool{
		c.Works == o.Works, c.EveryStart == o.EveryStart,
		slices.Equal(c.Tasks, o.Tasks), slices.Equal(c.Organizations, o.Organizations),
	} {
		if !same {
			topics = append(topics, Topics()[i])
		}
	}
	return topics
}

package consequence

import (
	"tasuki/analysis/flow"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Kind says what sort of thing is concerned.
type Kind string

// The kinds, in the order in which they stand in a group.
const (
	AFlow          Kind = "flow"
	AnOrganization Kind = "organization"
	ATask          Kind = "task"
	AHandoff       Kind = "handoff"
)

// Concerned is one thing that is concerned, with its witness.
type Concerned struct {
	Kind Kind   `json:"kind"`
	ID   string `json:"id"`           // of a handoff, the task that hands on
	To   string `json:"to,omitempty"` // of a handoff, the task that takes over

	// Blocking and Cut are tasks and handoffs of a flow that breaks: without them nothing is
	// left, and of none of them could the same be said if it were back. Of an
	// organization that goes away, Blocking are the tasks that it leads.
	Blocking []string           `json:"blocking,omitempty"`
	Cut      []flow.TaskHandoff `json:"cut,omitempty"`

	Missing []string `json:"missing,omitempty"` // organizations whose lack it is, by ID
	Left    []string `json:"left,omitempty"`    // organizations that do a task now, or did one that goes away, by ID
	Into    string   `json:"into,omitempty"`    // the organization that one has become a part of

	// Way is the best that is left of a flow or, of a task further down, the shortest way
	// to it from a task that is lost or that a handoff leaves that is taken out; of a way of
	// more than 20 tasks the end, whose first task is further down, too. Handoffs join those
	// of a flow whose branches must all be done.
	Way      []string           `json:"way,omitempty"`
	Handoffs []flow.TaskHandoff `json:"handoffs,omitempty"`
}

// Consequences is what follows from changes. Each group lists flows, organizations, tasks,
// handoffs, in this order, by ID.
type Consequences struct {
	Changes []string           `json:"changes"` // as [overlay.Change] writes them, in their order
	Before  rules.RulesInForce `json:"before"`  // the rules before the changes
	After   rules.RulesInForce `json:"after"`   // and behind them, by which all is judged

	GoesAway []Concerned `json:"goes_away"` // organizations, tasks and handoffs that the changes take out
	Breaks   []Concerned `json:"breaks"`    // flows that worked and of which nothing is left
	Degraded []Concerned `json:"degraded"`  // flows of which all that is left passes a task that a supporter stands in for, and these tasks
	Touched  []Concerned `json:"touched"`   // flows that lose or degrade a task or a handoff but keep an untouched way, and tasks that other organizations do than before
	Nobody   []Concerned `json:"nobody"`    // tasks that are lost: nobody leads them, or not all of the leads that are needed are left
	Further  []Concerned `json:"further"`   // tasks that are done, but that work reaches from one that is lost or by a handoff that is taken out

	Otherwise []BreaksUnder `json:"otherwise,omitempty"` // under each setting of the rules that nobody declared

	FiguresBefore Measures `json:"figures_before"`
	FiguresAfter  Measures `json:"figures_after"`
}

// BreaksUnder is how many flows break under other rules, which may hold since nobody
// declared them.
type BreaksUnder struct {
	Rules  rules.Rules `json:"rules"`
	Breaks int         `json:"breaks"`
}

// Of returns what follows from changes that were laid over the dataset of a graph. The
// options may ask for rules; those that changes ask for go before them. A flow or task
// that was broken or lost before is in no group, so nothing follows from no changes. It
// takes time in proportion to organizations x (tasks + handoffs), and for each flow that
// breaks to its lost tasks x handoffs. The error is that of [graph.New].
func Of(before *graph.Graph, o overlay.Overlay, options rules.Options) (Consequences, error) {
	present, err := graph.New(o.Present)
	if err != nil {
		return Consequences{}, err
	}
	left, err := graph.New(o.Dataset)
	if err != nil {
		return Consequences{}, err
	}
	after := options
	for _, c := range o.Changes {
		switch c.Kind {
		case overlay.LeadRule:
			after.Leads = ""
		case overlay.SupportRule:
			after.Support = ""
		}
	}
	c := Consequences{Changes: []string{}, Before: rules.InForce(before, options), After: rules.InForce(present, after)}
	for _, change := range o.Changes {
		c.Changes = append(c.Changes, change.String())
	}
	was, is := newState(before, overlay.Overlay{}, c.Before.Rules), newState(present, o, c.After.Rules)
	c.GoesAway = goesAway(before, o)
	c.flows(was, is)
	c.tasks(was, is)
	c.Further = further(is)
	for _, under := range rules.Undeclared(present, after) {
		n := Consequences{}
		n.flows(newState(before, overlay.Overlay{}, under), newState(present, o, under))
		c.Otherwise = append(c.Otherwise, BreaksUnder{under, len(n.Breaks)})
	}
	c.FiguresBefore, c.FiguresAfter = figures(before, was), figures(left, is)
	return c, nil
}

package changed

import (
	"slices"

	"tasuki/analysis/consequence"
	"tasuki/analysis/flow"
	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/render/consequences"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// Change says what a change does to what drawings show.
type Change struct {
	Before *graph.Graph // with the IDs of After
	After  *graph.Graph // of a change that is not made: what is left
	Base   *graph.Graph // the one of the two that decides where things stand
	Union  *graph.Graph // Base, and what only the other has

	say           func(messages.Language) string // what is changed
	laid          overlay.Overlay                // of changes that are not made
	since         bool                           // two datasets are compared
	apart         map[string]bool                // flows that Union has as Base has them
	organizations map[string]diagram.Status
	tasks         map[string]diagram.Status
	marks         map[mark]diagram.Status
	handoffs      map[handoff]diagram.Status
	flows         map[string]diagram.Status
}

// mark is an assignment, by what says which one it is.
type mark struct {
	task, organization string
	role               graph.Role
}

// handoff is one of a flow.
type handoff struct {
	flow, from, to string
	kind           graph.HandoffKind
}

// Of returns what changes do that were laid over the dataset of g and have these
// consequences. Drawings of no changes are those of g. It takes time in proportion to
// facts x changes. The error is that of [graph.New].
func Of(g *graph.Graph, o overlay.Overlay, c consequence.Consequences) (*Change, error) {
	after, err := graph.New(o.Dataset)
	if err != nil {
		return nil, err
	}
	x := &Change{Before: g, After: after, Base: g, laid: o, say: func(lang messages.Language) string {
		return consequences.Changes(messages.Printer{Graph: g, Language: lang}, o.Changes).String()
	}}
	if x.Union, x.apart, err = union(g, after); err != nil {
		return nil, err
	}
	x.compare()
	for _, id := range o.Without {
		x.organizations[id] = diagram.GoneStatus
	}
	for _, group := range []struct {
		list   []consequence.Concerned
		status diagram.Status
	}{{c.Touched, diagram.ChangedStatus}, {c.Degraded, diagram.StandInStatus}, {c.Nobody, diagram.BreaksStatus}, {c.Breaks, diagram.BreaksStatus}} {
		for _, e := range group.list {
			switch e.Kind {
			case consequence.ATask:
				x.tasks[e.ID] = group.status
			case consequence.AFlow:
				x.flows[e.ID] = group.status
			}
		}
	}
	x.breakHandoffs(o.Handoffs)
	return x, nil
}

// breakHandoffs sets what becomes of handoffs: those that are taken out are gone, and so are
// those of tasks that are; those of tasks that nobody does cannot be made.
func (x *Change) breakHandoffs(out []flow.TaskHandoff) {
	for _, f := range x.Union.Flows() {
		for _, h := range f.Handoffs {
			at := handoff{f.ID, h.From, h.To, h.Kind}
			ends := []diagram.Status{x.tasks[h.From], x.tasks[h.To]}
			switch {
			case slices.Contains(out, flow.TaskHandoff{From: h.From, To: h.To}) || slices.Contains(ends, diagram.GoneStatus):
				x.handoffs[at] = diagram.GoneStatus
			case slices.Contains(ends, diagram.BreaksStatus):
				x.handoffs[at] = diagram.BreaksStatus
			case x.handoffs[at] == diagram.GoneStatus && !x.since:
				delete(x.handoffs, at) // its flow cannot be stated any more, but the handoff is made
			}
		}
	}
}

// compare sets what went and what came by the facts of both sides.
func (x *Change) compare() {
	x.organizations, x.tasks, x.flows = map[string]diagram.Status{}, map[string]diagram.Status{}, map[string]diagram.Status{}
	x.marks, x.handoffs = map[mark]diagram.Status{}, map[handoff]diagram.Status{}
	for side, status := range map[[2]*graph.Graph]diagram.Status{{x.Before, x.After}: diagram.GoneStatus, {x.After, x.Before}: diagram.CameStatus} {
		here, there := side[0], side[1]
		for _, o := range here.Organizations() {
			if _, ok := there.OrganizationIndex(o.ID); !ok {
				x.organizations[o.ID] = status
			}
		}
		for _, t := range here.Tasks() {
			if _, ok := there.TaskIndex(t.ID); !ok {
				x.tasks[t.ID] = status
			}
		}
		has := map[mark]bool{}
		for _, a := range there.Assignments() {
			has[mark{a.Task, a.Organization, a.Role}] = true
		}
		for _, a := range here.Assignments() {
			if m := (mark{a.Task, a.Organization, a.Role}); !has[m] {
				x.marks[m] = status
			}
		}
		x.compareFlows(here, there, status)
	}
}

func (x *Change) compareFlows(here, there *graph.Graph, status diagram.Status) {
	for _, f := range here.Flows() {
		other, ok := there.Flow(f.ID)
		if !ok && x.since {
			x.flows[f.ID] = status
		}
		has := map[handoff]bool{}
		for _, h := range other.Handoffs {
			has[handoff{f.ID, h.From, h.To, h.Kind}] = true
		}
		for _, h := range f.Handoffs {
			if at := (handoff{f.ID, h.From, h.To, h.Kind}); !has[at] {
				x.handoffs[at] = status
			}
		}
	}
}

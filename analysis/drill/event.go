package drill

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/graph"
)

// Event is one entry of the master scenario events list.
type Event struct {
	Number    int // from 1
	Kind      EventKind
	Moment                        // when it is brought in
	Task      string              // that the work has reached
	Unled     bool                // nobody leads the task: who had the work before still has it
	Absent    string              // the organization that is out
	Uncalled  bool                // the path calls nobody at the one that is out
	Wait      *escalation.Minutes // for all levels of the one that is out, before the work goes on; nil: nobody waits for it
	From      []string            // organizations that hand over, by ID; empty: the controllers
	To        []string            // organizations that get the inject, by ID; empty: all, at the end and where an inject says so
	Handoffs  []graph.Handoff     // by which the work comes
	Next      []escalation.Step   // what the players should hand on to; of several, all but the optional ones; none: nothing declared
	Await     []string            // tasks from which needed work has still to come before this one can be done, by ID
	Optional  bool                // the procedure can do without it
	Other     bool                // it comes by a further alternative, and the task does not wait for it
	Halt      *escalation.Halt    // why needed work goes no further, of no-way
	Lacks     []string            // tasks from which needed work should come, too, and does not, by ID
	Objective int                 // the number of its objective, from 1; 0: none
	Stated    *graph.Inject       // the words of the scenario, of an inject
}

// EventKind says what an event is.
type EventKind string

// The kinds of events.
const (
	StartEvent   EventKind = "start"   // the drill begins with the start task
	HandoffEvent EventKind = "handoff" // work reaches the next task of the path
	AbsenceEvent EventKind = "absence" // from now on controllers answer nobody who calls an organization
	NoticeEvent  EventKind = "notice"  // all levels of an organization that is out have been tried
	NoWayEvent   EventKind = "no-way"  // no declared path is left
	InjectEvent  EventKind = "inject"  // what the scenario brings in
	EndEvent     EventKind = "end"     // the drill ends
)

// EventType says what an event is for, in the terms of HSEEP.
type EventType string

// The types of events.
const (
	ContextualType  EventType = "contextual"      // it builds the world in which the players act: for controllers, or for players to know
	InjectType      EventType = "inject"          // controllers bring it in, and players act on it
	ExpectedType    EventType = "expected-action" // players do it of themselves: its place in time is kept, and nothing is brought in
	ContingencyType EventType = "contingency"     // it is brought in only when players have not got there of themselves
)

// Type returns what an event is for. A handoff is expected of the players, unless controllers
// play all who hand over; that nobody answers is the world in which they act; that no way
// is left they should find out themselves.
func (p Plan) Type(e Event) EventType {
	switch e.Kind {
	case AbsenceEvent:
		return ContextualType
	case NoticeEvent:
		return ExpectedType
	case NoWayEvent:
		return ContingencyType
	case HandoffEvent:
		if slices.ContainsFunc(e.From, func(id string) bool { return !p.Scenario.Simulates(id) }) {
			return ExpectedType
		}
	case InjectEvent:
		if e.Stated.Type != "" {
			return EventType(e.Stated.Type)
		}
	}
	return InjectType
}

// ForPlayers reports whether an event is handed to players: whatever controllers bring in.
func (p Plan) ForPlayers(e Event) bool {
	return e.Kind != AbsenceEvent && p.Type(e) != ExpectedType
}

// derived returns the events that follow from the flow, those of an absence
// where the path of everybody would come to the organization that is out.
func (p *Plan) derived(full []escalation.Step, out [][]absence) []Event {
	zero := 0
	now := Event{Kind: StartEvent, Moment: Moment{Minute: &zero}, Task: p.Start, To: p.Steps[0].Organizations, Objective: p.objective(OnPath)}
	events, known := []Event{}, []string{}
	for i := range p.Steps {
		if i > 0 {
			now = p.handoff(i, now)
		}
		now.Next = steps(p.tried(i, full, organizations(out[i]), known))
		events = append(append(events, now), p.missed(i, now, out[i])...)
		now.Moment, known = now.waited(out[i]), append(known, organizations(out[i])...)
	}
	if !p.Complete {
		events = append(events, Event{Kind: NoWayEvent, Moment: now.Moment, Task: now.Task, Halt: p.halt(now.Task), To: now.To, Objective: p.objective(OnBlockage)})
	}
	return append(events, Event{Kind: EndEvent, Moment: now.Moment, Task: now.Task})
}

// halt returns why needed work goes no further from a task, nil where it does.
func (p *Plan) halt(task string) *escalation.Halt {
	for i, h := range p.Stops {
		if h.Task == task {
			return &p.Stops[i]
		}
	}
	return nil
}

// steps returns a step as a list; none for nil.
func steps(s *escalation.Step) []escalation.Step {
	if s == nil {
		return nil
	}
	return []escalation.Step{*s}
}

// next returns the step behind a position, or nil.
func (p *Plan) next(at int) *escalation.Step {
	if at+1 < len(p.Steps) {
		return &p.Steps[at+1]
	}
	return nil
}

// tried returns the step that the players of a position should hand on to, as
// far as they can know: while they do not know that somebody is out, to that one
// too.
func (p *Plan) tried(at int, full []escalation.Step, out, known []string) *escalation.Step {
	if at+1 < len(full) && slices.ContainsFunc(out, func(org string) bool { return has(full[at+1].Organizations, org) }) {
		s := full[at+1]
		s.Organizations = without(s.Organizations, known)
		return &s
	}
	return p.next(at)
}

// handoff returns the event by which work reaches a step.
func (p *Plan) handoff(at int, before Event) Event {
	s, from := p.Steps[at], p.Steps[at-1].Task
	e := Event{
		Kind: HandoffEvent, Moment: before.handedOn(from, s.Task, s.Minutes), Task: s.Task, From: before.To, To: s.Organizations,
		Handoffs: s.Handoffs, Objective: p.objective(OnPath),
	}
	if len(e.To) == 0 {
		e.Unled, e.To = true, before.To
	}
	if p.next(at) == nil && p.timed() {
		e.Objective = p.objective(OnTime)
	}
	return e
}

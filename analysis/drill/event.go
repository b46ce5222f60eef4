package drill

import (
	"slices"

	"tasuki/analysis"
	"tasuki/graph"
)

// Event is one entry of the master scenario events list.
type Event struct {
	Number     int // from 1
	Kind       EventKind
	Minute     *int            // after the start of the drill; nil: not known
	Undeclared [][2]string     // handoffs whose missing minutes keep it from being known: the tasks at their ends
	Task       string          // that the work has reached
	Absent     string          // the organization that is out
	From       []string        // organizations that hand over, by ID; empty: the controllers
	To         []string        // organizations that get the inject, by ID; empty: nobody leads the task, or all at the end and where an inject says so
	Handoffs   []graph.Handoff // by which the work comes
	Next       *analysis.Step  // what the players should hand on to; nil: nothing declared
	Objective  int             // the number of its objective, from 1; 0: none
	Stated     *graph.Inject   // the words of the scenario, of an inject
}

// EventKind says what an event is.
type EventKind string

// The kinds of events.
const (
	StartEvent   EventKind = "start"   // the drill begins: the occasion for the start task is there
	HandoffEvent EventKind = "handoff" // work reaches the next task of the path
	AbsenceEvent EventKind = "absence" // an organization does not answer
	NoWayEvent   EventKind = "no-way"  // no declared path is left
	InjectEvent  EventKind = "inject"  // what the scenario brings in
	EndEvent     EventKind = "end"     // the drill ends
)

// derived returns the events that follow from the flow, those of an absence
// where the path of everybody would come to the organization that is out.
func (p *Plan) derived(l analysis.Ladder) []Event {
	zero := 0
	now := Event{Kind: StartEvent, Minute: &zero, Task: p.Start, To: p.Steps[0].Organizations, Objective: p.objective(OnPath)}
	full := fullPath(l)
	if len(now.To) == 0 && len(full) > 0 {
		now.To = full[0].Organizations // who are to begin do not know yet that they are out
	}
	out, known := p.absences(full), []string{}
	events := []Event{}
	for i := range p.Steps {
		if i > 0 {
			now = p.handoff(i, now)
		}
		now.Next = p.tried(i, full, out[i], known)
		events = append(events, now)
		for _, org := range out[i] {
			events = append(events, Event{
				Kind: AbsenceEvent, Minute: now.Minute, Undeclared: now.Undeclared, Task: now.Task, Absent: org,
				To: p.Steps[i].Organizations, Next: p.next(i), Objective: p.objective(OnAbsence),
			})
		}
		known = append(known, out[i]...)
	}
	if !p.Complete {
		events = append(events, Event{
			Kind: NoWayEvent, Minute: now.Minute, Undeclared: now.Undeclared, Task: now.Task, To: p.Steps[len(p.Steps)-1].Organizations, Objective: p.objective(OnBlockage),
		})
	}
	return append(events, Event{Kind: EndEvent, Minute: now.Minute, Undeclared: now.Undeclared, Task: now.Task})
}

// next returns the step behind a position, or nil.
func (p *Plan) next(at int) *analysis.Step {
	if at+1 < len(p.Steps) {
		return &p.Steps[at+1]
	}
	return nil
}

// tried returns the step that the players of a position should hand on to, as
// far as they can know: while they do not know that somebody is out, to that one
// too.
func (p *Plan) tried(at int, full []analysis.Step, out, known []string) *analysis.Step {
	if at+1 < len(full) && slices.ContainsFunc(out, func(org string) bool { return has(full[at+1].Organizations, org) }) {
		s := full[at+1]
		s.Organizations = without(s.Organizations, known)
		return &s
	}
	return p.next(at)
}

// handoff returns the event by which work reaches a step. Unknown minutes are
// not few: from there on no time is known.
func (p *Plan) handoff(at int, before Event) Event {
	s := p.Steps[at]
	e := Event{
		Kind: HandoffEvent, Undeclared: before.Undeclared, Task: s.Task, From: p.Steps[at-1].Organizations, To: s.Organizations,
		Handoffs: s.Handoffs, Objective: p.objective(OnPath),
	}
	if s.Minutes == nil {
		e.Undeclared = append(slices.Clone(e.Undeclared), [2]string{p.Steps[at-1].Task, s.Task})
	} else if before.Minute != nil {
		minute := *before.Minute + *s.Minutes
		e.Minute = &minute
	}
	if p.next(at) == nil && p.timed() {
		e.Objective = p.objective(OnTime)
	}
	return e
}

// fullPath returns the steps of the path with everybody present.
func fullPath(l analysis.Ladder) []analysis.Step {
	if l.Absence == nil || l.Absence.Before == nil {
		return nil
	}
	return l.Absence.Before.Steps
}

// absences returns, for each step, the organizations whose absence shows there:
// where the path with everybody present comes to the first task that they lead,
// or where it leaves the path that is left if that is before. One that leads
// nothing on that path is out from the start.
func (p *Plan) absences(full []analysis.Step) map[int][]string {
	out, common := map[int][]string{}, 0
	for common < min(len(full), len(p.Steps)) && full[common].Task == p.Steps[common].Task {
		common++
	}
	for _, org := range p.Escalation.Without {
		at := slices.IndexFunc(full, func(s analysis.Step) bool { return has(s.Organizations, org) })
		shows := max(0, min(at, common)-1)
		out[shows] = append(out[shows], org)
	}
	return out
}

package escalation

import (
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Timeline is a dry run of a path: who is reached when, and by which rule. In
// the best case the first level that names somebody answers at once, in the
// worst case only the last one answers, whenever an organization is called.
//
// The clock begins when the reporter has the work. An organization is called
// when work reaches it for the first time on the path; several that lead a task
// are called at the same time, and the work goes on when all have answered
// under the rule `each`, when one has under `any`. What is declared of a
// handoff begins to run then. Where several needed branches meet, work goes on when the
// last of them has arrived, and the goal is reached when all work has ended. What an
// organization is called for on one branch, another waits for, too.
type Timeline struct {
	Events         []Event `json:"events"` // in the order in which things happen; joint leads one after the other, by ID
	Best           Minutes `json:"best"`   // until the goal is reached and answers
	Worst          Minutes `json:"worst"`
	BestObjective  Verdict `json:"best_objective"` // whether the best case keeps to the objective of the flow
	WorstObjective Verdict `json:"worst_objective"`
}

// Event is a line of a timeline.
type Event struct {
	Rule         EventRule  `json:"rule"`
	Best         *Minutes   `json:"best"` // on the clock; nil: it does not happen in the best case
	Worst        *Minutes   `json:"worst"`
	Task         string     `json:"task"`         // that the work has reached
	From         string     `json:"from"`         // the task that hands it over; only of a handoff
	Organization string     `json:"organization"` // that is called or escalated to; empty for start, handoff and nobody-leads, and for an answer
	For          string     `json:"for"`          // the organization on whose behalf it is called; empty where Organization is
	Level        int        `json:"level"`        // of the contact, from 1; 0 when none is called
	Contact      graph.Name `json:"contact,omitzero"`
	Optional     bool       `json:"optional,omitempty"` // the procedure can do without it; nothing that is needed waits for it
	Minutes      *int       `json:"minutes"`            // that the handoff takes, or that the level before was waited for; nil when not declared and when there is nothing to declare
}

// EventRule says why something happens.
type EventRule string

// The rules of events.
const (
	EventStart       EventRule = "start"        // the reporter has the work
	EventHandoff     EventRule = "handoff"      // a handoff takes the minutes that it declares
	EventCall        EventRule = "call"         // an organization is called at its first level when work reaches it for the first time
	EventNextLevel   EventRule = "next-level"   // the level before has not answered in the minutes that it declares
	EventEscalation  EventRule = "escalation"   // no level of an organization has answered: the one that it escalates to is called
	EventNoContacts  EventRule = "no-contacts"  // the organization declares nobody to call
	EventAbsent      EventRule = "absent"       // the organization is absent, so nobody there is called
	EventLoop        EventRule = "loop"         // the organization to escalate to has been called before: there is nobody further
	EventNobodyLeads EventRule = "nobody-leads" // nobody leads the task, so there is nobody to call
	EventAnswer      EventRule = "answer"       // those who were called have answered, all of them or one, as the lead rule says
)

// clock is the time in both cases.
type clock struct{ best, worst duration }

func (c clock) plus(d clock) clock { return clock{c.best.add(d.best), c.worst.add(d.worst)} }

// at returns the event with the times of the clock.
func (c clock) at(e Event) Event {
	best, worst := c.best.minutes(), c.worst.minutes()
	e.Best, e.Worst = &best, &worst
	return e
}

// reporters returns who has the work when the clock begins: the organization
// that reports, or else all who lead the start task.
func (e *escalator) reporters(task int, gone func(org int) bool) []int {
	if e.from != nil && e.from.Kind == rules.AboutOrganization {
		org, _ := e.g.OrganizationIndex(e.from.ID)
		return []int{org}
	}
	return e.present(task, gone)
}

// reach calls the organizations of a task that have not been reached before, and
// returns what happens and how much later the work goes on.
func (e *escalator) reach(now clock, task string, orgs []int, reached func(org int) bool, gone func(org int) bool) (events []Event, extra clock) {
	if len(orgs) == 0 {
		extra = clock{duration{unknown: 1}, duration{unknown: 1}}
		return []Event{now.plus(extra).at(Event{Rule: EventNobodyLeads, Task: task})}, extra
	}
	if e.rules.Leads == graph.AnyLead && slices.ContainsFunc(orgs, reached) {
		return nil, clock{}
	}
	var lists []callList
	for _, org := range slices.DeleteFunc(slices.Clone(orgs), reached) {
		lists = append(lists, callsFor(e.g, org, gone))
		events = append(events, e.calls(now, task, lists[len(lists)-1])...)
	}
	if len(lists) == 0 {
		return nil, clock{}
	}
	best, worst, answers := e.answers(lists)
	extra = clock{best, worst}
	if answers {
		events = append(events, now.plus(extra).at(Event{Rule: EventAnswer, Task: task}))
	}
	return events, extra
}

// answers returns how long it takes until those who are called have answered:
// all of them, or one under the rule any. It is false when too few of them name
// anybody who could.
func (e *escalator) answers(lists []callList) (best, worst duration, ok bool) {
	named := slices.DeleteFunc(slices.Clone(lists), func(l callList) bool { return l.last < 0 })
	combine := later
	ok = len(named) == len(lists)
	if e.rules.Leads == graph.AnyLead && len(named) > 0 {
		lists, combine, ok = named, earlier, true
	}
	best, worst = lists[0].best(), lists[0].worst()
	for _, l := range lists[1:] {
		best, worst = combine(best, l.best()), combine(worst, l.worst())
	}
	return best, worst, ok
}

// calls returns the events of calling for one organization. Levels behind the
// last one that names somebody are never called.
func (e *escalator) calls(now clock, task string, l callList) []Event {
	var events []Event
	for i, c := range l.calls {
		if l.last >= 0 && i > l.last {
			break
		}
		event := clock{now.best, now.worst.add(l.wait(i))}.at(e.callEvent(task, l, i))
		if l.last >= 0 && (i > l.first || i < l.first && c.level > 0) {
			event.Best = nil
		}
		events = append(events, event)
	}
	if l.last < 0 && l.loop != nil {
		again := e.g.Organizations()[l.loop[0]].ID
		events = append(events, clock{now.best, now.worst.add(l.wait(len(l.calls)))}.at(
			Event{Rule: EventLoop, Task: task, Organization: again, For: e.g.Organizations()[l.organization].ID}))
	}
	return events
}

// callEvent describes the call at a position, without its times.
func (e *escalator) callEvent(task string, l callList, i int) Event {
	c := l.calls[i]
	event := Event{
		Rule: EventCall, Task: task, Organization: e.g.Organizations()[c.organization].ID,
		For: e.g.Organizations()[l.organization].ID, Level: c.level, Contact: c.contact.Name,
	}
	if i > 0 {
		event.Rule = EventEscalation
		if l.calls[i-1].organization == c.organization {
			event.Rule = EventNextLevel
		}
		if l.calls[i-1].level > 0 {
			event.Minutes = positive(l.calls[i-1].contact.WaitMinutes)
		}
	}
	switch {
	case c.absent:
		event.Rule = EventAbsent
	case c.level == 0:
		event.Rule = EventNoContacts
	}
	return event
}

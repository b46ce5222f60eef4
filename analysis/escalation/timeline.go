package escalation

import (
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Timeline is a dry run of a path: who is reached when, and by which rule. In
// the best case the first level that names somebody answers at once, in the
// worst case only the last call of the last one is answered, whenever an organization is
// called. Where an hour is asked about, each call is judged at the hour at which it is made,
// in each case; a level at which nobody is reached then is not waited for.
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

	gaps []Gap // of those who are called; the same may be there several times
}

// Event is a line of a timeline.
type Event struct {
	Rule         EventRule  `json:"rule"`
	Best         *Minutes   `json:"best"` // on the clock; nil: it does not happen in the best case
	Worst        *Minutes   `json:"worst"`
	Task         string     `json:"task"`               // that the work has reached
	From         string     `json:"from"`               // the task that hands it over; only of a handoff
	Organization string     `json:"organization"`       // that is called or escalated to; empty for start, handoff and nobody-leads, and for an answer
	For          string     `json:"for"`                // the organization on whose behalf it is called; empty where Organization is
	Level        int        `json:"level"`              // of the contact, from 1; 0 when none is called
	Contact      graph.Name `json:"contact,omitzero"`   // of the level, the first who is named and called
	Optional     bool       `json:"optional,omitempty"` // the procedure can do without it; nothing that is needed waits for it
	Minutes      *int       `json:"minutes"`            // that the handoff takes, or that the level before was waited for in all its calls; nil when not declared and when there is nothing to declare
	Posts        []Called   `json:"posts,omitempty"`    // of the level, all of them; left out where it is one post that is called once, and no hour is asked about
	List         *ListOf    `json:"list,omitempty"`     // the list that declares the level; left out where these are the general contacts
	BestAt       string     `json:"best_at,omitempty"`  // Best by the clocks of the reporter, with their offset; only where an hour is asked about
	WorstAt      string     `json:"worst_at,omitempty"` // Worst by these clocks
}

// ListOf says for which flow and severity a list of contacts is declared; an empty one is any.
type ListOf struct {
	Flow     string `json:"flow"`
	Severity string `json:"severity"`
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
	EventClosed      EventRule = "closed"       // nobody of the level is reached at that hour: it is passed over without waiting
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
func (d *dryRun) reach(now clock, task string, orgs []int) (events []Event, extra clock) {
	reached := func(org int) bool { _, known := d.reached[org]; return known }
	if len(orgs) == 0 {
		extra = clock{duration{unknown: 1}, duration{unknown: 1}}
		d.gaps = append(d.gaps, Gap{Kind: GapNobodyLeads, Task: task, Circle: []string{}})
		return []Event{now.plus(extra).at(Event{Rule: EventNobodyLeads, Task: task})}, extra
	}
	if d.rules.Leads == graph.AnyLead && slices.ContainsFunc(orgs, reached) {
		return nil, clock{}
	}
	var lists []callList
	for _, org := range slices.DeleteFunc(slices.Clone(orgs), reached) {
		l := d.callsFor(now, org, d.gone)
		lists = append(lists, l)
		events = append(events, d.calls(now, task, l)...)
		d.gaps = append(d.gaps, d.gapsOf(l)...)
	}
	if len(lists) == 0 {
		return nil, clock{}
	}
	best, atBest := d.answers(lists, func(l callList) (duration, bool) { return l.bestTime(), l.first >= 0 })
	worst, atWorst := d.answers(lists, func(l callList) (duration, bool) { return l.worstTime(), l.last >= 0 })
	extra = clock{best, worst}
	if atBest || atWorst {
		events = append(events, now.plus(extra).at(Event{Rule: EventAnswer, Task: task}).only(atBest, atWorst))
	}
	return events, extra
}

// answers returns how long it takes, in one case, until those who are called have answered:
// all of them, or one under the rule any. It is false when too few of them reach anybody who
// could.
func (e *escalator) answers(lists []callList, of func(callList) (duration, bool)) (duration, bool) {
	reaches := func(l callList) bool { _, ok := of(l); return ok }
	combine, ok := later, true
	if e.rules.Leads == graph.AnyLead {
		combine = earlier
		if slices.ContainsFunc(lists, reaches) {
			lists = slices.DeleteFunc(slices.Clone(lists), func(l callList) bool { return !reaches(l) })
		}
	}
	total, _ := of(lists[0])
	for i, l := range lists {
		d, reached := of(l)
		ok = ok && reached
		if i > 0 {
			total = combine(total, d)
		}
	}
	return total, ok
}

// only returns the event without the time of a case in which it does not happen.
func (e Event) only(best, worst bool) Event {
	if !best {
		e.Best = nil
	}
	if !worst {
		e.Worst = nil
	}
	return e
}

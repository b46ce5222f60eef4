package assistant

import (
	"context"
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/graph/said"
	"tasuki/render/report/ladder"
)

// calls is whom to call in a flow, at a minute of the clock.
type calls struct {
	Minutes    int                   `json:"minutes"` // since the work came to the start of the path
	Past       []escalation.Event    `json:"past"`    // of the best path, that have happened by then when only the last level ever answers
	Next       *escalation.Event     `json:"next"`    // the next call of somebody who is named; null: there is none, or nobody declares contacts
	Escalation escalation.Escalation `json:"escalation"`

	next int // the position of Next among the events; -1: there is none
}

func (s *server) whomToCall() tool {
	return tool{
		name: "whom_to_call", title: s.Plain("Whom to call next"),
		says: s.Plain("Whom to call next in a flow: who is called by now and who is next when nobody answers, the path with its alternates, and minutes at best and at worst. The clock is an argument: give the minutes that have passed."),
		params: []param{
			{name: "flow", kind: aText, says: s.Plain("The ID or name of the flow; it may be left out where there is one only.")},
			{name: "at", kind: aText, says: s.Plain("The task where work stands, by ID or words of its name; left out: the starts of the flow.")},
			{name: "minutes", kind: aNumber, min: 0, max: 1_000_000, says: s.Plain("Minutes since work came there; 0 unless given.")},
			{name: "missing", kind: aList, says: s.Plain("Organizations that cannot be reached, by ID or name.")},
			{name: "paths", kind: aNumber, min: 1, max: mostPaths, says: s.Plain("How many paths from each start are listed; 3 unless given.")},
		},
		run: func(_ context.Context, a arguments) (answer, error) {
			missing, err := s.all(anOrganization, a.list("missing"))
			if err != nil {
				return answer{}, err
			}
			flows := s.Graph.Flows()
			switch {
			case a.text("flow") == "" && len(flows) > 1:
				return answer{}, said.Errorf("whom_to_call needs a flow; give one of %d, such as %s", len(flows), s.described(aFlow, s.ids(aFlow)))
			case a.text("flow") == "" && len(flows) == 1:
				a["flow"] = flows[0].ID
			}
			list, err := s.escalations(a, "at", "", missing)
			if err != nil {
				return answer{}, err
			}
			return s.called(list[0], a.number("minutes", 0)), nil
		},
	}
}

// called says whom to call at a minute.
func (s *server) called(e escalation.Escalation, minutes int) answer {
	c := calls{Minutes: minutes, Past: []escalation.Event{}, Escalation: e}
	out := answer{}
	out.rests.add(e)
	best := e.Best()
	if best != nil && best.Paths[0].Timeline != nil {
		at := c.clock(best.Paths[0].Timeline.Events)
		out.lines = s.clockLines(e, best.Paths[0], c, at)
	}
	if len(e.Without) > 0 {
		out.lines = append(out.lines, s.absent(e))
	}
	for _, id := range e.Without {
		if at, _ := s.Graph.OrganizationIndex(id); s.Graph.Organizations()[at].EscalatesTo != "" {
			out.lines = append(out.lines, say(s.Say("{1} escalates to {2}.", s.Organization(id), s.Organization(s.Graph.Organizations()[at].EscalatesTo))))
		}
	}
	if best != nil && best.Paths[0].Timeline == nil {
		out.lines = append(out.lines, s.Plain("No organization declares contacts, so that only who leads each step is known, not when anybody is called."))
	}
	out.lines = append(out.lines, s.wayLines(e)...)
	out.result = c
	return out
}

// clock parts the events of a timeline at its minute, and returns how many are past. An event
// whose minute is known from below only is past when that is, and so is none behind one that
// is not past.
func (c *calls) clock(events []escalation.Event) int {
	at := len(events)
	for i, event := range events {
		if event.Worst != nil && event.Worst.AtLeast > c.Minutes {
			at = i
			break
		}
	}
	c.Past = append(c.Past, events[:at]...)
	next := slices.IndexFunc(events[at:], func(e escalation.Event) bool {
		return !e.Contact.IsZero() && slices.Contains([]escalation.EventRule{escalation.EventCall, escalation.EventNextLevel, escalation.EventEscalation}, e.Rule)
	})
	if c.next = -1; next >= 0 {
		c.next = at + next
		c.Next = &events[c.next]
	}
	return at
}

// clockLines says where the clock stands: the last that happened, whom to call next, and how
// long all takes.
func (s *server) clockLines(e escalation.Escalation, p escalation.Path, c calls, at int) []string {
	events := p.Timeline.Events
	line := func(i int) string {
		what, why := ladder.Told(s.Printer, e, p, i)
		return s.Plain("minute {1}: {2}. {3}", ladder.Minute(events[i].Worst), say(what), say(why))
	}
	lines := []string{s.Count(c.Minutes, "{1} minute has passed. If nobody but the last level answers:", "{1} minutes have passed. If nobody but the last level answers:")}
	for i := max(0, at-3); i < at; i++ {
		lines = append(lines, "- "+line(i))
	}
	switch {
	case c.Next != nil:
		lines = append(lines, s.Plain("Next, {1}", line(c.next)))
	case at < len(events):
		lines = append(lines, s.Plain("Nobody else is to be called. Next, {1}", line(at)))
	default:
		lines = append(lines, s.Plain("By then the goal has been reached; there is nobody further to call."))
	}
	t := p.Timeline
	return append(lines, s.Plain("Until the goal has answered: at best {1}, at worst {2}.", ladder.Minutes(s.Printer, t.Best).String(), ladder.Minutes(s.Printer, t.Worst).String()))
}

// absent says what a flow loses with those who are missing.
func (s *server) absent(e escalation.Escalation) string {
	if len(e.Removed) == 0 {
		return s.Plain("Without {1}, the flow keeps all its tasks.", s.organizations(e.Without))
	}
	return s.Count(len(e.Removed), "Without {2}, {1} task of the flow is lost: {3}.", "Without {2}, {1} tasks of the flow are lost: {3}.", s.organizations(e.Without), s.described(aTask, e.Removed))
}

package drillpack

import (
	"slices"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/analysis/oncall"
	"tasuki/graph/hours"
)

// firstCalls names who is called first at each organization of a step: the first level
// that names anybody or, where the scenario says on which day and at what time the drill
// begins, the first one that is reached when the work is handed on.
func (p driller) firstCalls(e drill.Event, s escalation.Step) string {
	var calls []string
	for _, id := range s.Organizations {
		org, ok := p.Graph.OrganizationIndex(id)
		if !ok {
			continue
		}
		levels := oncall.Levels(p.Graph, org, p.plan.Flow, "", p.hour(e))
		if first := namesCalled(p, levels); first != "" {
			calls = append(calls, first)
		} else if namesCalled(p, oncall.Levels(p.Graph, org, p.plan.Flow, "", nil)) != "" {
			calls = append(calls, p.Plain("nobody, for no post there is reached at that hour"))
		}
	}
	return strings.Join(calls, p.Plain(", "))
}

// namesCalled names those who are called at the first level at which somebody is named and
// reached.
func namesCalled(p driller, levels []oncall.Level) string {
	for _, l := range levels {
		var names []string
		for _, post := range l.Reached() {
			if name, _ := post.Called(); !name.IsZero() {
				names = append(names, name.In(p.Lang))
			}
		}
		if len(names) > 0 {
			return strings.Join(names, p.Plain(", "))
		}
	}
	return ""
}

// hour returns when an event happens, by the calendar of those who begin; nil where the
// scenario says no day or no time, or the time of the event is not known.
func (p driller) hour(e drill.Event) *hours.Moment {
	s := p.plan.Scenario
	starters := p.starters()
	if s.Date == "" || s.Clock == "" || e.Minute == nil || len(starters) == 0 {
		return nil
	}
	org, ok := p.Graph.OrganizationIndex(slices.Min(starters))
	if !ok {
		return nil
	}
	at, err := p.Graph.Calendar(org).Moment(s.Date + "T" + string(s.Clock))
	if err != nil {
		return nil
	}
	at += hours.Moment(*e.Minute)
	return &at
}

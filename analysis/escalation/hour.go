package escalation

import (
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/hours"
	"tasuki/graph/said"
)

// AskedHour is when the reporter has the work, and by which clocks this is meant and told.
type AskedHour struct {
	Moment       string `json:"moment"`       // with the offset of these clocks, such as 2026-11-28T22:30+09:00
	Zone         string `json:"zone"`         // in the IANA time zone database
	Organization string `json:"organization"` // the reporter whose calendar it is: of several, the first of the first start that anybody leads; where nobody does, the first organization of all; empty: there is none, and the clocks are those of UTC
}

// setHour reads the hour that is asked about by the calendar of the reporter. The ends must
// have been set.
func (e *escalator) setHour() error {
	if s := e.options.Severity; s != "" && !slices.ContainsFunc(e.g.Dataset().Severities, func(t graph.Term) bool { return t.ID == s }) {
		return said.Errorf("no severity is called %q; use the ID of a declared one", s)
	}
	if e.options.At == "" {
		return nil
	}
	e.hour = &AskedHour{}
	if org, ok := e.clockOf(); ok {
		e.hour.Organization, e.clocks = rules.OrganizationIDs(e.g, []int{org})[0], e.g.Calendar(org)
	}
	at, err := e.clocks.Moment(e.options.At)
	if err != nil {
		return err
	}
	e.at, e.hour.Moment, e.hour.Zone = &at, e.clocks.Stamp(at), e.clocks.Zone()
	return nil
}

// clockOf returns the organization by whose calendar hours are meant.
func (e *escalator) clockOf() (org int, ok bool) {
	for _, start := range e.p.Starts {
		if orgs := e.reporters(e.p.Index[start], e.isAbsent); len(orgs) > 0 {
			return orgs[0], true
		}
	}
	return 0, len(e.g.Organizations()) > 0
}

// shown returns an event with its times by the clocks of the reporter.
func (e *escalator) shown(event Event) Event {
	stamp := func(m *Minutes) string {
		if m == nil || e.at == nil {
			return ""
		}
		return e.clocks.Stamp(*e.at + hours.Moment(m.AtLeast))
	}
	event.BestAt, event.WorstAt = stamp(event.Best), stamp(event.Worst)
	return event
}

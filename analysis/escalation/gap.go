package escalation

import (
	"cmp"
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Gap is something that is missing in the declarations, so that a time on a
// path is not known or somebody cannot be reached.
type Gap struct {
	Kind         GapKind  `json:"kind"`
	Organization string   `json:"organization"` // empty where the gap is about tasks
	Level        int      `json:"level"`        // from 1; 0 where the gap is about the organization
	Task         string   `json:"task"`         // of nobody-leads, and the end of an undeclared handoff
	From         string   `json:"from"`         // the task from which an undeclared handoff comes
	Circle       []string `json:"circle"`       // organizations that escalate to one another, from Organization on; empty but for a loop
}

// GapKind says what is missing.
type GapKind string

// The kinds of gap, in the order in which they stand.
const (
	GapNobodyToCall   GapKind = "nobody-to-call"  // no level names anybody, neither there nor where it escalates to
	GapNobodyReached  GapKind = "nobody-reached"  // somebody is named, and at the hour of the call nobody is reached
	GapNobodyLeads    GapKind = "nobody-leads"    // work reaches a task that nobody leads
	GapEscalationLoop GapKind = "escalation-loop" // organizations escalate to one another in a circle
	GapNoContacts     GapKind = "no-contacts"     // an organization that is called or escalated to declares no level
	GapUnnamedLevel   GapKind = "unnamed-level"   // a level names nobody
	GapUnknownWait    GapKind = "unknown-wait"    // a level with a further one behind it does not say how long to wait
	GapHandoffMinutes GapKind = "handoff-minutes" // a handoff declares no minutes
)

func gapKinds() []GapKind {
	return []GapKind{GapNobodyToCall, GapNobodyReached, GapNobodyLeads, GapEscalationLoop, GapNoContacts, GapUnnamedLevel, GapUnknownWait, GapHandoffMinutes}
}

// gaps returns what is missing on the paths of ladders, by kind, organization,
// level and tasks. Of handoffs and contacts, it looks only at what the dataset
// declares anywhere.
func (e *escalator) gaps(ladders []Ladder) []Gap {
	list := []Gap{}
	for _, l := range ladders {
		for _, path := range l.Paths {
			for i, s := range path.Steps {
				for _, a := range path.Arrivals(i) {
					if a.Minutes == nil && len(e.declared) > 0 {
						list = append(list, Gap{Kind: GapHandoffMinutes, From: a.From, Task: s.Task, Circle: []string{}})
					}
				}
			}
			if path.Timeline != nil {
				list = append(list, path.Timeline.gaps...)
			}
		}
	}
	slices.SortFunc(list, compareGaps)
	return slices.CompactFunc(list, func(a, b Gap) bool { return compareGaps(a, b) == 0 })
}

func compareGaps(a, b Gap) int {
	kind := func(g Gap) int { return slices.Index(gapKinds(), g.Kind) }
	return cmp.Or(
		cmp.Compare(kind(a), kind(b)),
		graph.Compare(a.Organization, b.Organization),
		cmp.Compare(a.Level, b.Level),
		graph.Compare(a.From, b.From),
		graph.Compare(a.Task, b.Task),
	)
}

// gapsOf returns what is missing in a call list.
func (e *escalator) gapsOf(l callList) []Gap {
	var list []Gap
	add := func(kind GapKind, org, level int, circle []string) {
		list = append(list, Gap{Kind: kind, Organization: e.g.Organizations()[org].ID, Level: level, Circle: circle})
	}
	names := slices.ContainsFunc(l.calls, call.names)
	if l.last < 0 && !names && (len(l.calls) > 1 || l.calls[0].level > 0 || l.loop != nil) {
		add(GapNobodyToCall, l.organization, 0, []string{})
	}
	if names && (l.first < 0 || l.last < 0) {
		add(GapNobodyReached, l.organization, 0, []string{})
	}
	if len(l.loop) > 0 {
		first := slices.Index(l.loop, slices.Min(l.loop))
		circle := slices.Concat(l.loop[first:], l.loop[:first])
		add(GapEscalationLoop, circle[0], 0, rules.OrganizationIDs(e.g, circle))
	}
	for i, c := range l.calls {
		a := l.worst[i]
		switch {
		case c.absent:
		case c.level == 0:
			add(GapNoContacts, c.organization, 0, []string{})
		case !c.names():
			add(GapUnnamedLevel, c.organization, c.level, []string{})
		}
		if c.level > 0 && !a.closed && (i < l.last && a.wait == nil || i == l.last && a.final.unknown > 0) {
			add(GapUnknownWait, c.organization, c.level, []string{})
		}
	}
	return list
}

package drawings

import (
	"slices"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// DrillFlow draws the flow of a drill as [Lanes] does, and says who is out and
// which tasks are lost with them.
func DrillFlow(g *graph.Graph, plan drill.Plan, o diagram.Overlay, lang messages.Language) diagram.Diagram {
	f, _ := g.Flow(plan.Flow)
	d := Lanes(g, f, o, lang)
	if len(plan.Absent) > 0 {
		d.Title = lang.Plain("{1} (absent: {2})", d.Title, messages.OrganizationNames(g, plan.Absent, lang))
	}
	for i := range d.Lanes {
		if lane := &d.Lanes[i]; slices.Contains(plan.Absent, lane.Ref) {
			lane.Title = lang.Plain("{1} (absent)", lane.Title)
		}
	}
	if removed := plan.Escalation.Removed; len(removed) > 0 {
		d.Notes = append(d.Notes, lang.Plain("Tasks lost with the absent: {1}", strings.Join(removed, ", ")))
	}
	return d
}

package render

import (
	"slices"
	"strings"

	"tasuki/analysis/drill"
	"tasuki/graph"
)

// DrillFlow draws the flow of a drill as [Lanes] does, and says who is out and
// which tasks are lost with them.
func DrillFlow(g *graph.Graph, plan drill.Plan, o Overlay, lang graph.Lang) Diagram {
	f, _ := g.Flow(plan.Flow)
	d := Lanes(g, f, o, lang)
	if len(plan.Absent) > 0 {
		d.Title = fill(wordWithout, lang, d.Title, organizationNames(g, plan.Absent, lang))
	}
	for i := range d.Lanes {
		if lane := &d.Lanes[i]; slices.Contains(plan.Absent, lane.Ref) {
			lane.Title = fill(wordOut, lang, lane.Title)
		}
	}
	if removed := plan.Escalation.Removed; len(removed) > 0 {
		d.Notes = append(d.Notes, fill(wordRemoved, lang, strings.Join(removed, ", ")))
	}
	return d
}

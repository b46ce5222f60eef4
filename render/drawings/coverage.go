package drawings

import (
	"strconv"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// Coverage draws a flow as [Lanes] does, each handoff with what the drill of a number has
// shown of it, of which the coverage is alone, or with 0 what all drills have: by
// the sign on its arrow and by its line. A line that says something else as well would be
// misread, so that what kind a handoff is stands in its label, and whether it is inferred
// under the pointer alone.
func Coverage(g *graph.Graph, c drill.FlowCoverage, number int, on string, lang messages.Language) diagram.Diagram {
	f, _ := g.Flow(c.Flow)
	d := Lanes(g, f, diagram.Overlay{}, lang)
	d.ID = "coverage-" + string(lang.Lang) + "." + messages.Suffix(f.ID)
	title, note := lang.Plain("{1}: what all drills have shown", d.Title), lang.Plain("The sign on an arrow says what the latest entry of all drills of the record has shown; a year is counted back from {1}.", on)
	if number > 0 {
		title, note = lang.Plain("{1}: what drill {2} has shown", d.Title, strconv.Itoa(number)), lang.Plain("The sign on an arrow says what drill {1} alone has shown, by its latest entry; other drills are not drawn.", strconv.Itoa(number))
	}
	d.Title = title
	status := map[[2]string]diagram.Status{}
	for _, h := range c.List {
		status[[2]string{h.From, h.To}] = statusOf(h, number)
	}
	for i := range d.Edges {
		e := &d.Edges[i]
		e.Status, e.Inferred = status[[2]string{e.From, e.To}], false
		e.Label, e.Kind = messages.KindAndLabel(e.Kind, e.Label, lang), ""
		e.Hint += lang.Plain(" — ") + diagram.NameOfStatus(e.Status, lang)
	}
	d.Legend = diagram.LegendOf(d)
	d.Notes = append(d.Notes, note)
	return d
}

// statusOf returns what drills have shown of a handoff, as it is drawn: by the latest entry,
// but that of all drills a handoff which has passed its test more than a year ago says so.
func statusOf(h drill.HandoffCoverage, number int) diagram.Status {
	switch {
	case h.Last == nil && number > 0:
		return diagram.UnexercisedStatus
	case h.Last == nil:
		return diagram.NeverStatus
	case h.Last.Outcome == drill.NotPerformed:
		return diagram.NotPerformedStatus
	case h.OverAYear && number == 0:
		return diagram.OverAYearStatus
	case h.Last.Outcome == drill.Inconclusive:
		return diagram.InconclusiveStatus
	}
	return diagram.ConfirmedStatus
}

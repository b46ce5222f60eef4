package drawings

import (
	"strings"

	"tasuki/analysis/observe"
	"tasuki/render/diagram"
	"tasuki/render/messages"
)

// mostUndeclared is how many handoffs that are not declared a drawing of lanes shows: with
// more, nobody would find the declared ones.
const mostUndeclared = 12

// Observed lays what a log shows of a flow over a drawing of it, as [Lanes] gives it: each
// declared handoff is as wide as it was often seen, or dashed where it was not seen; pairs of
// tasks of the flow that were seen without being declared are added as dotted arrows, the
// most often seen ones, and the others counted. A line that says something else as well would
// be misread, so that the kind of a handoff stands in its label, and whether it is inferred
// under the pointer. It takes time in proportion to the arrows and the pairs.
func Observed(d diagram.Diagram, h observe.Handoffs) diagram.Diagram {
	lang := d.Language
	seen, most := map[[2]string]observe.Declared{}, 0
	for _, x := range h.Declared {
		seen[[2]string{x.From, x.To}] = x
	}
	for _, e := range d.Edges {
		most = max(most, seen[[2]string{e.From, e.To}].Count)
	}
	d.ID = "observed-" + d.ID
	d.Title = lang.Plain("{1}: what a log shows", d.Title)
	edges := make([]diagram.Edge, 0, len(d.Edges))
	for _, e := range d.Edges {
		x, declared := seen[[2]string{e.From, e.To}]
		if !declared {
			edges = append(edges, e) // it stands for several
			continue
		}
		e.Label, e.Kind, e.Inferred = messages.KindAndLabel(e.Kind, e.Label, lang), "", false
		e.Status, e.Seen = diagram.NotSeenStatus, x.Count
		e.Short = lang.Plain("{1}×||how often a handoff was seen", messages.Whole(x.Count))
		count := lang.Count(x.FromCases, "not seen in {1} case that reached its start", "not seen in {1} cases that reached its start")
		if x.Count > 0 {
			e.Status, e.Width = diagram.SeenStatus, float64(x.Count)/float64(most)
			count = seenIn(x.Seen, lang)
		}
		if e.Label == "" {
			e.Label = e.Short
		} else {
			e.Label = lang.Plain("{1} {2}||a handoff and how often it was seen", e.Label, e.Short)
		}
		e.Hint += lang.Plain(" — ") + count
		edges = append(edges, e)
	}
	d.Edges = edges
	left := addUndeclared(&d, h.Undeclared)
	d.Legend = diagram.LegendOf(d)
	d.Notes = append(d.Notes, lang.Plain("What a log does not show may have been done all the same: telephones leave no log."))
	if left > 0 {
		d.Notes = append(d.Notes, lang.Count(left, "{1} more pair of tasks was seen without being declared, and is not drawn.", "{1} more pairs of tasks were seen without being declared, and are not drawn."))
	}
	return d
}

// addUndeclared adds the pairs of tasks in the drawing that were seen and are not declared,
// and returns how many it leaves out.
func addUndeclared(d *diagram.Diagram, list []observe.Undeclared) (left int) {
	drawn := map[string]bool{}
	for _, n := range d.Nodes {
		drawn[n.ID] = n.Class == diagram.TaskNode
	}
	var named []string
	for _, u := range list {
		switch {
		case !drawn[u.From] || !drawn[u.To]:
			continue
		case len(named) == mostUndeclared:
			left++
			continue
		}
		short := d.Plain("{1}×||how often a handoff was seen", messages.Whole(u.Count))
		named = append(named, u.From+" → "+u.To+" "+short)
		d.Edges = append(d.Edges, diagram.Edge{
			From: u.From, To: u.To, Status: diagram.UndeclaredStatus, Label: short,
			Hint: u.From + " → " + u.To + " " + d.Plain("{1}, not declared", seenIn(u.Seen, d.Language)),
		})
	}
	if len(named) > 0 { // not every arrow has room for its count
		d.Notes = append(d.Notes, d.Plain("Seen, not declared: {1}.", strings.Join(named, d.Plain(", ||names"))))
	}
	return left
}

// seenIn says how often a handoff was seen, and in how many cases.
func seenIn(s observe.Seen, lang messages.Language) string {
	return lang.Plain("seen {1} in {2}||times and cases", lang.Count(s.Count, "{1} time", "{1} times"), lang.Count(s.Cases, "{1} case", "{1} cases"))
}

package changed

import (
	"strconv"
	"strings"

	"tasuki/analysis/bottleneck"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/messages"
)

// Dependencies draws the map of the union as [drawings.DependencyMap] does, with the change
// marked. The bottlenecks are those of Before and After. Where the number of handoffs
// differs, both stand at the arrow, whose width is that of Base.
func (x *Change) Dependencies(before, after bottleneck.Bottleneck, o diagram.Overlay, lang messages.Language) diagram.Diagram {
	base, other := before, after
	if x.Base == x.After {
		base, other = after, before
	}
	all := base
	all.Organizations = with(base.Organizations, other.Organizations, func(l bottleneck.OrganizationLoad) string { return l.Organization })
	all.Handovers = with(base.Handovers, other.Handovers, func(h bottleneck.Handover) pair { return pair{h.From, h.To} })
	d := drawings.DependencyMap(x.Union, all, o, lang)
	was, now := sums(before), sums(after)
	for i, e := range d.Edges {
		d.Edges[i] = handed(e, was[pair{e.From, e.To}], now[pair{e.From, e.To}])
		x.hint(&d.Edges[i].Hint, d.Edges[i].Status, lang)
	}
	led := [2]map[string]int{{}, {}}
	for side, b := range []bottleneck.Bottleneck{before, after} {
		for _, l := range b.Organizations {
			led[side][l.Organization] = l.LeadMarks
		}
	}
	for i, n := range d.Nodes {
		d.Nodes[i] = x.party(n, led[0][n.Ref], led[1][n.Ref], lang)
	}
	x.finish(&d, "")
	if note := x.stopped(lang); note != "" && d.Change != "" {
		d.Notes = append(d.Notes, note)
	}
	return d
}

// pair is two organizations, the first of which hands over to the second.
type pair struct{ from, to string }

func sums(b bottleneck.Bottleneck) map[pair]float64 {
	of := map[pair]float64{}
	for _, h := range b.Handovers {
		of[pair{h.From, h.To}] = h.Handoffs
	}
	return of
}

// handed returns an arrow that stands for so many handoffs before and behind the change.
// Where the difference is not seen in the numbers, there is none.
func handed(e diagram.Edge, was, now float64) diagram.Edge {
	before, after := messages.Number(was), messages.Number(now)
	switch {
	case before == after:
		return e
	case now == 0:
		e.Status = diagram.GoneStatus
		e.Label = e.Status.Sign() + before
	case was == 0:
		e.Status = diagram.CameStatus
		e.Label = e.Status.Sign() + after
	default:
		e.Status = diagram.ChangedStatus
		e.Label = before + "→" + after
	}
	e.Hint += " (" + before + " → " + after + ")"
	return e
}

// party returns the box of an organization that leads so many tasks before and behind the
// change.
func (x *Change) party(n diagram.Node, was, now int, lang messages.Language) diagram.Node {
	n.Status = x.organizations[n.Ref]
	if n.Status == diagram.Same && was != now {
		n.Status = diagram.ChangedStatus
	}
	shown := was
	if _, stands := x.After.OrganizationIndex(n.Ref); x.Base == x.After && stands {
		shown = now
	}
	of := func(tasks int) string {
		return lang.Plain("leads {1} of {2} tasks", strconv.Itoa(shown), strconv.Itoa(tasks))
	}
	if rest, ok := strings.CutPrefix(n.Text, of(len(x.Union.Tasks()))); ok {
		n.Text = of(len(x.Base.Tasks())) + rest
		if was != now { // no longer than it was, so that the box keeps its size
			n.Text = lang.Plain("tasks led: {1}→{2}", strconv.Itoa(was), strconv.Itoa(now)) + rest
		}
	}
	x.hint(&n.Hint, n.Status, lang)
	return n
}

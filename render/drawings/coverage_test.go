package drawings_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/layout"
	"tasuki/render/messages"
)

// TestCoverageIsToldWithoutColour wants a sign and a line of its own for each that drills
// can have shown, and a legend that explains those that are drawn.
func TestCoverageIsToldWithoutColour(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: b*\n3: c*\n4: a*\n5: b*\n6: c*\nflow f from 1 to 6: 1 -report-> 2 -request-> 3 -> 4 -> 5 -> 6")
	record := []drill.Entry{
		{Time: "2026-03-04", Flow: "f", From: "1", To: "2", Outcome: drill.Confirmed},
		{Time: "2026-03-04", Flow: "f", From: "2", To: "3", Outcome: drill.Inconclusive},
		{Time: "2026-03-04", Flow: "f", From: "3", To: "4", Outcome: drill.NotPerformed}, {Time: "2024-03-04", Flow: "f", From: "3", To: "4", Outcome: drill.Confirmed},
		{Time: "2025-03-03", Flow: "f", From: "4", To: "5", Outcome: drill.Confirmed},
	}
	want := []diagram.Status{diagram.ConfirmedStatus, diagram.InconclusiveStatus, diagram.NotPerformedStatus, diagram.OverAYearStatus, diagram.NeverStatus}
	for _, lang := range samples.Languages() {
		c := drill.CoverageOf(g, record, "2026-03-04")
		d := drawings.Coverage(g, c.Flows[0], 0, c.On, lang)
		var got, explained []diagram.Status
		for _, e := range d.Edges {
			got = append(got, e.Status)
		}
		for _, s := range d.Legend {
			if s.Sign.What == diagram.StatusSign {
				explained = append(explained, s.Sign.Status)
			}
		}
		if !slices.Equal(got, want) || !slices.Equal(explained, want) {
			t.Errorf("%s: drawn %v, explained %v, want %v", lang.Lang, got, explained, want)
		}
		signs, names := map[string]bool{}, map[string]bool{}
		for _, st := range want {
			signs[st.Sign()], names[diagram.NameOfStatus(st, lang)] = true, true
		}
		lines := map[[2]any]bool{}
		for _, a := range layout.SceneOf(d).Arrows[:len(want)] {
			lines[[2]any{a.Dashed, a.Pen}] = true
		}
		if len(signs) != len(want) || len(names) != len(want) || len(lines) != len(want) {
			t.Errorf("%s: %d signs, %d names and %d lines for %d statuses", lang.Lang, len(signs), len(names), len(lines), len(want))
		}
	}
	if d := drawings.Coverage(g, drill.CoverageOf(g, nil, "2026-03-04").Flows[0], 0, "2026-03-04", messages.In(graph.English)); d.Edges[0].Status != diagram.NeverStatus {
		t.Errorf("without a record the first handoff is %v", d.Edges[0].Status)
	}
}

// TestCoverageOfOneDrill has another drill after it, and draws nothing of that.
func TestCoverageOfOneDrill(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: b*\n3: c*\nflow f from 1 to 3: 1 -report-> 2 -request-> 3")
	record := []drill.Entry{
		{Time: "2024-03-04", Flow: "f", From: "1", To: "2", Outcome: drill.Confirmed, Number: 7},
		{Time: "2026-03-03", Flow: "f", From: "1", To: "2", Outcome: drill.NotPerformed, Number: 8}, {Time: "2026-03-03", Flow: "f", From: "2", To: "3", Outcome: drill.Inconclusive, Number: 8},
	}
	for number, want := range map[int][]diagram.Status{
		0: {diagram.NotPerformedStatus, diagram.InconclusiveStatus}, 7: {diagram.ConfirmedStatus, diagram.UnexercisedStatus}, 8: {diagram.NotPerformedStatus, diagram.InconclusiveStatus},
	} {
		for _, lang := range samples.Languages() {
			a := drill.AfterActionOf(g, record, number, "2026-03-04")
			d := drawings.Coverage(g, a.Shown(g)[0], number, a.On, lang)
			title, note := lang.Plain("{1}: what all drills have shown", ""), lang.Plain("The sign on an arrow says what the latest entry of all drills of the record has shown; a year is counted back from {1}.", a.On)
			if number > 0 {
				title, note = lang.Plain("{1}: what drill {2} has shown", "", strconv.Itoa(number)), lang.Plain("The sign on an arrow says what drill {1} alone has shown, by its latest entry; other drills are not drawn.", strconv.Itoa(number))
			}
			if got := []diagram.Status{d.Edges[0].Status, d.Edges[1].Status}; !slices.Equal(got, want) || !strings.HasSuffix(d.Title, title) || !slices.Contains(d.Notes, note) {
				t.Errorf("%s: of drill %d: %v, %q, %q", lang.Lang, number, got, d.Title, d.Notes)
			}
		}
	}
}

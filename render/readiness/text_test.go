package readiness

import (
	"bytes"
	"strings"
	"testing"

	"tasuki/analysis/readiness"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/samples"
	"tasuki/render/messages"
)

func told(t *testing.T, g *graph.Graph, o readiness.Options, lang messages.Language) string {
	t.Helper()
	w, err := readiness.Of(g, o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Text(&b, g, w, lang); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestTextFitsAScreen holds what is said of one flow of the helpdesk to 40 lines of 145
// columns, in weeks with and without holidays and changes of clocks, by either clock.
func TestTextFitsAScreen(t *testing.T) {
	g, err := files.Open(t.Context(), "../../examples/helpdesk", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range []string{"2026-10-19", "2026-10-24", "2026-11-02", "2026-12-28", "2026-03-23"} {
		for _, calendar := range []string{"city", "dublin"} {
			for _, lang := range samples.Languages() {
				text := told(t, g, readiness.Options{Day: day, Calendar: calendar, Flow: "outage"}, lang)
				if lines := strings.Count(text, "\n"); lines > 40 {
					t.Errorf("%s by %s: %d lines\n%s", day, calendar, lines, text)
				}
			}
		}
	}
}

// oneOrganization leads both tasks of a flow, and is called at some hours.
func oneOrganization(t *testing.T, open graph.Hours) *graph.Graph {
	t.Helper()
	d := graph.Dataset{
		Calendars:     []graph.Calendar{{ID: "d", Zone: "Europe/Dublin"}},
		Organizations: []graph.Organization{{ID: "o", Name: graph.Text("O"), Contacts: []graph.Contact{{Name: graph.Text("P"), Hours: open, WaitMinutes: 1}}}},
		Tasks:         []graph.Task{{ID: "1", Name: graph.Text("1")}, {ID: "2", Name: graph.Text("2")}},
		Assignments:   []graph.Assignment{{Task: "1", Organization: "o", Role: graph.Lead, Reading: graph.Printed}},
		Flows:         []graph.Flow{{ID: "f", Name: graph.Text("F"), Start: []string{"1"}, Goal: []string{"2"}, Handoffs: []graph.Handoff{{From: "1", To: "2", Kind: graph.Report}}}},
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestGaps says first where nobody is reached, with equal times of several days in one, and
// those that clocks show twice by their offset.
func TestGaps(t *testing.T) {
	for open, want := range map[graph.Hours]string{
		"Mo-Fr 08:00-18:00":                "Of 169 hours, 50 have somebody for every lead of F, 50 of them at the first level; F has nobody for 1 (O): Mon 00:00-08:00; Mon-Thu 18:00-08:00; Fri 18:00 to Sun 24:00.",
		"Mo-Su 09:30-24:00":                "Of 169 hours, 98 have somebody for every lead of F, 98 of them at the first level; F has nobody for 1 (O): Mon-Sun 00:00-09:30.",
		"Mo-Sa 00:00-24:00":                "Of 169 hours, 144 have somebody for every lead of F, 144 of them at the first level; F has nobody for 1 (O): Sun 00:00-24:00.",
		"24/7":                             "Of 169 hours, 169 have somebody for every lead of F, 169 of them at the first level.",
		"Mo-Su off":                        "Of 169 hours, 0 have somebody for every lead of F, 0 of them at the first level; F has nobody for 1 (O): all week.",
		"":                                 "Of 169 hours, 0 have somebody for every lead of F, 0 of them at the first level; F has only contacts without hours for 1 (O): all week.",
		"24/7; Su 00:00-01:15,01:45-24:00": "Of 169 hours, 167 have somebody for every lead of F, 167 of them at the first level; F has nobody for 1 (O): Sun 01:15 (+01:00) to Sun 01:45 (+01:00); Sun 01:15 (+00:00) to Sun 01:45 (+00:00).",
	} {
		text := told(t, oneOrganization(t, open), readiness.Options{Day: "2026-10-19"}, messages.In(graph.English))
		if got, _, _ := strings.Cut(text, "\n"); got != want {
			t.Errorf("%q: %s\nwant %s", open, got, want)
		}
	}
}

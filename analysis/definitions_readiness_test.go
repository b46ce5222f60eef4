package analysis_test

import (
	"strconv"
	"testing"

	"tasuki/analysis/readiness"
	"tasuki/graph"
)

// readinessResults computes the example of readiness.
func readinessResults(t *testing.T) []string {
	t.Helper()
	lead := func(task, org string) graph.Assignment {
		return graph.Assignment{Task: task, Organization: org, Role: graph.Lead, Reading: graph.Printed}
	}
	g, err := graph.New(graph.Dataset{
		Calendars: []graph.Calendar{{ID: "t", Zone: "Asia/Tokyo"}},
		Organizations: []graph.Organization{
			{ID: "desk", Name: graph.Text("Desk"), Contacts: []graph.Contact{{Name: graph.Text("D"), Hours: "Mo-Fr 09:00-17:30"}}, EscalatesTo: "vendor"},
			{ID: "vendor", Name: graph.Text("Vendor"), Contacts: []graph.Contact{{Name: graph.Text("V"), Hours: "Mo-Su 08:00-20:00"}}},
		},
		Tasks:       []graph.Task{{ID: "1", Name: graph.Text("1")}, {ID: "2", Name: graph.Text("2")}},
		Assignments: []graph.Assignment{lead("1", "desk"), lead("2", "vendor")},
		Flows:       []graph.Flow{{ID: "f", Name: graph.Text("F"), Start: []string{"1"}, Goal: []string{"2"}, Handoffs: []graph.Handoff{{From: "1", To: "2", Kind: graph.Report}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	w, err := readiness.Of(g, readiness.Options{Day: "2026-10-19"})
	if err != nil {
		t.Fatal(err)
	}
	f := w.Flows[0]
	desk, vendor := f.Parties[0].Counts, f.Parties[1].Counts
	return []string{
		line("desk first", strconv.Itoa(desk.First)), line("desk later", strconv.Itoa(desk.Later)), line("desk nobody", strconv.Itoa(desk.Nobody)),
		line("vendor first", strconv.Itoa(vendor.First)),
		line("flow first", strconv.Itoa(f.Counts.First)), line("flow later", strconv.Itoa(f.Counts.Later)), line("flow nobody", strconv.Itoa(f.Counts.Nobody)),
	}
}

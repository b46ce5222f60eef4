package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/spof"
	"tasuki/graph"
)

// TestFlights takes airports for tasks and routes for handoffs. Its figures were
// counted by other programs.
func TestFlights(t *testing.T) {
	dataset := flights(t, needs(t, filepath.Join(data, "flights", "flights-airport.csv")))
	var got spof.PointsOfFailure
	if err := json.Unmarshal([]byte(succeed(t, "analyze", "spof", dataset, "--output", "json")), &got); err != nil {
		t.Fatal(err)
	}
	s := got.Structure
	if s.Tasks != 305 || len(s.ArticulationPoints) != 12 || len(s.Bridges) != 46 {
		t.Errorf("got %d tasks, %d articulation points and %d bridges, want 305, 12 and 46", s.Tasks, len(s.ArticulationPoints), len(s.Bridges))
	}
	text := succeed(t, "analyze", "spof", dataset, "--lang", "en")
	for _, want := range []string{"fall apart: 12.", "hold others together: 46."} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not say %q", want)
		}
	}
}

// flights writes a dataset of the routes in a CSV file, and returns its name.
func flights(t *testing.T, routes string) string {
	t.Helper()
	file, err := os.Open(routes)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var d graph.Dataset
	var airports []string
	for _, row := range rows[1:] {
		airports = append(airports, row[0], row[1])
		d.Handoffs = append(d.Handoffs, graph.Handoff{From: row[0], To: row[1], Kind: graph.Delivery})
	}
	slices.Sort(airports)
	for _, id := range slices.Compact(airports) {
		d.Tasks = append(d.Tasks, graph.Task{ID: id, Name: graph.Text(id)})
	}
	name := filepath.Join(t.TempDir(), "flights.json")
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if err := graph.Encode(out, d); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestSPOFOfOneFlow(t *testing.T) {
	text := succeed(t, "analyze", "spof", pension, "--flow", "virus-detection", "--lang", "en")
	for _, want := range []string{"Some tasks need all of their branches", "One missing task is enough to stop the flow", "3-111 also needs 3-112"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not say %q", want)
		}
	}
	if strings.Contains(text, "Inquiry") {
		t.Error("the text speaks of other flows")
	}
	if code, _, stderr := tasuki(t, "analyze", "spof", pension, "--flow", "nosuch"); code != exitUsage || !strings.Contains(stderr, `"nosuch"`) {
		t.Errorf("a flow that is not there: exit %d, %s", code, stderr)
	}
}

package bruteforce

import (
	"slices"
	"testing"

	"tasuki/analysis/placement"
	"tasuki/graph"
)

// AllReadings returns every valid reading of a dataset as a dataset, or none
// when there are more than 64.
func AllReadings(d graph.Dataset) []graph.Dataset {
	list := []graph.Dataset{d}
	for i, a := range d.Assignments {
		var longer []graph.Dataset
		for _, x := range list {
			for _, org := range append([]string{a.Organization}, a.Alternatives...) {
				y := x
				y.Assignments = slices.Clone(x.Assignments)
				y.Assignments[i] = graph.Assignment{Task: a.Task, Organization: org, Role: a.Role, Reading: graph.Printed}
				longer = append(longer, y)
			}
		}
		if list = longer; len(list) > 64 {
			return nil
		}
	}
	return slices.DeleteFunc(list, func(d graph.Dataset) bool { _, err := graph.New(d); return err != nil })
}

// ApplyMoves returns the dataset with marks read otherwise. All moves happen at
// once.
func ApplyMoves(t *testing.T, d graph.Dataset, moves []placement.Move) graph.Dataset {
	before := d.Assignments
	d.Assignments = slices.Clone(before)
	for _, m := range moves {
		i := slices.IndexFunc(before, func(a graph.Assignment) bool {
			return a.Task == m.Task && a.Role == m.Role && a.Organization == m.From
		})
		if i < 0 || !slices.Contains(before[i].Alternatives, m.To) {
			t.Fatalf("%+v is no move of an uncertain mark", m)
		}
		d.Assignments[i].Organization, d.Assignments[i].Alternatives, d.Assignments[i].Reading = m.To, nil, graph.Printed
	}
	for i, a := range d.Assignments {
		if slices.Contains(a.Alternatives, a.Organization) {
			t.Fatalf("assignment %d is its own alternative", i)
		}
	}
	return d
}

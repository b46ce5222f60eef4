package graph

import (
	"slices"
	"testing"
)

// listed makes a graph whose marks stand at the places that are given as line and column.
func listed(t *testing.T, places map[string][][2]int) *Graph {
	t.Helper()
	d := Dataset{Tasks: []Task{{ID: "1", Name: Text("1")}, {ID: "2", Name: Text("2")}, {ID: "3", Name: Text("3")}}}
	for id, at := range places {
		d.Organizations = append(d.Organizations, Organization{ID: id, Name: Text(id)})
		for i, p := range at {
			d.Assignments = append(d.Assignments, Assignment{Task: d.Tasks[i].ID, Organization: id, Role: Lead, Reading: Printed,
				Source: Source{File: "m.csv", Line: p[0], Column: p[1]}})
		}
	}
	g, err := New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestPartiesAsListed(t *testing.T) {
	for name, c := range map[string]struct {
		places map[string][][2]int
		want   []string
	}{
		"columns":            {map[string][][2]int{"a": {{2, 4}, {3, 4}}, "b": {{2, 3}}, "c": {{4, 2}}, "none": nil}, []string{"c", "b", "a", "none"}},
		"rows":               {map[string][][2]int{"a": {{4, 2}, {4, 3}}, "b": {{3, 3}}, "c": {{2, 4}}}, []string{"c", "b", "a"}},
		"a mark for each":    {map[string][][2]int{"a": {{2, 4}}, "b": {{3, 2}}}, []string{"b", "a"}},
		"marks of no matrix": {map[string][][2]int{"a": {{0, 0}}, "b": {{0, 0}}}, []string{"a", "b"}},
	} {
		var got []string
		for _, o := range PartiesAsListed(listed(t, c.places)) {
			got = append(got, o.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

package concentration

import (
	"fmt"
	"testing"

	"tasuki/graph"
)

// BenchmarkConcentrationAtScale measures the concentration of 1,000,000 tasks in
// 50 headings that 1,000 organizations lead, every tenth task jointly.
func BenchmarkConcentrationAtScale(b *testing.B) {
	if testing.Short() {
		b.Skip("a dataset of 1,000,000 tasks is not short")
	}
	const tasks, orgs, headings = 1_000_000, 1000, 50
	d := graph.Dataset{Name: graph.Name{EN: "large"}}
	for i := range orgs {
		d.Organizations = append(d.Organizations, graph.Organization{ID: fmt.Sprintf("o%d", i), Name: graph.Name{EN: fmt.Sprintf("o%d", i)}, Kind: graph.Vendor})
	}
	for i := range headings {
		d.Categories = append(d.Categories, graph.Term{ID: fmt.Sprintf("h%d", i), Name: graph.Name{EN: "h"}})
	}
	for i := range tasks {
		id := fmt.Sprintf("t%d", i)
		d.Tasks = append(d.Tasks, graph.Task{ID: id, Name: graph.Name{EN: id}, Category: d.Categories[i%headings].ID})
		for k := range 1 + (i%10)/9 {
			org := d.Organizations[(i*i%7919+k*13)%orgs].ID
			d.Assignments = append(d.Assignments, graph.Assignment{Task: id, Organization: org, Role: graph.Lead, Reading: graph.Printed})
		}
	}
	g, err := graph.New(d)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		Concentrations(g)
	}
}

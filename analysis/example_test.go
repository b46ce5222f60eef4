package analysis_test

import (
	"fmt"

	"tasuki/analysis"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Analyze says who is the bottleneck, and whose loss leaves a flow no way.
func ExampleAnalyze() {
	lead := func(task, organization string) graph.Assignment {
		return graph.Assignment{Task: task, Organization: organization, Role: graph.Lead, Reading: graph.Printed}
	}
	g, err := graph.New(graph.Dataset{
		Organizations: []graph.Organization{{ID: "desk", Name: graph.Text("Desk")}, {ID: "vendor", Name: graph.Text("Vendor")}},
		Tasks:         []graph.Task{{ID: "1", Name: graph.Text("Report")}, {ID: "2", Name: graph.Text("Analyse")}, {ID: "3", Name: graph.Text("Recover")}},
		Assignments:   []graph.Assignment{lead("1", "desk"), lead("2", "vendor"), lead("3", "vendor")},
		Flows: []graph.Flow{{
			ID: "fault", Name: graph.Text("Fault"), Start: []string{"1"}, Goal: []string{"3"},
			Handoffs: []graph.Handoff{{From: "1", To: "2", Kind: graph.Report}, {From: "2", To: "3", Kind: graph.Sequence}},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	review := analysis.Analyze(g, rules.Options{})
	fmt.Println("first by lead marks:", review.Bottleneck.Organizations[0].Organization)
	for _, flow := range review.FlowSPOFs {
		for _, o := range flow.Organizations {
			fmt.Printf("flow %s has no way left without %s\n", flow.Flow, o.Organization)
		}
	}
	// Output:
	// first by lead marks: vendor
	// flow fault has no way left without desk
	// flow fault has no way left without vendor
}

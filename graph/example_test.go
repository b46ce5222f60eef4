package graph_test

import (
	"fmt"

	"tasuki/graph"
)

// Facts are checked as a whole: what is wrong with them is said at once.
func ExampleNew() {
	_, err := graph.New(graph.Dataset{
		Organizations: []graph.Organization{{ID: "desk", Name: graph.Text("Service desk")}},
		Tasks:         []graph.Task{{ID: "1", Name: graph.Text("Take the call")}},
		Assignments: []graph.Assignment{
			{Task: "1", Organization: "desk", Role: graph.Lead, Reading: graph.Printed},
			{Task: "2", Organization: "desk", Role: graph.Lead, Reading: graph.Printed},
			{Task: "1", Organization: "vendor", Role: graph.Support, Reading: graph.Printed},
		},
	})
	fmt.Println(err)
	// Output:
	// /assignments/1/task: "2": is not the ID of any task; declare it or correct the ID
	// /assignments/2/organization: "vendor": is not the ID of any organization; declare it or correct the ID
}

// A graph answers in a stated order, whatever the order of the facts.
func ExampleGraph() {
	g, err := graph.New(graph.Dataset{
		Organizations: []graph.Organization{{ID: "vendor", Name: graph.Text("Vendor")}, {ID: "desk", Name: graph.Text("Service desk")}},
		Tasks:         []graph.Task{{ID: "1", Name: graph.Text("Take the call")}},
		Assignments: []graph.Assignment{
			{Task: "1", Organization: "vendor", Role: graph.Support, Reading: graph.Printed},
			{Task: "1", Organization: "desk", Role: graph.Lead, Reading: graph.Printed},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	task, _ := g.TaskIndex("1")
	for _, org := range g.Leads(task) {
		fmt.Println("leads:", g.Organizations()[org].Name.In(graph.English))
	}
	for _, org := range g.Supports(task) {
		fmt.Println("supports:", g.Organizations()[org].Name.In(graph.English))
	}
	// Output:
	// leads: Service desk
	// supports: Vendor
}

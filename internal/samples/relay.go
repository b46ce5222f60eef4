package samples

import (
	"testing"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/graphtext"
)

// Relay is a small dataset in the language of [graphtext].
const Relay = `
rules each none
org agency client "Agency"
org ops vendor "Operations"
org hw vendor "Hardware" < group
org group vendor "Group"
org lan incumbent "LAN builder"
category c < b
1 phase=p category=c timing=daily "Report a fault": agency* ops
2 phase=p category=c "Find the cause": ops*?lan hw
3 phase=p category=b "Exchange the part": hw* ops*
4 "Tell the agency": ops*
5 "Nobody's task":
flow fault from 1 to 4: 1 -report-> 2 "fault slip", 2 -request-> 3, 3 -> 4, 2 -> 4
handoffs: 4 -> 5
`

// RelayGraph returns the graph of relay as if it had been imported.
func RelayGraph(t *testing.T) *graph.Graph {
	t.Helper()
	d, err := graphtext.Parse(Relay)
	if err != nil {
		t.Fatal(err)
	}
	d.Name = graph.Name{JA: "保守の分担", EN: "Maintenance duties"}
	for i := range d.Tasks {
		d.Tasks[i].Source = graph.Source{File: "matrix.tsv", Line: i + 2}
	}
	for i, a := range d.Assignments {
		d.Assignments[i].Source = graph.Source{File: "matrix.tsv", Line: 2, Column: i + 3, Mark: "○"}
		if a.Reading == graph.Uncertain {
			d.Assignments[i].Reason = graph.Name{JA: "一列ずれている", EN: "One column to the right"}
		}
	}
	d.Account = &graph.Account{
		Rows:  graph.RowCount{In: 5, Loaded: 5},
		Marks: graph.MarkCount{In: 7, Printed: 6, Uncertain: 1}, WithoutMarks: []string{"lan", "group"},
		UnusedHeadings: []graph.Heading{{Organization: "lan", Source: graph.Source{File: "matrix.tsv", Line: 1, Column: 6}}},
		Assumptions:    []said.Note{said.Notef("○ means lead; change marks in reading.yaml")},
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

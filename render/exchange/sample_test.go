package exchange

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"tasuki/graph"
	"tasuki/graph/files"
)

// hostile are texts that a dataset may hold, and that would end what they stand in if they were taken as
// written.
var hostile = []string{
	`"`, `'`, `\`, `x\`, `{`, `}`, "} } workspace {", `</mxCell>`, `<b>&amp;`, `*/ /* //`, "${HOME}", "${x}", "`$(id)`", "#!include x", "''' \"\"\"", "\u202etxt", "-> o_0", "", "'; drop",
}

// hostileGraph has these texts everywhere: as names, IDs and what is handed over.
func hostileGraph(t testing.TB) *graph.Graph {
	t.Helper()
	d := graph.Dataset{Name: graph.Name{EN: `"} */ ${HOME}`}}
	f := graph.Flow{ID: `f"}`, Name: graph.Name{EN: `</diagram>"}`}}
	for i, text := range hostile {
		id := fmt.Sprint(i)
		if text != "" {
			id = text
		}
		name := graph.Name{EN: text + "."}
		d.Organizations = append(d.Organizations, graph.Organization{ID: id, Name: name, Aliases: []string{id + "alias"}})
		d.Tasks = append(d.Tasks, graph.Task{ID: id, Name: name})
		d.Components = append(d.Components, graph.Term{ID: id, Name: name})
		d.Supplies = append(d.Supplies, graph.Supply{Component: id, Organization: id, Reading: graph.Printed})
		if i%4 > 0 {
			d.Assignments = append(d.Assignments, graph.Assignment{Task: id, Organization: id, Role: graph.Lead, Reading: graph.Printed}, graph.Assignment{Task: id, Organization: id, Role: graph.Accountable, Reading: graph.Printed})
		}
		if i > 0 {
			from := d.Tasks[i-1].ID
			f.Handoffs = append(f.Handoffs, graph.Handoff{From: from, To: id, Kind: graph.Request, Artifact: graph.Name{EN: text}})
			d.Assignments = append(d.Assignments, graph.Assignment{Task: from, Organization: id, Role: graph.Support, Reading: graph.Printed})
		}
	}
	f.Start, f.Goal = []string{d.Tasks[0].ID}, []string{d.Tasks[len(d.Tasks)-1].ID}
	d.Flows = []graph.Flow{f}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// helpdesk is the example of everything that can be declared.
func helpdesk(t testing.TB) *graph.Graph {
	t.Helper()
	d, err := files.Open(context.Background(), filepath.Join("..", "..", "examples", "helpdesk"), files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

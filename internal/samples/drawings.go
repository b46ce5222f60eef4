package samples

import (
	"bytes"
	_ "embed"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/messages"
)

// fault is a dataset with several starts, joint leads, a task without lead, an
// uncertain mark, a loop and organizations without work.
//
//go:embed fault.json
var faultJSON []byte

// Fault returns a dataset of one flow, with everything that a drawing can show.
func Fault(t *testing.T) graph.Dataset {
	t.Helper()
	d, err := graph.Decode(bytes.NewReader(faultJSON))
	if err != nil {
		t.Fatal(err)
	}
	addSupplies(&d)
	return d
}

// addSupplies adds what the matrix and the supply map tell apart: a party that
// is only told, one that is accountable, another that is so for what it leads,
// and two places with parties of their own.
func addSupplies(d *graph.Dataset) {
	orgs := d.Organizations
	d.Assignments = append(d.Assignments, graph.Assignment{Task: "12", Organization: orgs[len(orgs)-1].ID, Role: graph.Informed, Reading: graph.Printed})
	d.Assignments = append(d.Assignments, graph.Assignment{Task: "12", Organization: orgs[0].ID, Role: graph.Accountable, Reading: graph.Printed})
	for _, a := range d.Assignments {
		if a.Role == graph.Lead && a.Reading == graph.Printed {
			a.Role = graph.Accountable
			d.Assignments = append(d.Assignments, a)
			break
		}
	}
	d.Environments = []graph.Term{{ID: "live", Name: graph.Name{JA: "本番環境", EN: "Live"}}, {ID: "test", Name: graph.Name{JA: "試験環境", EN: "Test"}}, {ID: "spare", Name: graph.Text("Spare")}}
	d.Components = []graph.Term{{ID: "disk", Name: graph.Name{JA: "ディスク", EN: "Disks"}}, {ID: "os", Name: graph.Text("OS")}}
	d.Supplies = []graph.Supply{
		{Environment: "live", Component: "disk", Organization: orgs[0].ID, Reading: graph.Printed},
		{Environment: "live", Component: "disk", Organization: orgs[1].ID, Reading: graph.Uncertain},
		{Environment: "test", Component: "disk", Organization: orgs[0].ID, Reading: graph.Printed},
		{Environment: "test", Component: "os", Organization: orgs[2].ID, Reading: graph.Printed, Reason: graph.Text("merged cell")},
	}
}

// SampleDrawings returns the drawings of a dataset with one flow.
func SampleDrawings(t *testing.T, d graph.Dataset, lang messages.Language) map[string]diagram.Diagram {
	t.Helper()
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	b, spofs := bottleneck.Bottlenecks(g, rules.Options{}), spof.SPOFs(g, rules.Options{})
	flow := g.Flows()[0]
	e, err := escalation.Escalations(g, flow.ID, escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	o := diagram.OverlayOf(spofs, b)
	matrix, err := drawings.Matrix(g, drawings.Selection{}, o, lang)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]diagram.Diagram{
		"map":    drawings.DependencyMap(g, b, o, lang),
		"lanes":  drawings.Lanes(g, flow, o, lang),
		"ladder": drawings.Ladder(g, e, lang),
		"matrix": matrix,
		"supply": drawings.Supplies(g, lang),
	}
}

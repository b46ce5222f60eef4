package graphtext_test

import (
	"reflect"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

func TestCalls(t *testing.T) {
	d := graphtext.Graph(t, `
calendar jp Asia/Tokyo 2026-11-23
org ops calendar=jp contacts=Desk/15*2@Mo-Fr_08:00-18:00;_PH_off~Guard@24/7&Line/20,Boss contacts:f!major=Chief escalates=hw^2
org hw contacts=A,B
report city ops within=60 flow=f severity=major
1: ops*
flow f from 1 to 1:
`).Dataset()
	ops := d.Organizations[1]
	want := graph.Organization{
		ID: "ops", Name: graph.Text("ops"), Calendar: "jp", EscalatesTo: "hw", EscalatesToLevel: 2,
		Contacts: []graph.Contact{
			{Name: graph.Text("Desk"), WaitMinutes: 15, Repeats: 2, Hours: "Mo-Fr 08:00-18:00; PH off", Deputy: graph.Deputy{Name: graph.Text("Guard"), Hours: "24/7"}},
			{Name: graph.Text("Line"), WaitMinutes: 20, Parallel: true}, {Name: graph.Text("Boss")},
		},
		ContactLists: []graph.ContactList{{Flow: "f", Severity: "major", Contacts: []graph.Contact{{Name: graph.Text("Chief")}}}},
	}
	if !reflect.DeepEqual(ops, want) {
		t.Errorf("got %+v, want %+v", ops, want)
	}
	r := d.OutsideReports[0]
	if r.Organization != "ops" || r.WithinMinutes != 60 || !r.Applies("f", "major") || r.Applies("f", "minor") {
		t.Errorf("got report %+v", r)
	}
}

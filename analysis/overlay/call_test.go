package overlay_test

import (
	"testing"

	"tasuki/analysis/overlay"
	"tasuki/graph"
	"tasuki/graph/storetest"
	"tasuki/internal/graphtext"
)

// TestFlowsTakeTheirCallsAlong takes out a task without which a flow is no flow: lists of
// contacts for it and reports that are owed in it alone go too, and the rest stays.
func TestFlowsTakeTheirCallsAlong(t *testing.T) {
	d, err := graphtext.Parse(`
org ops
1: ops*
2: ops*
3: ops*
flow first from 1 to 2: 1 -> 2
flow second from 1 to 3: 1 -> 3
`)
	if err != nil {
		t.Fatal(err)
	}
	contacts := []graph.Contact{{Name: graph.Text("Desk")}}
	d.Organizations[0].ContactLists = []graph.ContactList{{Flow: "first", Contacts: contacts}, {Flow: "second", Contacts: contacts}}
	d.OutsideReports = []graph.OutsideReport{
		{ID: "a", Name: graph.Text("a"), Organization: "ops", Flows: []string{"second"}},
		{ID: "b", Name: graph.Text("b"), Organization: "ops", Flows: []string{"first", "second"}},
		{ID: "c", Name: graph.Text("c"), Organization: "ops"},
	}
	o, err := overlay.Apply(d, parsed(t, "without-task=3"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := graph.New(o.Dataset); err != nil {
		t.Error(err)
	}
	if lists := o.Dataset.Organizations[0].ContactLists; len(lists) != 1 || lists[0].Flow != "first" {
		t.Errorf("the lists of contacts are %v", lists)
	}
	if r := o.Dataset.OutsideReports; len(r) != 2 || r[0].ID != "b" || len(r[0].Flows) != 1 || r[1].ID != "c" {
		t.Errorf("the reports are %v", r)
	}
	if len(d.OutsideReports[1].Flows) != 2 || len(d.Organizations[0].ContactLists) != 2 {
		t.Error("the dataset itself was changed")
	}
}

// TestEveryTaskCanGo takes each task out of random datasets with everything declared, and
// merges each organization into the next.
func TestEveryTaskCanGo(t *testing.T) {
	for seed := range uint64(10) {
		d := storetest.Random(seed, 12)
		var changes []overlay.Change
		for _, task := range d.Tasks {
			changes = append(changes, overlay.Change{Kind: overlay.WithoutTask, Task: task.ID})
		}
		for i, o := range d.Organizations[1:] {
			changes = append(changes, overlay.Change{Kind: overlay.Merge, From: o.ID, To: d.Organizations[i].ID})
		}
		for _, c := range changes {
			o, err := overlay.Apply(d, []overlay.Change{c})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := graph.New(o.Dataset); err != nil {
				t.Errorf("seed %d, %s: %v", seed, c, err)
			}
		}
	}
}

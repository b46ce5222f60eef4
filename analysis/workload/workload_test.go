package workload

import (
	"math"
	"testing"

	"tasuki/graph"
)

// TestJointLeadsAreSplit counts the leads of three tasks: one alone, one shared by two
// and one by three.
func TestJointLeadsAreSplit(t *testing.T) {
	d := graph.Dataset{}
	for _, id := range []string{"a", "b", "c"} {
		d.Organizations = append(d.Organizations, graph.Organization{ID: id, Name: graph.Text(id)})
	}
	for task, leads := range map[string]string{"1": "a", "2": "ab", "3": "abc"} {
		d.Tasks = append(d.Tasks, graph.Task{ID: task, Name: graph.Text(task)})
		for _, org := range leads {
			d.Assignments = append(d.Assignments, graph.Assignment{Task: task, Organization: string(org), Role: graph.Lead, Reading: graph.Printed})
		}
	}
	for task, role := range map[string]graph.Role{"1": graph.Accountable, "2": graph.Informed} {
		d.Assignments = append(d.Assignments, graph.Assignment{Task: task, Organization: "c", Role: role, Reading: graph.Printed})
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	w := New(g, []int{0, 1, 2})
	for org, want := range []float64{1 + 1.0/2 + 1.0/3, 1.0/2 + 1.0/3, 1.0 / 3} {
		if got := w.Tasks(org); math.Abs(got-want) > 1e-15 {
			t.Errorf("%s leads %v tasks, want %v", g.Organizations()[org].ID, got, want)
		}
	}
	before := w.Tasks(2)
	other := w.Clone()
	other.Add(2, 1, 1)
	if w.Tasks(2) != before || math.Abs(other.Tasks(2)-before-1) > 1e-15 {
		t.Errorf("a copy shares its counts: %v, %v", w.Tasks(2), other.Tasks(2))
	}
}

func TestScopes(t *testing.T) {
	g, err := graph.New(graph.Dataset{
		Organizations: []graph.Organization{{ID: "a", Name: graph.Text("a"), Kind: graph.Vendor}, {ID: "b", Name: graph.Text("b")}},
		Phases:        []graph.Term{{ID: "run", Name: graph.Text("run")}, {ID: "night", Name: graph.Text("night"), Parent: "run"}},
		Tasks: []graph.Task{{ID: "1", Name: graph.Text("1"), Phase: "run"}, {ID: "2", Name: graph.Text("2"), Phase: "night"},
			{ID: "3", Name: graph.Text("3")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	tasks := map[Scope]int{}
	for _, s := range Scopes(g) {
		tasks[s.Scope] = len(s.Tasks)
	}
	for scope, want := range map[Scope]int{{Kind: ScopeAll}: 3, {ScopePhase, "run"}: 2, {ScopePhase, "night"}: 1} {
		if tasks[scope] != want {
			t.Errorf("%+v: %d tasks, want %d", scope, tasks[scope], want)
		}
	}
}

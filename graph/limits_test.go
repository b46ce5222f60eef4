package graph

import (
	"fmt"
	"strings"
	"testing"
)

func TestLimitsAreNamed(t *testing.T) {
	ids := func(n int) []string { return make([]string, n) }
	for _, c := range []struct {
		name  string
		data  Dataset
		limit int
	}{
		{"organizations", Dataset{Organizations: make([]Organization, MaxOrganizations+1)}, MaxOrganizations},
		{"tasks", Dataset{Tasks: make([]Task, MaxTasks+1)}, MaxTasks},
		{"assignments", Dataset{Assignments: make([]Assignment, MaxAssignments+1)}, MaxAssignments},
		{"flows", Dataset{Flows: make([]Flow, MaxFlows+1)}, MaxFlows},
		{"supplies", Dataset{Supplies: make([]Supply, MaxSupplies+1)}, MaxSupplies},
		{"sites", Dataset{Sites: make([]Term, MaxTerms+1)}, MaxTerms},
		{"handoffs", Dataset{Flows: []Flow{{Handoffs: make([]Handoff, MaxHandoffs)}}, Handoffs: make([]Handoff, 1)}, MaxHandoffs},
		{"starts", Dataset{Flows: []Flow{{Start: ids(MaxIDs), Goal: ids(1)}}}, MaxIDs},
		{"aliases", Dataset{Organizations: []Organization{{Aliases: ids(MaxIDs), Contacts: make([]Contact, 1)}}}, MaxIDs},
		{"alternatives", Dataset{Assignments: []Assignment{{Alternatives: ids(MaxIDs + 1)}}}, MaxIDs},
		{"rows", Dataset{Handoffs: []Handoff{{Basis: Basis{Rows: ids(MaxIDs + 1)}}}}, MaxIDs},
	} {
		_, err := New(c.data)
		if err == nil || strings.Count(err.Error(), "\n") > 0 || !strings.Contains(err.Error(), fmt.Sprint(c.limit)) || !strings.Contains(err.Error(), c.name) {
			t.Errorf("%s: %.300v, want one line that names %d", c.name, err, c.limit)
		}
	}
	long := Dataset{Organizations: []Organization{{ID: "a", Name: Name{EN: strings.Repeat("x", MaxText+1)}}}}
	if _, err := New(long); err == nil || len(err.Error()) > 1000 || !strings.Contains(err.Error(), fmt.Sprint(MaxText)) {
		t.Errorf("a long name: %.300v", err)
	}
	long.Organizations[0].Name.EN = long.Organizations[0].Name.EN[1:]
	if _, err := New(long); err != nil {
		t.Errorf("the longest name: %.300v", err)
	}
}

// lineOf returns n organizations, each the parent of the next.
func lineOf(n int) Dataset {
	d := Dataset{Organizations: make([]Organization, n)}
	for i := range n {
		d.Organizations[i] = Organization{ID: fmt.Sprint(i), Name: Name{EN: "o"}}
		if i > 0 {
			d.Organizations[i].Parent = fmt.Sprint(i - 1)
		}
	}
	return d
}

func TestParents(t *testing.T) {
	g, err := New(lineOf(MaxOrganizations))
	if err != nil {
		t.Fatal(err)
	}
	for i := range g.Organizations() {
		if root := g.Root(i); root != 0 {
			t.Fatalf("the root of %d is %d", i, root)
		}
	}
	d := lineOf(9)
	d.Organizations[2].Parent = "4" // 2, 3 and 4 are a circle, with 5 to 8 below it
	d.Organizations[0].Parent = "0"
	_, err = New(d)
	for i := range 9 {
		want := i == 0 || i >= 2 && i <= 4
		if got := err != nil && strings.Contains(err.Error(), fmt.Sprintf(`/organizations/%d/parent: "%[1]d": is its own ancestor`, i)); got != want {
			t.Errorf("organization %d in a circle: %v, want %v of\n%v", i, got, want, err)
		}
	}
}

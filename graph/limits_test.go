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
		{"headings", Dataset{Organizations: make([]Organization, 16_001), Tasks: make([]Task, 900), Categories: make([]Term, 100)}, MaxCells},
		{"pairs of tasks", Dataset{Flows: []Flow{{Handoffs: chain(5000)}, {Start: ids(1)}}}, MaxFlowPairs},
		{"chains of four", Dataset{Flows: []Flow{{Handoffs: star(2000)}}}, MaxChains},
		{"pairs of leads", Dataset{Assignments: leading(1001), Handoffs: []Handoff{{From: "a", To: "b"}, {From: "a", To: "b"}}}, MaxShares},
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

// chain returns handoffs between one task more than their number.
func chain(n int) (list []Handoff) {
	for i := range n {
		list = append(list, Handoff{From: fmt.Sprint(i), To: fmt.Sprint(i + 1)})
	}
	return list
}

// star returns n handoffs to one task, and n from it and back.
func star(n int) (list []Handoff) {
	for i := range n {
		list = append(list, Handoff{From: fmt.Sprint(i), To: "hub"}, Handoff{From: "hub", To: fmt.Sprint(-i - 1)}, Handoff{From: fmt.Sprint(-i - 1), To: "hub"})
	}
	return list
}

// leading returns the leads of tasks a and b.
func leading(n int) (list []Assignment) {
	for _, task := range []string{"a", "b"} {
		for range n {
			list = append(list, Assignment{Task: task, Role: Lead})
		}
	}
	return list
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
	g, err := New(lineOf(MaxLevels))
	if err != nil {
		t.Fatal(err)
	}
	for i := range g.Organizations() {
		if root := g.Root(i); root != 0 {
			t.Fatalf("the root of %d is %d", i, root)
		}
	}
	_, err = New(lineOf(MaxOrganizations))
	if want := fmt.Sprintf(`"%d": has more than 99 organizations in its line of parents`, MaxLevels); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
		t.Errorf("a long line of parents: %.300v, want %s", err, want)
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

package rules

import (
	"slices"
	"testing"

	"tasuki/graph"
)

// roles are the leads and the supporters of one task.
type roles struct{ leads, supports []int }

func (r roles) Leads(int) []int    { return r.leads }
func (r roles) Supports(int) []int { return r.supports }

func TestOutcomeOf(t *testing.T) {
	joint, helped, alone := roles{leads: []int{0, 1}}, roles{[]int{0}, []int{1}}, roles{leads: []int{0}}
	any, each := Rules{graph.AnyLead, graph.NoSupport}, Rules{graph.EachLead, graph.NoSupport}
	helping := Rules{graph.EachLead, graph.Fallback}
	for _, c := range []struct {
		name  string
		rules Rules
		who   roles
		gone  []int
		want  Outcome
	}{
		{"one of several leads suffices", any, joint, []int{0}, Kept},
		{"all of them are gone", any, joint, []int{0, 1}, Lost},
		{"each lead is needed", each, joint, []int{0}, Lost},
		{"nobody stands in", each, helped, []int{0}, Lost},
		{"a supporter stands in", helping, helped, []int{0}, Degraded},
		{"the supporter is gone too", helping, helped, []int{0, 1}, Lost},
		{"only the supporter is gone", helping, helped, []int{1}, Kept},
		{"somebody else is gone", each, alone, []int{2}, Kept},
		{"nobody leads", each, roles{supports: []int{0}}, []int{0}, Kept},
	} {
		if got := c.rules.OutcomeOf(c.who, 0, func(org int) bool { return slices.Contains(c.gone, org) }); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestUndeclared(t *testing.T) {
	mark := func(org string, role graph.Role) graph.Assignment {
		return graph.Assignment{Task: "1", Organization: org, Role: role, Reading: graph.Printed}
	}
	a, b, c := mark("a", graph.Lead), mark("b", graph.Lead), mark("c", graph.Support)
	for _, tt := range []struct {
		name     string
		declared graph.Rules
		marks    []graph.Assignment
		want     []Rules
	}{
		{"both are open", graph.Rules{}, []graph.Assignment{a, b, c}, []Rules{
			{graph.AnyLead, graph.NoSupport}, {graph.EachLead, graph.Fallback}, {graph.AnyLead, graph.Fallback}}},
		{"that for leads is declared", graph.Rules{Leads: graph.AnyLead}, []graph.Assignment{a, b, c}, []Rules{{graph.AnyLead, graph.Fallback}}},
		{"no task has several leads", graph.Rules{}, []graph.Assignment{a, c}, []Rules{{graph.EachLead, graph.Fallback}}},
		{"neither decides anything", graph.Rules{}, []graph.Assignment{a}, []Rules{}},
	} {
		g, err := graph.New(graph.Dataset{
			Rules: tt.declared, Tasks: []graph.Task{{ID: "1", Name: graph.Text("1")}}, Assignments: tt.marks,
			Organizations: []graph.Organization{{ID: "a", Name: graph.Text("a")}, {ID: "b", Name: graph.Text("b")}, {ID: "c", Name: graph.Text("c")}},
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := Undeclared(g, Options{}); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

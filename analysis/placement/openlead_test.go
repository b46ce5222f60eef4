package placement_test

import (
	"reflect"
	"slices"
	"testing"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

func TestOpenLeads(t *testing.T) {
	g := graphtext.Graph(t, `
		org a
		org b
		org c
		1: a*
		2: a*?b|c
		3: a* b*?c
		4: a* b~?c
		5: a*
	`)
	d := g.Dataset()
	d.Account = &graph.Account{Unread: []graph.UnreadMark{{Task: "1", Organization: "b"}, {Task: "4"}}}
	d.Assignments = slices.Clone(d.Assignments)
	for i := range d.Assignments {
		if a := &d.Assignments[i]; a.Task == "5" {
			a.Reading = graph.Uncertain
		}
	}
	d.Account.Marks = graph.MarkCount{Unread: 2}
	read, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]placement.OpenLead{
		"1": {Unsure: []string{}, Candidates: []string{"b"}},
		"2": {Unsure: []string{"a"}, Candidates: []string{"b", "c"}},
		"3": {Unsure: []string{"b"}, Candidates: []string{"c"}},
		"4": {Unsure: []string{}, Candidates: []string{}, Anybody: true},
		"5": {Unsure: []string{"a"}, Candidates: []string{}, Nobody: true},
	}
	if got := placement.OpenLeads(read); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestOpenLeadsBruteForce(t *testing.T) {
	compared := 0
	bruteforce.EachRandom(t, 400, func(t *testing.T, _ uint64, g *graph.Graph) {
		open := placement.OpenLeads(g)
		always, ever := map[string]map[string]bool{}, map[string]map[string]bool{}
		readings := bruteforce.AllReadings(g.Dataset())
		if len(readings) == 0 {
			return // too many to list
		}
		compared++
		for i, d := range readings {
			read, err := graph.New(d)
			if err != nil {
				t.Fatal(err)
			}
			for v, task := range read.Tasks() {
				leads := rules.OrganizationIDs(read, read.Leads(v))
				if i == 0 {
					always[task.ID], ever[task.ID] = map[string]bool{}, map[string]bool{}
					for _, o := range read.Organizations() {
						always[task.ID][o.ID] = true
					}
				}
				for _, o := range read.Organizations() {
					leads := slices.Contains(leads, o.ID)
					always[task.ID][o.ID] = always[task.ID][o.ID] && leads
					ever[task.ID][o.ID] = ever[task.ID][o.ID] || leads
				}
			}
		}
		for v, task := range g.Tasks() {
			want := placement.OpenLead{Unsure: []string{}, Candidates: []string{}}
			leads := rules.OrganizationIDs(g, g.Leads(v))
			for _, o := range g.Organizations() {
				switch led := slices.Contains(leads, o.ID); {
				case led && !always[task.ID][o.ID]:
					want.Unsure = append(want.Unsure, o.ID)
				case !led && ever[task.ID][o.ID]:
					want.Candidates = append(want.Candidates, o.ID)
				}
			}
			got, ok := open[task.ID]
			if differs := len(want.Unsure)+len(want.Candidates) > 0; ok != differs || ok && !reflect.DeepEqual(got, want) {
				t.Errorf("task %s: got %+v (%t), want %+v", task.ID, got, ok, want)
			}
		}
	})
	if seeds.All() && compared < 50 {
		t.Errorf("only %d datasets have few readings; the test shows too little", compared)
	}
}

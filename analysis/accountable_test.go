package analysis

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/analysis/certainty"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// TestAccountableChangesNoAnalysis gives random marks of accountability to
// organizations and tasks that have marks: who answers for a task neither performs
// it nor stands in for who does. Of uncertain ones there are more readings, with
// the same conclusions.
func TestAccountableChangesNoAnalysis(t *testing.T) {
	marked := 0
	for seed := range seeds.Each(60) {
		d := bruteforce.RandomDataset(seed, bruteforce.Shape{Tasks: 12, Orgs: 5, Flows: 2, FlowTasks: 8, Handoffs: 18, Uncertain: 0.1})
		for _, doubt := range []bool{false, true} {
			more := withAccountable(d, seed, doubt)
			marked += len(more.Assignments) - len(d.Assignments)
			if before, after := conclusionsOf(t, d, doubt), conclusionsOf(t, more, doubt); after != before {
				t.Fatalf("seed %d: accountable marks (some uncertain: %v) change the review from\n%s\nto\n%s", seed, doubt, before, after)
			}
		}
	}
	if marked == 0 {
		t.Error("no mark was added")
	}
}

// withAccountable adds accountable marks where tasks and organizations have
// others.
func withAccountable(d graph.Dataset, seed uint64, doubt bool) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 3))
	tasks, orgs := map[string]bool{}, map[string]bool{}
	for _, a := range d.Assignments {
		tasks[a.Task], orgs[a.Organization] = true, true
	}
	for _, task := range d.Tasks {
		for i, o := range d.Organizations {
			if !tasks[task.ID] || !orgs[o.ID] || r.IntN(3) > 0 {
				continue
			}
			a := graph.Assignment{Task: task.ID, Organization: o.ID, Role: graph.Accountable, Reading: graph.Printed}
			if doubt && r.IntN(8) == 0 {
				a.Reading, a.Alternatives = graph.Uncertain, []string{d.Organizations[(i+1)%len(d.Organizations)].ID}
			}
			d.Assignments = append(d.Assignments[:len(d.Assignments):len(d.Assignments)], a)
		}
	}
	return d
}

// conclusionsOf returns the review of d without its counts of marks: all of it or,
// where doubt adds readings, what does not count these.
func conclusionsOf(t *testing.T, d graph.Dataset, doubt bool) string {
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	r := Analyze(g, rules.Options{})
	r.Hash, r.Totals.Assignments, r.Totals.AccountableMarks = "", 0, 0
	r.Findings = slices.DeleteFunc(r.Findings, func(f findings.Finding) bool {
		return f.Rule == "uncertain-marks" || f.Rule == "several-accountable" // the one counts all marks, the other these
	})
	var kept any = r
	if doubt {
		c := r.Certainties
		stopping := append(c.FlowSPOFs, c.First, c.Second)
		for i, s := range stopping {
			stopping[i] = certainty.Conclusion{Subject: s.Subject, Organizations: s.Organizations, Always: s.Always}
			stopping[i].Certainty, stopping[i].DependsOn = s.Certainty, s.DependsOn
		}
		r.Certainties = certainty.Certainties{FlowSPOFs: stopping, LeadMarks: c.LeadMarks, HHI: c.HHI}
		kept = r.Figures
	}
	b, err := json.Marshal(kept)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestOnlyAccountableIsNoLead has tasks for which somebody answers, and which
// nobody carries out.
func TestOnlyAccountableIsNoLead(t *testing.T) {
	g := graphtext.Graph(t, "rules any fallback\n1: a! b*\n2: a!\n3: a! b\nflow f from 1 to 3: 1 -> 2 -> 3")
	r := Analyze(g, rules.Options{})
	if r.Totals.LeadMarks != 1 || r.Totals.AccountableMarks != 3 || r.Totals.SupportMarks != 1 {
		t.Errorf("totals %+v, want 1 lead, 3 accountable and 1 support mark", r.Totals)
	}
	for _, s := range r.Bottleneck.Organizations {
		if s.Organization == "a" && s.Tasks > 0 {
			t.Errorf("the accountable a leads %v", s)
		}
	}
	for _, l := range r.Losses {
		for _, o := range l.Organizations {
			if o.Organization == "a" && len(o.Lost)+len(o.Degraded) > 0 {
				t.Errorf("without the accountable a, %v are lost and %v degraded", o.Lost, o.Degraded)
			}
		}
	}
}

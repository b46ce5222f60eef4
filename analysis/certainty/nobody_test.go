package certainty

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// loosen leaves some marks of a dataset to nobody or to their organization, and
// adds cells that could not be read.
func loosen(r *rand.Rand, d graph.Dataset) graph.Dataset {
	d.Assignments = slices.Clone(d.Assignments)
	for i := range d.Assignments {
		if a := &d.Assignments[i]; r.IntN(6) == 0 {
			a.Reading, a.Alternatives = graph.Uncertain, nil
		}
	}
	d.Account = &graph.Account{}
	for range r.IntN(3) {
		u := graph.UnreadMark{Task: d.Tasks[r.IntN(len(d.Tasks))].ID}
		if r.IntN(3) > 0 {
			u.Organization = d.Organizations[r.IntN(len(d.Organizations))].ID
		}
		d.Account.Unread = append(d.Account.Unread, u)
		d.Account.Marks.Unread++
	}
	return d
}

// everyReading lists the readings of a dataset by giving each mark in turn to all
// whose it may be, or to nobody; nil when they are many.
func everyReading(d graph.Dataset) []graph.Dataset {
	type open struct {
		task string
		role graph.Role
		orgs []string // "" for nobody
	}
	var marks []open
	base := d
	base.Assignments, base.Account = nil, nil
	for _, a := range d.Assignments {
		o := open{a.Task, a.Role, append([]string{a.Organization}, a.Alternatives...)}
		if a.Reading == graph.Uncertain && len(a.Alternatives) == 0 {
			o.orgs = append(o.orgs, "")
		}
		marks = append(marks, o)
	}
	for _, u := range d.Account.Unread {
		orgs := []string{"", u.Organization}
		if u.Organization == "" {
			orgs = []string{""}
			for _, o := range d.Organizations {
				orgs = append(orgs, o.ID)
			}
		}
		marks = append(marks, open{u.Task, graph.Lead, orgs}, open{u.Task, graph.Support, orgs})
	}
	list := []graph.Dataset{base}
	for _, m := range marks {
		var longer []graph.Dataset
		for _, x := range list {
			for _, org := range m.orgs {
				y := x
				if org != "" {
					y.Assignments = append(slices.Clip(x.Assignments), graph.Assignment{Task: m.task, Organization: org, Role: m.role, Reading: graph.Printed})
				}
				longer = append(longer, y)
			}
		}
		if list = longer; len(list) > 300 {
			return nil
		}
	}
	return slices.DeleteFunc(list, func(d graph.Dataset) bool { _, err := graph.New(d); return err != nil })
}

// TestNobodyBruteForce compares conclusions about datasets whose marks may be
// nobody's, or could not be read, with all readings one by one.
func TestNobodyBruteForce(t *testing.T) {
	checked, certainties := 0, map[placement.Certainty]int{}
	shape := bruteforce.Shape{Tasks: 5, Orgs: 4, Flows: 2, FlowTasks: 5, Handoffs: 9, Uncertain: 0.05}
	for seed := range seeds.Each(600) {
		d := loosen(rand.New(rand.NewPCG(seed, 9)), bruteforce.RandomDataset(seed, shape))
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		readings := everyReading(g.Dataset())
		if len(readings) < 2 {
			continue
		}
		checked++
		c := CertaintiesOf(g, rules.Options{})
		if n, _ := strconv.Atoi(c.Readings); n != len(readings) {
			t.Fatalf("seed %d: %s readings, want %d", seed, c.Readings, len(readings))
		}
		var facts []readingFacts
		for _, reading := range readings {
			facts = append(facts, factsOf(t, reading))
		}
		if slices.ContainsFunc(facts, func(f readingFacts) bool { return f.hhi == 0 }) {
			continue // without a led task there is no index, and nothing to be at a level
		}
		for org, r := range c.LeadMarks {
			lo, hi := extremes(facts, func(f readingFacts) float64 { return float64(f.marks[org]) })
			if float64(r.Min) != lo || float64(r.Max) != hi {
				t.Errorf("seed %d: lead marks %+v, want %v to %v", seed, r, lo, hi)
			}
		}
		lo, hi := extremes(facts, func(f readingFacts) float64 { return f.hhi })
		if h := c.HHI; h != nil && (math.Abs(h.Min-lo) > 1e-6 || math.Abs(h.Max-hi) > 1e-6 || !h.Exact) {
			t.Errorf("seed %d: HHI %+v, want %v to %v", seed, *h, lo, hi)
		}
		asks := asksOf(c)
		for _, a := range asks {
			same := 0
			for _, f := range facts {
				if slices.Equal(slices.Sorted(slices.Values(a.of(f))), slices.Sorted(slices.Values(a.Organizations))) {
					same++
				}
			}
			certainties[a.Certainty]++
			if (same == len(facts)) != (a.Certainty == placement.Holds) {
				t.Errorf("seed %d, %v: %s, and the same in %d of %d readings", seed, a.topic, a.Certainty, same, len(facts))
			}
			if p := a.Agreement; p != nil && p.Exact && math.Abs(p.Percent-100*float64(same)/float64(len(facts))) > 1e-9 {
				t.Errorf("seed %d, %v: agreement %+v, want %d of %d", seed, a.topic, p, same, len(facts))
			}
		}
	}
	if seeds.All() && (checked < 200 || certainties[placement.Holds] < 100 || certainties[placement.Depends] < 100) {
		t.Errorf("%d datasets, %v: the test shows too little", checked, certainties)
	}
}

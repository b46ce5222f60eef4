package analysis

import (
	"reflect"
	"slices"
	"testing"

	"tasuki/analysis/certainty"
	"tasuki/analysis/findings"
	"tasuki/analysis/flow"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// matrixOfRules has a task that two lead, and one whose lead has a supporter: what
// each loss does hangs on both rules.
const matrixOfRules = `
1: client*
2: north* south*
3: north* helper
4: client*
flow plan from 1 to 4: 1 -> 2 -> 4
flow build from 1 to 4: 1 -> 3 -> 4
`

func TestUndeclared(t *testing.T) {
	anyLead, fallback := rules.Rules{Leads: graph.AnyLead, Support: graph.NoSupport}, rules.Rules{Leads: graph.EachLead, Support: graph.Fallback}
	both := rules.Rules{Leads: graph.AnyLead, Support: graph.Fallback}
	for _, test := range []struct {
		name, text string
		o          rules.Options
		want       []rules.Rules
	}{
		{"both open", matrixOfRules, rules.Options{}, []rules.Rules{anyLead, fallback, both}},
		{"both declared", "rules any none\n" + matrixOfRules, rules.Options{}, nil},
		{"asked for", matrixOfRules, rules.Options{Leads: graph.EachLead}, []rules.Rules{fallback}},
		{"one lead each", "1: a*\n2: a* b", rules.Options{}, []rules.Rules{fallback}},
		{"no supporter of a lead", "1: a* b*\n2: b", rules.Options{}, []rules.Rules{anyLead}},
		{"nothing hangs on them", "1: a*\n2: b", rules.Options{}, nil},
	} {
		got := rules.Undeclared(graphtext.Graph(t, test.text), test.o)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

// TestConclusionsSayWhatTheyAssume reads a matrix without rules, in which another
// rule changes what stops flows but not who leads most.
func TestConclusionsSayWhatTheyAssume(t *testing.T) {
	r := Analyze(graphtext.Graph(t, matrixOfRules), rules.Options{})
	want := map[string]placement.Certainty{"client": placement.Holds, "north": placement.Assumed, "south": placement.Assumed}
	for _, f := range r.Findings {
		switch f.Rule {
		case "flow-stopped-by-organization":
			if f.Certainty != want[f.Subject.ID] || (f.Certainty == placement.Assumed) != (len(f.Assumes) > 0) {
				t.Errorf("%s: %s, assuming %v", f.Subject.ID, f.Certainty, f.Assumes)
			}
			delete(want, f.Subject.ID)
		case "bottleneck":
			if len(f.Assumes) > 0 {
				t.Errorf("who leads most assumes %v", f.Assumes)
			}
		case "rules-undeclared", "joint-lead-undeclared":
			if f.Certainty != placement.Absent {
				t.Errorf("%s is %s", f.Rule, f.Certainty)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
	if c := *r.Certainties.Stops; c.Certainty != placement.Assumed || !slices.Equal(c.Always, []string{"client"}) || len(c.Otherwise) != 2 {
		t.Errorf("stops: %+v", c)
	}
	north := r.Losses[0].Organizations[2]
	if len(north.Lost) != 2 || len(r.Losses) != 4 {
		t.Errorf("in force %+v", north)
	}
	for _, l := range r.Losses {
		if l.InForce == l.Undeclared {
			t.Errorf("%v in force: %v, undeclared: %v", l.Rules, l.InForce, l.Undeclared)
		}
	}
}

// TestNothingToAssume declares the rules, or leaves open what decides nothing: no
// conclusion names a rule.
func TestNothingToAssume(t *testing.T) {
	for _, text := range []string{"rules each none\n" + matrixOfRules, "1: a*\n2: b*\n3: a*\nflow f from 1 to 3: 1 -> 2 -> 3"} {
		r := Analyze(graphtext.Graph(t, text), rules.Options{})
		for _, f := range r.Findings {
			if f.Certainty == placement.Assumed || len(f.Assumes) > 0 {
				t.Errorf("%s assumes %v in\n%s", f.Rule, f.Assumes, text)
			}
		}
		if c := r.Certainties.Stops; c.Certainty != placement.Holds || len(c.Otherwise) > 0 {
			t.Errorf("stops: %+v in\n%s", c, text)
		}
	}
}

// TestSureWhateverTheRules takes the rules away from random datasets and looks at
// every reading of their marks under every rule: what is called sure is so in all,
// and what is said to be so instead is.
func TestSureWhateverTheRules(t *testing.T) {
	seen := map[placement.Certainty]int{}
	for seed := range seeds.Each(250) {
		d := bruteforce.RandomDataset(seed, bruteforce.Small)
		if d.Rules.Leads = ""; seed%3 > 0 {
			d.Rules.Support = ""
		}
		readings := bruteforce.AllReadings(d)
		if len(readings) == 0 {
			continue
		}
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		r := Analyze(g, rules.Options{})
		open := append([]rules.Rules{r.Rules.Rules}, rules.Undeclared(g, rules.Options{})...)
		for _, c := range append([]certainty.Conclusion{*r.Certainties.Stops}, r.Certainties.FlowSPOFs...) {
			seen[c.Certainty]++
			checkInstead(t, g, c)
			for _, under := range open {
				for _, x := range readings {
					checkSure(t, c, stopping(t, x, under, c.Subject))
				}
			}
		}
		for _, f := range r.Findings {
			if f.Rule == "flow-stopped-by-organization" {
				seen[f.Certainty]++
				checkFinding(t, readings, open, f)
			}
		}
	}
	if seeds.All() && (seen[placement.Holds] < 50 || seen[placement.Assumed] < 50 || seen[placement.Depends] < 50) {
		t.Errorf("%v; the test shows too little", seen)
	}
}

// stopping returns the organizations that stop a flow, or some, in one reading
// under rules.
func stopping(t *testing.T, d graph.Dataset, under rules.Rules, about rules.Subject) []string {
	t.Helper()
	d.Rules = graph.Rules{Leads: under.Leads, Support: under.Support}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	ids := []string{}
	for _, o := range bruteStops(g, under) {
		if about.ID == "" && len(o.flows) > 0 || slices.Contains(o.flows, about.ID) {
			ids = append(ids, o.organization)
		}
	}
	return ids
}

// stopped is what one organization stops.
type stopped struct {
	organization string
	flows        []string
}

func bruteStops(g *graph.Graph, under rules.Rules) []stopped {
	var list []stopped
	for org, o := range g.Organizations() {
		x := stopped{organization: o.ID}
		for _, p := range flow.Graphs(g) {
			if bruteforce.FlowOutcome(g, p, under, org) == rules.Lost {
				x.flows = append(x.flows, p.Flow.ID)
			}
		}
		list = append(list, x)
	}
	return list
}

func checkSure(t *testing.T, c certainty.Conclusion, got []string) {
	t.Helper()
	if c.Certainty == placement.Holds && !slices.Equal(got, c.Organizations) {
		t.Errorf("%v: %v is called sure, but %v is so too", c.Subject, c.Organizations, got)
	}
	for _, id := range c.Always {
		if !slices.Contains(got, id) {
			t.Errorf("%v: %s is said to be in every answer, but is not in %v", c.Subject, id, got)
		}
	}
}

func checkInstead(t *testing.T, g *graph.Graph, c certainty.Conclusion) {
	t.Helper()
	for _, o := range c.Otherwise {
		d := bruteforce.ApplyMoves(t, g.Dataset(), o.Moves)
		if got := stopping(t, d, o.Rules, c.Subject); !slices.Equal(got, o.Organizations) || slices.Equal(got, c.Organizations) {
			t.Errorf("%v under %v with %v: said %v, got %v", c.Subject, o.Rules, o.Moves, o.Organizations, got)
		}
	}
}

func checkFinding(t *testing.T, readings []graph.Dataset, open []rules.Rules, f findings.Finding) {
	t.Helper()
	for _, under := range open {
		for i, d := range readings {
			d.Rules = graph.Rules{Leads: under.Leads, Support: under.Support}
			g, err := graph.New(d)
			if err != nil {
				t.Fatal(err)
			}
			var flows []string
			for _, o := range bruteStops(g, under) {
				if o.organization == f.Subject.ID {
					flows = o.flows
				}
			}
			stopsAll := !slices.ContainsFunc(f.Evidence, func(id string) bool { return !slices.Contains(flows, id) })
			if f.Certainty == placement.Holds && !stopsAll {
				t.Errorf("%s is called sure to stop %v, but stops %v under %v", f.Subject.ID, f.Evidence, flows, under)
			}
			if i == 0 && under == open[0] && !reflect.DeepEqual(flows, f.Evidence) {
				t.Errorf("%s stops %v, said %v", f.Subject.ID, flows, f.Evidence)
			}
		}
	}
}

package analysis

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// diamond is a report that either of two vendors may analyse.
const diamond = `
	rules each none
	1: agency*
	2: ops* desk
	3: hw* ops
	4: sw* ops
	5: ops*
	6: agency*
	7: ops*
	flow fault from 1 to 6: 1 -report-> 2 "slip", 2 -> 3 -> 5, 2 -> 4 -> 5, 5 -> 6, 2 -> 7, 6 -> 7
`

func TestSPOFsByHand(t *testing.T) {
	s := SPOFs(graphtext.Graph(t, diamond), Options{})[0]
	if want := []string{"2", "5"}; !slices.Equal(s.Tasks, want) {
		t.Errorf("got tasks %v, want %v", s.Tasks, want)
	}
	if len(s.Ends) != 2 || s.Ends[0].ID != "1" || s.Ends[1].ID != "6" || len(s.Ends[0].Way)+len(s.Ends[1].Way) > 0 {
		t.Errorf("got ends %+v", s.Ends)
	}
	wantOthers := []Avoidance{{ID: "3", Way: path("1 2 4 5 6")}, {ID: "4", Way: path("1 2 3 5 6")}, {ID: "7", Way: path("1 2 3 5 6")}}
	if !slices.EqualFunc(s.OtherTasks, wantOthers, equalAvoidance) {
		t.Errorf("got other tasks %+v, want %+v", s.OtherTasks, wantOthers)
	}
	agency, ops := s.Organizations[0], s.Organizations[1]
	if len(s.Organizations) != 2 || agency.Organization != "agency" || !agency.AtEndsOnly || ops.Organization != "ops" || ops.AtEndsOnly {
		t.Errorf("got organizations %+v", s.Organizations)
	}
	if want := path("2 5 7"); !slices.Equal(ops.Lost, want) {
		t.Errorf("ops takes %v, want %v", ops.Lost, want)
	}
	wantOthers = []Avoidance{{ID: "hw", Way: path("1 2 4 5 6")}, {ID: "sw", Way: path("1 2 3 5 6")}}
	if !slices.EqualFunc(s.OtherOrganizations, wantOthers, equalAvoidance) {
		t.Errorf("got other organizations %+v, want %+v", s.OtherOrganizations, wantOthers)
	}
}

func path(ids string) []string { return strings.Fields(ids) }

func equalAvoidance(a, b Avoidance) bool { return a.ID == b.ID && slices.Equal(a.Way, b.Way) }

// TestRulesMatter loses hw from a flow under each reading of the rules.
func TestRulesMatter(t *testing.T) {
	const text = `
		1: ops*
		2: hw* sw* ops
		3: hw*
		4: ops*
		5: hw* ops
		flow straight from 1 to 4: 1 -> 2 -> 4
		flow alone from 1 to 4: 1 -> 3 -> 4
		flow choice from 1 to 4: 1 -> 5 -> 4, 1 -> 3 -> 4
	`
	for _, test := range []struct{ rules, lost, degraded, broken, degradedFlows, touched string }{
		{"any fallback", "3", "5", "alone", "choice", ""},
		{"any none", "3 5", "", "alone choice", "", ""},
		{"each fallback", "3", "2 5", "alone", "choice straight", ""},
		{"each none", "2 3 5", "", "alone choice straight", "", ""},
	} {
		l := Losses(graphtext.Graph(t, "rules "+test.rules+"\n"+text), Options{})[0]
		if got := string(l.Rules.Leads) + " " + string(l.Rules.Support); got != test.rules || !l.InForce {
			t.Errorf("got rules %s first, want %s", got, test.rules)
		}
		got := l.Organizations[0]
		for what, pair := range map[string][2]string{
			"lost tasks":     {strings.Join(got.Lost, " "), test.lost},
			"degraded tasks": {strings.Join(got.Degraded, " "), test.degraded},
			"broken flows":   {flowIDs(got.Broken), test.broken},
			"degraded flows": {flowIDs(got.DegradedFlows), test.degradedFlows},
			"touched flows":  {flowIDs(got.Touched), test.touched},
		} {
			if pair[0] != pair[1] {
				t.Errorf("rules %s, loss of %s, %s: got %q, want %q", test.rules, got.Organization, what, pair[0], pair[1])
			}
		}
	}
}

func flowIDs(list []FlowLoss) string {
	var ids []string
	for _, f := range list {
		ids = append(ids, f.Flow)
	}
	return strings.Join(ids, " ")
}

func TestUnledTasksAreNeverLost(t *testing.T) {
	l := Losses(graphtext.Graph(t, "1: a*\n2: a\n3:\nflow f from 2 to 3: 2 -> 1 -> 3, 2 -> 3"), Options{})[0]
	if !slices.Equal(l.Unled, path("2 3")) {
		t.Errorf("got unled %v", l.Unled)
	}
	a := l.Organizations[0]
	if !slices.Equal(a.Lost, path("1")) || flowIDs(a.Touched) != "f" || !slices.Equal(a.Touched[0].Way, path("2 3")) {
		t.Errorf("got %+v, want a way around task 1", a)
	}
}

func TestUndeclaredRulesAreTheStrictOnes(t *testing.T) {
	g := graphtext.Graph(t, "1: a*")
	want := RulesInForce{Rules{graph.EachLead, graph.NoSupport}, true, true}
	if got := InForce(g, Options{}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	want = RulesInForce{Rules{graph.AnyLead, graph.NoSupport}, false, true}
	if got := InForce(g, Options{Leads: graph.AnyLead}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestEscalationsByHand(t *testing.T) {
	g := graphtext.Graph(t, diamond)
	e, err := Escalations(g, "fault", EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	l := e.Ladders[0]
	if len(e.Ladders) != 1 || len(l.Paths) != 2 || !slices.Equal(tasksOf(l.Paths[0]), path("1 2 3 5 6")) || !slices.Equal(tasksOf(l.Paths[1]), path("1 2 4 5 6")) {
		t.Errorf("got %+v", e.Ladders)
	}
	if !slices.Equal(e.DeadEnds, path("7")) {
		t.Errorf("got dead ends %v, want 7", e.DeadEnds)
	}
	step := l.Paths[0].Steps[1]
	if len(step.Handoffs) != 1 || step.Handoffs[0].Kind != graph.Report || step.Handoffs[0].Artifact.EN != "slip" || len(l.Paths[0].Steps[0].Handoffs) != 0 {
		t.Errorf("got step %+v, want one report with its artifact", step)
	}
	var rungs []string
	for _, r := range l.Paths[0].Rungs {
		rungs = append(rungs, strings.Join(r.Organizations, "+")+":"+strings.Join(r.Tasks, "+"))
	}
	if got := strings.Join(rungs, " "); got != "agency:1 ops:2 hw:3 ops:5 agency:6" {
		t.Errorf("got rungs %s", got)
	}
}

func tasksOf(p Path) []string {
	var ids []string
	for _, s := range p.Steps {
		ids = append(ids, s.Task)
	}
	return ids
}

func TestEscalationWithoutOrganizations(t *testing.T) {
	g := graphtext.Graph(t, diamond)
	for _, test := range []struct{ without, removed, first string }{
		{"hw", "3", "1 2 4 5 6"},
		{"sw hw", "3 4", ""},
		{"agency", "1 6", ""},
		{"desk", "", "1 2 3 5 6"},
	} {
		e, err := Escalations(g, "fault", EscalationOptions{Options: Options{Paths: 1}, Without: path(test.without)})
		if err != nil {
			t.Fatal(err)
		}
		first := ""
		for _, p := range e.Ladders[0].Paths {
			first += strings.Join(tasksOf(p), " ")
		}
		if got := strings.Join(e.Removed, " "); got != test.removed || first != test.first || e.Ladders[0].Lost != (test.without == "agency") {
			t.Errorf("without %s: removed %q, path %q, ladder %+v; want %q, %q", test.without, got, first, e.Ladders[0], test.removed, test.first)
		}
	}
	for _, bad := range []struct{ flow, org string }{{"no-flow", "hw"}, {"fault", "nobody"}} {
		if _, err := Escalations(g, bad.flow, EscalationOptions{Without: []string{bad.org}}); err == nil || !strings.Contains(err.Error(), `"n`) {
			t.Errorf("flow %s without %s: got error %v", bad.flow, bad.org, err)
		}
	}
}

// TestContractedPath merges neighbouring tasks with the same leads.
func TestContractedPath(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: a*\n3:\n4:\n5: a* b*\nflow f from 1 to 5: 1 -> 2 -> 3 -> 4 -> 5")
	e, err := Escalations(g, "f", EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Rung{{path("a"), path("1 2")}, {[]string{}, path("3 4")}, {path("a b"), path("5")}}
	same := func(a, b Rung) bool {
		return slices.Equal(a.Organizations, b.Organizations) && slices.Equal(a.Tasks, b.Tasks)
	}
	if got := e.Ladders[0].Paths[0].Rungs; !slices.EqualFunc(got, want, same) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

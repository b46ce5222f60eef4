package analysis

import (
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
)

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
		l := loss.Losses(graphtext.Graph(t, "rules "+test.rules+"\n"+text), rules.Options{})[0]
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

func flowIDs(list []loss.FlowLoss) string {
	var ids []string
	for _, f := range list {
		ids = append(ids, f.Flow)
	}
	return strings.Join(ids, " ")
}

func TestUnledTasksAreNeverLost(t *testing.T) {
	l := loss.Losses(graphtext.Graph(t, "1: a*\n2: a\n3:\nflow f from 2 to 3: 2 -> 1 -> 3, 2 -> 3"), rules.Options{})[0]
	if !slices.Equal(l.Unled, bruteforce.Path("2 3")) {
		t.Errorf("got unled %v", l.Unled)
	}
	a := l.Organizations[0]
	if !slices.Equal(a.Lost, bruteforce.Path("1")) || flowIDs(a.Touched) != "f" || !slices.Equal(a.Touched[0].Way, bruteforce.Path("2 3")) {
		t.Errorf("got %+v, want a way around task 1", a)
	}
}

func TestUndeclaredRulesAreTheStrictOnes(t *testing.T) {
	g := graphtext.Graph(t, "1: a*")
	want := rules.RulesInForce{Rules: rules.Rules{Leads: graph.EachLead, Support: graph.NoSupport}, LeadsAssumed: true, SupportAssumed: true}
	if got := rules.InForce(g, rules.Options{}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	want = rules.RulesInForce{Rules: rules.Rules{Leads: graph.AnyLead, Support: graph.NoSupport}, LeadsAssumed: false, SupportAssumed: true}
	if got := rules.InForce(g, rules.Options{Leads: graph.AnyLead}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestContractedPath merges neighbouring tasks with the same leads.
func TestContractedPath(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: a*\n3:\n4:\n5: a* b*\nflow f from 1 to 5: 1 -> 2 -> 3 -> 4 -> 5")
	e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []escalation.Rung{{Organizations: bruteforce.Path("a"), Tasks: bruteforce.Path("1 2")}, {Organizations: []string{}, Tasks: bruteforce.Path("3 4")}, {Organizations: bruteforce.Path("a b"), Tasks: bruteforce.Path("5")}}
	same := func(a, b escalation.Rung) bool {
		return slices.Equal(a.Organizations, b.Organizations) && slices.Equal(a.Tasks, b.Tasks)
	}
	if got := e.Ladders[0].Paths[0].Rungs; !slices.EqualFunc(got, want, same) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

package findings_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// found returns what a rule finds in a text: its severity, what it is about, and its
// evidence.
func found(t *testing.T, text, rule string) []string {
	t.Helper()
	var list []string
	for _, f := range analysis.Findings(graphtext.Graph(t, text), rules.Options{}) {
		if f.Rule == rule {
			list = append(list, strings.TrimSpace(fmt.Sprintln(f.Severity, f.Subject.ID, f.Evidence)))
		}
	}
	return list
}

// TestEachRuleFindsWhatItIsAbout gives each rule a matrix that breaks it, and the same
// one mended.
func TestEachRuleFindsWhatItIsAbout(t *testing.T) {
	const flow = "\nflow f from 1 to 3: 1 -> 2 -> 3"
	cases := map[string]struct{ broken, want, mended string }{
		"bottleneck":                   {"1: a*\n2: a*\n3: b*" + flow, "high a [2]", ""},
		"flow-stopped-by-organization": {"1: a*\n2: b*\n3: a*" + flow, "high b [f]; low a [f]", "1: a*\n2: b* c*\n3: a*\nrules any none"},
		"task-without-lead":            {"1: a*\n2: a", "high  [2]", "1: a*\n2: b*"},
		"lead-limit":                   {"1: a*\n2: a*\n3: b*\n4: c*\n5: d*", "medium a [1 2]", "1: a*\n2: b*\n3: c*\n4: d*"},
		"flow-stopped-by-task":         {"1: a*\n2: b*\n3: a*" + flow, "medium f [2]", "1: a*"},
		"joint-lead-undeclared":        {"1: a* b*", "medium  [1]", "rules each none\n1: a* b*"},
		"handoff-to-nobody":            {"1: a*\n2:\nhandoffs: 1 -> 2", "medium  [2]", "1: a*\n2: b*\nhandoffs: 1 -> 2"},
		"no-supporter":                 {"1: a*\n2: a* b", "low  [1]", "1: a* b"},
		"too-many-supporters":          {"1: a* b c d e f", "low  [1]", "1: a* b c d e"},
		"several-accountable":          {"1: a* b! c!", "low  [1]", "1: a* b!"},
		"organization-without-marks":   {"org z\n1: a*", "low z []", "org z\n1: a* z"},
		"unknown-timing":               {"1: a*\n2 timing=daily: a*", "info  [1]", "1 timing=daily: a*"},
		"uncertain-marks":              {"1: a*?b", "info  [1]", "1: a*"},
		"rules-undeclared":             {"1: a*", "info  []", "rules each none\n1: a*"},
		"no-flows":                     {"1: a*", "info  []", "1: a*\n2: a*\n3: a*" + flow},
	}
	for rule, c := range cases {
		if got := strings.Join(found(t, c.broken, rule), "; "); got != c.want {
			t.Errorf("%s finds %q, want %q in\n%s", rule, got, c.want, c.broken)
		}
		if got := found(t, c.mended, rule); c.mended != "" && slices.Contains(got, strings.Split(c.want, "; ")[0]) {
			t.Errorf("%s finds %q in\n%s", rule, got, c.mended)
		}
	}
}

// TestRulesAreNamedOnce wants each rule to have an ID of its own and a query, those about contacts none, and what
// is severer to come first.
func TestRulesAreNamedOnce(t *testing.T) {
	ids := map[string]bool{}
	order := []findings.Severity{findings.High, findings.Medium, findings.Low, findings.Info}
	unasked := []string{"no-night-contact", "escalation-circle", "level-reaches-more", "shared-deputy"}
	last := 0
	for _, r := range findings.LintRules() {
		if ids[r.ID] || r.ID == "" || (r.Query == "") != slices.Contains(unasked, r.ID) {
			t.Errorf("rule %+v is named twice or lacks its query", r)
		}
		ids[r.ID] = true
		at := slices.Index(order, r.Severity)
		if at < last {
			t.Errorf("%s, which is %s, stands behind what is less severe", r.ID, r.Severity)
		}
		last = at
	}
	if len(ids) != 21 {
		t.Errorf("there are the rules %q", slices.Sorted(maps.Keys(ids)))
	}
}

// The headlines are the three most important things that are found, the bottleneck first.
func ExampleHeadlines() {
	lead := func(task, organization string) graph.Assignment {
		return graph.Assignment{Task: task, Organization: organization, Role: graph.Lead, Reading: graph.Printed}
	}
	g, err := graph.New(graph.Dataset{
		Organizations: []graph.Organization{{ID: "desk", Name: graph.Text("Desk")}, {ID: "vendor", Name: graph.Text("Vendor")}},
		Tasks:         []graph.Task{{ID: "1", Name: graph.Text("Report")}, {ID: "2", Name: graph.Text("Analyse")}, {ID: "3", Name: graph.Text("Recover")}},
		Assignments:   []graph.Assignment{lead("1", "vendor"), lead("2", "vendor")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range findings.Headlines(g, analysis.Analyze(g, rules.Options{})) {
		fmt.Println(h.Rule, h.Subject.ID, h.Message[0].Code, h.Message[0].Args[1:])
	}
	// Output:
	// bottleneck vendor leads-most [2 3 66.66666666666667]
	// task-without-lead  nobody-leads [3]
	// take-over vendor take-over [0 2]
}

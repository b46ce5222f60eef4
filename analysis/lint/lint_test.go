package lint

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/acceptance"
	"tasuki/internal/graphtext"
)

// headed returns a graph with tasks under headings: 1 and 2 under low, which is under top,
// 3 under top.
func headed(t *testing.T) *graph.Graph {
	t.Helper()
	d := graphtext.Graph(t, "rules each none\n1: a*\n2: a*\n3: b*\n4: b*\n5: c* a\nflow f from 1 to 3: 1 -> 2 -> 3").Dataset()
	d.Categories = []graph.Term{{ID: "top", Name: graph.Text("Top")}, {ID: "low", Name: graph.Text("Low"), Parent: "top"}}
	d.Tasks = slices.Clone(d.Tasks)
	for i, c := range []string{"low", "low", "top"} {
		d.Tasks[i].Category = c
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func applied(t *testing.T, g *graph.Graph, f acceptance.File, on acceptance.Date) Result {
	t.Helper()
	if ps := Check(g.Dataset(), f); len(ps) > 0 {
		t.Fatalf("the decisions are wrong: %v", ps)
	}
	r := analysis.Analyze(g, rules.Options{})
	return Apply(&r, g, f, on)
}

// shown returns the findings of a rule in short.
func shown(list []findings.Finding, rule string) string {
	var lines []string
	for _, f := range list {
		if f.Rule != rule {
			continue
		}
		line := strings.Replace(fmt.Sprintf("%s %s%s", f.Severity, f.Subject.ID, f.Evidence), " [", "[", 1)
		if f.Usual != "" {
			line += " not " + string(f.Usual)
		}
		if f.Acceptance != nil {
			line += fmt.Sprintf(" %s by %s", f.Acceptance.State, f.Acceptance.Owner.EN)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

func entry(rule, owner string, s acceptance.Scope) acceptance.Entry {
	return acceptance.Entry{Rule: rule, Scope: s, Reason: graph.Text("R"), Owner: graph.Text(owner), Expires: "2027-03-31"}
}

func TestSeveritiesByScope(t *testing.T) {
	for _, c := range []struct {
		settings   []acceptance.Setting
		rule, want string
	}{
		{nil, "no-supporter", "low[1 2 3 4]"},
		{[]acceptance.Setting{{Rule: "no-supporter", Severity: "high"}}, "no-supporter", "high[1 2 3 4] not low"},
		{[]acceptance.Setting{{Rule: "no-supporter", Severity: "low"}}, "no-supporter", "low[1 2 3 4]"},
		{[]acceptance.Setting{{Rule: "no-supporter", Severity: "off"}}, "no-supporter", "off[1 2 3 4] not low"},
		{[]acceptance.Setting{{Rule: "no-supporter", Severity: "off"}, {Rule: "no-supporter", Scope: acceptance.Scope{Category: "top"}, Severity: "medium"},
			{Rule: "no-supporter", Scope: acceptance.Scope{Category: "low"}, Severity: "high"}, {Rule: "no-supporter", Scope: acceptance.Scope{Task: "2"}, Severity: "info"}},
			"no-supporter", "high[1] not low; medium[3] not low; info[2] not low; off[4] not low"},
		{[]acceptance.Setting{{Rule: "flow-stopped-by-organization", Scope: acceptance.Scope{Organization: "a"}, Severity: "info"}}, "flow-stopped-by-organization", "low b[f]; info a[f] not high"},
		{[]acceptance.Setting{{Rule: "flow-stopped-by-task", Scope: acceptance.Scope{Flow: "f"}, Severity: "off"}}, "flow-stopped-by-task", "off f[2] not medium"},
	} {
		if got := shown(applied(t, headed(t), acceptance.File{Severity: c.settings}, "").Findings, c.rule); got != c.want {
			t.Errorf("%+v: %s, want %s", c.settings, got, c.want)
		}
	}
}

func TestAcceptances(t *testing.T) {
	g := headed(t)
	of := findings.Identifier("flow-stopped-by-task", rules.Subject{Kind: rules.AboutFlow, ID: "f"}, "", findings.Digits)
	byID := entry("", "ids", acceptance.Scope{})
	byID.Finding = of
	for _, c := range []struct {
		entries    []acceptance.Entry
		on         acceptance.Date
		rule, want string
	}{
		{[]acceptance.Entry{entry("no-supporter", "x", acceptance.Scope{})}, "2027-03-31", "no-supporter", "low[1 2 3 4] accepted by x"},
		{[]acceptance.Entry{entry("no-supporter", "x", acceptance.Scope{})}, "2027-04-01", "no-supporter", "low[1 2 3 4] expired by x"},
		{[]acceptance.Entry{entry("no-supporter", "x", acceptance.Scope{})}, "", "no-supporter", "low[1 2 3 4] not-judged by x"},
		{[]acceptance.Entry{entry("no-supporter", "x", acceptance.Scope{}), entry("no-supporter", "y", acceptance.Scope{Task: "3"}), entry("no-supporter", "z", acceptance.Scope{Category: "low"})},
			"2027-01-01", "no-supporter", "low[1 2] accepted by z; low[3] accepted by y; low[4] accepted by x"},
		{[]acceptance.Entry{byID, entry("flow-stopped-by-task", "x", acceptance.Scope{Flow: "f"})}, "2027-01-01", "flow-stopped-by-task", "medium f[2] accepted by ids"},
	} {
		if got := shown(applied(t, g, acceptance.File{Accept: c.entries}, c.on).Findings, c.rule); got != c.want {
			t.Errorf("on %s: %s, want %s", c.on, got, c.want)
		}
	}
	idle := applied(t, g, acceptance.File{Accept: []acceptance.Entry{entry("no-supporter", "x", acceptance.Scope{Task: "5"}), byID, entry("dead-end", "x", acceptance.Scope{})}}, "").Idle
	if !slices.Equal(idle, []int{0, 2}) {
		t.Errorf("idle are %d", idle)
	}
	// A part can be accepted by its own ID.
	f := acceptance.File{Severity: []acceptance.Setting{{Rule: "no-supporter", Scope: acceptance.Scope{Task: "3"}, Severity: "high"}}}
	for _, x := range applied(t, g, f, "").Findings {
		if x.Part == "severity of task 3" {
			byID.Finding = x.ID
		}
	}
	f.Accept = []acceptance.Entry{byID}
	if got := shown(applied(t, g, f, "2027-01-01").Findings, "no-supporter"); got != "high[3] not low accepted by ids; low[1 2 4]" {
		t.Errorf("by the ID of a part: %s", got)
	}
}

// TestCheckNamesEveryFault wants all of them, with their places.
func TestCheckNamesEveryFault(t *testing.T) {
	bad := entry("no-supporter", "x", acceptance.Scope{})
	bad.Expires = "2027-02-30"
	both := entry("no-supporter", "x", acceptance.Scope{})
	both.Finding = "no-supporter-00000000"
	unknown := entry("", "x", acceptance.Scope{})
	unknown.Finding = "no-supporter-00000000"
	f := acceptance.File{
		Severity: []acceptance.Setting{
			{Rule: "nonsense", Severity: "low"}, {Rule: "no-supporter", Severity: "grave"}, {Rule: "no-supporter", Severity: "low"},
			{Rule: "bottleneck", Scope: acceptance.Scope{Task: "1"}, Severity: "low"}, {Rule: "no-flows", Scope: acceptance.Scope{Task: "1"}, Severity: "low"},
			{Rule: "no-supporter", Scope: acceptance.Scope{Task: "1", Category: "top"}, Severity: "low"}, {Rule: "no-supporter", Scope: acceptance.Scope{Category: "none"}, Severity: "low"},
		},
		Accept: []acceptance.Entry{bad, both, unknown, {}},
	}
	var got []string
	for _, p := range Check(headed(t).Dataset(), f) {
		got = append(got, fmt.Sprintf("%s %q", p.Path, p.Value))
	}
	want := []string{
		`/severity/0/rule "nonsense"`, `/severity/1/severity "grave"`, `/severity/2/rule "no-supporter"`, `/severity/3/task "1"`, `/severity/4/task "1"`, `/severity/5/task "1"`, `/severity/6/category "none"`,
		`/accept/0/expires "2027-02-30"`, `/accept/1/finding "no-supporter-00000000"`, `/accept/2/finding "no-supporter-00000000"`, `/accept/3 ""`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

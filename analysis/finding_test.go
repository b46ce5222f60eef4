package analysis

import (
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/findings"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
)

// TestRules shows each rule one dataset that breaks it and one that does not.
func TestRules(t *testing.T) {
	const flow = "\nflow f from 1 to 3: 1 -> 2 -> 3"
	for _, test := range []struct{ rule, broken, evidence, good string }{
		{"bottleneck", "1: a*\n2: a*\n3: b*" + flow, "2", "1: a"},
		{"flow-stopped-by-organization", "1: a*\n2: b*\n3: a*" + flow, "f", "1:\n2: b*\n3:\n4: c*" + flow + ", 1 -> 4 -> 3"},
		{"task-without-lead", "1: a\n2: a*\n3:", "1 3", "1: a*"},
		{"lead-limit", "1: a*\n2: a*\n3: b*\n4: c*\n5: d*", "1 2", "1: a*\n2: b*\n3: c*\n4: d*"},
		{"flow-stopped-by-task", "1:\n2:\n3:" + flow, "2", "1:\n2:\n3:\n4:" + flow + ", 1 -> 4 -> 3"},
		{"joint-lead-undeclared", "1: a* b*\n2: a*", "1", "rules any none\n1: a* b*"},
		{"both-marks", "1: a* a\n2: a* b", "1", "1: a* b"},
		{"handoff-to-nobody", "1: a*\n2: a~\n3:" + flow, "3", "1:\n2: a\n3: a*" + flow},
		{"dead-end", "1:\n2:\n3:\n4:" + flow + ", 2 -> 4", "4", "1:\n2:\n3:\n4:\n5:" + flow + ", 3 -> 4, 2 -@side?-> 5"},
		{"no-supporter", "1: a*\n2: a* b", "1", "1: a* b"},
		{"too-many-supporters", "1: a b c d e\n2: a b c d", "1", "1: a b c d"},
		{"several-accountable", "1: a! b!\n2: a! b*\n3: a* b*", "1", "1: a! b*"},
		{"organization-without-marks", "org a\n1: b*", "", "1: a~"},
		{"unknown-timing", "1 timing=daily:\n2:", "2", "1:\n2:"},
		{"uncertain-marks", "1: a*?b\n2: c*", "1", "1: a*"},
		{"rules-undeclared", "1:", "", "rules any fallback\n1:"},
		{"no-flows", "1:", "", "1:\n2:\n3:" + flow},
	} {
		t.Run(test.rule, func(t *testing.T) {
			found := ofRule(t, test.broken, test.rule)
			if len(found) == 0 {
				t.Fatalf("nothing found in\n%s", test.broken)
			}
			if got := strings.Join(found[0].Evidence, " "); got != test.evidence {
				t.Errorf("got evidence %q, want %q", got, test.evidence)
			}
			if len(found[0].Message) == 0 {
				t.Error("it says nothing")
			}
			if found := ofRule(t, test.good, test.rule); len(found) > 0 {
				t.Errorf("found %+v in\n%s", found, test.good)
			}
		})
	}
	if inForce := findings.LintRules(); len(inForce) != 21 {
		t.Errorf("%d rules, of which 21 are tested, those about contacts in TestContactFindings", len(inForce))
	}
}

func ofRule(t *testing.T, text, rule string) []findings.Finding {
	t.Helper()
	return slices.DeleteFunc(Findings(graphtext.Graph(t, text), rules.Options{}), func(f findings.Finding) bool { return f.Rule != rule })
}

func TestFindingsAreOrdered(t *testing.T) {
	order := map[string]int{}
	for i, r := range findings.LintRules() {
		order[r.ID] = i
	}
	bruteforce.EachRandom(t, 200, func(t *testing.T, seed uint64, g *graph.Graph) {
		list := Findings(g, rules.Options{})
		for i := range list[1:] {
			a, b := list[i], list[i+1]
			if x, y := severityRank(a.Severity), severityRank(b.Severity); x < y || x == y && order[a.Rule] > order[b.Rule] {
				t.Errorf("%s %s stands before %s %s", a.Severity, a.Rule, b.Severity, b.Rule)
			}
		}
	})
}

// TestCertaintyOfFindings reads the uncertain marks otherwise.
func TestCertaintyOfFindings(t *testing.T) {
	for _, test := range []struct {
		text, rule, organization string
		certainty                placement.Certainty
		dependsOn                string
	}{
		{"1: a*?b\n2: c*?d", "organization-without-marks", "b", placement.Depends, "1"},
		{"org e\n1: a*?b", "organization-without-marks", "e", placement.Holds, ""},
		{"1: a*?b a\n2: a* a", "both-marks", "", placement.Depends, "1"},
		{"1: a*\n2: a* a?b", "both-marks", "", placement.Depends, "2"},
		{"1: a* a\n2: c*?d", "both-marks", "", placement.Holds, ""},
		{"1: a*\n2: a*?b\n3: b*\n4: c*\n5: d*\n6: e*", "lead-limit", "a", placement.Depends, "2"},
		{"1: a*\n2: a*\n3: a*?b\n4: b*", "lead-limit", "a", placement.Holds, ""},
		{"1: a*\n2: a*?b\n3: b*", "bottleneck", "a", placement.Depends, "2"},
		{"1: a*\n2: a*\n3: a*?b", "bottleneck", "a", placement.Holds, ""},
		{"1:\n2: a*?b\n3:\nflow f from 1 to 3: 1 -> 2 -> 3", "flow-stopped-by-organization", "a", placement.Depends, "2"},
		{"1:\n2: a*\n3: c*?d\nflow f from 1 to 3: 1 -> 2 -> 3", "flow-stopped-by-organization", "a", placement.Holds, ""},
	} {
		found := slices.DeleteFunc(ofRule(t, test.text, test.rule), func(f findings.Finding) bool { return f.Subject.ID != test.organization })
		if len(found) != 1 || found[0].Certainty != test.certainty || strings.Join(found[0].DependsOn, " ") != test.dependsOn {
			t.Errorf("%q, %s of %q: got %+v, want %s on %q", test.text, test.rule, test.organization, found, test.certainty, test.dependsOn)
		}
	}
}

func TestLimitsAreOptions(t *testing.T) {
	g := graphtext.Graph(t, "1: a* b\n2: a* b c\n3: b*\n")
	for _, test := range []struct {
		options rules.Options
		want    string
	}{
		{rules.Options{}, "lead-limit a, lead-limit b"},
		{rules.Options{LeadLimit: 50}, "lead-limit a"},
		{rules.Options{LeadLimit: 70}, ""},
		{rules.Options{LeadLimit: 70, Supporters: 1}, "too-many-supporters "},
	} {
		var got []string
		for _, f := range Findings(g, test.options) {
			if f.Rule == "lead-limit" || f.Rule == "too-many-supporters" {
				got = append(got, f.Rule+" "+f.Subject.ID)
			}
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%+v: got %v, want %s", test.options, got, test.want)
		}
	}
}

// TestBottleneckSeverity wants both figures for high, and no bottleneck where nobody
// leads more than everybody else.
func TestBottleneckSeverity(t *testing.T) {
	for _, test := range []struct {
		text string
		want findings.Severity
	}{
		{"1: a*\n2: a*\n3: b*\nflow f from 1 to 3: 1 -> 2 -> 3", findings.High},
		{"1: a*\n2: a*\n3: b*\n4: c*\nhandoffs: 3 -> 4", findings.Medium},
		{"1: a*\n2: a*\n3: b*\n4: c*\n5: d*\n6: e*\n7: f*", findings.Medium},
	} {
		if f := ofRule(t, test.text, "bottleneck"); len(f) != 1 || f[0].Severity != test.want {
			t.Errorf("%q: got %+v, want %s", test.text, f, test.want)
		}
	}
	for _, text := range []string{"1: a*\n2: b*\n3: c*\n4: d*", "1: a b"} {
		if f := ofRule(t, text, "bottleneck"); len(f) > 0 {
			t.Errorf("%q: got %+v, want none", text, f)
		}
	}
}

// TestStoppingAtTheEndsOnlyIsLow tells who reports from who is needed between.
func TestStoppingAtTheEndsOnlyIsLow(t *testing.T) {
	found := ofRule(t, "1: a*\n2: b*\n3: a*\nflow f from 1 to 3: 1 -> 2 -> 3", "flow-stopped-by-organization")
	if len(found) != 2 || found[0].Subject.ID != "b" || found[0].Severity != findings.High || found[1].Subject.ID != "a" || found[1].Severity != findings.Low {
		t.Errorf("got %+v, want b high and a low", found)
	}
}

func severityRank(s findings.Severity) int {
	return slices.Index([]findings.Severity{findings.Info, findings.Low, findings.Medium, findings.High}, s)
}

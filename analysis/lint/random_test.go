package lint

import (
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/acceptance"
	"tasuki/graph/redact"
	"tasuki/internal/bruteforce"
)

// randomFile returns decisions of every kind about a dataset.
func randomFile(r *rand.Rand, d graph.Dataset) acceptance.File {
	var f acceptance.File
	taken := map[string]bool{}
	scope := func(about findings.About) acceptance.Scope {
		switch {
		case r.IntN(3) == 0:
		case about == findings.AnOrganization && len(d.Organizations) > 0:
			return acceptance.Scope{Organization: d.Organizations[r.IntN(len(d.Organizations))].ID}
		case about == findings.AFlow && len(d.Flows) > 0:
			return acceptance.Scope{Flow: d.Flows[r.IntN(len(d.Flows))].ID}
		case about == findings.Tasks && len(d.Categories) > 0 && r.IntN(2) == 0:
			return acceptance.Scope{Category: d.Categories[r.IntN(len(d.Categories))].ID}
		case about == findings.Tasks && len(d.Tasks) > 0:
			return acceptance.Scope{Task: d.Tasks[r.IntN(len(d.Tasks))].ID}
		}
		return acceptance.Scope{}
	}
	all := findings.LintRules()
	for range 40 {
		rule := all[r.IntN(len(all))]
		s := scope(rule.About)
		if key := rule.ID + s.String(); r.IntN(2) == 0 && !taken["s"+key] {
			taken["s"+key] = true
			f.Severity = append(f.Severity, acceptance.Setting{Rule: rule.ID, Scope: s, Severity: []string{"info", "low", "medium", "high", "off"}[r.IntN(5)]})
		} else if !taken["a"+key] {
			taken["a"+key] = true
			e := entry(rule.ID, "x", s)
			e.Expires = []acceptance.Date{"2026-01-01", "2027-01-01"}[r.IntN(2)]
			f.Accept = append(f.Accept, e)
		}
	}
	return f
}

// withHeadings puts tasks under headings, some of which stand under others.
func withHeadings(t *testing.T, r *rand.Rand, g *graph.Graph) *graph.Graph {
	t.Helper()
	d := g.Dataset()
	d.Categories = []graph.Term{{ID: "h1", Name: graph.Text("H1")}, {ID: "h2", Name: graph.Text("H2"), Parent: "h1"}, {ID: "h3", Name: graph.Text("H3"), Parent: "h2"}}
	d.Tasks = slices.Clone(d.Tasks)
	for i := range d.Tasks {
		d.Tasks[i].Category = []string{"", "h1", "h2", "h3"}[r.IntN(4)]
	}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// closeness says how close a scope is to a task, 0 when it is not about it: a slow way to
// find what the index finds.
func closeness(g *graph.Graph, s acceptance.Scope, task graph.Task) int {
	over := map[string][]string{"h1": {"h1"}, "h2": {"h2", "h1"}, "h3": {"h3", "h2", "h1"}}[task.Category]
	switch {
	case s == acceptance.Scope{}:
		return 1
	case s.Task == task.ID:
		return 9
	case s.Category != "" && slices.Contains(over, s.Category):
		return 8 - slices.Index(over, s.Category)
	}
	return 0
}

// TestDecisionsOnRandomData holds what is decided of each task to a search through all
// decisions, and the IDs to be different.
func TestDecisionsOnRandomData(t *testing.T) {
	bruteforce.EachRandom(t, 300, func(t *testing.T, seed uint64, g *graph.Graph) {
		r := rand.New(rand.NewPCG(seed, 3))
		g = withHeadings(t, r, g)
		f := randomFile(r, g.Dataset())
		review := analysis.Analyze(g, rules.Options{})
		if ps := Check(g.Dataset(), f); len(ps) > 0 {
			t.Fatalf("the decisions are wrong: %v", ps)
		}
		out := Apply(&review, g, f, "2026-06-01").Findings
		ids, evidence := map[string]bool{}, map[string][]string{}
		for _, x := range out {
			if ids[x.ID] {
				t.Errorf("two findings have the ID %s", x.ID)
			}
			ids[x.ID] = true
			if about(x.Rule) != findings.Tasks {
				continue
			}
			evidence[x.Rule] = append(evidence[x.Rule], x.Evidence...)
			for _, id := range x.Evidence {
				i, _ := g.TaskIndex(id)
				wantSeverity, wantExpires := bySearch(g, f, x.Rule, g.Tasks()[i])
				if wantSeverity != "" && x.Severity != wantSeverity || wantSeverity == "" && x.Usual != "" {
					t.Errorf("%s of %s is %s, want %q", x.Rule, id, x.Severity, wantSeverity)
				}
				if got := expires(x); got != wantExpires {
					t.Errorf("%s of %s is accepted until %q, want %q", x.Rule, id, got, wantExpires)
				}
				if x.Acceptance != nil && (x.Acceptance.State == findings.Expired) != (wantExpires == "2026-01-01") {
					t.Errorf("%s of %s is %s", x.Rule, id, x.Acceptance.State)
				}
			}
		}
		for _, x := range review.Findings {
			if got := evidence[x.Rule]; about(x.Rule) == findings.Tasks {
				slices.SortFunc(got, graph.Compare)
				if !slices.Equal(got, x.Evidence) {
					t.Errorf("%s: the parts have %q of %q", x.Rule, got, x.Evidence)
				}
			}
		}
		sameOfPseudonyms(t, g, f, out)
	})
}

func expires(f findings.Finding) acceptance.Date {
	if f.Acceptance == nil {
		return ""
	}
	return f.Acceptance.Expires
}

func bySearch(g *graph.Graph, f acceptance.File, rule string, task graph.Task) (s findings.Severity, until acceptance.Date) {
	best := 0
	for _, x := range f.Severity {
		if n := closeness(g, x.Scope, task); x.Rule == rule && n > best {
			best, s = n, findings.Severity(x.Severity)
		}
	}
	best = 0
	for _, x := range f.Accept {
		if n := closeness(g, x.Scope, task); x.Rule == rule && n > best {
			best, until = n, x.Expires
		}
	}
	return s, until
}

// sameOfPseudonyms wants decisions to do the same where organizations have pseudonyms, by
// ID and by scope.
func sameOfPseudonyms(t *testing.T, g *graph.Graph, f acceptance.File, want []findings.Finding) {
	t.Helper()
	for _, x := range want {
		if x.Acceptance == nil && (x.Part == "" || about(x.Rule) != findings.Tasks) {
			f.Accept = append(slices.Clone(f.Accept), acceptance.Entry{Finding: x.ID, Reason: graph.Text("R"), Owner: graph.Text("Somebody"), Expires: "2030-01-01"})
			break
		}
	}
	redactor := redact.New(g.Dataset(), nil)
	d, err := redactor.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	review, other := analysis.Analyze(g, rules.Options{}), analysis.Analyze(hidden, rules.Options{})
	tell := func(list []findings.Finding) (lines []string) {
		for _, x := range list {
			line := x.Rule + string(x.Severity) + string(x.Usual) + string(expires(x))
			if about(x.Rule) == findings.Tasks {
				for _, id := range x.Evidence {
					line += " " + redactor.Text(redactor.Text(id))
				}
			}
			lines = append(lines, line)
		}
		slices.Sort(lines)
		return lines
	}
	open, closed := Apply(&review, g, f, "2026-06-01").Findings, Apply(&other, hidden, Redacted(g.Dataset(), f, redactor), "2026-06-01").Findings
	if !slices.Equal(tell(open), tell(closed)) {
		t.Errorf("with pseudonyms: %q, not %q", tell(closed), tell(open))
	}
	for _, x := range closed {
		if x.Acceptance != nil && !x.Acceptance.Owner.IsZero() {
			t.Errorf("it names %+v", x.Acceptance.Owner)
		}
	}
}

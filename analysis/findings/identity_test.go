package findings_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
)

func identifiers(list []findings.Finding) (ids []string) {
	for _, f := range list {
		ids = append(ids, f.ID)
	}
	slices.Sort(ids)
	return ids
}

// TestIdentifiersSurviveReordering wants the same IDs of the same facts in another order,
// with other names, and whatever is found besides; and different ones of different
// findings.
func TestIdentifiersSurviveReordering(t *testing.T) {
	bruteforce.EachRandom(t, 300, func(t *testing.T, seed uint64, g *graph.Graph) {
		want := identifiers(analysis.Findings(g, rules.Options{}))
		if len(slices.Compact(slices.Clone(want))) != len(want) {
			t.Errorf("two findings have one ID: %q", want)
		}
		r, d := rand.New(rand.NewPCG(seed, 1)), g.Dataset()
		d.Organizations, d.Tasks, d.Assignments, d.Flows = slices.Clone(d.Organizations), slices.Clone(d.Tasks), slices.Clone(d.Assignments), slices.Clone(d.Flows)
		shuffle(r, d.Organizations)
		shuffle(r, d.Tasks)
		shuffle(r, d.Assignments)
		shuffle(r, d.Flows)
		for i := range d.Organizations {
			d.Organizations[i].Name = graph.Name{EN: "Other " + d.Organizations[i].ID}
		}
		for i := range d.Assignments {
			d.Assignments[i].Source = graph.Source{File: "other.csv", Line: i + 1, Column: r.IntN(9) + 1}
		}
		other, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		if got := identifiers(analysis.Findings(other, rules.Options{})); !slices.Equal(got, want) {
			t.Errorf("in another order the IDs are %q, not %q", got, want)
		}
		d.Organizations = append(d.Organizations, graph.Organization{ID: "newcomer", Name: graph.Text("Newcomer")})
		if other, err = graph.New(d); err != nil {
			t.Fatal(err)
		}
		got := identifiers(analysis.Findings(other, rules.Options{}))
		for _, id := range want {
			if !slices.Contains(got, id) {
				t.Errorf("with a finding more, %s is gone from %q", id, got)
			}
		}
		if len(got) != len(want)+1 {
			t.Errorf("a newcomer makes %q of %q", got, want)
		}
	})
}

func shuffle[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// TestIdentifiersDiffer gives two findings the same short ID.
func TestIdentifiersDiffer(t *testing.T) {
	about := func(id string) rules.Subject { return rules.Subject{Kind: rules.AboutOrganization, ID: id} }
	list := []findings.Finding{{Rule: "r", Subject: about("a")}, {Rule: "r", Subject: about("b")}, {Rule: "s", Subject: about("b")}}
	findings.Identify(list, func(rule string, about rules.Subject, part string, digits int) string {
		return rule + "-00000000" + findings.Identifier(rule, about, part, digits)[len(rule)+1:][:digits-findings.Digits]
	})
	if list[0].ID == list[1].ID || len(list[0].ID) != len("r-")+findings.MoreDigits || list[2].ID != "s-00000000" {
		t.Errorf("the IDs are %q", identifiers(list))
	}
	if got := findings.Identifier("bottleneck", about("ops"), "", findings.Digits); got != "bottleneck-5393cdb2" {
		t.Errorf("the ID is another: %s; whoever has accepted it has to look for it", got)
	}
}

// TestPartsAreOfTheWhole divides each finding about tasks in two, and wants the evidence of
// both to be that of the whole.
func TestPartsAreOfTheWhole(t *testing.T) {
	bruteforce.EachRandom(t, 300, func(t *testing.T, seed uint64, g *graph.Graph) {
		review := analysis.Analyze(g, rules.Options{})
		r := rand.New(rand.NewPCG(seed, 2))
		divider := findings.NewDivider(&review, g)
		chosen := make([]bool, len(g.Tasks()))
		for i := range chosen {
			chosen[i] = r.IntN(2) == 0
		}
		for _, f := range review.Findings {
			var evidence, depends []string
			n := 0
			for _, side := range []bool{true, false} {
				for _, part := range divider.Part(f.Rule, "half", func(task int) bool { return chosen[task] == side }) {
					evidence, depends = append(evidence, part.Evidence...), append(depends, part.DependsOn...)
					n += part.Message[0].Args[0].(int)
					if part.ID == f.ID || part.Part != "half" || part.Rule != f.Rule {
						t.Errorf("the part is %+v", part)
					}
				}
			}
			slices.SortFunc(evidence, graph.Compare)
			slices.SortFunc(depends, graph.Compare)
			about := aboutOf(f.Rule)
			if about != findings.Tasks {
				if evidence != nil {
					t.Errorf("%s has parts", f.Rule)
				}
				continue
			}
			if !slices.Equal(evidence, f.Evidence) || n != f.Message[0].Args[0].(int) {
				t.Errorf("%s: the parts have %q, the whole %q", f.Rule, evidence, f.Evidence)
			}
			for _, id := range depends {
				if !slices.Contains(f.DependsOn, id) {
					t.Errorf("%s: a part depends on %s, the whole on %q", f.Rule, id, f.DependsOn)
				}
			}
		}
	})
}

func aboutOf(rule string) findings.About {
	for _, r := range findings.LintRules() {
		if r.ID == rule {
			return r.About
		}
	}
	return ""
}

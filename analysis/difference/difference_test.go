package difference_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/difference"
	"tasuki/analysis/findings"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
)

// lines says a difference, a line for each entry.
func lines(d difference.Difference) []string {
	list := []string{}
	for _, m := range d.Matches {
		list = append(list, fmt.Sprintf("%s %s is %s, %.2f", m.Kind, m.Old, m.New, m.Similarity))
	}
	for _, c := range d.Changes {
		list = append(list, fmt.Sprint(c.Kind, c.Old, c.New, c.Fields))
	}
	for _, f := range d.Findings {
		switch {
		case f.Old == nil:
			list = append(list, fmt.Sprint(f.Rule, " new ", f.New.ID, f.New.Severity))
		case f.New == nil:
			list = append(list, fmt.Sprint(f.Rule, " gone ", f.Old.ID, f.Old.Severity))
		default:
			list = append(list, fmt.Sprint(f.Rule, *f.Old, *f.New))
		}
	}
	for _, o := range d.Organizations {
		list = append(list, standing(o.Old)+" to "+standing(o.New))
	}
	for _, f := range d.Flows {
		list = append(list, fmt.Sprintf("%v to %v", value(f.Old), value(f.New)))
	}
	return list
}

func standing(s *difference.OrganizationFigures) string {
	if s == nil {
		return "nothing"
	}
	return fmt.Sprintf("%s %.1f %d", s.ID, s.Percent, s.Stops)
}

// value is what p points to, or nothing.
func value[T any](p *T) any {
	if p == nil {
		return "nothing"
	}
	return *p
}

func of(t *testing.T, old, now *graph.Graph) difference.Difference {
	t.Helper()
	return difference.Of(old, now, rules.Options{})
}

func TestDifference(t *testing.T) {
	old := "org ops \"Operations\"\norg hw \"Hardware vendor\"\n1 \"Report the fault\": ops*\n2 \"Repair it\": hw* ops\n3 \"Close the case\": ops*\nflow f \"A fault\" from 1 to 3: 1 -> 2 -> 3"
	for _, c := range []struct {
		change []string // old texts and new ones
		want   []string
	}{
		{nil, []string{}},
		{[]string{"2 \"Repair it\": hw* ops", "2 \"Repair it\": ops*"}, []string{
			"mark[2 hw lead] [] []", "mark[] [2 ops lead] []", "mark[2 ops support] [] []",
			"bottleneck{ops high 0} {ops high 1}",
			"flow-stopped-by-organization gone hwhigh", "flow-stopped-by-organization{ops low 1} {ops high 1}", "lead-limit gone hwmedium",
			"lead-limit{ops medium 2} {ops medium 3}", "no-supporter{ low 2} { low 3}", "organization-without-marks new hwlow",
			"hw 33.3 1 to hw 0.0 0", "ops 66.7 1 to ops 100.0 1",
			"{f 2 1} to {f 1 1}",
		}},
		{[]string{"hw", "vendor-2"}, []string{"organization hw is vendor-2, 1.00"}},
		{[]string{"Repair it", "Repair"}, []string{"task[2] [2] [{name.en Repair it Repair}]"}},
		{[]string{"1 -> 2 -> 3", "1 -> 2 -> 3, 1 -> 3"}, nil},
	} {
		now := strings.NewReplacer(c.change...).Replace(old)
		got := lines(of(t, graphtext.Graph(t, old), graphtext.Graph(t, now)))
		if c.want != nil && !slices.Equal(got, c.want) {
			t.Errorf("%q:\ngot  %q\nwant %q", c.change, got, c.want)
		}
		if (len(got) == 0) != (c.change == nil) {
			t.Errorf("%q: got %q", c.change, got)
		}
	}
}

// TestMirror changes random datasets and checks that what came one way went the other, and
// that nothing differs from itself.
func TestMirror(t *testing.T) {
	bruteforce.EachRandom(t, 150, func(t *testing.T, seed uint64, g *graph.Graph) {
		if same := lines(of(t, g, g)); len(same) > 0 {
			t.Fatalf("seed %d: a dataset differs from itself: %q", seed, same)
		}
		o, err := overlay.Apply(g.Dataset(), bruteforce.RandomChanges(g.Dataset(), seed))
		if err != nil {
			return
		}
		if now, err := graph.New(o.Dataset); err == nil {
			mirrors(t, g, now)
		}
	})
}

// mirrors returns the difference of two graphs, and wants that of the second and the first
// to be the same the other way round.
func mirrors(t *testing.T, old, now *graph.Graph) difference.Difference {
	t.Helper()
	there, back := of(t, old, now), of(t, now, old)
	mirrored := difference.Difference{Matches: []difference.Match{}, Changes: []difference.Change{}, Old: back.New, New: back.Old, OldRules: back.NewRules, NewRules: back.OldRules,
		Reviews: difference.Reviews{Findings: []difference.FindingChange{}, Remained: back.Remained, Organizations: []difference.StandingChange{}, Flows: []difference.ExposureChange{}}}
	for _, o := range back.Organizations {
		mirrored.Organizations = append(mirrored.Organizations, difference.StandingChange{Old: o.New, New: o.Old})
	}
	for _, f := range back.Flows {
		mirrored.Flows = append(mirrored.Flows, difference.ExposureChange{Old: f.New, New: f.Old})
	}
	for _, m := range back.Matches {
		mirrored.Matches = append(mirrored.Matches, difference.Match{Kind: m.Kind, Old: m.New, New: m.Old, Similarity: m.Similarity})
	}
	for _, c := range back.Changes {
		fields := []difference.Field{}
		for _, f := range c.Fields {
			fields = append(fields, difference.Field{Name: f.Name, Old: f.New, New: f.Old})
		}
		mirrored.Changes = append(mirrored.Changes, difference.Change{Kind: c.Kind, Old: c.New, New: c.Old, Fields: fields})
	}
	for _, f := range back.Findings {
		mirrored.Findings = append(mirrored.Findings, difference.FindingChange{Rule: f.Rule, About: f.About, Old: f.New, New: f.Old, Came: f.Went, Went: f.Came})
	}
	if !reflect.DeepEqual(there, mirrored) {
		t.Errorf("there %q\nback  %q", lines(there), lines(mirrored))
	}
	return there
}

// TestStandingsAddUp compares datasets with one that shares nothing with them, so that all
// that they hold went, and wants the parts to add up to the figures of the whole.
func TestStandingsAddUp(t *testing.T) {
	other := graphtext.Graph(t, "org else \"Somebody else\"\nnothing \"Rest\": else*")
	bruteforce.EachRandom(t, 100, func(t *testing.T, seed uint64, g *graph.Graph) {
		d, percent, stops, organizations := of(t, g, other), 0.0, 0, 0
		for _, o := range d.Organizations {
			if o.Old != nil {
				percent, stops = percent+o.Old.Percent, stops+o.Old.Stops
			}
		}
		for _, f := range d.Flows {
			organizations += f.Old.Organizations
		}
		if whole := map[bool]float64{true: 100}[d.Old.Led > 0]; math.Abs(percent-whole) > 1e-9 || stops != d.Old.Stops || organizations != d.Old.Stops {
			t.Errorf("seed %d: %v %%, %d stopped flows, %d organizations; in all %+v", seed, percent, stops, organizations, d.Old)
		}
	})
}

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"Repair it", "repair  IT", 1}, {"night", "nacht", 0.25}, {"", "", 0}, {"a", "a", 1}, {"a", "b", 0},
		{"障害の復旧", "障害の 復旧", 1}, {"障害の復旧", "故障の復旧", 0.5}, {"aaaa", "aa", 0.5},
	} {
		if got := difference.Similarity(c.a, c.b); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("Similarity(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestGrowing holds that a finding that is about more than before is worse.
func TestGrowing(t *testing.T) {
	old := graphtext.Graph(t, "1: a*\n2:\n3: a*")
	now := graphtext.Graph(t, "1: a*\n2:\n3:")
	d := difference.Of(old, now, rules.Options{})
	grown := func(rule string) *difference.FindingChange {
		for i, f := range d.Findings {
			if f.Rule == rule {
				return &d.Findings[i]
			}
		}
		return nil
	}
	f := grown("task-without-lead")
	if f == nil || f.Old.Evidence != 1 || f.New.Evidence != 2 || !slices.Equal(f.Came, []string{"3"}) || f.Went != nil {
		t.Fatalf("a second task has nobody who leads it: %+v", f)
	}
	if !slices.ContainsFunc(d.Worse(), func(f findings.Finding) bool { return f.Rule == "task-without-lead" }) {
		t.Errorf("what grew is not worse: %+v", d.Worse())
	}
	if back := difference.Of(now, old, rules.Options{}); slices.ContainsFunc(back.Worse(), func(f findings.Finding) bool { return f.Rule == "task-without-lead" }) {
		t.Errorf("what shrank is worse: %+v", back.Worse())
	}
}

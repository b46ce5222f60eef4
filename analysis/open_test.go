package analysis

import (
	"slices"
	"testing"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
)

// TestFindingsDependOnOpenMarks asks of findings about tasks whether marks that may
// be nobody's, and cells that could not be read, are said to change them.
func TestFindingsDependOnOpenMarks(t *testing.T) {
	// 1 is led by nobody, 2 jointly, 3 has two that are accountable.
	const text = "1: a b\n2: a* b*\n3: a* b! c!\n4: b*\n"
	for _, test := range []struct {
		name   string
		loose  []string // "task organization" of marks that may be nobody's
		unread []string // likewise, of cells
		want   map[string][]string
	}{
		{"all read", nil, nil, map[string][]string{"task-without-lead": nil, "joint-lead-undeclared": nil, "several-accountable": nil}},
		{"a lead to be confirmed", []string{"4 b"}, nil, map[string][]string{"task-without-lead": {"4"}, "joint-lead-undeclared": nil}},
		{"one of two leads to be confirmed", []string{"2 a"}, nil, map[string][]string{"task-without-lead": nil, "joint-lead-undeclared": {"2"}}},
		{"accountable to be confirmed", []string{"3 b"}, nil, map[string][]string{"several-accountable": {"3"}}},
		{"an unread cell", nil, []string{"1 c"}, map[string][]string{"task-without-lead": {"1"}, "joint-lead-undeclared": nil}},
		{"an unread cell beside a lead", nil, []string{"4 c"}, map[string][]string{"task-without-lead": nil, "joint-lead-undeclared": {"4"}}},
		{"an unread cell under no heading", nil, []string{"1 "}, map[string][]string{"task-without-lead": {"1"}}},
	} {
		d := graphtext.Graph(t, text).Dataset()
		d.Rules, d.Assignments, d.Account = graph.Rules{}, slices.Clone(d.Assignments), &graph.Account{}
		for i := range d.Assignments {
			if a := &d.Assignments[i]; slices.Contains(test.loose, a.Task+" "+a.Organization) {
				a.Reading = graph.Uncertain
			}
		}
		for _, u := range test.unread {
			d.Account.Unread = append(d.Account.Unread, graph.UnreadMark{Task: u[:1], Organization: u[2:]})
			d.Account.Marks.Unread++
		}
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range Findings(g, rules.Options{}) {
			want, asked := test.want[f.Rule]
			if asked && (!slices.Equal(f.DependsOn, want) || (f.Certainty == placement.Depends) != (len(want) > 0)) {
				t.Errorf("%s: %s is %s, on %v; want %v", test.name, f.Rule, f.Certainty, f.DependsOn, want)
			}
			delete(test.want, f.Rule)
		}
		if len(test.want) > 0 {
			t.Errorf("%s: no finding of %v", test.name, test.want)
		}
	}
}

package fix_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/fix"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// of returns the fix of a dataset for flows.
func of(t *testing.T, text string, flows ...string) fix.Fix {
	t.Helper()
	return within(t, text, 0, flows...)
}

// within returns the fix for a share as well.
func within(t *testing.T, text string, percent float64, flows ...string) fix.Fix {
	t.Helper()
	target := fix.Target{Flows: flows}
	if percent > 0 {
		target.AtMost = &percent
	}
	f, err := fix.Of(graphtext.Graph(t, text), rules.Options{}, target)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// texts returns the marks as changes.
func texts(f fix.Fix) string {
	var list []string
	for _, c := range f.Changes() {
		list = append(list, c.String())
	}
	return strings.Join(list, " ")
}

const chain = `
	rules any fallback
	1: a*
	2: b*
	3: c* a
	flow f from 1 to 3: 1 -> 2 -> 3
`

func TestEveryTaskOfAChainNeedsAMark(t *testing.T) {
	f := of(t, chain, "f")
	if texts(f) != "supporter=1=b supporter=2=a" || *f.Size != loss.Exactly(2) || !f.Reached || len(f.Checked.Stops) > 0 {
		t.Errorf("got %s, %+v", texts(f), f)
	}
	if want := []fix.Stop{{Flow: "f", Organizations: []string{"a", "b"}}}; !reflect.DeepEqual(f.Stops, want) {
		t.Errorf("got %+v today, want %+v", f.Stops, want)
	}
	first := f.Marks[0]
	if want := []fix.Stop{{Flow: "f", Organizations: []string{"a"}}}; !reflect.DeepEqual(first.Prevents, want) || !slices.Equal(first.Leads, []string{"a"}) {
		t.Errorf("got %+v, want it to keep a from stopping f", first)
	}
	if len(f.Checked.Before.Stoppers) != 2 || len(f.Checked.After.Stoppers) != 0 || f.Checked.Grounds[0].Marks != "holds" {
		t.Errorf("got %+v", f.Checked)
	}
}

// TestOneTaskServesTwoFlows has a task that is an alternative in both, and comes first: whoever
// leaves it out needs two.
func TestOneTaskServesTwoFlows(t *testing.T) {
	f := of(t, `
		rules each fallback
		org a
		org b
		s:
		t0: a*
		t1: a*
		t2: a*
		z:
		flow f from s to z: s -> t0 -> z, s -> t1 -> z
		flow g from s to z: s -> t0 -> z, s -> t2 -> z
	`, "f", "g")
	if texts(f) != "supporter=t0=b" || *f.Size != loss.Exactly(1) {
		t.Errorf("got %s, %+v, want the task that serves both", texts(f), f.Size)
	}
	if want := bruteList("s", "z"); !slices.Equal(f.Unled, want) {
		t.Errorf("got unled %v", f.Unled)
	}
}

func bruteList(ids ...string) []string { return ids }

// TestBranchesThatMustBothBeDone needs a mark on each of two, and on one of two alternatives.
func TestBranchesThatMustBothBeDone(t *testing.T) {
	text := `
		rules any none
		org b
		s:
		1: a*
		2: a*
		z:
		flow f from s to z: s -@x-> 1 -> z, s -@y-> 2 -> z
	`
	if f := of(t, text, "f"); texts(f) != "lead=1=b lead=2=b" || !slices.Equal(f.Helps, []graph.Role{graph.Lead}) {
		t.Errorf("got %s", texts(f))
	}
	if f := of(t, strings.NewReplacer("-@x->", "->", "-@y->", "->").Replace(text), "f"); len(f.Marks) != 1 {
		t.Errorf("one of two alternatives: got %s", texts(f))
	}
}

func TestWhereNoMarkHelps(t *testing.T) {
	f := of(t, strings.Replace(chain, "any fallback", "each none", 1), "f")
	if len(f.Helps) > 0 || len(f.Marks) > 0 || len(f.Hopeless) != 3 || f.Hopeless[0].Reason != fix.ByRules || !slices.Equal(f.Hopeless[1].Tasks, []string{"2"}) {
		t.Errorf("each lead is needed and nobody stands in: got %+v", f)
	}
	if len(f.Otherwise) != 2 || f.Otherwise[0].Size.Upper != 3 || f.Otherwise[1].Size.Upper != 2 {
		t.Errorf("got %+v, want 3 leads or 2 supporters", f.Otherwise)
	}
	f = of(t, "rules each fallback\n1: a* b*\n2: a*\nflow f from 1 to 2: 1 -> 2", "f")
	if len(f.Hopeless) != 2 || f.Hopeless[0].Reason != fix.NobodyElse || !slices.Equal(f.Hopeless[0].Tasks, []string{"1"}) || texts(f) != "" {
		t.Errorf("everybody leads 1: got %s and %+v", texts(f), f.Hopeless)
	}
}

// TestAssumedRules holds that the strict rules are assumed, and what others would take is said.
func TestAssumedRules(t *testing.T) {
	f := of(t, "1: a* b\n2: b* a*\nflow f from 1 to 2: 1 -> 2", "f")
	if !f.Rules.LeadsAssumed || !f.Rules.SupportAssumed || len(f.Otherwise) != 3 || len(f.Hopeless) == 0 {
		t.Errorf("got %+v", f)
	}
}

// TestCandidatesAreRanked has one candidate for each thing that speaks for one.
func TestCandidatesAreRanked(t *testing.T) {
	text := `
		rules any none
		org client client
		1 phase=p category=c: a* helper
		2 category=c: cat*
		3 phase=p: phase*
		4: flow*
		5: next*
		6: other*
		7 category=c phase=p: client*
		flow f from 1 to 4: 1 -> 5 -> 4
	`
	f := of(t, text, "f")
	for _, m := range f.Marks {
		if m.Task != "1" {
			continue
		}
		var got []string
		for _, c := range m.Candidates {
			got = append(got, c.Organization)
		}
		if m.Organization != "helper" || !slices.Equal(got, []string{"helper", "cat", "phase"}) {
			t.Errorf("got %s, %v", m.Organization, got)
		}
		return
	}
	t.Errorf("got %s, want a mark on 1", texts(f))
}

func TestShareByHand(t *testing.T) {
	text := "rules each none\n1: a*\n2: a*\n3: a*\n4: b*\norg c"
	f := within(t, text, 50)
	if f.Size == nil || *f.Size != loss.Exactly(2) || !slices.Equal(f.Share.Over, []string{"a"}) || f.Share.Led != 4 {
		t.Fatalf("3 of 4 to 2 of 4: got %+v", f)
	}
	if *f.Checked.After.Percent > 50 || *f.Checked.Before.Percent != 75 {
		t.Errorf("got %+v", f.Checked.After)
	}
	if f := within(t, text, 75); !f.Reached || len(f.Marks) > 0 {
		t.Errorf("3 of 4 are 75 %%: got %+v", f)
	}
	if f := within(t, text, 33); f.Reached || f.Share.Possible || f.Size != nil {
		t.Errorf("3 cannot lead at most 33 %% each: got %+v", f)
	}
	if f := within(t, "rules any none\n1: a*\n2: b*\n3: c*\norg d", 33.4); len(f.Marks) > 0 {
		t.Errorf("a third is less than 33.4 %%: got %s", texts(f))
	}
}

// TestNoneReachBoth has a share that only those can take who then stop the flow, too: no number
// of marks does, and none is called a bound.
func TestNoneReachBoth(t *testing.T) {
	text := "rules each none\n1: a*\n2: a*\n3: a*\n4: b*\norg c\nflow f from 1 to 3: 1 -> 2 -> 3"
	if f := within(t, text, 50, "f"); f.Reached || !f.None || f.Least > 8 {
		t.Errorf("got %+v", f)
	}
	if f := within(t, text, 50); !f.Reached || f.None {
		t.Errorf("the share alone: got %+v", f)
	}
}

// TestShareAndFlow has a mark that serves both where one of several leads suffices.
func TestShareAndFlow(t *testing.T) {
	text := "rules any none\n1: a*\n2: a*\n3: b*\norg c\nflow f from 1 to 1: 1 -> 1"
	text = strings.Replace(text, "from 1 to 1: 1 -> 1", "from 1 to 3: 1 -> 3", 1)
	if f := within(t, text, 50, "f"); *f.Size != loss.Exactly(2) || f.Marks[0].Task != "1" || f.Marks[1].Task != "3" {
		t.Errorf("got %s, %+v", texts(f), f.Size)
	}
	f := within(t, strings.Replace(text, "any none", "each fallback", 1), 50, "f")
	if *f.Size != loss.Exactly(3) {
		t.Errorf("where no mark serves both: got %s, %+v", texts(f), f.Size)
	}
}

// TestMany holds the time for 20 organizations and 1,000 tasks, by the steps that it takes.
func TestMany(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	text := many()
	for _, percent := range []float64{15, 0}[:seeds.Size(2, 1)] {
		f := within(t, text, percent, "f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9")
		if !f.Reached || len(f.Checked.Stops) > 0 || f.Size.Upper != len(f.Marks) {
			t.Errorf("got %+v of %d marks, stops %+v", f.Size, len(f.Marks), f.Checked.Stops)
		}
		t.Logf("%+v, steps %d", f.Size, f.Steps)
	}
}

// many is a dataset of 1,000 tasks whose flows have three ways through each of ten stages.
func many() string {
	var b strings.Builder
	b.WriteString("rules any fallback\n")
	for i := range 1000 {
		fmt.Fprintf(&b, "t%d: o%d*\n", i, i*i%20*(i%3)/2%20)
	}
	for o := range 20 {
		fmt.Fprintf(&b, "org o%d\n", o)
	}
	for f := range 10 {
		var ways []string
		task := func(stage, i int) int { return (f*97 + stage*31 + i*7) % 1000 }
		for stage := range 29 {
			for i := range 3 {
				for _, j := range []int{i, (i + 1) % 3} {
					ways = append(ways, fmt.Sprintf("t%d -> t%d", task(stage, i), task(stage+1, j)))
				}
			}
		}
		fmt.Fprintf(&b, "flow f%d from t%d to t%d: %s\n", f, task(0, 0), task(29, 0), strings.Join(ways, ", "))
	}
	return b.String()
}

// TestLong finds all marks of a chain that needs one for each task, and explains the first.
func TestLong(t *testing.T) {
	const n = 600
	var b strings.Builder
	b.WriteString("rules any fallback\norg c\n")
	for i := range n {
		fmt.Fprintf(&b, "%d: %c*\n", i+1, 'a'+i%2)
	}
	fmt.Fprintf(&b, "flow f from 1 to %d: 1", n)
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, " -> %d", i+1)
	}
	f, err := fix.Of(graphtext.Graph(t, b.String()), rules.Options{}, fix.Target{Flows: []string{"f"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Marks) != n || !f.Size.Exact || f.Loose {
		t.Fatalf("%d marks, of %+v", len(f.Marks), f.Size)
	}
	for i, m := range f.Marks {
		if explained := m.Prevents != nil && m.Candidates != nil; explained != (i < 500) {
			t.Fatalf("mark %d is explained: %v", i, explained)
		}
	}
}

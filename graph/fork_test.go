package graph_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/redact"
	"tasuki/internal/graphtext"
)

const fiveTasks = "1:\n2:\n3:\n4:\n5:\n"

// said returns what leaves each task of a flow as "1: a=2|3 b?=4".
func said(f graph.Flow) string {
	var forks []string
	for _, k := range graph.Forks(f) {
		var parts []string
		for _, b := range k.Branches {
			name := b.Name
			if b.Optional {
				name += "?"
			}
			parts = append(parts, name+"="+strings.Join(b.Next(), "|"))
		}
		forks = append(forks, k.Task+": "+strings.Join(parts, " "))
	}
	return strings.Join(forks, ", ")
}

func TestForks(t *testing.T) {
	for _, c := range []struct {
		flow, want string
		splits     bool
	}{
		{"f from 1 to 4: 1 -> 3 -> 4, 1 -> 2 -> 4", "1: =2|3, 2: =4, 3: =4", false},
		{"f from 1 to 4: 1 -@b-> 3 -> 4, 1 -@a-> 2 -> 4", "1: a=2 b=3, 2: =4, 3: =4", true},
		{"f from 1 to 4: 1 -@b10-> 3 -> 4, 1 -@b9-> 2 -> 4, 1 -> 4", "1: =4 b9=2 b10=3, 2: =4, 3: =4", true},
		{"f from 1 to 4: 1 -@a-> 2, 2 -> 4, 1 -@a-> 3, 3 -> 4, 1 -@b?-> 5", "1: a=2|3 b?=5, 2: =4, 3: =4", true},
		{"f from 1 to 4 all 1: 1 -> 2 -> 4, 1 -> 3 -> 4", "1: 2=2 3=3, 2: =4, 3: =4", true},
		{"f from 1 to 4 any 1: 1 -> 2 -> 4, 1 -> 3 -> 4", "1: any=2|3, 2: =4, 3: =4", false},
		{"f from 1 to 4 all 1: 1 -request-> 2 -> 4, 1 -report-> 2, 1 -> 3 -> 4", "1: 2 report=2 2 request=2 3=3, 2: =4, 3: =4", true},
		{"f from 1 to 4: 1 -report-> 2 -> 4, 1 -> 2, 4 -@a-> 5, 4 -@b-> 1", "1: =2, 2: =4, 4: a=5 b=1", false},
		{"f from 1 to 1:", "", false},
	} {
		g := graphtext.Graph(t, fiveTasks+"flow "+c.flow)
		f := g.Flows()[0]
		if got := said(f); got != c.want || graph.Splits(f) != c.splits || len(f.Forks) > 0 {
			t.Errorf("%s: got %s, splits = %t, want %s", c.flow, got, graph.Splits(f), c.want)
		}
		declared, err := graphtext.Parse("flow " + c.flow)
		if err != nil || said(declared.Flows[0]) != c.want {
			t.Errorf("%s: got %s before it is checked, want %s", c.flow, said(declared.Flows[0]), c.want)
		}
	}
}

func TestForkOfAllNeverMakesTwoHandoffsOneBranch(t *testing.T) {
	f := graph.Flow{Forks: map[string]graph.ForkRule{"1": graph.AllOf}, Handoffs: []graph.Handoff{
		{From: "1", To: "2 report", Kind: graph.Report}, {From: "1", To: "2", Kind: graph.Report}, {From: "1", To: "2", Kind: graph.Request},
	}}
	want := said(f)
	if n := len(graph.Forks(f)[0].Branches); n != 3 {
		t.Errorf("%d branches, want 3", n)
	}
	slices.Reverse(f.Handoffs)
	if got := said(f); got != want {
		t.Errorf("in another order they are %s, want %s", got, want)
	}
}

func TestForkDeclared(t *testing.T) {
	for flow, want := range map[string]bool{
		"f from 1 to 4: 1 -> 2 -> 4, 1 -> 3 -> 4":                false,
		"f from 1 to 4: 1 -> 2 -> 4, 1 -report-> 2":              true,
		"f from 1 to 4: 1 -> 2 -> 4, 1 -> 3 {broken}, 3 -> 4":    true,
		"f from 1 to 4: 1 -@a-> 2, 2 -> 4, 1 -@a-> 3, 3 -> 4":    true,
		"f from 1 to 4: 1 -@a-> 2, 2 -> 4, 1 -> 3 -> 4":          true,
		"f from 1 to 4 any 1: 1 -> 2 -> 4, 1 -> 3 -> 4":          true,
		"f from 1 to 4 all 1: 1 -> 2 -> 4, 1 -> 3 -> 4, 2 -> 3 ": true,
	} {
		f := graphtext.Graph(t, fiveTasks+"flow "+flow).Flows()[0]
		if got := graph.Forks(f)[0].Declared(); got != want {
			t.Errorf("%s: declared = %t", flow, got)
		}
	}
}

func TestBranchesInCanonicalForm(t *testing.T) {
	text := fiveTasks + "flow f from 1 to 4"
	forks := graphtext.Graph(t, text+" all 1: 1 -> 2 -> 4, 1 -> 3 -> 4 {when broken}")
	branches := graphtext.Graph(t, text+": 1 -@2-> 2, 2 -> 4, 1 -@3-> 3 {when broken}, 3 -> 4 {when broken}")
	spaced := branches.Dataset()
	spaced.Flows = slices.Clone(spaced.Flows)
	spaced.Flows[0].Handoffs = slices.Clone(spaced.Flows[0].Handoffs)
	spaced.Flows[0].Handoffs[0].Branch = " 2\u3000"
	g, err := graph.New(spaced)
	if err != nil {
		t.Fatal(err)
	}
	want := canonical(t, forks.Dataset())
	for what, other := range map[string]*graph.Graph{"branches": branches, "spaces": g} {
		if got := canonical(t, other.Dataset()); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", what, got, want)
		}
	}
	if !strings.Contains(want, `"branch":"3","when":{"en":"when broken"}`) || strings.Contains(want, "forks") {
		t.Errorf("got %s", want)
	}
}

func canonical(t *testing.T, d graph.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if err := graph.Encode(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestForkProblems(t *testing.T) {
	for _, c := range []struct{ flow, path, says string }{
		{"f from 1 to 4 all 9: 1 -> 4", "/flows/0/forks/9", "is not the ID of any task"},
		{"f from 1 to 4 all 5: 1 -> 4", "/flows/0/forks/5", "no handoff leaves task 5 in flow f"},
		{"f from 1 to 4 all 1: 1 -@a-> 2, 2 -> 4, 1 -> 4", "/flows/0/handoffs/0/branch", "the fork of task 1 says all"},
		{"f from 1 to 4: 1 -@a-> 2, 2 -> 4, 1 -@a?-> 3, 3 -> 4, 1 -@b-> 4", "/flows/0/handoffs/2/optional", `the handoff to 2 is in the same branch "a"`},
		{"f from 1 to 4 any 1: 1 -> 2 -> 4, 1 -@?-> 4", "/flows/0/handoffs/2/optional", "is optional in all its handoffs or in none"},
		{"f from 1 to 4: 1 -@a-> 2, 2 -> 4, 1 -@b-> 3", "/flows/0/handoffs/2", "is a needed branch of task 1 that reaches no goal of flow f"},
		{"f from 1 to 4 all 1: 1 -> 4, 1 -> 3 -> 5", "/flows/0/handoffs/1", "reaches no goal"},
		{"f from 1 to 4: 1 -> 4, 1 -@b-> 3, 3 -> 5, 5 -> 3", "/flows/0/handoffs/1", "reaches no goal"},
		{"f from 1 to 4: 1 -> 2 -> 4, 2 -@b-> 3, 3 -> 4, 3 -@c-> 5", "/flows/0/handoffs/4", "is a needed branch of task 3"},
		{"f from 1 to 4 all 1: 1 -> 4, 1 -> 2 -> 1", "/flows/0/handoffs/1", "without waiting for itself"},
		{"f from 1 to 4 all 1,2: 1 -> 4, 1 -> 2 -> 4, 2 -> 1", "/flows/0/handoffs/1", "without waiting for itself"},
		{"f from 1 to 4: 1 -> 4, 1 -@b?-> 3, 5 -@?-> 4", "/flows/0/handoffs/2", "every branch that leaves task 5"},
	} {
		d, err := graphtext.Parse(fiveTasks + "flow " + c.flow)
		if err != nil {
			t.Fatal(err)
		}
		_, err = graph.New(d)
		ps, _ := err.(graph.Problems)
		if !slices.ContainsFunc(ps, func(p graph.Problem) bool { return p.Path == c.path && strings.Contains(p.Message, c.says) }) {
			t.Errorf("%s: got %+v, want %s at %s", c.flow, ps, c.says, c.path)
		}
	}
}

// TestForkProblemsAreRootsOnly has forks that fail because others do.
func TestForkProblemsAreRootsOnly(t *testing.T) {
	d, err := graphtext.Parse(fiveTasks + "flow f from 1 to 4 all 1,2: 1 -> 4, 1 -> 2 -> 4, 2 -> 5")
	if err != nil {
		t.Fatal(err)
	}
	_, err = graph.New(d)
	if ps, _ := err.(graph.Problems); len(ps) != 1 || ps[0].Value != "5" {
		t.Errorf("got %v, want the branch 5 of task 2 alone", err)
	}
}

func TestForksThatAreNoProblem(t *testing.T) {
	for _, flow := range []string{
		"f from 1 to 4: 1 -@a-> 2, 2 -> 4, 1 -@a-> 5, 1 -@b-> 3, 3 -> 4", // an alternative may be a dead end
		"f from 1 to 4: 1 -> 2 -> 4, 1 -@b?-> 5",                         // an optional branch, too
		"f from 1 to 4: 1 -> 2 -> 3, 1 -> 4",                             // without branches as ever
		"f from 1 to 4: 1 -> 4, 4 -@a-> 5, 4 -@b-> 3",                    // behind a goal
		"f from 1 to 4: 1 -> 4, 1 -@b-> 2, 2 -> 1, 2 -> 4",               // a loop that is left
		"f from 1 to 4,5 all 1: 1 -> 4, 1 -> 5",                          // each branch in a goal of its own
	} {
		graphtext.Graph(t, fiveTasks+"flow "+flow)
	}
	graphtext.Graph(t, fiveTasks+"handoffs: 1 -@a-> 2, 1 -@b?-> 3 {broken}")
}

func TestHandoffsOutsideFlowsAgreeOnOptional(t *testing.T) {
	d, err := graphtext.Parse(fiveTasks + "handoffs: 1 -@a-> 2, 1 -@a?-> 3")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := graph.New(d); err == nil || !strings.Contains(err.Error(), `branch "a"`) {
		t.Errorf("got %v", err)
	}
}

// TestForksOfLongChains would be slow with a search from each task, and deep with
// recursion.
func TestForksOfLongChains(t *testing.T) {
	const n = graph.MaxHandoffs / 2
	d := graph.Dataset{Flows: []graph.Flow{{ID: "f", Name: graph.Text("f"), Start: []string{"0"}, Goal: []string{fmt.Sprint(n / 3)}}}}
	f := &d.Flows[0]
	for i := range n/3 + 1 {
		d.Tasks = append(d.Tasks, graph.Task{ID: fmt.Sprint(i), Name: graph.Text("x")})
		for _, to := range []int{i + 1, i + 2} {
			if to <= n/3 {
				f.Handoffs = append(f.Handoffs, graph.Handoff{From: fmt.Sprint(i), To: fmt.Sprint(to), Kind: graph.Sequence, Branch: fmt.Sprint(to % 2)})
			}
		}
	}
	if _, err := graph.New(d); err != nil {
		t.Error(err)
	}
}

func TestRedactBranches(t *testing.T) {
	const text = `
org ops "Acme"
1:
2:
3:
flow f from 1 to 3: 1 -@call_ops-> 2 {if Acme answers}, 2 -> 3, 1 -@other-> 3
`
	d := graphtext.Graph(t, text).Dataset()
	redacted, err := redact.New(d, nil).Dataset()
	if err != nil {
		t.Fatal(err)
	}
	h := redacted.Flows[0].Handoffs[0]
	if h.When.EN != "if Party 1 answers" || h.Branch != "call_party-1" {
		t.Errorf("got branch %q, condition %q", h.Branch, h.When.EN)
	}
	forks, err := graphtext.Parse("org ops\nops-1:\n2:\nflow f from ops-1 to 2 all ops-1: ops-1 -> 2")
	if err != nil {
		t.Fatal(err)
	}
	if redacted, err = redact.New(forks, nil).Dataset(); err != nil || redacted.Flows[0].Forks["party-1-1"] != graph.AllOf {
		t.Errorf("got %+v, %v", redacted.Flows, err)
	}
	d.Organizations[0].Aliases = []string{"other", "call ops"}
	if _, err := redact.New(d, nil).Dataset(); err == nil || !strings.Contains(err.Error(), "branches of a task in flow f become one") {
		t.Errorf("got %v, want an error", err)
	}
}

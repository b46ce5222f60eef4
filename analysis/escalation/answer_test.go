package escalation_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// answered writes an answer: where the work is, who is called, and before what it stops.
func answered(a *escalation.Answer) string {
	var calls, stops []string
	for _, c := range a.Calls {
		wait := "?"
		if c.Wait != nil {
			wait = fmt.Sprint(*c.Wait)
		}
		calls = append(calls, fmt.Sprintf("%s:%s/%s/%s", c.Task, c.Organization, c.Contact.EN, wait))
	}
	for _, s := range a.Stops {
		stops = append(stops, s.Task+":"+strings.Join(s.Leads, "+"))
	}
	return fmt.Sprintf("%s %s | %s | %s | %s", a.Task, strings.Join(a.Holders, "+"), strings.Join(calls, " "), strings.Join(a.Then, " "), strings.Join(stops, " "))
}

func TestAnswer(t *testing.T) {
	for _, c := range []struct{ flow, from, without, want string }{
		{"1 -> 2 -> 3 -> 4 -> 6", "", "", "1 a | 2:b/B/7 | c | "},
		{"1 -> 4 -> 2 -> 3 -> 6", "", "", "1 a | 2:b/B/7 | c | "},
		{"1 -> 2 -> 3 -> 6", "a", "", "1 a | 2:b/B/7 | c | "},
		{"2 -> 4 -> 3 -> 1 -> 6", "a", "", "4 a | 3:c/C/11 | b | "},
		{"1 -> 2 -> 6", "", "b", "1 a |  |  | 2:b"},
		{"1 -> 2 -> 6", "", "a", "1 a |  |  | 1:a"},
		{"1 -> 5 -> 6", "", "", "1 a | 5:d//? | b | "},
		{"1 -@x-> 2 -> 6, 1 -@y-> 3 -> 6, 1 -@z?-> 5", "", "", "1 a | 2:b/B/7 3:c/C/11 |  | "},
		{"1 -@x-> 4 -> 2 -> 6, 1 -@y-> 3 -> 5 -> 6", "", "", "1 a | 2:b/B/7 3:c/C/11 | d | "},
		{"1 -> 7 -> 6", "", "", "1 a | 7:/?/? | b | "},
	} {
		start := c.flow[:1]
		g := graphtext.Graph(t, fork+"7:\nflow f from "+start+" to 6: "+c.flow)
		e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{From: c.from, Without: strings.Fields(c.without)})
		if err != nil {
			t.Fatal(err)
		}
		if got := answered(e.Answer(g)); strings.ReplaceAll(got, "/?/", "//") != strings.ReplaceAll(c.want, "/?/", "//") {
			t.Errorf("%s from %q without %q: got %s, want %s", c.flow, c.from, c.without, got, c.want)
		}
	}
}

// TestAnswersOnRandomFlows compares whom an answer names with whom the dry run calls, and
// finds nobody in it who is absent.
func TestAnswersOnRandomFlows(t *testing.T) {
	called, stopped := 0, 0
	for seed := range seeds.Each(600) {
		r := rand.New(rand.NewPCG(seed, 41))
		data := bruteforce.RandomDataset(seed, bruteforce.Small)
		if seed%2 == 0 {
			data = bruteforce.WithBranches(data, seed)
		}
		for i := range data.Organizations {
			data.Organizations[i].Contacts = []graph.Contact{{Name: graph.Text("desk")}}
		}
		g, err := graph.New(data)
		if err != nil {
			t.Fatal(err)
		}
		o := escalation.EscalationOptions{}
		if org := g.Organizations()[r.IntN(len(g.Organizations()))].ID; r.IntN(2) == 0 {
			o.Without = []string{org}
		}
		list, err := escalation.AllEscalations(g, o)
		if err != nil {
			continue
		}
		for _, e := range list {
			a := e.Answer(g)
			if a.Path == nil {
				stopped += len(a.Stops)
				continue
			}
			var want, got []string
			optional := map[string]bool{}
			for _, s := range a.Path.Steps {
				optional[s.Task] = s.Optional
			}
			for _, event := range a.Path.Timeline.Events {
				if event.For != "" && !optional[event.Task] && !slices.Contains(want, event.For) {
					want = append(want, event.For)
				}
			}
			for _, c := range a.Calls {
				if c.Organization != "" {
					got = append(got, c.Organization)
				}
			}
			got = append(got, a.Then...)
			called += len(got)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) && !slices.ContainsFunc(a.Path.Steps, func(s escalation.Step) bool { return s.Optional }) {
				t.Errorf("seed %d, flow %s without %v: the answer names %v, the dry run calls %v", seed, e.Flow, o.Without, got, want)
			}
			for _, id := range o.Without {
				if slices.Contains(slices.Concat(got, a.Holders), id) {
					t.Errorf("seed %d, flow %s: %s is absent and named", seed, e.Flow, id)
				}
			}
		}
	}
	if seeds.All() && (called < 200 || stopped < 50) {
		t.Errorf("%d calls and %d stops; the test shows too little", called, stopped)
	}
}

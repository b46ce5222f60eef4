package assistant

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/consequence"
	"tasuki/analysis/escalation"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// same wants a result to be what an analysis says, as JSON.
func same(t *testing.T, what string, r reply, want any) {
	t.Helper()
	var s struct{ Result any }
	if err := json.Unmarshal(r.data, &s); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var plain any
	if err := json.Unmarshal(data, &plain); err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(s.Result)
	if err != nil {
		t.Fatal(err)
	}
	if data, err = json.Marshal(plain); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, data) {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, data)
	}
}

// TestToolsSayWhatAnalysesSay asks every tool about random datasets, twice.
func TestToolsSayWhatAnalysesSay(t *testing.T) {
	n := 0
	each := func(t *testing.T, seed uint64, g *graph.Graph) {
		lang := messages.In([]graph.Lang{graph.English, graph.Japanese}[n%2])
		n++
		session := connected(t, Config{Graph: g, Language: lang})
		ask := func(name string, args object) reply {
			a, b := called(t, session, name, args), called(t, session, name, args)
			if a.text != b.text || !bytes.Equal(a.data, b.data) {
				t.Errorf("seed %d: %s %v answers otherwise the second time", seed, name, args)
			}
			return a
		}
		compareMarks(t, g, ask)
		compareChanges(t, seed, g, ask)
		for _, f := range g.Flows() {
			without := g.Organizations()[int(seed)%len(g.Organizations())].ID
			e, err := escalation.Escalations(g, f.ID, escalation.EscalationOptions{Options: rules.Options{Paths: 3}})
			if err != nil {
				t.Fatal(err)
			}
			same(t, "way", ask("way", object{"flow": f.ID}), []escalation.Escalation{e})
			if e, err = escalation.Escalations(g, f.ID, escalation.EscalationOptions{Options: rules.Options{Paths: 3}, Without: []string{without}}); err != nil {
				t.Fatal(err)
			}
			c := calls{Past: []escalation.Event{}, Escalation: e}
			if best := e.Best(); best != nil && best.Paths[0].Timeline != nil {
				c.clock(best.Paths[0].Timeline.Events)
			}
			same(t, "whom_to_call", ask("whom_to_call", object{"flow": f.ID, "missing": []string{without}}), c)
		}
		var found []judged
		list := analysis.Findings(g, rules.Options{})
		for _, f := range report.FindingsOf(g, list) {
			found = append(found, judged{Finding: f})
		}
		same(t, "finding", ask("finding", nil), found)
	}
	bruteforce.EachRandom(t, 60, each)
	bruteforce.EachRandomBranched(t, 60, each)
}

// compareMarks holds who_does to the marks of each task.
func compareMarks(t *testing.T, g *graph.Graph, ask func(string, object) reply) {
	t.Helper()
	for _, task := range g.Tasks() {
		var want []graph.Assignment
		for _, a := range g.Assignments() {
			if a.Task == task.ID {
				want = append(want, a)
			}
		}
		var got struct{ Result []duty }
		if err := json.Unmarshal(ask("who_does", object{"task": task.ID}).data, &got); err != nil {
			t.Fatal(err)
		}
		equal := func(a, b graph.Assignment) bool {
			return a.Organization == b.Organization && a.Role == b.Role && a.Reading == b.Reading && slices.Equal(a.Alternatives, b.Alternatives)
		}
		if len(got.Result) != 1 || !slices.EqualFunc(got.Result[0].Marks, want, equal) {
			t.Errorf("task %s: got %+v, want %+v", task.ID, got.Result, want)
		}
	}
}

// compareChanges holds what_breaks to what follows from random changes.
func compareChanges(t *testing.T, seed uint64, g *graph.Graph, ask func(string, object) reply) {
	t.Helper()
	args := object{}
	for _, c := range bruteforce.RandomChanges(g.Dataset(), seed) {
		kind, text := string(c.Kind), c.String()[len(c.Kind)+1:]
		switch c.Kind {
		case overlay.LeadRule, overlay.SupportRule:
			args[kind] = text
			continue
		case overlay.WithoutTask:
			kind = "without_task"
		case overlay.WithoutHandoff:
			kind = "without_handoff"
		case overlay.WithoutBranch:
			kind = "without_branch"
		}
		list, _ := args[kind].([]string)
		args[kind] = append(list, text)
	}
	s := &server{c: Config{Graph: g}, Printer: messages.Printer{Graph: g}}
	raw, err := json.Marshal(args)
	if err != nil {
		t.Fatal(err)
	}
	given, err := s.whatBreaks().arguments(raw)
	if err != nil {
		t.Fatal(err)
	}
	r := ask("what_breaks", args)
	changes, err := s.changes(given)
	if err == nil {
		var o overlay.Overlay
		if o, err = overlay.Apply(g.Dataset(), changes); err == nil {
			var c consequence.Consequences
			if c, err = consequence.Of(g, o, rules.Options{}); err == nil {
				same(t, "what_breaks", r, c)
				return
			}
		}
	}
	if !r.failed {
		t.Errorf("seed %d: %v succeeds, want %v", seed, args, err)
	}
}

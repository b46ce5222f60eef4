package drill_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

func TestUnexercised(t *testing.T) {
	const parties = "rules each none\norg a\norg b\norg c\n1: a*\n2: b*\n3: c*\n4: a*\n5: c*\n6: a*\n7: a*\n8: a*\nflow f from "
	for _, c := range []struct{ flow, from, out, want string }{
		{"1 to 6: 1 -> 2 -> 6, 1 -> 3 -> 4 -> 6", "", "", "1>3 alternative-played 2 through; 3>4 behind-alternative 1 3 through; 4>6 behind-alternative 1 3 through"},
		{"1 to 6: 1 -> 2 -> 6, 1 -> 3 -> 6", "", "b", "1>2 lost-task 2; 2>6 lost-task 2"},
		{"1 to 6: 1 -> 2 -> 4 -> 6, 1 -> 3 -> 6", "", "b", "1>2 lost-task 2; 2>4 lost-task 2; 4>6 behind-lost 2"},
		{"1,4 to 6: 1 -> 2 -> 6, 4 -> 5 -> 6", "", "", "4>5 other-start 4; 5>6 other-start 4"},
		{"1 to 6: 1 -> 2 -> 6, 6 -> 7 -> 8", "", "", "6>7 leaves-goal; 7>8 never-reached"},
		{"1 to 6: 1 -> 2 -> 6, 2 -@x?-> 4 -> 1", "", "", "4>1 only-back"},
		{"1 to 6: 1 -@x-> 2 -> 6, 2 -@y?-> 4 -> 1, 2 -@y?-> 1, 1 -@z?-> 7", "", "", "2>1 alternative-played 4; 4>1 only-back"},
		{"1 to 6: 1 -> 2 -> 6, 1 -> 3 -> 7", "", "", "1>3 alternative-played 2; 3>7 behind-alternative 1 3"},
		{"1 to 6: 1 -> 2 -> 3 -> 6", "2", "", "1>2 other-start 1"},
		{"1 to 6: 1 -> 4 -> 2 -> 6, 1 -> 3 -> 4", "", "b", "2>6 lost-task 2; 4>2 lost-task 2"},
	} {
		p := plan(t, parties+c.flow, "f", graph.Scenario{Without: strings.Fields(c.out)}, escalation.EscalationOptions{From: c.from})
		var got []string
		for _, u := range p.Unexercised {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s>%s %s %s%s", u.From, u.To, u.Reason, strings.Join(u.Tasks, " "), map[bool]string{true: " through"}[u.Through])))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s from %q without %q: got %q, want %q", c.flow, c.from, c.out, s, c.want)
		}
	}
}

// audit compares the handoffs that the events of a plan bring with those of the flow, and
// proves each reason by a search of its own; it returns what is wrong, and how many handoffs
// are exercised.
func audit(g *graph.Graph, p drill.Plan) (exercised int, fault string) {
	f, _ := g.Flow(p.Flow)
	pair := func(h graph.Handoff) [2]string { return [2]string{h.From, h.To} }
	played, all := map[[2]string]bool{}, map[[2]string]bool{}
	for _, e := range p.Events {
		for _, h := range e.Handoffs {
			played[pair(h)] = true
		}
	}
	for _, h := range f.Handoffs {
		all[pair(h)] = true
	}
	for _, u := range p.Unexercised {
		if at := [2]string{u.From, u.To}; played[at] || !all[at] {
			return 0, fmt.Sprintf("%v is played, or listed twice, or of no flow", at)
		} else if delete(all, at); !proven(f, p, u, played) {
			return 0, fmt.Sprintf("the reason of %+v does not hold", u)
		}
	}
	if len(all) != len(played) || p.Handoffs != len(all)+len(p.Unexercised) {
		return 0, fmt.Sprintf("%d of %d handoffs are played, %d have no reason", len(played), p.Handoffs, len(all)-len(played))
	}
	return len(played), ""
}

// reach returns the tasks that work comes to from some by handoffs that are allowed, passing
// no goal.
func reach(f graph.Flow, from []string, allowed func(h graph.Handoff) bool) []string {
	reached := slices.Clone(from)
	for i := 0; i < len(reached); i++ {
		for _, h := range f.Handoffs {
			if h.From == reached[i] && !slices.Contains(f.Goal, h.From) && allowed(h) && !slices.Contains(reached, h.To) {
				reached = append(reached, h.To)
			}
		}
	}
	return reached
}

func proven(f graph.Flow, p drill.Plan, u drill.Unexercised, played map[[2]string]bool) bool {
	lost := func(id string) bool { return slices.Contains(p.Escalation.Removed, id) }
	present := func(ids []string) []string {
		return slices.DeleteFunc(slices.Clone(ids), lost)
	}
	left := func(h graph.Handoff) bool { return !lost(h.To) }
	any := func(graph.Handoff) bool { return true }
	own, others := reach(f, []string{p.Start}, left), reach(f, present(f.Start), left)
	on := func(id string) bool {
		return slices.ContainsFunc(p.Steps, func(s escalation.Step) bool { return s.Task == id })
	}
	switch u.Reason {
	case drill.LeavesGoal:
		return slices.Contains(f.Goal, u.From)
	case drill.LostTask:
		return len(u.Tasks) > 0 && !slices.ContainsFunc(u.Tasks, func(id string) bool { return !lost(id) || id != u.From && id != u.To })
	case drill.AlternativePlayed:
		return len(u.Tasks) > 0 && !slices.ContainsFunc(u.Tasks, func(id string) bool { return !played[[2]string{u.From, id}] })
	case drill.OnlyBack:
		back := reach(f, []string{u.To}, func(h graph.Handoff) bool { return played[[2]string{h.From, h.To}] })
		return on(u.From) && slices.Contains(back, u.From)
	case drill.BehindAlternative:
		behind := reach(f, u.Tasks[1:], left)
		return on(u.Tasks[0]) && !on(u.Tasks[1]) && slices.Contains(behind, u.From) && slices.ContainsFunc(p.Unexercised, func(x drill.Unexercised) bool {
			return x.From == u.Tasks[0] && x.To == u.Tasks[1] && x.Reason == drill.AlternativePlayed
		})
	case drill.OtherStart:
		return !slices.Contains(own, u.From) && slices.Contains(reach(f, u.Tasks, left), u.From) && slices.Contains(f.Start, u.Tasks[0])
	case drill.BehindLost:
		before := slices.Contains(reach(f, append([]string{p.Start}, f.Start...), any), u.From)
		return before && lost(u.Tasks[0]) && !slices.Contains(own, u.From) && !slices.Contains(others, u.From)
	case drill.NeverReached:
		return !slices.Contains(reach(f, append([]string{p.Start}, f.Start...), any), u.From)
	}
	return false
}

// TestEveryHandoffOfTheExamplesHasItsReason plans drills of all flows of the examples with
// nobody and with each organization out.
func TestEveryHandoffOfTheExamplesHasItsReason(t *testing.T) {
	for _, example := range []string{"helpdesk", "pension"} {
		g, err := files.Open(t.Context(), "../../examples/"+example, files.Options{})
		if err != nil {
			t.Fatal(err)
		}
		counts, exercised, planned, asked := map[drill.UnexercisedReason]int{}, 0, 0, 0
		for _, f := range g.Flows() {
			for i := -1; i < len(g.Organizations()); i++ {
				var s graph.Scenario
				if i >= 0 {
					s.Without = []string{g.Organizations()[i].ID}
				}
				p, err := drill.PlanOf(g, f.ID, s, escalation.EscalationOptions{})
				if err != nil {
					if !strings.Contains(err.Error(), "nobody present can begin it") {
						t.Error(err)
					}
					continue
				}
				planned++
				n, fault := audit(g, p)
				if fault != "" {
					t.Errorf("%s without %v: %s", f.ID, s.Without, fault)
				}
				exercised += n
				for _, e := range p.Events {
					for _, id := range s.Without {
						if slices.Contains(slices.Concat(e.From, e.To), id) {
							t.Errorf("%s without %s: event %d is %s's", f.ID, id, e.Number, id)
						}
					}
				}
				for _, u := range p.Unexercised {
					counts[u.Reason]++
					if u.Through && i < 0 {
						asked++
						again, err := drill.PlanOf(g, f.ID, s, escalation.EscalationOptions{From: p.Start, Through: []string{u.From, u.To}})
						if _, fault := audit(g, again); err != nil || fault != "" || slices.ContainsFunc(again.Unexercised, func(x drill.Unexercised) bool { return x.From == u.From && x.To == u.To }) {
							t.Errorf("%s: --through %s,%s does not play it: %v %s", f.ID, u.From, u.To, err, fault)
						}
					}
				}
			}
		}
		t.Logf("%s: %d drills, %d handoffs exercised, not exercised: %v; %d asked for", example, planned, exercised, counts, asked)
		if planned < 8 || exercised < 30 || asked == 0 {
			t.Errorf("%s: %d drills, %d handoffs exercised, %d asked for: too few", example, planned, exercised, asked)
		}
	}
}

func TestEveryHandoffHasItsReasonBruteForce(t *testing.T) {
	reasons := map[drill.UnexercisedReason]int{}
	for seed := range seeds.Each(3000) {
		r := rand.New(rand.NewPCG(seed, 73))
		text := randomText(r)
		if seed%2 == 0 {
			at := strings.Index(text, "flow ")
			text = text[:at] + partedArrows(r, text[at:])
		}
		text = strings.Replace(text, "from 1 to", []string{"from 1 to", "from 1,3 to", "from 1 to 4,"}[r.IntN(3)], 1)
		d, err := graphtext.Parse(strings.Replace(text, "4, 6", "4,6", 1))
		if err != nil {
			t.Fatal(err)
		}
		g, err := graph.New(d)
		if err != nil {
			continue
		}
		out := []string{"a", "b", "c", "d"}[:r.IntN(3)]
		p, err := drill.PlanOf(g, "f", graph.Scenario{Without: out}, escalation.EscalationOptions{})
		if err != nil {
			continue
		}
		if _, fault := audit(g, p); fault != "" {
			t.Fatalf("seed %d: %s of\n%s\nwithout %v:\n%s%+v", seed, fault, text, out, events(p), p.Unexercised)
		}
		for _, u := range p.Unexercised {
			reasons[u.Reason]++
		}
	}
	for _, r := range []drill.UnexercisedReason{drill.LeavesGoal, drill.LostTask, drill.AlternativePlayed, drill.OnlyBack, drill.BehindAlternative, drill.OtherStart, drill.BehindLost, drill.NeverReached} {
		if seeds.All() && reasons[r] < 10 {
			t.Errorf("only %d handoffs are %s", reasons[r], r)
		}
	}
}

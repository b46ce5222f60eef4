package drill_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

func TestUnplayedHandoffs(t *testing.T) {
	for _, c := range []struct{ flow, want string }{
		{"from 1 to 4: 1 -> 2 -> 4, 1 -> 3 -> 4", ""},
		{"from 1 to 4: 1 -> 2 -> 4 -> 3", "4>3 behind-goal"},
		{"from 1 to 4: 1 -> 2 -> 4 -> 3 -> 2", "3>2 not-reached; 4>3 behind-goal"},
		{"from 1 to 4: 1 -> 2 -> 4, 2 -> 3", "2>3 dead-end"},
		{"from 1 to 4: 1 -> 2 -> 4, 2 -> 3 -> 1", "2>3 leads-back; 3>1 leads-back"},
		{"from 1,5 to 4: 1 -> 2 -> 4, 5 -> 3 -> 2", "3>2 unled-start; 5>3 unled-start"},
		{"from 1 to 4: 1 -@a-> 2 -> 4, 1 -@b?-> 3", ""},
		{"from 1 to 4: 1 -@a-> 2 -> 4, 1 -@b?-> 3 -> 2", ""},
		{"from 1 to 4: 1 -@a-> 2 -> 4, 1 -@b?-> 3 -> 6, 3 -> 7 -> 8", ""},
		{"from 1 to 4: 1 -@a-> 2 -> 4, 2 -@b?-> 3 -> 1", "3>1 leads-back"},
		{"from 1 to 4: 1 -@a-> 4, 1 -@b?-> 2 -> 4, 1 -@b?-> 3 -> 5 -> 4, 3 -> 6 -> 4", ""},
		{"from 1 to 4: 1 -@a-> 4, 1 -@b?-> 2 -> 4, 1 -@b?-> 3 -> 5 -> 4, 3 -@c?-> 6 -> 7 -> 6, 7 -> 1", "7>1 leads-back; 7>6 leads-back"},
		{"from 1 to 4: 1 -@a-> 2 -> 4, 1 -@b-> 3 -> 4, 3 -@c?-> 5 -> 2 -> 3", ""},
	} {
		g := graphtext.Graph(t, "1: a*\n2: a*\n3: a*\n4: a*\n5:\n6:\n7:\n8:\nflow f "+c.flow)
		var got []string
		for _, u := range drill.UnplayedHandoffs(g) {
			got = append(got, fmt.Sprintf("%s>%s %s", u.From, u.To, u.Reason))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.flow, s, c.want)
		}
		for _, h := range g.Flows()[0].Handoffs {
			if is := strings.Contains(c.want, h.From+">"+h.To); plays(g, "f", h) == is {
				t.Errorf("%s: a drill through %s -> %s plays it: %t", c.flow, h.From, h.To, !is)
			}
		}
	}
}

// plays reports whether the drill through a handoff plays it.
func plays(g *graph.Graph, flow string, h graph.Handoff) bool {
	p, err := drill.PlanOf(g, flow, graph.Scenario{}, escalation.EscalationOptions{Through: []string{h.From, h.To}})
	return err == nil && slices.ContainsFunc(p.Events, func(e drill.Event) bool {
		return slices.ContainsFunc(e.Handoffs, func(x graph.Handoff) bool { return x.From == h.From && x.To == h.To })
	})
}

// TestUnplayedHandoffsOfManyWays does not say of a handoff that it leads back while ways to it
// are left that were not tried.
func TestUnplayedHandoffsOfManyWays(t *testing.T) {
	for parts, want := range map[int]drill.UnplayedReason{6: drill.LeadsBack, 7: drill.NotFound} {
		list := drill.UnplayedHandoffs(graphtext.Graph(t, bruteforce.ManyWays(parts)))
		at := slices.IndexFunc(list, func(u drill.Unplayed) bool { return u.From == "end" && u.To == "back" })
		if at < 0 || list[at].Reason != want {
			t.Errorf("%d parts: got %v, want %s", parts, list, want)
		}
	}
}

// TestUnplayedHandoffsBruteForce takes from all solutions of random flows what they and all
// choices at their optional branches use, with everybody present and with each organization
// absent.
func TestUnplayedHandoffsBruteForce(t *testing.T) {
	unplayed := 0
	bruteforce.EachRandomBranched(t, 300, func(t *testing.T, _ uint64, g *graph.Graph) {
		list := drill.UnplayedHandoffs(g)
		for _, p := range flow.Graphs(g) {
			used := map[string]bool{}
			for org := -1; org < len(g.Organizations()); org++ {
				lost := p.LostWithout(g, rules.InForce(g, rules.Options{}).Rules, rules.Only(org))
				for _, start := range p.Starts {
					if len(g.Leads(p.Index[start])) == 0 {
						continue
					}
					for _, x := range bruteforce.AllSolutions(p, start, lost) {
						for e := range bruteforce.Played(p, x, lost) {
							used[p.Tasks[e[0]]+">"+p.Tasks[e[1]]] = true
						}
					}
				}
			}
			for _, h := range p.Flow.Handoffs {
				is := slices.ContainsFunc(list, func(u drill.Unplayed) bool {
					return u.Flow == p.Flow.ID && u.From == h.From && u.To == h.To && u.Reason != drill.NotFound
				})
				if is {
					unplayed++
				}
				if used[h.From+">"+h.To] == is {
					t.Errorf("flow %s: %s>%s is played by some choice: %t, unplayed: %t", p.Flow.ID, h.From, h.To, used[h.From+">"+h.To], is)
				}
			}
		}
	})
	if seeds.All() && unplayed < 300 {
		t.Errorf("only %d handoffs are unplayed; the test shows too little", unplayed)
	}
}

// TestHandoffsOfTheExampleCanBePlayed counts those that no solution uses.
func TestHandoffsOfTheExampleCanBePlayed(t *testing.T) {
	g, err := files.Open(t.Context(), "../../examples/pension", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	counts, unplayed := map[drill.UnplayedReason]int{}, map[[3]string]bool{}
	for _, u := range drill.UnplayedHandoffs(g) {
		counts[u.Reason]++
		unplayed[[3]string{u.Flow, u.From, u.To}] = true
		t.Logf("%s: %s -> %s, %s", u.Flow, u.From, u.To, u.Reason)
	}
	if want := (map[drill.UnplayedReason]int{drill.BehindGoal: 3}); !maps.Equal(counts, want) {
		t.Errorf("handoffs of the example that cannot be played: %v, want %v", counts, want)
	}
	for _, f := range g.Flows() {
		for _, h := range f.Handoffs {
			if is := plays(g, f.ID, h); is == unplayed[[3]string{f.ID, h.From, h.To}] {
				t.Errorf("flow %s: a drill through %s -> %s plays it: %t", f.ID, h.From, h.To, is)
			}
		}
	}
}

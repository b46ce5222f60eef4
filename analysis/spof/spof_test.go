package spof

import (
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
)

func TestSPOFBruteForce(t *testing.T) {
	bruteforce.EachRandom(t, bruteforce.Rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		inForce := rules.InForce(g, rules.Options{}).Rules
		for i, s := range SPOFs(g, rules.Options{}) {
			p := flow.Graphs(g)[i]
			remains := bruteforce.NewRemains(p)
			var want []string
			for org, o := range g.Organizations() {
				if remains.FlowOutcome(g, inForce, org) == rules.Lost {
					want = append(want, o.ID)
				}
			}
			var got []string
			for _, x := range s.Organizations {
				got = append(got, x.Organization)
			}
			if !slices.Equal(got, want) {
				t.Errorf("flow %s: got %v, want %v", s.Flow, got, want)
			}
			for _, a := range slices.Concat(s.OtherTasks, s.OtherOrganizations) {
				if !bruteforce.IsWay(p.Flow, a.Way) || slices.Contains(a.Way, a.ID) {
					t.Errorf("flow %s: %v is no way around %s", s.Flow, a.Way, a.ID)
				}
			}
			if n := len(s.Tasks) + len(s.Ends) + len(s.OtherTasks); n != len(p.Tasks) {
				t.Errorf("flow %s: %d tasks reported of %d", s.Flow, n, len(p.Tasks))
			}
		}
	})
}

func TestSPOFsByHand(t *testing.T) {
	s := SPOFs(graphtext.Graph(t, bruteforce.Diamond), rules.Options{})[0]
	if want := []string{"2", "5"}; !slices.Equal(s.Tasks, want) {
		t.Errorf("got tasks %v, want %v", s.Tasks, want)
	}
	if len(s.Ends) != 2 || s.Ends[0].ID != "1" || s.Ends[1].ID != "6" || len(s.Ends[0].Way)+len(s.Ends[1].Way) > 0 {
		t.Errorf("got ends %+v", s.Ends)
	}
	wantOthers := []Avoidance{{ID: "3", Remaining: flow.Remaining{Way: bruteforce.Path("1 2 4 5 6")}}, {ID: "4", Remaining: flow.Remaining{Way: bruteforce.Path("1 2 3 5 6")}}, {ID: "7", Remaining: flow.Remaining{Way: bruteforce.Path("1 2 3 5 6")}}}
	if !slices.EqualFunc(s.OtherTasks, wantOthers, equalAvoidance) {
		t.Errorf("got other tasks %+v, want %+v", s.OtherTasks, wantOthers)
	}
	agency, ops := s.Organizations[0], s.Organizations[1]
	if len(s.Organizations) != 2 || agency.Organization != "agency" || !agency.AtEndsOnly || ops.Organization != "ops" || ops.AtEndsOnly {
		t.Errorf("got organizations %+v", s.Organizations)
	}
	if want := bruteforce.Path("2 5 7"); !slices.Equal(ops.Lost, want) {
		t.Errorf("ops takes %v, want %v", ops.Lost, want)
	}
	wantOthers = []Avoidance{{ID: "hw", Remaining: flow.Remaining{Way: bruteforce.Path("1 2 4 5 6")}}, {ID: "sw", Remaining: flow.Remaining{Way: bruteforce.Path("1 2 3 5 6")}}}
	if !slices.EqualFunc(s.OtherOrganizations, wantOthers, equalAvoidance) {
		t.Errorf("got other organizations %+v, want %+v", s.OtherOrganizations, wantOthers)
	}
}

func equalAvoidance(a, b Avoidance) bool { return a.ID == b.ID && slices.Equal(a.Way, b.Way) }

package escalation_test

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// drawn writes a path as its steps, each with where its work comes from.
func drawn(p escalation.Path) string {
	var list []string
	for i, s := range p.Steps {
		var from []string
		for _, a := range p.Arrivals(i) {
			from = append(from, a.From+map[bool]string{true: "?"}[a.Optional])
		}
		list = append(list, s.Task+map[bool]string{true: "?"}[s.Optional]+"<"+strings.Join(from, "+"))
	}
	return strings.Join(list, " ")
}

func minutesOf(m escalation.Minutes) string {
	if m.Total != nil {
		return fmt.Sprint(*m.Total)
	}
	return fmt.Sprintf("≥%d (%d)", m.AtLeast, m.Unknown)
}

const fork = `
	rules each none
	org a contacts=A/5,A2
	org b contacts=B/7,B2
	org c contacts=C/11,C2
	org d
	1: a*
	2: b*
	3: c*
	4: a*
	5: d*
	6: b*
`

func TestBranchedPaths(t *testing.T) {
	for _, c := range []struct {
		flow, without, want, minutes, timeline string
		longest                                int
	}{
		{"1 -report:10@b-> 2 -report:20-> 4, 1 -report:30@c-> 3 -report:5-> 4", "", "1< 2<1 3<1 4<2+3", "35", "35 46", 2},
		{"1 -report:10@b-> 2 -report:20-> 4, 1 -report:30@c?-> 3 -report:5-> 4", "", "1< 2<1 3?<1? 4<2+3?", "30", "30 37", 2},
		{"1 -@b-> 2 -report:20-> 4, 1 -report:30@c-> 3 -report:5-> 4", "", "1< 2<1 3<1 4<2+3", "≥35 (1)", "≥35 (1) ≥46 (1)", 2},
		{"1 -report:10@b-> 2 -report:20-> 4, 1 -report:30@c-> 3 -report:5-> 4", "b", "", "", "", 0},
		{"1 -report:1-> 6 -report:10@b-> 2 -report:20-> 4, 6 -report:30@c-> 3 -report:5-> 4", "", "1< 6<1 2<6 3<6 4<2+3", "36", "36 54", 3},
		{"1 -report:1@b-> 2 -report:2-> 4, 1 -report:2@c-> 6 -report:5-> 4", "", "1< 2<1 6<1 4<2+6", "7", "7 13", 2},
	} {
		g := graphtext.Graph(t, fork+"flow f from 1 to 4: "+c.flow)
		e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{Without: strings.Fields(c.without)})
		if err != nil {
			t.Fatal(err)
		}
		var got, minutes, timeline string
		longest := 0
		if l := e.Ladders[0]; len(l.Paths) > 0 {
			p := l.Paths[0]
			got, minutes, longest = drawn(p), minutesOf(p.Minutes), p.Length()
			timeline = minutesOf(p.Timeline.Best) + " " + minutesOf(p.Timeline.Worst)
		}
		if got != c.want || minutes != c.minutes || timeline != c.timeline || longest != c.longest {
			t.Errorf("%s without %q: got %s, %s minutes, %s, longest %d; want %s, %s, %s, %d", c.flow, c.without, got, minutes, timeline, longest, c.want, c.minutes, c.timeline, c.longest)
		}
	}
}

func TestStuck(t *testing.T) {
	g := graphtext.Graph(t, fork+"flow f from 1 to 4: 1 -> 6 -@b-> 2 -> 4, 6 -@c-> 3 -> 4, 6 -@c-> 5 -> 4")
	for without, want := range map[string]escalation.Block{
		"c d": {Reached: []string{"1", "6"}, Removed: []string{"3", "5"}, Stuck: []escalation.Stuck{{Task: "1", Next: []string{"6"}}, {Task: "6", Branch: "c", Next: []string{"3", "5"}}}},
		"a":   {Reached: []string{}, Removed: []string{"1"}},
	} {
		e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{Without: strings.Fields(without)})
		if err != nil {
			t.Fatal(err)
		}
		if got := e.Ladders[0].Block; !reflect.DeepEqual(*got, want) {
			t.Errorf("without %s: got %+v, want %+v", without, *got, want)
		}
	}
	e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{Without: []string{"c"}})
	if err != nil || drawn(e.Ladders[0].Paths[0]) != "1< 6<1 2<6 5<6 4<2+5" {
		t.Errorf("without c alone the other of both alternatives is not taken: %+v, %v", e.Ladders, err)
	}
}

// TestToAnOrganization asks for the way to somebody on one branch of several.
func TestToAnOrganization(t *testing.T) {
	g := graphtext.Graph(t, fork+"flow f from 1 to 4,5: 1 -@b-> 2 -> 4, 1 -@c-> 3 -> 5")
	for to, want := range map[string]string{"": "1< 2<1 4<2 3<1 5<3", "5": "1< 3<1 5<3", "d": "1< 3<1 5<3", "3": "1< 3<1"} {
		e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{To: to})
		if err != nil {
			t.Fatal(err)
		}
		if got := drawn(e.Ladders[0].Paths[0]); got != want {
			t.Errorf("to %q: got %s, want %s", to, got, want)
		}
	}
}

// TestAlternatesBruteForce compares the ladders of random flows with branches with their
// definition, over all solutions.
func TestAlternatesBruteForce(t *testing.T) {
	apart, several := 0, 0
	bruteforce.EachRandomBranched(t, 1000, func(t *testing.T, _ uint64, g *graph.Graph) {
		for _, p := range flow.Graphs(g) {
			if !p.Splits() {
				continue
			}
			inForce := rules.InForce(g, rules.Options{}).Rules
			const k = 4
			e, err := escalation.Escalations(g, p.Flow.ID, escalation.EscalationOptions{Options: rules.Options{Paths: k}})
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range e.Ladders {
				start := slices.Index(p.Tasks, l.Start)
				// The order of all solutions has a test of its own in package flow.
				ordered, _ := flow.NewSolver(p, false).Solutions(start, p.Avoiding(), 1000)
				if n := len(bruteforce.AllSolutions(p, start, p.Avoiding())); n != len(ordered) {
					t.Fatalf("flow %s from %s: %d of %d solutions", p.Flow.ID, l.Start, len(ordered), n)
				}
				want, byOrder := wantedAlternates(g, p, inForce, ordered, k)
				var got []string
				for _, path := range l.Paths {
					got = append(got, neededTasks(path))
				}
				if !slices.Equal(got, want) || l.More != (len(ordered) > k) {
					t.Errorf("flow %s from %s: got %q, more %t; want %q of %d", p.Flow.ID, l.Start, got, l.More, want, len(ordered))
				}
				if len(want) > 1 {
					several++
				}
				if !byOrder {
					apart++
				}
			}
		}
	})
	if seeds.All() && (several < 100 || apart < 2) {
		t.Errorf("only %d ladders have alternates, %d in another order than that of the steps; the test shows too little", several, apart)
	}
}

// neededTasks writes the needed handoffs of a path.
func neededTasks(p escalation.Path) string {
	var list []string
	for i, s := range p.Steps {
		for _, a := range p.Arrivals(i) {
			if !a.Optional {
				list = append(list, a.From+a.Branch+">"+s.Task)
			}
		}
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

// wantedAlternates returns the best solution and its alternates, by the definition, and
// whether they are in the order of all solutions.
func wantedAlternates(g *graph.Graph, p flow.Graph, inForce rules.Rules, ordered []flow.Solution, k int) (want []string, byOrder bool) {
	if len(ordered) == 0 {
		return nil, true
	}
	needs := func(s flow.Solution, org int) bool {
		return slices.ContainsFunc(s.Tasks, func(v int) bool { return bruteforce.TaskOutcome(g, inForce, p.Index[v], org) == rules.Lost })
	}
	var orgs []int
	for org := range g.Organizations() {
		if needs(ordered[0], org) {
			orgs = append(orgs, org)
		}
	}
	without := func(i int) (n int) {
		for _, org := range orgs {
			if !needs(ordered[i], org) {
				n++
			}
		}
		return n
	}
	var first, rest []int
	for _, org := range orgs {
		if i := slices.IndexFunc(ordered, func(s flow.Solution) bool { return !needs(s, org) }); i >= 0 && !slices.Contains(first, i) {
			first = append(first, i)
		}
	}
	slices.SortFunc(first, func(a, b int) int { return cmp.Or(cmp.Compare(without(b), without(a)), cmp.Compare(a, b)) })
	for i := range ordered {
		if i > 0 && !slices.Contains(first, i) {
			rest = append(rest, i)
		}
	}
	places := slices.Concat([]int{0}, first, rest)
	places = places[:min(k, len(places))]
	for _, i := range places {
		var list []string
		for _, t := range ordered[i].Takes {
			list = append(list, p.Tasks[t.From]+p.Branches()[t.From][t.Branch].Name+">"+p.Tasks[t.To])
		}
		slices.Sort(list)
		want = append(want, strings.Join(list, " "))
	}
	return want, slices.IsSorted(places)
}

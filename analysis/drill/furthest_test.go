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

const lost = `
rules each none
org a
org b contacts=B/7
org c
1: a*
2: b*
3: c*
4: a*
5: c*
6: a*
7: a*
`

func TestPlanWhereNoGoalIsLeft(t *testing.T) {
	for _, c := range []struct{ name, flow, want string }{
		{"alternatives are all played", "from 1 to 6: 1 -report:5-> 3 -report:10-> 2 -> 6, 1 -report:3-> 4 -report:4-> 2", `
1 0 start 1 >a 3c,4a 1
2 3 handoff 4 a>a - 1
3 3 no-way 4 >a - 3
4 5 handoff 3 a>c 2b 1
5 5 absence 3b >c - 2
6 12 notice 3b >c - 2
7 12 no-way 3 >c - 3
8 12 end 4 > - 0
`},
		{"so are branches, up to a goal in one of them", "from 1 to 6: 1 -report:5@x-> 2 -> 6, 1 -report:9@y-> 3 -report:4-> 6", `
1 0 start 1 >a 2b,3c 1
2 0 absence 1b >a - 2
3 7 notice 1b >a - 2
4 7 no-way 1 >a - 3
5 9 handoff 3 a>c 6a 1
6 13 handoff 6 c>a - 1
7 13 end 6 > - 0
`},
		{"a dead end", "from 1 to 6: 1 -@x-> 2 -> 6, 1 -report:1@y-> 6, 1 -report:2@z?-> 3 -report:1-> 5", `
1 0 start 1 >a 2b,6a,3c? 1
2 0 absence 1b >a - 2
3 1 handoff 6 a>a - 1
4 2 handoff 3? a>c 5c? 1
5 3 handoff 5? c>c - 1
6 7 notice 1b >a - 2
7 7 no-way 1 >a - 3
8 7 end 6 > - 0
`},
	} {
		got := events(plan(t, lost+"flow f "+c.flow, "f", graph.Scenario{Without: []string{"b"}}, escalation.EscalationOptions{}))
		if !strings.HasPrefix(got, c.want[1:]) {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want[1:])
		}
	}
}

// TestNoGoalIsLeftBruteForce compares what is played with what a search by hand reaches, and
// when, and where it stops.
func TestNoGoalIsLeftBruteForce(t *testing.T) {
	stopped, besides := 0, 0
	for seed := range seeds.Each(3000) {
		r := rand.New(rand.NewPCG(seed, 71))
		text := randomText(r)
		if seed%2 == 0 {
			at := strings.Index(text, "flow ")
			text = text[:at] + partedArrows(r, text[at:])
		}
		d, err := graphtext.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		g, err := graph.New(d)
		if err != nil {
			continue
		}
		out := []string{"a", "b", "c", "d"}[:1+r.IntN(2)]
		p, err := drill.PlanOf(g, "f", graph.Scenario{Without: out}, escalation.EscalationOptions{})
		if err != nil || p.Complete {
			continue
		}
		stopped++
		if strings.Contains(fmt.Sprintf("%+v", p.Steps), "Other:true") {
			besides++
		}
		f, _ := g.Flow("f")
		if fault := checkFurthest(f, p); fault != "" {
			t.Fatalf("seed %d: %s of\n%s\nwithout %v:\n%s", seed, fault, text, out, events(p))
		}
	}
	if seeds.All() && (stopped < 200 || besides < 15) {
		t.Errorf("%d plans stop, %d of them try alternatives: too few", stopped, besides)
	}
}

func checkFurthest(f graph.Flow, p drill.Plan) string {
	gone := func(id string) bool { return slices.Contains(p.Escalation.Removed, id) }
	reached := []string{p.Start}
	for i := 0; i < len(reached); i++ {
		for _, h := range f.Handoffs {
			if h.From == reached[i] && !slices.Contains(f.Goal, h.From) && !gone(h.To) && !slices.Contains(reached, h.To) {
				reached = append(reached, h.To)
			}
		}
	}
	tasks := played(p)
	slices.Sort(reached)
	if got := slices.Sorted(slices.Values(tasks)); !slices.Equal(got, reached) {
		return fmt.Sprintf("it plays %v, work reaches %v", got, reached)
	}
	halted := map[string]bool{}
	for _, e := range p.Events {
		if e.Kind == drill.NoWayEvent {
			halted[e.Task] = true
			for _, id := range e.Halt.Lost {
				if !gone(id) {
					return id + " is not lost"
				}
			}
		}
	}
	path := p.Path()
	for i, s := range p.Steps {
		// What leaves the task is needed where it is, and a branch all of whose tasks are lost stops it.
		stops, leaves := false, false
		for _, h := range f.Handoffs {
			if h.From != s.Task || h.Optional {
				continue
			}
			leaves = true
			all := true
			for _, x := range f.Handoffs {
				all = all && (x.From != h.From || x.Branch != h.Branch || gone(x.To))
			}
			stops = stops || all
		}
		if goal := slices.Contains(f.Goal, s.Task); !s.Optional && !goal && (stops || !leaves) && !halted[s.Task] || goal && halted[s.Task] {
			return fmt.Sprintf("it stops at %s: %t", s.Task, halted[s.Task])
		}
		if i > 0 && len(path.Waited(i)) == 0 {
			return s.Task + " waits for nothing"
		}
	}
	if len(halted) == 0 {
		return "it stops nowhere"
	}
	return ""
}

// TestPensionWithoutHardwareVendor plays what the operator must do when the vendor of the
// hardware is out.
func TestPensionWithoutHardwareVendor(t *testing.T) {
	g, err := files.Open(t.Context(), "../../examples/pension", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := drill.PlanOf(g, "hardware-fault", graph.Scenario{Without: []string{"hw"}}, escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := played(p); slices.ContainsFunc([]string{"3-23", "3-24", "3-26", "3-67", "3-68", "3-69", "3-70", "3-71"}, func(id string) bool { return !slices.Contains(got, id) }) {
		t.Errorf("it plays %v", got)
	}
	f, _ := g.Flow("hardware-fault")
	if fault := checkFurthest(f, p); fault != "" {
		t.Error(fault)
	}
}

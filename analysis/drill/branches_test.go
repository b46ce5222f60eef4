package drill_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

const forks = `
rules each none
org a
org b contacts=B/7,B2/5
org c contacts=C/11
org d
1: a*
2: b*
3: c*
4: a*
5: d*
flow both objective=60 from 1 to 4: 1 -report:10@x-> 2 -report:20-> 4, 1 -report:30@y-> 3 -report:5-> 4
flow unknown from 1 to 4: 1 -@x-> 2 -report:20-> 4, 1 -report:30@y-> 3 -report:5-> 4
flow note from 1 to 4: 1 -report:10@x-> 2 -report:20-> 4, 1 -report:30@y?-> 3 -report:5-> 4
flow else from 1 to 4: 1 -report:10@x-> 2 -report:20-> 4, 1 -report:9@x-> 5 -report:50-> 4, 1 -report:30@y-> 3 -report:5-> 4
flow ends from 1 to 4,5: 1 -report:10@x-> 2 -report:20-> 4, 1 -report:30@y-> 3 -report:5-> 5
`

func TestPlanOfBranches(t *testing.T) {
	for _, c := range []struct{ name, flow, out, want string }{
		{"both branches are played", "both", "", `
1 0 start 1 >a 2b,3c 1
2 10 handoff 2 a>b 4a 1
3 30 handoff 3 a>c 4a 1
4 30 handoff 4(3) b>a - 2
5 35 handoff 4 c>a - 2
6 35 end 4 > - 0
`},
		{"an unknown time keeps what follows the join unknown", "unknown", "", `
1 0 start 1 >a 2b,3c 1
2 ? handoff 2 a>b 4a 1
3 ? handoff 4(3) b>a - 1
4 30 handoff 3 a>c 4a 1
5 35 handoff 4 c>a - 1
6 ? end 4 > - 0
`},
		{"an optional branch is played and not waited for", "note", "", `
1 0 start 1 >a 2b,3c? 1
2 10 handoff 2 a>b 4a 1
3 30 handoff 3? a>c 4a? 1
4 30 handoff 4 b>a - 1
5 35 handoff 4? c>a - 1
6 35 end 4 > - 0
`},
		{"who is out delays one branch", "else", "b", `
1 0 start 1 >a 2b,3c 1
2 0 absence 1b >a - 2
3 12 notice 1b >a 5d 2
4 21 handoff 5 a>d 4a 1
5 30 handoff 3 a>c 4a 1
6 35 handoff 4(5) c>a - 1
7 71 handoff 4 d>a - 1
8 71 end 4 > - 0
`},
		{"a branch that is lost stops the flow", "both", "c", `
1 0 start 1 >a 3c,2b 1
2 0 absence 1c >a - 2
3 10 handoff 2 a>b 4a 1
4 11 notice 1c >a - 2
5 11 no-way 1 >a - 3
6 30 handoff 4 b>a - 1
7 30 end 4 > - 0
`},
		{"branches end at goals of their own", "ends", "", `
1 0 start 1 >a 2b,3c 1
2 10 handoff 2 a>b 4a 1
3 30 handoff 3 a>c 5d 1
4 30 handoff 4 b>a - 1
5 35 handoff 5 c>d - 1
6 35 end 5 > - 0
`},
	} {
		got := events(plan(t, forks, c.flow, graph.Scenario{Without: strings.Fields(c.out)}, escalation.EscalationOptions{}))
		if got != c.want[1:] {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want[1:])
		}
	}
	p := plan(t, forks, "else", graph.Scenario{Without: []string{"b"}}, escalation.EscalationOptions{})
	if p.Minutes.AtLeast != 59 || p.Waits.AtLeast != 12 || *p.Takes.Total != 71 {
		t.Errorf("it takes %v and waits %v, %v in all", p.Minutes, p.Waits, p.Takes)
	}
}

// branchedText parts the handoffs of a random text into branches.
func branchedText(r *rand.Rand) string {
	text := randomText(r)
	at := strings.Index(text, "flow ")
	return text[:at] + partedArrows(r, text[at:])
}

func partedArrows(r *rand.Rand, text string) string {
	chains := strings.Split(text, ",")
	for i, c := range chains {
		branch := []string{"", "@x", "@y", "@z?"}[r.IntN(4)]
		chains[i] = strings.Replace(c, "->", branch+"->", 1)
	}
	return strings.Join(chains, ",")
}

// TestRandomPlansOfBranches checks what every plan of a flow with branches keeps to.
func TestRandomPlansOfBranches(t *testing.T) {
	complete, stopped, joined := 0, 0, 0
	for seed := range seeds.Each(6000) {
		r := rand.New(rand.NewPCG(seed, 8))
		d, err := graphtext.Parse(branchedText(r))
		if err != nil {
			t.Fatal(err)
		}
		g, err := graph.New(d)
		if err != nil {
			continue // branches at random are often at fault
		}
		f, _ := g.Flow("f")
		if !graph.Splits(f) {
			continue
		}
		out := []string{"a", "b", "c", "d"}[:r.IntN(3)]
		p, err := drill.PlanOf(g, "f", graph.Scenario{Without: out}, escalation.EscalationOptions{})
		if err != nil {
			continue
		}
		if fault := checkBranches(p, out); fault != "" {
			t.Fatalf("seed %d: %s of\n%+v\nwithout %v:\n%s", seed, fault, f, out, events(p))
		}
		if p.Complete {
			complete++
		} else {
			stopped++
		}
		if strings.Contains(events(p), "(") {
			joined++
		}
	}
	if seeds.All() && (complete < 100 || stopped < 50 || joined < 50) {
		t.Errorf("%d plans are complete, %d stop, %d have joins: too few of one sort", complete, stopped, joined)
	}
}

func checkBranches(p drill.Plan, out []string) string {
	if paths := p.Escalation.Ladders[0].Paths; p.Complete && !reflect.DeepEqual(p.Steps, paths[0].Steps) {
		return "it does not play the best path"
	}
	shown, fault := checkEvents(p, out)
	if fault != "" {
		return fault
	}
	arrivals, begun := 0, map[string]bool{}
	for i := range p.Steps[1:] {
		arrivals += len(p.Path().Arrivals(i + 1))
	}
	for i, e := range p.Events {
		if e.Kind == drill.HandoffEvent {
			arrivals--
			if begun[e.Task] && !e.Optional && !e.Other {
				return fmt.Sprintf("event %d brings work to a task that is done", i+1)
			}
		}
		if e.Kind == drill.HandoffEvent && len(e.Await) == 0 && !e.Optional && !e.Other {
			begun[e.Task] = true
		}
		for k := range i {
			if before := p.Events[k]; e.Minute != nil && before.Minute != nil && *before.Minute > *e.Minute {
				return fmt.Sprintf("event %d is before event %d", i+1, k+1)
			}
		}
	}
	if arrivals != 0 || len(shown) != len(p.Absent) {
		return fmt.Sprintf("%d handoffs are missing, %d of %d absences are shown", arrivals, len(shown), len(p.Absent))
	}
	return ""
}

// TestAbsencesOfBranchesAreApart wants who is called later on one branch not to wait for those
// who are called first on another.
func TestAbsencesOfBranchesAreApart(t *testing.T) {
	const text = `
rules each fallback
org a
org b contacts=B/20
org c contacts=C/5
org e contacts=E/3
org f
org g
1: a*
2: b*
3: c*
4: a*
5: e* f
6: g*
flow both from 1 to 4: 1 -report:10@x-> 2 -report:20-> 4, 1 -report:12@x-> 6 -report:20-> 4, 1 -report:30@y-> 3 -report:5-> 4, 1 -report:40@y-> 5 -report:5-> 4
`
	const want = `1 0 start 1 >a 2b,3c 1
2 0 absence 1b >a - 2
3 0 absence 1c >a - 2
4 5 notice 1c >a 5e 2
5 5 absence 1e >a - 2
6 8 notice 1e >a 5f 2
7 20 notice 1b >a 6g 2
8 32 handoff 6 a>g 4a 1
9 48 handoff 5 a>f 4a 1
10 52 handoff 4(5) g>a - 1
11 53 handoff 4 f>a - 1
12 53 end 4 > - 0
`
	if got := events(plan(t, text, "both", graph.Scenario{Without: []string{"b", "c", "e"}}, escalation.EscalationOptions{})); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

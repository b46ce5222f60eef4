package drill_test

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/graphtext"
)

const relay = `
rules each none
org agency
org ops
org hw
org dev
1: agency*
2: ops*
3: hw*
4: dev*
5: ops* agency*
6: hw
flow fault objective=90 from 1 to 5: 1 -report:10-> 2, 2 -request:20-> 3, 2 -request-> 4, 3 -report:30-> 5, 4 -report:5-> 5
flow two from 3, 1 to 5: 1 -> 2, 2 -> 5
flow stuck from 1 to 5: 1 -> 5, 1 -> 2
flow unled from 6 to 5: 6 -> 5
`

func plan(t *testing.T, text, flow string, s graph.Scenario, o escalation.EscalationOptions) drill.Plan {
	t.Helper()
	p, err := drill.PlanOf(graphtext.Graph(t, text), flow, s, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// events writes the events of a plan, one a line: its minute, its kind and what
// it is about, from whom to whom, what should follow, and its objective.
func events(p drill.Plan) string {
	var b strings.Builder
	for _, e := range p.Events {
		minute, next := "?", "-"
		if e.Minute != nil {
			minute = fmt.Sprint(*e.Minute)
		}
		if len(e.Next) > 0 {
			next = ""
			for i, s := range e.Next {
				next += map[bool]string{true: ","}[i > 0] + s.Task + strings.Join(s.Organizations, "+") + map[bool]string{true: "?"}[s.Optional]
			}
		}
		about := e.Task + e.Absent + map[bool]string{true: "?"}[e.Optional]
		if len(e.Await) > 0 {
			about += "(" + strings.Join(e.Await, "+") + ")"
		}
		if e.Stated != nil {
			about = e.Stated.Event.EN
		}
		fmt.Fprintf(&b, "%d %s %s %s %s>%s %s %d\n", e.Number, minute, e.Kind, about, strings.Join(e.From, "+"), strings.Join(e.To, "+"), next, e.Objective)
	}
	return b.String()
}

func TestPlan(t *testing.T) {
	for _, c := range []struct {
		name, flow string
		scenario   graph.Scenario
		options    escalation.EscalationOptions
		want       string
	}{
		{"the best path", "fault", graph.Scenario{}, escalation.EscalationOptions{}, `
1 0 start 1 >agency 2ops 1
2 10 handoff 2 agency>ops 3hw 1
3 30 handoff 3 ops>hw 5agency+ops 1
4 60 handoff 5 hw>agency+ops - 2
5 60 end 5 > - 0
`},
		{"the next best, of which a time is not known", "fault", graph.Scenario{Without: []string{"hw"}}, escalation.EscalationOptions{}, `
1 0 start 1 >agency 2ops 1
2 10 handoff 2 agency>ops 3hw 1
3 10 absence 2hw >ops - 2
4 10 notice 2hw >ops 4dev 2
5 ? handoff 4 ops>dev 5agency+ops 1
6 ? handoff 5 dev>agency+ops - 3
7 ? end 5 > - 0
`},
		{"options go before the scenario", "fault", graph.Scenario{Without: []string{"hw"}, Start: "1"},
			escalation.EscalationOptions{Without: []string{"dev"}, From: "2"}, `
1 0 start 2 >ops 3hw 1
2 0 absence 2dev >ops - 0
3 20 handoff 3 ops>hw 5agency+ops 1
4 50 handoff 5 hw>agency+ops - 1
5 50 end 5 > - 0
`},
		{"no way is left", "fault", graph.Scenario{Without: []string{"hw", "dev"}}, escalation.EscalationOptions{}, `
1 0 start 1 >agency 2ops 1
2 0 absence 1dev >agency - 2
3 10 handoff 2 agency>ops 3hw 1
4 10 absence 2hw >ops - 2
5 10 notice 2hw >ops - 2
6 10 no-way 2 >ops - 3
7 10 end 2 > - 0
`},
		{"another start is lost", "two", graph.Scenario{Without: []string{"agency"}}, escalation.EscalationOptions{}, `
1 0 start 3 >hw - 1
2 0 absence 3agency >hw - 0
3 0 no-way 3 >hw - 2
4 0 end 3 > - 0
`},
		{"the first start that reaches a goal", "two", graph.Scenario{}, escalation.EscalationOptions{}, `
1 0 start 1 >agency 2ops 1
2 ? handoff 2 agency>ops 5agency+ops 1
3 ? handoff 5 ops>agency+ops - 1
4 ? end 5 > - 0
`},
		{"a dead end", "stuck", graph.Scenario{Start: "2"}, escalation.EscalationOptions{}, `
1 0 start 2 >ops - 1
2 0 no-way 2 >ops - 2
3 0 end 2 > - 0
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := "\n" + events(plan(t, relay, c.flow, c.scenario, c.options)); got != c.want {
				t.Errorf("got%swant%s", got, c.want)
			}
		})
	}
}

func TestWhoShowsAsOut(t *testing.T) {
	// Under any, a task of two is done by the one that is left, and the other is
	// missed on the way; the supporter of 3 stands in.
	const text = "rules any fallback\n1: a*\n2: b* c*\n3: d* e\n4: a*\nflow f from 1 to 4: 1 -> 2 -> 3 -> 4"
	got := "\n" + events(plan(t, text, "f", graph.Scenario{Without: []string{"b", "d"}}, escalation.EscalationOptions{}))
	want := `
1 0 start 1 >a 2b+c 1
2 0 absence 1b >a - 2
3 0 notice 1b >a 2c 2
4 ? handoff 2 a>c 3d 1
5 ? absence 2d >c - 2
6 ? notice 2d >c 3e 2
7 ? handoff 3 c>e 4a 1
8 ? handoff 4 e>a - 1
9 ? end 4 > - 0
`
	if got != want {
		t.Errorf("got%swant%s", got, want)
	}
}

const levels = `
rules %s
org a
org b contacts=X/10,/20 escalates=c
org c contacts=X/5,Y
org d contacts=X/40
org e
org bystander contacts=X/90
1: a*
2: b* %s
3: c*
4: d*
5: e* d
flow f objective=60 from 1 to 5: 1 -report:1-> 2, 1 -report:2-> 3, 1 -report:3-> 4, 2 -report:4-> 5, 3 -report:5-> 5, 4 -report:6-> 5
`

// TestWaitsForTheAbsent checks that all levels of who is out are waited for
// before the work goes on, and only where they are called.
func TestWaitsForTheAbsent(t *testing.T) {
	for _, c := range []struct {
		name, rules, joint, without, want, takes string
	}{
		{"all its levels", "each none", "", "b", `
1 0 start 1 >a 2b 1
2 0 absence 1b >a - 2
3 30 notice 1b >a 3c 2
4 32 handoff 3 a>c 5e 1
5 37 handoff 5 c>e - 3
6 37 end 5 > - 0
`, "7 + 30"},
		{"a level without a wait", "each none", "", "c", `
1 0 start 1 >a 2b 1
2 0 absence 1c >a - 0
3 1 handoff 2 a>b 5e 1
4 5 handoff 5 b>e - 2
5 5 end 5 > - 0
`, "5 + 0"},
		{"two, of whom one is not on the path", "each none", "", "b,c", `
1 0 start 1 >a 2b 1
2 0 absence 1b >a - 2
3 0 absence 1c >a - 2
4 30 notice 1b >a 4d 2
5 33 handoff 4 a>d 5e 1
6 39 handoff 5 d>e - 3
7 39 end 5 > - 0
`, "9 + 30"},
		{"two at the same time", "each none", "d*", "b,d", `
1 0 start 1 >a 2b+d 1
2 0 absence 1b >a - 2
3 0 absence 1d >a - 2
4 30 notice 1b >a - 2
5 40 notice 1d >a 3c 2
6 42 handoff 3 a>c 5e 1
7 47 handoff 5 c>e - 3
8 47 end 5 > - 0
`, "7 + 40"},
		{"two at the same time, one for who knows how long", "each none", "c*", "b,c", `
1 0 start 1 >a 2b+c 1
2 0 absence 1b >a - 2
3 0 absence 1c >a - 2
4 30 notice 1b >a - 2
5 ? notice 1c >a 4d 2
6 ? handoff 4 a>d 5e 1
7 ? handoff 5 d>e - 3
8 ? end 5 > - 0
`, "9 + at least 30"},
		{"one of two suffices", "any none", "d*", "b", `
1 0 start 1 >a 2b+d 1
2 0 absence 1b >a - 2
3 0 notice 1b >a 2d 2
4 1 handoff 2 a>d 5e 1
5 5 handoff 5 d>e - 3
6 5 end 5 > - 0
`, "5 + 0"},
		{"a supporter stands in", "each fallback", "c", "b", `
1 0 start 1 >a 2b 1
2 0 absence 1b >a - 2
3 30 notice 1b >a 2c 2
4 31 handoff 2 a>c 5e 1
5 35 handoff 5 c>e - 3
6 35 end 5 > - 0
`, "5 + 30"},
		{"who has nobody to call", "each fallback", "", "e", `
1 0 start 1 >a 2b 1
2 1 handoff 2 a>b 5e 1
3 1 absence 2e >b - 2
4 1 notice 2e >b 5d 2
5 5 handoff 5 b>d - 3
6 5 end 5 > - 0
`, "5 + 0"},
		{"who has no part in the flow", "each none", "", "bystander", `
1 0 start 1 >a 2b 1
2 1 handoff 2 a>b 5e 1
3 5 handoff 5 b>e - 2
4 5 end 5 > - 0
`, "5 + 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := plan(t, fmt.Sprintf(levels, c.rules, c.joint), "f", graph.Scenario{Without: strings.Split(c.without, ",")}, escalation.EscalationOptions{})
			if got := "\n" + events(p); got != c.want {
				t.Errorf("got%swant%s", got, c.want)
			}
			waits := fmt.Sprint(p.Waits.AtLeast)
			if p.Waits.Unknown > 0 {
				waits = "at least " + waits
			}
			if got := fmt.Sprintf("%d + %s", p.Minutes.AtLeast, waits); got != c.takes || p.Takes.AtLeast != p.Minutes.AtLeast+p.Waits.AtLeast {
				t.Errorf("it takes %s, want %s", got, c.takes)
			}
		})
	}
}

// TestWhoIsOutOnThePathThatIsLeft has a supporter stand in for one who is out on
// the way around another: the one is called after the other.
func TestWhoIsOutOnThePathThatIsLeft(t *testing.T) {
	const text = `
rules each fallback
org b contacts=X/10
org c contacts=X/20
1: a*
2: b*
3: c* d
4: a*
flow f from 1 to 4: 1 -report:1-> 2, 1 -report:2-> 3, 2 -report:4-> 4, 3 -report:5-> 4
`
	for without, want := range map[string]string{"b,c": `
1 0 start 1 >a 2b 1
2 0 absence 1b >a - 2
3 10 notice 1b >a 3c 2
4 10 absence 1c >a - 2
5 30 notice 1c >a 3d 2
6 32 handoff 3 a>d 4a 1
7 37 handoff 4 d>a - 1
8 37 end 4 > - 0
`, "c": `
1 0 start 1 >a 2b 1
2 0 absence 1c >a - 0
3 1 handoff 2 a>b 4a 1
4 5 handoff 4 b>a - 1
5 5 end 4 > - 0
`} {
		p := plan(t, text, "f", graph.Scenario{Without: strings.Split(without, ",")}, escalation.EscalationOptions{})
		if got := "\n" + events(p); got != want {
			t.Errorf("without %s: got%swant%s", without, got, want)
		}
	}
}

// TestNobodyIsGivenNothing checks that a task that nobody leads stays with those
// who hand it on.
func TestNobodyIsGivenNothing(t *testing.T) {
	const text = "1: a*\n2:\n3:\n4: b*\nflow f from 1 to 4: 1 -> 2 -> 3 -> 4"
	got := "\n" + events(plan(t, text, "f", graph.Scenario{}, escalation.EscalationOptions{}))
	want := `
1 0 start 1 >a 2 1
2 ? handoff 2 a>a 3 1
3 ? handoff 3 a>a 4b 1
4 ? handoff 4 a>b - 1
5 ? end 4 > - 0
`
	if got != want {
		t.Errorf("got%swant%s", got, want)
	}
	// Under fallback a supporter plays the part of a lead that is out, also where
	// no way is left.
	got = "\n" + events(plan(t, "rules each fallback\n1: a* b\n2: c*\nflow f from 1 to 2: 1 -> 2", "f", graph.Scenario{Without: []string{"a", "c"}}, escalation.EscalationOptions{}))
	want = `
1 0 start 1 >b 2c 1
2 0 absence 1a >b - 2
3 0 absence 1c >b - 2
4 0 notice 1c >b - 2
5 0 no-way 1 >b - 3
6 0 end 1 > - 0
`
	if got != want {
		t.Errorf("got%swant%s", got, want)
	}
}

func TestInjectsStandAmongTheEvents(t *testing.T) {
	at := func(n int) *int { return &n }
	name := func(s string) graph.Name { return graph.Name{EN: s} }
	s := graph.Scenario{
		Clock: "23:50", Objectives: []graph.Aim{{Text: name("own")}},
		Injects: []graph.Inject{
			{Event: name("whenever")},
			{Event: name("late"), Minutes: at(100)},
			{Event: name("midnight"), Time: "00:00", To: "dev", Objective: 1},
			{Event: name("same"), Time: "00:20"},
			{Event: name("same too"), Minutes: at(30)},
			{Event: name("first"), Minutes: at(0)},
		},
	}
	p := plan(t, relay, "fault", s, escalation.EscalationOptions{})
	want := `
1 0 start 1 >agency 2ops 2
2 0 inject first > - 0
3 10 handoff 2 agency>ops 3hw 2
4 10 inject midnight >dev - 1
5 30 handoff 3 ops>hw 5agency+ops 2
6 30 inject same > - 0
7 30 inject same too > - 0
8 60 handoff 5 hw>agency+ops - 3
9 100 inject late > - 0
10 ? inject whenever > - 0
11 ? end 5 > - 0
`
	if got := "\n" + events(p); got != want {
		t.Errorf("got%swant%s", got, want)
	}
	if p.Clock == nil || *p.Clock != 23*60+50 {
		t.Errorf("the clock is %v", p.Clock)
	}
	s.Injects, s.Without = s.Injects[1:2], []string{"hw"}
	got := events(plan(t, relay, "fault", s, escalation.EscalationOptions{}))
	if want := "5 100 inject late > - 0\n6 ? handoff 4 ops>dev"; !strings.Contains(got, want) {
		t.Errorf("before what has no time, got\n%s", got)
	}
}

// TestUnknownMinutesAreNamed checks that what keeps a time from being known is
// handed on to every event behind it.
func TestUnknownMinutesAreNamed(t *testing.T) {
	p := plan(t, relay, "two", graph.Scenario{}, escalation.EscalationOptions{})
	for i, want := range []string{"[]", "[[1 2]]", "[[1 2] [2 5]]", "[[1 2] [2 5]]"} {
		if got := fmt.Sprint(p.Events[i].Undeclared); got != want {
			t.Errorf("event %d lacks %s, want %s", i+1, got, want)
		}
	}
	if p.Minutes.Total != nil || p.Minutes.Unknown != 2 || fmt.Sprint(p.Starts) != "[3]" {
		t.Errorf("minutes %+v, other starts %v", p.Minutes, p.Starts)
	}
}

func TestNoPlan(t *testing.T) {
	g := graphtext.Graph(t, relay)
	for _, c := range []struct {
		flow, says string
		options    escalation.EscalationOptions
	}{
		{"fault", "nobody present can begin it: without agency the start task 1 is lost; leave out fewer organizations", escalation.EscalationOptions{Without: []string{"agency"}}},
		{"two", "without agency, hw the start tasks 1, 3 are lost; leave out fewer", escalation.EscalationOptions{Without: []string{"agency", "hw"}}},
		{"unled", "nobody leads the start task 6; declare who does, or begin at another task (--from)", escalation.EscalationOptions{}},
		{"wine", "no flow is called", escalation.EscalationOptions{}},
		{"fault", "no organization is called", escalation.EscalationOptions{Without: []string{"wine"}}},
		{"fault", "no task or organization is called", escalation.EscalationOptions{From: "wine"}},
	} {
		if _, err := drill.PlanOf(g, c.flow, graph.Scenario{}, c.options); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("the error is %v, want one that says %q", err, c.says)
		}
	}
}

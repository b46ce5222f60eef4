package drill_test

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/drill"
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
flow fault objective=90 from 1 to 5: 1 -report:10-> 2, 2 -request:20-> 3, 2 -request-> 4, 3 -report:30-> 5, 4 -report:5-> 5
flow two from 3, 1 to 5: 1 -> 2, 2 -> 5
flow stuck from 1 to 5: 1 -> 5, 1 -> 2
`

func plan(t *testing.T, text, flow string, s graph.Scenario, o analysis.EscalationOptions) drill.Plan {
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
		if e.Next != nil {
			next = e.Next.Task + strings.Join(e.Next.Organizations, "+")
		}
		about := e.Task + e.Absent
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
		options    analysis.EscalationOptions
		want       string
	}{
		{"the best path", "fault", graph.Scenario{}, analysis.EscalationOptions{}, `
1 0 start 1 >agency 2ops 1
2 10 handoff 2 agency>ops 3hw 1
3 30 handoff 3 ops>hw 5agency+ops 1
4 60 handoff 5 hw>agency+ops - 2
5 60 end 5 > - 0
`},
		{"the next best, of which a time is not known", "fault", graph.Scenario{Without: []string{"hw"}}, analysis.EscalationOptions{}, `
1 0 start 1 >agency 2ops 1
2 10 handoff 2 agency>ops 3hw 1
3 10 absence 2hw >ops 4dev 2
4 ? handoff 4 ops>dev 5agency+ops 1
5 ? handoff 5 dev>agency+ops - 3
6 ? end 5 > - 0
`},
		{"options go before the scenario", "fault", graph.Scenario{Without: []string{"hw"}, Start: "1"},
			analysis.EscalationOptions{Without: []string{"dev"}, From: "2"}, `
1 0 start 2 >ops 3hw 1
2 0 absence 2dev >ops 3hw 2
3 20 handoff 3 ops>hw 5agency+ops 1
4 50 handoff 5 hw>agency+ops - 1
5 50 end 5 > - 0
`},
		{"no way is left", "fault", graph.Scenario{Without: []string{"hw", "dev"}}, analysis.EscalationOptions{}, `
1 0 start 1 >agency 2ops 1
2 0 absence 1dev >agency 2ops 2
3 10 handoff 2 agency>ops 3hw 1
4 10 absence 2hw >ops - 2
5 10 no-way 2 >ops - 3
6 10 end 2 > - 0
`},
		{"the start is lost", "fault", graph.Scenario{Without: []string{"agency"}}, analysis.EscalationOptions{}, `
1 0 start 1 >agency - 1
2 0 absence 1agency > - 2
3 0 no-way 1 > - 3
4 0 end 1 > - 0
`},
		{"the first start that reaches a goal", "two", graph.Scenario{}, analysis.EscalationOptions{}, `
1 0 start 1 >agency 2ops 1
2 ? handoff 2 agency>ops 5agency+ops 1
3 ? handoff 5 ops>agency+ops - 1
4 ? end 5 > - 0
`},
		{"a dead end", "stuck", graph.Scenario{Start: "2"}, analysis.EscalationOptions{}, `
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
	got := "\n" + events(plan(t, text, "f", graph.Scenario{Without: []string{"b", "d"}}, analysis.EscalationOptions{}))
	want := `
1 0 start 1 >a 2b+c 1
2 0 absence 1b >a 2c 2
3 ? handoff 2 a>c 3d 1
4 ? absence 2d >c 3e 2
5 ? handoff 3 c>e 4a 1
6 ? handoff 4 e>a - 1
7 ? end 4 > - 0
`
	if got != want {
		t.Errorf("got%swant%s", got, want)
	}
}

func TestInjectsStandAmongTheEvents(t *testing.T) {
	at := func(n int) *int { return &n }
	name := func(s string) graph.Name { return graph.Name{EN: s} }
	s := graph.Scenario{
		Clock: "23:50", Objectives: []graph.Name{name("own")},
		Injects: []graph.Inject{
			{Event: name("whenever")},
			{Event: name("late"), Minutes: at(100)},
			{Event: name("midnight"), Time: "00:00", To: "dev", Objective: 1},
			{Event: name("same"), Time: "00:20"},
			{Event: name("same too"), Minutes: at(30)},
			{Event: name("first"), Minutes: at(0)},
		},
	}
	p := plan(t, relay, "fault", s, analysis.EscalationOptions{})
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
	got := events(plan(t, relay, "fault", s, analysis.EscalationOptions{}))
	if want := "4 100 inject late > - 0\n5 ? handoff 4 ops>dev"; !strings.Contains(got, want) {
		t.Errorf("before what has no time, got\n%s", got)
	}
}

// TestUnknownMinutesAreNamed checks that what keeps a time from being known is
// handed on to every event behind it.
func TestUnknownMinutesAreNamed(t *testing.T) {
	p := plan(t, relay, "two", graph.Scenario{}, analysis.EscalationOptions{})
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
		options    analysis.EscalationOptions
	}{
		{"wine", "no flow is called", analysis.EscalationOptions{}},
		{"fault", "no organization is called", analysis.EscalationOptions{Without: []string{"wine"}}},
		{"fault", "no task or organization is called", analysis.EscalationOptions{From: "wine"}},
	} {
		if _, err := drill.PlanOf(g, c.flow, graph.Scenario{}, c.options); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("the error is %v, want one that says %q", err, c.says)
		}
	}
}

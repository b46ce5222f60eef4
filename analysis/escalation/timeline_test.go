package escalation

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// timelines are dry runs of the first path of flow f, worked by hand. Each line
// is the best and the worst minute, "-" where it does not happen and "+n" behind
// it where n parts are not known, then what happens.
var timelines = []struct {
	name, text string
	options    EscalationOptions
	want       string
	gaps       string
}{
	{
		name: "levels and escalation",
		text: `
			org desk contacts=Clerk/5,Chief/15 escalates=hw
			org hw contacts=Line/20,Head
			1: user*
			2: desk*
			3: desk*
			4: hw*
			flow f objective=60 from 1 to 4: 1 -report:10-> 2 -request:7-> 3 -request:8-> 4`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 10 call desk 1 Clerk
			- 15 next-level desk 2 Chief 5
			- 30 escalation hw 1 Line 15
			- 50 next-level hw 2 Head 20
			10 50 answer
			17 57 handoff 2-3 7
			25 65 handoff 3-4 8
			25 65 call hw 1 Line
			- 85 next-level hw 2 Head 20
			25 85 answer
			25 within, 85 over`,
	},
	{
		name: "waits and handoffs that are not declared",
		text: `
			org desk contacts=Clerk,Chief/15
			1: user*
			2: desk*
			3: user*
			flow f objective=20 from 1 to 3: 1 -report-> 2 -report:10-> 3`,
		want: `
			0 0 start 1
			0+1 0+1 handoff 1-2 ?
			0+1 0+1 call desk 1 Clerk
			- 0+2 next-level desk 2 Chief ?
			0+1 0+2 answer
			10+1 10+2 handoff 2-3 10
			10+1 unknown, 10+2 unknown`,
		gaps: "unknown-wait desk 1; handoff-minutes 1-2",
	},
	{
		name: "over the objective although parts are unknown",
		text: `
			org desk contacts=Clerk,Chief
			1: user*
			2: desk*
			flow f objective=20 from 1 to 2: 1 -report:21-> 2`,
		want: `
			0 0 start 1
			21 21 handoff 1-2 21
			21 21 call desk 1 Clerk
			- 21+1 next-level desk 2 Chief ?
			21 21+1 answer
			21 over, 21+1 over`,
		gaps: "unknown-wait desk 1",
	},
	{
		name: "levels that name nobody",
		text: `
			org desk contacts=/5,Clerk/10,/20,Chief/30,/40
			1: user*
			2: desk*
			flow f from 1 to 2: 1 -report:10-> 2`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			- 10 call desk 1 -
			10 15 next-level desk 2 Clerk 5
			- 25 next-level desk 3 - 10
			- 45 next-level desk 4 Chief 20
			10 45 answer
			10 , 45`,
		gaps: "unnamed-level desk 1; unnamed-level desk 3; unnamed-level desk 5",
	},
	{
		name: "a circle",
		text: `
			org desk contacts=Clerk/5 escalates=hw
			org hw contacts=Line/20 escalates=app
			org app contacts=Coder/30 escalates=hw
			1: user*
			2: desk*
			flow f from 1 to 2: 1 -report:10-> 2`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 10 call desk 1 Clerk
			- 15 escalation hw 1 Line 5
			- 35 escalation app 1 Coder 20
			10 35 answer
			10 , 35`,
		gaps: "escalation-loop app [app hw]",
	},
	{
		name: "nobody to call",
		text: `
			org desk contacts=/5 escalates=hw
			org hw contacts=/7 escalates=desk
			org other contacts=Somebody
			1: user*
			2: desk*
			flow f objective=100 from 1 to 2: 1 -report:10-> 2`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 10 call desk 1 -
			10 15 escalation hw 1 - 5
			10 22 loop desk
			10+1 unknown, 22+1 unknown`,
		gaps: "nobody-to-call desk; escalation-loop desk [desk hw]; unnamed-level desk 1; unnamed-level hw 1",
	},
	{
		name: "no contacts, and a task that nobody leads",
		text: `
			org hw contacts=Line/20
			1: user*
			2: desk*
			3:
			4: hw*
			flow f from 1 to 4: 1 -report:10-> 2 -report:10-> 3 -report:10-> 4`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 10 no-contacts desk
			20+1 20+1 handoff 2-3 10
			20+2 20+2 nobody-leads
			30+2 30+2 handoff 3-4 10
			30+2 30+2 call hw 1 Line
			30+2 30+2 answer
			30+2 , 30+2`,
		gaps: "nobody-leads 3; no-contacts desk",
	},
	{
		name: "an organization without contacts that escalates",
		text: `
			org desk escalates=hw
			org hw contacts=Line/20,Head
			1: user*
			2: desk*
			flow f from 1 to 2: 1 -report:10-> 2`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 10 no-contacts desk
			10 10 escalation hw 1 Line
			- 30 next-level hw 2 Head 20
			10 30 answer
			10 , 30`,
		gaps: "no-contacts desk",
	},
	{
		name: "all of several leads",
		text: `
			rules each none
			org hw contacts=Line/20,Head
			org sw contacts=Hotline/5,Coder/5,Boss
			1: user*
			2: hw* sw*
			flow f from 1 to 2: 1 -report:10-> 2`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 10 call hw 1 Line
			- 30 next-level hw 2 Head 20
			10 10 call sw 1 Hotline
			- 15 next-level sw 2 Coder 5
			- 20 next-level sw 3 Boss 5
			10 30 answer
			10 , 30`,
	},
	{
		name: "one of several leads, one of them without contacts",
		text: `
			rules any none
			org hw contacts=Line/20,Head
			org sw contacts=Hotline/5,Coder/5,Boss
			1: user*
			2: hw* lone* sw*
			flow f from 1 to 2: 1 -report:10-> 2`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 10 call hw 1 Line
			- 30 next-level hw 2 Head 20
			10 10 no-contacts lone
			10 10 call sw 1 Hotline
			- 15 next-level sw 2 Coder 5
			- 20 next-level sw 3 Boss 5
			10 20 answer
			10 , 20`,
		gaps: "no-contacts lone",
	},
	{
		name: "one of several leads has the work already",
		text: `
			rules any none
			org hw contacts=Line/20,Head
			1: user*
			2: hw* user*
			flow f from 1 to 2: 1 -report:10-> 2`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 , 10`,
	},
	{
		name:    "the reporter is one of the leads of the start",
		options: EscalationOptions{From: "user"},
		text: `
			rules each none
			org hw contacts=Line/20,Head
			1: hw* user*
			2: hw*
			flow f from 1 to 2: 1 -report:10-> 2`,
		want: `
			0 0 start 1
			0 0 call hw 1 Line
			- 20 next-level hw 2 Head 20
			0 20 answer
			10 30 handoff 1-2 10
			10 , 30`,
	},
	{
		name:    "an absent lead for whom a supporter stands in, and an absent further level",
		options: EscalationOptions{Without: bruteforce.Path("desk mid")},
		text: `
			rules any fallback
			org desk contacts=Clerk/5
			org hw contacts=Line/20 escalates=mid
			org mid contacts=Chief/9 escalates=top
			org top contacts=Boss
			1: user*
			2: desk* hw
			flow f from 1 to 2: 1 -report:10-> 2`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 10 call hw 1 Line
			- 30 absent mid 20
			- 30 escalation top 1 Boss
			10 30 answer
			10 , 30`,
	},
}

func TestTimelines(t *testing.T) {
	for _, test := range timelines {
		t.Run(test.name, func(t *testing.T) {
			e, err := Escalations(graphtext.Graph(t, test.text), "f", test.options)
			if err != nil {
				t.Fatal(err)
			}
			line := e.Ladders[0].Paths[0].Timeline
			var got []string
			for _, event := range line.Events {
				got = append(got, eventText(event))
			}
			got = append(got, fmt.Sprintf("%s %s, %s %s", minutesText(&line.Best), line.BestObjective, minutesText(&line.Worst), line.WorstObjective))
			var want []string
			for _, l := range strings.Split(strings.TrimSpace(test.want), "\n") {
				want = append(want, strings.TrimSpace(l))
			}
			if strings.TrimSpace(strings.Join(got, "\n")) != strings.Join(want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			var gaps []string
			for _, g := range e.Gaps {
				gaps = append(gaps, gapText(g))
			}
			if got := strings.Join(gaps, "; "); got != test.gaps {
				t.Errorf("got gaps %s, want %s", got, test.gaps)
			}
		})
	}
}

func eventText(e Event) string {
	text := fmt.Sprintf("%s %s %s", minutesText(e.Best), minutesText(e.Worst), e.Rule)
	switch {
	case e.Rule == EventStart:
		return text + " " + e.Task
	case e.From != "":
		text += " " + e.From + "-" + e.Task
		if e.Minutes == nil {
			return text + " ?"
		}
	case e.Organization != "":
		text += " " + e.Organization
	}
	if e.Level > 0 {
		name := e.Contact.In(graph.English)
		if name == "" {
			name = "-"
		}
		text += fmt.Sprintf(" %d %s", e.Level, name)
	}
	if e.Minutes != nil {
		text += fmt.Sprint(" ", *e.Minutes)
	} else if e.Rule == EventNextLevel {
		text += " ?"
	}
	return text
}

func minutesText(m *Minutes) string {
	switch {
	case m == nil:
		return "-"
	case m.Total != nil:
		return fmt.Sprint(*m.Total)
	}
	return fmt.Sprintf("%d+%d", m.AtLeast, m.Unknown)
}

func gapText(g Gap) string {
	text := string(g.Kind)
	switch {
	case g.From != "":
		return text + " " + g.From + "-" + g.Task
	case g.Task != "":
		return text + " " + g.Task
	}
	text += " " + g.Organization
	if g.Level > 0 {
		text += fmt.Sprint(" ", g.Level)
	}
	if len(g.Circle) > 0 {
		text += " " + fmt.Sprint(g.Circle)
	}
	return text
}

// TestDurations adds up times of which parts are not known.
func TestDurations(t *testing.T) {
	for _, test := range []struct{ a, b, later, earlier duration }{
		{duration{10, 0}, duration{20, 0}, duration{20, 0}, duration{10, 0}},
		{duration{10, 0}, duration{20, 1}, duration{20, 1}, duration{10, 0}},
		{duration{10, 1}, duration{20, 0}, duration{20, 1}, duration{10, 1}},
		{duration{10, 1}, duration{20, 2}, duration{20, 3}, duration{10, 2}},
		{duration{10, 0}, duration{10, 1}, duration{10, 1}, duration{10, 0}},
	} {
		for _, pair := range [][2]duration{{test.a, test.b}, {test.b, test.a}} {
			if got := later(pair[0], pair[1]); got != test.later {
				t.Errorf("later of %v is %v, want %v", pair, got, test.later)
			}
			if got := earlier(pair[0], pair[1]); got != test.earlier {
				t.Errorf("earlier of %v is %v, want %v", pair, got, test.earlier)
			}
		}
	}
}

// TestNothingDeclaredNothingTimed: without contacts there is no timeline, and
// without minutes there are no gaps.
func TestNothingDeclaredNothingTimed(t *testing.T) {
	e, err := Escalations(graphtext.Graph(t, bruteforce.Diamond), "fault", EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	p := e.Ladders[0].Paths[0]
	if p.Timeline != nil || len(e.Gaps) > 0 || p.Minutes.Total != nil || p.Minutes.Unknown != 4 || p.Objective != NoVerdict || e.Objective != nil {
		t.Errorf("got %+v", e)
	}
}

// TestParallelHandoffs: the quickest of several handoffs counts, unless one of
// them is unknown.
func TestParallelHandoffs(t *testing.T) {
	g := graphtext.Graph(t, `
		1: a*
		2: a*
		3: a*
		flow f objective=14 from 1 to 3: 1 -report:9-> 2, 1 -request:5-> 2, 2 -report:10-> 3
		flow g objective=15 from 1 to 3: 1 -report:9-> 2, 1 -request-> 2, 2 -report:10-> 3`)
	for i, want := range []string{"15", "10+1"} {
		p := OwnEscalations(g, rules.Options{})[i].Ladders[0].Paths[0]
		if got := minutesText(&p.Minutes); got != want || p.Objective != []Verdict{Over, VerdictUnsure}[i] {
			t.Errorf("flow %d: got %s, %s, want %s", i, got, p.Objective, want)
		}
	}
}

// withContacts gives some organizations of a dataset levels that all name
// somebody and wait a known time, and most an organization to escalate to.
func withContacts(d graph.Dataset, seed uint64) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 3))
	for i := range d.Organizations {
		o := &d.Organizations[i]
		for range r.IntN(3) {
			o.Contacts = append(o.Contacts, graph.Contact{Name: graph.Text("x"), WaitMinutes: 1 + r.IntN(30)})
		}
		if to := r.IntN(len(d.Organizations)); to != i && r.IntN(3) > 0 {
			o.EscalatesTo = d.Organizations[to].ID
		}
	}
	return d
}

// slowWaits lists the waits of all levels that are called for an organization.
func slowWaits(g *graph.Graph, id string, called map[string]bool) []int {
	i, ok := g.OrganizationIndex(id)
	if !ok || called[id] {
		return nil
	}
	called[id] = true
	var waits []int
	for _, c := range g.Organizations()[i].Contacts {
		waits = append(waits, c.WaitMinutes)
	}
	return append(waits, slowWaits(g, g.Organizations()[i].EscalatesTo, called)...)
}

// slowClock states the times of a path in other words than Timeline: the
// handoffs, and for each task the wait for those of its leads whom no task
// before had. It is false when somebody cannot be reached.
func slowClock(g *graph.Graph, p Path) (best, worst int, known bool) {
	had, known := map[string]bool{}, true
	for i, s := range p.Steps {
		var answers []int
		missing, already := false, len(s.Organizations) == 0
		for _, id := range s.Organizations {
			already = already || had[id]
		}
		known = known && len(s.Organizations) > 0
		for _, id := range s.Organizations {
			if i == 0 || had[id] || already && g.Rules().Leads == graph.AnyLead {
				continue
			}
			waits := slowWaits(g, id, map[string]bool{})
			if len(waits) == 0 {
				missing = true
				continue
			}
			sum := 0
			for _, w := range waits[:len(waits)-1] {
				sum += w
			}
			answers = append(answers, sum)
		}
		for _, id := range s.Organizations {
			had[id] = had[id] || i == 0 || !already || g.Rules().Leads == graph.EachLead
		}
		if i > 0 {
			best, worst = best+*s.Minutes, worst+*s.Minutes
		}
		switch {
		case missing && (g.Rules().Leads == graph.EachLead || len(answers) == 0):
			known = false
		case len(answers) > 0 && g.Rules().Leads == graph.EachLead:
			worst += slices.Max(answers)
		case len(answers) > 0:
			worst += slices.Min(answers)
		}
	}
	return best, worst, known
}

func TestTimelineBruteForce(t *testing.T) {
	exact, open := 0, 0
	for seed := range seeds.Each(bruteforce.Rounds) {
		g, err := graph.New(withContacts(timed(bruteforce.RandomDataset(seed, bruteforce.Small), seed, false), seed))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range OwnEscalations(g, rules.Options{}) {
			for _, l := range e.Ladders {
				for _, p := range l.Paths {
					if p.Timeline == nil {
						continue
					}
					best, worst, known := slowClock(g, p)
					gotBest, gotWorst := p.Timeline.Best, p.Timeline.Worst
					if known != (gotBest.Total != nil) || known != (gotWorst.Total != nil) || gotBest.AtLeast != best {
						t.Fatalf("seed %d, flow %s, %v: got %+v and %+v, want %d and %d, known %t\n%+v", seed, e.Flow, tasksOf(p), gotBest, gotWorst, best, worst, known, g.Dataset())
					}
					if !known {
						open++
						continue
					}
					exact++
					if *gotWorst.Total != worst {
						t.Fatalf("seed %d, flow %s, %v: got worst %d, want %d\n%+v", seed, e.Flow, tasksOf(p), *gotWorst.Total, worst, g.Dataset())
					}
				}
			}
		}
	}
	if seeds.All() && (exact < 500 || open < 500) {
		t.Errorf("%d times are known, %d are not; the test shows too little", exact, open)
	}
}

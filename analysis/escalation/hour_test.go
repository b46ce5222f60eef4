package escalation

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/hours"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// hourTimelines are dry runs worked by hand, as timelines are; behind an event stand its
// posts where it has several, or an hour is asked about.
var hourTimelines = []struct {
	name, text string
	options    EscalationOptions
	want, gaps string
}{
	{
		name: "several posts at once, repeats, a level of the next organization, hours aside",
		text: `
			org desk contacts=Clerk/5*2@Mo-Fr_08:00-18:00&Chief/20,Boss/7 escalates=hw^2
			org hw contacts=Line/20,Head/3*1
			1: user*
			2: desk*
			flow f from 1 to 2: 1 -report:10-> 2`,
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 10 call desk 1 Clerk [Clerk hours-aside x3 +0, Chief hours-aside x1 +0]
			- 30 next-level desk 2 Boss 20
			- 37 escalation hw 2 Head 7 [Head hours-aside x2 +0]
			10 40 answer
			10, 40`,
	},
	{
		name: "the list of the severity, and a repeat that nobody knows the wait of",
		text: `
			org desk contacts=Clerk/5 contacts!major=Chief*1 contacts:f=Nobody/9
			org hw contacts!major=Line/4 contacts:f!major=Head
			1: user*
			2: desk*
			3: hw*
			flow f from 1 to 3: 1 -report:10-> 2 -report:1-> 3
			handoffs: 1 -> 3`,
		options: EscalationOptions{Severity: "major"},
		want: `
			0 0 start 1
			10 10 handoff 1-2 10
			10 10 call desk 1 Nobody
			10 10 answer
			11 11 handoff 2-3 1
			11 11 call hw 1 Head
			11 11 answer
			11, 11`,
	},
	{
		name: "a level that is closed, a deputy, and the clock that moves on past closing time",
		text: `
			calendar jp Asia/Tokyo 2026-11-30
			org desk contacts=Clerk/5@Mo-Fr_08:30-18:00,Chief/30*1@Mo-Su_00:00-22:40~Guard@24/7,Boss@Mo-Fr_09:00-17:30;_PH_off
			1: user*
			2: desk*
			flow f from 1 to 2: 1 -report:5-> 2`,
		options: EscalationOptions{At: "2026-11-28T22:30"},
		want: `
			0 0 start 1
			5 5 handoff 1-2 5
			5 5 closed desk 1 - [Clerk closed x0 +0 opens 2026-11-30T08:30+09:00]
			5 5 next-level desk 2 Chief ? [Chief own-hours x1 +0, Guard deputy x1 +30]
			- - closed desk 3 - 60 [Boss closed x0 +0 opens 2026-12-01T09:00+09:00]
			5 35 answer
			5, 35`,
	},
	{
		name: "best and worst case call others",
		text: `
			calendar jp Asia/Tokyo
			org desk contacts=Clerk/20,Chief
			org hw contacts=Line/5@Mo-Su_08:00-18:00~Guard@Mo-Su_18:00-18:20,Head@Mo-Su_08:00-18:00
			1: user*
			2: desk*
			3: hw*
			flow f from 1 to 3: 1 -report:5-> 2 -report:5-> 3`,
		options: EscalationOptions{At: "2026-11-28T17:45"},
		want: `
			0 0 start 1
			5 5 handoff 1-2 5
			5 5 call desk 1 Clerk [Clerk hours-undeclared x1 +0]
			- 25 next-level desk 2 Chief 20 [Chief hours-undeclared x1 +0]
			5 25 answer
			10 30 handoff 2-3 5
			10 - call hw 1 Line [Line own-hours x1 +0]
			- 30 call hw 1 Guard [Guard deputy x1 +0]
			- - closed hw 2 - 5 [Head closed x0 +0 opens 2026-11-29T08:00+09:00]
			10 30 answer
			10, 30`,
	},
}

func postsText(e Event) string {
	var list []string
	for _, p := range e.Posts {
		text := fmt.Sprintf("%s %s x%d +%d", p.Contact.EN, p.Rule, p.Calls, p.After)
		if p.Opens != "" {
			text += " opens " + p.Opens
		}
		list = append(list, text)
	}
	if len(list) == 0 {
		return ""
	}
	return " [" + strings.Join(list, ", ") + "]"
}

func TestHourTimelines(t *testing.T) {
	for _, test := range hourTimelines {
		t.Run(test.name, func(t *testing.T) {
			e, err := Escalations(graphtext.Graph(t, test.text), "f", test.options)
			if err != nil {
				t.Fatal(err)
			}
			line := e.Ladders[0].Paths[0].Timeline
			var got, want []string
			for _, event := range line.Events {
				got = append(got, eventText(event)+postsText(event))
			}
			got = append(got, minutesText(&line.Best)+", "+minutesText(&line.Worst))
			for l := range strings.Lines(strings.TrimSpace(test.want)) {
				want = append(want, strings.TrimSpace(l))
			}
			if !slices.Equal(got, want) {
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

// TestHourRefused: what clocks do not show, or show twice, and severities of nobody.
func TestHourRefused(t *testing.T) {
	g := graphtext.Graph(t, "calendar de Europe/Berlin\norg a contacts=A@24/7\n1: a*\n2: b*\nflow f from 1 to 2: 1 -> 2")
	for at, says := range map[string]string{"2026-03-29T02:30": "does not exist", "2026-10-25T02:30": "+02:00 or", "tomorrow": "no date"} {
		if _, err := Escalations(g, "f", EscalationOptions{At: at}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: got error %v, want one with %q", at, err, says)
		}
	}
	if e, err := Escalations(g, "f", EscalationOptions{At: "2026-10-25T02:30+01:00"}); err != nil || e.At.Moment != "2026-10-25T02:30+01:00" || e.At.Zone != "Europe/Berlin" {
		t.Errorf("got %+v, %v", e.At, err)
	}
	if _, err := Escalations(g, "f", EscalationOptions{Severity: "x"}); err == nil {
		t.Error("a severity of nobody is taken")
	}
}

// withHours gives organizations levels with hours, deputies, repeats and posts at once.
func withHours(d graph.Dataset, seed uint64) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 5))
	open := []graph.Hours{"", "24/7", "Mo-Fr 08:00-18:00", "Mo-Su 17:30-18:30", "Mo-Su 18:05-23:00", "Su off"}
	d.Calendars = []graph.Calendar{{ID: "c", Zone: "Europe/Berlin"}}
	for i := range d.Organizations {
		o := &d.Organizations[i]
		for k := range r.IntN(4) {
			c := graph.Contact{
				Name: graph.Text(fmt.Sprint(o.ID, k)), WaitMinutes: 1 + r.IntN(20), Repeats: r.IntN(3), Hours: open[r.IntN(len(open))], Parallel: k > 0 && r.IntN(3) == 0,
			}
			if r.IntN(3) == 0 {
				c.Deputy = graph.Deputy{Name: graph.Text("deputy"), Hours: open[r.IntN(len(open))]}
			}
			o.Contacts = append(o.Contacts, c)
		}
		if to := r.IntN(len(d.Organizations)); to != i && r.IntN(2) > 0 {
			o.EscalatesTo = d.Organizations[to].ID
		}
	}
	return d
}

// slowCaller calls for an organization minute by minute from a minute on, and returns at
// which minutes somebody was called; it looks at the clock of each minute itself.
func slowCaller(g *graph.Graph, id string, start hours.Moment) (calls []int) {
	minute, seen := 0, map[string]bool{}
	reached := func(org int, text graph.Hours) bool {
		r, declared := g.Hours(text)
		return !declared || r.Open(g.Calendar(org), start+hours.Moment(minute))
	}
	for org, ok := g.OrganizationIndex(id); ok && !seen[g.Organizations()[org].ID]; {
		o := g.Organizations()[org]
		seen[o.ID] = true
		for first := 0; first < len(o.Contacts); {
			end := first + 1
			for end < len(o.Contacts) && o.Contacts[end].Parallel {
				end++
			}
			type line struct{ left, next int } // calls that are left, minutes until the next
			lines := make([]line, end-first)
			for i := range lines {
				lines[i].left = o.Contacts[first+i].Repeats + 1
			}
			for busy := true; busy; {
				busy = false
				for i := range lines {
					c := o.Contacts[first+i]
					if lines[i].next == 0 && lines[i].left > 0 {
						if reached(org, c.Hours) || !c.Deputy.IsZero() && reached(org, c.Deputy.Hours) {
							calls = append(calls, minute)
							lines[i].left, lines[i].next = lines[i].left-1, c.WaitMinutes
						} else {
							lines[i].left = 0
						}
					}
					busy = busy || lines[i].next > 0
				}
				if busy {
					minute++
					for i := range lines {
						lines[i].next = max(0, lines[i].next-1)
					}
				}
			}
			first = end
		}
		org, ok = g.OrganizationIndex(o.EscalatesTo)
	}
	return calls
}

// slowHours runs a sequence of steps minute by minute; known is false where nobody is reached.
func slowHours(g *graph.Graph, p Path, start hours.Moment, worst bool) (minute int, known bool) {
	had, known := map[string]bool{}, true
	for i, s := range p.Steps {
		if i > 0 {
			minute += *s.Minutes
		}
		already := slices.ContainsFunc(s.Organizations, func(id string) bool { return had[id] })
		if i == 0 || already && g.Rules().Leads == graph.AnyLead {
			for _, id := range s.Organizations {
				had[id] = had[id] || i == 0
			}
			known = known && len(s.Organizations) > 0
			continue
		}
		var answers []int
		missing := len(s.Organizations) == 0
		for _, id := range s.Organizations {
			if had[id] {
				continue
			}
			had[id] = true
			switch calls := slowCaller(g, id, start+hours.Moment(minute)); {
			case worst && len(calls) > 0:
				answers = append(answers, slices.Max(calls))
			case len(calls) > 0 && calls[0] == 0:
				answers = append(answers, 0)
			default:
				missing = true
			}
		}
		if missing && (g.Rules().Leads == graph.EachLead || len(answers) == 0) {
			return minute, false
		}
		if len(answers) > 0 && g.Rules().Leads == graph.EachLead {
			minute += slices.Max(answers)
		} else if len(answers) > 0 {
			minute += slices.Min(answers)
		}
	}
	return minute, known
}

// TestHoursBruteForce holds the times of timelines at an hour to calls minute by minute, over
// closing times and a change of clocks.
func TestHoursBruteForce(t *testing.T) {
	exact, open := 0, 0
	for seed := range seeds.Each(bruteforce.Rounds) {
		g, err := graph.New(withHours(timed(bruteforce.RandomDataset(seed, bruteforce.Small), seed, false), seed))
		if err != nil {
			t.Fatal(err)
		}
		at := []string{"2026-11-27T17:20", "2026-10-25T01:40", "2026-11-28T07:50"}[seed%3]
		start, _ := g.Calendar(0).Moment(at)
		for _, f := range g.Flows() {
			e, err := Escalations(g, f.ID, EscalationOptions{Options: rules.Options{}, At: at})
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range e.Ladders {
				for _, p := range l.Paths {
					if p.Timeline == nil || p.Branches != nil {
						continue
					}
					for _, c := range []struct {
						got   Minutes
						worst bool
					}{{p.Timeline.Best, false}, {p.Timeline.Worst, true}} {
						want, known := slowHours(g, p, start, c.worst)
						if known != (c.got.Total != nil) || known && want != *c.got.Total {
							t.Fatalf("seed %d, flow %s, %v, worst %t: got %+v, want %d, known %t\n%+v", seed, f.ID, tasksOf(p), c.worst, c.got, want, known, eventsText(p))
						}
						if open++; known {
							open, exact = open-1, exact+1
						}
					}
				}
			}
		}
	}
	if seeds.All() && (exact < 300 || open < 300) {
		t.Errorf("%d times are known, %d are not; the test shows too little", exact, open)
	}
}

func eventsText(p Path) string {
	var lines []string
	for _, e := range p.Timeline.Events {
		lines = append(lines, eventText(e)+postsText(e))
	}
	return strings.Join(lines, "\n")
}

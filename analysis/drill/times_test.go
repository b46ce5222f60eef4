package drill_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// TestTimesFollowFromDeclaredMinutes adds the minutes of handoffs by hand. With nobody out
// every time is that sum, unknown where a part is; with some out it is later by no more than
// they are waited for, and not known only when a part or a wait is not.
func TestTimesFollowFromDeclaredMinutes(t *testing.T) {
	exact, later := 0, 0
	for seed := range seeds.Each(3000) {
		r := rand.New(rand.NewPCG(seed, 79))
		text := randomText(r)
		if seed%2 == 0 {
			at := strings.Index(text, "flow ")
			text = text[:at] + partedArrows(r, text[at:])
		}
		if seed%3 > 0 { // all is declared
			text = strings.NewReplacer("report->", "report:9->", "report@", "report:9@", "X/11,Y", "X/11,Y/2", "org a\n", "org a contacts=X/3\n", "org b\n", "org b contacts=X/4\n").Replace(text)
		}
		d, err := graphtext.Parse(text)
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
		waits, unknown := 0, false
		for _, e := range p.Events {
			if e.Wait != nil {
				waits, unknown = waits+e.Wait.AtLeast, unknown || e.Wait.Total == nil
			}
		}
		ready := readyTimes(p)
		for _, e := range p.Events {
			if e.Kind != drill.HandoffEvent {
				continue
			}
			from := e.Handoffs[0].From
			want := sum(ready[from], minutesBetween(p, from, e.Task))
			switch {
			case want == nil && e.Minute != nil, want != nil && e.Minute == nil && !unknown:
				t.Fatalf("seed %d: event %d is known: %t, by hand: %t of\n%s\nwithout %v:\n%s", seed, e.Number, e.Minute != nil, want != nil, text, out, events(p))
			case e.Minute == nil:
			case *e.Minute < *want || *e.Minute > *want+waits:
				t.Fatalf("seed %d: event %d is at %d, by hand %d and waits of %d of\n%s\nwithout %v:\n%s", seed, e.Number, *e.Minute, *want, waits, text, out, events(p))
			case *e.Minute == *want:
				exact++
			default:
				later++
			}
		}
	}
	if seeds.All() && (exact < 1500 || later < 50) {
		t.Errorf("%d times are those of the handoffs, %d later: too few", exact, later)
	}
}

// readyTimes returns when each task of a plan has all that it waits for, in minutes of
// handoffs alone; nil for what is not known.
func readyTimes(p drill.Plan) map[string]*int {
	zero := 0
	ready := map[string]*int{p.Start: &zero}
	path := p.Path()
	for i, s := range p.Steps[1:] {
		var latest *int = &zero
		for _, a := range path.Arrivals(i + 1) {
			if a.Optional && !s.Optional || a.Other && !s.Other {
				continue
			}
			came := sum(ready[a.From], minutesBetween(p, a.From, s.Task))
			if came == nil || latest == nil {
				latest = nil
			} else if *came > *latest {
				latest = came
			}
		}
		ready[s.Task] = latest
	}
	return ready
}

// minutesBetween returns the declared minutes of the handoff that a plan plays between two
// tasks; the flows of this test have one between any two.
func minutesBetween(p drill.Plan, from, to string) *int {
	for _, e := range p.Events {
		i := slices.IndexFunc(e.Handoffs, func(h graph.Handoff) bool { return h.From == from && h.To == to })
		if i >= 0 && e.Handoffs[i].Minutes > 0 {
			return &e.Handoffs[i].Minutes
		}
	}
	return nil
}

func sum(a, b *int) *int {
	if a == nil || b == nil {
		return nil
	}
	both := *a + *b
	return &both
}

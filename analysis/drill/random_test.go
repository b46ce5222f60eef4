package drill_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// randomText returns a dataset of one flow of six tasks in the language of
// package graphtext: its tasks in order make a way, so that the goal is reached,
// and more handoffs lead anywhere.
func randomText(r *rand.Rand) string {
	const n = 6
	var b strings.Builder
	fmt.Fprintf(&b, "rules %s %s\n", []string{"any", "each"}[r.IntN(2)], []string{"fallback", "none"}[r.IntN(2)])
	for _, org := range "abcd" {
		fmt.Fprintf(&b, "org %c%s\n", org, []string{"", " contacts=X/7,Y/5", " contacts=X/11,Y"}[r.IntN(3)])
	}
	for task := range n {
		fmt.Fprintf(&b, "%d:", task+1)
		for _, org := range r.Perm(4)[:r.IntN(3)] {
			fmt.Fprintf(&b, " %c%s", 'a'+rune(org), []string{"*", "*", ""}[r.IntN(3)])
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "flow f from 1 to %d:", n)
	joined := map[[2]int]bool{}
	for i := range n - 1 + r.IntN(8) {
		from, to := i+1, i+2
		if i >= n-1 {
			from, to = 1+r.IntN(n), 1+r.IntN(n)
		}
		if from == to || joined[[2]int{from, to}] {
			continue
		}
		joined[[2]int{from, to}] = true
		if i > 0 {
			b.WriteString(",")
		}
		minutes := ""
		if r.IntN(3) > 0 {
			minutes = fmt.Sprintf("report:%d", 1+r.IntN(60))
		} else {
			minutes = "report"
		}
		fmt.Fprintf(&b, " %d -%s-> %d", from, minutes, to)
	}
	return b.String()
}

// TestRandomPlans checks what every plan keeps to.
func TestRandomPlans(t *testing.T) {
	complete := 0
	for seed := range seeds.Each(2000) {
		r := rand.New(rand.NewPCG(seed, 6))
		text := randomText(r)
		g := graphtext.Graph(t, text)
		out := []string{"a", "b", "c", "d"}[:r.IntN(3)]
		p, err := drill.PlanOf(g, "f", graph.Scenario{Without: out}, escalation.EscalationOptions{})
		if nobody := len(rules.Present(g, rules.InForce(g, rules.Options{}).Rules, "1", out)) == 0; err != nil {
			if !nobody && !strings.Contains(err.Error(), "the start task 1 is lost") {
				t.Fatalf("seed %d: %v of\n%s\nwithout %v", seed, err, text, out)
			}
			continue
		}
		fault := ""
		switch {
		case p.Branches != nil:
			fault = checkBranches(p, out)
		default:
			fault = check(g, p, out)
		}
		if fault != "" {
			t.Fatalf("seed %d: %s of\n%s\nwithout %v:\n%s", seed, fault, text, out, events(p))
		}
		if p.Complete {
			complete++
		}
	}
	if seeds.All() && (complete < 500 || complete > 1900) {
		t.Errorf("%d of 2000 random plans reach a goal: too few of one sort", complete)
	}
}

// checkEvents returns what the events of no plan may do, or nothing, and who they show to be
// out.
func checkEvents(p drill.Plan, out []string) (shown map[string]bool, fault string) {
	shown = map[string]bool{}
	for i, e := range p.Events {
		switch {
		case e.Number != i+1:
			return nil, fmt.Sprintf("event %d has the number %d", i+1, e.Number)
		case (e.Minute == nil) != (len(e.Undeclared)+len(e.Unwaited) > 0):
			return nil, fmt.Sprintf("event %d does not say why its time is not known", i+1)
		case e.Kind != drill.EndEvent && len(e.To) == 0 || e.Kind == drill.HandoffEvent && len(e.From) == 0:
			return nil, fmt.Sprintf("event %d is from or to nobody", i+1)
		case (e.Kind == drill.StartEvent) != (i == 0), (e.Kind == drill.EndEvent) != (i == len(p.Events)-1):
			return nil, fmt.Sprintf("event %d is a %s", i+1, e.Kind)
		case e.Kind == drill.AbsenceEvent && shown[e.Absent]:
			return nil, e.Absent + " is out twice"
		case e.Kind == drill.AbsenceEvent:
			shown[e.Absent] = true
		}
		for _, org := range out {
			if slices.Contains(slices.Concat(e.From, e.To), org) {
				return nil, fmt.Sprintf("event %d is played by %s, who is out", i+1, org)
			}
		}
	}
	return shown, checkNotices(p)
}

// checkNotices wants each absence of whom players call to be noticed once, when all its levels
// have been waited for, and each that nobody calls never.
func checkNotices(p drill.Plan) string {
	since := map[string]drill.Event{}
	for i, e := range p.Events {
		from, called := since[e.Absent]
		switch {
		case e.Kind == drill.AbsenceEvent && (len(e.Next) > 0 || p.ForPlayers(e) || p.Type(e) != drill.ContextualType):
			return fmt.Sprintf("event %d tells players something", i+1)
		case e.Kind == drill.AbsenceEvent && !e.Uncalled:
			since[e.Absent] = e
		case e.Kind == drill.NoticeEvent && (!called || p.ForPlayers(e) || !reflect.DeepEqual(e.Wait, from.Wait)):
			return fmt.Sprintf("event %d notices what does not show", i+1)
		case e.Kind == drill.NoticeEvent && from.Minute != nil:
			wait := escalation.Minutes{Total: new(int)}
			if e.Wait != nil {
				wait = *e.Wait
			}
			if (e.Minute == nil) != (wait.Total == nil) || e.Minute != nil && *e.Minute != *from.Minute+*wait.Total {
				return fmt.Sprintf("event %d is not when all levels have been waited for", i+1)
			}
		}
		if e.Kind == drill.NoticeEvent {
			delete(since, e.Absent)
		}
	}
	if len(since) > 0 {
		return fmt.Sprintf("%d absences are never noticed", len(since))
	}
	return ""
}

// check returns what a plan does not keep to, or nothing.
func check(g *graph.Graph, p drill.Plan, out []string) string {
	if paths := p.Escalation.Ladders[0].Paths; p.Complete != (len(paths) > 0) || p.Complete && !reflect.DeepEqual(p.Steps, paths[0].Steps) {
		return "it does not play the best path"
	}
	all, fault := checkEvents(p, out)
	if fault != "" {
		return fault
	}
	shown, handoffs := map[string]bool{}, 0
	for i, e := range p.Events {
		switch {
		case i > 0 && e.Minute != nil && (p.Events[i-1].Minute == nil || *e.Minute < *p.Events[i-1].Minute):
			return fmt.Sprintf("event %d is before the one before", i+1)
		}
		switch e.Kind {
		case drill.AbsenceEvent:
			if e.Wait != nil && !reflect.DeepEqual(*e.Wait, p.Escalation.Unanswered(g, e.Absent)) {
				return fmt.Sprintf("event %d waits %v", i+1, *e.Wait)
			}
			shown[e.Absent] = true
		case drill.HandoffEvent:
			handoffs++
			if s := p.Steps[handoffs]; e.Task != s.Task || e.Unled != (len(s.Organizations) == 0) || !e.Unled && !slices.Equal(e.To, s.Organizations) {
				return fmt.Sprintf("event %d does not hand on to the next step", i+1)
			}
		}
		for _, org := range out {
			if len(e.Next) > 0 && shown[org] && slices.Contains(e.Next[0].Organizations, org) {
				return fmt.Sprintf("after event %d work should go to %s, who is known to be out", i+1, org)
			}
		}
	}
	if end := p.Events[len(p.Events)-1]; !reflect.DeepEqual(end.Minute, p.Takes.Total) {
		return "it does not take as long as its end says"
	}
	if !slices.Equal(slices.Sorted(maps.Keys(all)), p.Absent) || handoffs != len(p.Steps)-1 {
		return "an absence or a handoff is missing"
	}
	return ""
}

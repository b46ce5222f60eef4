package drill_test

import (
	"fmt"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
)

// TestTypesOfEvents wants only what controllers bring in to be for players, and a handoff of
// parties that they play to be among it.
func TestTypesOfEvents(t *testing.T) {
	s := graph.Scenario{
		Without: []string{"hw"}, Simulated: []graph.Name{graph.Text("agency")},
		Injects: []graph.Inject{{Type: graph.Contextual}, {Type: graph.Contingency}, {}},
	}
	p := plan(t, relay, "fault", s, escalation.EscalationOptions{})
	got := ""
	for _, e := range p.Events {
		got += fmt.Sprintln(e.Kind, e.Task, p.Type(e), p.ForPlayers(e))
	}
	want := `start 1 inject true
handoff 2 inject true
absence 2 contextual false
notice 2 expected-action false
handoff 4 expected-action false
handoff 5 expected-action false
inject  contextual true
inject  contingency true
inject  inject true
end 5 inject true
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	p = plan(t, relay, "fault", graph.Scenario{Without: []string{"hw", "dev"}}, escalation.EscalationOptions{})
	if e := p.Events[len(p.Events)-2]; e.Kind != drill.NoWayEvent || p.Type(e) != drill.ContingencyType {
		t.Errorf("the last but one is a %s of type %s", e.Kind, p.Type(e))
	}
}

// TestEndThatIsStated wants a drill to end when its scenario says, and events behind that to
// be counted.
func TestEndThatIsStated(t *testing.T) {
	minutes := func(n int) *int { return &n }
	for _, c := range []struct {
		end          graph.Ending
		clock        graph.Clock
		want, beyond int
	}{
		{graph.Ending{Minutes: minutes(90)}, "", 90, 0},
		{graph.Ending{Time: "01:00"}, "23:50", 70, 0},
		{graph.Ending{Time: "23:50"}, "23:50", 24 * 60, 0},
		{graph.Ending{Minutes: minutes(20)}, "", 60, 2},
		{graph.Ending{Words: graph.Text("when all is well")}, "", 60, 0},
		{graph.Ending{}, "", 60, 0},
	} {
		p := plan(t, relay, "fault", graph.Scenario{End: c.end, Clock: c.clock}, escalation.EscalationOptions{})
		if end := p.Events[len(p.Events)-1]; end.Minute == nil || *end.Minute != c.want || p.Beyond != c.beyond {
			t.Errorf("%+v: ends at %v, %d beyond; want %d, %d", c.end, end.Minute, p.Beyond, c.want, c.beyond)
		}
	}
	p := plan(t, relay, "fault", graph.Scenario{End: graph.Ending{Minutes: minutes(300)}, Injects: []graph.Inject{{}}}, escalation.EscalationOptions{})
	if end := p.Events[len(p.Events)-1]; end.Minute == nil || *end.Minute != 300 {
		t.Errorf("with an inject of no time it ends at %v", end.Minute)
	}
}

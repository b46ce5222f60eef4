package graph_test

import (
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

func TestClock(t *testing.T) {
	for text, want := range map[graph.Clock]int{
		"00:00": 0, "09:30": 570, "23:59": 1439, "": -1, "24:00": -1, "9:30": -1, "09:60": -1, "09-30": -1, "0a:30": -1, "09:3०": -1,
	} {
		got, ok := text.Minutes()
		if ok != (want >= 0) || ok && got != want {
			t.Errorf("%q is %d, %v", text, got, ok)
		}
	}
}

func TestScenarioCheck(t *testing.T) {
	g := graphtext.Graph(t, "org a\norg b\n1: a*\n2: b*\n3: a*\nflow f from 1 to 2: 1 -> 2\nflow g from 3 to 2: 3 -> 2")
	five := 5
	for _, c := range []struct {
		name     string
		scenario graph.Scenario
		flow     string
		want     []string
	}{
		{"nothing", graph.Scenario{}, "f", nil},
		{"all", graph.Scenario{
			Title: graph.Text("T"), Flow: "f", Start: "b", Without: []string{"a"}, Clock: "09:00", Objectives: []graph.Aim{{Text: graph.Text("o")}},
			Injects: []graph.Inject{{Time: "02:00", To: "a", Objective: 1}, {Minutes: &five}, {}},
		}, "f", nil},
		{"another flow", graph.Scenario{Flow: "g"}, "f", []string{`/flow: "g": is another flow`}},
		{"no flow", graph.Scenario{Flow: "x", Start: "y"}, "x", []string{`/flow: "x": is no flow`}},
		{"a start of another flow", graph.Scenario{Start: "3"}, "f", []string{`/start: "3": has no place in the flow f`}},
		{"a start that is nothing", graph.Scenario{Start: "x"}, "f", []string{`/start: "x": is no task or organization`}},
		{"all faults at once", graph.Scenario{
			Title: graph.Text("a\nb"), Without: []string{"x", "a", "a"}, Clock: "9:00",
			Injects: []graph.Inject{{Time: "10:00", Minutes: &five, To: "y", Objective: 1}, {Time: "25:00"}},
		}, "f", []string{
			`/clock: "9:00"`, `/injects/0: "10:00, 5": has a time and minutes`, `/injects/0/objective: "1"`, `/injects/0/to: "y"`,
			`/injects/1/time: "25:00": is no time of day`, "/title/en: ", `/without/0: "x"`, `/without/2: "a": stands here twice`,
		}},
		{"who runs it", graph.Scenario{
			Date: "2024-02-29", Clock: "09:00", End: graph.Ending{Time: "12:00"}, Without: []string{"b"}, Simulated: []graph.Name{{JA: "新聞社", EN: "Newspaper"}, graph.Text("a")},
			Controllers: []graph.Controller{{Post: graph.Name{JA: "班長", EN: "Lead"}, Plays: []string{"b", "a", "新聞社"}, Line: "control-1"}},
			Evaluators:  []graph.Evaluator{{Post: graph.Text("E"), At: graph.Text("a")}},
			Injects:     []graph.Inject{{Type: graph.Contingency, Controller: "班長", From: "Newspaper", To: "b"}},
		}, "f", nil},
		{"faults of who runs it", graph.Scenario{
			Date: "2026-02-29", End: graph.Ending{Time: "12:00"}, Simulated: []graph.Name{graph.Text("Paper"), graph.Text("Paper"), graph.Text("a")}, Objectives: []graph.Aim{{Capability: graph.Text("c")}},
			Controllers: []graph.Controller{{Post: graph.Text("L"), Plays: []string{"b", "x"}, Line: "03-1234-5678"}, {Post: graph.Text("L"), Plays: []string{"Paper"}}, {Post: graph.Text("M"), Plays: []string{"Paper"}, Line: "a@b"}},
			Evaluators:  []graph.Evaluator{{}},
			Injects:     []graph.Inject{{Type: "wish", Controller: "N", From: "y", To: "a"}},
		}, "f", []string{
			`/controllers/0/line: "03-1234-5678": looks like a number`, `/controllers/0/plays/0: "b": takes part as a player`, `/controllers/0/plays/1: "x": is neither`,
			`/controllers/1/post: "L": stands here twice`, `/controllers/2/line: "a@b"`, `/controllers/2/plays/0: "Paper": is played by two`, `/date: "2026-02-29"`, `/end: "12:00": needs to know`,
			`/injects/0/controller: "N"`, `/injects/0/from: "y"`, `/injects/0/to: "a": is simulated`, `/injects/0/type: "wish"`, `/objectives/0: "c"`, `/simulated/1: "Paper": stands here twice`,
		}},
		{"a time before the clock", graph.Scenario{Clock: "22:30", Injects: []graph.Inject{{Time: "21:50"}, {Time: "10:00"}}}, "f", []string{`/injects/0/time: "21:50": comes 23:20 hours`}},
		{"a time without a clock", graph.Scenario{Injects: []graph.Inject{{Time: "10:00"}}}, "f", []string{`/injects/0/time: "10:00": needs to know`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			faults := c.scenario.Check(g, c.flow)
			faults.Sort()
			if len(faults) != len(c.want) {
				t.Fatalf("got %v, want %q", faults, c.want)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(faults[i].String(), want) {
					t.Errorf("got %s, want %s", faults[i], want)
				}
			}
		})
	}
}

package files

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/graphtext"
)

func openScenario(t *testing.T, text string) (ScenarioFile, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.yaml")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return OpenScenario(path)
}

func TestScenario(t *testing.T) {
	g := graphtext.Graph(t, "org a\norg b\n1: a*\n2: b*\nflow f from 1 to 2: 1 -> 2")
	file, err := openScenario(t, `title: {ja: 演習, en: Exercise}
flow: f
start: "1"
without: [b]
clock: 09:30
objectives: [Find out]
injects:
  - {time: 10:05, event: Call, inject: A call, to: a, expected_action: Answer, objective: 1}
  - {minutes: 0}
`)
	if err != nil {
		t.Fatal(err)
	}
	got, err := file.For(g, "f")
	zero := 0
	want := graph.Scenario{
		Title: graph.Name{JA: "演習", EN: "Exercise"}, Flow: "f", Start: "1", Without: []string{"b"}, Clock: "09:30", Objectives: []graph.Name{graph.Text("Find out")},
		Injects: []graph.Inject{
			{Time: "10:05", Event: graph.Text("Call"), Inject: graph.Text("A call"), To: "a", ExpectedAction: graph.Text("Answer"), Objective: 1},
			{Minutes: &zero},
		},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	if file, err := openScenario(t, ""); err != nil || !reflect.DeepEqual(file.Scenario, graph.Scenario{}) {
		t.Errorf("an empty file is %+v, %v", file.Scenario, err)
	}
}

func TestScenarioNamesEveryFault(t *testing.T) {
	_, err := openScenario(t, "clock: 9h\nstart: 1\ninjects:\n  - {minutes: -1, wine: red}\n")
	for _, want := range []string{"4 problems", `s.yaml:1:8: "9h"`, `s.yaml:2:8: "1": is of type number here, must be string; put it in quotes`, `s.yaml:4:15: "-1"`, `s.yaml:4:19: "wine"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error lacks %q:\n%v", want, err)
		}
	}
	file, err := openScenario(t, "without:\n  - a\n  - x\ninjects:\n  - {to: y}\n")
	if err != nil {
		t.Fatal(err)
	}
	g := graphtext.Graph(t, "org a\n1: a*\n2:\nflow f from 1 to 2: 1 -> 2")
	_, err = file.For(g, "f")
	for _, want := range []string{"2 problems", `s.yaml:3:5: "x"`, `s.yaml:5:10: "y"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error lacks %q:\n%v", want, err)
		}
	}
}

// TestScenariosAreNoDatasets checks that a scenario may lie in the folder of a
// dataset.
func TestScenariosAreNoDatasets(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"d.yaml": "name: D\n", "scenario.yaml": "title: S\n", "night.scenario.yml": "clock: \"23:00\"\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Open(t.Context(), folder, Options{}); err != nil {
		t.Error(err)
	}
}

package files

import (
	"errors"
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
		Title: graph.Name{JA: "演習", EN: "Exercise"}, Flow: "f", Start: "1", Without: []string{"b"}, Clock: "09:30", Objectives: []graph.Aim{{Text: graph.Text("Find out")}},
		Injects: []graph.Inject{
			{Time: "10:05", Event: graph.Text("Call"), Inject: graph.Text("A call"), To: "a", ExpectedAction: graph.Text("Answer"), Objective: 1},
			{Minutes: &zero},
		},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	file, err = openScenario(t, "number: 7\nend: 180\nobjectives:\n  - a\n  - {ja: い, en: b}\n  - {text: c, capability: {en: d}}\n")
	if err != nil {
		t.Fatal(err)
	}
	three := 180
	got, err = file.For(g, "f")
	want = graph.Scenario{Number: 7, End: graph.Ending{Minutes: &three}, Objectives: []graph.Aim{
		{Text: graph.Text("a")}, {Text: graph.Name{JA: "い", EN: "b"}}, {Text: graph.Text("c"), Capability: graph.Text("d")},
	}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	for text, want := range map[string]graph.Ending{`"01:20"`: {Time: "01:20"}, "{ja: 復旧, en: recovered}": {Words: graph.Name{JA: "復旧", EN: "recovered"}}, "recovered": {Words: graph.Text("recovered")}} {
		if file, err := openScenario(t, "end: "+text+"\n"); err != nil || file.End != want {
			t.Errorf("end: %s is %+v, %v", text, file.End, err)
		}
	}
	if file, err := openScenario(t, ""); err != nil || !reflect.DeepEqual(file.Scenario, graph.Scenario{}) {
		t.Errorf("an empty file is %+v, %v", file.Scenario, err)
	}
}

// TestScenarioNamesEveryFault checks that what does not fit the schema and what
// does not fit the graph are found at once, and each of them once.
func TestScenarioNamesEveryFault(t *testing.T) {
	g := graphtext.Graph(t, "org a\n1: a*\n2:\nflow f from 1 to 2: 1 -> 2")
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"of the schema", "clock: 9h\nstart: true\ninjects:\n  - {minutes: -1, wine: red}\n", []string{
			`s.yaml:1:8: "9h": is not of the form`, `s.yaml:2:8: "true": is of type boolean here, must be string; put it in quotes`, `s.yaml:4:15: "-1": is less than 0`,
			`s.yaml:4:19: "wine": is not a key that belongs here; tasuki schema scenario lists those that do`,
		}},
		{"of the graph", "without:\n  - a\n  - x\ninjects:\n  - {to: y}\n", []string{`s.yaml:3:5: "x"`, `s.yaml:5:10: "y"`}},
		{"of both", "clock: 930\nstart: true\nwithout: [x, 3]\ninjects:\n  - {time: \"09:00\", minutes: 5, wine: red}\n  - {minutes: five, to: y, objective: 1}\n  - four\n", []string{
			`s.yaml:1:8: "930": is no time of day`, `s.yaml:2:8: "true": is of type boolean`, `s.yaml:3:11: "x": is not the ID`, `s.yaml:3:14: "3": is not the ID`,
			`s.yaml:5:5: "09:00, 5": has a time and minutes; keep one of both`, `s.yaml:5:33: "wine"`, `s.yaml:6:15: "five": is of type string`, `s.yaml:6:25: "y"`,
			`s.yaml:6:39: "1": is not the number of an objective`, `s.yaml:7:5: "four": is of type string`,
		}},
		{"of who runs it", "date: 2026-13-01\nend: 0\nsimulated: [paper]\nobjectives:\n  - {capability: c}\ncontrollers:\n  - {post: L, plays: [a], line: 03-1234-5678}\n  - {plays: [z]}\n", []string{
			`s.yaml:1:7: "2026-13-01": is no day`, `s.yaml:2:6: "0": ends the drill before`, `s.yaml:5:5: "c": is an objective without a text`, `s.yaml:7:23: "a": takes part as a player`,
			`s.yaml:7:33: "03-1234-5678": looks like a number`, `s.yaml:8:5: "": the key "post" is missing`, `s.yaml:8:14: "z": is neither`,
		}},
		{"of the whole", "- title\n", []string{`s.yaml:1:1: "[\"title\"]": is of type array here, must be object`}},
		{"of no rule of its own", "title: {}\n", []string{`"{}": does not fit the schema; see tasuki schema scenario`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			file, err := openScenario(t, c.text)
			if err != nil {
				t.Fatal(err)
			}
			_, err = file.For(g, "f")
			var faults graph.Problems
			if !errors.As(err, &faults) || len(faults) != len(c.want) {
				t.Fatalf("got %v, want %d faults", err, len(c.want))
			}
			for i, want := range c.want {
				if !strings.Contains(faults[i].String(), want) {
					t.Errorf("fault %d is %s, want %s", i+1, faults[i], want)
				}
			}
		})
	}
	if _, err := openScenario(t, "title: [\n"); err == nil || !strings.Contains(err.Error(), "is not valid YAML") {
		t.Errorf("of what is no YAML: %v", err)
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

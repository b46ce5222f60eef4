package files

import (
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph"
)

// Numbers that stand for IDs are told apart by how they are written.
func TestNumbersAreIDsByTheirText(t *testing.T) {
	const text = `
organizations: [{id: 007, name: 2026}, {id: 7, name: Other}]
tasks:
  - {id: 1.1, name: Report}
  - {id: 1.10, name: Triage}
  - {id: 0x1F, name: Recover}
  - {id: 1e3, name: Close}
assignments:
  - {task: 1.1, organization: 007, role: lead}
  - {task: 1.10, organization: 7, role: lead}
flows:
  - id: 1.0
    name: Fault
    start: [1.1]
    goal: [0x1F]
    handoffs:
      - {from: 1.1, to: 1.10, kind: report, basis: {rows: [1.10]}}
      - {from: 1.10, to: 0x1F, kind: sequence, minutes: 10}
names:
  tasks: {1.10: {ja: 切り分け}}
`
	g := mustOpen(t, folderOf(t, map[string]string{"dataset.yaml": text}), Options{})
	var ids []string
	for _, task := range g.Tasks() {
		ids = append(ids, task.ID)
	}
	if got := strings.Join(ids, " "); got != "0x1F 1.1 1.10 1e3" {
		t.Errorf("tasks %s", got)
	}
	f := g.Flows()[0]
	if f.ID != "1.0" || f.Handoffs[0].To != "1.10" || f.Handoffs[0].Basis.Rows[0] != "1.10" || f.Goal[0] != "0x1F" || f.Handoffs[1].Minutes != 10 {
		t.Errorf("flow %+v", f)
	}
	if o := g.Organizations(); o[0].ID != "7" && o[1].ID != "7" || o[0].ID == o[1].ID {
		t.Errorf("organizations %+v", o)
	}
	if task, _ := g.TaskIndex("1.10"); g.Tasks()[task].Name.JA != "切り分け" {
		t.Error("the name of 1.10 was given to another task")
	}
}

func TestNumbersInReadingsAreIDs(t *testing.T) {
	dir := folderOf(t, map[string]string{"m.csv": "No,Task,A,B\n1.1,Report,○,\n1.10,Triage,,○\n", "m.reading.yaml": `
organizations: [{id: 1.10, name: A}, {id: 1.1, name: B}]
glyphs: {lead: [○]}
blocks: [{id: 1.0, lines: 2-3, headings: 1, item: 1, label: 2, columns: {3: 1.10, 4: 1.1}}]
rows: [{items: 1.10, reading: uncertain, alternatives: {4: [1.10]}, reason: 5}]
`})
	g := mustOpen(t, filepath.Join(dir, "m.csv"), Options{})
	for _, a := range g.Assignments() {
		if want := map[string]string{"1.1": "1.10", "1.10": "1.1"}[a.Task]; a.Organization != want {
			t.Errorf("task %s is led by %s, want %s", a.Task, a.Organization, want)
		}
		if a.Task == "1.10" && (a.Reading != graph.Uncertain || a.Alternatives[0] != "1.10") {
			t.Errorf("%+v", a)
		}
	}
}

// Other types than numbers in the place of a text are refused, with what to do.
func TestOtherTypesAreNoIDs(t *testing.T) {
	for _, c := range [][2]string{
		{"tasks: [{id: true, name: A}]", "put it in quotes"}, {"tasks: [{id: [1.10], name: A}]", "must be string"}, {"tasks: [{id: , name: A}]", "must be string"}, {"tasks: [{id: [窓口の業者, 運用の業者です], name: A}]", "must be string"},
		{"tasks: [{id: .inf, name: A}]", "no number"},
	} {
		_, err := Open(t.Context(), folderOf(t, map[string]string{"d.yaml": c[0]}), Options{})
		if err == nil || !strings.Contains(err.Error(), c[1]) || !strings.Contains(err.Error(), "d.yaml:1") {
			t.Errorf("%s: %v", c[0], err)
		}
	}
}

// A fact without a word on how it is read is read as it is printed.
func TestReadingMayBeLeftOut(t *testing.T) {
	const yaml = "organizations: [{id: a, name: A}]\ntasks: [{id: t, name: T}]\ncomponents: [{id: c, name: C}]\nassignments: [{task: t, organization: a, role: lead}]\nsupplies: [{component: c, organization: a}]\n"
	const json = `{"organizations":[{"id":"a","name":"A"}],"tasks":[{"id":"t","name":"T"}],"components":[{"id":"c","name":"C"}],"assignments":[{"task":"t","organization":"a","role":"lead"}],"supplies":[{"component":"c","organization":"a"}]}`
	dir := folderOf(t, map[string]string{"d.yaml": yaml, "d.json": json})
	for _, name := range []string{"d.yaml", "d.json"} {
		d := mustOpen(t, filepath.Join(dir, name), Options{}).Dataset()
		if d.Assignments[0].Reading != graph.Printed || d.Supplies[0].Reading != graph.Printed {
			t.Errorf("%s: %+v %+v", name, d.Assignments, d.Supplies)
		}
	}
}

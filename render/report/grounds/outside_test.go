package grounds_test

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/render/messages"
	"tasuki/render/report/grounds"
)

// outsideText returns what the report says of tasks in no flow, a line for each row.
func outsideText(t *testing.T, d graph.Dataset) string {
	t.Helper()
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, b := range grounds.OutsideFlows(messages.Printer{Graph: g, Language: messages.In(graph.English)}) {
		if b.Text != nil {
			lines = append(lines, b.Text.String())
		}
		if b.Table == nil {
			continue
		}
		for _, r := range b.Table.Rows {
			var cells []string
			for _, c := range r.Cells {
				cells = append(cells, c.Text.String())
			}
			lines = append(lines, strings.Join(cells, "|"))
		}
	}
	return strings.Join(lines, "\n")
}

func TestOutsideFlowsCountsByTopmostHeading(t *testing.T) {
	d := graph.Dataset{
		Categories: []graph.Term{{ID: "desk", Name: graph.Text("Desk")}, {ID: "night", Name: graph.Text("Night"), Parent: "desk"}, {ID: "plan", Name: graph.Text("Plan")}},
		Tasks: []graph.Task{
			{ID: "1", Name: graph.Text("a"), Category: "desk"}, {ID: "2", Name: graph.Text("b"), Category: "night"}, {ID: "3", Name: graph.Text("c"), Category: "plan"},
			{ID: "4", Name: graph.Text("d"), Category: "plan"}, {ID: "5", Name: graph.Text("e")}, {ID: "6", Name: graph.Text("f"), Category: "plan"},
		},
	}
	if got := outsideText(t, d); got != "" {
		t.Errorf("without flows: %s", got)
	}
	d.Flows = []graph.Flow{{ID: "f", Name: graph.Text("f"), Start: []string{"1"}, Goal: []string{"3"}, Handoffs: []graph.Handoff{{From: "1", To: "3", Kind: graph.Report}}}}
	want := "4 of 6 tasks are in no flow: what is said of flows leaves them out.\nPlan|3|2|4, 6\nDesk|2|1|2\n(no heading)|1|1|5"
	if got := outsideText(t, d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	d.Tasks = d.Tasks[:0:0]
	for _, id := range []string{"1", "3"} {
		d.Tasks = append(d.Tasks, graph.Task{ID: id, Name: graph.Text(id)})
	}
	if got := outsideText(t, d); got != "Every task is in a flow." {
		t.Errorf("all inside: %s", got)
	}
}

func TestOutsideFlowsKeepsItsBudget(t *testing.T) {
	d := graph.Dataset{
		Tasks: []graph.Task{{ID: "1", Name: graph.Text("a")}, {ID: "2", Name: graph.Text("b")}},
		Flows: []graph.Flow{{ID: "f", Name: graph.Text("f"), Start: []string{"1"}, Goal: []string{"2"}, Handoffs: []graph.Handoff{{From: "1", To: "2", Kind: graph.Report}}}},
	}
	for i := range 25 {
		id := fmt.Sprintf("c%02d", i)
		d.Categories = append(d.Categories, graph.Term{ID: id, Name: graph.Text(id)})
		for k := range 30 - i {
			d.Tasks = append(d.Tasks, graph.Task{ID: fmt.Sprintf("%s-%02d", id, k), Name: graph.Text("t"), Category: id})
		}
	}
	lines := strings.Split(outsideText(t, d), "\n")
	if len(lines) != 22 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, want := range map[int]string{1: "c00|30|30|", 21: "Other headings|40|40|"} {
		if got := lines[i]; !strings.HasPrefix(got, want) || strings.Count(got, "-") != 20 || !strings.HasSuffix(got, " more") {
			t.Errorf("line %d is %q", i, got)
		}
	}
}

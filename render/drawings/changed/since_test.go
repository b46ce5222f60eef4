package changed_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/difference"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/golden"
	"tasuki/internal/samples"
	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/drawings/changed"
	"tasuki/render/layout"
	"tasuki/render/messages"
)

// between draws what differs between two datasets.
func between(t *testing.T, old, now graph.Dataset, lang messages.Language) (*changed.Change, map[string]diagram.Diagram) {
	t.Helper()
	var graphs []*graph.Graph
	for _, d := range []graph.Dataset{old, now} {
		g, err := graph.New(d)
		if err != nil {
			t.Fatal(err)
		}
		graphs = append(graphs, g)
	}
	x, err := changed.Between(graphs[0], graphs[1], difference.Of(graphs[0], graphs[1], rules.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[string]diagram.Diagram{
		"dependencies": x.Dependencies(bottleneck.Bottlenecks(x.Before, rules.Options{}), bottleneck.Bottlenecks(x.After, rules.Options{}), diagram.Overlay{}, lang),
	}
	if drawn["matrix"], err = x.Matrix(drawings.Selection{}, diagram.Overlay{}, lang); err != nil {
		t.Fatal(err)
	}
	for _, f := range x.Union.Flows() {
		drawn["flow "+f.ID] = x.Lanes(f, diagram.Overlay{}, lang)
	}
	return x, drawn
}

// nextYear returns a dataset without some facts and with others: an organization and a task
// that are new, a task that has another ID, marks and handoffs that went and came.
func nextYear(d graph.Dataset, seed uint64) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 3))
	d = d.Canonical()
	d.Organizations = append(d.Organizations, graph.Organization{ID: "new", Name: graph.Text("New")})
	d.Tasks = append(d.Tasks, graph.Task{ID: "t99", Name: graph.Text("A task that nobody did before")})
	d.Assignments = slices.DeleteFunc(d.Assignments, func(graph.Assignment) bool { return r.IntN(4) == 0 })
	d.Assignments = append(d.Assignments, graph.Assignment{Task: "t99", Organization: "new", Role: graph.Lead, Reading: graph.Printed})
	for i := range d.Flows {
		f := &d.Flows[i]
		h := graph.Handoff{From: f.Start[0], To: "t99", Kind: graph.Report, Branch: "new"}
		if !slices.Contains(f.Goal, h.From) {
			f.Handoffs, f.Goal = append(f.Handoffs, h), append(f.Goal, "t99")
		}
	}
	return d
}

// TestBothWaysDifferAlike holds what came since an old dataset to what goes on the way back,
// on random pairs, and what stays to the drawing of the new one.
func TestBothWaysDifferAlike(t *testing.T) {
	tried := 0
	mirrored := map[diagram.Status]diagram.Status{diagram.CameStatus: diagram.GoneStatus, diagram.GoneStatus: diagram.CameStatus}
	for seed := range seeds.Each(120) {
		old := bruteforce.WithBranches(bruteforce.RandomDataset(seed, bruteforce.Small), seed)
		now := nextYear(old, seed)
		if _, err := graph.New(now); err != nil {
			continue // the new branch comes to no goal that is needed
		}
		tried++
		lang := messages.In(graph.English)
		_, there := between(t, old, now, lang)
		x, back := between(t, now, old, lang)
		for id, d := range there {
			status := map[string]diagram.Status{}
			for _, n := range back[id].Nodes {
				status[n.ID] = n.Status
			}
			for _, n := range d.Nodes {
				if want, ok := mirrored[n.Status]; ok && n.Class != diagram.TaskNode && status[n.ID] != want && status[n.ID] != diagram.LeftStatus {
					t.Errorf("seed %d: %s: %s is %q, and on the way back %q", seed, id, n.ID, n.Status.Word(), status[n.ID].Word())
				}
			}
			layout.SceneOf(d).Picture()
		}
		for _, f := range x.Before.Flows() {
			both, _ := x.Union.Flow(f.ID)
			if len(both.Handoffs) < len(f.Handoffs) {
				t.Errorf("seed %d: %d handoffs of %d are drawn", seed, len(both.Handoffs), len(f.Handoffs))
			}
		}
		if t.Failed() {
			return
		}
	}
	if seeds.All() && tried < 60 {
		t.Errorf("only %d pairs were compared", tried)
	}
}

func TestNothingDiffersFromItself(t *testing.T) {
	d := samples.Fault(t)
	_, drawn := between(t, d, d, messages.In(graph.English))
	for name, d := range drawn {
		if d.Changed() {
			t.Errorf("%s is changed", name)
		}
		if d.Change == "" {
			t.Errorf("%s does not say that it compares", name)
		}
	}
}

// TestTasksThatWentKeepTheMatrixInOrder puts a task that only the old matrix has where it
// stood, though the others are not in the order of their IDs.
func TestTasksThatWentKeepTheMatrixInOrder(t *testing.T) {
	var old graph.Dataset
	old.Organizations = []graph.Organization{{ID: "a", Name: graph.Text("a")}}
	for i, id := range []string{"3", "9", "1", "2"} {
		at := graph.Source{File: "m.tsv", Line: i + 2, Column: 3}
		old.Tasks = append(old.Tasks, graph.Task{ID: id, Name: graph.Text("Task " + id), Source: at})
		old.Assignments = append(old.Assignments, graph.Assignment{Task: id, Organization: "a", Role: graph.Lead, Reading: graph.Printed, Source: at})
	}
	now := old.Canonical()
	now.Tasks = slices.DeleteFunc(now.Tasks, func(t graph.Task) bool { return t.ID == "9" })
	now.Assignments = slices.DeleteFunc(now.Assignments, func(a graph.Assignment) bool { return a.Task == "9" })
	_, drawn := between(t, old, now, messages.In(graph.English))
	var rows []string
	for _, n := range drawn["matrix"].Nodes {
		if n.Class == diagram.RowNode {
			rows = append(rows, n.Ref)
		}
	}
	if got := fmt.Sprint(rows); got != "[3 9 1 2]" {
		t.Errorf("the rows are %s, want [3 9 1 2]", got)
	}
}

// TestFlowsThatDoNotGoTogetherSaySo draws the new flow alone, and says so, where a branch is
// optional in one dataset and needed in the other.
func TestFlowsThatDoNotGoTogetherSaySo(t *testing.T) {
	flow := func(to string, optional bool) graph.Dataset {
		d := graph.Dataset{Organizations: []graph.Organization{{ID: "a", Name: graph.Text("a")}}, Flows: []graph.Flow{{ID: "f", Name: graph.Text("f"), Start: []string{"1"}, Goal: []string{"2", "3"},
			Handoffs: []graph.Handoff{{From: "1", To: to, Kind: graph.Report, Branch: "x", Optional: optional}, {From: "1", To: "2", Kind: graph.Report, Branch: "y"}}}}}
		for _, id := range []string{"1", "2", "3", "4"} {
			d.Tasks = append(d.Tasks, graph.Task{ID: id, Name: graph.Text("Task " + id)})
		}
		d.Flows[0].Handoffs = append(d.Flows[0].Handoffs, graph.Handoff{From: to, To: "3", Kind: graph.Report})
		d.Flows[0].Handoffs = slices.DeleteFunc(d.Flows[0].Handoffs, func(h graph.Handoff) bool { return h.From == h.To })
		return d
	}
	_, drawn := between(t, flow("4", true), flow("3", false), messages.In(graph.English))
	d := drawn["flow f"]
	if len(d.Edges) != 2 || !slices.ContainsFunc(d.Notes, func(n string) bool { return strings.Contains(n, "are not drawn") }) {
		t.Errorf("%d handoffs are drawn, and the notes are %q", len(d.Edges), d.Notes)
	}
}

// TestPicturesOfDifferences keeps a picture of each drawing.
func TestPicturesOfDifferences(t *testing.T) {
	old := samples.Fault(t)
	now := old.Canonical()
	now.Organizations = append(slices.DeleteFunc(now.Organizations, func(o graph.Organization) bool { return o.ID == "storage" }),
		graph.Organization{ID: "cloud", Name: graph.Name{JA: "クラウド事業者", EN: "Cloud provider"}, Kind: graph.Vendor})
	for i := range now.Assignments {
		if a := &now.Assignments[i]; a.Organization == "storage" {
			a.Organization = "cloud"
		}
	}
	for i := range now.Supplies {
		if s := &now.Supplies[i]; s.Organization == "storage" {
			s.Organization = "cloud"
		}
	}
	now.Tasks = append(slices.DeleteFunc(now.Tasks, func(t graph.Task) bool { return t.ID == "9" }), graph.Task{ID: "13", Name: graph.Name{JA: "再発防止策の検討", EN: "Prevent it from happening again"}})
	of9 := func(h graph.Handoff) bool { return h.From == "9" || h.To == "9" }
	now.Flows[0].Handoffs = append(slices.DeleteFunc(now.Flows[0].Handoffs, of9), graph.Handoff{From: "11", To: "13", Kind: graph.Report, Artifact: graph.Text("KPT")}, graph.Handoff{From: "13", To: "12", Kind: graph.Report})
	now.Assignments = append(slices.DeleteFunc(now.Assignments, func(a graph.Assignment) bool { return a.Task == "9" || a.Task == "7" && a.Role == graph.Lead }),
		graph.Assignment{Task: "13", Organization: "cloud", Role: graph.Lead, Reading: graph.Printed})
	for _, lang := range samples.Languages() {
		_, drawn := between(t, old, now, lang)
		for name, d := range drawn {
			golden.Check(t, "since-"+string(bytes.ReplaceAll([]byte(name), []byte(" fault"), nil))+"-"+string(lang.Lang)+".svg", svg(d))
		}
	}
}

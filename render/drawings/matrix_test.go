package drawings_test

import (
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/internal/samples"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/layout"
	"tasuki/render/messages"
)

// Every task has one row, every mark one cell in the row of its task and the
// column of its organization, and the rows of single points of failure are
// marked.
func TestMatrixHoldsEveryMark(t *testing.T) {
	g, err := graph.New(samples.Fault(t))
	if err != nil {
		t.Fatal(err)
	}
	spofs := spof.SPOFs(g, rules.Options{})
	d, err := drawings.Matrix(g, drawings.Selection{}, diagram.OverlayOf(spofs, bottleneck.Bottleneck{}), messages.In(graph.English))
	if err != nil {
		t.Fatal(err)
	}
	row := map[string]int{}
	for _, n := range d.Nodes {
		if n.Class != diagram.RowNode {
			continue
		}
		if _, twice := row[n.Ref]; twice {
			t.Errorf("task %s has two rows", n.Ref)
		}
		row[n.Ref] = n.Row
		if got, want := slices.Contains(n.Marks, diagram.SPOFMark), slices.Contains(spofs[0].Tasks, n.Ref); got != want {
			t.Errorf("task %s is marked: %v, want %v", n.Ref, got, want)
		}
	}
	if len(row) != len(g.Tasks()) {
		t.Errorf("%d rows for %d tasks", len(row), len(g.Tasks()))
	}
	class := map[graph.Role]diagram.Class{graph.Lead: diagram.LeadCell, graph.Accountable: diagram.AccountableCell, graph.Support: diagram.SupportCell, graph.Informed: diagram.InformedCell}
	cells := 0
	for _, n := range d.Nodes {
		if n.Class >= diagram.LeadCell {
			cells++
		}
	}
	if cells != len(g.Assignments()) {
		t.Errorf("%d cells for %d marks", cells, len(g.Assignments()))
	}
	for _, a := range g.Assignments() {
		if !slices.ContainsFunc(d.Nodes, func(n diagram.Node) bool {
			return n.Class == class[a.Role] && n.Row == row[a.Task] && n.Ref == a.Task && d.Lanes[n.Lane].Ref == a.Organization &&
				slices.Contains(n.Marks, diagram.UncertainMark) == (a.Reading == graph.Uncertain)
		}) {
			t.Errorf("no cell for %+v", a)
		}
	}
}

func TestMatrixOfAPart(t *testing.T) {
	data := samples.Fault(t)
	data.Phases = []graph.Term{{ID: "run", Name: graph.Text("Run")}, {ID: "night", Name: graph.Text("Night"), Parent: "run"}, {ID: "build", Name: graph.Text("Build")}}
	for i, phase := range []string{"run", "night", "build"} {
		data.Tasks[i].Phase = phase
	}
	g, err := graph.New(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		s     drawings.Selection
		tasks int
		fails string
	}{
		{drawings.Selection{Phase: "run"}, 2, ""},
		{drawings.Selection{Phase: "build"}, 1, ""},
		{drawings.Selection{Flow: g.Flows()[0].ID}, len(graph.FlowTasks(g.Flows()[0])), ""},
		{drawings.Selection{Phase: "wine"}, 0, "use one of [build night run]"},
		{drawings.Selection{Flow: "wine"}, 0, "no flow is called"},
	} {
		d, err := drawings.Matrix(g, c.s, diagram.Overlay{}, messages.In(graph.English))
		if c.fails != "" {
			if err == nil || !strings.Contains(err.Error(), c.fails) {
				t.Errorf("%+v: the error is %v, want %q", c.s, err, c.fails)
			}
			continue
		}
		rows := 0
		for _, n := range d.Nodes {
			if n.Class == diagram.RowNode {
				rows++
			}
		}
		if err != nil || rows != c.tasks {
			t.Errorf("%+v: %d rows, want %d (%v)", c.s, rows, c.tasks, err)
		}
	}
}

// A page of a long table does not end with a heading, since a shape spans each
// heading and the row below it.
func TestTableKeepsHeadingsWithRows(t *testing.T) {
	data := samples.Fault(t)
	data.Phases = []graph.Term{{ID: "run", Name: graph.Text("Run")}}
	data.Categories = []graph.Term{{ID: "c", Name: graph.Text("Category")}}
	for i := range data.Tasks {
		data.Tasks[i].Phase = "run"
	}
	data.Tasks[0].Category = "c"
	d := samples.SampleDrawings(t, data, messages.In(graph.English))["matrix"]
	s := layout.SceneOf(d)
	at := func(name string) layout.Rect {
		i := slices.IndexFunc(s.Shapes, func(sh layout.Shape) bool { return sh.Name == name })
		if i < 0 {
			t.Fatalf("no shape is called %q", name)
		}
		return layout.Around(s.Shapes[i].At, s.Shapes[i].W, s.Shapes[i].H)
	}
	first := slices.IndexFunc(d.Nodes, func(n diagram.Node) bool { return n.Class == diagram.RowNode })
	if around, head, row := at("together 1"), at("heading 1"), at(d.Nodes[first].ID); around.Top > head.Top || around.Bottom < row.Bottom-1 {
		t.Errorf("%v spans not %v and %v", around, head, row)
	}
}

func TestSuppliesAreCompared(t *testing.T) {
	d := samples.SampleDrawings(t, samples.Fault(t), messages.In(graph.English))["supply"]
	marked := map[string]bool{}
	for _, n := range d.Nodes {
		marked[n.Text] = slices.Contains(n.Marks, diagram.DifferMark)
	}
	if !marked["Disks"] || len(d.Lanes) != 2 {
		t.Errorf("marked: %v, places: %v", marked, d.Lanes)
	}
	if last := d.Notes[len(d.Notes)-1]; !strings.Contains(last, "Spare") {
		t.Errorf("no note names what is left out: %q", last)
	}
}

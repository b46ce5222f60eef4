package drawings

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tasuki/graph"
	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/layout"
	"tasuki/render/messages"
)

// randomFlow returns a graph with one flow: tasks with up to three leads and
// handoffs between any of them, loops among them.
func randomFlow(t *testing.T, random *rand.Rand) *graph.Graph {
	t.Helper()
	var d graph.Dataset
	orgs, tasks := 1+random.IntN(6), 2+random.IntN(14)
	for o := range orgs {
		d.Organizations = append(d.Organizations, graph.Organization{ID: fmt.Sprint("o", o), Name: graph.Text("Organization"), Kind: graph.Vendor})
	}
	f := graph.Flow{ID: "f", Name: graph.Text("Flow"), Start: []string{"0"}, Goal: []string{"1"}}
	seen := map[[2]int]bool{}
	hand := func(from, to int) {
		if from != to && !seen[[2]int{from, to}] {
			seen[[2]int{from, to}] = true
			f.Handoffs = append(f.Handoffs, graph.Handoff{From: fmt.Sprint(from), To: fmt.Sprint(to), Kind: graph.Report, Artifact: graph.Text("Result of work")})
		}
	}
	for i := range tasks {
		d.Tasks = append(d.Tasks, graph.Task{ID: fmt.Sprint(i), Name: graph.Text("Work on the matter")})
		for _, o := range random.Perm(orgs)[:random.IntN(min(orgs, 3)+1)] {
			d.Assignments = append(d.Assignments, graph.Assignment{Task: fmt.Sprint(i), Organization: fmt.Sprint("o", o), Role: graph.Lead, Reading: graph.Printed})
		}
		hand(random.IntN(tasks), i)
		hand(i, random.IntN(tasks))
	}
	hand(0, 1)
	d.Flows = []graph.Flow{f}
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// On random flows every arrow finds a way that crosses no box and shares no
// piece of line with another, and every handoff but those that lead back goes
// down.
func TestLanesOfRandomFlows(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range seeds.Count(300) {
		g := randomFlow(t, random)
		d := Lanes(g, g.Flows()[0], diagram.Overlay{}, messages.In(graph.English))
		checkCells(t, d)
		checkWays(t, d)
		checkRows(t, g.Flows()[0], d)
		if t.Failed() {
			t.Fatalf("in the flow %+v", g.Flows()[0])
		}
	}
}

// checkCells checks that no two boxes share a lane and a row.
func checkCells(t *testing.T, d diagram.Diagram) {
	t.Helper()
	cells := map[[2]int]string{}
	for _, n := range d.Nodes {
		cell := [2]int{n.Lane, n.Row}
		if other, taken := cells[cell]; taken {
			t.Errorf("%q and %q both stand in lane %d, row %d", other, n.ID, n.Lane, n.Row)
		}
		cells[cell] = n.ID
	}
}

func checkRows(t *testing.T, f graph.Flow, d diagram.Diagram) {
	t.Helper()
	row := map[string]int{}
	for _, n := range d.Nodes {
		row[n.ID] = n.Row
	}
	for from, list := range forward(f) {
		for _, to := range list {
			if row[from] >= row[to] {
				t.Errorf("handoff %s -> %s leads from row %d to row %d", from, to, row[from], row[to])
			}
		}
	}
}

func checkWays(t *testing.T, d diagram.Diagram) {
	t.Helper()
	g := layout.NewGrid(d)
	g.PlaceColumns()
	g.PlaceRows(0)
	var pieces [][2]layout.Point
	for i, e := range d.Edges {
		chain := layout.Straightened(g.Chain(i))
		for k := range len(chain) - 1 {
			piece := [2]layout.Point{chain[k], chain[k+1]}
			for _, n := range d.Nodes {
				box := layout.Rect{Left: g.LaneX[n.Lane], Top: g.RowY[n.Row], Right: g.LaneX[n.Lane] + g.Boxes[n.Lane], Bottom: g.RowY[n.Row] + g.RowHeight[n.Row]}
				if crosses(piece, box.Grown(-0.5)) {
					t.Errorf("arrow %s -> %s crosses the box of %s", e.From, e.To, n.ID)
				}
			}
			for _, other := range pieces {
				if overlap(piece, other) {
					t.Errorf("arrow %s -> %s runs on another arrow at %v", e.From, e.To, piece)
				}
			}
		}
		for k := range len(chain) - 1 {
			pieces = append(pieces, [2]layout.Point{chain[k], chain[k+1]})
		}
	}
}

// crosses reports whether an upright or level line enters a rectangle.
func crosses(l [2]layout.Point, r layout.Rect) bool {
	return min(l[0].X, l[1].X) < r.Right && max(l[0].X, l[1].X) > r.Left && min(l[0].Y, l[1].Y) < r.Bottom && max(l[0].Y, l[1].Y) > r.Top
}

// overlap reports whether two upright or level lines share more than a point.
func overlap(a, b [2]layout.Point) bool {
	w := min(max(a[0].X, a[1].X), max(b[0].X, b[1].X)) - max(min(a[0].X, a[1].X), min(b[0].X, b[1].X))
	h := min(max(a[0].Y, a[1].Y), max(b[0].Y, b[1].Y)) - max(min(a[0].Y, a[1].Y), min(b[0].Y, b[1].Y))
	return math.Max(w, h) > 0.5 && math.Min(w, h) >= -1e-6 && math.Min(w, h) < 1e-6 && (isLevel(a) == isLevel(b))
}

func isLevel(l [2]layout.Point) bool { return math.Abs(l[0].Y-l[1].Y) < 1e-6 }

// What moving a lane changes is what counting anew says, and a lane order is not
// worse than any that moving one lane makes.
func TestLaneOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		g := randomFlow(t, random)
		f := g.Flows()[0]
		orgs := laneOrder(g, f)
		span, ties := laneSpan(g, f, orgs), tiesOf(g, f)
		for from := range orgs {
			spans := ties.moved(orgs, from)
			for to := range orgs {
				moved := slices.Insert(slices.Delete(slices.Clone(orgs), from, from+1), to, orgs[from])
				if want := laneSpan(g, f, moved); spans[to] != want {
					t.Errorf("lanes %v span %d with %d moved to %d, not %d", orgs, want, from, to, spans[to])
				} else if want < span && moved[len(orgs)-1] == orgs[len(orgs)-1] {
					t.Errorf("lanes %v span %d, %v span less", orgs, span, moved)
				}
			}
		}
	}
}

// laneSpan adds up how many lanes each handoff and each joint task spans.
func laneSpan(g *graph.Graph, f graph.Flow, orgs []int) int {
	span := 0
	for _, h := range f.Handoffs {
		from, to := slices.Index(orgs, leadsOf(g, h.From)[0]), slices.Index(orgs, leadsOf(g, h.To)[0])
		span += max(from, to) - min(from, to)
	}
	for _, id := range graph.FlowTasks(f) {
		low, high := len(orgs), 0
		for _, o := range leadsOf(g, id) {
			low, high = min(low, slices.Index(orgs, o)), max(high, slices.Index(orgs, o))
		}
		span += high - low
	}
	return span
}

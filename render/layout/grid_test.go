package layout

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/look"
	"tasuki/render/messages"
)

// eachGrid runs a check on random grids with their scenes.
func eachGrid(t *testing.T, check func(*grid, *Scene, map[string]Shape)) {
	t.Helper()
	for seed := range seeds.Each(600) {
		d := randomGrid(rand.New(rand.NewPCG(seed, 21)))
		s := SceneOf(d)
		g := NewGrid(d)
		g.PlaceColumns()
		g.PlaceRows(0)
		if check(g, s, s.shapes()); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// No two boxes share a place, and each stands within its lane.
func TestBoxesOfLanesStandApart(t *testing.T) {
	eachGrid(t, func(g *grid, _ *Scene, shapes map[string]Shape) {
		for i, n := range g.D.Nodes {
			box := shapes[n.ID].around()
			lane := shapes[fmt.Sprintf("lane %d", n.Lane+1)]
			if n.Class != diagram.HeadingNode && !lane.around().holds(box) {
				t.Errorf("%q at %+v stands outside its lane, %+v", n.ID, box, lane.around())
			}
			for _, other := range g.D.Nodes[:i] {
				if box.overlaps(shapes[other.ID].around()) {
					t.Errorf("%q covers %q", n.ID, other.ID)
				}
				if n.Row > other.Row != (box.Top >= shapes[other.ID].around().Bottom) && n.Row != other.Row {
					t.Errorf("%q of row %d and %q of row %d stand at %+v and %+v", n.ID, n.Row, other.ID, other.Row, box, shapes[other.ID].around())
				}
			}
		}
	})
}

// An arrow that runs along a gutter keeps off the border between the lanes.
func TestArrowsOfLanesKeepOffBorders(t *testing.T) {
	along := 0
	eachGrid(t, func(g *grid, _ *Scene, _ map[string]Shape) {
		for i, e := range g.D.Edges {
			chain := g.Chain(i)
			for k, p := range chain[1:] {
				if p.X != chain[k].X || p.Y == chain[k].Y {
					continue
				}
				along++
				for _, border := range g.edge[1 : len(g.edge)-1] {
					if math.Abs(p.X-border) < 2.9 {
						t.Errorf("%q to %q runs down at %.1f, on the border at %.1f", e.From, e.To, p.X, border)
					}
				}
			}
		}
	})
	if along == 0 {
		t.Error("no arrow runs down")
	}
}

// An arrow begins at the bottom or a side of its box, ends at the top of the
// other, and on its way stands in no box, be it its own.
func TestArrowsOfLanesRunBetweenBoxes(t *testing.T) {
	eachGrid(t, func(g *grid, s *Scene, shapes map[string]Shape) {
		for i, e := range g.D.Edges {
			a, from, to := s.Arrows[i], shapes[e.From].around(), shapes[e.To].around()
			if !onBorder(from, a.TailTip) || near(a.TailTip, Point{a.TailTip.X, from.Top}) {
				t.Errorf("%s begins at %v, its box is %+v", a.ID, a.TailTip, from)
			}
			if !onBorder(to, a.HeadTip) || math.Abs(a.HeadTip.Y-to.Top) > 1e-6 {
				t.Errorf("%s ends at %v, its box is %+v", a.ID, a.HeadTip, to)
			}
			for _, n := range g.D.Nodes {
				box := shapes[n.ID].around().Grown(-0.1)
				if at := slices.IndexFunc(a.along(), box.contains); at >= 0 {
					t.Errorf("%s stands in %q at %v", a.ID, n.ID, a.along()[at])
				}
			}
		}
	})
}

// onBorder reports whether a point stands on the border of a rectangle.
func onBorder(r Rect, p Point) bool {
	return r.Grown(1e-6).contains(p) && !r.Grown(-1e-6).contains(p)
}

// A label stands in the room between rows: on no box, no arrow and no other
// label. One that finds no room is counted in a note.
func TestLabelsStandApart(t *testing.T) {
	labels := 0
	eachGrid(t, func(g *grid, s *Scene, shapes map[string]Shape) {
		var earlier []Rect
		missing := 0
		for i, e := range g.D.Edges {
			if g.ends[i].label == nil {
				if e.Label != "" {
					missing++
				}
				continue
			}
			sh := shapes[fmt.Sprintf("edge %d label", i+1)]
			if end := labelled(g, s.Arrows[i], i); !slices.Equal(sh.Lines, g.ends[i].label) || math.Abs(sh.around().Left-end.X) > 2*labelGap || math.Abs(sh.At.Y-end.Y) > sh.H {
				t.Errorf("the label of arrow %d, %q, stands at %+v, its end at %v", i+1, g.ends[i].label, sh.around(), end)
			}
			labels++
			label := sh.text()
			for _, n := range g.D.Nodes {
				if label.overlaps(shapes[n.ID].around()) {
					t.Errorf("the label %q covers %q", g.ends[i].label, n.ID)
				}
			}
			for _, a := range s.Arrows[:len(g.D.Edges)] {
				if slices.ContainsFunc(a.along(), label.contains) {
					t.Errorf("%s runs through the label %q", a.ID, g.ends[i].label)
				}
			}
			for _, other := range earlier {
				if label.overlaps(other) {
					t.Errorf("the label %q covers another", g.ends[i].label)
				}
			}
			earlier = append(earlier, label)
		}
		said := slices.ContainsFunc(s.Shapes, func(sh Shape) bool {
			return strings.HasPrefix(sh.Name, fmt.Sprintf("note %d", len(g.D.Notes)+1)) && strings.Contains(strings.Join(sh.Lines, " "), fmt.Sprint(missing))
		})
		if missing != g.Dropped() || said != (missing > 0) {
			t.Errorf("%d labels are missing, %d are counted, a note says so: %t", missing, g.Dropped(), said)
		}
	})
	if seeds.All() && labels < 500 {
		t.Errorf("only %d labels were looked at", labels)
	}
}

// labelled returns the end of an arrow at which its label stands.
func labelled(g *grid, a Arrow, i int) Point {
	if g.ends[i].atExit {
		return a.TailTip
	}
	return a.HeadTip
}

// The legend, the notes and the last arrow all stand in their own part of the
// page: what the lanes hold is above what explains it.
func TestLegendStandsBelowTheLanes(t *testing.T) {
	eachGrid(t, func(g *grid, s *Scene, shapes map[string]Shape) {
		lane := shapes["lane 1"].around()
		for _, a := range s.Arrows[:len(g.D.Edges)] {
			for _, p := range a.along() {
				if p.Y < shapes["lane 1 head"].around().Bottom || p.Y > lane.Bottom {
					t.Errorf("%s runs through %v, outside of the lanes", a.ID, p)
				}
			}
		}
		for i := range g.D.Legend {
			if sample := shapes[fmt.Sprintf("legend %d text", i+1)]; sample.Font == look.SmallFont && sample.around().Top < lane.Bottom {
				t.Errorf("the legend begins at %g, the lanes end at %g", sample.around().Top, lane.Bottom)
			}
		}
	})
}

// Lanes of few handoffs fit the page, whatever their names.
func TestFewLanesFitThePage(t *testing.T) {
	random := rand.New(rand.NewPCG(seeds.First(), 22))
	for range seeds.Count(200) {
		d := diagram.Diagram{ID: "few", Language: messages.In(graph.English), Title: hardName(random)}
		for lane := range 1 + random.IntN(4) {
			d.Lanes = append(d.Lanes, diagram.Lane{Title: hardName(random)})
			d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprint("task ", lane), Text: hardName(random), Lane: lane, Row: lane})
			if lane > 0 {
				d.Edges = append(d.Edges, diagram.Edge{From: fmt.Sprint("task ", lane-1), To: fmt.Sprint("task ", lane), Label: hardName(random)})
			}
		}
		s := SceneOf(d)
		for _, sh := range s.Shapes {
			if sh.around().Right > PageWidth+SignSize+1e-6 {
				t.Errorf("%q reaches to %g, the page to %g", sh.Name, sh.around().Right, PageWidth+SignSize)
			}
		}
	}
}

// A word of a lane's title that would fit a wide lane is not broken in a narrow one.
func TestTitlesOfLanesKeepTheirWords(t *testing.T) {
	d := diagram.Diagram{ID: "words", Language: messages.In(graph.English), Lanes: []diagram.Lane{{Title: "Desk"}, {Title: "Project management support vendor"}, {Title: "Network"}}, Nodes: []diagram.Node{
		{ID: "a", Text: "Work"}, {ID: "b", Class: diagram.JointNode, Text: "a", Lane: 1}, {ID: "c", Class: diagram.JointNode, Text: "a", Lane: 2},
	}}
	lines := SceneOf(d).shapes()["lane 2 title"].Lines
	if !slices.Equal(strings.Fields(strings.Join(lines, " ")), strings.Fields(d.Lanes[1].Title)) {
		t.Errorf("the title is broken into %q", lines)
	}
}

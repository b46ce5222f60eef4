package layout

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/look"
)

// eachRing runs a check on random rings with their scenes.
func eachRing(t *testing.T, check func(diagram.Diagram, *Scene, map[string]Shape)) {
	t.Helper()
	for seed := range seeds.Each(400) {
		d := randomRing(rand.New(rand.NewPCG(seed, 41)))
		s := SceneOf(d)
		if check(d, s, s.shapes()); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// No two organizations share a place, and those without handoffs stand below the
// others.
func TestBoxesOfRingsStandApart(t *testing.T) {
	eachRing(t, func(d diagram.Diagram, _ *Scene, shapes map[string]Shape) {
		linked := map[string]bool{}
		for _, e := range d.Edges {
			linked[e.From], linked[e.To] = true, true
		}
		right, rest := PageWidth, 0.0
		for i, n := range d.Nodes {
			box := shapes[n.ID].around()
			if linked[n.ID] {
				right = max(right, box.Right)
			} else {
				rest = max(rest, box.Right)
			}
			for _, other := range d.Nodes[:i] {
				theirs := shapes[other.ID].around()
				if box.overlaps(theirs) {
					t.Errorf("%q at %+v covers %q at %+v", n.ID, box, other.ID, theirs)
				}
				if linked[n.ID] && !linked[other.ID] && box.Bottom > theirs.Top || !linked[n.ID] && linked[other.ID] && box.Top < theirs.Bottom {
					t.Errorf("%q at %+v and %q at %+v: one has handoffs, the other has none", n.ID, box, other.ID, theirs)
				}
			}
		}
		if rest > right+ringBox/4 { // the circle itself is a little wider than the boxes on it
			t.Errorf("the rows below reach to %g, the ring to %g", rest, right)
		}
	})
}

// An arrow begins and ends at the border of its boxes, stands in no other, and is
// drawn as wide as its sum is large. The two arrows between two organizations
// are told apart.
func TestArrowsOfRings(t *testing.T) {
	touching, arrows := 0, 0
	eachRing(t, func(d diagram.Diagram, s *Scene, shapes map[string]Shape) {
		for i, e := range d.Edges {
			a, from, to := s.Arrows[i], shapes[e.From].around(), shapes[e.To].around()
			if !onBorderAbout(from, a.Points[0]) || !onBorderAbout(to, a.HeadTip) {
				t.Errorf("%s runs from %v to %v, its boxes are %+v and %+v", a.ID, a.Points[0], a.HeadTip, from, to)
			}
			arrows++
			for _, n := range d.Nodes {
				if n.ID != e.From && n.ID != e.To && slices.ContainsFunc(a.along(), shapes[n.ID].around().contains) {
					touching++
				}
			}
			for k, other := range d.Edges[:i] {
				if (e.Weight > other.Weight) != (a.Pen > s.Arrows[k].Pen) {
					t.Errorf("arrows of %g and %g are %g and %g wide", e.Weight, other.Weight, a.Pen, s.Arrows[k].Pen)
				}
				middle, theirs := curve(a.Points).at(0.5), curve(s.Arrows[k].Points).at(0.5)
				if e.From == other.To && e.To == other.From && math.Hypot(middle.X-theirs.X, middle.Y-theirs.Y) < 4 {
					t.Errorf("%s and %s run on each other at %v", a.ID, s.Arrows[k].ID, middle)
				}
			}
		}
	})
	if touching > 0 {
		t.Errorf("%d of %d arrows stand in a box that is not theirs", touching, arrows)
	}
}

// onBorderAbout allows for how exactly a curve is cut.
func onBorderAbout(r Rect, p Point) bool {
	return r.Grown(0.01).contains(p) && !r.Grown(-0.01).contains(p)
}

// The number of an arrow stands at it and on no other arrow, number or box; what finds
// no such place is left out, and counted.
func TestNumbersOfRings(t *testing.T) {
	left, numbers := 0, 0
	eachRing(t, func(d diagram.Diagram, s *Scene, shapes map[string]Shape) {
		var earlier []Rect
		missing := 0
		for i, e := range d.Edges {
			number, ok := shapes[fmt.Sprintf("edge %d label", i+1)]
			if numbers++; !ok {
				missing++
				continue
			}
			place := number.around()
			if !slices.Equal(number.Lines, []string{e.Label}) {
				t.Errorf("arrow %d has the number %q, want %q", i+1, number.Lines, e.Label)
			}
			if !slices.ContainsFunc(s.Arrows[i].along(), place.Grown(10).contains) {
				t.Errorf("the number of arrow %d stands at %+v, off its arrow", i+1, place)
			}
			for k, other := range s.Arrows {
				if k != i && k < len(d.Edges) && slices.ContainsFunc(other.along(), place.contains) {
					t.Errorf("the number of arrow %d at %+v stands on arrow %d", i+1, place, k+1)
				}
			}
			if slices.ContainsFunc(d.Nodes, func(n diagram.Node) bool { return place.overlaps(shapes[n.ID].around()) }) {
				t.Errorf("the number of arrow %d at %+v stands on a box", i+1, place)
			}
			if slices.ContainsFunc(earlier, place.overlaps) {
				t.Errorf("the number of arrow %d at %+v stands on another", i+1, place)
			}
			earlier = append(earlier, place)
		}
		if note := fmt.Sprintf(": the numbers of %d arrows.", missing); missing > 1 && !slices.ContainsFunc(s.Shapes, func(sh Shape) bool { return strings.HasSuffix(strings.Join(sh.Lines, " "), note) }) {
			t.Errorf("%d numbers are missing, and no note says so", missing)
		}
		left += missing
	})
	if left > numbers/50 {
		t.Errorf("%d of %d numbers are left out", left, numbers)
	}
}

// The area of a box grows with its load, and every text fits its box.
func TestBoxesOfRingsGrowWithLoad(t *testing.T) {
	d := diagram.Diagram{Arrangement: diagram.Ring}
	for i, load := range []float64{0.25, 1, 0, 0.5} {
		d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprint(i), Head: strings.Repeat("Service desk ", i), Text: "leads tasks", Load: load})
		d.Edges = append(d.Edges, diagram.Edge{From: fmt.Sprint(i), To: fmt.Sprint((i + 1) % 4), Weight: 1, Label: "1"})
	}
	shapes := SceneOf(d).shapes()
	unit := shapes["2"].W * shapes["2"].H
	for _, n := range d.Nodes {
		box := shapes[n.ID]
		if got, want := box.W*box.H, unit*(1+n.Load); math.Abs(got-want) > 1e-6*want {
			t.Errorf("a load of %g has an area of %g, want %g", n.Load, got, want)
		}
		for _, part := range []string{" head", " text"} {
			if text, ok := shapes[n.ID+part]; ok && !box.around().holds(text.around()) {
				t.Errorf("the text at %+v leaves its box %+v", text.around(), box.around())
			}
		}
	}
}

// Ways there and back through hidden organizations are one line with two heads; declared
// arrows are two.
func TestHiddenWaysOfRingsAreOneLine(t *testing.T) {
	d := diagram.Diagram{Arrangement: diagram.Ring, Nodes: []diagram.Node{{ID: "a"}, {ID: "b"}, {ID: "c"}}, Edges: []diagram.Edge{
		{From: "a", To: "b", Passes: 1, Hint: "there"}, {From: "b", To: "a", Passes: 1, Hint: "back"},
		{From: "b", To: "c", Weight: 1, Label: "1"}, {From: "c", To: "b", Weight: 1, Label: "1"},
	}}
	s := SceneOf(d)
	if len(s.Arrows) != 3 || s.Arrows[0].Tail == "" || s.Arrows[1].Tail != "" || s.Arrows[0].Hint != "there\nback" {
		t.Fatalf("the arrows are %+v", s.Arrows)
	}
	if got := len(s.Arrows[0].outlines()); got != 3 {
		t.Errorf("the way there and back has %d outlines, want its line and two heads", got)
	}
}

// Colour is left to the worst single point of failure.
func TestAlarmOfRings(t *testing.T) {
	d := diagram.Diagram{Arrangement: diagram.Ring, Nodes: []diagram.Node{{ID: "a", Marks: []diagram.Mark{diagram.WorstMark}}, {ID: "b", Marks: []diagram.Mark{diagram.SPOFMark}}}}
	shapes := SceneOf(d).shapes()
	if a, b := shapes["a"], shapes["b"]; a.Stroke != look.Vermilion || b.Stroke == look.Vermilion || shapes["b mark 1"].Fill == look.Vermilion || a.Pen <= b.Pen || b.Pen <= 1 {
		t.Errorf("the worst is painted as %+v, another as %+v", a.Look, b.Look)
	}
}

// The first organization with handoffs stands in the centre: as far from the
// left end of the circle as from the right.
func TestFirstOfRingStandsInItsCentre(t *testing.T) {
	for n := 4; n < 20; n++ {
		d := diagram.Diagram{Arrangement: diagram.Ring}
		for i := range n {
			d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprint(i), Head: "Desk"})
			if i > 0 {
				d.Edges = append(d.Edges, diagram.Edge{From: "0", To: fmt.Sprint(i), Weight: 1, Label: "1"})
			}
		}
		shapes := SceneOf(d).shapes()
		centre, nearest, farthest := shapes["0"].At, math.Inf(1), 0.0
		sum := Point{}
		for i := 1; i < n; i++ {
			at := shapes[fmt.Sprint(i)].At
			away := math.Hypot(at.X-centre.X, (at.Y-centre.Y)/ringHeight)
			nearest, farthest = min(nearest, away), max(farthest, away)
			sum.X, sum.Y = sum.X+at.X-centre.X, sum.Y+at.Y-centre.Y
		}
		if farthest-nearest > 1e-6 || math.Hypot(sum.X, sum.Y) > 1e-6 {
			t.Errorf("of %d: the others stand %g to %g away, their mean %v off the centre", n, nearest, farthest, sum)
		}
	}
}

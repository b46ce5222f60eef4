package layout

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/look"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// eachScene runs a check on random diagrams of every arrangement.
func eachScene(t *testing.T, full int, check func(*testing.T, diagram.Diagram, *Scene)) {
	t.Helper()
	for name, random := range map[string]func(*rand.Rand) diagram.Diagram{"grid": randomGrid, "ring": randomRing, "table": randomTable} {
		t.Run(name, func(t *testing.T) {
			for seed := range seeds.Each(full) {
				d := random(rand.New(rand.NewPCG(seed, 11)))
				if check(t, d, SceneOf(d)); t.Failed() {
					t.Fatalf("seed %d", seed)
				}
			}
		})
	}
}

func (sh Shape) around() Rect { return Around(sh.At, sh.W, sh.H) }

// holds reports whether one rectangle holds another, up to a rounding error.
func (r Rect) holds(o Rect) bool {
	return r.Left-1e-6 <= o.Left && r.Top-1e-6 <= o.Top && o.Right <= r.Right+1e-6 && o.Bottom <= r.Bottom+1e-6
}

// text returns the rectangle that the lines of a shape cover.
func (sh Shape) text() Rect {
	w, h := sh.Font.Width(sh.Lines), sh.Font.Height(len(sh.Lines))
	at := sh.At
	if sh.Left {
		at.X += sh.Margin() + (w-sh.W)/2
	}
	return Around(at, w, h)
}

// shapes returns the shapes of a scene by name.
func (s *Scene) shapes() map[string]Shape {
	all := map[string]Shape{}
	for _, sh := range s.Shapes {
		all[sh.Name] = sh
	}
	return all
}

// along returns points on an arrow, from its tail to where its head begins, and
// the tip of its head.
func (a Arrow) along() []Point {
	var points []Point
	for i := 0; i+3 < len(a.Points); i += 3 {
		for k := range 41 {
			points = append(points, curve(a.Points[i:i+4]).at(float64(k)/40))
		}
	}
	return append(points, a.HeadTip)
}

// Whatever names are, shapes and places to link to have different ones, and
// arrows join shapes.
func TestNamesAreUnlikeEachOther(t *testing.T) {
	eachScene(t, 200, func(t *testing.T, d diagram.Diagram, s *Scene) {
		names, ids := map[string]bool{}, map[string]bool{s.Name: true}
		id := func(id string) {
			if ids[id] {
				t.Errorf("the id %q stands twice", id)
			}
			ids[id] = true
		}
		for _, sh := range s.Shapes {
			if names[sh.Name] {
				t.Errorf("the name %q stands twice", sh.Name)
			}
			names[sh.Name] = true
			if sh.ID != "" {
				id(sh.ID)
			}
		}
		for _, a := range s.Arrows {
			id(a.ID)
			if !names[a.From] || !names[a.To] {
				t.Errorf("an arrow joins %q and %q", a.From, a.To)
			}
		}
		for _, n := range d.Nodes {
			if !names[n.ID] {
				t.Errorf("%q is not drawn", n.ID)
			}
		}
	})
}

// A scene follows from its diagram alone, and leaves it as it was.
func TestSameDiagramGivesSameScene(t *testing.T) {
	for seed := range seeds.Each(100) {
		for _, random := range []func(*rand.Rand) diagram.Diagram{randomGrid, randomRing, randomTable} {
			d, same := random(rand.New(rand.NewPCG(seed, 12))), random(rand.New(rand.NewPCG(seed, 12)))
			d.Notes, same.Notes = append(make([]string, 0, 9), d.Notes...), append([]string{}, same.Notes...) // room that the scene must not write to
			first, second := SceneOf(d), SceneOf(d)
			if !reflect.DeepEqual(first, second) || !reflect.DeepEqual(d, same) || slices.ContainsFunc(d.Notes[len(d.Notes):cap(d.Notes)], func(s string) bool { return s != "" }) {
				t.Fatalf("seed %d: the scenes differ, or the diagram has changed", seed)
			}
		}
	}
}

// Everything has a place on the page: none is left of it or above it, and no
// measure is out of the numbers.
func TestEverythingStandsOnThePage(t *testing.T) {
	eachScene(t, 200, func(t *testing.T, _ diagram.Diagram, s *Scene) {
		page := Rect{-PagePad, -PagePad, math.MaxFloat64, math.MaxFloat64}
		for _, sh := range s.Shapes {
			if sh.W < 0 || sh.H < 0 || !page.holds(sh.around()) {
				t.Errorf("%q stands at %v, %g x %g", sh.Name, sh.At, sh.W, sh.H)
			}
		}
		for _, a := range s.Arrows {
			for _, p := range a.along() {
				if !page.contains(p) {
					t.Errorf("%s runs through %v", a.ID, p)
				}
			}
		}
	})
}

// Text stays within its shape, but for a line of one character that is wider.
func TestTextFitsItsShape(t *testing.T) {
	eachScene(t, 200, func(t *testing.T, _ diagram.Diagram, s *Scene) {
		for _, sh := range s.Shapes {
			tight := slices.ContainsFunc(sh.Lines, func(l string) bool { return len([]rune(l)) == 1 })
			if len(sh.Lines) > 0 && !tight && !sh.around().holds(sh.text()) {
				t.Errorf("%q, %g x %g, holds %q, which is %+v", sh.Name, sh.W, sh.H, sh.Lines, sh.text())
			}
		}
	})
}

// What a node and a note say stands in the drawing, or is clipped where a reader
// sees it.
func TestNoTextIsLost(t *testing.T) {
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	eachScene(t, 200, func(t *testing.T, d diagram.Diagram, s *Scene) {
		shapes := s.shapes()
		drawn := func(want string, names ...string) {
			var got []string
			for _, name := range names {
				got = append(got, shapes[name].Lines...)
			}
			if slices.ContainsFunc(got, func(l string) bool { return strings.HasSuffix(l, "…") }) {
				return
			}
			if text := strings.Join(got, ""); squeeze(text) != squeeze(want) {
				t.Errorf("%q has the text %q, want %q", names[0], text, want)
			}
		}
		for _, n := range d.Nodes {
			drawn(n.Head+n.Text, n.ID, n.ID+" head", n.ID+" text")
		}
		for i, note := range d.Notes {
			if name := fmt.Sprintf("note %d", i+1); shapes[name].Font == look.SmallFont {
				drawn(note, name)
			}
		}
	})
}

// wordNames are the names of shapes that hold words about the drawing.
var wordNames = regexp.MustCompile(`^(title|legend [0-9]+( text)?|note [0-9]+)'*$`)

// The title, the legend and the notes stand apart from each other and from the
// drawing.
func TestWordsStandApart(t *testing.T) {
	eachScene(t, 200, func(t *testing.T, d diagram.Diagram, s *Scene) {
		nodes := map[string]bool{}
		for _, n := range d.Nodes {
			nodes[n.ID] = true
		}
		var words, boxes []Shape
		for _, sh := range s.Shapes {
			switch {
			case nodes[sh.Name]:
				boxes = append(boxes, sh)
			case slices.ContainsFunc(d.Nodes, func(n diagram.Node) bool { return strings.HasPrefix(sh.Name, n.ID) }): // of a node called so
			case wordNames.MatchString(sh.Name):
				words = append(words, sh)
			}
		}
		for i, w := range words {
			for _, other := range slices.Concat(words[:i], boxes) {
				if w.around().Grown(-0.51).overlaps(other.around()) { // a text is higher than its lines by a point
					t.Errorf("%q at %+v covers %q at %+v", w.Name, w.around(), other.Name, other.around())
				}
			}
		}
	})
}

func TestDrawingsOfLittle(t *testing.T) {
	for _, arrangement := range []diagram.Arrangement{diagram.Grid, diagram.Ring, diagram.Table} {
		for _, d := range []diagram.Diagram{
			{},
			{Title: "only a title", Notes: []string{"and a note"}},
			{Lanes: []diagram.Lane{{}}},
			{Lanes: []diagram.Lane{{Title: "a lane"}}, Nodes: []diagram.Node{{ID: "a"}}},
			{Lanes: []diagram.Lane{{}, {}}, Nodes: []diagram.Node{{ID: "a", Row: 3}, {ID: "b", Lane: 1}}},
			{Lanes: []diagram.Lane{{}}, Nodes: []diagram.Node{{ID: "a"}, {ID: "b", Row: 1}}, Edges: []diagram.Edge{{From: "a", To: "b"}, {From: "b", To: "a"}}},
		} {
			d.Arrangement, d.Language = arrangement, messages.In(graph.English)
			if arrangement == diagram.Table {
				d.Edges = nil
			}
			s := SceneOf(d)
			shapes := s.shapes()
			for _, n := range d.Nodes {
				if sh, ok := shapes[n.ID]; !ok || math.IsNaN(sh.At.X+sh.At.Y+sh.W+sh.H) || math.IsInf(sh.At.X+sh.At.Y+sh.W+sh.H, 0) {
					t.Errorf("arrangement %d of %+v: %q stands at %+v", arrangement, d, n.ID, sh.around())
				}
			}
			if got := shapes["title"]; typeset.Width(strings.Join(got.Lines, " ")) < typeset.Width(d.Title) {
				t.Errorf("arrangement %d: the title is %q, want %q", arrangement, got.Lines, d.Title)
			}
		}
	}
}

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
	"tasuki/render/typeset"
)

// hardNames are hard to break, to measure, or to tell from names that the layout
// gives itself.
var hardNames = []string{
	"Desk", "障害対応の窓口", "Kraftfahrzeughaftpflichtversicherungsgesellschaft", "サーバー監視センター",
	"Network operations, northern region and the islands", "一次切り分けと関係会社への連絡、記録の保管",
	"<b>\"&amp;\"</b>", "\u202Egnp.exe", "👩\u200D🔧👍🏽 crew", "e\u0301quipe", "title", "note 1", "legend 1", "lane 1", "edge 1 label", "edge1", "stub",
}

func hardName(random *rand.Rand) string { return hardNames[random.IntN(len(hardNames))] }

// randomMarks returns each mark of a list or not.
func randomMarks(random *rand.Rand, marks ...diagram.Mark) []diagram.Mark {
	return slices.DeleteFunc(marks, func(diagram.Mark) bool { return random.IntN(4) > 0 })
}

// withWords gives a diagram what all have: a title, notes and its legend.
func withWords(random *rand.Rand, d diagram.Diagram) diagram.Diagram {
	d.ID, d.Lang, d.Title = "drawing", graph.Langs()[random.IntN(2)], hardName(random)
	for range random.IntN(3) {
		d.Notes = append(d.Notes, strings.Repeat(hardName(random)+" ", 1+random.IntN(12)))
	}
	d.Legend = diagram.LegendOf(d)
	for i := range d.Legend {
		if random.IntN(2) == 0 {
			d.Legend[i].Text = strings.Repeat(hardName(random)+" ", 1+random.IntN(6))
		}
	}
	return d
}

// randomGrid returns tasks in some of the cells of lanes and rows, headings
// between them, and handoffs from any to any that no heading parts.
func randomGrid(random *rand.Rand) diagram.Diagram {
	d := diagram.Diagram{Arrangement: diagram.Grid}
	lanes, rows := 1+random.IntN(5), 1+random.IntN(6)
	for range lanes {
		d.Lanes = append(d.Lanes, diagram.Lane{Title: hardName(random), Marks: randomMarks(random, diagram.SPOFMark, diagram.BottleneckMark)})
	}
	var boxes []string
	arrows := func() {
		d.Edges = append(d.Edges, randomEdges(random, boxes, len(boxes)+random.IntN(8))...)
		boxes = nil
	}
	for row := range rows {
		if random.IntN(6) == 0 {
			d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprint("heading ", row), Class: diagram.HeadingNode, Text: hardName(random), Row: row})
			arrows()
			continue
		}
		for lane := range lanes {
			if random.IntN(2) == 0 {
				continue
			}
			n := diagram.Node{ID: fmt.Sprintf("%s%d.%d", hardName(random), lane, row), Text: hardName(random), Lane: lane, Row: row, Class: diagram.Class(random.IntN(2)), Hint: "all of it"}
			if random.IntN(2) == 0 {
				n.Head = hardName(random)
			}
			if n.Class == diagram.TaskNode {
				n.Ref = n.ID
				boxes = append(boxes, n.ID)
			}
			n.Marks = randomMarks(random, diagram.StartMark, diagram.GoalMark, diagram.SPOFMark)
			d.Nodes = append(d.Nodes, n)
		}
	}
	arrows()
	return withWords(random, d)
}

// randomEdges returns up to so many arrows, each between other boxes.
func randomEdges(random *rand.Rand, boxes []string, most int) []diagram.Edge {
	var edges []diagram.Edge
	seen := map[[2]int]bool{}
	kinds := append(graph.Words("handoff kind"), "")
	if len(boxes) == 0 {
		return nil
	}
	for range most {
		from, to := random.IntN(len(boxes)), random.IntN(len(boxes))
		if from == to || seen[[2]int{from, to}] {
			continue
		}
		seen[[2]int{from, to}] = true
		e := diagram.Edge{From: boxes[from], To: boxes[to], Kind: graph.HandoffKind(kinds[random.IntN(len(kinds))]), Inferred: random.IntN(5) == 0, Hint: "what is handed over"}
		if random.IntN(3) > 0 {
			e.Label = hardName(random)
		}
		edges = append(edges, e)
	}
	return edges
}

// randomRing returns organizations, most of them with handoffs.
func randomRing(random *rand.Rand) diagram.Diagram {
	d := diagram.Diagram{Arrangement: diagram.Ring}
	var boxes []string
	for i := range 1 + random.IntN(12) {
		n := diagram.Node{ID: fmt.Sprint(hardName(random), i), Head: hardName(random), Class: diagram.ClientNode + diagram.Class(random.IntN(4)), Marks: randomMarks(random, diagram.SPOFMark, diagram.BottleneckMark)}
		n.Text, n.Ref = fmt.Sprintf("%d of %d tasks\n%d handoffs", i, 30+i, 7*i), n.ID
		d.Nodes = append(d.Nodes, n)
		boxes = append(boxes, n.ID)
	}
	d.Edges = randomEdges(random, boxes, random.IntN(2*len(boxes)))
	for i := range d.Edges {
		e := &d.Edges[i]
		e.Kind, e.Inferred, e.Weight = "", false, float64(1+random.IntN(20))
		e.Label = fmt.Sprint(e.Weight)
	}
	return withWords(random, d)
}

// randomTable returns rows of tasks with marks of roles, headings between them.
func randomTable(random *rand.Rand) diagram.Diagram {
	d := diagram.Diagram{Arrangement: diagram.Table}
	for range 1 + random.IntN(14) {
		d.Lanes = append(d.Lanes, diagram.Lane{Title: hardName(random), Ref: hardName(random)})
	}
	for i := range d.Lanes {
		d.Lanes[i].Ref += fmt.Sprint(i)
	}
	for row := range 1 + random.IntN(9) {
		if random.IntN(4) == 0 {
			d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprint("heading ", row), Class: diagram.GroupNode + diagram.Class(random.IntN(2)), Text: hardName(random), Row: row})
			continue
		}
		id := fmt.Sprintf("%s%d", hardName(random), row)
		d.Nodes = append(d.Nodes, diagram.Node{ID: "row " + id, Class: diagram.RowNode, Text: hardName(random), Row: row, Ref: id, Marks: randomMarks(random, diagram.SPOFMark)})
		for lane := range d.Lanes {
			for k := range max(0, random.IntN(5)-2) {
				c := diagram.LeadCell + diagram.Class(random.IntN(3))
				d.Nodes = append(d.Nodes, diagram.Node{ID: fmt.Sprintf("cell %s %d %d", id, lane, k), Class: c, Text: diagram.RoleSign(c), Lane: lane, Row: row, Ref: id, Marks: randomMarks(random, diagram.UncertainMark)})
			}
		}
	}
	return withWords(random, d)
}

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
			if name := fmt.Sprintf("note %d", i+1); shapes[name].Font == smallFont {
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
			d.Arrangement, d.Lang = arrangement, graph.English
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

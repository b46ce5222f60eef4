package layout

import (
	"tasuki/render/diagram"
	"tasuki/render/look"
)

// BoldClass is the class of nodes with bold text in DOT: Graphviz has no bold type
// that keeps the fonts.
const BoldClass = "tasuki-bold"

// HeadClass is the class of nodes, and of groups of SVG, that say what stands below
// them: when a drawing goes on over several pages, they are repeated on each.
const HeadClass = "tasuki-head"

// StubClass is the class of the node that spans the heads of the rows of a table:
// when a drawing goes on to the right over several pages, what stands in it is
// repeated on each.
const StubClass = "tasuki-stub"

// SceneOf places a diagram.
func SceneOf(d diagram.Diagram) *Scene {
	switch d.Arrangement {
	case diagram.Ring:
		return sceneOfRing(d)
	case diagram.Table:
		return sceneOfTable(d)
	case diagram.Tree:
		return sceneOfTree(d)
	}
	return sceneOfGrid(d)
}

// PagePad is the white space around a drawing in points.
const PagePad = 8.0

// Margin is the distance from the left edge of a shape to its text.
func (sh Shape) Margin() float64 {
	if sh.Stroke == "" {
		return 0
	}
	return boxPad + sh.indent
}

// Scene is a drawing with every place and size decided, in points, x to the
// right and y down. Shapes are painted in order, later ones over earlier ones.
type Scene struct {
	Name       string
	Title      string
	names      map[string]bool // of the nodes of the diagram and the shapes so far
	Shapes     []Shape
	Arrows     []Arrow
	ArrowsLast bool // arrows are painted over the shapes, not under them
}

// Point is a place on the page, from its lower left corner, in points of 1/72
// inch.
type Point struct{ X, Y float64 }

// Shape is a node of the drawing language.
type Shape struct {
	look.Look
	Name     string // unique
	At       Point  // centre
	W, H     float64
	Lines    []string
	Font     look.Font
	Ink      string  // colour of the lines, "" for that of all text
	Struck   bool    // its lines are struck through
	Over     bool    // it is painted over arrows
	Head     bool    // says what stands below it
	Stub     bool    // spans the heads of rows
	Band     bool    // heads what stands below it up to the next band
	Left     bool    // lines begin at the left edge rather than standing in the middle
	indent   float64 // of left lines
	ID, Href string  // "" for none
	Subject  diagram.Subject
	Hint     string
}

// Arrow is an edge of the drawing language: a chain of cubic Bézier curves
// through points, with a head and perhaps a sign at its tail.
type Arrow struct {
	From, To string
	FromName string // as its ends are called where it goes on to another page
	ToName   string
	Points   []Point
	Tail     string // a Graphviz arrow shape, "" for none
	TailTip  Point
	HeadSize float64 // as Graphviz measures it: a head of 1 is 10 points long
	HeadTip  Point
	Dashed   bool
	Dotted   bool
	Color    string
	Pen      float64
	ID, Hint string
}

// NewScene returns a page without anything on it.
func NewScene(d diagram.Diagram) *Scene {
	s := &Scene{Name: d.ID, Title: d.FullTitle(), names: map[string]bool{}}
	for _, n := range d.Nodes {
		s.names[n.ID] = true
	}
	return s
}

// Add puts a shape that stands for no node of the diagram. Its name is made
// unlike every other one; add returns it.
func (s *Scene) Add(sh Shape) string {
	for s.names[sh.Name] {
		sh.Name += "'"
	}
	s.names[sh.Name] = true
	s.Shapes = append(s.Shapes, sh)
	return sh.Name
}

// AddText puts lines of text that are centred on at, or begin w/2 to the left
// of it.
func (s *Scene) AddText(name string, lines []string, f look.Font, at Point, w float64, left bool, hint string) {
	s.Add(Shape{Name: name, Look: look.Look{Form: "box"}, At: at, W: w, H: f.Height(len(lines)) + 1, Lines: lines, Font: f, Left: left, Hint: hint})
}

// AddTitle puts the title at the top and returns where the rest begins.
func (s *Scene) AddTitle(d diagram.Diagram, width float64) float64 {
	width = max(width, minWidth)
	lines := look.TitleFont.Wrap(d.Title, width, 4)
	h := look.TitleFont.Height(len(lines))
	var change []string
	if d.Change != "" {
		change = look.LaneFont.Wrap(d.Change, width, maxChangeLines)
	}
	// What is changed stands below the title, both above where a title ends otherwise: what
	// stands below them stays where it is, whatever is changed.
	below := look.LaneFont.Height(len(change))
	s.AddText("title", lines, look.TitleFont, Point{width / 2, h/2 - below}, width, true, d.Title)
	if len(change) > 0 {
		s.AddText("change", change, look.LaneFont, Point{width / 2, h - below/2}, width, true, d.Change)
	}
	return h + 8
}

// maxChangeLines is how many lines say at most what is changed.
const maxChangeLines = 12

// minWidth is the least width of a drawing in points.
const minWidth = 300.0

package render

// scene is a drawing with every place and size decided, in points, x to the
// right and y down. Shapes are painted in order, later ones over earlier ones.
type scene struct {
	name       string
	title      string
	names      map[string]bool // of the nodes of the diagram and the shapes so far
	shapes     []shape
	arrows     []arrow
	arrowsLast bool // arrows are painted over the shapes, not under them
}

type point struct{ x, y float64 }

// shape is a node of the drawing language.
type shape struct {
	look
	name     string // unique
	at       point  // centre
	w, h     float64
	lines    []string
	font     font
	ink      string  // colour of the lines, "" for that of all text
	head     bool    // says what stands below it
	stub     bool    // spans the heads of rows
	left     bool    // lines begin at the left edge rather than standing in the middle
	indent   float64 // of left lines
	id, href string  // "" for none
	hint     string
}

// arrow is an edge of the drawing language: a chain of cubic Bézier curves
// through points, with a head and perhaps a sign at its tail.
type arrow struct {
	from, to string
	points   []point
	tail     string // a Graphviz arrow shape, "" for none
	tailTip  point
	headSize float64 // as Graphviz measures it: a head of 1 is 10 points long
	headTip  point
	dashed   bool
	color    string
	pen      float64
	id, hint string
}

func newScene(d Diagram) *scene {
	s := &scene{name: d.ID, title: d.Title, names: map[string]bool{}}
	for _, n := range d.Nodes {
		s.names[n.ID] = true
	}
	return s
}

// add puts a shape that stands for no node of the diagram. Its name is made
// unlike every other one; add returns it.
func (s *scene) add(sh shape) string {
	for s.names[sh.name] {
		sh.name += "'"
	}
	s.names[sh.name] = true
	s.shapes = append(s.shapes, sh)
	return sh.name
}

// addText puts lines of text that are centred on at, or begin w/2 to the left
// of it.
func (s *scene) addText(name string, lines []string, f font, at point, w float64, left bool, hint string) {
	s.add(shape{name: name, look: look{form: "box"}, at: at, w: w, h: f.height(len(lines)) + 1, lines: lines, font: f, left: left, hint: hint})
}

// addTitle puts the title at the top and returns where the rest begins.
func (s *scene) addTitle(d Diagram, width float64) float64 {
	width = max(width, minWidth)
	lines := titleFont.wrap(d.Title, width, 4)
	h := titleFont.height(len(lines))
	s.addText("title", lines, titleFont, point{width / 2, h / 2}, width, true, d.Title)
	return h + 8
}

// minWidth is the least width of a drawing in points.
const minWidth = 300.0

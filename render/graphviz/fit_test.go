package graphviz

import (
	"context"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/internal/samples"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/typeset"
)

// svgGroup is a group of an SVG drawing with what Graphviz puts into it: shapes
// and texts, some of them inside a link.
type svgGroup struct {
	Class    string     `xml:"class,attr"`
	Title    string     `xml:"title"`
	Groups   []svgGroup `xml:"g"`
	Link     *svgGroup  `xml:"a"`
	Polygons []struct {
		Points string `xml:"points,attr"`
	} `xml:"polygon"`
	Paths []struct {
		D string `xml:"d,attr"`
	} `xml:"path"`
	Ellipses []struct {
		X  float64 `xml:"cx,attr"`
		Y  float64 `xml:"cy,attr"`
		RX float64 `xml:"rx,attr"`
		RY float64 `xml:"ry,attr"`
	} `xml:"ellipse"`
	Texts []svgText `xml:"text"`
}

type svgText struct {
	Anchor string  `xml:"text-anchor,attr"`
	X      float64 `xml:"x,attr"`
	Y      float64 `xml:"y,attr"`
	Size   float64 `xml:"font-size,attr"`
	Text   string  `xml:",chardata"`
}

type svgDrawing struct {
	Graph svgGroup `xml:"g"`
}

func parseSVG(t *testing.T, svg []byte) svgDrawing {
	t.Helper()
	var d svgDrawing
	if err := xml.Unmarshal(svg, &d); err != nil {
		t.Fatalf("%v in\n%s", err, svg)
	}
	return d
}

// nodes returns the groups of nodes with what their inner groups and links hold.
func (d svgDrawing) nodes() []svgGroup {
	var nodes []svgGroup
	for _, g := range d.Graph.Groups {
		if class, _, _ := strings.Cut(g.Class, " "); class == "node" {
			g.lift()
			nodes = append(nodes, g)
		}
	}
	return nodes
}

// lift takes over what inner groups and links hold.
func (g *svgGroup) lift() {
	inner := g.Groups
	if g.Link != nil {
		inner = append(inner, *g.Link)
	}
	for _, in := range inner {
		in.lift()
		g.Polygons = append(g.Polygons, in.Polygons...)
		g.Paths = append(g.Paths, in.Paths...)
		g.Ellipses = append(g.Ellipses, in.Ellipses...)
		g.Texts = append(g.Texts, in.Texts...)
	}
}

// bounds returns the rectangle around the shapes of a node.
func (g svgGroup) bounds() (left, top, right, bottom float64) {
	left, top, right, bottom = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	add := func(x, y float64) {
		left, top, right, bottom = min(left, x), min(top, y), max(right, x), max(bottom, y)
	}
	var points []string
	for _, p := range g.Polygons {
		points = append(points, strings.Fields(p.Points)...)
	}
	for _, p := range g.Paths {
		points = append(points, strings.Fields(strings.NewReplacer("M", " ", "C", " ", "L", " ").Replace(p.D))...)
	}
	for _, p := range points {
		x, y, _ := strings.Cut(p, ",")
		fx, _ := strconv.ParseFloat(x, 64)
		fy, _ := strconv.ParseFloat(y, 64)
		add(fx, fy)
	}
	for _, e := range g.Ellipses {
		add(e.X-e.RX, e.Y-e.RY)
		add(e.X+e.RX, e.Y+e.RY)
	}
	return left, top, right, bottom
}

// measure returns the width of a line in points.
type measure func(text string, size float64, bold bool) float64

// estimate is what drawings make room for.
func estimate(text string, size float64, bold bool) float64 {
	if bold {
		size *= 1.08
	}
	return typeset.Width(text) * size
}

// misfits returns the texts that leave the box of their node, that overlap
// another text, or that stand in no node.
func misfits(t *testing.T, svg []byte, width measure) []string {
	t.Helper()
	const tolerance = 0.6 // Graphviz rounds to hundredths of an inch
	var faults []string
	texts := 0
	var placed []placedText
	for _, n := range parseSVG(t, svg).nodes() {
		left, top, right, bottom := n.bounds()
		bold := strings.Contains(n.Class, layout.BoldClass)
		for _, text := range n.Texts {
			texts++
			if strings.TrimSpace(text.Text) == "" {
				continue
			}
			w := width(text.Text, text.Size, bold)
			begin := text.X
			if text.Anchor == "middle" {
				begin -= w / 2
			}
			placed = append(placed, placedText{text.Text, begin, begin + w, text.Y - 0.7*text.Size, text.Y + 0.1*text.Size})
			if begin < left-tolerance || begin+w > right+tolerance || text.Y-0.8*text.Size < top-tolerance || text.Y+0.2*text.Size > bottom+tolerance {
				faults = append(faults, fmt.Sprintf("%q leaves its node %q: %.1f to %.1f across, %.1f to %.1f down; the node is %.1f to %.1f, %.1f to %.1f",
					text.Text, n.Title, begin, begin+w, text.Y-0.8*text.Size, text.Y+0.2*text.Size, left, right, top, bottom))
			}
		}
	}
	for i, a := range placed {
		for _, b := range placed[:i] {
			if a.left+tolerance < b.right && b.left+tolerance < a.right && a.top+tolerance < b.bottom && b.top+tolerance < a.bottom {
				faults = append(faults, fmt.Sprintf("%q overlaps %q", a.text, b.text))
			}
		}
	}
	if all := strings.Count(string(svg), "<text "); all != texts {
		faults = append(faults, fmt.Sprintf("%d of %d texts stand in no node", all-texts, all))
	}
	return faults
}

// placedText is a line of text, from the tops of its capitals to its baseline.
type placedText struct {
	text                     string
	left, right, top, bottom float64
}

func TestTextStaysInItsBox(t *testing.T) {
	r := renderer(t)
	for name, d := range testDrawings(t) {
		for _, fault := range misfits(t, paint(t, r, encode.DOT(d)), estimate) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// The check above must see a box that is too narrow and one that is too low.
func TestMisfitsAreSeen(t *testing.T) {
	r := renderer(t)
	for _, dot := range []string{
		`digraph { graph [layout=nop2]; a [shape=box, fixedsize=true, pos="0,0", width=0.8, height=0.5, label="原因調査の依頼", fontsize=10] }`,
		`digraph { graph [layout=nop2]; a [shape=box, fixedsize=true, pos="0,0", width=0.8, height=0.2, label="a\nb", fontsize=10] }`,
		`digraph { graph [layout=nop2]; a [pos="0,0"]; b [pos="90,0"]; a -> b [label="x"] }`,
		`digraph { graph [layout=nop2]; a [pos="0,0", label="one"]; b [pos="9,0", label="two"] }`,
	} {
		if len(misfits(t, paint(t, r, dot), estimate)) == 0 {
			t.Errorf("no fault found in %s", dot)
		}
	}
}

// testDrawings returns the drawings of the example in both languages, and of
// the same example with names that are hard to place.
func testDrawings(t *testing.T) map[string]diagram.Diagram {
	t.Helper()
	file, err := os.Open("../../internal/samples/fault.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	d, err := graph.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]diagram.Diagram{}
	addDrawings(t, cases, "plain", d)
	hard := []string{
		`"quoted" <b>&amp;</b> \n \N \l back\slash {a|b}`,
		strings.Repeat("Donaudampfschifffahrtsgesellschaft", 4),
		strings.Repeat("データセンター", 12),
		"👩‍🔧🛠️ é́ שלום עולם مرحبا", "%1 %2", "W", "。。、、ーーー",
	}
	for i := range d.Tasks {
		d.Tasks[i].Name = graph.Text(hard[i%len(hard)])
	}
	for i := range d.Organizations {
		d.Organizations[i].Name = graph.Text(hard[i%len(hard)])
	}
	for i := range d.Flows[0].Handoffs {
		d.Flows[0].Handoffs[i].Artifact = graph.Text(hard[i%len(hard)])
	}
	d.Flows[0].Name = graph.Text(strings.Join(hard, " "))
	addDrawings(t, cases, "hard", d)
	return cases
}

func addDrawings(t *testing.T, cases map[string]diagram.Diagram, name string, d graph.Dataset) {
	t.Helper()
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	b := bottleneck.Bottlenecks(g, rules.Options{})
	o := diagram.OverlayOf(spof.SPOFs(g, rules.Options{}), b)
	ladders, err := escalation.AllEscalations(g, escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range samples.Languages() {
		if cases[fmt.Sprint(name, " matrix ", lang.Lang)], err = drawings.Matrix(g, drawings.Selection{}, o, lang); err != nil {
			t.Fatal(err)
		}
		cases[fmt.Sprint(name, " supplies ", lang.Lang)] = drawings.Supplies(g, lang)
		cases[fmt.Sprint(name, " map ", lang.Lang)] = drawings.DependencyMap(g, b, o, lang)
		for i, flow := range g.Flows() {
			cases[fmt.Sprint(name, " lanes ", flow.ID, " ", lang.Lang)] = drawings.Lanes(g, flow, o, lang)
			cases[fmt.Sprint(name, " ladder ", flow.ID, " ", lang.Lang)] = drawings.Ladder(g, ladders[i], lang)
		}
	}
}

// renderer returns one that ends with the test.
func renderer(t testing.TB) *Renderer {
	t.Helper()
	r, err := New(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

func paint(t *testing.T, r *Renderer, dot string) []byte {
	t.Helper()
	svg, err := r.SVG(context.Background(), dot)
	if err != nil {
		t.Fatalf("%v in\n%s", err, dot)
	}
	return svg
}

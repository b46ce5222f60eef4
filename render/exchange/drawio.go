package exchange

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"tasuki/analysis/bottleneck"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/diagram"
	"tasuki/render/document"
	"tasuki/render/drawings"
	"tasuki/render/layout"
	"tasuki/render/look"
	"tasuki/render/messages"
)

// DrawIO writes a dataset as a file of draw.io (diagrams.net): a page with who depends on
// whom, and one for each flow, with a swimlane for each organization that leads in it.
// Boxes stand where our drawings have them, and are joined by arrows that follow them. It
// returns the IDs of flows that get none, as a report leaves them out: they are too large, or all together are.
func DrawIO(g *graph.Graph, b bottleneck.Bottleneck, lang messages.Language) (file []byte, left []string, err error) {
	f, together := drawioFile{Host: "tasuki"}, 0
	f.Pages = append(f.Pages, pageOf("dependencies", drawings.DependencyMap(g, b, diagram.Overlay{}, lang)))
	for _, flow := range g.Flows() {
		size := len(graph.FlowTasks(flow)) + len(flow.Handoffs)
		if size > document.MostDrawn || together+size > document.MostDrawnTogether {
			left = append(left, flow.ID)
			continue
		}
		together += size
		f.Pages = append(f.Pages, pageOf(Identifier("flow", flow.ID), drawings.Lanes(g, flow, diagram.Overlay{}, lang)))
	}
	text, err := xml.MarshalIndent(f, "", " ")
	if err != nil {
		return nil, nil, said.Errorf("writing for draw.io: %w", err)
	}
	return append([]byte(xml.Header), append(text, '\n')...), left, nil
}

// drawioPage is a page that is being written.
type drawioPage struct {
	d     diagram.Diagram
	scene *layout.Scene
	shape map[string]layout.Shape // of the scene, by name
	cell  map[string]string       // of boxes, by the ID of the node
	lanes []corner                // upper left corners
	cells []cell
}

// corner is a place that places in it are measured from.
type corner struct{ x, y float64 }

func pageOf(id string, d diagram.Diagram) drawioDiagram {
	p := &drawioPage{d: d, scene: layout.SceneOf(d), shape: map[string]layout.Shape{}, cell: map[string]string{}}
	if d.Arrangement == diagram.Grid {
		p.d = diagram.Gated(d)
	}
	for _, sh := range p.scene.Shapes {
		p.shape[sh.Name] = sh
	}
	p.cells = []cell{{ID: "0"}, {ID: "1", Parent: "0"}}
	p.addText("title", p.shape["title"], 14)
	p.addLanes()
	p.addBoxes()
	p.addArrows()
	p.addNotes()
	out := drawioDiagram{ID: id, Name: clean(d.Title)}
	out.Model.Page, out.Model.Arrows = 1, 1
	out.Model.Root.Cells = p.cells
	return out
}

// geometry returns where a shape stands, measured from a corner.
func geometry(sh layout.Shape, from corner) *drawioGeometry {
	return &drawioGeometry{X: number(sh.At.X - sh.W/2 - from.x), Y: number(sh.At.Y - sh.H/2 - from.y), Width: number(sh.W), Height: number(sh.H), As: "geometry"}
}

func (p *drawioPage) addText(id string, sh layout.Shape, size int) {
	if len(sh.Lines) == 0 {
		return
	}
	p.cells = append(p.cells, cell{
		ID: id, Value: lines(sh.Lines...), Vertex: 1, Parent: "1", Geometry: geometry(sh, corner{}),
		Style: fmt.Sprintf("text;html=0;align=left;verticalAlign=top;fontSize=%d;", size),
	})
}

func (p *drawioPage) addLanes() {
	for i := range p.d.Lanes {
		sh, ok := p.shape[fmt.Sprintf("lane %d", i+1)]
		if !ok {
			continue
		}
		p.lanes = append(p.lanes, corner{sh.At.X - sh.W/2, sh.At.Y - sh.H/2})
		p.cells = append(p.cells, cell{
			ID: fmt.Sprintf("lane%d", i+1), Value: lines(p.shape[fmt.Sprintf("lane %d title", i+1)].Lines...), Vertex: 1, Parent: "1", Geometry: geometry(sh, corner{}),
			Style: fmt.Sprintf("swimlane;html=0;horizontal=1;startSize=%s;container=1;collapsible=0;fontSize=10;", number(p.shape[fmt.Sprintf("lane %d head", i+1)].H)),
		})
	}
}

func (p *drawioPage) addBoxes() {
	for i, n := range p.d.Nodes {
		sh, ok := p.shape[n.ID]
		if !ok {
			continue
		}
		c := cell{ID: fmt.Sprintf("box%d", i+1), Value: lines(p.words(n)...), Vertex: 1, Parent: "1", Style: styleOf(n), Geometry: geometry(sh, corner{})}
		if len(p.lanes) > 0 && n.Class != diagram.HeadingNode {
			c.Parent, c.Geometry = fmt.Sprintf("lane%d", n.Lane+1), geometry(sh, p.lanes[n.Lane])
		}
		p.cell[n.ID] = c.ID
		p.cells = append(p.cells, c)
	}
}

// words returns the lines of a box, as our drawing breaks them: draw.io breaks none that are
// not HTML.
func (p *drawioPage) words(n diagram.Node) []string {
	switch n.Class {
	case diagram.AllGate:
		return []string{"+"}
	case diagram.ChoiceGate:
		return []string{"×"}
	}
	return slices.Concat(p.shape[n.ID+" head"].Lines, p.shape[n.ID].Lines, p.shape[n.ID+" text"].Lines)
}

// marked says which boxes have a mark: there are no signs.
func (p *drawioPage) marked() (said []string) {
	for m := diagram.StartMark; m <= diagram.WorstMark; m++ {
		var with []string
		for _, n := range p.d.Nodes {
			if slices.Contains(n.Marks, m) {
				with = append(with, n.Ref)
			}
		}
		if len(with) > 0 {
			said = append(said, p.d.Plain("{1}: {2}", diagram.NameOfMark(m, p.d.Language), strings.Join(with, ", ")))
		}
	}
	return said
}

func styleOf(n diagram.Node) string {
	const text = "html=0;fontSize=9;"
	switch n.Class {
	case diagram.AllGate, diagram.ChoiceGate:
		return "rhombus;html=0;fontSize=10;"
	case diagram.JointNode, diagram.CandidateNode:
		return "rounded=0;dashed=1;" + text
	case diagram.ClientNode, diagram.UnknownKindNode:
		return "rounded=1;" + text
	}
	return "rounded=0;" + text
}

func (p *drawioPage) addArrows() {
	for i, e := range p.d.Edges {
		from, to := p.cell[e.From], p.cell[e.To]
		if from == "" || to == "" {
			continue
		}
		c := cell{ID: fmt.Sprintf("arrow%d", i+1), Edge: 1, Parent: "1", Source: from, Target: to, Geometry: &drawioGeometry{Relative: 1, As: "geometry"}}
		c.Style = "html=0;rounded=1;endArrow=block;fontSize=8;"
		if e.Inferred || e.Optional || e.Passes > 0 {
			c.Style += "dashed=1;"
		}
		if e.Weight > 0 {
			c.Value = lines(e.Label)
		}
		if p.d.Arrangement == diagram.Grid {
			p.route(&c, e, p.scene.Arrows[i].Points, p.shape[fmt.Sprintf("edge %d label", i+1)])
		} else {
			p.bend(&c, e)
		}
		p.cells = append(p.cells, c)
	}
}

// bend leads an arrow of a ring through the middle of ours, apart from the one back.
func (p *drawioPage) bend(c *cell, e diagram.Edge) {
	at := slices.IndexFunc(p.scene.Arrows, func(a layout.Arrow) bool { return a.From == e.From && a.To == e.To })
	if at < 0 || len(p.scene.Arrows[at].Points) < 4 {
		return
	}
	q := p.scene.Arrows[at].Points
	middle := drawioPoint{X: number((q[0].X + 3*q[1].X + 3*q[2].X + q[3].X) / 8), Y: number((q[0].Y + 3*q[1].Y + 3*q[2].Y + q[3].Y) / 8)}
	c.Style += "curved=1;"
	c.Geometry.Points = &drawioPoints{As: "points", Points: []drawioPoint{middle}}
}

// route leads an arrow along the points through which ours runs, from where it leaves its box
// to where it enters the other, and puts its label where ours stands.
func (p *drawioPage) route(c *cell, e diagram.Edge, curve []layout.Point, label layout.Shape) {
	if len(curve) < 4 {
		return
	}
	from, to, end := p.shape[e.From], p.shape[e.To], curve[len(curve)-1]
	c.Style += anchor("exit", from, curve[0]) + anchor("entry", to, end)
	var points []drawioPoint
	for i := 3; i < len(curve)-1; i += 3 {
		points = append(points, drawioPoint{X: number(curve[i].X), Y: number(curve[i].Y)})
	}
	if len(points) > 0 {
		c.Geometry.Points = &drawioPoints{As: "points", Points: points}
	}
	if len(label.Lines) > 0 {
		c.Value, c.Geometry.X = lines(label.Lines...), "1"
		c.Style += "labelBackgroundColor=none;"
		x := min(to.At.X+to.W/2, max(to.At.X-to.W/2, end.X)) // where the arrow meets its box
		y := min(to.At.Y+to.H/2, max(to.At.Y-to.H/2, end.Y))
		c.Geometry.Offset = &drawioPoint{X: number(label.At.X - x), Y: number(label.At.Y - y), As: "offset"}
	}
}

// anchor fixes where an arrow meets a box, in shares of its width and height.
func anchor(side string, sh layout.Shape, at layout.Point) string {
	share := func(v float64) string { return number(min(1, max(0, v))) }
	return fmt.Sprintf("%sX=%s;%sY=%s;%sDx=0;%sDy=0;", side, share((at.X-sh.At.X)/sh.W+0.5), side, share((at.Y-sh.At.Y)/sh.H+0.5), side, side)
}

// addNotes writes what marks there are and the notes of the drawing below it.
func (p *drawioPage) addNotes() {
	bottom, right := 0.0, 300.0
	for _, sh := range p.scene.Shapes {
		if c := p.cell[sh.Name]; c != "" || strings.HasPrefix(sh.Name, "lane ") {
			bottom, right = max(bottom, sh.At.Y+sh.H/2), max(right, sh.At.X+sh.W/2)
		}
	}
	var all []string
	for _, note := range append(p.marked(), p.d.Notes...) {
		all = append(all, look.SmallFont.Wrap(note, right, 40)...)
	}
	h := look.SmallFont.Height(len(all)) + 4
	p.addText("notes", layout.Shape{At: layout.Point{X: right / 2, Y: bottom + 12 + h/2}, W: right, H: h, Lines: all}, 9)
}

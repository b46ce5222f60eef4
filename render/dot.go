package render

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// BoldClass is the class of nodes with bold text. Graphviz has no bold type that
// keeps the fonts; package graphviz adds the style to the drawing.
const BoldClass = "tasuki-bold"

// HeadClass is the class of nodes that say what stands below them: when a
// drawing goes on over several pages, they are repeated on each.
const HeadClass = "tasuki-head"

// StubClass is the class of the node that spans the heads of the rows of a table:
// when a drawing goes on to the right over several pages, what stands in it is
// repeated on each.
const StubClass = "tasuki-stub"

// DOT writes d in the Graphviz language. Everything is placed: the layout
// engine is nop2, which dot takes from the text and which moves nothing. Equal
// diagrams give equal bytes.
func DOT(d Diagram) string { return sceneOf(d).dot() }

func sceneOf(d Diagram) *scene {
	switch d.Arrangement {
	case Ring:
		return sceneOfRing(d)
	case Table:
		return sceneOfTable(d)
	}
	return sceneOfGrid(d)
}

// pagePad is the white space around a drawing in points.
const pagePad = 8.0

// dot writes the scene. Statements stand in the order of the scene, since
// Graphviz paints in that order.
func (s *scene) dot() string {
	var b strings.Builder
	order := "edgesfirst"
	if s.arrowsLast {
		order = "nodesfirst"
	}
	fmt.Fprintf(&b, "digraph %s {\n", quoted(s.title))
	fmt.Fprintf(&b, "graph [layout=nop2, outputorder=%s, bgcolor=%s, id=%s, pad=%s]\n", order, quoted(paper), quoted(s.name), decimal(pagePad/72))
	fmt.Fprintf(&b, "node [fixedsize=true, margin=0, fontname=%s, fontcolor=%s]\n", quoted(fontFamily), quoted(ink))
	b.WriteString("edge [dir=both, arrowhead=normal]\n")
	for _, sh := range s.shapes {
		writeShape(&b, sh)
	}
	for _, a := range s.arrows {
		writeArrow(&b, a)
	}
	b.WriteString("}\n")
	return b.String()
}

// attributes are written in the order in which they are set.
type attributes []string

// set adds an attribute whose value is text.
func (a *attributes) set(name, text string) { a.raw(name, quoted(text)) }

// number adds an attribute whose value is a number.
func (a *attributes) number(name string, x float64) { a.raw(name, decimal(x)) }

// raw adds an attribute whose value is in the Graphviz language already.
func (a *attributes) raw(name, value string) { *a = append(*a, name+"="+value) }

func (a attributes) String() string { return "[" + strings.Join(a, ", ") + "]" }

func writeShape(b *strings.Builder, sh shape) {
	if sh.double { // the second border stands outside the first
		sh.w, sh.h = sh.w-8, sh.h-8
	}
	var a attributes
	a.set("shape", sh.form)
	a.set("pos", position(sh.at))
	a.number("width", sh.w/72)
	a.number("height", sh.h/72)
	a.raw("label", label(sh.lines, sh.left))
	a.number("fontsize", max(1, sh.font.size))
	switch {
	case sh.font.bold:
		a.set("class", BoldClass)
	case sh.head:
		a.set("class", HeadClass)
	case sh.stub:
		a.set("class", StubClass)
	}
	if sh.left {
		a.set("margin", decimal(sh.margin()/72)+",0")
	}
	if sh.ink != "" {
		a.set("fontcolor", sh.ink)
	}
	a.set("style", sh.style())
	a.set("color", cmp.Or(sh.stroke, "transparent"))
	a.number("penwidth", sh.pen)
	if sh.fill != "" {
		a.set("fillcolor", sh.fill)
	}
	if sh.double {
		a.number("peripheries", 2)
	}
	if sh.id != "" {
		a.set("id", sh.id)
		a.set("URL", sh.href)
	}
	if sh.hint != "" {
		a.set("tooltip", sh.hint)
	}
	fmt.Fprintf(b, "%s %s\n", quoted(sh.name), a)
}

// style returns the Graphviz style of a look.
func (l look) style() string {
	var styles []string
	if l.fill != "" {
		styles = append(styles, "filled")
	}
	if l.rounded {
		styles = append(styles, "rounded")
	}
	if l.dashed {
		styles = append(styles, "dashed")
	}
	return strings.Join(styles, ",")
}

func writeArrow(b *strings.Builder, ar arrow) {
	var pos []string
	if ar.tail != "" {
		pos = append(pos, "s,"+position(ar.tailTip))
	}
	pos = append(pos, "e,"+position(ar.headTip))
	for _, p := range ar.points {
		pos = append(pos, position(p))
	}
	var a attributes
	a.set("pos", strings.Join(pos, " "))
	a.set("arrowtail", cmp.Or(ar.tail, "none"))
	a.number("arrowsize", ar.headSize)
	if ar.dashed {
		a.set("style", "dashed")
	}
	a.set("color", ar.color)
	a.number("penwidth", ar.pen)
	a.set("id", ar.id)
	if ar.hint != "" {
		a.set("edgetooltip", ar.hint)
	}
	fmt.Fprintf(b, "%s -> %s %s\n", quoted(ar.from), quoted(ar.to), a)
}

// margin is the distance from the left edge of a shape to its text.
func (sh shape) margin() float64 {
	if sh.stroke == "" {
		return 0
	}
	return boxPad + sh.indent
}

// position writes a point; the y axis of Graphviz points up.
func position(p point) string { return decimal(p.x) + "," + decimal(-p.y) }

// decimal writes a number with at most three decimals.
func decimal(x float64) string {
	s := strings.TrimRight(strconv.FormatFloat(x, 'f', 3, 64), "0")
	s = strings.TrimSuffix(s, ".")
	if s == "-0" {
		return "0"
	}
	return s
}

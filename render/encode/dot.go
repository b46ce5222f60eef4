package encode

import (
	"cmp"
	"fmt"
	"strings"

	"tasuki/render/diagram"
	"tasuki/render/layout"
	"tasuki/render/look"
)

// DOT writes d in the Graphviz language. Everything is placed: the layout
// engine is nop2, which dot takes from the text and which moves nothing. Equal
// diagrams give equal bytes.
func DOT(d diagram.Diagram) string { return SceneDOT(layout.SceneOf(d)) }

// SceneDOT writes the scene. Statements stand in the order of the scene, since
// Graphviz paints in that order.
func SceneDOT(s *layout.Scene) string {
	var b strings.Builder
	order := "edgesfirst"
	if s.ArrowsLast {
		order = "nodesfirst"
	}
	fmt.Fprintf(&b, "digraph %s {\n", Quoted(s.Title))
	fmt.Fprintf(&b, "graph [layout=nop2, outputorder=%s, bgcolor=%s, id=%s, pad=%s]\n", order, Quoted(look.Paper), Quoted(s.Name), Decimal(layout.PagePad/72))
	fmt.Fprintf(&b, "node [fixedsize=true, margin=0, fontname=%s, fontcolor=%s]\n", Quoted(look.FontFamily), Quoted(look.Ink))
	b.WriteString("edge [dir=both, arrowhead=normal]\n")
	for _, sh := range s.Shapes {
		writeShape(&b, sh)
	}
	for _, a := range s.Arrows {
		writeArrow(&b, a)
	}
	b.WriteString("}\n")
	return b.String()
}

// attributes are written in the order in which they are set.
type attributes []string

// set adds an attribute whose value is text.
func (a *attributes) set(name, text string) { a.raw(name, Quoted(text)) }

// number adds an attribute whose value is a number.
func (a *attributes) number(name string, x float64) { a.raw(name, Decimal(x)) }

// raw adds an attribute whose value is in the Graphviz language already.
func (a *attributes) raw(name, value string) { *a = append(*a, name+"="+value) }

func (a attributes) String() string { return "[" + strings.Join(a, ", ") + "]" }

func writeShape(b *strings.Builder, sh layout.Shape) {
	if sh.Double { // the second border stands outside the first
		sh.W, sh.H = sh.W-8, sh.H-8
	}
	var a attributes
	a.set("shape", sh.Form)
	a.set("pos", position(sh.At))
	a.number("width", sh.W/72)
	a.number("height", sh.H/72)
	a.raw("label", Label(sh.Lines, sh.Left))
	a.number("fontsize", max(1, sh.Font.Size))
	switch {
	case sh.Font.Bold:
		a.set("class", layout.BoldClass)
	case sh.Head:
		a.set("class", layout.HeadClass)
	case sh.Stub:
		a.set("class", layout.StubClass)
	}
	if sh.Left {
		a.set("margin", Decimal(sh.Margin()/72)+",0")
	}
	if sh.Ink != "" {
		a.set("fontcolor", sh.Ink)
	}
	a.set("style", style(sh.Look))
	a.set("color", cmp.Or(sh.Stroke, "transparent"))
	a.number("penwidth", sh.Pen)
	if sh.Fill != "" {
		a.set("fillcolor", sh.Fill)
	}
	if sh.Double {
		a.number("peripheries", 2)
	}
	if sh.ID != "" {
		a.set("id", sh.ID)
		a.set("URL", sh.Href)
	}
	if sh.Hint != "" {
		a.set("tooltip", sh.Hint)
	}
	fmt.Fprintf(b, "%s %s\n", Quoted(sh.Name), a)
}

// style returns the Graphviz style of a look.
func style(l look.Look) string {
	var styles []string
	if l.Fill != "" {
		styles = append(styles, "filled")
	}
	if l.Rounded {
		styles = append(styles, "rounded")
	}
	if l.Dashed {
		styles = append(styles, "dashed")
	}
	return strings.Join(styles, ",")
}

func writeArrow(b *strings.Builder, ar layout.Arrow) {
	var pos []string
	if ar.Tail != "" {
		pos = append(pos, "s,"+position(ar.TailTip))
	}
	pos = append(pos, "e,"+position(ar.HeadTip))
	for _, p := range ar.Points {
		pos = append(pos, position(p))
	}
	var a attributes
	a.set("pos", strings.Join(pos, " "))
	a.set("arrowtail", cmp.Or(ar.Tail, "none"))
	a.number("arrowsize", ar.HeadSize)
	if ar.Dashed {
		a.set("style", "dashed")
	}
	if ar.Dotted {
		a.set("style", "dotted")
	}
	a.set("color", ar.Color)
	a.number("penwidth", ar.Pen)
	a.set("id", ar.ID)
	if ar.Hint != "" {
		a.set("edgetooltip", ar.Hint)
	}
	fmt.Fprintf(b, "%s -> %s %s\n", Quoted(ar.From), Quoted(ar.To), a)
}

// position writes a point; the y axis of Graphviz points up.
func position(p layout.Point) string { return Decimal(p.X) + "," + Decimal(-p.Y) }

// Decimal writes a number with at most three decimals.
func Decimal(x float64) string { return trimmed(x, 3) }

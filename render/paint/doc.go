// Package paint paints what Graphviz has laid out, and the charts, as PNG and
// PDF, and the charts as SVG. go-graphviz paints no PDF, and its PNG has neither
// outlines nor Japanese text, so the strokes that Graphviz would draw are taken
// from its JSON form. A chart becomes strokes too; each format has a canvas that
// paints a stroke.
//
// Text is set in a [Font] that comes with the program, so that a picture does not
// depend on the fonts of a machine.
package paint

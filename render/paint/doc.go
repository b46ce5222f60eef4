// Package paint paints what Graphviz has laid out, and the charts, as PNG and
// PDF. go-graphviz paints no PDF, and its PNG has neither outlines nor Japanese
// text, so the strokes that Graphviz would draw are taken from its JSON form and
// drawn on the canvas of gonum's plotting library, which has a PNG behind it;
// the one behind PDF is ours, since gonum's knows Western letters only.
//
// Text is set in a [Font] that comes with the program, so that a picture does not
// depend on the fonts of a machine.
package paint

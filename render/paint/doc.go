// Package paint paints pictures, and the charts, as PNG and PDF. Both are drawn on
// the canvas of gonum's plotting library, which has a PNG behind it; the one
// behind PDF is ours, since gonum's knows Western letters only.
//
// Text is set in a [Font] that comes with the program, so that a picture does not
// depend on the fonts of a machine.
package paint

// Package paint paints pictures, and the charts, as PNG and PDF, and the charts as
// SVG. A picture and a chart become strokes; each format has a canvas that paints a
// stroke.
//
// Text is set in a [Font] that comes with the program, so that a picture does not
// depend on the fonts of a machine.
package paint

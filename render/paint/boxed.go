package paint

import (
	"fmt"

	"tasuki/render/layout"
	"tasuki/render/paint/pen"
)

// The box that is painted for a character that is not there, in ems: as wide as a kanji, with
// the number of the character in hexadecimal digits, in two rows.
const (
	boxLeft, boxRight = 0.05, 0.95
	boxLow, boxHigh   = -0.12, 0.84
	boxLine           = 0.035
	boxDigit          = 0.46 // size of the digits
	boxUpper          = 0.42 // where the upper row stands
	boxLower          = -0.02
)

// boxed returns the box of a character that begins at a place. Its digits are those of the
// font that comes with the program, since every font may lack them.
func boxed(r rune, at layout.Point, size float64) pen.Path {
	place := func(x, y float64) layout.Point { return layout.Point{X: at.X + x*size, Y: at.Y + y*size} }
	frame := func(by float64, turns bool) pen.Path {
		corners := []layout.Point{place(boxLeft+by, boxLow+by), place(boxLeft+by, boxHigh-by), place(boxRight-by, boxHigh-by), place(boxRight-by, boxLow+by)}
		if turns {
			corners[1], corners[3] = corners[3], corners[1]
		}
		return pen.Through(append(corners, corners[0])...)
	}
	out := append(frame(0, false), frame(boxLine, true)...)
	digits := fmt.Sprintf("%04X", r)
	half := (len(digits) + 1) / 2
	font := DefaultFont()
	for i, row := range []string{digits[:half], digits[half:]} {
		room := (boxRight - boxLeft - 3*boxLine) / float64(half)
		for k, digit := range row {
			wide := font.Width(string(digit), boxDigit)
			narrow := min(1, room/wide)
			left := (boxLeft+boxRight)/2 - room*float64(len(row))/2 + room*(float64(k)+0.5) - wide*narrow/2
			out = append(out, font.glyph(digit, boxDigit*size).Placed(place(left, []float64{boxUpper, boxLower}[i]), narrow)...)
		}
	}
	return out
}

package paint

import (
	"io"
	"strings"

	"tasuki/render/layout"
	"tasuki/render/messages"
	"tasuki/render/typeset"
)

// Boldness is how much thicker bold outlines are, in ems.
const Boldness = 0.03

// Painter paints drawings in one font.
type Painter struct {
	Font     *Font
	StandIns *StandIns         // collects what it paints as something else; nil: nobody asks
	NotesIn  messages.Language // of what it says of that under a picture
}

// PNG paints a picture.
func (p Painter) PNG(w io.Writer, picture layout.Picture) error {
	return p.png(w, p.noted(func(p Painter) *scene { return p.read(picture, p.paintable) }))
}

// noted returns a scene under which stands what in it is painted as something else: a
// picture goes to others without what was said when it was painted.
func (p Painter) noted(read func(Painter) *scene) *scene {
	own := p
	own.StandIns = &StandIns{}
	s := read(own)
	list := own.StandIns.List()
	for _, l := range list {
		p.StandIns.add(l.Meant, l.By)
	}
	if len(list) == 0 {
		return s
	}
	note := own.paintable(messages.StandInNote(list, p.NotesIn))
	s.max.X = max(s.max.X, s.min.X+leastNote+2*chartPad)
	for _, line := range typeset.WrapBy(note, s.max.X-s.min.X-2*chartPad, func(r rune) float64 { return p.Font.Width(string(r), noteSize) }) {
		s.min.Y -= noteSize * leading
		s.strokes = append(s.strokes, stroke{text: line, at: layout.Point{X: s.min.X + chartPad, Y: s.min.Y + noteSize*0.4}, size: noteSize, fill: inkColor})
	}
	s.min.Y -= chartPad
	return s
}

// leastNote is how wide the lines of a note are at least, in points.
const leastNote = 160.0

// read returns what is painted of a picture, whose texts become what can be
// painted.
func (p Painter) read(picture layout.Picture, paintable func(string) string) *scene {
	s := sceneOf(picture)
	p.setTexts(s, paintable)
	return s
}

// setTexts makes the texts of a scene what can be painted. One that becomes wider
// than the room that was left for it is set smaller.
func (p Painter) setTexts(s *scene, paintable func(string) string) {
	for i := range s.strokes {
		k := &s.strokes[i]
		if text := paintable(k.text); text != k.text {
			room, width := typeset.Width(k.text)*k.size, p.Font.Width(text, k.size)
			k.text, k.size = text, k.size*min(1, max(room, 1)/max(width, 1))
		}
	}
}

// canvas is what a scene is painted on.
type canvas interface {
	path(k stroke)
	// text paints a line that is seen. Its width is the font's own, since who made
	// the scene does not know the font.
	text(k stroke)
}

// paint paints a scene.
func (p Painter) paint(c canvas, s *scene) {
	for _, k := range s.strokes {
		switch {
		case k.text == "":
			c.path(k)
		case k.fill != nil && strings.TrimSpace(k.text) != "":
			c.text(k)
		}
	}
}

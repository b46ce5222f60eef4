package paint

import (
	"io"
	"strings"

	"tasuki/render/typeset"
)

// Boldness is how much thicker bold outlines are, in ems.
const Boldness = 0.03

// Painter paints drawings in one font.
type Painter struct {
	Font     *Font
	Classes  Classes
	StandIns *StandIns // collects what it paints as something else; nil: nobody asks
}

// Classes are the classes that say more about nodes than Graphviz knows.
type Classes struct {
	Bold string // the text is bold
	Head string // the node is repeated at the top of each further page
	Stub string // what stands in the node is repeated at the left of pages further to the right
}

// PNG paints a drawing that Graphviz has laid out, given in its JSON format.
func (p Painter) PNG(w io.Writer, layout []byte) error {
	s, err := p.read(layout, p.forPNG)
	if err != nil {
		return err
	}
	return p.png(w, s)
}

// read reads a drawing, whose texts become what can be painted.
func (p Painter) read(layout []byte, paintable func(string) string) (*scene, error) {
	s, err := readScene(layout, p.Classes)
	if err != nil {
		return nil, err
	}
	p.setTexts(s, paintable)
	return s, nil
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

// alignment returns where a line begins from its place, in parts of its width.
func alignment(align string) float64 {
	switch align {
	case "c":
		return -0.5
	case "r":
		return -1
	}
	return 0
}

package page

import (
	"math"
	"strings"

	"tasuki/graph/matrix/table/pdf/object"
	"tasuki/graph/said"
)

// textPlace is where text is shown next.
type textPlace struct {
	at, line matrix
	x, y     float64 // on the page, where the last character ended
}

// drawText carries out an operator of text.
func (c *canvas) drawText(operator string, operands []any) error {
	n, one := numbers(operands, 1)
	two, both := numbers(operands, 2)
	switch operator {
	case "BT":
		c.text.at = matrix{1, 0, 0, 1, 0, 0}
		c.text.line = c.text.at
	case "Tf":
		if len(operands) >= 2 && one {
			name, _ := operands[len(operands)-2].(object.Name)
			c.state.size = n[0]
			return c.choose(name)
		}
	case "Td", "TD":
		if both {
			if operator == "TD" {
				c.state.leading = -two[1]
			}
			c.moveLine(two[0], two[1])
		}
	case "Tm":
		if m, ok := numbers(operands, 6); ok {
			c.text.at, c.text.line = matrix(m), matrix(m)
		}
	case "T*":
		c.moveLine(0, -c.state.leading)
	case "\"":
		if v, ok := numbers(operands[:min(2, len(operands))], 2); ok {
			c.state.blank, c.state.spacing = v[0], v[1]
		}
		fallthrough
	case "'":
		c.moveLine(0, -c.state.leading)
		fallthrough
	case "Tj":
		if len(operands) > 0 {
			c.show(operands[len(operands)-1], true)
		}
	case "TJ":
		if len(operands) > 0 {
			list, _ := operands[0].([]any)
			for i, v := range list {
				c.show(v, i == 0)
			}
		}
	default:
		if one {
			c.set(operator, n[0])
		}
	}
	return nil
}

// set changes how text is shown.
func (c *canvas) set(operator string, n float64) {
	switch operator {
	case "Tc":
		c.state.spacing = n
	case "Tw":
		c.state.blank = n
	case "Tz":
		c.state.scale = n / 100
	case "TL":
		c.state.leading = n
	case "Ts":
		c.state.rise = n
	case "Tr":
		c.state.mode = int(n)
	}
}

func (c *canvas) moveLine(x, y float64) {
	c.text.line = matrix{1, 0, 0, 1, x, y}.times(c.text.line)
	c.text.at = c.text.line
}

// maxFonts bounds how often fonts are read.
const maxFonts = 10_000

// choose takes a font of that name.
func (c *canvas) choose(name object.Name) error {
	if f := c.chosen[name]; f != nil {
		c.state.font = f
		return nil
	}
	v := c.file.Dict(c.resources["Font"])[name]
	ref, named := v.(object.Ref)
	f := c.fonts[ref]
	if !named || f == nil {
		if c.loaded++; c.loaded > maxFonts {
			return said.Errorf("the PDF has more than %d fonts; print the pages with the matrix alone to a new PDF", maxFonts)
		}
		var err error
		if f, err = c.load(c.file.Dict(v)); err != nil {
			return err
		}
		if named {
			c.fonts[ref] = f
		}
	}
	c.state.font, c.chosen[name] = f, f
	return nil
}

// show shows a text, or moves by a number as TJ has it. A text starts something unless it
// continues others of one operator.
func (c *canvas) show(v any, starts bool) {
	s := &c.state
	if n, ok := v.(float64); ok {
		c.advance(-n / 1000 * s.size)
		return
	}
	text, _ := v.([]byte)
	f := s.font
	if f == nil {
		f = &font{wide: 0.5, widths: map[int]float64{}}
	}
	space := 0.0
	if code, _ := f.next([]byte{' '}); f.codes == nil && code.text == " " {
		space = code.width
	}
	for len(text) > 0 && len(c.page.Glyphs) <= maxGlyphs {
		code, n := f.next(text)
		text = text[n:]
		c.put(code, f, space)
		c.page.Glyphs[len(c.page.Glyphs)-1].Starts, starts = starts, false
		move := s.spacing
		if code.blank {
			move += s.blank
		}
		if f.codes != nil && f.codes.down {
			c.advance(-s.size + move)
		} else {
			c.advance(code.width*s.size + move)
		}
	}
}

// advance moves along the line, or down where it is written so.
func (c *canvas) advance(by float64) {
	m := matrix{1, 0, 0, 1, by * c.state.scale, 0}
	if f := c.state.font; f != nil && f.codes != nil && f.codes.down {
		m = matrix{1, 0, 0, 1, 0, by}
	}
	c.text.at = m.times(c.text.at)
}

// put keeps a character where it stands.
func (c *canvas) put(code shown, f *font, space float64) {
	s := &c.state
	m := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.times(c.text.at).times(s.ctm)
	left, low := 0.0, -0.2
	if f.codes != nil && f.codes.down {
		left, low = -code.width/2, -0.9
	}
	a := m.around(left, low, left+code.width, low+1)
	g := Glyph{Text: code.text, Left: a.left, Right: a.right, Top: a.top, Bottom: a.bottom, Turn: m.turn()}
	g.Size = math.Hypot(m[2], m[3])
	g.Space = space * math.Hypot(m[0], m[1])
	x, y := m.apply(0, 0)
	g.Begins = math.Hypot(x-c.text.x, y-c.text.y) > g.Size/2
	c.text.x, c.text.y = m.apply(code.width, 0)
	if f.codes != nil && f.codes.down {
		c.text.x, c.text.y = m.apply(0, -1)
	}
	g.Cut = !s.clip.covers((a.left+a.right)/2, (a.top+a.bottom)/2, 1)
	if blank := strings.TrimSpace(code.text) == ""; !blank {
		if code.text == missing {
			c.page.Unknown++
		}
		if s.mode == 3 || s.mode == 7 {
			c.page.Unseen++
		}
	}
	c.page.Glyphs = append(c.page.Glyphs, g)
}

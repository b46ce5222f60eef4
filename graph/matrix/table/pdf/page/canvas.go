package page

import (
	"io"

	"tasuki/graph/matrix/table/pdf/object"
	"tasuki/graph/said"
)

// canvas carries out what draws a page.
type canvas struct {
	*walker
	page      *Page
	resources object.Dict
	chosen    map[object.Name]*font // of the resources, so far
	depth     int
	state     state
	saved     []state
	outline   outline
	text      textPlace
}

// draw carries out the operators of a stream.
func (c *canvas) draw(data []byte) error {
	if c.drawn += len(data) + drawCost; c.drawn > maxDrawn {
		return said.Errorf("what draws the pages of the PDF has more than %d MiB; print the pages with the matrix alone to a new PDF", maxDrawn>>20)
	}
	p := object.NewParser(data)
	saved := len(c.saved)
	var operands []any
	for {
		v, err := p.Next()
		switch {
		case err == io.EOF:
			c.saved = c.saved[:min(saved, len(c.saved))]
			return nil
		case err != nil:
			return err
		case c.file.Err() != nil:
			return c.file.Err()
		}
		operator, ok := v.(object.Operator)
		switch {
		case !ok && len(operands) < maxOperand:
			operands = append(operands, v)
			continue
		case !ok:
			continue
		case operator == "ID":
			p.Inline()
		default:
			if err := c.do(string(operator), operands, saved); err != nil {
				return err
			}
		}
		operands = operands[:0]
		switch {
		case len(c.page.Glyphs) > maxGlyphs:
			return said.Errorf("it has more than %d characters; print the pages with the matrix alone to a new PDF", maxGlyphs)
		case len(c.page.Rules) > maxRules:
			return said.Errorf("it draws more than %d lines; print the pages with the matrix alone to a new PDF", maxRules)
		}
	}
}

// do carries out one operator. Those that only change colours and the like are none of
// its business.
func (c *canvas) do(operator string, operands []any, saved int) error {
	switch operator {
	case "q":
		if len(c.saved) == maxSaved {
			return said.Errorf("it saves its state more than %d times; print it to a new PDF", maxSaved)
		}
		c.saved = append(c.saved, c.state)
	case "Q":
		if n := len(c.saved); n > saved {
			c.state, c.saved = c.saved[n-1], c.saved[:n-1]
		}
	case "cm":
		if n, ok := numbers(operands, 6); ok {
			c.state.ctm = matrix(n).times(c.state.ctm)
		}
	case "Do":
		if len(operands) > 0 {
			name, _ := operands[0].(object.Name)
			return c.form(c.file.Dict(c.resources["XObject"])[name])
		}
	default:
		if !c.drawPath(operator, operands) {
			return c.drawText(operator, operands)
		}
	}
	return nil
}

// numbers returns the last n operands.
func numbers(operands []any, n int) ([]float64, bool) {
	if len(operands) < n {
		return nil, false
	}
	list := make([]float64, n)
	for i, v := range operands[len(operands)-n:] {
		number, ok := v.(float64)
		if list[i] = number; !ok {
			return nil, false
		}
	}
	return list, true
}

// drawPath carries out an operator of paths, and reports whether it is one.
func (c *canvas) drawPath(operator string, operands []any) bool {
	o, m := &c.outline, c.state.ctm
	switch operator {
	case "m", "l":
		if n, ok := numbers(operands, 2); ok && operator == "m" {
			o.move(m.apply(n[0], n[1]))
		} else if ok {
			o.line(m.apply(n[0], n[1]))
		}
	case "c", "v", "y": // what is round is no line of a table
		if n, ok := numbers(operands, 2); ok {
			o.move(m.apply(n[0], n[1]))
		}
	case "re":
		if n, ok := numbers(operands, 4); ok {
			o.rectangle(m, n[0], n[1], n[2], n[3])
		}
	case "h":
		o.closePart()
	case "W", "W*":
		o.clips = true
	case "s", "b", "b*":
		o.closePart()
		c.paint(true, operator != "s")
		c.endPath()
	case "S", "B", "B*":
		c.paint(true, operator != "S")
		c.endPath()
	case "f", "F", "f*":
		c.paint(false, true)
		c.endPath()
	case "n":
		c.endPath()
	default:
		return false
	}
	return true
}

// form draws what stands in an object of its own.
func (c *canvas) form(v any) error {
	s, ok := object.Of[*object.Stream](c.file, v)
	if !ok || c.file.Name(s.Dict["Subtype"]) != "Form" {
		return nil
	}
	if c.depth == maxForms {
		return said.Errorf("it has more than %d drawings within each other; print it to a new PDF", maxForms)
	}
	state, resources, chosen, text := c.state, c.resources, c.chosen, c.text
	if n, ok := c.file.Numbers(s.Dict["Matrix"], 6); ok {
		c.state.ctm = matrix(n).times(c.state.ctm)
	}
	if n, ok := c.file.Numbers(s.Dict["BBox"], 4); ok {
		c.state.clip = c.state.clip.within(c.state.ctm.around(n[0], n[1], n[2], n[3]))
	}
	if d, ok := object.Of[object.Dict](c.file, s.Dict["Resources"]); ok {
		c.resources, c.chosen = d, map[object.Name]*font{}
	}
	c.depth++
	err := c.draw(c.file.Bytes(s))
	c.depth--
	c.state, c.resources, c.chosen, c.text = state, resources, chosen, text
	return err
}

// annotations draws what stands over the page, such as the fields of a form that was
// filled in.
func (c *canvas) annotations(v any, upright matrix) error {
	for _, v := range c.file.Array(v) {
		d := c.file.Dict(v)
		kind := c.file.Name(d["Subtype"])
		shown := c.file.Dict(d["AP"])["N"]
		if as := c.file.Name(d["AS"]); as != "" {
			if states, ok := object.Of[object.Dict](c.file, shown); ok {
				shown = states[as]
			}
		}
		s, ok := object.Of[*object.Stream](c.file, shown)
		box, boxed := c.file.Numbers(d["Rect"], 4)
		if kind != "Widget" && kind != "FreeText" || int(c.file.Number(d["F"], 0))&2 != 0 || !ok || !boxed {
			continue
		}
		from := area{0, 0, 1, 1}
		if n, ok := c.file.Numbers(s.Dict["BBox"], 4); ok {
			m := matrix{1, 0, 0, 1, 0, 0}
			if n, ok := c.file.Numbers(s.Dict["Matrix"], 6); ok {
				m = matrix(n)
			}
			from = m.around(n[0], n[1], n[2], n[3])
		}
		left, low := min(box[0], box[2]), min(box[1], box[3])
		c.state = state{ctm: matrix{1, 0, 0, 1, left - from.left, low - from.top}.times(upright), scale: 1, clip: area{0, 0, c.page.Width, c.page.Height}}
		if err := c.form(s); err != nil {
			return err
		}
	}
	return nil
}

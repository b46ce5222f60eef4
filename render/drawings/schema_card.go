package drawings

import (
	"slices"
	"strings"

	"tasuki/render/layout"
	"tasuki/render/look"
	"tasuki/render/messages"
)

// The measures of a card, in points.
const (
	cardText = 138.0 // width of its text
	cardPad  = 7.0
)

// card is a box of the drawing.
type card struct {
	part  SchemaPart
	from  []string // the labels that a type leads from
	to    []string // the labels that it leads to
	names []string // types with the same ends and properties share a card
	own   []string // types without properties that join nodes of this label
	text  []string
	at    layout.Point
	w, h  float64
	lang  messages.Language
}

// between notes two labels that the type joins.
func (c *card) between(from, to string) {
	if !slices.Contains(c.from, from) {
		c.from = append(c.from, from)
	}
	if !slices.Contains(c.to, to) {
		c.to = append(c.to, to)
	}
}

// write sets the text and the size of a card.
func (c *card) write() {
	if len(c.part.Key) > 0 {
		c.add(c.lang.Plain("Key: "), c.part.Key)
	}
	c.add("", inBothLanguages(c.part.Properties))
	for _, own := range c.own {
		c.text = append(c.text, c.lang.Plain("{1} another", own))
	}
	c.w = cardText + 2*cardPad
	c.h = 2*cardPad + look.HeadFont.Height(len(c.names)) + layout.HeadGap + look.NodeFont.Height(len(c.text))
}

// add adds a list to the text, broken between names only.
func (c *card) add(line string, names []string) {
	for i, name := range names {
		if i+1 < len(names) {
			name += ","
		}
		switch {
		case line == "" || strings.HasSuffix(line, " "):
			line += name
		case look.NodeFont.Width([]string{line + " " + name}) <= cardText:
			line += " " + name
		default:
			c.text = append(c.text, line)
			line = name
		}
	}
	if line != "" {
		c.text = append(c.text, line)
	}
}

// inBothLanguages writes pairs of properties that end in _ja and _en as one.
func inBothLanguages(properties []string) []string {
	var short []string
	for _, p := range properties {
		base, english := strings.CutSuffix(p, "_en")
		if english && len(short) > 0 && short[len(short)-1] == base+"_ja" {
			short[len(short)-1] += "/en"
			continue
		}
		short = append(short, p)
	}
	return short
}

// addCard puts a card: its names in bold above its text.
func (m *schemaMap) addCard(c *card) {
	as := look.Look{Form: "box", Fill: look.Header, Stroke: look.Ink, Pen: 1.4}
	if c.part.From != "" {
		as.Rounded, as.Dashed, as.Fill, as.Stroke, as.Pen = true, true, look.Paper, look.Slate, 1
	}
	m.Add(layout.Shape{Name: c.part.Name, Look: as, At: c.at, W: c.w, H: c.h})
	head := look.HeadFont.Height(len(c.names))
	top := c.at.Y - c.h/2 + cardPad
	m.AddText(c.part.Name+" head", c.names, look.HeadFont, layout.Point{X: c.at.X, Y: top + head/2}, cardText, true, "")
	if len(c.text) > 0 {
		text := look.NodeFont.Height(len(c.text))
		m.AddText(c.part.Name+" text", c.text, look.NodeFont, layout.Point{X: c.at.X, Y: top + head + layout.HeadGap + text/2}, cardText, true, "")
	}
}

package odf

import (
	"bytes"
	"strconv"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// cellText gathers the text of a cell: its paragraphs, a line each, without what lies
// over the cell or explains it.
type cellText struct {
	text       []byte
	paragraphs int
	begin      int    // of the paragraph in text
	blank      bool   // the last character is a blank that others join
	depth      int    // elements around within a paragraph
	spans      []span // struck-out ones among them, and paragraphs
	skipped    int    // elements around that are left out
	rest       table.Rest
	bold       []span // as spans, in bold type
	light      bool   // some of it is not
}

// span is an element that strikes out, or is in bold type, at its depth.
type span int

func (c *cellText) reset() {
	c.rest.Reset()
	*c = cellText{text: c.text[:0], spans: c.spans[:0], bold: c.bold[:0], rest: c.rest}
}

// add adds a piece to the text.
func (c *cellText) add(piece ...byte) {
	c.rest.Add(c.text, piece, len(c.spans) > 0)
	c.text = append(c.text, piece...)
}

func (c *cellText) hasText() bool { return len(bytes.TrimSpace(c.text)) > 0 }

// aside are elements that are no part of a cell's text: notes, readings of
// characters, and what is drawn over the sheet.
var aside = []string{
	"annotation", "note", "ruby-text", "table", "frame", "custom-shape", "g", "rect", "line", "ellipse", "polyline",
	"polygon", "path", "circle", "connector", "caption", "measure", "regular-polygon", "control",
}

func isAside(name []byte) bool {
	for _, a := range aside {
		if a == string(name) {
			return true
		}
	}
	return false
}

func (c *cellText) visit(t *parts.Token, s *styles) error {
	switch {
	case c.skipped > 0 || t.Kind == parts.Start && isAside(t.Name):
		switch t.Kind {
		case parts.Start:
			c.skipped++
		case parts.End:
			c.skipped--
		}
		return nil
	case t.Kind == parts.Chars:
		if c.depth > 0 {
			c.chars(t.Text)
		}
	case t.Kind == parts.Start:
		c.begins(t, s)
	default:
		c.ends(t)
	}
	if len(c.text) > table.MaxLine {
		return said.Errorf("a cell has more than %d MiB of text", table.MaxLine>>20)
	}
	return nil
}

func isParagraph(t *parts.Token) bool { return string(t.Name) == "p" || string(t.Name) == "h" }

func (c *cellText) begins(t *parts.Token, s *styles) {
	if c.depth == 0 && !isParagraph(t) {
		return
	}
	if c.depth == 0 {
		if c.paragraphs > 0 {
			c.add('\n')
		}
		c.paragraphs++
		c.begin, c.blank = len(c.text), false
	}
	c.depth++
	if s.bold[t.Prefixed("style-name")] {
		c.bold = append(c.bold, span(c.depth))
	}
	if s.struck[t.Prefixed("style-name")] {
		c.spans = append(c.spans, span(c.depth))
	}
	switch string(t.Name) {
	case "s":
		n, err := strconv.Atoi(t.Prefixed("c"))
		if err != nil {
			n = 1
		}
		c.add(bytes.Repeat([]byte(" "), max(0, min(n, maxBlanks)))...)
		c.blank = false
	case "tab":
		c.add('\t')
		c.blank = false
	case "line-break":
		c.add('\n')
		c.blank = false
	}
}

func (c *cellText) ends(t *parts.Token) {
	if c.depth == 0 {
		return
	}
	if n := len(c.spans); n > 0 && int(c.spans[n-1]) == c.depth {
		c.spans = c.spans[:n-1]
	}
	if n := len(c.bold); n > 0 && int(c.bold[n-1]) == c.depth {
		c.bold = c.bold[:n-1]
	}
	if c.depth--; c.depth == 0 && c.blank {
		c.text = c.text[:len(c.text)-1]
	}
}

// chars adds text of a paragraph, in which blanks count as one, and at its beginning
// and end as none.
func (c *cellText) chars(text []byte) {
	from := len(c.text)
	c.light = c.light || len(c.bold) == 0 && len(bytes.TrimSpace(text)) > 0
	for _, b := range text {
		switch b {
		case ' ', '\t', '\n', '\r':
			if !c.blank && len(c.text) > c.begin {
				c.text, c.blank = append(c.text, ' '), true
			}
		default:
			c.text, c.blank = append(c.text, b), false
		}
	}
	c.rest.Add(c.text[:from], c.text[from:], len(c.spans) > 0)
}

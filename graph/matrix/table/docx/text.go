package docx

import (
	"strconv"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// cellText gathers the text of a cell: its paragraphs, a line each.
type cellText struct {
	text       []byte
	paragraphs int
	skipped    int    // elements around that are left out
	inText     bool   // the text of a run is open
	inStruck   bool   // the run is struck out
	signs      string // the font of the run, if it has signs for letters
	rest       table.Rest
	inBold     bool // the run is in bold type
	light      bool // one of them is not
	revised    bool // there are tracked changes
}

// aside are elements that are no part of a cell's text: what was deleted or moved
// away, how it looked before, readings of characters, what is drawn, and the newer of
// two ways to write a character.
var aside = map[string]bool{
	"del": true, "moveFrom": true, "rPrChange": true, "pPr": true, "tcPr": true, "rt": true, "drawing": true, "pict": true, "object": true, "Choice": true,
}

func (c *cellText) visit(t *parts.Token) error {
	switch name := string(t.Name); {
	case t.Kind == parts.Chars:
		if c.skipped == 0 && c.inText {
			c.add(parts.SignOnly(c.signs, string(t.Text)))
		}
	case c.skipped > 0 || t.Kind == parts.Start && aside[name]:
		if t.Kind == parts.End {
			c.skipped--
			return nil
		}
		c.skipped++
		c.revised = c.revised || name == "delText" || name == "moveFrom"
	case t.Kind == parts.End:
		c.inText = false
	default:
		c.begin(name, t)
	}
	if len(c.text) > table.MaxLine {
		return said.Errorf("a cell has more than %d MiB of text", table.MaxLine>>20)
	}
	return nil
}

func (c *cellText) begin(name string, t *parts.Token) {
	switch name {
	case "p":
		if c.paragraphs++; c.paragraphs > 1 {
			c.write("\n", false)
		}
	case "ins", "moveTo":
		c.revised = true
	case "r":
		c.inStruck, c.inBold, c.signs = false, false, ""
	case "rFonts":
		if name := t.Prefixed("ascii"); parts.IsSigns(name) {
			c.signs = name
		}
	case "b":
		c.inBold = isOn(t)
	case "strike", "dstrike":
		c.inStruck = isOn(t)
	case "t":
		c.inText = true
	case "tab", "ptab":
		c.add("\t")
	case "br", "cr":
		c.write("\n", false)
	case "noBreakHyphen":
		c.add("-")
	case "sym":
		c.add(symbol(t.Prefixed("font"), t.Prefixed("char")))
	}
}

func (c *cellText) add(text string) {
	c.light = c.light || !c.inBold && strings.TrimSpace(text) != ""
	c.write(text, c.inStruck)
}

func (c *cellText) write(text string, struck bool) {
	c.rest.Add(c.text, []byte(text), struck)
	c.text = append(c.text, text...)
}

// isOn reads a property that is on unless it says otherwise.
func isOn(t *parts.Token) bool {
	switch t.Prefixed("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// symbol returns what a character shows that is named by its code in a font. One that
// is not known is kept as it is, so that it is not taken for an empty cell.
func symbol(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 16)
	if err != nil {
		return "\uFFFD"
	}
	return string(parts.Sign(font, rune(n)))
}

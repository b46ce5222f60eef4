package xlsx

import (
	"archive/zip"
	"regexp"
	"strconv"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// sharedStrings are the texts that the sheets of a workbook refer to by number.
// They are the one thing whose memory grows with the file: with its distinct
// texts, not with its rows.
type sharedStrings struct {
	text   string
	ends   []int32 // of each string in text
	struck bits    // those that are struck out
	cut    bits    // those of which a part was struck out
}

func (s sharedStrings) strike(index string) table.Strike {
	i, err := strconv.Atoi(strings.TrimSpace(index))
	switch {
	case err != nil:
	case s.struck.has(i):
		return table.Wholly
	case s.cut.has(i):
		return table.InPart
	}
	return table.Unstruck
}

func (s sharedStrings) at(index string) (string, error) {
	i, err := strconv.Atoi(strings.TrimSpace(index))
	if err != nil || i < 0 || i >= len(s.ends) {
		return "", said.Errorf("there is no string %q among the %d of the workbook", index, len(s.ends))
	}
	start := int32(0)
	if i > 0 {
		start = s.ends[i-1]
	}
	return s.text[start:s.ends[i]], nil
}

func readStrings(part *zip.File) (sharedStrings, error) {
	var shared sharedStrings
	if part == nil {
		return shared, nil
	}
	var text strings.Builder
	var content cellText
	err := parts.Walk(part, parts.MaxRead, func(t *parts.Token) error {
		content.visit(t)
		switch {
		case t.Is(parts.Start, "si"):
			content.reset()
		case t.Is(parts.End, "si"):
			shown, how := content.shown()
			text.WriteString(shown)
			switch how {
			case table.Wholly:
				shared.struck.add(len(shared.ends))
			case table.InPart:
				shared.cut.add(len(shared.ends))
			}
			shared.ends = append(shared.ends, int32(text.Len()))
		}
		if text.Len()+len(content.text) > maxStringText || len(shared.ends) > MaxStrings {
			return said.Errorf("the workbook shares more than %d texts, or more than %d MiB of them; save the sheet as CSV", MaxStrings, maxStringText>>20)
		}
		return nil
	})
	shared.text = text.String()
	return shared, err
}

// cellText gathers the text of a cell or a shared string from its tokens: the
// runs of rich text are joined, and phonetic readings left out.
type cellText struct {
	text     []byte
	inText   bool
	phonetic bool
	inStruck bool   // the run is struck out
	signs    string // the font of the run, if it has signs for letters
	rest     table.Rest
}

func (c *cellText) reset() {
	c.rest.Reset()
	*c = cellText{text: c.text[:0], rest: c.rest}
}

func (c *cellText) visit(t *parts.Token) {
	switch t.Kind {
	case parts.Start:
		switch string(t.Name) {
		case "rPh":
			c.phonetic = true
		case "r":
			c.inStruck, c.signs = false, ""
		case "rFont":
			if name := t.Attribute("val"); parts.IsSigns(name) {
				c.signs = name
			}
		case "strike":
			c.inStruck = isOn(t, "strike")
		case "v", "t":
			c.inText = !c.phonetic
		}
	case parts.End:
		c.inText = false
		switch string(t.Name) {
		case "rPh":
			c.phonetic = false
		case "r":
			c.inStruck, c.signs = false, ""
		}
	case parts.Chars:
		if c.inText {
			text := t.Text
			if c.signs != "" {
				text = []byte(parts.SignOnly(c.signs, string(text)))
			}
			c.rest.Add(c.text, text, c.inStruck)
			c.text = append(c.text, text...)
		}
	}
}

// shown returns what counts of the text, with its escapes resolved, and line breaks as
// "\n".
func (c *cellText) shown() (string, table.Strike) {
	text, how := c.rest.Of(string(c.text))
	return resolved(text), how
}

func resolved(text string) string {
	if strings.Contains(text, "_x") {
		text = escaped.ReplaceAllStringFunc(text, func(code string) string {
			n, err := strconv.ParseUint(code[2:6], 16, 16)
			if err != nil {
				return code
			}
			return string(rune(n))
		})
	}
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	return text
}

// escaped is how a workbook writes what XML cannot hold (ECMA-376 part 1,
// 22.9.2.19, ST_Xstring).
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// attributes are those of a tag that say how it is shown.
type attributes struct {
	columns, rows   int
	hidden          bool
	struck, bold    bool
	frame           bool   // a cell with the name of a row or column
	chosen          bool   // of an option or a box
	kind            string // of a field
	value, standsIn []byte // of a field; for a picture
}

// attributesOf reads the attributes of the tag that z stands at, of a page in which
// some classes strike out.
func attributesOf(z *html.Tokenizer, more bool, striking map[string]bool) attributes {
	a := attributes{columns: 1, rows: 1}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "colspan":
			a.columns = min(max(number(value), 1), maxSpan)
		case "rowspan":
			a.rows = number(value)
		case "hidden":
			a.hidden = true
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(string(value)), ""))
			a.hidden = a.hidden || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
			a.struck = a.struck || strings.Contains(style, lineThrough)
			a.bold = a.bold || strings.Contains(style, "font-weight:bold") || strings.Contains(style, "font-weight:700")
		case "class":
			for _, class := range strings.Fields(string(value)) {
				a.struck = a.struck || striking[class]
				a.frame = a.frame || class == "row-headers-background" || class == "column-headers-background" || class == "row-header" || class == "freezebar-cell"
			}
		case "alt":
			a.standsIn = value
		case "value":
			a.value = value
		case "type":
			a.kind = strings.ToLower(string(value))
		case "selected", "checked":
			a.chosen = true
		}
	}
	return a
}

// number returns a count of cells: 1 where it is none. A rowspan of 0 reaches to the
// end of its group.
func number(value []byte) int {
	n, err := strconv.Atoi(strings.TrimSpace(string(value[:min(len(value), 12)])))
	if err != nil || n < 0 {
		return 1
	}
	return n
}

// field returns what a field shows.
func (a attributes) field() []byte {
	switch a.kind {
	case "checkbox", "radio":
		if a.chosen {
			return []byte("✓")
		}
		return nil
	case "hidden", "password", "file", "image":
		return nil
	}
	return a.value
}

// ends reports whether an element cannot stand in one whose text is skipped, so that
// this one lacks its end tag: no row is lost with it.
func ends(name, skipped string) bool {
	switch name {
	case "table", "thead", "tbody", "tfoot", "tr", "td", "th":
		return true
	}
	return name == "option" && skipped == "option" || skipped == "p" && isBlock(name) || isReading(skipped) && (isReading(name) || name == "rb")
}

// isVoid reports whether an element has no end tag.
func isVoid(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}

// isBreak reports whether a line begins where the element begins, and another where it
// ends.
func isBreak(name string) bool {
	switch name {
	case "br", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "blockquote", "section", "article":
		return true
	}
	return false
}

// isBlock reports whether an element cannot stand in a paragraph, which it ends.
func isBlock(name string) bool { return isBreak(name) && name != "br" }

// isList reports whether an element holds items, and isItem whether it is one.
func isList(name string) bool { return name == "ul" || name == "ol" || name == "dl" }
func isItem(name string) bool { return name == "li" || name == "dt" || name == "dd" }

// isBold reports whether an element is in bold type.
func isBold(name string) bool { return name == "b" || name == "strong" }

// isReading reports whether an element says how characters are pronounced: that is no
// part of a name.
func isReading(name string) bool { return name == "rt" || name == "rp" || name == "rtc" }

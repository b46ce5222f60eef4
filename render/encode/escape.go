package encode

import (
	"strings"
	"unicode/utf8"

	"tasuki/render/typeset"
)

// Quoted returns text as a quoted string of the Graphviz language that stands
// for exactly that text, where it is a label, a name or a hint alike: a
// backslash would begin an escape sequence, an ampersand an entity. What no XML
// document may hold becomes U+FFFD.
func Quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	escape(&b, text)
	b.WriteByte('"')
	return b.String()
}

// Label returns lines as the quoted text of a label. Left lines begin at the
// left edge of the label, others stand in its middle. A label without text is a
// space, since an empty one prints the name of its node.
func Label(lines []string, left bool) string {
	if len(lines) == 0 || len(lines) == 1 && lines[0] == "" {
		return `" "`
	}
	end := `\n`
	if left {
		end = `\l`
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, line := range lines {
		escape(&b, line)
		b.WriteString(end)
	}
	b.WriteByte('"')
	return b.String()
}

func escape(b *strings.Builder, text string) {
	for _, r := range text {
		switch {
		case r == '"':
			b.WriteString(`\"`)
		case r == '\\':
			b.WriteString(`\\`)
		case r == '&':
			b.WriteString("&amp;")
		case r == '\n':
			b.WriteString(`\n`)
		case !InXML(r):
			b.WriteRune(utf8.RuneError)
		case typeset.Turns(r):
			b.WriteString(typeset.TurnSign(r))
		default:
			b.WriteRune(r)
		}
	}
}

// InXML reports whether an XML 1.0 document can hold r.
func InXML(r rune) bool {
	return r == '\t' || r >= 0x20 && r != 0x7F && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000
}

package markdown

import (
	"bytes"
	"strings"

	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// document is a text with its tables.
type document struct {
	text   []byte
	starts []int           // where the headings of tables begin
	labels map[string]bool // of links whose targets stand elsewhere
	fences [][2]int        // where fenced code and comments stand
}

var (
	dashes     = pattern.Lazy(`^\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?$`)
	definition = pattern.Lazy(`^\[([^\[\]]+)\]:[ \t]*\S`)
	quoted     = pattern.Lazy(`^[ \t]*(>[ \t]*)*`)
	begins     = pattern.Lazy("^(#{1,6}([ \t]|$)|```|~~~|>|[-*+][ \t]|([-*_][ \t]*){3,}$)")
)

// cutLine returns the first line without its end, and what follows it.
func cutLine(text []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(text, []byte("\n"))
	return line, rest
}

// content returns a line without its indentation and without the signs of a quotation,
// in which tables may stand, and how many of them there are.
func content(line []byte) (text string, depth int) {
	mark := quoted().Find(line)
	return string(bytes.TrimRight(line[len(mark):], " \t")), bytes.Count(mark, []byte(">"))
}

// ends reports whether a line ends the table above it: an empty one, or one that
// begins something else.
func ends(line string) bool {
	return line == "" || line[0] != '|' && begins().MatchString(line)
}

// find notes where tables begin, and what is needed to read them.
func (t *document) find() error {
	t.labels = map[string]bool{}
	previous, at, inside, within := "", -1, false, 0
	for offset := 0; offset < len(t.text); {
		line, rest := cutLine(t.text[offset:])
		next := len(t.text) - len(rest)
		text, depth := content(line)
		if end := t.fence(text, offset, next); end > 0 {
			previous, at, inside, offset = "", -1, false, end
			continue
		}
		switch {
		case inside && (ends(text) || depth > within):
			inside = false
		case inside:
		case strings.Contains(text, "|") && dashes().MatchString(text) && strings.Contains(previous, "|") && at >= 0:
			if len(t.starts) == maxTables {
				return said.Errorf("the text holds more than %d tables; save the one with the matrix alone", maxTables)
			}
			t.starts, inside = append(t.starts, at), true
			within = depth
		default:
			if m := definition().FindStringSubmatch(text); m != nil {
				t.labels[label(m[1])] = true
			}
		}
		previous, at, offset = text, offset, next
	}
	return nil
}

// label returns the form in which labels of links are compared.
func label(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// fence returns where the fenced code or comment ends that begins in a line, or 0.
func (t *document) fence(line string, from, next int) int {
	end := 0
	switch {
	case strings.HasPrefix(line, "<!--"):
		end = len(t.text)
		if i := bytes.Index(t.text[from:], []byte("-->")); i >= 0 {
			end = from + i
			if j := bytes.IndexByte(t.text[end:], '\n'); j >= 0 {
				end += j + 1
			} else {
				end = len(t.text)
			}
		}
	case strings.HasPrefix(line, "```"), strings.HasPrefix(line, "~~~"):
		length := len(line) - len(strings.TrimLeft(line, line[:1]))
		if line[0] == '`' && strings.Contains(line[length:], "`") {
			return 0
		}
		for end = next; end < len(t.text); {
			inner, rest := cutLine(t.text[end:])
			end = len(t.text) - len(rest)
			text, _ := content(inner)
			if len(text) >= length && strings.Trim(text, line[:1]) == "" {
				break
			}
		}
		end = max(end, next)
	default:
		return 0
	}
	t.fences = append(t.fences, [2]int{from, end})
	return end
}

// unfenced returns the text without its fenced code and comments.
func (t *document) unfenced() []byte {
	if len(t.fences) == 0 {
		return t.text
	}
	var out []byte
	at := 0
	for _, f := range t.fences {
		out = append(out, t.text[at:f[0]]...)
		at = f[1]
	}
	return append(out, t.text[at:]...)
}

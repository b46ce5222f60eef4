package handoffs

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tasuki/graph/pattern"
)

// maxLabel bounds how far the end of a label, or of a line, is looked for, so that a text
// without any takes no time in proportion to its square.
const (
	maxLabel     = 2_000  // bytes
	maxDirective = 10_000 // of settings between %%{ and }%%
)

// scanner goes through a text and knows its place in it.
type scanner struct {
	text string
	pos  int
	line int

	counted, column int // up to where the letters of the line are counted, and how many there are
}

func (s *scanner) rest() string { return s.text[s.pos:] }

func (s *scanner) done() bool { return s.pos >= len(s.text) }

// near returns what comes next, as far as an ending is looked for.
func (s *scanner) near() string { return s.text[s.pos:min(len(s.text), s.pos+maxLabel)] }

func (s *scanner) advance(n int) {
	if at := strings.LastIndexByte(s.text[s.pos:s.pos+n], '\n'); at >= 0 {
		s.line += strings.Count(s.text[s.pos:s.pos+n], "\n")
		s.counted, s.column = s.pos+at+1, 0
	}
	s.pos += n
}

// here returns the place of what comes next.
func (s *scanner) here() cell {
	s.column += utf8.RuneCountInString(s.text[s.counted:s.pos])
	s.counted = s.pos
	return cell{line: s.line, column: 1 + s.column}
}

// skipSpace skips white space within a line.
func (s *scanner) skipSpace() {
	for !s.done() && strings.IndexByte(" \t\r", s.text[s.pos]) >= 0 {
		s.pos++
	}
}

// skipBlank skips white space, ends of statements and remarks.
func (s *scanner) skipBlank() {
	for !s.done() {
		switch {
		case strings.IndexByte(" \t\r\n;", s.text[s.pos]) >= 0:
			s.advance(1)
		case strings.HasPrefix(s.rest(), "%%{"): // a directive may go over several lines
			if end := strings.Index(s.rest()[:min(len(s.rest()), maxDirective)], "}%%"); end >= 0 {
				s.advance(end + 3)
			} else {
				s.skipLine()
			}
		case strings.HasPrefix(s.rest(), "%%"):
			s.skipLine()
		default:
			return
		}
	}
}

// skipLine skips the rest of the line and returns it.
func (s *scanner) skipLine() string {
	line, _, _ := strings.Cut(s.rest(), "\n")
	s.advance(len(line))
	return strings.TrimRight(line, " \t\r")
}

// take skips what a pattern matches here, and returns it.
func (s *scanner) take(pattern *regexp.Regexp) string {
	m := pattern.FindString(s.rest())
	s.advance(len(m))
	return m
}

// until takes what stands before an ending and the ending itself.
func (s *scanner) until(ending string) (string, bool) {
	end := strings.Index(s.near(), ending)
	if end < 0 {
		return "", false
	}
	text := s.text[s.pos : s.pos+end]
	s.advance(end + len(ending))
	return text, true
}

// identifier takes the ID of a node: up to white space, a bracket, an arrow, or a sign
// that stands between nodes.
func (s *scanner) identifier() string {
	start := s.pos
	for s.pos < len(s.text) {
		rest := s.rest()
		r, n := utf8.DecodeRuneInString(rest)
		next := byte(0)
		if len(rest) > n {
			next = rest[n]
		}
		switch {
		case strings.ContainsRune(" \t\r\n;[](){}<>|~\"^,", r), strings.HasPrefix(rest, ":::"), strings.HasPrefix(rest, "%%"), strings.HasPrefix(rest, "@{"):
			return s.text[start:s.pos]
		case r == '-' && (next == '-' || next == '.' || next == '>'), r == '=' && next == '=', r == '&' && s.pos == start:
			return s.text[start:s.pos]
		}
		s.pos += n
	}
	return s.text[start:s.pos]
}

// shape is a bracket before the label of a node, and those that may stand behind it.
type shape struct {
	open  string
	close []string
}

// shapes lists those brackets first that begin with others.
var shapes = []shape{
	{"(((", []string{")))"}}, {"((", []string{"))"}}, {"([", []string{"])"}}, {"(-", []string{"-)"}}, {"[[", []string{"]]"}}, {"[(", []string{")]"}}, {"{{", []string{"}}"}},
	{"[/", []string{"/]", `\]`}}, {`[\`, []string{`\]`, "/]"}}, {"[|", []string{"|]"}}, {"[", []string{"]"}}, {"(", []string{")"}}, {"{", []string{"}"}}, {">", []string{"]"}},
}

// label takes the label of a node, which may stand in brackets behind its ID. ok is false
// when a bracket does not end.
func (s *scanner) label() (label string, ok bool) {
	opened := false
	for _, shape := range shapes {
		if !strings.HasPrefix(s.rest(), shape.open) {
			continue
		}
		opened = opened || shape.open != ">"
		inner := *s
		inner.advance(len(shape.open))
		if text, found := inner.inside(shape.close); found {
			*s = inner
			return plain(text), true
		}
	}
	return "", !opened
}

// inside takes what stands before the nearest of some endings, and the ending itself. A
// text in quotes may go over several lines.
func (s *scanner) inside(endings []string) (string, bool) {
	s.skipSpace()
	if strings.HasPrefix(s.rest(), `"`) {
		s.advance(1)
		text, closed := s.until(`"`)
		s.skipSpace()
		for _, ending := range endings {
			if closed && strings.HasPrefix(s.rest(), ending) {
				s.advance(len(ending))
				return text, true
			}
		}
		return "", false
	}
	line, _, _ := strings.Cut(s.near(), "\n")
	at, n := -1, 0
	for _, ending := range endings {
		if i := strings.Index(line, ending); i >= 0 && (at < 0 || i < at) {
			at, n = i, len(ending)
		}
	}
	if at < 0 {
		return "", false
	}
	s.advance(at + n)
	return line[:at], true
}

var (
	attributes = pattern.Lazy(`^@\{[^{}]*\}`)
	attribute  = pattern.Lazy(`\blabel:\s*(?:"([^"]*)"|'([^']*)'|([^,}\n]*))`)
	classes    = pattern.Lazy(`^:::[\w-]+`)
)

// node takes a node; its ID is empty when there is none.
func (s *scanner) node() (node cell, ok bool) {
	node = s.here()
	node.text = s.identifier()
	if node.text == "" {
		return node, true
	}
	if node.label, ok = s.label(); !ok {
		return node, false
	}
	if m := s.take(attributes()); m != "" {
		if a := attribute().FindStringSubmatch(m); a != nil {
			node.label = plain(a[1] + a[2] + a[3])
		}
	}
	s.take(classes())
	return node, true
}

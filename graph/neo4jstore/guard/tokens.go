package guard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a name in backticks, or a single character of a statement.
// Strings and comments are left out.
type token struct {
	text   string
	name   bool // a word or a name in backticks
	quoted bool // in backticks, which text is without
	at     int  // where it begins, in bytes
}

func (t token) is(character string) bool { return !t.name && t.text == character }

// isWord reports whether t is a keyword.
func (t token) isWord(word string) bool {
	return t.name && !t.quoted && strings.EqualFold(t.text, word)
}

// tokenize splits a statement the way Cypher 5 does. It refuses strings,
// comments and names without an end.
func tokenize(s string) ([]token, error) {
	var tokens []token
	for all := len(s); len(s) > 0; {
		at := all - len(s)
		r, size := utf8.DecodeRuneInString(s)
		n := size
		switch {
		case isGap(r):
		case strings.HasPrefix(s, "//"):
			n = lineEnd(s)
		case strings.HasPrefix(s, "/*"):
			n = after(s, 2, "*/")
		case r == '\'' || r == '"':
			n = stringEnd(s, r)
			tokens = append(tokens, token{text: "''", at: at})
		case r == '`':
			var t token
			t, n = quotedName(s)
			t.at = at
			tokens = append(tokens, t)
		case isWordRune(r):
			n = wordEnd(s)
			tokens = append(tokens, token{text: s[:n], name: !unicode.IsDigit(r), at: at})
		default:
			tokens = append(tokens, token{text: s[:size], at: at})
		}
		if n < 0 {
			return nil, refuse(Invalid, "a string, comment or name in backticks has no end")
		}
		s = s[n:]
	}
	return tokens, nil
}

// isGap reports whether r may stand between words. The server takes more
// characters for spaces than Unicode does.
func isGap(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Z, unicode.Cf)
}

func isWordRune(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nl, unicode.Pc, unicode.Sc)
}

func wordEnd(s string) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) }); i >= 0 {
		return i
	}
	return len(s)
}

func lineEnd(s string) int {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		return i
	}
	return len(s)
}

// after returns the place behind the first end in s from start on, or -1.
func after(s string, start int, end string) int {
	if i := strings.Index(s[start:], end); i >= 0 {
		return start + i + len(end)
	}
	return -1
}

// stringEnd returns the place behind the string that s begins with, or -1. A
// backslash takes the character behind it along.
func stringEnd(s string, quote rune) int {
	escaped := false
	for i, r := range s {
		switch {
		case i == 0:
		case escaped:
			escaped = false
		case r == '\\':
			escaped = true
		case r == quote:
			return i + 1
		}
	}
	return -1
}

// quotedName returns the name in backticks that s begins with, in which two
// backticks stand for one, and the place behind it, or -1.
func quotedName(s string) (token, int) {
	var name strings.Builder
	for i := 1; i < len(s); i++ {
		if s[i] == '`' {
			if i+1 == len(s) || s[i+1] != '`' {
				return token{text: name.String(), name: true, quoted: true}, i + 1
			}
			i++
		}
		name.WriteByte(s[i])
	}
	return token{}, -1
}

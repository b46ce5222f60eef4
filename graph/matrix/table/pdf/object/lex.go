package object

import (
	"bytes"
	"strconv"
)

// maxNumber is what no number passes, so that all of them fit an int.
const maxNumber = 1e9

// lexer takes bytes apart.
type lexer struct {
	data []byte
	at   int
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func isRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }

// skip passes white space and remarks, and reports whether anything follows.
func (l *lexer) skip() bool {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return true
		}
	}
	return false
}

// has passes a text that is next, if it is.
func (l *lexer) has(text string) bool {
	if !bytes.HasPrefix(l.data[l.at:], []byte(text)) {
		return false
	}
	l.at += len(text)
	return true
}

// word passes and returns characters that belong together.
func (l *lexer) word() []byte {
	from := l.at
	for l.at < len(l.data) && isRegular(l.data[l.at]) {
		l.at++
	}
	return l.data[from:l.at]
}

// whole passes a whole number that is next, if there is one.
func (l *lexer) whole() (int, bool) {
	if !l.skip() {
		return 0, false
	}
	from := l.at
	n, err := strconv.Atoi(string(l.word()))
	if err != nil || n < 0 || n > maxNumber {
		l.at = from
		return 0, false
	}
	return n, true
}

// number reads a number as lenient programs do.
func number(word []byte) (float64, bool) {
	for _, c := range word {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' {
			return 0, false
		}
	}
	for len(word) > 1 && word[0] == '-' && word[1] == '-' {
		word = word[1:]
	}
	n, err := strconv.ParseFloat(string(word), 64)
	if err != nil && n == 0 {
		return 0, len(word) > 0 && word[0] != '.' || len(word) > 1
	}
	return min(max(n, -maxNumber), maxNumber), true
}

// name passes a name whose slash was passed.
func (l *lexer) name() Name {
	word := l.word()
	if bytes.IndexByte(word, '#') < 0 {
		return Name(word)
	}
	var out []byte
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) {
			if n, err := strconv.ParseUint(string(word[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(n))
				i += 2
				continue
			}
		}
		out = append(out, word[i])
	}
	return Name(out)
}

// text passes a string whose parenthesis was passed.
func (l *lexer) text() []byte {
	out, open := []byte{}, 1
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return out
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return out
}

// escape passes what follows a backslash.
func (l *lexer) escape(out []byte) []byte {
	if l.at == len(l.data) {
		return out
	}
	c := l.data[l.at]
	l.at++
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r':
		l.has("\n")
		return out
	case c == '\n':
		return out
	case c < '0' || c > '7':
		return append(out, c)
	}
	n := int(c - '0')
	for range 2 {
		if l.at == len(l.data) || l.data[l.at] < '0' || l.data[l.at] > '7' {
			break
		}
		n = n<<3 | int(l.data[l.at]-'0')
		l.at++
	}
	return append(out, byte(n))
}

// hex passes a string of hexadecimal digits whose bracket was passed.
func (l *lexer) hex() []byte {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		end = len(l.data) - l.at
	}
	out := unhex(l.data[l.at : l.at+end])
	l.at = min(l.at+end+1, len(l.data))
	return out
}

func unhex(digits []byte) []byte {
	out, half := []byte{}, -1
	for _, c := range digits {
		d := 0
		switch {
		case '0' <= c && c <= '9':
			d = int(c - '0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			d = int(c|0x20-'a') + 10
		default:
			continue
		}
		if half < 0 {
			half = d << 4
			continue
		}
		out, half = append(out, byte(half|d)), -1
	}
	if half >= 0 {
		out = append(out, byte(half))
	}
	return out
}

package charset

import (
	"bufio"
	"io"
	"unicode"
	"unicode/utf8"

	"tasuki/graph/said"
)

// survey is what reading a text showed.
type survey struct {
	bad     int  // undecodable sequences, and in UTF-8 control characters of two bytes
	badLine int  // the line of the first, from 1
	control rune // the first of these, 0 where it is undecodable
	strange int  // how many are such control characters
	whole   int  // characters that no other encoding looks like: of three bytes and more, or a Latin letter with an accent beside one without
}

// survey reads the whole text. A control character is an error: a file that
// has one is not a text. Those that UTF-8 writes as two bytes are counted instead, because
// Shift_JIS has the same bytes in everyday words, where the kana tsu stands before others.
func (t Text) survey() (survey, error) {
	var seen survey
	r, err := t.Reader()
	if err != nil {
		return seen, err
	}
	in := bufio.NewReaderSize(r, 64<<10)
	before := rune(0)
	for line := 1; ; {
		c, size, err := in.ReadRune()
		switch {
		case err == io.EOF:
			return seen, nil
		case err != nil:
			return seen, err
		case c == '\n':
			line++
		case c < utf8.RuneSelf:
			if c < ' ' && !unicode.IsSpace(c) || c == 0x7f {
				return seen, controlError(line, c)
			}
		case c == utf8.RuneError && (size == 1 || t.code != nil):
			if seen.bad == 0 {
				seen.badLine = line
			}
			seen.bad++
		case unicode.IsControl(c) && t.code == nil:
			if seen.bad == 0 {
				seen.badLine, seen.control = line, c
			}
			seen.bad++
			seen.strange++
		case unicode.IsControl(c):
			return seen, controlError(line, c)
		case size > 2, c < 0x250 && unicode.IsLetter(c) && 'a' <= before && before <= 'z':
			seen.whole++
		}
		before = c
	}
}

func controlError(line int, c rune) error {
	if c == 0 {
		return said.Errorf("line %d: a NUL byte; this is not a text file: save it as UTF-8", line)
	}
	return said.Errorf("line %d: the control character %U; remove it, if this is a text file at all", line, c)
}

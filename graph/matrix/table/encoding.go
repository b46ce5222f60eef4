package table

import (
	"bufio"
	"bytes"
	"io"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	textunicode "golang.org/x/text/encoding/unicode"

	"tasuki/graph/said"
)

// text is a file whose characters are known to be readable.
type text struct {
	file  File
	start int64             // after the byte order mark
	code  encoding.Encoding // nil: UTF-8
}

// reader returns the file's text in UTF-8, from its start.
func (t text) reader() (io.Reader, error) {
	if _, err := t.file.Seek(t.start, io.SeekStart); err != nil {
		return nil, err
	}
	if t.code == nil {
		return t.file, nil
	}
	return t.code.NewDecoder().Reader(t.file), nil
}

// detect finds out how the file writes characters, and reads all of it once to
// see that it does. The order is: what a byte order mark says, UTF-8, CP932.
func detect(f File) (text, error) {
	mark := make([]byte, 3)
	n, err := f.ReadAt(mark, 0)
	if err != nil && err != io.EOF {
		return text{}, err
	}
	mark = mark[:n]
	switch {
	case bytes.HasPrefix(mark, []byte("\xef\xbb\xbf")):
		return text{f, 3, nil}.check("UTF-8")
	case bytes.HasPrefix(mark, []byte("\xff\xfe")):
		return text{f, 2, textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM)}.check("UTF-16")
	case bytes.HasPrefix(mark, []byte("\xfe\xff")):
		return text{f, 2, textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM)}.check("UTF-16")
	}
	t := text{file: f}
	seen, err := t.survey()
	switch {
	case err != nil:
		return text{}, err
	case seen.bad == 0:
		return t, nil
	case seen.long > seen.bad:
		// CP932 hardly ever looks like three-byte UTF-8, so this is UTF-8
		// that was damaged. Reading it as CP932 would give garbage.
		return text{}, seen.fault("UTF-8")
	}
	return text{f, 0, japanese.ShiftJIS}.check("UTF-8 nor of CP932 (Shift_JIS)")
}

// check returns the text if all of it is in its encoding.
func (t text) check(name string) (text, error) {
	seen, err := t.survey()
	if err == nil && seen.bad > 0 {
		err = seen.fault(name)
	}
	return t, err
}

// survey is what reading a text showed.
type survey struct {
	bad     int // undecodable sequences
	badLine int // the line of the first, from 1
	long    int // characters of three bytes and more
}

func (s survey) fault(name string) error {
	return said.Errorf("line %d: a byte sequence is not that of %s; save the file as UTF-8", s.badLine, name)
}

// survey reads the whole text. A control character is an error: a file that
// has one is not a text.
func (t text) survey() (survey, error) {
	var seen survey
	r, err := t.reader()
	if err != nil {
		return seen, err
	}
	in := bufio.NewReaderSize(r, 64<<10)
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
		case unicode.IsControl(c):
			return seen, controlError(line, c)
		case size > 2:
			seen.long++
		}
	}
}

func controlError(line int, c rune) error {
	if c == 0 {
		return said.Errorf("line %d: a NUL byte; this is not a text file, or it is UTF-16 without a byte order mark: save it as UTF-8", line)
	}
	return said.Errorf("line %d: the control character %U; remove it, if this is a text file at all", line, c)
}

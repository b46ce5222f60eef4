package charset

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	textunicode "golang.org/x/text/encoding/unicode"

	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// Text is a file whose characters are known to be readable.
type Text struct {
	file  table.File
	start int64             // after the byte order mark
	code  encoding.Encoding // nil: UTF-8
	name  string            // of the encoding
	sure  bool              // a byte order mark says so, or it is UTF-8
}

// Reader returns the file's text in UTF-8, from its start. Only one reader of a file
// may be used at a time.
func (t Text) Reader() (io.Reader, error) {
	if _, err := t.file.Seek(t.start, io.SeekStart); err != nil {
		return nil, err
	}
	if t.code == nil {
		return t.file, nil
	}
	return t.code.NewDecoder().Reader(t.file), nil
}

// ReadAll returns the whole text.
func (t Text) ReadAll() ([]byte, error) {
	size, err := t.file.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	r, err := t.Reader()
	if err != nil {
		return nil, err
	}
	all := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	_, err = all.ReadFrom(r)
	return all.Bytes(), err
}

// Assumptions says which encoding was taken where the file does not say it.
func (t Text) Assumptions() []said.Note {
	if t.sure {
		return nil
	}
	return []said.Note{said.Notef("encoding: read as %s, which the bytes look like; where letters are wrong, save the file as UTF-8", t.name)}
}

func utf16(e textunicode.Endianness) encoding.Encoding {
	return textunicode.UTF16(e, textunicode.IgnoreBOM)
}

// Detect finds out how the file writes characters, and reads all of it once to see
// that it does. The order is: what a byte order mark says, UTF-8, what the file
// declares, if anything, and what its bytes look like.
func Detect(f table.File, declared string) (Text, error) {
	head := make([]byte, 64<<10)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return Text{}, err
	}
	head = head[:n]
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return Text{f, 3, nil, "UTF-8", true}.check()
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return Text{f, 2, utf16(textunicode.LittleEndian), "UTF-16", true}.check()
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return Text{f, 2, utf16(textunicode.BigEndian), "UTF-16", true}.check()
	}
	if e, ok := wide(head); ok {
		return Text{f, 0, utf16(e), "UTF-16", false}.check()
	}
	t := Text{f, 0, nil, "UTF-8", true}
	seen, err := t.survey()
	switch {
	case err != nil:
		return Text{}, err
	case seen.bad == 0:
		return t, nil
	case seen.whole > seen.bad:
		// Other encodings hardly ever look like several characters of UTF-8, so this
		// is UTF-8 that was damaged. Reading it as another would give garbage.
		return Text{}, seen.fault("UTF-8")
	}
	if code, name := named(declared); code != nil {
		return Text{f, 0, code, name, true}.check()
	}
	if seen.strange == seen.bad {
		// In another encoding hardly a text has these bytes and none that UTF-8 has not.
		return Text{}, seen.fault("UTF-8")
	}
	return guess(f, seen)
}

// named returns the encoding of a name that a file gives, as browsers understand it.
func named(name string) (encoding.Encoding, string) {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932", "ms932":
		return japanese.ShiftJIS, "CP932 (Shift_JIS)"
	case "euc-jp", "x-euc-jp":
		return japanese.EUCJP, "EUC-JP"
	case "windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "ascii":
		return charmap.Windows1252, "Windows-1252"
	}
	return nil, ""
}

// guess takes the encoding that the bytes look like most, of which no byte order mark
// and no rule tells.
func guess(f table.File, asUTF8 survey) (Text, error) {
	best, most := Text{}, 0
	for _, c := range []struct {
		score func(*bytesOf)
		code  string
	}{{(*bytesOf).cp932, "cp932"}, {(*bytesOf).eucJP, "euc-jp"}, {(*bytesOf).windows1252, "windows-1252"}} {
		score, err := plausible(f, c.score)
		if err != nil {
			return Text{}, err
		}
		if score > most {
			code, name := named(c.code)
			best, most = Text{f, 0, code, name, false}, score
		}
	}
	if best.code == nil {
		return Text{}, said.Errorf("line %d: a byte sequence is none of UTF-8, CP932 (Shift_JIS), EUC-JP or Windows-1252; save the file as UTF-8", asUTF8.badLine)
	}
	return best.check()
}

// check returns the text if all of it is in its encoding.
func (t Text) check() (Text, error) {
	seen, err := t.survey()
	if err == nil && seen.bad > 0 {
		err = seen.fault(t.name)
	}
	return t, err
}

// wide reports whether the beginning of a text without a byte order mark is UTF-16,
// and which byte comes first: the signs between cells and lines have a zero byte in
// one order, and are none in the other.
func wide(head []byte) (textunicode.Endianness, bool) {
	if bytes.IndexByte(head, 0) < 0 {
		return textunicode.BigEndian, false
	}
	little, big, not := 0, 0, [2]int{}
	for i := 0; i+1 < len(head); i += 2 {
		not[0] += breaks(head[i+1])
		not[1] += breaks(head[i])
		switch low, high := head[i], head[i+1]; {
		case low != 0 && low < 0x80 && high == 0:
			little++
		case high != 0 && high < 0x80 && low == 0:
			big++
		case low == 0 && high == 0:
			return textunicode.BigEndian, false
		}
	}
	if little > big {
		return textunicode.LittleEndian, not[0] == 0
	}
	return textunicode.BigEndian, big > little && not[1] == 0
}

// breaks counts a line end or tab in place of the byte that says of which script a
// character of UTF-16 is: then it is none.
func breaks(c byte) int {
	if c == '\n' || c == '\r' || c == '\t' {
		return 1
	}
	return 0
}

func (s survey) fault(name string) error {
	if s.control != 0 {
		return controlError(s.badLine, s.control)
	}
	return said.Errorf("line %d: a byte sequence is not that of %s; save the file as UTF-8", s.badLine, name)
}

// CP932 returns bytes in CP932, which goes for Shift_JIS, as text; what it does not know
// becomes U+FFFD.
func CP932(text []byte) string {
	decoded, err := japanese.ShiftJIS.NewDecoder().Bytes(text)
	if err != nil {
		return "\uFFFD"
	}
	return string(decoded)
}

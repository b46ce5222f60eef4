package separated

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	textunicode "golang.org/x/text/encoding/unicode"

	"tasuki/graph/matrix/table"
	"tasuki/internal/rowtext"
	"tasuki/internal/seeds"
)

// opened opens a text by the ending of its name.
func opened(f table.File, name string) (table.Book, error) {
	if strings.HasSuffix(name, ".csv") {
		return Commas(f)
	}
	return Tabs(f)
}

// shown returns the rows of a text, and what was assumed.
func shown(f table.File, name string) (string, error) {
	b, err := opened(f, name)
	if err != nil {
		return "", err
	}
	return rowtext.Book(b)
}

func encode(t testing.TB, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOpenText(t *testing.T) {
	const text = "項番\t間接業務システム開発業者\t○\n\n3-1\t\t△\tソ能表①髙\n"
	const want = "1: 項番|間接業務システム開発業者|○\n2:\n3: 3-1||△|ソ能表①髙"
	const cp932 = "assumed: encoding: read as CP932 (Shift_JIS), which the bytes look like; where letters are wrong, save the file as UTF-8"
	utf16 := func(e textunicode.Endianness) string {
		return encode(t, textunicode.UTF16(e, textunicode.UseBOM), text)
	}
	for _, tt := range []struct{ name, file, text, want string }{
		{"UTF-8", "a.tsv", text, want},
		{"byte order mark", "a.tab", "\ufeff" + text, want},
		{"CRLF", "a.TXT", strings.ReplaceAll(text, "\n", "\r\n"), want},
		{"no last line end", "a.tsv", strings.TrimSuffix(text, "\n"), want},
		{"CP932", "a.tsv", encode(t, japanese.ShiftJIS, text), want + "\n" + cp932},
		{"UTF-16LE", "a.txt", utf16(textunicode.LittleEndian), want},
		{"UTF-16BE", "a.txt", utf16(textunicode.BigEndian), want},
		{"quotes are text in TSV", "a.tsv", "\"a\tb\"\n", `1: "a|b"`},
		{"blanks are kept", "a.tsv", " a \t\t\n", "1:  a ||"},
		{"empty", "a.tsv", "", ""},
		{"only a byte order mark", "a.csv", "\ufeff", ""},
		{"CSV", "a.csv", "項番,○\n3-1,△,x\n", "1: 項番|○\n2: 3-1|△|x"},
		{"CSV in CP932", "a.csv", encode(t, japanese.ShiftJIS, "表,\"ソ\r\n能\"\r\n○,△\r\n"), "1: 表|ソ\\n能\n3: ○|△\n" + cp932},
		{"CSV with byte order mark and quotes", "a.csv", "\ufeff\"a \"\"b\"\"\",\"c,d\"\n", `1: a "b"|c,d`},
		{"CSV lines", "a.csv", "a\n\n\"b\nc\",d\n\ne\n", "1: a\n3: b\\nc|d\n6: e"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := shown(strings.NewReader(tt.text), tt.file)
			if err != nil || got != tt.want {
				t.Errorf("got\n%s\n%v\nwant\n%s", got, err, tt.want)
			}
		})
	}
}

func TestOpenFaults(t *testing.T) {
	long := strings.Repeat("x", maxLine+8192)
	for _, tt := range []struct{ name, file, text, want string }{
		{"NUL", "a.tsv", "a\nb\x00c\n", "line 2: a NUL byte"},
		{"control character", "a.csv", "a\n\nb\x1bc\n", "line 3: the control character U+001B"},
		{"damaged UTF-8", "a.tsv", "運用\n業者\xe6\x96\n保守\n", "line 2: a byte sequence is not that of UTF-8;"},
		{"damaged UTF-8 with byte order mark", "a.tsv", "\ufeffa\n\x82\xa0\n", "line 2: a byte sequence is not that of UTF-8;"},
		{"damaged UTF-16", "a.txt", "\xff\xfea\x00\n\x00\x00\xd8b\x00", "line 2: a byte sequence is not that of UTF-16"},
		{"workbook called CSV", "a.csv", "PK\x03\x04\x00\x00", "if this is a text file at all"},
		{"long line", "a.tsv", "a\nb\n" + long, "line 3 is longer than 16 MiB"},
		{"long record", "a.csv", "a\nb\n" + long, "line 3 is longer than 16 MiB"},
		{"quote never closed", "a.csv", "a\n\"b\n" + strings.Repeat("c\n", maxLine/2+4096), "line 2 is longer than 16 MiB"},
		{"bare quote", "a.csv", "a\nb,c\"d\n", `line 2, byte 4: bare "`},
		{"wide line", "a.tsv", "a\n" + strings.Repeat("\t", table.MaxColumn), "line 2 has 16385 cells"},
		{"wide record", "a.csv", "a\n" + strings.Repeat(",", table.MaxColumn), "line 2 has 16385 cells"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if len(tt.text) > maxLine && tt.file == "a.csv" && testing.Short() {
				t.Skip("one long line is read in a short run")
			}
			_, err := shown(strings.NewReader(tt.text), tt.file)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

// countingFile counts the bytes read since the last time it was moved.
type countingFile struct {
	*bytes.Reader
	read    int
	largest int // that was asked for in one read
}

func (f *countingFile) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	f.read += n
	f.largest = max(f.largest, len(p))
	return n, err
}

func (f *countingFile) Seek(offset int64, whence int) (int64, error) {
	f.read = 0
	return f.Reader.Seek(offset, whence)
}

// TestTextStreams sees that a row comes before what follows it is read, in both
// passes over a file of 20 MB.
func TestTextStreams(t *testing.T) {
	line := strings.Repeat("○,△,業務\n", 10)
	data := []byte(strings.Repeat(line, seeds.Size(20, 3)<<20/len(line)))
	const window = 256 << 10
	for _, tt := range []struct {
		name   string
		format string
		data   []byte
	}{
		{"TSV", "a.tsv", data},
		{"CSV", "a.csv", data},
		{"CSV in CP932", "a.csv", []byte(encode(t, japanese.ShiftJIS, string(data)))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := &countingFile{Reader: bytes.NewReader(tt.data)}
			b, err := opened(f, tt.format)
			if err != nil {
				t.Fatal(err)
			}
			if f.largest > window {
				t.Errorf("%d bytes were read at once", f.largest)
			}
			used := 0
			for row, err := range b.Sheets[0].Rows {
				if err != nil {
					t.Fatal(err)
				}
				for _, cell := range row.Cells {
					used += len(cell)
				}
				if f.read > 2*used+window {
					t.Fatalf("at line %d, with %d bytes of text, %d bytes are read", row.Line, used, f.read)
				}
			}
			if used == 0 {
				t.Error("no text was read")
			}
		})
	}
}

func TestOpenTwice(t *testing.T) {
	b, err := Commas(strings.NewReader("a\nb\n"))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		for row, err := range b.Sheets[0].Rows {
			if err != nil || row.Line != 1 || row.Cell(1) != "a" {
				t.Errorf("first row: %v, %v", row, err)
			}
			break
		}
	}
}

// TestOpenReadError sees that a file that cannot be read is not a short one.
func TestOpenReadError(t *testing.T) {
	for _, format := range []string{"a.tsv", "a.csv"} {
		f := &failingFile{Reader: strings.NewReader("a\nb\n"), passes: 2}
		if _, err := shown(f, format); err == nil || !strings.Contains(err.Error(), os.ErrClosed.Error()) {
			t.Errorf("%s: error %v, want %v", format, err, os.ErrClosed)
		}
	}
}

// failingFile fails at its end, after some passes without fault.
type failingFile struct {
	*strings.Reader
	passes int
}

func (f *failingFile) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	if err == io.EOF {
		if f.passes == 0 {
			return n, os.ErrClosed
		}
		f.passes--
	}
	return n, err
}

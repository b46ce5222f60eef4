package object

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"fmt"
	"strings"
	"testing"

	"tasuki/internal/booktext"
)

func deflate(t testing.TB, data string) string {
	t.Helper()
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func in85(text string) string {
	out := make([]byte, ascii85.MaxEncodedLen(len(text)))
	return string(out[:ascii85.Encode(out, []byte(text))]) + "~>"
}

// content returns what draws the first page.
func content(f *File) string {
	page := f.Dict(f.Array(f.Pages()["Kids"])[0])
	if s, ok := Of[*Stream](f, page["Contents"]); ok {
		return string(f.Bytes(s))
	}
	return "none"
}

// packed returns a file whose objects stand in a stream, as does where they are.
func packed(t testing.TB, predicted bool) []byte {
	t.Helper()
	texts := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [3 0 R] >>", "<< /Contents 5 0 R >>"}
	index, body := "", ""
	for i, text := range texts {
		index += fmt.Sprintf("%d %d ", i+1, len(body))
		body += text + " "
	}
	file := "%PDF-1.5\n"
	group := len(file)
	file += "4 0 obj\n" + booktext.Stream(fmt.Sprintf("/Type /ObjStm /N 3 /First %d /Filter /FlateDecode", len(index)), deflate(t, index+body)) + "\nendobj\n"
	drawn := len(file)
	file += "5 0 obj\n" + booktext.Stream("", "q Q") + "\nendobj\n"
	at := len(file)
	rows := [][]byte{{0, 0, 0, 0}, {2, 0, 4, 0}, {2, 0, 4, 1}, {2, 0, 4, 2}, {1, byte(group >> 8), byte(group), 0}, {1, byte(drawn >> 8), byte(drawn), 0}, {1, byte(at >> 8), byte(at), 0}}
	var data []byte
	above := make([]byte, 4)
	for _, row := range rows {
		if predicted {
			data = append(data, 2)
			for i := range row {
				data = append(data, row[i]-above[i])
			}
			above = row
			continue
		}
		data = append(data, row...)
	}
	entries := "/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode"
	if predicted {
		entries += " /DecodeParms << /Predictor 12 /Columns 4 >>"
	}
	return fmt.Appendf(nil, "%s6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF", file, booktext.Stream(entries, deflate(t, string(data))), at)
}

// TestFiles finds what draws a page, however the objects of the file are laid out.
func TestFiles(t *testing.T) {
	plain := booktext.Pages("q Q")
	newer := fmt.Appendf(bytes.Clone(plain), "\n7 0 obj\n%s\nendobj\nxref\n7 1\n%010d 00000 n \ntrailer << /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF",
		booktext.Stream("", "W n"), len(plain)+1, bytes.LastIndex(plain, []byte("xref\n0")), len(plain)+1+len("7 0 obj\n"+booktext.Stream("", "W n")+"\nendobj\n"))
	encoded := func(entries, data string) []byte {
		list := booktext.PagesObjects("", "")
		list[6] = booktext.Stream(entries, data)
		return booktext.PDF(list...)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"a table":                    {plain, "q Q"},
		"a newer version":            {newer, "W n"},
		"something before":           {append([]byte("HTTP/1.1 200\r\n\r\n"), plain...), "q Q"},
		"streams":                    {packed(t, false), "q Q"},
		"streams with differences":   {packed(t, true), "q Q"},
		"no references":              {plain[:bytes.LastIndex(plain, []byte("startxref"))], "q Q"},
		"wrong references":           {bytes.Replace(plain, []byte("%PDF-1.7\n"), []byte("%PDF-1.7\n%%%%%%%%\n"), 1), "q Q"},
		"no references, a newer one": {bytes.ReplaceAll(newer, []byte("startxref"), []byte("startxxxx")), "W n"},
		"no references, streams":     {bytes.ReplaceAll(packed(t, false), []byte("startxref"), []byte("startxxxx")), "q Q"},
		"a wrong length":             {bytes.Replace(plain, []byte("/Length 3 "), []byte("/Length 1 "), 1), "q Q"},
		"a length elsewhere":         {encoded("/Length 3 0 R", "q Q"), "q Q"},
		"hexadecimal":                {encoded("/Filter /ASCIIHexDecode", "71 20 51>"), "q Q"},
		"in 85 characters":           {encoded("/Filter [/ASCII85Decode]", in85("q Q")), "q Q"},
		"two filters":                {encoded("/Filter [/AHx /Fl]", fmt.Sprintf("%x>", deflate(t, "q Q"))), "q Q"},
	} {
		f, err := Open(c.data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := content(f); strings.TrimSpace(got) != c.want || f.Err() != nil {
			t.Errorf("%s: %q, %v; want %q", name, got, f.Err(), c.want)
		}
	}
}

// TestRefusedFiles wants a sentence for files of which a part cannot be read.
func TestRefusedFiles(t *testing.T) {
	plain := booktext.Pages("q Q")
	stream := func(entries, data string) []byte {
		list := booktext.PagesObjects("", "")
		list[6] = booktext.Stream(entries, data)
		return booktext.PDF(list...)
	}
	whole := deflate(t, strings.Repeat("q Q ", 100))
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"a password":        {bytes.Replace(plain, []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt << /V 2 >>"), 1), "without one"},
		"nothing":           {[]byte("%PDF-1.7\n"), "no PDF, or a damaged one"},
		"another filter":    {stream("/Filter /LZWDecode", "x"), `filter "LZWDecode"`},
		"cut off":           {stream("/Filter /FlateDecode", whole[:len(whole)/2]), "is damaged"},
		"damaged":           {stream("/Filter /FlateDecode", whole[:len(whole)-4]+"abcd"), "is damaged"},
		"another predictor": {stream("/Filter /FlateDecode /DecodeParms << /Predictor 2 >>", whole), "the predictor 2"},
	} {
		f, err := Open(c.data)
		if err == nil {
			content(f)
			err = f.Err()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
}

func TestValues(t *testing.T) {
	p := NewParser([]byte(`/A#42 (a\(b(c)\)\101\n\
d) <48 4> [1 -.5 +2. --3 true null] << /K /V /L [(x)] >> BT % remark
T*`))
	var got []string
	for {
		v, err := p.Next()
		if err != nil {
			break
		}
		got = append(got, fmt.Sprintf("%T %v", v, v))
	}
	want := "object.Name AB|[]uint8 [97 40 98 40 99 41 41 65 10 100]|[]uint8 [72 64]|[]interface {} [1 -0.5 2 -3 true <nil>]|object.Dict map[K:V L:[[120]]]|object.Operator BT|object.Operator T*"
	if text := strings.Join(got, "|"); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}

// FuzzFile opens files that may be anything, and looks at all that they hold.
func FuzzFile(f *testing.F) {
	f.Add(booktext.Pages("q Q"))
	f.Add(packed(f, true))
	f.Fuzz(func(_ *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			return
		}
		for ref := range file.entries {
			if s, ok := Of[*Stream](file, ref); ok {
				file.Bytes(s)
			}
		}
	})
}

// Package pdftext reads the text of PDF files that package paint writes, for
// tests.
package pdftext

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"
)

var shown = regexp.MustCompile(`(?s)\(((?:\\.|[^\\)])*)\) ?Tj`)

// Pages returns the text of each page of a PDF, whose letters are numbered as in
// Unicode, and the map that tells programs so is that of all numbers to
// themselves. The lines of a page follow each other without a space.
func Pages(t *testing.T, text []byte) []string {
	t.Helper()
	r, err := pdf.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for i := range r.NumPage() {
		page := r.Page(i + 1)
		var b strings.Builder
		for _, m := range shown.FindAllStringSubmatch(content(t, page.V.Key("Contents")), -1) {
			codes := strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(m[1])
			for k := 0; k+1 < len(codes); k += 2 {
				b.WriteRune(rune(codes[k])<<8 | rune(codes[k+1]))
			}
		}
		list = append(list, b.String())
		for _, name := range page.Fonts() {
			if to := content(t, page.Font(name).V.Key("ToUnicode")); !strings.Contains(to, "<0000> <FFFF> <0000>") {
				t.Errorf("the map to Unicode is\n%s", to)
			}
		}
	}
	return list
}

func content(t *testing.T, v pdf.Value) string {
	t.Helper()
	text, err := io.ReadAll(v.Reader())
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Title returns the title of a PDF.
func Title(t *testing.T, text []byte) string {
	t.Helper()
	r, err := pdf.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	return r.Trailer().Key("Info").Key("Title").Text()
}

// Package pdftext reads the text of PDF files that package paint writes, for
// tests. Of what a PDF may be it knows what that package makes.
package pdftext

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

var (
	stream    = regexp.MustCompile(`(?s)^<<(.*?)/Length (\d+)>>\nstream\n`)
	contents  = regexp.MustCompile(`/Type /Page\n(?s:.*)/Contents (\d+) 0 R`)
	toUnicode = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	code      = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]{4})([0-9A-F]{4})>`)
	title     = regexp.MustCompile(`(?s)\n/Title \(((?:\\.|[^\\)])*)\)`)
)

// Pages returns the text of each page of a PDF, whose letters are numbered as in
// Unicode: the map that tells programs so is that of all numbers to themselves, but for
// those of characters above U+FFFF, which it lists. The lines of a page follow each other
// without a space.
func Pages(t *testing.T, text []byte) []string {
	t.Helper()
	if !bytes.HasPrefix(text, []byte("%PDF-")) {
		t.Fatalf("no PDF: it begins with %q", text[:min(len(text), 20)])
	}
	objects, order := objectsOf(string(text))
	var list []string
	codes := map[rune]rune{}
	for _, id := range order {
		if m := toUnicode.FindStringSubmatch(objects[id]); m != nil {
			if to := content(t, objects[m[1]]); !strings.Contains(to, "<0000> <FFFF> <0000>") {
				t.Errorf("the map to Unicode is\n%s", to)
			} else {
				for _, m := range code.FindAllStringSubmatch(to, -1) {
					codes[unit(m[1])] = utf16.DecodeRune(unit(m[2]), unit(m[3]))
				}
			}
		}
		m := contents.FindStringSubmatch(objects[id])
		if m == nil {
			continue
		}
		var page strings.Builder
		last := ""
		for word := range words(content(t, objects[m[1]])) {
			if line, ok := strings.CutPrefix(last, "("); ok && word == "Tj" {
				page.WriteString(decoded(line))
			}
			last = word
		}
		list = append(list, page.String())
	}
	for i, page := range list {
		list[i] = strings.Map(func(r rune) rune {
			if meant, ok := codes[r]; ok {
				return meant
			}
			return r
		}, page)
	}
	return list
}

// unit reads four hexadecimal digits.
func unit(digits string) rune {
	n, err := strconv.ParseUint(digits, 16, 16)
	if err != nil {
		panic(err) // the pattern lets no others through
	}
	return rune(n)
}

// content returns what a stream holds.
func content(t *testing.T, object string) string {
	t.Helper()
	m := stream.FindStringSubmatch(object)
	if m == nil {
		t.Fatalf("an object is no stream: %.80q", object)
	}
	length, err := strconv.Atoi(m[2])
	if err != nil || len(m[0])+length > len(object) {
		t.Fatalf("a stream of %s bytes is cut off", m[2])
	}
	data := object[len(m[0]) : len(m[0])+length]
	if !strings.Contains(m[1], "/FlateDecode") {
		return data
	}
	r, err := zlib.NewReader(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var escapes = strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r")

// decoded returns a string of a PDF, in UTF-16.
func decoded(text string) string {
	text = escapes.Replace(text)
	var units []uint16
	for i := 0; i+1 < len(text); i += 2 {
		units = append(units, uint16(text[i])<<8|uint16(text[i+1]))
	}
	return string(utf16.Decode(units))
}

// Title returns the title of a PDF.
func Title(t *testing.T, text []byte) string {
	t.Helper()
	m := title.FindSubmatch(text)
	if m == nil {
		t.Fatal("the PDF has no title")
	}
	return strings.TrimPrefix(decoded(string(m[1])), "\ufeff")
}

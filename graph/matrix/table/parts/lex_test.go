package parts

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// lexed writes what the lexer reads of a document, texts that meet as one and
// those outside its elements not at all.
func lexed(r io.Reader) (string, error) {
	l := newLexer(r)
	depth := 0
	var all, text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			fmt.Fprintf(&all, "%q", text.String())
			text.Reset()
		}
	}
	for {
		t, err := l.next()
		if err == io.EOF {
			flush()
			return all.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t.Kind {
		case Chars:
			if depth > 0 {
				text.Write(t.Text)
			}
			continue
		case Start:
			depth++
			flush()
			fmt.Fprintf(&all, "<%s", t.Name)
			for _, a := range t.Attrs {
				value, _ := unescape(a.Value)
				fmt.Fprintf(&all, " %s=%q", Local(a.Name), withoutReturns(value))
			}
			all.WriteString(">")
		case End:
			depth--
			flush()
			fmt.Fprintf(&all, "</%s>", t.Name)
		}
	}
}

// decoded writes what encoding/xml reads.
func decoded(text string) (string, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	depth := 0
	var all, chars strings.Builder
	flush := func() {
		if chars.Len() > 0 {
			fmt.Fprintf(&all, "%q", chars.String())
			chars.Reset()
		}
	}
	for {
		t, err := d.Token()
		if err == io.EOF {
			flush()
			return all.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.CharData:
			if depth > 0 {
				chars.Write(t)
			}
		case xml.StartElement:
			depth++
			flush()
			fmt.Fprintf(&all, "<%s", t.Name.Local)
			for _, a := range t.Attr {
				fmt.Fprintf(&all, " %s=%q", a.Name.Local, a.Value)
			}
			all.WriteString(">")
		case xml.EndElement:
			depth--
			flush()
			fmt.Fprintf(&all, "</%s>", t.Name.Local)
		}
	}
}

var documents = []string{
	`<a/>`,
	`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n" + `<x:a xmlns:x="u" b = 'c>d"' e="&lt;&#65;&#x42;&amp;"><x:c /> t &gt; u <!-- <d> - > --><![CDATA[<&]]></x:a >`,
	"<a>\r\n1\r2\n3</a>\n",
	`<row r="1" spans="1:2"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> ○ </t></is></c></row>`,
	"<a><b></a></b>", "<a>", "<a></a", "</a>", "<a b></a>", "<a b=c/>", "<a b='/>", "<a>&x;</a>", "<a>&#0;</a>", "<a>\x01</a>", "<a>\xff</a>", "", " ", "text", "<>", "< a/>", "<a><!-- </a>", "<a><![CDATA[</a>", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a/>",
}

// TestLexer reads documents as encoding/xml does, also when bytes come one by one,
// and refuses those that it refuses.
func TestLexer(t *testing.T) {
	for _, text := range documents {
		want, refused := decoded(text)
		if !strings.Contains(text, "<") {
			refused = io.ErrUnexpectedEOF // a part of a workbook has elements
		}
		got, err := lexed(strings.NewReader(text))
		slow, slowErr := lexed(iotest.OneByteReader(strings.NewReader(text)))
		if err == nil && got != want || (err == nil) != (refused == nil) || slow != got || (slowErr == nil) != (err == nil) {
			t.Errorf("%q: got %s, %v (%s, %v by bytes), want %s, %v", text, got, err, slow, slowErr, want, refused)
		}
	}
	long := `<a b="` + strings.Repeat(">", MaxToken) + `"/>`
	for _, text := range []string{long, "<a>" + strings.Repeat("x", MaxToken+1) + "</a>", "<a><!--" + strings.Repeat("x>", MaxToken) + "--></a>"} {
		if _, err := lexed(strings.NewReader(text)); !errors.Is(err, errLongToken) {
			t.Errorf("%.10q...: error %v", text, err)
		}
	}
}

// FuzzLexer compares with encoding/xml whatever both of them read.
func FuzzLexer(f *testing.F) {
	for _, text := range documents {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := lexed(strings.NewReader(text))
		want, refused := decoded(text)
		if err == nil && refused == nil && got != want && !strings.ContainsAny(text, ":") {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	})
}

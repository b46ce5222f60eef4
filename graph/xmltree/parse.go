package xmltree

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"tasuki/graph"
	"tasuki/graph/matrix/table/charset"
	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// What a file may hold. With as much it is read within 400 MiB.
const (
	MaxBytes      = 64 << 20
	MaxDepth      = 200     // of elements within elements
	MaxElements   = 500_000 // that are kept
	MaxAttributes = 1_000   // of one element
)

// Element is an element with what is in it.
type Element struct {
	Space, Name string // the namespace and the local name
	Line        int    // on which its start tag ends, from 1
	Attributes  []xml.Attr
	Children    []*Element
	Text        string // of its own, white space in it folded
	Skipped     int    // elements in it that were left out
}

// Attribute returns the value of an attribute without a namespace, white space in it folded,
// or "".
func (e *Element) Attribute(name string) string { return fold(e.In("", name)) }

// In returns the value of an attribute in a namespace as it is written, or "".
func (e *Element) In(space, name string) string {
	for _, a := range e.Attributes {
		if a.Name.Local == name && a.Name.Space == space {
			return a.Value
		}
	}
	return ""
}

// Child returns the first child of a name, or nil.
func (e *Element) Child(name string) *Element {
	for _, c := range e.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// declared finds the encoding that a declaration names.
var declared = pattern.Lazy(`^(?:\x{FEFF})?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']`)

// Parse returns the root of a file. What skip says yes to is counted at its parent and left
// out, with all in it. Faults are graph.Problems with the line. Time and memory grow with
// the size of the text.
func Parse(file string, text []byte, skip func(space, name string) bool) (*Element, error) {
	if len(text) > MaxBytes {
		return nil, fault(file, 0, "", "is %d bytes long, and a model may have %d; export a part of it", len(text), MaxBytes)
	}
	name := ""
	if m := declared().FindSubmatch(text[:min(len(text), 1000)]); m != nil {
		name = string(m[1])
	}
	if bad := invalid(text); bad > 0 && (name == "" || strings.EqualFold(name, "UTF-8")) {
		return nil, fault(file, bad, "", "is not well-formed XML: a byte sequence here is not UTF-8; export it again, or mend that line")
	}
	as, err := charset.Detect(bytes.NewReader(text), name)
	if err != nil {
		return nil, fault(file, 0, name, "cannot be read as text: %s", err)
	}
	if text, err = as.ReadAll(); err != nil {
		return nil, fault(file, 0, name, "cannot be read as text: %s", err)
	}
	if line := crowded(text); line > 0 {
		return nil, fault(file, line, "", "an element here has more than %d attributes; remove what is not part of the model", MaxAttributes)
	}
	p := &parser{file: file, in: xml.NewDecoder(bytes.NewReader(text)), skip: skip}
	p.in.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 by now
	return p.document()
}

// invalid returns the first line that is not UTF-8, or 0. A text that is UTF-16 is said so by
// its first bytes.
func invalid(text []byte) int {
	if utf8.Valid(text) || bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return 0
	}
	line := 0
	for l := range bytes.Lines(text) {
		if line++; !utf8.Valid(l) {
			break
		}
	}
	return line
}

func fault(file string, line int, value, format string, args ...any) error {
	return graph.Problems{graph.Problem{Source: graph.Source{File: file, Line: line}, Value: value}.Saying(format, args...)}
}

// crowded returns the line of a tag with too many attributes, or 0. The decoder would build
// them all before anybody could count them. No value of an attribute has a "<", so nothing
// hides one.
func crowded(text []byte) int {
	n, line := 0, 1
	for i, c := range text {
		switch c {
		case '\n':
			line++
		case '<':
			n = 0
		case '=':
			if rest := bytes.TrimLeft(text[i+1:], " \t\r\n"); len(rest) > 0 && (rest[0] == '"' || rest[0] == '\'') {
				if n++; n > MaxAttributes {
					return line
				}
			}
		}
	}
	return 0
}

// parser builds the tree of a document.
type parser struct {
	file string
	in   *xml.Decoder
	skip func(space, name string) bool
	kept int
	open []*Element
	text [][]string // of each element in open: what stands between its markup
	root *Element
}

func (p *parser) line() int {
	line, _ := p.in.InputPos()
	return line
}

func (p *parser) document() (*Element, error) {
	for {
		token, err := p.in.Token()
		if errors.Is(err, io.EOF) && p.root != nil && len(p.open) == 0 {
			return p.root, nil
		}
		if err != nil {
			return nil, p.malformed(err)
		}
		if err := p.take(token); err != nil {
			return nil, err
		}
	}
}

func (p *parser) malformed(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return fault(p.file, p.line(), "", "is not well-formed XML: it ends too early; export it again")
	case errors.As(err, &syntax):
		return fault(p.file, syntax.Line, "", "is not well-formed XML: %s; export it again, or mend that line", syntax.Msg)
	}
	return said.Errorf("reading %q: %w", p.file, err)
}

func (p *parser) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.Directive:
		return fault(p.file, p.line(), said.Cut(string(t), 40), "is a document type, which models do not need; remove it")
	case xml.CharData:
		if n := len(p.open); n > 0 {
			if s := fold(string(t)); s != "" {
				p.text[n-1] = append(p.text[n-1], s)
			}
		}
	case xml.EndElement:
		last := len(p.open) - 1
		p.open[last].Text = strings.Join(p.text[last], " ")
		p.open, p.text = p.open[:last], p.text[:last]
	case xml.StartElement:
		return p.start(t)
	}
	return nil
}

func (p *parser) start(t xml.StartElement) error {
	n := len(p.open)
	if n == 0 && p.root != nil {
		return fault(p.file, p.line(), t.Name.Local, "is a second root; a file holds one model")
	}
	if n > 0 && p.skip(t.Name.Space, t.Name.Local) {
		p.open[n-1].Skipped++
		return p.pass(t.Name.Local)
	}
	if n == MaxDepth {
		return fault(p.file, p.line(), t.Name.Local, "is nested more than %d deep, the deepest that a file may nest; write it with fewer levels", MaxDepth)
	}
	if p.kept++; p.kept > MaxElements {
		return fault(p.file, p.line(), t.Name.Local, "is one of more than %d elements, the most that a model may have; export a part of it", MaxElements)
	}
	e := &Element{Space: t.Name.Space, Name: t.Name.Local, Line: p.line(), Attributes: t.Attr}
	if n == 0 {
		p.root = e
	} else {
		p.open[n-1].Children = append(p.open[n-1].Children, e)
	}
	p.open, p.text = append(p.open, e), append(p.text, nil)
	return nil
}

// pass reads to the end of an element that is left out.
func (p *parser) pass(name string) error {
	for depth := 1; depth > 0; {
		token, err := p.in.Token()
		if err != nil {
			return p.malformed(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > 10*MaxDepth {
				return fault(p.file, p.line(), name, "is nested more than %d deep, the deepest that a file may nest; write it with fewer levels", 10*MaxDepth)
			}
		case xml.EndElement:
			depth--
		case xml.Directive:
			return p.take(t)
		}
	}
	return nil
}

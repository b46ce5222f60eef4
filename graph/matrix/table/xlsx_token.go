package table

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"tasuki/graph/said"
)

// token is a tag or a text. It is valid until the next one.
type token struct {
	kind  tokenKind
	name  []byte // of a tag, without prefix
	attrs []attr
	text  []byte
}

type tokenKind byte

const (
	startTag tokenKind = iota
	endTag
	charData
)

// attr is an attribute as it is written, its prefix and entities with it.
type attr struct{ name, value []byte }

// is reports whether the token is a tag of a kind and name.
func (t *token) is(kind tokenKind, name string) bool { return t.kind == kind && string(t.name) == name }

// attribute returns the value of an attribute without prefix, or "".
func (t *token) attribute(name string) string {
	for _, a := range t.attrs {
		if string(a.name) == name {
			// The tag was refused if this fails.
			value, _ := unescape(a.value)
			return string(value)
		}
	}
	return ""
}

func (t *token) readAttributes(text []byte) error {
	for {
		if text = trimLeft(text); len(text) == 0 {
			return nil
		}
		name, value, ok := bytes.Cut(text, []byte("="))
		value = trimLeft(value)
		if !ok || len(value) < 2 || value[0] != '"' && value[0] != '\'' {
			return said.Errorf("%.40q is no attribute", text)
		}
		end := bytes.IndexByte(value[1:], value[0]) + 1
		if end == 0 {
			return said.Errorf("%.40q is no attribute", text)
		}
		if _, err := unescape(value[1:end]); err != nil {
			return err
		}
		t.attrs = append(t.attrs, attr{trimRight(name), value[1:end]})
		text = value[end+1:]
	}
}

// local returns a name without its prefix.
func local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func trimLeft(text []byte) []byte {
	for len(text) > 0 && isBlank(text[0]) {
		text = text[1:]
	}
	return text
}

func trimRight(text []byte) []byte {
	for len(text) > 0 && isBlank(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	return text
}

// legal fails when a text holds what XML cannot.
func legal(text []byte) error {
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return said.Errorf("illegal character code %U", rune(c))
		}
	}
	if !utf8.Valid(text) {
		return said.New("invalid UTF-8")
	}
	return nil
}

// unescape resolves entities.
func unescape(text []byte) ([]byte, error) {
	i := bytes.IndexByte(text, '&')
	if i < 0 {
		return text, nil
	}
	out := make([]byte, 0, len(text))
	for ; i >= 0; i = bytes.IndexByte(text, '&') {
		out = append(out, text[:i]...)
		end := bytes.IndexByte(text[i:], ';')
		if end < 0 {
			return nil, said.Errorf("%.20q is no entity", text[i:])
		}
		r, err := entity(string(text[i+1 : i+end]))
		if err != nil {
			return nil, err
		}
		out = utf8.AppendRune(out, r)
		text = text[i+end+1:]
	}
	return append(out, text...), nil
}

func entity(name string) (rune, error) {
	switch name {
	case "amp":
		return '&', nil
	case "lt":
		return '<', nil
	case "gt":
		return '>', nil
	case "quot":
		return '"', nil
	case "apos":
		return '\'', nil
	}
	if len(name) > 1 && name[0] == '#' {
		digits, base := name[1:], 10
		if digits[0] == 'x' {
			digits, base = digits[1:], 16
		}
		n, err := strconv.ParseUint(digits, base, 32)
		if r := rune(n); err == nil && utf8.ValidRune(r) && (r >= ' ' || r == '\t' || r == '\n' || r == '\r') {
			return r, nil
		}
	}
	return 0, said.Errorf("invalid character entity &%.20s;", name)
}

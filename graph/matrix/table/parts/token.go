package parts

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"tasuki/graph/said"
)

// Token is a tag or a text. It is valid until the next one.
type Token struct {
	Kind  Kind
	Name  []byte // of a tag, without prefix
	Attrs []Attr
	Text  []byte
}

// Kind is what a token is.
type Kind byte

// The kinds. An empty element has a start and an end.
const (
	Start Kind = iota
	End
	Chars
)

// Attr is an attribute as it is written, its prefix and entities with it.
type Attr struct{ Name, Value []byte }

// Is reports whether the token is a tag of a kind and name.
func (t *Token) Is(kind Kind, name string) bool { return t.Kind == kind && string(t.Name) == name }

// Attribute returns the value of an attribute without prefix, or "".
func (t *Token) Attribute(name string) string {
	for _, a := range t.Attrs {
		if string(a.Name) == name {
			// The tag was refused if this fails.
			value, _ := unescape(a.Value)
			return string(value)
		}
	}
	return ""
}

// Prefixed returns the value of the first attribute of a name whatever its prefix, or
// "".
func (t *Token) Prefixed(name string) string {
	for _, a := range t.Attrs {
		if string(Local(a.Name)) == name {
			value, _ := unescape(a.Value)
			return string(value)
		}
	}
	return ""
}

func (t *Token) readAttributes(text []byte) error {
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
		t.Attrs = append(t.Attrs, Attr{trimRight(name), value[1:end]})
		text = value[end+1:]
	}
}

// Local returns a name without its prefix.
func Local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

// IsBlank reports whether a text is nothing but blanks.
func IsBlank(text []byte) bool { return len(trimLeft(text)) == 0 }

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

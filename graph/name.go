package graph

import (
	"encoding/json"
	"strings"
	"unicode"

	"tasuki/graph/spelling"
)

// Lang is a language that names and drawings come in.
type Lang string

// The languages of names.
const (
	Japanese Lang = "ja"
	English  Lang = "en"
)

// Name is a text in one or more languages: the name of a thing, or a remark.
type Name struct {
	JA string `json:"ja,omitempty"`
	EN string `json:"en,omitempty"`
}

// Text returns the name that consists of s alone: in Japanese when s contains
// kana or kanji, otherwise in English. A single spelling serves both languages
// through the fallback of [Name.In].
func Text(s string) Name {
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			return Name{JA: s}
		}
	}
	return Name{EN: s}
}

// In returns the name in l, or when it has none in l in English, or else in
// whichever language it has one.
func (n Name) In(l Lang) string {
	first, second := n.EN, n.JA
	if l == Japanese {
		first, second = n.JA, n.EN
	}
	if first != "" {
		return first
	}
	return second
}

// IsZero reports whether the name has no text in any language.
func (n Name) IsZero() bool { return n == Name{} }

// UnmarshalJSON accepts an object with a text per language, or a plain string
// as [Text] takes it.
func (n *Name) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil {
		*n = Text(s)
		return nil
	}
	type plain Name
	return json.Unmarshal(data, (*plain)(n))
}

// Label names a task so that people recognize it and a table of handoffs finds it again:
// by its ID and its name.
func (t Task) Label(l Lang) string {
	name := strings.Join(strings.Fields(t.Name.In(l)), " ")
	if name == "" || spelling.Folded(name) == spelling.Folded(t.ID) {
		return t.ID
	}
	return t.ID + " " + name
}

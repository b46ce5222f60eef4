// Package jsonscan finds in JSON what a decoder passes over or drowns in.
package jsonscan

import (
	"bytes"
	"encoding/json"
	"slices"
	"unicode"
	"unicode/utf8"

	"tasuki/graph/said"
)

// How deep JSON may nest, and how many keys an object may have.
const (
	MaxDepth = 64
	MaxKeys  = 100 // of one object
)

// Limits are what JSON may hold, whatever its meaning. The decoder takes time and
// memory for all that it meets, before anything can be said of it.
type Limits struct {
	Bytes int                  // in all
	Text  int                  // bytes of one text or number
	Inner int                  // values of lists inside the entries of the outermost object's lists
	List  func(key string) int // entries of the list of that object which a key names
}

// scan goes through JSON once, in time in proportion to its length and with
// memory for the keys of the objects that are open. It finds what the decoder would
// pass over or drown in; of what is no JSON at all it may find nothing.
type scan struct {
	Limits
	data  []byte
	at    int
	open  []object
	inner int // entries of lists inside the entries of a dataset
}

// object is an object or list that has begun.
type object struct {
	isList  bool
	isKey   bool     // a key comes next, not a value
	keys    []string // of an object, so far
	entries int      // of a list, so far
}

// Check returns what is wrong with data, or nil: it passes a limit, or a key
// stands twice in one object, case aside, of which the decoder would take the last
// in silence.
func Check(data []byte, l Limits) error {
	if len(data) > l.Bytes {
		return said.Errorf("it is %d bytes long, and the JSON of a dataset may have %d; split it into several datasets", len(data), l.Bytes)
	}
	s := scan{Limits: l, data: data}
	for s.at < len(data) {
		if err := s.step(); err != nil {
			return said.Errorf("line %d: %w", 1+bytes.Count(data[:min(s.at, len(data))], []byte("\n")), err)
		}
	}
	return nil
}

// step reads one sign, text or word.
func (s *scan) step() error {
	c := s.data[s.at]
	top := len(s.open) - 1
	switch c {
	case ' ', '\t', '\n', '\r':
		s.at++
		return nil
	case '{', '[':
		s.at++
		err := s.value()
		s.open = append(s.open, object{isList: c == '[', isKey: c == '{'})
		if len(s.open) > MaxDepth {
			err = said.Errorf("it is nested more than %d deep, the deepest that a file may nest; write it with fewer levels", MaxDepth)
		}
		return err
	case '}', ']':
		s.at++
		s.open = s.open[:max(0, top)]
		return nil
	case ',', ':':
		s.at++
		if top >= 0 {
			s.open[top].isKey = c == ',' && !s.open[top].isList
		}
		return nil
	case '"':
		return s.text()
	}
	start := s.at
	for s.at < len(s.data) && bytes.IndexByte([]byte(" \t\n\r{}[],:\""), s.data[s.at]) < 0 {
		s.at++
	}
	if s.at-start > s.Text {
		return s.tooLong(s.at - start)
	}
	return s.value()
}

// text reads a text, which is a value or a key.
func (s *scan) text() error {
	start := s.at
	for s.at++; s.at < len(s.data) && s.data[s.at] != '"'; s.at++ {
		if s.data[s.at] == '\\' {
			s.at++
		}
	}
	s.at = min(s.at+1, len(s.data))
	text := s.data[start:s.at]
	if len(text)-2 > s.Text {
		return s.tooLong(len(text) - 2)
	}
	if top := len(s.open) - 1; top >= 0 && s.open[top].isKey {
		return s.open[top].key(text)
	}
	return s.value()
}

func (s *scan) tooLong(n int) error {
	return said.Errorf("a text or number is %d bytes long, and it may have %d; shorten it", n, s.Text)
}

// value counts a value of a list.
func (s *scan) value() error {
	top := len(s.open) - 1
	if top < 0 || !s.open[top].isList {
		return nil
	}
	if keys := s.open[0].keys; top == 1 && len(keys) > 0 {
		list := keys[len(keys)-1]
		s.open[top].entries++
		if most := s.List(list); s.open[top].entries > most {
			return said.Errorf("there are more than %d %s, the most that a dataset may hold; split it into several datasets", most, said.Cut(list, 200))
		}
		return nil
	}
	if s.inner++; s.inner > s.Inner {
		return said.Errorf("the lists inside the entries hold more than %d values in all, the most that a dataset may; split it into several datasets", s.Inner)
	}
	return nil
}

// key takes in the next key of an object.
func (o *object) key(text []byte) error {
	name := string(text[1:max(1, len(text)-1)])
	if bytes.IndexByte(text, '\\') >= 0 && json.Unmarshal(text, &name) != nil {
		return nil // the decoder says what is wrong with it
	}
	folded := foldKey(name)
	if slices.Contains(o.keys, folded) {
		return said.Errorf("the key %q stands twice in one object; keep one", said.Cut(name, 200))
	}
	if len(o.keys) == MaxKeys {
		return said.Errorf("an object has more than %d keys, and none of a dataset has as many; remove the others", MaxKeys)
	}
	o.keys = append(o.keys, folded)
	return nil
}

// foldKey returns what keys have in common that the decoder takes for one.
func foldKey(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return string(bytes.Map(foldRune, []byte(s)))
		}
	}
	return s
}

// foldRune returns the smallest letter that differs from r by case alone.
func foldRune(r rune) rune {
	least := r
	for c := unicode.SimpleFold(r); c != r; c = unicode.SimpleFold(c) {
		least = min(least, c)
	}
	return unicode.ToLower(least)
}

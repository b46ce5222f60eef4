package graph

import (
	"bytes"
	"encoding/json"
	"slices"
	"unicode"
	"unicode/utf8"

	"tasuki/graph/said"
)

// What the JSON of a dataset may hold, whatever its meaning. The decoder takes time
// and memory for all that it meets, before anything can be said of it.
const (
	MaxJSONBytes = 64 << 20 // in all
	maxJSONDepth = 64
	maxJSONKeys  = 100 // of one object
)

// maxJSONList returns the limit of the list of a dataset that a key names.
func maxJSONList(key string) int {
	switch key {
	case "organizations":
		return MaxOrganizations
	case "tasks":
		return MaxTasks
	case "assignments":
		return MaxAssignments
	case "handoffs":
		return MaxHandoffs
	case "flows":
		return MaxFlows
	case "supplies":
		return MaxSupplies
	}
	return MaxTerms
}

// jsonScan goes through JSON once, in time in proportion to its length and with
// memory for the keys of the objects that are open. It finds what the decoder would
// pass over or drown in; of what is no JSON at all it may find nothing.
type jsonScan struct {
	data  []byte
	at    int
	open  []jsonObject
	inner int // entries of lists inside the entries of a dataset
}

// jsonObject is an object or list that has begun.
type jsonObject struct {
	isList  bool
	isKey   bool     // a key comes next, not a value
	keys    []string // of an object, so far
	entries int      // of a list, so far
}

// scanJSON returns what is wrong with data, or nil: it passes a limit, or a key
// stands twice in one object, case aside, of which the decoder would take the last
// in silence.
func scanJSON(data []byte) error {
	if len(data) > MaxJSONBytes {
		return said.Errorf("it is %d bytes long, and the JSON of a dataset may have %d; split it into several datasets", len(data), MaxJSONBytes)
	}
	s := jsonScan{data: data}
	for s.at < len(data) {
		if err := s.step(); err != nil {
			return said.Errorf("line %d: %w", 1+bytes.Count(data[:min(s.at, len(data))], []byte("\n")), err)
		}
	}
	return nil
}

// step reads one sign, text or word.
func (s *jsonScan) step() error {
	c := s.data[s.at]
	top := len(s.open) - 1
	switch c {
	case ' ', '\t', '\n', '\r':
		s.at++
		return nil
	case '{', '[':
		s.at++
		err := s.value()
		s.open = append(s.open, jsonObject{isList: c == '[', isKey: c == '{'})
		if len(s.open) > maxJSONDepth {
			err = said.Errorf("it is nested more than %d deep, the deepest that a file may nest; write it with fewer levels", maxJSONDepth)
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
	if s.at-start > MaxText {
		return textTooLong(s.at - start)
	}
	return s.value()
}

// text reads a text, which is a value or a key.
func (s *jsonScan) text() error {
	start := s.at
	for s.at++; s.at < len(s.data) && s.data[s.at] != '"'; s.at++ {
		if s.data[s.at] == '\\' {
			s.at++
		}
	}
	s.at = min(s.at+1, len(s.data))
	text := s.data[start:s.at]
	if len(text)-2 > MaxText {
		return textTooLong(len(text) - 2)
	}
	if top := len(s.open) - 1; top >= 0 && s.open[top].isKey {
		return s.open[top].key(text)
	}
	return s.value()
}

func textTooLong(n int) error {
	return said.Errorf("a text or number is %d bytes long, and it may have %d; shorten it", n, MaxText)
}

// value counts a value of a list.
func (s *jsonScan) value() error {
	top := len(s.open) - 1
	if top < 0 || !s.open[top].isList {
		return nil
	}
	if keys := s.open[0].keys; top == 1 && len(keys) > 0 {
		list := keys[len(keys)-1]
		s.open[top].entries++
		if most := maxJSONList(list); s.open[top].entries > most {
			return said.Errorf("there are more than %d %s, the most that a dataset may hold; split it into several datasets", most, cut(list, 200))
		}
		return nil
	}
	if s.inner++; s.inner > MaxHandoffs+MaxIDs {
		return said.Errorf("the lists inside the entries hold more than %d values in all, the most that a dataset may; split it into several datasets", MaxHandoffs+MaxIDs)
	}
	return nil
}

// key takes in the next key of an object.
func (o *jsonObject) key(text []byte) error {
	name := string(text[1:max(1, len(text)-1)])
	if bytes.IndexByte(text, '\\') >= 0 && json.Unmarshal(text, &name) != nil {
		return nil // the decoder says what is wrong with it
	}
	folded := foldKey(name)
	if slices.Contains(o.keys, folded) {
		return said.Errorf("the key %q stands twice in one object; keep one", cut(name, 200))
	}
	if len(o.keys) == maxJSONKeys {
		return said.Errorf("an object has more than %d keys, and none of a dataset has as many; remove the others", maxJSONKeys)
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

package assistant

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"tasuki/graph/likeness"
	"tasuki/graph/said"
)

// arguments are those of a call, each of its kind. What is not given is not there.
type arguments map[string]any

// text returns an argument that is a text; empty: it is not given.
func (a arguments) text(name string) string { t, _ := a[name].(string); return t }

// list returns an argument that is a list of texts.
func (a arguments) list(name string) []string { l, _ := a[name].([]string); return l }

// number returns an argument that is a whole number, or else fallback.
func (a arguments) number(name string, fallback int) int {
	if n, ok := a[name].(int); ok {
		return n
	}
	return fallback
}

// given reports whether an argument is given.
func (a arguments) given(name string) bool { _, ok := a[name]; return ok }

// arguments reads those of a call, and reports everything that is wrong with them.
func (t tool) arguments(raw json.RawMessage) (arguments, error) {
	if len(raw) > maxArguments {
		return nil, said.Errorf("the arguments have %d bytes, and may have %d; ask about less at once", len(raw), maxArguments)
	}
	given := map[string]json.RawMessage{}
	if len(bytes.TrimSpace(raw)) > 0 {
		if err := json.Unmarshal(raw, &given); err != nil {
			return nil, said.New("the arguments are no JSON object; give each of them by its name")
		}
	}
	args := arguments{}
	var faults []error
	for _, p := range t.params {
		value, ok := given[p.name]
		delete(given, p.name)
		if !ok || string(value) == "null" {
			if p.required {
				faults = append(faults, said.Errorf("%s is missing: %s", p.name, said.Word(p.says)))
			}
			continue
		}
		v, err := p.read(value)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		args[p.name] = v
	}
	var unknown []string
	for name := range given {
		unknown = append(unknown, name)
	}
	slices.Sort(unknown)
	for _, name := range unknown[:min(3, len(unknown))] {
		if names := t.names(); len(names) > 0 {
			faults = append(faults, said.Errorf("%s takes no %q; it takes %s", t.name, shortened(name), strings.Join(likeness.Order(shortened(name), names), ", ")))
		} else {
			faults = append(faults, said.Errorf("%s takes no arguments, and %q is given; leave it out", t.name, shortened(name)))
		}
	}
	return args, errors.Join(faults...)
}

// names lists the arguments of a tool.
func (t tool) names() []string {
	var list []string
	for _, p := range t.params {
		list = append(list, p.name)
	}
	return list
}

// read returns the value of an argument as its kind.
func (p param) read(raw json.RawMessage) (any, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var value any
	if err := d.Decode(&value); err != nil && err != io.EOF {
		return nil, said.Errorf("%s is no JSON; write it anew", p.name)
	}
	switch v := value.(type) {
	case string:
		switch {
		case p.kind == aList:
			return []string{v}, nil
		case p.kind == aText && p.words != nil && !slices.Contains(p.words, v):
			return nil, said.Errorf("%s is %q; use one of %s", p.name, shortened(v), strings.Join(likeness.Order(shortened(v), p.words), ", "))
		case p.kind == aText:
			return v, nil
		}
	case json.Number:
		if p.kind == aNumber {
			return p.whole(v)
		}
	case []any:
		if p.kind == aList {
			return p.texts(v)
		}
	case map[string]any:
		if p.kind == anyKeys {
			return v, nil
		}
	}
	return nil, said.Errorf("%s is no %s; give it as one", p.name, p.kind.says())
}

// says names a kind in an error.
func (k kind) says() said.Word {
	switch k {
	case aText:
		return said.Word("text")
	case aNumber:
		return said.Word("whole number")
	case aList:
		return said.Word("list of texts")
	}
	return said.Word("object")
}

// whole returns a whole number within its bounds; 30.0 is one too.
func (p param) whole(v json.Number) (any, error) {
	x, err := v.Float64()
	if err != nil || x != math.Trunc(x) || x < float64(p.min) || x > float64(p.max) {
		return nil, said.Errorf("%s must be a whole number from %d to %d, not %s", p.name, p.min, p.max, shortened(v.String()))
	}
	return int(x), nil
}

// most is how many entries a list among the arguments may have.
const most = 1_000

// texts returns a list of texts.
func (p param) texts(values []any) (any, error) {
	if len(values) > most {
		return nil, said.Errorf("%s has %d entries, and may have %d; ask about less at once", p.name, len(values), most)
	}
	list := []string{}
	for _, v := range values {
		text, ok := v.(string)
		if !ok {
			return nil, said.Errorf("%s is no %s; give it as one", p.name, aList.says())
		}
		list = append(list, text)
	}
	return list, nil
}

// longest is how many letters of what a call brings are repeated, and compared.
const longest = 60

// shortened returns the beginning of a text.
func shortened(text string) string {
	if utf8.RuneCountInString(text) <= longest {
		return text
	}
	return string([]rune(text)[:longest]) + "…"
}

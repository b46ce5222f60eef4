package queries

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tasuki/graph/said"
)

// Param is a parameter of a query.
type Param struct {
	Name     string   `json:"name"`
	Type     Type     `json:"type"`
	Words    []string `json:"words,omitempty"` // of the type Word: its values
	Required bool     `json:"required,omitempty"`
	Default  any      `json:"default"` // nil, a string, an int64, a float64, a bool or a []string
	Says     string   `json:"says"`
}

// Type is what values of a parameter look like.
type Type string

// The types of parameters.
const (
	String  Type = "text"
	Strings Type = "texts" // on the command line separated by commas
	Integer Type = "integer"
	Number  Type = "number"
	Flag    Type = "flag"
	Word    Type = "word" // one of a few; in headers they stand for it, as in any|each
)

// Bind returns the parameters of a run: given values, checked, and the defaults
// of the others. It reports every unknown name, missing value and wrong type at
// once.
func (q Query) Bind(given map[string]any) (map[string]any, error) {
	return q.bind(given, Param.check)
}

// BindTexts is Bind for values as they stand on a command line.
func (q Query) BindTexts(given map[string]string) (map[string]any, error) {
	values := make(map[string]any, len(given))
	for name, text := range given {
		values[name] = text
	}
	return q.bind(values, func(p Param, v any) (any, error) { return p.read(v.(string)) })
}

func (q Query) bind(given map[string]any, value func(Param, any) (any, error)) (map[string]any, error) {
	bound := make(map[string]any, len(q.Params))
	var faults []string
	for _, p := range q.Params {
		v, ok := given[p.Name]
		switch {
		case ok:
			var err error
			if bound[p.Name], err = value(p, v); err != nil {
				faults = append(faults, err.Error())
			}
		case p.Required:
			faults = append(faults, fmt.Sprintf("%s is missing: %s", p.Name, p.Says))
		default:
			bound[p.Name] = p.Default
		}
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if !slices.ContainsFunc(q.Params, func(p Param) bool { return p.Name == name }) {
			faults = append(faults, fmt.Sprintf("%s is no parameter of it; it has %s", name, strings.Join(q.paramNames(), ", ")))
		}
	}
	if len(faults) > 0 {
		return nil, said.Errorf("query %s: %s", q.Name, strings.Join(faults, "; "))
	}
	return bound, nil
}

func (q Query) paramNames() []string {
	names := make([]string, len(q.Params))
	for i, p := range q.Params {
		names[i] = p.Name
	}
	return names
}

// read returns the value that a text stands for.
func (p Param) read(text string) (any, error) {
	var v any = text
	var err error
	switch p.Type {
	case Integer:
		v, err = strconv.ParseInt(text, 10, 64)
	case Number:
		v, err = strconv.ParseFloat(text, 64)
	case Flag:
		v, err = strconv.ParseBool(text)
	case Strings:
		list := []string{}
		for _, s := range strings.Split(text, ",") {
			if s = strings.TrimSpace(s); s != "" {
				list = append(list, s)
			}
		}
		v = list
	}
	if err != nil {
		return nil, p.wrong(text)
	}
	return p.check(v)
}

// check returns v as the type of the parameter. Nil stands for the default of
// a parameter whose default it is.
func (p Param) check(v any) (any, error) {
	if v == nil && !p.Required && p.Default == nil {
		return nil, nil
	}
	switch x := v.(type) {
	case string:
		if p.Type == String || p.Type == Word && slices.Contains(p.Words, x) {
			return x, nil
		}
	case []string:
		if p.Type == Strings {
			return x, nil
		}
	case int:
		return p.check(int64(x))
	case int64:
		switch p.Type {
		case Integer:
			return x, nil
		case Number:
			return float64(x), nil
		}
	case float64:
		// NaN and infinities compare in ways that no question means.
		if p.Type == Number && x-x == 0 {
			return x, nil
		}
	case bool:
		if p.Type == Flag {
			return x, nil
		}
	}
	return nil, p.wrong(v)
}

func (p Param) wrong(v any) error {
	if p.Type == Word {
		return said.Errorf("%s is %v, and must be one of %s", p.Name, v, strings.Join(p.Words, ", "))
	}
	return said.Errorf("%s is %v, and must be of type %s", p.Name, v, p.Type)
}

// setDefault reads the default of a header.
func (p *Param) setDefault(text string) error {
	var v any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil || d.More() {
		return said.Errorf("the default %s of %s is not a JSON value", text, p.Name)
	}
	switch x := v.(type) {
	case nil:
		return nil
	case json.Number:
		var err error
		p.Default, err = p.read(x.String())
		return err
	case []any:
		list := []string{}
		for _, e := range x {
			s, ok := e.(string)
			if !ok {
				return p.wrong(v)
			}
			list = append(list, s)
		}
		v = list
	}
	var err error
	p.Default, err = p.check(v)
	return err
}

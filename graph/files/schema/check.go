package schema

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"tasuki/graph"
)

// Check returns every fault of the document: those of its syntax, and if there
// are none, each place where it differs from the schema of its kind.
func (d *Document) Check(schema string) graph.Problems {
	if d.faults.Count() > 0 {
		return d.faults.Problems()
	}
	if d.value == nil {
		d.value = map[string]any{}
	}
	root := d.root
	if root == nil { // an empty file
		root = &yaml.Node{}
	}
	(&checker{Document: d, schema: schema}).check(rules()[schema], root, d.value)
	return d.faults.Problems()
}

// checker compares the nodes of a document, in their order, with what a schema asks
// of their values.
type checker struct {
	*Document
	schema string
	path   []string // of the value that is looked at
}

func (c *checker) check(r *rule, n *yaml.Node, value any) {
	if r.Ref != "" {
		c.check(r.referred(), n, value)
	}
	if r.Type != nil && !slices.ContainsFunc(r.Type, func(want string) bool { return isOf(want, value) }) {
		c.wrongType(r, n, value)
		return
	}
	if text, ok := value.(string); r.Enum != nil && !(ok && slices.Contains(r.Enum, text)) {
		c.faultIn(n, show(value), "is not one of %s", strings.Join(r.Enum, ", "))
		return
	}
	switch value := value.(type) {
	case map[string]any:
		c.object(r, n, value)
	case []any:
		if r.MaxItems != nil && len(value) > *r.MaxItems {
			c.unlike(n, value)
		}
		for i, item := range value {
			if r.Items != nil {
				c.inside(strconv.Itoa(i), r.Items, target(n).Content[i], item)
			}
		}
	case string:
		if utf8.RuneCountInString(value) < r.MinLength {
			c.faultIn(n, "", "is empty; fill it in or leave the key out")
		}
		if r.Pattern != nil && !r.Pattern.MatchString(value) {
			c.faultIn(n, value, "is not of the form asked for here (%s)", r.Pattern.String())
		}
	case json.Number:
		c.number(r, n, value)
	}
}

// object checks what keys there are, then the values of those that belong there.
func (c *checker) object(r *rule, n *yaml.Node, value map[string]any) {
	if len(value) < r.MinProperties {
		c.unlike(n, value)
	}
	if absent := slices.DeleteFunc(slices.Clone(r.Required), func(key string) bool { _, ok := value[key]; return ok }); len(absent) > 0 {
		c.fault(c.at(n), "", "the %s missing here", missing(absent))
	}
	content := target(n).Content
	for i := 0; i+1 < len(content); i += 2 {
		key := strings.TrimSpace(content[i].Value)
		if r := r.of(key); r != nil && r.never {
			c.fault(c.at(content[i]), key, "is not a key that belongs here; tasuki schema %s lists those that do", c.schema)
		}
	}
	for i := 0; i+1 < len(content); i += 2 {
		key := strings.TrimSpace(content[i].Value)
		if r := r.of(key); r != nil && !r.never {
			c.inside(key, r, content[i+1], value[key])
		}
	}
}

func (c *checker) inside(part string, r *rule, n *yaml.Node, value any) {
	c.path = append(c.path, part)
	c.check(r, n, value)
	c.path = c.path[:len(c.path)-1]
}

func (c *checker) number(r *rule, n *yaml.Node, value json.Number) {
	if r.Minimum == nil && r.Maximum == nil {
		return
	}
	exact, _ := new(big.Rat).SetString(string(value))
	if r.Minimum != nil && exact.Cmp(big.NewRat(*r.Minimum, 1)) < 0 {
		c.faultIn(n, show(value), "is less than %s", strconv.FormatInt(*r.Minimum, 10))
	}
	if r.Maximum != nil && exact.Cmp(big.NewRat(*r.Maximum, 1)) > 0 {
		c.unlike(n, value)
	}
}

// wrongType takes a number for the text that belongs there, by how it is written: an
// ID such as 1.10. Of any other value it says what it must be.
func (c *checker) wrongType(r *rule, n *yaml.Node, value any) {
	wantText := slices.Contains(r.Type, "string")
	got := typeOf(value)
	if got == "number" && wantText && !slices.Contains(r.Type, "integer") {
		c.put(c.path, target(n).Value)
		return
	}
	hint := ""
	if got == "boolean" && wantText && len(r.Type) == 1 { // an ID that YAML takes for a truth value
		hint = "; put it in quotes"
	}
	c.faultIn(n, show(value), "is of type %s here, must be %s%s", got, strings.Join(r.Type, " or "), hint)
	c.mistyped = append(c.mistyped, mistyped{slices.Clone(c.path), wantText})
}

// unlike says of a value that it does not fit, where nothing says so in words of its own.
func (c *checker) unlike(n *yaml.Node, value any) {
	c.faultIn(n, show(value), "does not fit the schema; see tasuki schema %s", c.schema)
}

// faultIn notes a value that does not fit, as a whole.
func (c *checker) faultIn(n *yaml.Node, value, format string, args ...any) {
	var pointer strings.Builder
	for _, part := range c.path {
		pointer.WriteString("/" + Escape(part))
	}
	c.unfit[pointer.String()] = true
	c.fault(c.at(n), value, format, args...)
}

// typeOf returns the type of a value in the words of JSON Schema.
func typeOf(value any) string {
	switch value.(type) {
	case map[string]any:
		return "object"
	case []any:
		return "array"
	case string:
		return "string"
	case json.Number:
		return "number"
	case bool:
		return "boolean"
	}
	return "null"
}

// isOf reports whether a value is of a type.
func isOf(want string, value any) bool {
	if number, ok := value.(json.Number); ok && want == "integer" {
		exact, ok := new(big.Rat).SetString(string(number))
		return ok && exact.IsInt()
	}
	return typeOf(value) == want
}

func missing(keys []string) string {
	if len(keys) == 1 {
		return fmt.Sprintf("key %q is", keys[0])
	}
	return fmt.Sprintf("keys %q are", keys)
}

func show(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case nil:
		return ""
	case map[string]any, []any:
		text, _ := json.Marshal(v)
		if runes := []rune(string(text)); len(runes) > 40 {
			return string(runes[:40]) + "…"
		}
		return string(text)
	}
	return fmt.Sprint(v)
}

func (d *Document) lookup(path []string) any {
	value := d.value
	for _, part := range path {
		switch v := value.(type) {
		case map[string]any:
			value = v[part]
		case []any:
			var i int
			if _, err := fmt.Sscan(part, &i); err != nil || i >= len(v) {
				return nil
			}
			value = v[i]
		}
	}
	return value
}

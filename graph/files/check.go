package files

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"go.yaml.in/yaml/v4"

	"tasuki/graph"
)

// check returns every fault of the document: those of its syntax, and if there
// are none, each place where it differs from the schema of its kind.
func (d *document) check(schema string) graph.Problems {
	if d.faults.Count() > 0 {
		return d.faults.Problems()
	}
	if d.value == nil {
		d.value = map[string]any{}
	}
	err := compiled()[schema].Validate(d.value)
	var invalid *jsonschema.ValidationError
	if errors.As(err, &invalid) {
		d.collect(invalid)
	}
	return d.faults.Problems()
}

func (d *document) collect(e *jsonschema.ValidationError) {
	if len(e.Causes) == 0 {
		d.misfit(pointerTo(e), e)
		return
	}
	// The schema visits the keys of an object in any order.
	slices.SortStableFunc(e.Causes, func(a, b *jsonschema.ValidationError) int {
		x, y := d.locate(pointerTo(a)), d.locate(pointerTo(b))
		return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
	})
	for i, cause := range e.Causes {
		d.collect(cause)
		e.Causes[i] = nil // there can be many
	}
}

// pointerTo returns where a difference from the schema is, as a JSON pointer.
func pointerTo(e *jsonschema.ValidationError) string {
	var pointer strings.Builder
	for _, part := range e.InstanceLocation {
		pointer.WriteString("/" + escape(part))
	}
	return pointer.String()
}

func (d *document) misfit(pointer string, e *jsonschema.ValidationError) {
	if k, ok := e.ErrorKind.(*kind.Type); ok && d.isText(pointer, k) {
		n, _ := d.walk(pointer)
		d.put(e.InstanceLocation, target(n).Value)
		return
	}
	switch e.ErrorKind.(type) {
	case *kind.AdditionalProperties, *kind.Required: // what is there fits
	default:
		d.unfit[pointer] = true
	}
	switch k := e.ErrorKind.(type) {
	case *kind.AdditionalProperties:
		n, _ := d.walk(pointer)
		slices.SortFunc(k.Properties, func(a, b string) int { return cmp.Compare(d.field(target(n), a), d.field(target(n), b)) })
		for _, key := range k.Properties {
			d.fault(d.locateKey(pointer, key), key, "is not a key that belongs here; tasuki schema %s lists those that do", schemaOf(e))
		}
	case *kind.Required:
		d.fault(d.locate(pointer), "", "the %s missing here", missing(k.Missing))
	case *kind.Enum:
		d.fault(d.locate(pointer), show(k.Got), "is not one of %s", words(k.Want))
	case *kind.Type:
		d.fault(d.locate(pointer), show(d.lookup(e.InstanceLocation)), "is of type %s here, must be %s%s", k.Got, strings.Join(k.Want, " or "), quoteHint(k))
		d.mistyped = append(d.mistyped, mistyped{e.InstanceLocation, slices.Contains(k.Want, "string")})
	case *kind.Pattern:
		d.fault(d.locate(pointer), k.Got, "is not of the form asked for here (%s)", k.Want)
	case *kind.MinLength:
		d.fault(d.locate(pointer), "", "is empty; fill it in or leave the key out")
	case *kind.Minimum:
		d.fault(d.locate(pointer), show(d.lookup(e.InstanceLocation)), "is less than %s", k.Want.RatString())
	default:
		d.fault(d.locate(pointer), show(d.lookup(e.InstanceLocation)), "does not fit the schema; see tasuki schema %s", schemaOf(e))
	}
}

// isText reports whether a value that YAML takes for a number stands where a text
// belongs: an ID such as 1.10, which is what it is by how it is written.
func (d *document) isText(pointer string, k *kind.Type) bool {
	if k.Got != "number" && k.Got != "integer" || !slices.Contains(k.Want, "string") || slices.Contains(k.Want, "integer") {
		return false
	}
	n, whole := d.walk(pointer)
	return whole && target(n).Kind == yaml.ScalarNode
}

func missing(keys []string) string {
	if len(keys) == 1 {
		return fmt.Sprintf("key %q is", keys[0])
	}
	return fmt.Sprintf("keys %q are", keys)
}

// quoteHint says what to do about an ID that YAML takes for a truth value.
func quoteHint(k *kind.Type) string {
	if len(k.Want) == 1 && k.Want[0] == "string" && k.Got == "boolean" {
		return "; put it in quotes"
	}
	return ""
}

// schemaOf names the kind of schema, as the command that prints it does.
func schemaOf(e *jsonschema.ValidationError) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(e.SchemaURL, "tasuki:"), "#")
	return name
}

func words(list []any) string {
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = show(w)
	}
	return strings.Join(texts, ", ")
}

func show(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case nil:
		return ""
	case map[string]any, []any:
		text, _ := json.Marshal(v)
		if len(text) > 40 {
			return string([]rune(string(text))[:40]) + "…"
		}
		return string(text)
	}
	return fmt.Sprint(v)
}

func (d *document) lookup(path []string) any {
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

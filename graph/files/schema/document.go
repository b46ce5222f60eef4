package schema

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"tasuki/graph"
	"tasuki/graph/pattern"
)

// Document is a YAML file as JSON values, with the nodes that they come from.
type Document struct {
	file   string
	value  any
	root   *yaml.Node // nil for an empty file and one that cannot be parsed
	faults graph.Collector

	unfit    map[string]bool // JSON pointers at which the document does not fit its schema
	mistyped []mistyped      // of these, values of a wrong type

	fields  map[*yaml.Node]map[string]int // see field
	open    map[*yaml.Node]bool           // anchored nodes around the node that is converted
	depth   int
	aliases int // around the node that is converted
	copies  int // nodes that aliases repeated
}

// What stops documents that nest without end, or whose aliases repeat aliases.
const (
	maxDepth  = 64
	maxCopies = 100_000
)

// Parse reads a YAML file. Its faults are those of a reader that knows no
// schema: what is too large, bytes that are no UTF-8, bad syntax and keys that
// stand twice.
func Parse(file string, text []byte) *Document {
	d := &Document{file: file, unfit: map[string]bool{}, fields: map[*yaml.Node]map[string]int{}, open: map[*yaml.Node]bool{}}
	for _, f := range prescan(file, text) {
		d.faults.Add(f)
	}
	if d.faults.Count() > 0 {
		return d
	}
	d.root = d.load(text)
	if d.root != nil && d.faults.Count() == 0 {
		d.value = d.convert(d.root, "")
	}
	return d
}

// File returns the name of the file.
func (d *Document) File() string { return d.file }

// Value returns the document as encoding/json would decode it; nil for an empty file.
func (d *Document) Value() any { return d.value }

// Faults returns the faults that were found so far.
func (d *Document) Faults() graph.Problems { return d.faults.Problems() }

// Fits reports whether the value at a JSON pointer fits the schema that the document was
// checked against.
func (d *Document) Fits(pointer string) bool { return !d.unfit[pointer] }

func (d *Document) fault(at graph.Source, value, format string, args ...any) {
	d.faults.Add(graph.Problem{Source: at, Value: value}.Saying(format, args...))
}

func (d *Document) at(n *yaml.Node) graph.Source {
	return graph.Source{File: d.file, Line: n.Line, Column: n.Column}
}

// convert returns a node as encoding/json would decode it.
func (d *Document) convert(n *yaml.Node, pointer string) any {
	if d.depth++; d.depth > maxDepth {
		d.fault(d.at(n), "", tooDeep, maxDepth)
		d.depth--
		return nil
	}
	defer func() { d.depth-- }()
	if d.aliases > 0 {
		if d.copies++; d.copies > maxCopies {
			return d.tooManyCopies(n)
		}
	}
	if n.Anchor != "" {
		d.open[n] = true
		defer delete(d.open, n)
	}
	switch n.Kind {
	case yaml.MappingNode:
		return d.mapping(n, pointer)
	case yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, v := range n.Content {
			list[i] = d.convert(v, pointer+"/"+strconv.Itoa(i))
		}
		return list
	case yaml.AliasNode:
		if d.open[n.Alias] { // it would repeat what it stands in
			d.fault(d.at(n), "*"+n.Value, noAnchor)
			return nil
		}
		d.aliases++
		defer func() { d.aliases-- }()
		return d.convert(n.Alias, pointer)
	}
	return d.scalar(n)
}

const tooDeep = "is nested more than %d deep, the deepest that a file may nest; write it with fewer levels"

const noAnchor = "refers to no anchor above it"

// tooManyCopies reports once that aliases repeat too much.
func (d *Document) tooManyCopies(n *yaml.Node) any {
	if d.copies == maxCopies+1 {
		d.fault(d.at(n), n.Value, "aliases repeat more than %d values; write them out", maxCopies)
	}
	return nil
}

func (d *Document) scalar(n *yaml.Node) any {
	if len(n.Value) > graph.MaxText {
		d.fault(d.at(n), n.Value, tooLong, graph.MaxText)
		return nil
	}
	if n.Style&yaml.TaggedStyle != 0 {
		d.fault(d.at(n), n.Tag, "cannot be used here; write it out as plain YAML")
		return nil
	}
	var v any = n.Value // a date is a text too
	switch n.ShortTag() {
	case "!!int":
		if plainNumber().MatchString(n.Value) {
			return json.Number(n.Value)
		}
		fallthrough
	case "!!bool", "!!float":
		if err := n.Decode(&v); err != nil {
			return n.Value
		}
	case "!!null":
		return nil
	}
	switch v := v.(type) {
	case string, bool:
		return v
	}
	number := json.Number(fmt.Sprint(v))
	if _, err := json.Marshal(number); err != nil { // an infinity
		d.fault(d.at(n), n.Value, "is no number that can be used here; write it in digits, or in quotes")
		return nil
	}
	return number
}

// plainNumber is what YAML and JSON write alike.
var plainNumber = pattern.Lazy(`^-?(0|[1-9][0-9]{0,17})$`)

const tooLong = "is longer than %d bytes, the most that a text may have; shorten it"

func (d *Document) mapping(n *yaml.Node, pointer string) any {
	object := make(map[string]any, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		key := strings.TrimSpace(k.Value)
		switch _, twice := object[key]; {
		case k.Kind != yaml.ScalarNode:
			d.fault(d.at(k), "", "a key must be a plain text here")
		case len(key) > graph.MaxText:
			d.fault(d.at(k), key, tooLong, graph.MaxText)
		case twice:
			d.fault(d.at(k), key, "this key stands twice in one object; keep one")
		default:
			object[key] = d.convert(n.Content[i+1], pointer+"/"+Escape(key))
		}
	}
	return object
}

// Escape returns key as a part of a JSON pointer.
func Escape(key string) string {
	if !strings.ContainsAny(key, "~/") {
		return key
	}
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
}

// Decode stores the document in v, whose type must fit its schema.
func (d *Document) Decode(v any) error {
	text, err := json.Marshal(d.value)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, v)
}

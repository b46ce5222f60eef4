package files

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"tasuki/graph"
)

// document is a YAML file as JSON values, with the place of each of them by
// JSON pointer.
type document struct {
	file   string
	value  any
	places map[string]graph.Source
	faults graph.Problems

	unfit    map[string]bool // JSON pointers at which the document does not fit its schema
	mistyped []mistyped      // of these, values of a wrong type

	anchors map[string]ast.Node
	depth   int
	aliases int // around the node that is converted
	copies  int // nodes that aliases repeated
}

// What stops documents that nest without end, or whose aliases repeat aliases.
const (
	maxDepth  = 64
	maxCopies = 100_000
)

// parse reads a YAML file. Its faults are those of a reader that knows no
// schema: bytes that are no UTF-8, bad syntax and keys that stand twice.
func parse(file string, text []byte) *document {
	d := &document{file: file, places: map[string]graph.Source{}, unfit: map[string]bool{}, anchors: map[string]ast.Node{}}
	line := 0
	for text := range bytes.Lines(text) {
		if line++; !utf8.Valid(text) {
			d.fault(graph.Source{File: file, Line: line}, string(text), "is not valid UTF-8; save the file as UTF-8")
		}
	}
	if len(d.faults) > 0 {
		return d
	}
	tree, err := parser.ParseBytes(text, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		d.syntaxError(err)
		return d
	}
	if len(tree.Docs) > 1 {
		d.fault(d.at(tree.Docs[1].Body), "---", "a second document in one file; keep one")
	}
	if len(tree.Docs) > 0 && tree.Docs[0].Body != nil {
		d.value = d.convert(tree.Docs[0].Body, "")
	}
	return d
}

func (d *document) syntaxError(err error) {
	at := graph.Source{File: d.file}
	message := err.Error()
	var syntax yaml.Error
	if errors.As(err, &syntax) {
		message = syntax.GetMessage()
		if t := syntax.GetToken(); t != nil && t.Position != nil {
			at.Line, at.Column = t.Position.Line, t.Position.Column
		}
	}
	d.fault(at, "", "is not valid YAML: %s", message)
}

func (d *document) fault(at graph.Source, value, format string, args ...any) {
	d.faults = append(d.faults, graph.Problem{Source: at, Value: value, Message: fmt.Sprintf(format, args...)})
}

func (d *document) at(n ast.Node) graph.Source {
	at := graph.Source{File: d.file}
	if n == nil {
		return at
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		at.Line, at.Column = t.Position.Line, t.Position.Column
	}
	return at
}

// convert returns a node as encoding/json would decode it, and notes places.
func (d *document) convert(n ast.Node, pointer string) any {
	if d.depth++; d.depth > maxDepth {
		d.fault(d.at(n), "", "is nested too deeply")
		d.depth--
		return nil
	}
	defer func() { d.depth-- }()
	if d.aliases > 0 {
		if d.copies++; d.copies > maxCopies {
			return d.tooManyCopies(n)
		}
	}
	if _, known := d.places[pointer]; !known {
		d.places[pointer] = d.at(n)
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		return d.mapping(n.Values, pointer)
	case *ast.MappingValueNode:
		return d.mapping([]*ast.MappingValueNode{n}, pointer)
	case *ast.SequenceNode:
		list := make([]any, len(n.Values))
		for i, v := range n.Values {
			list[i] = d.convert(v, fmt.Sprintf("%s/%d", pointer, i))
		}
		return list
	case *ast.AnchorNode:
		// Known only from here on, so that no alias repeats what it stands in.
		value := d.convert(n.Value, pointer)
		d.anchors[n.Name.String()] = n.Value
		return value
	case *ast.AliasNode:
		target, ok := d.anchors[n.Value.String()]
		if !ok {
			d.fault(d.at(n), n.String(), "refers to no anchor above it")
			return nil
		}
		d.aliases++
		defer func() { d.aliases-- }()
		return d.convert(target, pointer)
	}
	return d.scalar(n)
}

// tooManyCopies reports once that aliases repeat too much.
func (d *document) tooManyCopies(n ast.Node) any {
	if d.copies == maxCopies+1 {
		d.fault(d.at(n), n.String(), "aliases repeat more than %d values; write them out", maxCopies)
	}
	return nil
}

func (d *document) scalar(n ast.Node) any {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return n.Value.Value
	case *ast.BoolNode:
		return n.Value
	case *ast.IntegerNode:
		return json.Number(fmt.Sprint(n.Value))
	case *ast.FloatNode:
		return json.Number(fmt.Sprint(n.Value))
	case *ast.NullNode:
		return nil
	}
	d.fault(d.at(n), n.String(), "cannot be used here; write it out as plain YAML")
	return nil
}

func (d *document) mapping(values []*ast.MappingValueNode, pointer string) any {
	object := map[string]any{}
	for _, v := range values {
		key := strings.TrimSpace(v.Key.GetToken().Value)
		if _, twice := object[key]; twice {
			d.fault(d.at(v.Key), key, "this key stands twice in one object; keep one")
			continue
		}
		field := pointer + "/" + escape(key)
		d.places[field+"#key"] = d.at(v.Key)
		object[key] = d.convert(v.Value, field)
	}
	return object
}

// escape returns key as a part of a JSON pointer.
func escape(key string) string { return strings.NewReplacer("~", "~0", "/", "~1").Replace(key) }

// locate returns the place of the value at pointer, or of the nearest value
// around it that the file has.
func (d *document) locate(pointer string) graph.Source {
	for {
		if at, ok := d.places[pointer]; ok {
			return at
		}
		cut := strings.LastIndexByte(pointer, '/')
		if cut < 0 {
			return graph.Source{File: d.file}
		}
		pointer = pointer[:cut]
	}
}

// decode stores the document in v, whose type must fit its schema.
func (d *document) decode(v any) error {
	text, err := json.Marshal(d.value)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, v)
}

package schema

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"tasuki/graph"
)

// Locate returns the place of the value at a JSON pointer, or of the nearest
// value around it that the file has.
func (d *Document) Locate(pointer string) graph.Source {
	if d.root == nil {
		return graph.Source{File: d.file}
	}
	n, _ := d.walk(pointer)
	return d.at(n)
}

// LocateKey returns the place of a key of the object at a JSON pointer, or of the
// nearest value around it.
func (d *Document) LocateKey(pointer, key string) graph.Source {
	if d.root == nil {
		return graph.Source{File: d.file}
	}
	n, whole := d.walk(pointer)
	if n = target(n); whole && n.Kind == yaml.MappingNode {
		if i := d.field(n, key); i >= 0 {
			return d.at(n.Content[i])
		}
	}
	return d.at(n)
}

// walk follows a JSON pointer from the root as far as there are values, and
// reports whether it came to its end.
func (d *Document) walk(pointer string) (n *yaml.Node, whole bool) {
	n = d.root
	if pointer == "" {
		return n, true
	}
	for part := range strings.SplitSeq(pointer[1:], "/") {
		inner := target(n)
		at := -1
		switch inner.Kind {
		case yaml.MappingNode:
			if at = d.field(inner, unescape(part)); at >= 0 {
				at++ // the value stands behind its key
			}
		case yaml.SequenceNode:
			if i, err := strconv.Atoi(part); err == nil {
				at = i
			}
		}
		if at < 0 || at >= len(inner.Content) {
			return n, false
		}
		n = inner.Content[at]
	}
	return n, true
}

// target returns what an alias stands for, and any other node itself.
func target(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

// field returns where in the content of a mapping a key stands first, or -1. It
// keeps an index: a lookup takes the same time in an object of any size.
func (d *Document) field(n *yaml.Node, key string) int {
	index, known := d.fields[n]
	if !known {
		index = make(map[string]int, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			name := strings.TrimSpace(n.Content[i].Value)
			if _, twice := index[name]; !twice {
				index[name] = i
			}
		}
		d.fields[n] = index
	}
	if i, ok := index[key]; ok {
		return i
	}
	return -1
}

// unescape returns the key that a part of a JSON pointer stands for.
func unescape(part string) string {
	if !strings.Contains(part, "~") {
		return part
	}
	return strings.NewReplacer("~1", "/", "~0", "~").Replace(part)
}

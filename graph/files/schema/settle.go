package schema

import "fmt"

// mistyped is the place of a value whose type is not the one that its schema
// asks for.
type mistyped struct {
	path []string
	text bool // a text belongs there
}

// Settle gives mistyped values a type that decodes, so that what is right beside
// them can be checked too. Where a text belongs a plain value becomes one, since
// something is said there; elsewhere nothing is left.
func (d *Document) Settle() {
	for _, m := range d.mistyped {
		var left any
		switch v := d.lookup(m.path).(type) {
		case nil, map[string]any, []any:
		default:
			if m.text {
				left = fmt.Sprint(v)
			}
		}
		d.put(m.path, left)
	}
}

// put replaces the value at a path that the document has.
func (d *Document) put(path []string, value any) {
	if len(path) == 0 {
		d.value = value
		return
	}
	last := len(path) - 1
	switch v := d.lookup(path[:last]).(type) {
	case map[string]any:
		v[path[last]] = value
	case []any:
		var i int
		if _, err := fmt.Sscan(path[last], &i); err == nil && i < len(v) {
			v[i] = value
		}
	}
}

package graph

import (
	"bytes"
	"encoding/json"
	"strings"
)

// repeatedKey returns the first key that stands twice in one object of valid
// JSON, case aside, and its line; 0 when there is none. The decoder would take
// the last of them in silence.
func repeatedKey(data []byte) (key string, line int) {
	type object struct {
		keys  map[string]bool // nil for a list
		value bool            // a value comes next, not a key
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	var open []object
	for {
		token, err := dec.Token()
		if err != nil {
			return "", 0
		}
		top := len(open) - 1
		if name, isText := token.(string); isText && top >= 0 && open[top].keys != nil && !open[top].value {
			folded := strings.ToLower(name)
			if open[top].keys[folded] {
				return name, 1 + bytes.Count(data[:dec.InputOffset()], []byte("\n"))
			}
			open[top].keys[folded], open[top].value = true, true
			continue
		}
		switch token {
		case json.Delim('{'):
			open = append(open, object{keys: map[string]bool{}})
			continue
		case json.Delim('['):
			open = append(open, object{})
			continue
		case json.Delim('}'), json.Delim(']'):
			open = open[:top]
			top--
		}
		if top >= 0 {
			open[top].value = false
		}
	}
}

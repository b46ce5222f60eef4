package assistant

import (
	"encoding/json"

	"tasuki/graph/said"
)

// bindable returns a value of JSON as the database takes it: whole numbers as such, lists of
// texts as these.
func bindable(v any) (any, error) {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n, nil
		}
		x, err := v.Float64()
		if err != nil {
			return nil, said.Errorf("%s is no number that the database holds; use a smaller one", shortened(v.String()))
		}
		return x, nil
	case []any:
		list, words := make([]any, len(v)), []string{}
		for i, e := range v {
			var err error
			if list[i], err = bindable(e); err != nil {
				return nil, err
			}
			if text, ok := e.(string); ok {
				words = append(words, text)
			}
		}
		if len(words) == len(list) {
			return words, nil
		}
		return list, nil
	case map[string]any:
		object := make(map[string]any, len(v))
		for k, e := range v {
			var err error
			if object[k], err = bindable(e); err != nil {
				return nil, err
			}
		}
		return object, nil
	}
	return v, nil
}

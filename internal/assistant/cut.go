package assistant

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// cut says that a list of an answer is not whole.
type cut struct {
	List string `json:"list"` // its keys from the top, with dots between them; [] stands for any entry of a list
	Of   int    `json:"of"`   // how many entries the longest such list has
	Kept int    `json:"kept"` // the most that are kept of each
}

// fitted returns an answer as JSON of at most [maxAnswer] bytes, and which of its lists are
// cut for that. All lists are cut to the same length, the longest of 512, 256, ... with which
// it fits. It takes time in proportion to the answer.
func fitted(a structured) ([]byte, []cut, error) {
	data, err := encoded(a)
	if err != nil || len(data) <= maxAnswer {
		return data, nil, err
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var value map[string]any
	if err := d.Decode(&value); err != nil {
		return nil, nil, err
	}
	for most := 512; ; most /= 2 {
		cuts := map[string]cut{}
		short := shorter(value, "", most, cuts).(map[string]any)
		list := []cut{}
		for _, path := range slices.Sorted(maps.Keys(cuts)) {
			list = append(list, cuts[path])
		}
		if most == 0 && len(list) > 100 {
			list = list[:100]
		}
		short["cut"] = list
		if data, err = encoded(short); err != nil || len(data) <= maxAnswer || most == 0 {
			return data, list, err
		}
	}
}

// longestText is how many bytes of one text are kept where an answer is cut.
const longestText = 4_000

// shorter returns a value whose lists have at most so many entries.
func shorter(v any, path string, most int, cuts map[string]cut) any {
	switch v := v.(type) {
	case string:
		if len(v) > longestText {
			return strings.ToValidUTF8(v[:longestText], "") + "…"
		}
		return v
	case []any:
		if len(v) > most {
			c := cuts[path]
			cuts[path] = cut{path, max(c.Of, len(v)), most}
			v = v[:most]
		}
		list := make([]any, len(v))
		for i, e := range v {
			list[i] = shorter(e, path+"[]", most, cuts)
		}
		return list
	case map[string]any:
		object := make(map[string]any, len(v))
		for k, e := range v {
			object[k] = shorter(e, strings.TrimPrefix(path+"."+k, "."), most, cuts)
		}
		return object
	}
	return v
}

package schema

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"sync"
)

// rule is what a schema asks of a value, in the keywords of JSON Schema that defs
// uses. Libraries for all of JSON Schema compile its own schemas whenever the program
// starts, which takes longer than most commands do.
type rule struct {
	never bool // the schema false, which nothing fits

	Description          string
	Default              any
	Ref                  string `json:"$ref"`
	Type                 oneOrMore
	Enum                 []string
	Properties           map[string]*rule
	PatternProperties    map[string]*rule
	AdditionalProperties *rule
	Required             []string
	MinProperties        int
	Items                *rule
	MaxItems             *int
	MinLength            int
	Pattern              *regexp.Regexp
	Minimum, Maximum     *int64

	keys *regexp.Regexp // the only pattern of PatternProperties
}

// oneOrMore is a text or a list of them.
type oneOrMore []string

// UnmarshalJSON takes a text for a list of one.
func (l *oneOrMore) UnmarshalJSON(text []byte) error {
	if text[0] == '"' {
		text = append(append([]byte{'['}, text...), ']')
	}
	return json.Unmarshal(text, (*[]string)(l))
}

// UnmarshalJSON refuses keywords that are not known here.
func (r *rule) UnmarshalJSON(text []byte) error {
	if string(text) == "false" {
		r.never = true
		return nil
	}
	type plain rule
	in := json.NewDecoder(bytes.NewReader(text))
	in.DisallowUnknownFields()
	if err := in.Decode((*plain)(r)); err != nil {
		return err
	}
	for pattern := range r.PatternProperties {
		r.keys = regexp.MustCompile(pattern)
	}
	return nil
}

// rules are what the definitions ask for, by their names.
var rules = sync.OnceValue(func() map[string]*rule {
	var all map[string]*rule
	if err := json.Unmarshal(defs, &all); err != nil {
		panic(err)
	}
	return all
})

// referred returns the rule that a reference names.
func (r *rule) referred() *rule { return rules()[strings.TrimPrefix(r.Ref, "#/$defs/")] }

// of returns the rule for the value of a key, or nil where anything fits.
func (r *rule) of(key string) *rule {
	if property, ok := r.Properties[key]; ok {
		return property
	}
	if r.keys != nil && r.keys.MatchString(key) {
		return r.PatternProperties[r.keys.String()]
	}
	return r.AdditionalProperties
}

package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"tasuki/internal/seeds"
)

// compiled returns the published schema of a kind as the library reads it.
func compiled(t *testing.T, kind string) *jsonschema.Schema {
	t.Helper()
	text, err := Of(kind)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("tasuki:"+kind, doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("tasuki:" + kind)
}

// differences returns where a value differs from a schema, and how, as the library sees
// it, but for numbers where a text belongs.
func differences(e *jsonschema.ValidationError) (list []string) {
	for _, cause := range e.Causes {
		list = append(list, differences(cause)...)
	}
	if len(e.Causes) > 0 {
		return list
	}
	at := ""
	for _, part := range e.InstanceLocation {
		at += "/" + Escape(part)
	}
	switch k := e.ErrorKind.(type) {
	case *kind.AdditionalProperties:
		for range k.Properties {
			list = append(list, "")
		}
		return list
	case *kind.Required:
		return []string{""}
	case *kind.Type:
		if k.Got == "number" && slices.Contains(k.Want, "string") && !slices.Contains(k.Want, "integer") {
			return nil
		}
	}
	return []string{at}
}

// TestCheckedAsTheLibraryDoes holds the check of documents to what a library for all of
// JSON Schema finds in them.
func TestCheckedAsTheLibraryDoes(t *testing.T) {
	faulty, fitting := 0, 0
	for _, kind := range Kinds() {
		schema := compiled(t, kind)
		for seed := range seeds.Each(4000) {
			r := rand.New(rand.NewPCG(seed, 0))
			text, err := json.Marshal(valueLike(r, rules()[kind], 0))
			if err != nil {
				t.Fatal(err)
			}
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if value == nil {
				continue // an empty file is an empty object
			}
			var want []string
			var invalid *jsonschema.ValidationError
			if errors.As(schema.Validate(value), &invalid) {
				want = differences(invalid)
			}
			d := Parse("x.json", text)
			d.Check(kind)
			got := slices.Sorted(maps.Keys(d.unfit))
			pointers := slices.DeleteFunc(slices.Compact(slices.Sorted(slices.Values(want))), func(at string) bool { return at == "" })
			if got = slices.DeleteFunc(got, func(at string) bool { return at == "" }); !slices.Equal(got, pointers) || d.faults.Count() != len(want) {
				t.Fatalf("-seed=%d: %s %s\nhas %d faults, at %q; the library finds %d, at %q:\n%v", seed, kind, text, d.faults.Count(), got, len(want), pointers, d.faults.Problems())
			}
			if len(want) > 0 {
				faulty++
			} else {
				fitting++
			}
		}
	}
	if seeds.All() && (faulty < 1000 || fitting < 1000) {
		t.Errorf("%d documents fit and %d do not; want many of each", fitting, faulty)
	}
}

// misfits are values that fit in few places.
var misfits = []any{nil, true, 1.5, -3, 0, 1e21, 99999, "", "x y", []any{}, []any{1}, map[string]any{}, map[string]any{"zz": 1}}

// valueLike returns a value of which most fits a rule.
func valueLike(r *rand.Rand, want *rule, depth int) any {
	if want.Ref != "" {
		return valueLike(r, want.referred(), depth)
	}
	if r.IntN(60) == 0 {
		return misfits[r.IntN(len(misfits))]
	}
	if want.Enum != nil {
		return want.Enum[r.IntN(len(want.Enum))]
	}
	if want.Type == nil {
		return "any"
	}
	switch want.Type[r.IntN(len(want.Type))] {
	case "object":
		return objectLike(r, want, depth)
	case "array":
		list := make([]any, r.IntN(3))
		if want.MaxItems != nil && r.IntN(8) == 0 {
			list = make([]any, *want.MaxItems+r.IntN(2))
		}
		for i := range list {
			list[i] = valueLike(r, want.Items, depth+1)
		}
		return list
	case "integer":
		return 1 + r.IntN(3)
	case "boolean":
		return true
	}
	if want.Pattern != nil {
		return []string{"09:30", "7", "B", "7-9", "7-"}[r.IntN(5)]
	}
	return strings.Repeat("t", 1+r.IntN(2))
}

func objectLike(r *rand.Rand, want *rule, depth int) any {
	object := map[string]any{}
	for _, key := range slices.Sorted(maps.Keys(want.Properties)) {
		if slices.Contains(want.Required, key) && r.IntN(40) > 0 || r.IntN(2+depth) == 0 {
			object[key] = valueLike(r, want.Properties[key], depth+1)
		}
	}
	if keys := []string{"1", "AB", "zz~/"}; want.keys != nil {
		key := keys[r.IntN(len(keys))]
		object[key] = valueLike(r, want.PatternProperties[want.keys.String()], depth+1)
	}
	if more := want.AdditionalProperties; more != nil && (!more.never || r.IntN(40) == 0) {
		object["more"] = valueLike(r, more, depth+1)
	}
	return object
}

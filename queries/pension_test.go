package queries_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"testing"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/neo4jstore"
	"tasuki/internal/golden"
	"tasuki/queries"
)

// given are values of the parameters that have no default, for the example.
var given = map[string]any{
	"organization":  "ops",
	"organizations": []string{"ops"},
	"flow":          "hardware-fault",
	"task":          "3-22",
}

// TestPension runs every query on the example and compares the rows with those
// in testdata, element IDs apart.
func TestPension(t *testing.T) {
	s := connect(t)
	g, err := files.Open(t.Context(), "../examples/pension", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	name := load(t, s, g.Dataset())
	for _, q := range queries.All() {
		t.Run(q.Name, func(t *testing.T) {
			params := map[string]any{"dataset": name}
			for _, p := range q.Params[1:] {
				if p.Required {
					params[p.Name] = given[p.Name]
				}
			}
			a := ask(t, s, q.Name, params)
			checkShape(t, q, a)
			if again := ask(t, s, q.Name, params); !reflect.DeepEqual(a, again) {
				t.Errorf("two runs differ")
			}
			golden.Check(t, q.Name+".jsonl", lines(t, a))
		})
	}
}

// checkShape checks that an answer has the columns that the header declares,
// and that its rows are in the declared order, no two in the same place.
func checkShape(t *testing.T, q queries.Query, a answer) {
	t.Helper()
	var columns []string
	for _, c := range q.Columns {
		columns = append(columns, c.Name)
	}
	if !slices.Equal(a.columns, columns) {
		t.Errorf("query %s has the columns %v, and its header declares %v", q.Name, a.columns, columns)
		return
	}
	for i := 1; i < len(a.rows); i++ {
		c := 0
		for _, k := range q.Order {
			at := slices.Index(columns, k.Column)
			if c = compare(a.rows[i-1][at], a.rows[i][at]); k.Desc {
				c = -c
			}
			if c != 0 {
				break
			}
		}
		if c >= 0 {
			t.Errorf("query %s: rows %v and %v are not in the order of %v", q.Name, a.rows[i-1], a.rows[i], q.Order)
		}
	}
}

// compare orders values as queries do: text as IDs, lists by their elements,
// what is not known last.
func compare(a, b any) int {
	switch x := a.(type) {
	case nil:
		if b == nil {
			return 0
		}
		return 1
	case string:
		if y, ok := b.(string); ok {
			return graph.Compare(x, y)
		}
	case int64:
		return cmp.Compare(x, b.(int64))
	case float64:
		return cmp.Compare(x, b.(float64))
	case []any:
		return slices.CompareFunc(x, b.([]any), compare)
	}
	return -1
}

// lines writes rows as JSON, one by line, without what differs from load to
// load: element IDs, the name of the dataset, and digits behind the sixth.
func lines(t *testing.T, a answer) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, row := range a.rows {
		if err := enc.Encode(stable(row)); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

func stable(v any) any {
	switch v := v.(type) {
	case float64:
		return math.Round(v*1e6) / 1e6
	case []any:
		list := make([]any, len(v))
		for i, x := range v {
			list[i] = stable(x)
		}
		return list
	case neo4jstore.Path:
		var ids []any
		for _, n := range v.Nodes {
			ids = append(ids, n.Properties["id"])
		}
		for _, r := range v.Relationships {
			ids = append(ids, r.Type)
		}
		return ids
	default:
		return v
	}
}

package model

import (
	"bytes"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/storetest"
)

// TestTakeApart passes datasets through rows and back, without a database.
func TestTakeApart(t *testing.T) {
	shapes := Shapes()
	for seed := range uint64(50) {
		d := storetest.Random(seed, 30)
		taken, err := Take(d)
		if err != nil {
			t.Fatal(err)
		}
		var back Facts
		for _, s := range shapes {
			for i := range s.Count(taken) {
				ends, row := s.Put(taken, i)
				row = asStored(row)
				if s.Differs(taken, i, row) {
					t.Errorf("%s %v %v differs from itself", s.Kind, ends, row)
				}
				if err := s.Get(&back, ends, row); err != nil {
					t.Fatal(err)
				}
			}
		}
		got, err := back.Assemble()
		if err != nil {
			t.Fatal(err)
		}
		if got, want := storetest.Encode(t, got), storetest.Encode(t, d); !bytes.Equal(got, want) {
			t.Fatalf("seed %d:\n got %s\nwant %s", seed, got, want)
		}
	}
}

// asStored returns a row with the types that the driver returns.
func asStored(row []any) []any {
	for i, v := range row {
		if texts, ok := v.([]string); ok {
			list := make([]any, len(texts))
			for k, s := range texts {
				list[k] = s
			}
			row[i] = list
		}
	}
	return row
}

// TestDiffersSeesEveryColumn spoils each value of a row in turn.
func TestDiffersSeesEveryColumn(t *testing.T) {
	for seed := range uint64(5) {
		f, err := Take(storetest.Random(seed, 30))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range Shapes() {
			for i := range min(20, s.Count(f)) {
				ends, row := s.Put(f, i)
				row = asStored(row)
				for k, v := range row {
					for _, other := range []any{nil, "x", int64(-1), []any{"x"}, []any{}, false, true} {
						row[k] = other
						if same := equal(v, other); s.Differs(f, i, row) == same {
							t.Errorf("%s %v: %s is %v instead of %v, and differs = %v", s.Kind, ends, s.Columns[k], other, v, !same)
						}
					}
					row[k] = v
				}
			}
		}
	}
}

func equal(a, b any) bool {
	if list, ok := a.([]any); ok {
		other, ok := b.([]any)
		return ok && len(list) == 1 && len(other) == 1 && list[0] == other[0]
	}
	if _, ok := b.([]any); ok {
		return false
	}
	return a == b
}

func TestAssembleNamesWhatIsWrong(t *testing.T) {
	for says, f := range map[string]Facts{
		`flow "x", and there is no such flow`: {handoffs: []handoff{{"x", &graph.Handoff{From: "1", To: "2"}}}},
		`included in the flow "y"`:            {inclusions: []inclusion{{flow: "y", task: "1", start: true}}},
		"property account":                    {heads: []head{{account: "{"}}},
		"two values of phase": {
			Dataset:    graph.Dataset{Tasks: []graph.Task{{ID: "1"}}},
			phaseTasks: []membership{{"1", "a"}, {"1", "b"}},
		},
	} {
		if _, err := f.Assemble(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("assemble: %v, want an error that says %q", err, says)
		}
	}
}

func TestGetNamesWrongTypes(t *testing.T) {
	for _, s := range Shapes() {
		if s.Kind != "Task" {
			continue
		}
		row := make([]any, len(s.Columns))
		row[0], row[8] = "1", "seven"
		if err := s.Get(new(Facts), nil, row); err == nil || !strings.Contains(err.Error(), "line is seven") {
			t.Errorf("get: %v, want an error that names the property line", err)
		}
	}
}

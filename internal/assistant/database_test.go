package assistant

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tasuki/graph/neo4jstore"
	"tasuki/graph/neo4jstore/guard"
)

// database answers every statement with rows, and keeps what it was asked.
type database struct {
	statement string
	params    map[string]any
	rows      int
}

// Run answers; it refuses to write.
func (d *database) Run(_ context.Context, statement string, params map[string]any, limits neo4jstore.Limits, yield func([]string, []any) error) error {
	d.statement, d.params = statement, params
	if strings.Contains(statement, "CREATE") {
		return &guard.Refused{Reason: guard.Writes, What: "CREATE; only reading is run"}
	}
	if err := yield([]string{"id", "n"}, nil); err != nil {
		return err
	}
	for i := range d.rows {
		if i == limits.Rows {
			return &neo4jstore.Exceeded{Limit: "rows", Advice: "ask for less"}
		}
		if err := yield(nil, []any{fmt.Sprint("o", i), int64(i)}); err != nil {
			return err
		}
	}
	return nil
}

func TestAsk(t *testing.T) {
	d := &database{rows: 3}
	session := connected(t, Config{Graph: small(t), Database: d, Dataset: "demo"})
	got, r := answered[rows](t, session, "ask", object{"question": "flows-without", "params": object{"organizations": []string{"ops"}, "leads": "any"}})
	if len(got.Rows) != 3 || !got.Whole || d.params["dataset"] != "demo" || fmt.Sprint(d.params["organizations"]) != "[ops]" {
		t.Errorf("got %+v, asked with %v", got, d.params)
	}
	holds(t, r.text, "3 rows", "o0 | 0")
	d.rows = 100
	got, r = answered[rows](t, session, "ask", object{"question": "concentration", "rows": 7})
	if len(got.Rows) != 7 || got.Whole || got.Limit != "rows" {
		t.Errorf("got %+v", got)
	}
	holds(t, r.text, "The limit of rows has cut it off.")
	for _, c := range []struct {
		args object
		want string
	}{
		{object{"question": "concentrations"}, "concentration"},
		{object{"question": "concentration", "params": object{"dataset": "other"}}, "leave the parameter out"},
		{object{"question": "lead-limit", "params": object{"limit": "x"}}, "limit is x"},
		{object{"question": "flow-losses", "params": object{"leeds": "any"}}, "leeds is no parameter"},
	} {
		r := called(t, session, "ask", c.args)
		if !r.failed {
			t.Errorf("%v succeeds", c.args)
		}
		holds(t, r.text, c.want)
	}
}

func TestCypher(t *testing.T) {
	d := &database{rows: 1}
	session := connected(t, Config{Graph: small(t), Database: d, Dataset: "demo", Cypher: true})
	answered[rows](t, session, "cypher", object{"statement": "RETURN $n", "params": object{"n": 5, "x": 1.5, "l": []any{1, "a"}}})
	if d.statement != "RETURN $n" || d.params["n"] != int64(5) || d.params["x"] != 1.5 || d.params["dataset"] != "demo" || fmt.Sprint(d.params["l"]) != "[1 a]" {
		t.Errorf("asked %q with %v", d.statement, d.params)
	}
	r := called(t, session, "cypher", object{"statement": "CREATE (n)"})
	if !r.failed {
		t.Error("a statement that writes ran")
	}
	holds(t, r.text, "refused (writes)")
}

func TestNothingIsAskedWithPseudonyms(t *testing.T) {
	d := &database{rows: 1}
	session := connected(t, Config{Graph: small(t), Database: d, Dataset: "demo", Cypher: true, Redacted: true})
	for name, args := range map[string]object{"ask": {"question": "concentration"}, "cypher": {"statement": "RETURN 1"}} {
		if r := called(t, session, name, args); !r.failed || d.statement != "" {
			t.Errorf("%s: %+v, asked %q", name, r, d.statement)
		}
	}
}

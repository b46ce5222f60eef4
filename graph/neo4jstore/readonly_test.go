package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph/neo4jstore/guard"
)

// statements reads a corpus: "=== name", then the statement.
func statements(t *testing.T, file string, each func(name, statement string)) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split("\n"+string(text), "\n=== ")[1:] {
		name, statement, _ := strings.Cut(part, "\n")
		each(name, strings.TrimSuffix(statement, "\n"))
	}
}

// reading returns a database with a small dataset and its name.
func reading(t *testing.T) (*Store, string) {
	s := connect(t)
	name := newPrefix(t, s) + "reading"
	ask(t, s, neo4j.AccessModeWrite, `
		CREATE (o:Organization {dataset: $dataset, id: 'ops', name: 'Operations'}), (p:Organization {dataset: $dataset, id: 'hw', name: 'Hardware'})
		CREATE (a:Task {dataset: $dataset, id: '1', name: 'Report', name_ja: '作業一', timing: 'daily'}), (b:Task {dataset: $dataset, id: '2', name: 'Repair'})
		CREATE (o)-[:LEADS]->(a), (p)-[:LEADS]->(b), (o)-[:SUPPORTS]->(b), (a)-[:HANDS_OFF_TO {flow: 'f', kind: 'report'}]->(b)
		CREATE (f:Flow {dataset: $dataset, id: 'f', name: 'Fault'})-[:INCLUDES {start: true}]->(a), (f)-[:INCLUDES {goal: true}]->(b)`, name)
	return s, name
}

// ask runs a statement without any guard and returns its rows.
func ask(t *testing.T, s *Store, mode neo4j.AccessMode, statement, dataset string) [][]any {
	t.Helper()
	rows, err := tryToAsk(s, mode, statement, dataset)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func tryToAsk(s *Store, mode neo4j.AccessMode, statement, dataset string) ([][]any, error) {
	ctx := context.Background()
	session := s.session(ctx, mode)
	defer session.Close(ctx)
	result, err := session.Run(ctx, statement, map[string]any{"dataset": dataset})
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(ctx)
	var rows [][]any
	for _, r := range records {
		rows = append(rows, r.Values)
	}
	return rows, err
}

// contents returns what an attack could have changed: the dataset, anything
// called evil, the schema and the users.
func contents(t *testing.T, s *Store, dataset string) [][]any {
	t.Helper()
	var all [][]any
	for _, statement := range []string{
		"MATCH (n {dataset: $dataset}) OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n), properties(n), type(r), properties(r), m.id ORDER BY elementId(n), elementId(r)",
		"MATCH (n:Evil) RETURN count(n)",
		"CALL db.labels() YIELD label WHERE label = 'Evil' RETURN label",
		"SHOW INDEXES YIELD name, properties WHERE name IN ['evil', 'tasuki_Task'] RETURN name, properties ORDER BY name",
		"SHOW USERS",
	} {
		all = append(all, ask(t, s, neo4j.AccessModeRead, statement, dataset)...)
	}
	return all
}

func count(rows *int) func([]string, []any) error {
	return func(_ []string, row []any) error {
		if row != nil {
			*rows++
		}
		return nil
	}
}

func TestAttacksAreRefused(t *testing.T) {
	s, dataset := reading(t)
	before, n := contents(t, s, dataset), 0
	statements(t, "testdata/attacks.txt", func(name, statement string) {
		n++
		rows := 0
		err := s.Run(t.Context(), statement, map[string]any{"dataset": dataset}, Limits{Timeout: 20 * time.Second}, count(&rows))
		var refused *guard.Refused
		switch reason, _, _ := strings.Cut(name, ": "); {
		case !errors.As(err, &refused):
			t.Errorf("%s: got the error %v, want a refusal", name, err)
		case string(refused.Reason) != reason:
			t.Errorf("%s: refused with %v", name, err)
		case rows > 0:
			t.Errorf("%s: got %d rows before the refusal", name, rows)
		}
		if after := contents(t, s, dataset); !reflect.DeepEqual(before, after) {
			t.Fatalf("%s: the database is changed:\n%v\n%v", name, before, after)
		}
	})
	if n < 40 {
		t.Errorf("there are %d attacks, want at least 40", n)
	}
}

// TestReadTransactionsHold runs the attacks that write as if there were no
// guard: reading sessions alone must keep the data, schema and users.
func TestReadTransactionsHold(t *testing.T) {
	s, dataset := reading(t)
	before, n := contents(t, s, dataset), 0
	statements(t, "testdata/attacks.txt", func(name, statement string) {
		if !strings.HasPrefix(name, "writes: ") || strings.Contains(name, "read in transactions") {
			return
		}
		n++
		if _, err := tryToAsk(s, neo4j.AccessModeRead, statement, dataset); err == nil && !strings.HasPrefix(statement, "EXPLAIN") {
			t.Errorf("%s: a reading session runs it", name)
		}
		if after := contents(t, s, dataset); !reflect.DeepEqual(before, after) {
			t.Fatalf("%s: the database is changed:\n%v\n%v", name, before, after)
		}
	})
	if n < 20 {
		t.Errorf("there are %d attacks that write, want at least 20", n)
	}
}

func TestReadsPass(t *testing.T) {
	s, dataset := reading(t)
	n := 0
	statements(t, "testdata/reads.txt", func(name, statement string) {
		n++
		rows := 0
		if err := s.Run(t.Context(), statement, map[string]any{"dataset": dataset}, Limits{}, count(&rows)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if want, err := tryToAsk(s, neo4j.AccessModeRead, statement, dataset); err != nil || rows != len(want) {
			t.Errorf("%s: got %d rows, want %d (%v)", name, rows, len(want), err)
		}
	})
	if n < 30 {
		t.Errorf("there are %d reads, want at least 30", n)
	}
}

func TestRunStreams(t *testing.T) {
	s, dataset := reading(t)
	var columns []string
	var rows [][]any
	err := s.Run(t.Context(), `
		MATCH p = (o:Organization {dataset: $dataset})-[r:LEADS]->(t:Task {id: '1'})
		RETURN o, r, p, [1, 2.5, 'x', null] AS list, {day: date('2024-05-01')} AS map, duration('P1D') AS d`,
		map[string]any{"dataset": dataset}, Limits{}, func(c []string, row []any) error {
			if columns = c; row != nil {
				rows = append(rows, row)
			}
			return nil
		})
	if err != nil || len(rows) != 1 {
		t.Fatalf("got %v, %v", rows, err)
	}
	if want := []string{"o", "r", "p", "list", "map", "d"}; !reflect.DeepEqual(columns, want) {
		t.Errorf("got the columns %v, want %v", columns, want)
	}
	o, r, p := rows[0][0].(Node), rows[0][1].(Relationship), rows[0][2].(Path)
	if o.Properties["id"] != "ops" || r.Type != "LEADS" || r.Start != o.ElementID || len(p.Nodes) != 2 || len(p.Relationships) != 1 {
		t.Errorf("got %v", rows[0])
	}
	if want := []any{[]any{int64(1), 2.5, "x", nil}, map[string]any{"day": "2024-05-01"}, "P0M1DT0S"}; !reflect.DeepEqual(rows[0][3:], want) {
		t.Errorf("got %v, want %v", rows[0][3:], want)
	}
}

func TestRunStopsWithItsCaller(t *testing.T) {
	s, dataset := reading(t)
	enough, seen := errors.New("enough"), 0
	err := s.Run(t.Context(), "UNWIND range(1, 100000) AS x RETURN x", nil, Limits{Rows: 100_000}, func(_ []string, row []any) error {
		if seen++; seen > 500 {
			return enough
		}
		return nil
	})
	if err != enough || seen != 501 {
		t.Errorf("got %v after %d calls, want %v", err, seen, enough)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = s.Run(ctx, "UNWIND range(1, 1000000000) AS x RETURN x", nil, Limits{Rows: 1 << 40}, func(_ []string, row []any) error {
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was cancelled", err)
	}
	usable(t, s, dataset)
}

func TestRunLimitsRows(t *testing.T) {
	s, dataset := reading(t)
	for _, test := range []struct{ rows, limit int }{{9, 10}, {10, 10}, {11, 10}, {100_000, 10}, {0, 10}} {
		got := 0
		err := s.Run(t.Context(), fmt.Sprintf("UNWIND range(1, %d) AS x RETURN x", test.rows), nil, Limits{Rows: test.limit}, count(&got))
		var exceeded *Exceeded
		if over := test.rows > test.limit; over != errors.As(err, &exceeded) || !over && err != nil || got != min(test.rows, test.limit) {
			t.Errorf("%d rows, limit %d: got %d and %v", test.rows, test.limit, got, err)
		}
	}
	usable(t, s, dataset)
}

// TestRunLimitsTime runs statements that would never end.
func TestRunLimitsTime(t *testing.T) {
	s, dataset := reading(t)
	for _, statement := range []string{
		"UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y UNWIND range(1, 100000) AS z RETURN count(*) AS n",
		"MATCH (a), (b), (c), (d) UNWIND range(1, 1000000000) AS x WITH a, b, c, d, x WHERE x % 1000000007 = 1 RETURN a, b, c, d",
	} {
		var exceeded *Exceeded
		rows := 0
		err := s.Run(t.Context(), statement, nil, Limits{Timeout: time.Second}, count(&rows))
		if !errors.As(err, &exceeded) || exceeded.Limit != "time" {
			t.Errorf("%s: got %v, want that it takes too long", statement, err)
		}
	}
	usable(t, s, dataset)
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(100 * time.Millisecond) {
		left := ask(t, s, neo4j.AccessModeRead, "SHOW TRANSACTIONS YIELD currentQuery AS q WHERE q STARTS WITH 'UNWIND range(1, 100000) AS x' OR q STARTS WITH 'MATCH (a), (b)' RETURN q", "")
		if len(left) == 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("the server still works on %v", left)
		}
	}
}

// TestRunLimitsMemory needs a server that limits the memory of a transaction,
// as those of scripts/neo4j do.
func TestRunLimitsMemory(t *testing.T) {
	s, dataset := reading(t)
	limit := ask(t, s, neo4j.AccessModeRead, "SHOW SETTINGS 'db.memory.transaction.max' YIELD value RETURN value", "")
	if limit[0][0] == "0B" {
		t.Skip("needs a server with a limit: scripts/neo4j start --set db.memory.transaction.max=256m")
	}
	var exceeded *Exceeded
	rows := 0
	err := s.Run(t.Context(), "UNWIND range(1, 1000000000) AS x RETURN collect(x) AS all", nil, Limits{Timeout: time.Minute}, count(&rows))
	if !errors.As(err, &exceeded) || exceeded.Limit != "memory" {
		t.Errorf("got %v, want that it takes too much memory", err)
	}
	usable(t, s, dataset)
}

// usable checks that the server answers others.
func usable(t *testing.T, s *Store, dataset string) {
	t.Helper()
	rows := 0
	if err := s.Run(t.Context(), "MATCH (t:Task {dataset: $dataset}) RETURN t", map[string]any{"dataset": dataset}, Limits{}, count(&rows)); err != nil || rows != 2 {
		t.Errorf("afterwards: got %d rows and %v, want 2", rows, err)
	}
}

func TestRunErrors(t *testing.T) {
	s, _ := reading(t)
	for statement, want := range map[string]string{
		"RETURN 1 / 0 AS x":                 "/ by zero",
		"MATCH (t:Task) RETURN":             "Invalid input",
		"MATCH (t:Task {id: $id}) RETURN t": "Expected parameter(s): id",
		"RETURN size(3) AS x":               "Type mismatch",
	} {
		err := s.Run(t.Context(), statement, nil, Limits{}, func([]string, []any) error { return nil })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want an error with %q", statement, err, want)
		}
	}
}

// TestMalformed expects the places in the statement as it was written.
func TestMalformed(t *testing.T) {
	s, _ := reading(t)
	for statement, want := range map[string]string{
		"MATCH (n) RETRUN n":    "(line 1, column 11 (offset: 10))\n\"MATCH (n) RETRUN n\"\n           ^",
		"MATCH (n)\n  RETRUN n": "(line 2, column 3 (offset: 12))\n\"  RETRUN n\"\n   ^",
		"MATCH (n) RETURN m":    "Variable `m` not defined (line 1, column 18 (offset: 17))",
		"MATCH (n) WHERE n.set = m.create RETURN $delete + :merge": "line 1",
		"RETURN 'SET' /* CREATE */ AS":                             "line 1",
		"MATCH (t:Task {id: $id}) RETURN t":                        "Expected parameter(s): id",
	} {
		var wrong *guard.Malformed
		err := s.Run(t.Context(), statement, nil, Limits{}, func([]string, []any) error { return nil })
		if !errors.As(err, &wrong) || !strings.Contains(wrong.What, want) {
			t.Errorf("%s: got %v, want that it is malformed: %s", statement, err, want)
		}
	}
	for _, statement := range []string{"CREATE (:Evil", "MATCH (n) set n.x = RETURN n", "MATCH (n) CALL (n) { DELETE n } RETRUN n", "LOAD CSV FROM"} {
		var refused *guard.Refused
		if err := s.Run(t.Context(), statement, nil, Limits{}, func([]string, []any) error { return nil }); !errors.As(err, &refused) {
			t.Errorf("%s: got %v, want a refusal", statement, err)
		}
	}
}

func clears(statement string) bool {
	_, err := guard.Read(statement)
	return err == nil
}

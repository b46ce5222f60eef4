package neo4jstore

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// TestSizeOf compares what is counted with what is printed.
func TestSizeOf(t *testing.T) {
	long := strings.Repeat("x", 100_000)
	node := Node{"4:a:1", []string{"Task", long}, map[string]any{"id": "1", "basis": []any{long, int64(1)}}}
	link := Relationship{"5:a:1", "LEADS", "4:a:1", "4:a:2", map[string]any{"reason": long}}
	for _, v := range []any{
		nil, true, int64(1) << 60, 0.1, "", long, []byte(long), []any{long, []any{long}}, map[string]any{long: long, "b": nil},
		node, link, Path{[]Node{node, node}, []Relationship{link}}, make([]any, 100_000),
	} {
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if n := sizeOf(v); n < int64(len(text))/3 || n > int64(len(text))*2+20 {
			t.Errorf("%T of %d bytes counts as %d", v, len(text), n)
		}
	}
}

// TestRunLimitsBytes asks for answers of few rows and many bytes.
func TestRunLimitsBytes(t *testing.T) {
	s, dataset := reading(t)
	for statement, most := range map[string]int{
		"UNWIND range(1, 100000) AS x RETURN reduce(s = 'x', i IN range(1, 20) | s + s) AS long":         3,
		"RETURN reduce(s = 'x', i IN range(1, 23) | s + s) AS long":                                      0,
		"RETURN range(1, 1000000) AS list":                                                               0,
		"UNWIND range(1, 1000) AS x RETURN {a: range(1, 5000), b: {c: range(1, 5000)}} AS map":           40,
		"UNWIND range(1, 2000) AS x WITH collect(x) AS all UNWIND all AS x RETURN all, x":                200,
		"PROFILE UNWIND range(1, 100000) AS x RETURN reduce(s = 'x', i IN range(1, 20) | s + s) AS long": 0,
	} {
		rows := 0
		err := s.Run(t.Context(), statement, nil, Limits{Bytes: 3 << 20}, count(&rows))
		var exceeded *Exceeded
		if !errors.As(err, &exceeded) || exceeded.Limit != "bytes" || rows > most {
			t.Errorf("%s: got %d rows and %v, want that it is over the limit of bytes", statement, rows, err)
		}
	}
	rows := 0
	if err := s.Run(t.Context(), "RETURN range(1, 100000) AS list", nil, Limits{Bytes: 3 << 20}, count(&rows)); err != nil || rows != 1 {
		t.Errorf("below the limit: got %d rows and %v", rows, err)
	}
	usable(t, s, dataset)
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(100 * time.Millisecond) {
		left := ask(t, s, neo4j.AccessModeRead, "SHOW TRANSACTIONS YIELD currentQuery AS q WHERE q CONTAINS 'reduce(s = ' AND NOT q CONTAINS 'SHOW' RETURN q", "")
		if len(left) == 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("the server still works on %v", left)
		}
	}
}

package queries_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"testing"
	"time"

	"tasuki/graph"
	"tasuki/graph/neo4jstore"
	"tasuki/queries"
)

// connect opens the database that the environment names.
func connect(t testing.TB) *neo4jstore.Store {
	t.Helper()
	uri := os.Getenv("TASUKI_NEO4J_URI")
	if uri == "" {
		t.Skip(`needs a database: set -a; eval "$(scripts/neo4j start)"; set +a; go test ./queries`)
	}
	address, err := neo4jstore.ParseAddress(uri)
	if err != nil {
		t.Fatal(err)
	}
	login, err := neo4jstore.LoginFrom(os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	s, err := neo4jstore.Open(t.Context(), address, login, neo4jstore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	return s
}

// load stores d under a name that no other test uses, and returns that name. At
// the end the dataset is dropped.
func load(t testing.TB, s *neo4jstore.Store, d graph.Dataset) string {
	t.Helper()
	name := "test of queries/" + t.Name()
	if _, err := s.Replace(t.Context(), name, d); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		// A test that loads several has dropped it already.
		if _, err := s.Drop(context.Background(), name, true); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Error(err)
		}
	})
	return name
}

// answer is what a query says.
type answer struct {
	columns []string
	rows    [][]any
}

// ask runs a query of the catalogue.
func ask(t testing.TB, s *neo4jstore.Store, name string, params map[string]any) answer {
	t.Helper()
	q, err := queries.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	bound, err := q.Bind(params)
	if err != nil {
		t.Fatal(err)
	}
	var a answer
	err = s.Run(t.Context(), q.Cypher, bound, neo4jstore.Limits{Timeout: time.Minute}, func(columns []string, row []any) error {
		a.columns = columns
		if row != nil {
			a.rows = append(a.rows, row)
		}
		return nil
	})
	if err != nil {
		t.Fatalf("query %s: %v", name, err)
	}
	return a
}

package neo4jstore

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tasuki/graph"
	"tasuki/graph/storetest"
)

// server returns the address and the login of the server that the tests use,
// or skips the test.
func server(t testing.TB) (Address, Login) {
	t.Helper()
	uri := os.Getenv("TASUKI_NEO4J_URI")
	if uri == "" {
		t.Skip(`no Neo4j: set -a; eval "$(scripts/neo4j start)"; set +a; or run ./scripts/test`)
	}
	a, err := ParseAddress(uri)
	if err != nil {
		t.Fatal(err)
	}
	l, err := LoginFrom(os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	return a, l
}

// connect returns a store on that server.
func connect(t testing.TB) *Store {
	t.Helper()
	a, l := server(t)
	s, err := Open(t.Context(), a, l, Options{Batch: 50})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	return s
}

// newPrefix returns the beginning of dataset names that no other run uses, and
// deletes those datasets at the end.
func newPrefix(t testing.TB, s *Store) string {
	t.Helper()
	prefix := fmt.Sprintf("test %s %d/", t.Name(), time.Now().UnixNano())
	t.Cleanup(func() {
		ctx := context.Background()
		session := s.session(ctx, neo4j.AccessModeWrite)
		defer session.Close(ctx)
		result, err := session.Run(ctx, `
			MATCH (n) WHERE n.dataset STARTS WITH $prefix
			CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS`, map[string]any{"prefix": prefix})
		if err == nil {
			_, err = result.Consume(ctx)
		}
		if err != nil {
			t.Error(err)
		}
	})
	return prefix
}

// query runs a statement and returns its rows.
func query(t testing.TB, s *Store, statement string, parameters map[string]any) [][]any {
	t.Helper()
	result, err := neo4j.ExecuteQuery(t.Context(), s.driver, statement, parameters, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase(s.database))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]any
	for _, r := range result.Records {
		rows = append(rows, r.Values)
	}
	return rows
}

func TestStore(t *testing.T) {
	s := connect(t)
	storetest.Run(t, func(*testing.T) graph.Store { return s }, newPrefix(t, s))
}

package neo4jstore

import (
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// TestExplainAtCommit says what became of a dataset whose commit failed.
func TestExplainAtCommit(t *testing.T) {
	memory := &neo4j.Neo4jError{
		Code: "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
		Msg:  "The allocation of an extra 2.0 MiB would use more than the limit 64.0 MiB. Currently using 64.0 MiB. dbms.memory.transaction.total.max threshold reached",
	}
	for _, c := range []struct {
		err  error
		says []string
	}{
		{memory, []string{"raise dbms.memory.transaction.total.max to 192m or more", "server.memory.heap.max_size", "of which it has taken 51841", "nothing was changed"}},
		{&neo4j.TransactionExecutionLimit{Errors: []error{&neo4j.ConnectivityError{}, memory}}, []string{"raise dbms.memory.transaction.total.max to 192m", "nothing was changed"}},
		{&neo4j.Neo4jError{Code: "Neo.ClientError.Schema.ConstraintValidationFailed"}, []string{"nothing was changed"}},
		{&neo4j.Neo4jError{Code: "Neo.DatabaseError.Transaction.TransactionCommitFailed", Msg: "no space"}, []string{"no space", "what it was or all of the new one"}},
	} {
		w := &writer{state: state{total: 51841, written: 51841, committing: true}}
		err := w.explain(t.Context(), c.err)
		for _, words := range c.says {
			if !strings.Contains(err.Error(), words) {
				t.Errorf("%v, want %q", err, words)
			}
		}
	}
}

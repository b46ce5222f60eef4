package neo4jstore

import (
	"errors"
	"slices"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/db"
)

// TestEveryBranchIsGuarded puts what is refused into each place of a plan.
func TestEveryBranchIsGuarded(t *testing.T) {
	leaf := func(operator string) db.Plan { return db.Plan{Operator: operator + "@neo4j"} }
	for _, evil := range []string{"LoadCSV", "Create", "TerminateTransactions", "ShowSettings", "NobodyKnows", "AllNodesScan@system"} {
		for place := range 3 {
			branches := []db.Plan{leaf("AllNodesScan"), leaf("AllNodesScan"), leaf("AllNodesScan")}
			branches[place] = leaf(evil)
			var refused *Refused
			if err := guardOperators(&db.Plan{Operator: "Apply@neo4j", Children: branches}, "neo4j"); !errors.As(err, &refused) {
				t.Errorf("%s in place %d: got %v, want a refusal", evil, place, err)
			}
		}
	}
}

// TestPlanOfBranches reads a plan whose branches differ from a server.
func TestPlanOfBranches(t *testing.T) {
	s := connect(t)
	var got []any
	err := s.Run(t.Context(), "EXPLAIN MATCH (a) UNWIND [1] AS b RETURN a UNION MATCH (a:Task) RETURN a UNION RETURN 1 AS a", nil, Limits{}, func(_ []string, row []any) error {
		if row != nil {
			got = append(got, row[2])
		}
		return nil
	})
	for _, operator := range []any{"AllNodesScan", "Unwind", "NodeByLabelScan"} {
		if err != nil || !slices.Contains(got, operator) {
			t.Errorf("got %v, %v, want %s among them", got, err, operator)
		}
	}
}

// TestUnknownPlanIsNone keeps a plan that cannot be seen from passing.
func TestUnknownPlanIsNone(t *testing.T) {
	var refused *Refused
	if err := guardPlan(question{}, treeOf(nil), 1, "neo4j"); !errors.As(err, &refused) {
		t.Errorf("got %v, want a refusal", err)
	}
}

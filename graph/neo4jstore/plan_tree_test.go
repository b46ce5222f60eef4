package neo4jstore

import (
	"slices"
	"testing"
)

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

// TestUnknownPlanIsNone keeps a plan that cannot be seen from looking like one.
func TestUnknownPlanIsNone(t *testing.T) {
	if plan := treeOf(nil); plan != nil {
		t.Errorf("got %v, want no plan", plan)
	}
}

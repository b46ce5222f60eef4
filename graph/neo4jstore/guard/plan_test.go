package guard

import (
	"errors"
	"testing"
)

// TestEveryBranchIsGuarded puts what is refused into each place of a plan.
func TestEveryBranchIsGuarded(t *testing.T) {
	leaf := func(operator string) Step { return Step{Operator: operator + "@neo4j"} }
	for _, evil := range []string{"LoadCSV", "Create", "TerminateTransactions", "ShowSettings", "NobodyKnows", "AllNodesScan@system"} {
		for place := range 3 {
			branches := []Step{leaf("AllNodesScan"), leaf("AllNodesScan"), leaf("AllNodesScan")}
			branches[place] = leaf(evil)
			var refused *Refused
			if err := guardOperators(&Step{Operator: "Apply@neo4j", Children: branches}, "neo4j"); !errors.As(err, &refused) {
				t.Errorf("%s in place %d: got %v, want a refusal", evil, place, err)
			}
		}
	}
}

// TestUnknownPlanIsRefused keeps a plan that cannot be seen from passing.
func TestUnknownPlanIsRefused(t *testing.T) {
	var refused *Refused
	if err := (Question{}).CheckPlan(nil, true, "neo4j"); !errors.As(err, &refused) {
		t.Errorf("got %v, want a refusal", err)
	}
}

package queries_test

import (
	"testing"

	"tasuki/analysis"
	"tasuki/queries"
)

func TestEveryFindingHasAQuery(t *testing.T) {
	for _, rule := range analysis.LintRules() {
		if _, err := queries.Get(rule.Query); err != nil {
			t.Errorf("rule %s: %v", rule.ID, err)
		}
	}
}

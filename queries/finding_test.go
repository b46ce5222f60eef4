package queries_test

import (
	"testing"

	"tasuki/analysis/findings"
	"tasuki/queries"
)

func TestEveryFindingHasAQuery(t *testing.T) {
	for _, rule := range findings.LintRules() {
		if _, err := queries.Get(rule.Query); err != nil && rule.Query != "" {
			t.Errorf("rule %s: %v", rule.ID, err)
		}
	}
}

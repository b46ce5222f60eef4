package main

import (
	"testing"

	"tasuki/analysis"
	"tasuki/queries"
)

// TestEveryFindingNamesItsQuery holds the rules to the catalogue.
func TestEveryFindingNamesItsQuery(t *testing.T) {
	for _, rule := range analysis.LintRules() {
		if _, err := queries.Get(rule.Query); err != nil {
			t.Errorf("rule %s: %v", rule.ID, err)
		}
	}
}

package findings

import (
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
)

// Severity says how much a finding matters.
type Severity string

// The severities, least first.
const (
	Info   Severity = "info"   // worth knowing; nothing need be done
	Low    Severity = "low"    // a departure from good form without effect on anybody's loss
	Medium Severity = "medium" // makes work stall or leaves open who acts
	High   Severity = "high"   // work that nobody answers for, or that one loss stops
)

// AtLeast reports whether s is as severe as limit, or more. Nothing is at least what is no
// severity.
func (s Severity) AtLeast(limit Severity) bool {
	return severity(limit) >= 0 && severity(s) >= severity(limit)
}

// Finding is a judgement about valid data.
type Finding struct {
	Rule      string // one of [LintRules]
	Severity  Severity
	Subject   rules.Subject
	Message   Statement
	Evidence  []string // IDs of tasks; for flow-stopped-by-organization, of flows; by ID, but for flow-stopped-by-task in the order of the way
	Certainty placement.Certainty
	DependsOn []string      // tasks with an uncertain mark that it depends on, by ID
	Assumes   []rules.Rules // under which it is another, and that may hold since nobody declared them
	Query     string        // the query of the catalogue that reproduces it, as in LintRule
}

package findings

import (
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/wording"
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

// Finding is a judgement about valid data.
type Finding struct {
	Rule      string              `json:"rule"` // one of [LintRules]
	Severity  Severity            `json:"severity"`
	Subject   rules.Subject       `json:"subject"`
	Message   wording.Statement   `json:"message"`
	Evidence  []string            `json:"evidence"` // IDs of tasks; for flow-stopped-by-organization, of flows; by ID, but for flow-stopped-by-task in the order of the way
	Certainty placement.Certainty `json:"certainty"`
	DependsOn []string            `json:"depends_on"` // tasks with an uncertain mark that it depends on, by ID
	Query     string              `json:"query"`      // the query of the catalogue that reproduces it, as in LintRule
}

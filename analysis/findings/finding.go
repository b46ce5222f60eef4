package findings

import (
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/acceptance"
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

// Off is the severity of findings that a team has switched off: they are counted, and not
// listed. It is less than all others.
const Off Severity = "off"

// AtLeast reports whether s is as severe as limit, or more. Nothing is at least what is no
// severity.
func (s Severity) AtLeast(limit Severity) bool {
	return severity(limit) >= 0 && severity(s) >= severity(limit)
}

// Finding is a judgement about valid data.
type Finding struct {
	ID        string // see [Identifier]
	Rule      string // one of [LintRules]
	Part      string // of a finding about tasks that a decision divides, the scope that it is about, such as "task 3-24"
	Severity  Severity
	Usual     Severity // what the rule itself says, where a decision has changed it
	Subject   rules.Subject
	Message   Statement
	Evidence  []string // IDs of tasks; for flow-stopped-by-organization, of flows; by ID, but for flow-stopped-by-task in the order of the way
	Certainty placement.Certainty
	DependsOn []string      // tasks with an uncertain mark that it depends on, by ID
	Assumes   []rules.Rules // under which it is another, and that may hold since nobody declared them
	Query     string        // the query of the catalogue that reproduces it, as in LintRule

	Acceptance *Acceptance // nil: nobody has accepted it
}

// AcceptanceState says whether an acceptance holds.
type AcceptanceState string

// The states of acceptances.
const (
	Accepted  AcceptanceState = "accepted"   // on the date asked for
	Expired   AcceptanceState = "expired"    // before that date: the finding counts again
	NotJudged AcceptanceState = "not-judged" // since no date was given; the acceptance is taken to hold
)

// Acceptance says that a team lives with a finding.
type Acceptance struct {
	Reason  graph.Name      `json:"reason"`
	Owner   graph.Name      `json:"owner"`   // who answers for it; empty where names are left out
	Expires acceptance.Date `json:"expires"` // the last day on which it holds
	State   AcceptanceState `json:"state"`
}

// Counts reports whether a finding is one that is to be dealt with: it is neither accepted
// nor switched off.
func (f Finding) Counts() bool {
	return f.Severity != Off && (f.Acceptance == nil || f.Acceptance.State == Expired)
}

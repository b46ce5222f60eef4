package analysis

import "tasuki/graph"

// Severity says how much a finding matters.
type Severity string

// The severities, least first.
const (
	Info   Severity = "info"   // worth knowing; nothing need be done
	Low    Severity = "low"    // a departure from good form without effect on anybody's loss
	Medium Severity = "medium" // makes work stall or leaves open who acts
	High   Severity = "high"   // work that nobody answers for, or that one loss stops
)

// SubjectKind says what sort of thing a finding is about.
type SubjectKind string

// The kinds of subject.
const (
	AboutDataset      SubjectKind = "dataset"
	AboutOrganization SubjectKind = "organization"
	AboutTask         SubjectKind = "task"
	AboutFlow         SubjectKind = "flow"
)

// Subject is what a finding is about. ID is empty for the dataset as a whole.
type Subject struct {
	Kind SubjectKind `json:"kind"`
	ID   string      `json:"id"`
}

// Finding is a judgement about valid data.
type Finding struct {
	Rule      string    `json:"rule"` // one of [LintRules]
	Severity  Severity  `json:"severity"`
	Subject   Subject   `json:"subject"`
	Message   Statement `json:"message"`
	Evidence  []string  `json:"evidence"` // IDs of tasks; for flow-stopped-by-organization, of flows; by ID, but for flow-stopped-by-task in the order of the way
	Certainty Certainty `json:"certainty"`
	DependsOn []string  `json:"depends_on"` // tasks with an uncertain mark that it depends on, by ID
	Query     string    `json:"query"`      // the query of the catalogue that reproduces it, as in LintRule
}

// Findings returns everything that the rules find, severest first, then in the
// order of [LintRules]. A rule about tasks gives one finding with all of them as
// evidence; a rule about organizations or flows gives one for each, by ID. Only
// flow-stopped-by-organization puts those first that stop most flows, and
// lead-limit those that lead most.
func Findings(g *graph.Graph, o Options) []Finding { return Analyze(g, o).Findings }

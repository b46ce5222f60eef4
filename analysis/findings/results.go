package findings

import (
	"tasuki/analysis/bottleneck"
	"tasuki/analysis/certainty"
	"tasuki/analysis/concentration"
	"tasuki/analysis/criticality"
	"tasuki/analysis/escalation"
	"tasuki/analysis/inference"
	"tasuki/analysis/loss"
	"tasuki/analysis/observation"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
)

// Review is everything that is computed about a graph.
type Review struct {
	Basis
	Headlines []Headline
	Actions   []Action // what to do first
	Findings  []Finding
	Figures
}

// Basis is what a review is about, and by which rules.
type Basis struct {
	Name    graph.Name         `json:"name"`
	Hash    string             `json:"hash"`              // the SHA-256 of the canonical JSON of the facts
	Version string             `json:"version,omitempty"` // of the program
	Asked   bool               `json:"-"`                 // the facts are those of a server, which can be asked
	Options rules.Options      `json:"options"`           // with the defaults filled in
	Rules   rules.RulesInForce `json:"rules"`
	Totals  Totals             `json:"totals"`
}

// Figures are the results of all analyses.
type Figures struct {
	Bottleneck     bottleneck.Bottleneck         `json:"bottleneck"`
	Concentrations []concentration.Concentration `json:"concentrations"`
	Losses         []loss.Loss                   `json:"losses"`
	LossSets       loss.LossSets                 `json:"loss_sets"`
	FlowSPOFs      []spof.FlowSPOF               `json:"flow_spofs"`
	Structure      spof.Structure                `json:"structure"`
	Escalations    []escalation.Escalation       `json:"escalations"` // every flow, by ID, nobody absent
	Certainties    certainty.Certainties         `json:"certainties"`
	Inference      inference.Inference           `json:"inference"`          // what the conclusions about flows hang on besides marks
	Observed       *observation.Observation      `json:"observed,omitempty"` // what an event log shows; left out: none was read

	Providers   criticality.ProviderTriggers `json:"providers"`   // the two questions of DORA, Article 29(1)
	Criticality criticality.Criticality      `json:"criticality"` // of each organization but the clients
}

// Totals counts the facts.
type Totals struct {
	Organizations int `json:"organizations"`
	Tasks         int `json:"tasks"`
	Assignments   int `json:"assignments"`
	LeadMarks     int `json:"lead_marks"`
	SupportMarks  int `json:"support_marks"`

	AccountableMarks int `json:"accountable_marks,omitempty"`

	Uncertain int `json:"uncertain"`        // marks
	Unread    int `json:"unread,omitempty"` // cells among the marks that could not be read
	Flows     int `json:"flows"`
	Handoffs  int `json:"handoffs"` // distinct pairs of tasks
	Supplies  int `json:"supplies"`
}

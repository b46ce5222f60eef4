package analysis

import (
	"sync"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/certainty"
	"tasuki/analysis/concentration"
	"tasuki/analysis/criticality"
	"tasuki/analysis/escalation"
	"tasuki/analysis/findings"
	"tasuki/analysis/flow"
	"tasuki/analysis/inference"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
)

// ConcentrationReview is what `tasuki analyze concentration` prints: how the lead
// is spread, and how much depends on those who are hard to replace.
type ConcentrationReview struct {
	Scopes      []concentration.Concentration `json:"scopes"`      // all tasks first
	Providers   criticality.ProviderTriggers  `json:"providers"`   // the two questions of DORA, Article 29(1)
	Criticality criticality.Criticality       `json:"criticality"` // of each organization
}

// ReviewConcentration computes all of it.
func ReviewConcentration(g *graph.Graph, o rules.Options) ConcentrationReview {
	return ConcentrationReview{concentration.Concentrations(g), criticality.ProviderTriggersOf(g), criticality.Criticalities(g, o)}
}

// CertaintyReview is what `tasuki analyze certainty` prints: which conclusions depend on
// uncertain marks, and which on inferred handoffs.
type CertaintyReview struct {
	certainty.Certainties
	Inference inference.Inference `json:"inference"` // what the conclusions about flows hang on besides marks
}

// ReviewCertainty computes all of it.
func ReviewCertainty(g *graph.Graph, o rules.Options) CertaintyReview {
	return CertaintyReview{certainty.CertaintiesOf(g, o), inference.Of(g, o)}
}

// Findings returns everything that the rules find, severest first, then in the
// order of [findings.LintRules]. A rule about tasks gives one finding with all of them as
// evidence; a rule about organizations or flows gives one for each, by ID. Only
// flow-stopped-by-organization puts those first that stop most flows, and
// lead-limit those that lead most.
func Findings(g *graph.Graph, o rules.Options) []findings.Finding { return Analyze(g, o).Findings }

// Analyze computes everything about g.
func Analyze(g *graph.Graph, o rules.Options) findings.Review {
	o = o.WithDefaults()
	hash, err := graph.Hash(g.Dataset())
	if err != nil {
		panic(err) // the facts of a graph can be encoded
	}
	// How sure all is takes the longest of the analyses.
	var certainties certainty.Certainties
	var beside sync.WaitGroup
	beside.Go(func() { certainties = certainty.CertaintiesOf(g, o) })
	r := findings.Review{Basis: findings.Basis{Name: g.Dataset().Name, Hash: hash, Options: o, Rules: rules.InForce(g, o), Totals: totals(g)}, Figures: findings.Figures{
		Bottleneck:     bottleneck.Bottlenecks(g, o),
		Concentrations: concentration.Concentrations(g),
		Providers:      criticality.ProviderTriggersOf(g),
		Criticality:    criticality.Criticalities(g, o),
		Losses:         loss.Losses(g, o),
		LossSets:       loss.LossSetsOf(g, o),
		FlowSPOFs:      spof.SPOFs(g, o),
		Escalations:    escalation.OwnEscalations(g, o),
		Structure:      spof.StructureOf(g),
		Inference:      inference.Of(g, o),
	}}
	beside.Wait()
	r.Certainties = certainties
	r.Findings = findings.Lint(&r, g)
	r.Headlines = findings.Headlines(g, r)
	r.Actions = findings.Actions(g, r)
	return r
}

func totals(g *graph.Graph) findings.Totals {
	d := g.Dataset()
	t := findings.Totals{
		Organizations: len(d.Organizations), Tasks: len(d.Tasks), Assignments: len(d.Assignments),
		Flows: len(d.Flows), Handoffs: len(flow.DistinctHandoffs(g)), Supplies: len(d.Supplies), Unread: len(g.Unread()),
	}
	for _, a := range d.Assignments {
		switch a.Role {
		case graph.Lead:
			t.LeadMarks++
		case graph.Accountable:
			t.AccountableMarks++
		case graph.Support:
			t.SupportMarks++
		}
		if a.Reading == graph.Uncertain {
			t.Uncertain++
		}
	}
	return t
}

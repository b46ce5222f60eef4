package difference

import (
	"tasuki/analysis"
	"tasuki/analysis/consequence"
	"tasuki/analysis/findings"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Difference is what differs between an old and a new dataset. That of a dataset and
// itself holds nothing but the figures; that of the new and the old mirrors it.
type Difference struct {
	Matches []Match  `json:"matches"` // tasks and organizations of other IDs that are taken for the same, tasks last, by the lower of the two IDs
	Changes []Change `json:"changes"` // facts, by kind in the order of [Kinds], then by what says which one it is
	Reviews

	Old      consequence.Measures `json:"old"`       // the figures of the old dataset
	New      consequence.Measures `json:"new"`       // and of the new
	OldRules rules.RulesInForce   `json:"old_rules"` // by which the old dataset is judged
	NewRules rules.RulesInForce   `json:"new_rules"` // and the new
}

// Of returns the difference of two graphs. It takes the time of both analyses, and of
// [Matches].
func Of(before, after *graph.Graph, o rules.Options) Difference {
	return between(before, after, Matches(before.Dataset(), after.Dataset()), false, o)
}

// OfPseudonyms returns the difference of two graphs with pseudonyms, by matches that were found
// while there were names: all pseudonyms are alike. Names of organizations are no
// difference. All else is as in [Of].
func OfPseudonyms(before, after *graph.Graph, m []Match, o rules.Options) Difference {
	return between(before, after, m, true, o)
}

func between(before, after *graph.Graph, m []Match, pseudonyms bool, o rules.Options) Difference {
	names := renamed(m)
	then, today := analysis.Analyze(before, o), analysis.Analyze(after, o)
	return Difference{
		Matches:  m,
		Changes:  changes(before.Dataset(), after.Dataset(), names, pseudonyms),
		Reviews:  reviews(before, after, then, today, names),
		Old:      consequence.MeasuresOf(before, o),
		New:      consequence.MeasuresOf(after, o),
		OldRules: then.Rules,
		NewRules: today.Rules,
	}
}

// Worse returns the findings that the new dataset has and the old has not, less severely
// or with less evidence.
func (d Difference) Worse() []findings.Finding {
	var list []findings.Finding
	for _, f := range d.Findings {
		if f.New != nil && (f.Old == nil || len(f.Came) > 0 || !f.Old.Severity.AtLeast(f.New.Severity)) {
			list = append(list, findings.Finding{Rule: f.Rule, Severity: f.New.Severity, Subject: rules.Subject{Kind: f.About, ID: f.New.ID}})
		}
	}
	return list
}

package difference

import (
	"slices"

	"tasuki/analysis"
	"tasuki/analysis/consequence"
	"tasuki/analysis/findings"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Reviews is what differs between two reviews.
type Reviews struct {
	Findings []FindingChange `json:"findings"` // by rule, kind and ID of the subject
	Remained int             `json:"remained"` // findings that both have, as severe

	Organizations []StandingChange `json:"organizations"` // whose share or stopped flows differ, by the lower of their IDs
	Flows         []ExposureChange `json:"flows"`         // whose single points of failure differ, by ID
}

func reviews(before, after *graph.Graph, then, today findings.Review, names renames) Reviews {
	r := Reviews{Organizations: standingChanges(before, after, then, today, names), Flows: exposureChanges(then, today)}
	r.Findings, r.Remained = findingChanges(then.Findings, today.Findings, names)
	return r
}

// Followed is what follows from changes that are not made, and what the review of what is
// left says otherwise.
type Followed struct {
	consequence.Consequences
	Reviews
}

// Follow returns what follows from changes that were laid over the dataset of a graph, as
// [consequence.Of] does, and the difference of the reviews of the dataset and of what is
// left: as if those who are missing had no marks, so that a task of which others lead a
// part counts as led. Flows that break are not among those that differ: they are in the
// groups. It takes the time of both reviews.
func Follow(g *graph.Graph, o overlay.Overlay, options rules.Options) (f Followed, err error) {
	if f.Consequences, err = consequence.Of(g, o, options); err != nil {
		return f, err
	}
	left, err := graph.New(o.Dataset)
	if err != nil {
		return f, err
	}
	f.Reviews = reviews(g, left, analysis.Analyze(g, options), analysis.Analyze(left, options), renamed(nil))
	f.Flows = slices.DeleteFunc(f.Flows, func(x ExposureChange) bool {
		return slices.ContainsFunc(f.Breaks, func(e consequence.Concerned) bool { return x.Old != nil && e.ID == x.Old.ID })
	})
	return f, nil
}

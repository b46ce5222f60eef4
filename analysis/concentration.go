package analysis

import (
	"slices"

	"tasuki/graph"
)

// ConcentrationReview is what `tasuki analyze concentration` prints: how the lead
// is spread, and how much depends on those who are hard to replace.
type ConcentrationReview struct {
	Scopes      []Concentration  `json:"scopes"`      // all tasks first
	Providers   ProviderTriggers `json:"providers"`   // the two questions of DORA, Article 29(1)
	Criticality Criticality      `json:"criticality"` // of each organization
}

// ReviewConcentration computes all of it.
func ReviewConcentration(g *graph.Graph, o Options) ConcentrationReview {
	return ConcentrationReview{Concentrations(g), ProviderTriggersOf(g), Criticalities(g, o)}
}

// Concentration says how the lead of the tasks of a scope is spread over
// organizations.
type Concentration struct {
	Scope     Scope `json:"scope"`
	Tasks     int   `json:"tasks"`      // in the scope; Led + Unled
	Led       int   `json:"led"`        // the denominator of the shares
	Unled     int   `json:"unled"`      // without any lead; excluded from the shares
	LeadMarks int   `json:"lead_marks"` // the denominator of the shares of lead marks

	// Organizations takes each organization for itself, Groups takes all that
	// have one ultimate parent ([graph.Graph.Root]) as one, under the parent's
	// ID: "closely connected". Organizations is nil when no task is led;
	// Groups is so too, and when no organization of the dataset has a parent.
	Organizations *Spread `json:"organizations"`
	Groups        *Spread `json:"groups"`
}

// Concentrations returns the concentration of every scope: all tasks, then
// phases, categories and flows by ID, timings and kinds of party in their fixed
// order (see [ScopeKind]), skipping timings of no task and kinds that lead
// none. It takes time in proportion to scopes x tasks, and for each scope with
// uncertain marks the time of their readings, of which at most 2^16 cases are
// looked at.
func Concentrations(g *graph.Graph) []Concentration {
	uncertain := map[int]group{}
	for _, gr := range ofRole(uncertainGroups(g), graph.Lead) {
		uncertain[gr.task] = gr
	}
	list := []Concentration{}
	for _, s := range scopes(g) {
		list = append(list, concentrationOf(g, s, uncertain))
	}
	return list
}

func concentrationOf(g *graph.Graph, s selection, uncertain map[int]group) Concentration {
	t := newTally(g, s)
	count := t.count()
	c := Concentration{Scope: s.Scope, Tasks: len(s.tasks), Led: count.led, Unled: len(s.tasks) - count.led, LeadMarks: count.work.marks()}
	if c.Led == 0 {
		return c
	}
	c.Organizations = newSpread(t, count, uncertain)
	if slices.ContainsFunc(g.Organizations(), func(o graph.Organization) bool { return o.Parent != "" }) {
		c.Groups = newSpread(t.grouped(), t.grouped().count(), uncertain)
	}
	return c
}

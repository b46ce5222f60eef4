package concentration

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// Concentration says how the lead of the tasks of a scope is spread over
// organizations.
type Concentration struct {
	Scope     workload.Scope `json:"scope"`
	Tasks     int            `json:"tasks"`      // in the scope; Led + Unled
	Led       int            `json:"led"`        // the denominator of the shares
	Unled     int            `json:"unled"`      // without any lead; excluded from the shares
	LeadMarks int            `json:"lead_marks"` // the denominator of the shares of lead marks

	// Organizations takes each organization for itself, Groups takes all that
	// have one ultimate parent ([graph.Graph.Root]) as one, under the parent's
	// ID: "closely connected". Organizations is nil when no task is led;
	// Groups is so too, and when no organization of the dataset has a parent.
	Organizations *Spread `json:"organizations"`
	Groups        *Spread `json:"groups"`
}

// Concentrations returns the concentration of every scope: all tasks, then
// phases, categories and flows by ID, timings and kinds of party in their fixed
// order (see [workload.ScopeKind]), skipping timings of no task and kinds that lead
// none. It takes time in proportion to scopes x tasks, and for each scope with
// uncertain marks the time of their readings, of which at most 2^16 cases are
// looked at.
func Concentrations(g *graph.Graph) []Concentration {
	uncertain := map[int]placement.Group{}
	for _, gr := range placement.OfRole(placement.UncertainGroups(g), graph.Lead) {
		uncertain[gr.Task] = gr
	}
	list := []Concentration{}
	for _, s := range workload.Scopes(g) {
		list = append(list, concentrationOf(g, s, uncertain))
	}
	return list
}

func concentrationOf(g *graph.Graph, s workload.Selection, uncertain map[int]placement.Group) Concentration {
	t := newTally(g, s)
	count := t.Count()
	c := Concentration{Scope: s.Scope, Tasks: len(s.Tasks), Led: count.led, Unled: len(s.Tasks) - count.led, LeadMarks: count.work.Marks()}
	if c.Led == 0 {
		return c
	}
	c.Organizations = newSpread(t, count, uncertain)
	if slices.ContainsFunc(g.Organizations(), func(o graph.Organization) bool { return o.Parent != "" }) {
		c.Groups = newSpread(t.grouped(), t.grouped().Count(), uncertain)
	}
	return c
}

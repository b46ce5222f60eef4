package rules

import (
	"tasuki/graph"
)

// Rules are the two rules that a result was computed under.
type Rules struct {
	Leads   graph.LeadRule    `json:"leads"`
	Support graph.SupportRule `json:"support"`
}

// RulesInForce are the rules that conclusions rest on, and where they are from.
type RulesInForce struct {
	Rules
	LeadsAssumed   bool `json:"leads_assumed"`   // neither the dataset nor the options say it
	SupportAssumed bool `json:"support_assumed"` // neither the dataset nor the options say it
}

// InForce returns the rules of the options where they are set, otherwise those
// that the dataset declares. A rule that neither states is assumed to be the
// strict one, `each` or `none`: it finds every loss that any other reading
// finds.
func InForce(g *graph.Graph, o Options) RulesInForce {
	declared := g.Rules()
	r := RulesInForce{Rules: Rules{Leads: o.Leads, Support: o.Support}}
	if r.Leads == "" {
		r.Leads = declared.Leads
	}
	if r.Support == "" {
		r.Support = declared.Support
	}
	if r.Leads == "" {
		r.Leads, r.LeadsAssumed = graph.EachLead, true
	}
	if r.Support == "" {
		r.Support, r.SupportAssumed = graph.NoSupport, true
	}
	return r
}

// EveryRules returns all four readings of the rules, first of them the given
// one, the others in the order any before each, fallback before none.
func EveryRules(first Rules) []Rules {
	all := []Rules{first}
	for _, l := range []graph.LeadRule{graph.AnyLead, graph.EachLead} {
		for _, s := range []graph.SupportRule{graph.Fallback, graph.NoSupport} {
			if r := (Rules{Leads: l, Support: s}); r != first {
				all = append(all, r)
			}
		}
	}
	return all
}

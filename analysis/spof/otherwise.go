package spof

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Otherwise says which organizations a flow cannot do without under other rules,
// which may hold since nobody declared them.
type Otherwise struct {
	Rules         rules.Rules  `json:"rules"`
	Organizations []string     `json:"organizations"` // whose loss leaves no way, by ID
	AtEndsOnly    []string     `json:"at_ends_only"`  // those of them without whom a way would remain if they lost only tasks between the ends, by ID
	Fewest        *loss.Bounds `json:"fewest"`        // organizations of a smallest set whose loss leaves no way; null when the loss of all leaves one
}

// under returns the same facts for the rules in force.
func (s FlowSPOF) under() Otherwise {
	o := Otherwise{Rules: s.Rules, Organizations: []string{}, AtEndsOnly: []string{}}
	for _, x := range s.Organizations {
		o.Organizations = append(o.Organizations, x.Organization)
		if x.AtEndsOnly {
			o.AtEndsOnly = append(o.AtEndsOnly, x.Organization)
		}
	}
	if s.OrganizationCut != nil {
		o.Fewest = &s.OrganizationCut.Size
	}
	return o
}

// Under returns what holds under rules: those in force, or others that nobody
// declared.
func (s FlowSPOF) Under(r rules.Rules) Otherwise {
	for _, o := range s.Otherwise {
		if o.Rules == r {
			return o
		}
	}
	return s.under()
}

// addOtherwise fills in what other rules would change about organizations.
func (s *FlowSPOF) addOtherwise(g *graph.Graph, p flow.Graph, undeclared []rules.Rules) {
	now := s.under()
	for _, r := range undeclared {
		other := FlowSPOF{Rules: r}
		other.addOrganizations(g, p)
		other.OrganizationCut = organizationCut(p, g, r, other.Organizations)
		if o := other.under(); !o.same(now) {
			s.Otherwise = append(s.Otherwise, o)
		}
	}
}

// same reports whether both say the same of organizations.
func (o Otherwise) same(x Otherwise) bool {
	return slices.Equal(o.Organizations, x.Organizations) && slices.Equal(o.AtEndsOnly, x.AtEndsOnly) &&
		(o.Fewest == nil) == (x.Fewest == nil) && (o.Fewest == nil || *o.Fewest == *x.Fewest)
}

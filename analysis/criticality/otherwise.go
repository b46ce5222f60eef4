package criticality

import (
	"slices"

	"tasuki/analysis/rules"
)

// Otherwise says how critical organizations are under other rules, which may
// hold since nobody declared them.
type Otherwise struct {
	Rules  rules.Rules  `json:"rules"`
	First  []string     `json:"first"`  // the organizations that may have the highest score, by ID
	Scores []OtherScore `json:"scores"` // those that differ, in the order of the organizations
}

// OtherScore is the score of an organization under other rules.
type OtherScore struct {
	Organization string         `json:"organization"`
	Score        rules.Interval `json:"score"`    // 0 to 1, as the dataset reads
	Readings     rules.Interval `json:"readings"` // over all readings of the uncertain marks too
}

// otherwise returns what differs in x, which is computed under other rules.
func (c Criticality) otherwise(x Criticality) Otherwise {
	o := Otherwise{Rules: x.Rules, First: x.First, Scores: []OtherScore{}}
	for _, now := range c.Organizations {
		i := slices.IndexFunc(x.Organizations, func(y OrganizationCriticality) bool { return y.Organization == now.Organization })
		if y := x.Organizations[i]; y.Score != now.Score || y.Readings != now.Readings {
			o.Scores = append(o.Scores, OtherScore{y.Organization, y.Score, y.Readings})
		}
	}
	return o
}

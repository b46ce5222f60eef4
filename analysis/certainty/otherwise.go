package certainty

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
)

// Otherwise is what a conclusion is under other rules, which may hold since
// nobody declared them.
type Otherwise struct {
	Rules         rules.Rules      `json:"rules"`
	Organizations []string         `json:"organizations"` // the set, by ID
	Moves         []placement.Move `json:"moves"`         // marks that must be read otherwise for it to be another; empty: it is as the dataset reads
}

// stops asks which organizations stop one of some flows, under the rules in force
// and under those that may hold instead.
func (e *inquest) stops(c Certainties, topic Topic, about rules.Subject, flows ...flow.Graph) Conclusion {
	now := e.conclude(topic, about, newStopping(e.g, c.Rules, e.groups, flows...))
	for _, r := range c.Undeclared {
		apart := *e // whose questions are none of those that marks are checked for
		now.under(r, apart.conclude(topic, about, newStopping(e.g, r, e.groups, flows...)))
	}
	return now
}

// under takes in what the same conclusion is under other rules.
func (c *Conclusion) under(r rules.Rules, other Conclusion) {
	c.Always = slices.DeleteFunc(c.Always, func(id string) bool { return !slices.Contains(other.Always, id) })
	switch {
	case !slices.Equal(other.Organizations, c.Organizations):
		c.Otherwise = append(c.Otherwise, Otherwise{r, other.Organizations, []placement.Move{}})
		if c.Certainty != placement.Depends {
			c.Certainty = placement.Assumed
		}
	case c.Certainty == placement.Depends || other.Certainty == placement.Holds:
	case len(other.Counters) > 0:
		c.Otherwise = append(c.Otherwise, Otherwise{r, other.Counters[0].Organizations, other.Counters[0].Moves})
		c.Certainty = placement.Assumed
	case c.Certainty == placement.Holds:
		c.Certainty = placement.NotComputed
	}
}

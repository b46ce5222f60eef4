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
		e.under(&now, r, newStopping(e.g, r, e.groups, flows...))
	}
	return now
}

// under takes in what a conclusion is under other rules: the answer of the dataset
// or else a reading with another. It counts no readings, which would take as long
// again for each setting of the rules.
func (e *inquest) under(c *Conclusion, r rules.Rules, q *Blocked) {
	always := rules.OrganizationIDs(e.g, q.always)
	c.Always = slices.DeleteFunc(c.Always, func(id string) bool { return !slices.Contains(always, id) })
	assume := func(organizations []int, moves []placement.Move) {
		c.Otherwise = append(c.Otherwise, Otherwise{r, rules.OrganizationIDs(e.g, organizations), moves})
		if c.Certainty != placement.Depends {
			c.Certainty = placement.Assumed
		}
	}
	if now := q.asRead(); !slices.Equal(rules.OrganizationIDs(e.g, now), c.Organizations) {
		assume(now, []placement.Move{})
		return
	}
	if c.Certainty == placement.Depends || len(q.unsure) == 0 {
		return
	}
	switch changes, open := q.Changes(); {
	case len(changes) > 0:
		picks := changes[0].picks
		assume(q.answer(outcomesOf(e.groups, picks)), moved(e.g, e.groups, picks))
	case open && c.Certainty == placement.Holds:
		c.Certainty = placement.NotComputed
	}
}

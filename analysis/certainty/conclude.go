package certainty

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
)

// conclude asks a question whose answer is a set of organizations.
func (e *inquest) conclude(topic Topic, about rules.Subject, q question) Conclusion {
	a, open := e.ask(topic, q)
	c := Conclusion{
		Subject: about, Organizations: rules.OrganizationIDs(e.g, q.asRead()), Sureness: e.sureness(a, open),
		Always: []string{}, Members: []Member{}, Counters: []CounterReading{},
	}
	for _, x := range a.changes {
		counter := CounterReading{
			rules.OrganizationIDs(e.g, q.answer(outcomesOf(e.groups, x.picks))), moved(e.g, e.groups, x.picks),
		}
		if !slices.ContainsFunc(c.Counters, counter.equal) {
			c.Counters = append(c.Counters, counter)
		}
	}
	for org, o := range e.g.Organizations() {
		p := a.holding(org)
		if p == nil || !p.None() {
			c.Members = append(c.Members, Member{o.ID, p})
		}
		if slices.Contains(q.asRead(), org) && (c.Certainty == placement.Holds || p != nil && p.Exact && p.All()) {
			c.Always = append(c.Always, o.ID)
		}
	}
	return c
}

// equal reports whether both are the same moves: one reading may overturn a
// conclusion for two organizations.
func (c CounterReading) equal(other CounterReading) bool { return slices.Equal(c.Moves, other.Moves) }

// standings returns the proportions of the first places.
func (e *inquest) standings(places ...*placing) []Standing {
	list := []Standing{}
	for _, o := range e.g.Organizations() {
		list = append(list, Standing{Organization: o.ID})
	}
	for i, p := range places {
		a := asked{question: p}
		if p.judged == nil {
			a.answers = e.answers(p)
		}
		for org := range list {
			s := &list[org]
			*[]**placement.Proportion{&s.First, &s.Second, &s.Third}[i] = a.holding(org)
		}
	}
	return list
}

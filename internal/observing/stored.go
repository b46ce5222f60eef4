package observing

import (
	"tasuki/analysis/observation"
	"tasuki/analysis/observe"
	"tasuki/graph/neo4jstore/observed"
)

// Stored returns what of an observation a database keeps: what was seen, the declared handoffs
// that were not, and the organizations that performed tasks.
func Stored(o observation.Observation) observed.Observation {
	r, s := o.Observed, observed.Observation{Log: o.Log}
	for _, d := range r.Handoffs.Declared {
		if d.Count == 0 {
			s.Unseen = append(s.Unseen, observed.Unseen{From: d.From, To: d.To, Cases: d.FromCases, Events: d.FromEvents})
			continue
		}
		s.Handoffs = append(s.Handoffs, passing(d.From, d.To, true, d.Seen))
	}
	for _, u := range r.Handoffs.Undeclared {
		s.Handoffs = append(s.Handoffs, passing(u.From, u.To, false, u.Seen))
	}
	for _, e := range r.Network.Edges {
		s.Handovers = append(s.Handovers, observed.Passing{From: e.From, To: e.To, Declared: e.Declared, Count: e.Count, Cases: e.Cases, P50: e.Wait.P50, P90: e.Wait.P90})
	}
	for _, p := range r.Performers.Pairs {
		s.Performed = append(s.Performed, observed.Performed{
			Organization: p.Organization, Task: p.Task, Standing: string(p.Standing), Events: p.Events, Cases: p.Cases, First: p.First, Last: p.Last,
		})
	}
	return s
}

func passing(from, to string, declared bool, s observe.Seen) observed.Passing {
	return observed.Passing{From: from, To: to, Declared: declared, Count: s.Count, Cases: s.Cases, First: s.First, Last: s.Last, P50: s.Wait.P50, P90: s.Wait.P90}
}

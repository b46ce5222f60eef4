// Package observation puts together all that is known of an event log beside a dataset.
package observation

import (
	"tasuki/analysis/observe"
	"tasuki/analysis/socialnetwork"
	"tasuki/graph"
	"tasuki/graph/eventlog"
)

// Observation is all that is known of a log beside a dataset.
type Observation struct {
	Log      string               `json:"log"`            // the name of its file
	Account  eventlog.Account     `json:"account"`        // how it was read
	Observed observe.Result       `json:"observed"`       // what it shows of the dataset
	Social   socialnetwork.Result `json:"social_network"` // who works with whom
}

// Of compares a log with g, as [observe.Compare] and [socialnetwork.Compute] do; next is
// told when the second begins. The error is that of the log.
func Of(g *graph.Graph, name string, log eventlog.Log, a eventlog.Account, m *eventlog.Map, next func()) (o Observation, err error) {
	o = Observation{Log: name, Account: a}
	if o.Observed, err = observe.Compare(g, log, m); err != nil {
		return o, err
	}
	next()
	o.Social, err = socialnetwork.Compute(g, log, m, socialnetwork.Options{Beta: beta, Depth: depth})
	return o, err
}

// beta and depth are how much less each event in between counts in a handover, and how far
// apart two events may be: half is the factor of the examples of the paper, and a handover
// over more than five events would count for less than a sixteenth.
const (
	beta  = 0.5
	depth = 5
)

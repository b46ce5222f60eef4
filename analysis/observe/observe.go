package observe

import (
	"tasuki/graph"
	"tasuki/graph/eventlog"
)

// ExactWaits is how many measured waits of a pair are held, so that quantiles are exact.
const ExactWaits = 1024

// WaitError is the largest relative error of a quantile of more waits.
const WaitError = 1.0 / 128

// Compare passes once through the cases of a log. The error is that of the log. It takes
// time in proportion to the events, each with the handoffs that lead to and from its task,
// and memory in proportion to pairs of names, whatever the number of events.
func Compare(g *graph.Graph, log eventlog.Log, m *eventlog.Map) (Result, error) {
	return Result{}, nil
}

// ProposeMinutes returns the waits of declared handoffs as a draft of their minutes, by flow,
// from, to, branch, kind; of no flow last. Handoffs without a measured wait are left out.
func ProposeMinutes(r Result) []Minutes { return nil }

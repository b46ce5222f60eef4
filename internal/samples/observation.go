package samples

import (
	"tasuki/analysis/observe"
	"tasuki/analysis/socialnetwork"
	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/internal/logtext"
	"tasuki/render/observed"
)

// relayLog is a log of the tasks of [RelayGraph] and of others: handoffs declared and not,
// performers with a mark and without, a case that goes back, and events of nobody.
const relayLog = `
a, 1, a, 2026-01-05T09:00
a, 2, b, 2026-01-05T09:20
a, 3, a, 2026-01-05T10:00
b, 1, a, 2026-01-06T09:00
b, 3, b, 2026-01-06T09:45
b, 1, , 2026-01-06T10:00
c, 2, c, 2026-02-06T09:00
c, 4, zz, 2026-02-07T09:00
c, other, b,
`

// Observation returns what a small log shows of a graph.
func Observation(g *graph.Graph) observed.Observation {
	log, err := logtext.Parse(relayLog)
	if err != nil {
		panic(err) // the text is above
	}
	return ObservationOf(g, log)
}

// ObservationOf returns what a log in memory shows of a graph.
func ObservationOf(g *graph.Graph, log *logtext.Log) observed.Observation {
	m := logtext.Map(g, log.Names())
	o := observed.Observation{Log: "log.csv", Account: eventlog.Account{
		Format: "csv", Zone: "UTC", Columns: eventlog.Columns{Case: "case", Activity: "activity", Organization: "performer", Time: "time"},
	}}
	for _, c := range log.List() {
		o.Account.Cases++
		o.Account.Events += int64(len(c.Events))
	}
	o.Account.LeftOut = []eventlog.LeftOut{{Reason: eventlog.UnreadTime, Count: 1, First: []int64{o.Account.Events + 1}, Value: "soon"}}
	o.Account.Rows = o.Account.Events + 1
	o.Observed, _ = observe.Compare(g, log, m) // a log in memory has no error
	o.Social, _ = socialnetwork.Compute(g, log, m, socialnetwork.Options{Beta: 0.5, Depth: 5})
	return o
}

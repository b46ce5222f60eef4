package samples

import (
	"tasuki/analysis/observation"
	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/internal/logtext"
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
func Observation(g *graph.Graph) observation.Observation {
	log, err := logtext.Parse(relayLog)
	if err != nil {
		panic(err) // the text is above
	}
	return ObservationOf(g, log)
}

// ObservationOf returns what a log in memory shows of a graph.
func ObservationOf(g *graph.Graph, log *logtext.Log) observation.Observation {
	m := logtext.Map(g, log.Names())
	a := eventlog.Account{
		Format: "csv", Zone: "UTC", Columns: eventlog.Columns{Case: "case", Activity: "activity", Organization: "performer", Time: "time"},
	}
	for _, c := range log.List() {
		a.Cases++
		a.Events += int64(len(c.Events))
	}
	a.LeftOut = []eventlog.LeftOut{{Reason: eventlog.UnreadTime, Count: 1, First: []int64{a.Events + 1}, Value: "soon"}}
	a.Rows = a.Events + 1
	o, err := observation.Of(g, "log.csv", log, a, m, func() {})
	if err != nil {
		panic(err) // a log in memory has no error
	}
	return o
}

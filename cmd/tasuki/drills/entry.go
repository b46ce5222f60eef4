package drills

import (
	"errors"
	"slices"
	"strings"
	"time"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/internal/flagvalue"
)

// minutes is how a record writes a time.
const minutes = "2006-01-02T15:04"

// latest is the time of day where the day is furthest on, as a record writes it:
// what is later has not come anywhere yet.
func latest(now time.Time) string {
	return now.In(time.FixedZone("", 14*60*60)).Format(minutes)
}

// Today is the day on the clock of this machine, as a record writes it.
func Today(now time.Time) string { return now.Format(time.DateOnly) }

// checkTimes fails when entries are of a time that has not come.
func checkTimes(entries []drill.Entry, now time.Time) error {
	var faults []error
	for i, e := range entries {
		if e.Time > latest(now) {
			faults = append(faults, said.Errorf("entry %d, %s of flow %q: %q is in the future (it is %s UTC); correct the time, or the clock of this machine",
				i+1, handoff(e.From, e.To), e.Flow, e.Time, now.UTC().Format(minutes)))
		}
	}
	return errors.Join(faults...)
}

// checkDeclared fails when the graph does not declare the handoff of an entry,
// and names what it declares that is most like it.
func checkDeclared(g *graph.Graph, e drill.Entry) error {
	if e.Declared(g) {
		return nil
	}
	flow, ok := g.Flow(e.Flow)
	if !ok {
		var ids []string
		for _, f := range g.Flows() {
			ids = append(ids, f.ID)
		}
		return said.Errorf("no flow is called %q (%s); correct --flow", e.Flow, flagvalue.Nearest(e.Flow, ids))
	}
	var faults []error
	tasks := graph.FlowTasks(flow)
	for _, end := range []struct{ flag, id string }{{"--from", e.From}, {"--to", e.To}} {
		if slices.Contains(tasks, end.id) {
			continue
		}
		what := "no task is called %q in the flow %q"
		if _, known := g.TaskIndex(end.id); known {
			what = "the task %q is not in the flow %q"
		}
		faults = append(faults, said.Errorf(what+" (%s); correct %s", end.id, flow.ID, flagvalue.Nearest(end.id, tasks), end.flag))
	}
	if len(faults) > 0 {
		return errors.Join(faults...)
	}
	return said.Errorf("the flow %q declares no handoff %s (%s); correct the IDs", flow.ID, handoff(e.From, e.To), handoffsAt(flow, e))
}

// handoffsAt lists the handoffs that a flow declares from the one end of an entry
// and to the other.
func handoffsAt(f graph.Flow, e drill.Entry) said.Note {
	var list []string
	for _, h := range f.Handoffs {
		if label := handoff(h.From, h.To); (h.From == e.From || h.To == e.To) && !slices.Contains(list, label) {
			list = append(list, label)
		}
	}
	if len(list) == 0 {
		return said.Notef("none from %s or to %s", e.From, e.To)
	}
	return said.Notef("it declares %s", strings.Join(list, ", "))
}

func handoff(from, to string) string { return from + " -> " + to }

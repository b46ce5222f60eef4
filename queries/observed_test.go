package queries_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"tasuki/analysis/observation"
	"tasuki/analysis/observe"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/neo4jstore/observed"
	"tasuki/internal/logtext"
	"tasuki/internal/observing"
	"tasuki/internal/seeds"
)

// seen are the queries about what event logs show.
func seen(r observe.Result) map[string]expectation {
	return map[string]expectation{
		"observed-not-declared": {columns: []string{"log", "from", "to", "count", "cases", "first", "last"}, rows: func(_ subject, row func(...any)) {
			for _, u := range r.Handoffs.Undeclared {
				row("log", u.From, u.To, u.Count, u.Cases, instant(u.First), instant(u.Last))
			}
		}},
		"declared-not-observed": {columns: []string{"log", "from", "to", "cases", "events"}, rows: func(_ subject, row func(...any)) {
			for _, d := range r.Handoffs.Declared {
				if d.Count == 0 {
					row("log", d.From, d.To, d.FromCases, d.FromEvents)
				}
			}
		}},
		"slowest-observed-handoffs": {columns: []string{"log", "from", "to", "p50", "p90", "declared_minutes", "count"}, rows: func(_ subject, row func(...any)) {
			for _, d := range r.Handoffs.Declared {
				var stated []int
				for _, x := range d.Declarations {
					if x.Minutes != nil {
						stated = append(stated, *x.Minutes)
					}
				}
				var least any
				if len(stated) > 0 {
					least = slices.Min(stated)
				}
				if d.Wait.P50 != nil {
					row("log", d.From, d.To, d.Wait.P50, d.Wait.P90, least, d.Count)
				}
			}
			for _, u := range r.Handoffs.Undeclared {
				if u.Wait.P50 != nil {
					row("log", u.From, u.To, u.Wait.P50, u.Wait.P90, nil, u.Count)
				}
			}
		}},
		"performed-without-mark": {columns: []string{"log", "organization", "task", "events", "cases"}, rows: func(_ subject, row func(...any)) {
			for _, p := range r.Performers.Pairs {
				if p.Standing == observe.Unmarked {
					row("log", p.Organization, p.Task, p.Events, p.Cases)
				}
			}
		}},
	}
}

func instant(microseconds *int64) any {
	if microseconds == nil {
		return nil
	}
	return time.UnixMicro(*microseconds).UTC().Format(time.RFC3339Nano)
}

// TestAgreesOnLogs compares the questions about event logs with what was computed, on random
// logs.
func TestAgreesOnLogs(t *testing.T) {
	s := connect(t)
	compared := map[string]int{}
	for seed := range seeds.Each(60) {
		d := randomDataset(seed)
		r := rand.New(rand.NewPCG(seed, 3))
		for i := range d.Flows {
			for j := range d.Flows[i].Handoffs {
				d.Flows[i].Handoffs[j].Minutes = r.IntN(4)
			}
		}
		g, err := graph.New(d)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		name := load(t, s, g.Dataset())
		hash, err := graph.Hash(g.Dataset())
		if err != nil {
			t.Fatal(err)
		}
		l := randomLog(g, r)
		result, err := observe.Compare(g, l, logtext.Map(g, l.Names()))
		if err != nil {
			t.Fatal(err)
		}
		kept := observing.Stored(observation.Observation{Log: "log", Observed: result})
		if err := observed.Replace(t.Context(), s, name, hash, kept); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for query, rows := range compareEach(t, s, name, newSubject(g, rules.Options{}, ""), map[string]bool{}, seen(result)) {
			compared[query] += rows
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	for query := range seen(observe.Result{}) {
		t.Logf("%s: %d rows", query, compared[query])
		if compared[query] == 0 || seeds.All() && compared[query] < 20 {
			t.Errorf("query %s: only %d rows were compared; the test shows too little", query, compared[query])
		}
	}
}

// randomLog returns a log of any tasks, performed by anybody, one after the other.
func randomLog(g *graph.Graph, r *rand.Rand) *logtext.Log {
	l := &logtext.Log{}
	row := int64(0)
	for i := range 4 {
		at := int64(r.IntN(1000)-500) * 3_600_000_000
		for range 1 + r.IntN(6) {
			row++
			at += int64(r.IntN(3)) * 90_500_000
			l.Add(fmt.Sprint("c", i), g.Tasks()[r.IntN(len(g.Tasks()))].ID, g.Organizations()[r.IntN(len(g.Organizations()))].ID, at, row)
		}
	}
	l.Sort()
	return l
}

package observe_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"testing"

	"tasuki/analysis/observe"
	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/logtext"
)

// TestDivisionsAgree shares cases out to three collectors by chance, merges them in turn, and
// compares every byte with the result of one.
func TestDivisionsAgree(t *testing.T) {
	eachRandomLog(t, 300, func(t *testing.T, g *graph.Graph, l *logtext.Log) {
		m := logtext.Map(g, l.Names())
		whole := observe.NewCollector(g, m)
		first := observe.NewCollector(g, m)
		parts := []*observe.Collector{first, first.Twin(), first.Twin()}
		r := rand.New(rand.NewPCG(uint64(len(l.List())), 5))
		for _, c := range l.List() {
			whole.Add(c)
			parts[r.IntN(len(parts))].Add(c)
		}
		parts[1].Merge(parts[2])
		parts[0].Merge(parts[1])
		want, got := encoded(t, whole.Result(l.Names())), encoded(t, parts[0].Result(l.Names()))
		if got != want {
			t.Fatalf("divided\n%s\nwhole\n%s", got, want)
		}
	})
}

func encoded(t *testing.T, r observe.Result) string {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// broken is a log that ends in an error.
type broken struct {
	*logtext.Log
	err error
}

func (b broken) Cases() eventlog.Cases {
	return func(yield func(eventlog.Case, error) bool) {
		for c := range b.Log.Cases() {
			if !yield(c, nil) {
				return
			}
		}
		yield(eventlog.Case{}, b.err)
	}
}

func TestErrorsOfTheLogAreHandedOn(t *testing.T) {
	g := graphtext.Graph(t, bruteforce.Diamond)
	l := broken{logtext.Read(t, "a, 1, agency, 0\n"), errors.New("row 2 is torn")}
	if _, err := observe.Compare(g, l, logtext.Map(g, l.Names())); !errors.Is(err, l.err) {
		t.Errorf("the error is %v", err)
	}
}

// TestEmptyLog has nothing to divide by, and knows nothing rather than 0.
func TestEmptyLog(t *testing.T) {
	g := graphtext.Graph(t, bruteforce.Diamond)
	r := compare(t, g, &logtext.Log{})
	if p := r.Handoffs.PairPrecision; p.Percent != nil || r.Performers.Lead.Percent != nil || r.Flows[0].Explained.Percent != nil || r.Log.First != nil {
		t.Errorf("something is known of nothing: %+v", r)
	}
	if r.Handoffs.PairRecall.Percent == nil || r.Handoffs.ReachedRecall.Percent != nil {
		t.Errorf("no handoff was reached: %+v", r.Handoffs)
	}
}

package observe_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tasuki/analysis/observe"
	"tasuki/analysis/socialnetwork"
	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/internal/graphtext"
)

// large is a log of the shape of BPIC 2019: 250,000 cases with 1.6 M events of 42 activities
// by 600 performers, made as it is passed through.
type large struct {
	cases int
	names eventlog.Names
}

func (l *large) Names() *eventlog.Names { return &l.names }

func (l *large) Cases() eventlog.Cases {
	return func(yield func(eventlog.Case, error) bool) {
		r := rand.New(rand.NewPCG(1, 1))
		ids := make([]string, 1000)
		for i := range ids {
			ids[i] = fmt.Sprint("case", i)
		}
		var events []eventlog.Event
		row := int64(0)
		for i := range l.cases {
			events = events[:0]
			at := int64(r.IntN(365)) * 24 * 3600 * 1e6
			for j := range 2 + r.IntN(9) {
				row++
				at += int64(r.IntN(1e9))
				events = append(events, eventlog.Event{Activity: uint32((j + r.IntN(3)) % 42), Performer: uint32(r.IntN(20) + i%30*20), Time: at, Row: row})
			}
			if !yield(eventlog.Case{ID: ids[i%len(ids)], Events: events}, nil) {
				return
			}
		}
	}
}

func newLarge(b *testing.B) (*graph.Graph, *large, *eventlog.Map) {
	var text strings.Builder
	text.WriteString("rules each none\n")
	for i := range 42 {
		fmt.Fprintf(&text, "%d: o%d* o%d\n", i+1, i%20, i%7+7)
	}
	text.WriteString("flow f from 1 to 12: 1")
	for i := 2; i <= 12; i++ {
		fmt.Fprintf(&text, " -> %d", i)
	}
	g := graphtext.Graph(b, text.String()+", 1 -@side?-> 20 -> 21, 3 -@other?-> 5\nhandoffs: 30 -> 31\n")
	l := &large{cases: 250_000}
	m := &eventlog.Map{}
	for i := range 42 {
		l.names.Activities = append(l.names.Activities, fmt.Sprint("activity ", i))
		task, _ := g.TaskIndex(fmt.Sprint(i + 1))
		m.Tasks = append(m.Tasks, task)
	}
	for i := range 600 {
		l.names.Performers = append(l.names.Performers, fmt.Sprint("user ", i))
		m.Organizations = append(m.Organizations, i%20)
	}
	b.ReportAllocs()
	b.ResetTimer()
	return g, l, m
}

// BenchmarkLog is what it takes to make the log alone.
func BenchmarkLog(b *testing.B) {
	_, l, _ := newLarge(b)
	for b.Loop() {
		for range l.Cases() {
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	g, l, m := newLarge(b)
	for b.Loop() {
		if _, err := observe.Compare(g, l, m); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCollect takes the log in on one goroutine.
func BenchmarkCollect(b *testing.B) {
	g, l, m := newLarge(b)
	for b.Loop() {
		c := observe.NewCollector(g, m)
		for one := range l.Cases() {
			c.Add(one)
		}
		c.Result(l.Names())
	}
}

func BenchmarkSocialNetwork(b *testing.B) {
	for _, o := range []socialnetwork.Options{{}, {Causal: true}, {Beta: 0.5, Depth: 5}} {
		b.Run(fmt.Sprintf("%v/%d/%v", o.Beta, o.Depth, o.Causal), func(b *testing.B) {
			g, l, m := newLarge(b)
			for b.Loop() {
				if _, err := socialnetwork.Compute(g, l, m, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package logpass

import (
	"sync"

	"tasuki/graph/eventlog"
)

// batchEvents is how many events, or cases, are handed to a goroutine at once; of events one
// case more.
const batchEvents = 4096

// Collector takes cases in. What several have taken in, in whatever division, is the same
// once they are merged.
type Collector[C any] interface {
	Add(one eventlog.Case)
	Merge(other C)
}

// batch holds cases, whose events whoever reads the log takes back for the next.
type batch struct {
	events []eventlog.Event
	ends   []int
	ids    []string
}

// Spread shares cases out to collectors, each on a goroutine of its own, and merges them into
// the first. Whoever is free takes the next cases, which changes nothing in what is collected.
// The error is that of the cases; it ends the pass, and leaves the collectors as they are.
func Spread[C Collector[C]](to []C, cases eventlog.Cases) error {
	work, free := make(chan *batch), make(chan *batch, 2*len(to))
	for range cap(free) {
		free <- &batch{}
	}
	var done sync.WaitGroup
	for _, c := range to {
		done.Go(func() {
			for b := range work {
				begin := 0
				for i, end := range b.ends {
					c.Add(eventlog.Case{ID: b.ids[i], Events: b.events[begin:end:end]})
					begin = end
				}
				free <- b
			}
		})
	}
	err := fill(work, free, cases)
	close(work)
	done.Wait()
	if err != nil {
		return err
	}
	for _, c := range to[1:] {
		to[0].Merge(c)
	}
	return nil
}

func fill(work chan<- *batch, free <-chan *batch, cases eventlog.Cases) error {
	b := <-free
	for c, err := range cases {
		if err != nil {
			return err
		}
		b.events = append(b.events, c.Events...)
		b.ends = append(b.ends, len(b.events))
		b.ids = append(b.ids, c.ID)
		if len(b.events) >= batchEvents || len(b.ends) >= batchEvents {
			work <- b
			b = <-free
			b.events, b.ends, b.ids = b.events[:0], b.ends[:0], b.ids[:0]
		}
	}
	work <- b
	return nil
}

package csvlog

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"sync"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/eventlog/tally"
	"tasuki/graph/said"
)

// Read hands over the runs of rows of one case, in their order; see package gather. It
// takes linear time on all processors, and memory for a few blocks.
func (l *Log) Read(ctx context.Context, run func(id []byte, events []eventlog.Event) error) error {
	t := &taker{log: l, run: run}
	if err := l.pass(ctx, false, t.take); err != nil {
		return err
	}
	l.completes = t.tally.Completes
	l.Passed(&t.tally)
	l.account.Rows, l.account.Events, l.account.LeftOut = t.rows, t.events, t.tally.List()
	notes := t.tally.Notes(l.head.slots[slotTime] >= 0, l.head.slots[slotOrganization] >= 0)
	l.account.Notes = slices.Concat(l.head.notes, notes)
	return nil
}

// survey looks at all time stamps.
func (l *Log) survey(ctx context.Context) (seen stamp.Survey, err error) {
	err = l.pass(ctx, true, func(b *block) error {
		seen.Merge(b.survey)
		return nil
	})
	return seen, err
}

// pass reads the table and hands its blocks to take, in order.
func (l *Log) pass(ctx context.Context, surveys bool, take func(*block) error) error {
	f, err := l.open()
	if err != nil {
		return err
	}
	defer f.Close()
	ctx, stop := context.WithCancel(ctx)
	workers := max(1, runtime.GOMAXPROCS(0))
	blocks := 2*workers + 2
	free, work, order := make(chan *block, blocks), make(chan *block, blocks), make(chan *block, blocks)
	for range blocks {
		free <- &block{}
	}
	var all sync.WaitGroup
	defer all.Wait()
	defer stop()
	var failed error
	all.Go(func() { failed = (&splitter{in: f, size: l.block}).split(ctx, free, work, order) })
	for i := range workers {
		w := l.worker(i, surveys)
		all.Go(func() {
			for b := range work {
				if ctx.Err() == nil {
					w.read(b)
				}
				b.done <- struct{}{}
			}
		})
	}
	if err := l.inOrder(ctx, order, free, take); err != nil {
		return err
	}
	all.Wait()
	return errors.Join(failed, ctx.Err())
}

// inOrder takes blocks as they stand in the table.
func (l *Log) inOrder(ctx context.Context, order <-chan *block, free chan<- *block, take func(*block) error) error {
	lines, size := 1, int64(0)
	for b := range order {
		<-b.done
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if b.err != nil {
			return said.Errorf("line %d: %w", lines+bytes.Count(b.data[:b.at], []byte{'\n'}), b.err)
		}
		if err := take(b); err != nil {
			return err
		}
		lines += bytes.Count(b.data, []byte{'\n'})
		if size += int64(len(b.data)); l.options.Progress != nil {
			l.options.Progress(size)
		}
		free <- b
	}
	return nil
}

// taker puts the blocks of a pass together.
type taker struct {
	log    *Log
	run    func(id []byte, events []eventlog.Event) error
	rows   int64
	events int64
	tally  tally.Tally
	known  [2][][]numbered // by kind and worker, by the number that the worker gave
}

// numbered is a text of a worker, and its number in the log once an event has it.
type numbered struct {
	text   string
	number uint32
}

const unnumbered = eventlog.Nobody - 1

func (t *taker) take(b *block) error {
	for kind, fresh := range b.fresh {
		for b.worker >= len(t.known[kind]) {
			t.known[kind] = append(t.known[kind], nil)
		}
		for _, text := range fresh {
			t.known[kind][b.worker] = append(t.known[kind][b.worker], numbered{text, unnumbered})
		}
	}
	if err := t.number(b); err != nil {
		return err
	}
	t.tally.Merge(b.tally, t.rows)
	t.rows += b.rows
	t.events += int64(len(b.events))
	events := b.events
	for _, r := range b.runs {
		if err := t.run(r.id, events[:r.count:r.count]); err != nil {
			return err
		}
		events = events[r.count:]
	}
	return nil
}

// number gives the events of a block the numbers of the log, which texts get in the order
// in which events have them.
func (t *taker) number(b *block) (err error) {
	names := &t.log.names
	activities, performers := t.known[0][b.worker], t.known[1][b.worker]
	for i := range b.events {
		e := &b.events[i]
		e.Row += t.rows
		if e.Activity != eventlog.Nobody {
			n := &activities[e.Activity]
			if n.number == unnumbered {
				if n.number, err = names.Activity([]byte(n.text)); err != nil {
					return err
				}
			}
			e.Activity = n.number
		}
		if e.Performer != eventlog.Nobody {
			n := &performers[e.Performer]
			if n.number == unnumbered {
				if n.number, err = t.performer(n.text); err != nil {
					return err
				}
			}
			e.Performer = n.number
		}
		if e.Performer == eventlog.Nobody {
			t.tally.Nobody++
		}
	}
	return nil
}

// performer returns the number of a performer, unless the text stands for none.
func (t *taker) performer(text string) (uint32, error) {
	if slices.Contains(t.log.options.Nobody, text) {
		return eventlog.Nobody, nil
	}
	return t.log.names.Performer([]byte(text))
}

// Opener returns a function that opens a text in memory, for tests and small logs.
func Opener(text []byte) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil }
}

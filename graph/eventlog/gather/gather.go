// Package gather puts the rows of a log together into cases. Rows of one case that stand
// together stream through; where a case comes again, events are held by case, in memory up
// to a stated size and beyond that in sorted runs on disk, which are merged. What comes
// out is the same either way.
package gather

import (
	"context"
	"errors"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/intern"
)

// Source hands over the rows of a log as they stand: runs of rows of one case, each event
// with its row. Several runs of one case may follow each other. It can be read more than
// once, gives the same each time, and returns the error of run where that returns one.
type Source interface {
	Read(ctx context.Context, run func(id []byte, events []eventlog.Event) error) error
	Names() *eventlog.Names
}

// Options say how much is held where. The zero value is the default.
type Options struct {
	Memory    int64  // bytes that events may take; 0: DefaultMemory
	Temporary string // the folder for what is held on disk; empty: that of the system
}

// DefaultMemory is how many bytes events take before they are held on disk.
const DefaultMemory = 512 << 20

// Log is an [eventlog.Log] of a source. Its cases are valid until it is closed.
type Log struct {
	ctx    context.Context
	source Source
	cases  int64
	events int64

	held *held         // in memory; nil: none are
	disk *disk         // on disk; nil: none are; with neither the source is read again
	ids  *intern.Table // of the cases that are held, in memory or on disk
}

// errAgain says that a case comes again, after what came before was let go of.
var errAgain = errors.New("a case comes again")

// Open passes through a source once, to know whether its cases stand together, and holds
// what it may. It takes linear time, and, where cases come again, that of sorting each run:
// all is linear in events. Memory: o.Memory, the events of the largest case, 16 to 32
// bytes a case; where cases come again, also their IDs. Whoever opens a log closes it.
func Open(ctx context.Context, source Source, o Options) (*Log, error) {
	if o.Memory <= 0 {
		o.Memory = DefaultMemory
	}
	p := &pass{options: o, ids: &intern.Table{}, held: &held{}, together: true}
	err := source.Read(ctx, p.run)
	if errors.Is(err, errAgain) {
		p = &pass{options: o, ids: &intern.Table{}, held: &held{}}
		err = source.Read(ctx, p.run)
	}
	if err == nil {
		err = p.end()
	}
	if err != nil {
		return nil, errors.Join(err, p.disk.close())
	}
	return &Log{ctx: ctx, source: source, cases: p.cases, events: p.events, held: p.held, disk: p.disk, ids: p.ids}, nil
}

// pass is what the first pass through a source finds and holds.
type pass struct {
	options  Options
	ids      *intern.Table
	held     *held
	disk     *disk
	seen     *intern.Set // once nothing is held, since cases stand together
	together bool        // no case has come again

	cases, events int64
	last          []byte // the ID of the case that the last run was of
	number        uint32
}

func (p *pass) run(id []byte, events []eventlog.Event) error {
	p.events += int64(len(events))
	if p.cases == 0 || string(id) != string(p.last) {
		p.last = append(p.last[:0], id...)
		if p.seen != nil {
			if p.seen.Add(id) {
				return errAgain
			}
			p.cases++
			return nil
		}
		number, known := p.ids.ID(id)
		if p.number = number; known {
			p.together = false
		} else {
			p.cases++
		}
	}
	if p.seen != nil {
		return nil
	}
	p.held.add(p.number, events)
	switch {
	case p.held.bytes() <= p.options.Memory:
		return nil
	case p.together:
		p.letGo()
		return nil
	}
	return p.spill()
}

// letGo holds nothing any more but which cases there were.
func (p *pass) letGo() {
	p.held, p.seen = nil, &intern.Set{}
	for id := range p.ids.Len() {
		p.seen.Add(p.ids.Text(uint32(id)))
	}
	p.ids = nil
}

// spill writes what is held as one run.
func (p *pass) spill() (err error) {
	if p.disk == nil {
		if p.disk, err = newDisk(p.options.Temporary); err != nil {
			return err
		}
	}
	p.held.sort()
	if err := p.disk.write(p.held); err != nil {
		return err
	}
	p.held.reset()
	return nil
}

func (p *pass) end() error {
	switch {
	case p.disk != nil:
		err := p.spill()
		p.held = nil
		return err
	case p.held != nil:
		p.held.sort()
	}
	return nil
}

// Len returns how many cases and events the log has.
func (l *Log) Len() (cases, events int64) { return l.cases, l.events }

// Names returns the texts of the log.
func (l *Log) Names() *eventlog.Names { return l.source.Names() }

// Close lets go of what is held on disk.
func (l *Log) Close() error { return l.disk.close() }

// Cases returns the cases of the log; see [eventlog.Log]. Each pass takes linear time but
// for cases whose rows do not stand in the order of their times, which are sorted.
func (l *Log) Cases() eventlog.Cases {
	return func(yield func(eventlog.Case, error) bool) {
		e := &emitter{yield: yield}
		var err error
		switch {
		case l.disk != nil:
			err = l.disk.merge(l.ctx, func(number uint32, events []eventlog.Event) error {
				return e.add(l.ids.Text(number), events)
			})
		case l.held != nil:
			err = l.held.each(l.ctx, func(number uint32, events []eventlog.Event) error {
				return e.add(l.ids.Text(number), events)
			})
		default:
			err = l.source.Read(l.ctx, e.add)
		}
		if err == nil {
			err = e.end()
		}
		if err != nil && !errors.Is(err, errStop) {
			yield(eventlog.Case{}, err)
		}
	}
}

package ocel

import (
	"context"
	"slices"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/eventlog/tally"
	"tasuki/graph/said"
)

// Read hands over each event once for each object of the type that it has, in the order
// of the log; see package gather. It takes linear time.
func (l *Log) Read(ctx context.Context, run func(id []byte, events []eventlog.Event) error) error {
	r := &reading{log: l, run: run, last: make([]int64, l.objects.Len())}
	r.time, _ = stamp.NewReader(stamp.ISO, l.options.Zone) // the zone is known to be one
	if _, err := l.each(ctx, nil, r.event); err != nil {
		return err
	}
	l.Passed(&r.tally)
	a := &l.account
	a.Rows, a.Events, a.LeftOut = r.rows, r.events, r.tally.List()
	a.Notes = slices.Concat(l.notes, r.tally.Notes(true, l.options.Columns.Organization != ""))
	if r.several > 0 {
		a.Notes = append(a.Notes, said.Notef("events with several objects of type %q, which belong to each: %d; rows that they add: %d", l.options.ObjectType, r.several, r.more))
	}
	return nil
}

// reading is one pass through a log.
type reading struct {
	log  *Log
	run  func(id []byte, events []eventlog.Event) error
	time *stamp.Reader

	rows, events  int64
	several, more int64
	tally         tally.Tally
	cases         []uint32 // of an event
	last          []int64  // by object: the last event that has it
}

// event takes an event, or says why it is none.
func (r *reading) event(e *event) (err error) {
	r.rows++
	r.cases = r.cases[:0]
	for _, to := range e.Relationships {
		if id, ok := r.log.objects.Find([]byte(to.ObjectID)); ok && r.last[id] != r.rows {
			r.last[id] = r.rows
			r.cases = append(r.cases, id)
		}
	}
	if len(r.cases) == 0 {
		r.tally.Leave(eventlog.NoCase, r.rows, nil)
		return nil
	}
	is := eventlog.Event{Time: eventlog.NoTime, Row: r.rows}
	if t := tally.Trim([]byte(e.Time)); len(t) > 0 {
		var ok bool
		if is.Time, ok = r.time.Time(t); !ok {
			r.tally.Leave(eventlog.UnreadTime, r.rows, t)
			return nil
		}
		is.Time = r.tally.Time(is.Time, r.time.Alone, &r.log.Days)
	} else {
		r.tally.Timeless++
	}
	if is.Activity, err = r.log.names.Activity([]byte(e.Type)); err != nil {
		return err
	}
	performer := e.attribute(r.log.options.Columns.Organization)
	if slices.Contains(r.log.options.Nobody, performer) {
		performer = ""
	}
	if is.Performer, err = r.log.names.Performer([]byte(performer)); err != nil {
		return err
	}
	if is.Performer == eventlog.Nobody {
		r.tally.Nobody++
	}
	if len(r.cases) > 1 {
		r.several++
		r.more += int64(len(r.cases) - 1)
	}
	for _, id := range r.cases {
		r.events++
		if err := r.run(r.log.objects.Text(id), []eventlog.Event{is}); err != nil {
			return err
		}
	}
	return nil
}

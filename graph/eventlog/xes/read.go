package xes

import (
	"context"
	"slices"
	"strconv"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/eventlog/tally"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// Read hands over the events of each trace as a run, in the order of the log; see package
// gather. It takes linear time, and memory for a trace.
func (l *Log) Read(ctx context.Context, run func(id []byte, events []eventlog.Event) error) error {
	p := &pass{log: l, run: run}
	p.time, _ = stamp.NewReader(stamp.ISO, l.options.Zone) // the zone is known to be one
	if err := l.visit(ctx, p.token); err != nil {
		return err
	}
	l.completes = p.tally.Completes
	l.Passed(&p.tally)
	a := &l.account
	a.Rows, a.Events, a.LeftOut = p.rows, p.events, p.tally.List()
	a.Notes = slices.Concat(l.notes, p.tally.Notes(true, l.keys.performer != ""))
	if p.unnamed > 0 {
		a.Notes = append(a.Notes, said.Notef("traces without %q: %d; each is a case under its number, such as #%d", l.keys.id, p.unnamed, p.firstUnnamed))
	}
	if p.defaults > 0 {
		a.Notes = append(a.Notes, said.Notef("attributes of events that the log states once for all: %d", p.defaults))
	}
	return nil
}

// pass is one pass through a log.
type pass struct {
	place
	log  *Log
	run  func(id []byte, events []eventlog.Event) error
	time *stamp.Reader

	inTrace bool
	id      []byte // of the trace
	trace   []eventlog.Event
	traces  int64
	event   event

	rows, events, defaults int64
	unnamed, firstUnnamed  int64
	tally                  tally.Tally
}

// event is what the attributes of an event say.
type event struct {
	activity                   [][]byte // by key of a classifier
	performer, time, lifecycle []byte
}

func (p *pass) token(t *parts.Token) error {
	switch p.step(t) {
	case atTrace:
		p.inTrace, p.id, p.trace = true, p.id[:0], p.trace[:0]
		p.traces++
	case atTraceAttribute:
		if string(t.Raw("key")) == p.log.keys.id {
			p.id = append(p.id[:0], tally.Trim(t.Raw("value"))...)
		}
	case atTraceEnd:
		p.inTrace = false
		return p.endTrace()
	case atEvent:
		p.begin()
	case atEventAttribute:
		p.attribute(t)
	case atEventEnd:
		return p.endEvent()
	}
	return nil
}

// begin begins an event.
func (p *pass) begin() {
	e := &p.event
	for len(e.activity) < len(p.log.keys.activity) {
		e.activity = append(e.activity, nil)
	}
	for i := range e.activity {
		e.activity[i] = e.activity[i][:0]
	}
	e.performer, e.time, e.lifecycle = e.performer[:0], e.time[:0], e.lifecycle[:0]
}

func (p *pass) attribute(t *parts.Token) {
	keys, key, e := &p.log.keys, t.Raw("key"), &p.event
	for i, k := range keys.activity {
		if string(key) == k {
			e.activity[i] = append(e.activity[i][:0], t.Raw("value")...)
		}
	}
	switch string(key) {
	case keys.time:
		e.time = append(e.time[:0], t.Raw("value")...)
	case keys.lifecycle:
		e.lifecycle = append(e.lifecycle[:0], t.Raw("value")...)
	}
	if string(key) == keys.performer {
		e.performer = append(e.performer[:0], t.Raw("value")...)
	}
}

// fallBack fills in what the log states for all events; what stands for nothing does not.
func (p *pass) fallBack(value []byte, key string) []byte {
	if len(tally.Trim(value)) > 0 {
		return value
	}
	stated := p.log.globals[key]
	switch string(stated) {
	case "", "__INVALID__", "UNKNOWN":
		return value[:0]
	}
	p.defaults++
	return append(value[:0], stated...)
}

// endEvent takes an event, or says why it is none.
func (p *pass) endEvent() (err error) {
	p.rows++
	e := &p.event
	if !p.inTrace {
		p.tally.Leave(eventlog.NoCase, p.rows, nil)
		return nil
	}
	e.lifecycle = p.fallBack(e.lifecycle, p.log.keys.lifecycle)
	if l := tally.Trim(e.lifecycle); len(l) > 0 && !p.log.ignoresLifecycle {
		if !tally.IsComplete(l) {
			p.tally.Leave(eventlog.Lifecycle, p.rows, l)
			return nil
		}
		p.tally.Completes++
	}
	is := eventlog.Event{Time: eventlog.NoTime, Row: p.rows}
	if t := tally.Trim(e.time); len(t) > 0 {
		var ok bool
		if is.Time, ok = p.time.Time(t); !ok {
			p.tally.Leave(eventlog.UnreadTime, p.rows, t)
			return nil
		}
		is.Time = p.tally.Time(is.Time, p.time.Alone, &p.log.Days)
	} else {
		p.tally.Timeless++
	}
	if is.Activity, err = p.log.names.Activity(p.activity()); err != nil {
		return err
	}
	is.Performer, err = p.performer()
	p.trace = append(p.trace, is)
	return err
}

// activity returns the activity: the values of a classifier stand with + between them, as
// OpenXES writes them.
func (p *pass) activity() []byte {
	keys, e := p.log.keys.activity, &p.event
	for i, key := range keys {
		e.activity[i] = p.fallBack(e.activity[i], key)
		if i > 0 {
			e.activity[0] = append(append(e.activity[0], '+'), e.activity[i]...)
		}
	}
	return e.activity[0]
}

func (p *pass) performer() (uint32, error) {
	e := &p.event
	if p.log.keys.performer != "" {
		e.performer = p.fallBack(e.performer, p.log.keys.performer)
	}
	text := tally.Trim(e.performer)
	if slices.Contains(p.log.options.Nobody, string(text)) {
		text = nil
	}
	if len(text) == 0 {
		p.tally.Nobody++
	}
	return p.log.names.Performer(text)
}

// endTrace hands the trace over.
func (p *pass) endTrace() error {
	if len(p.id) == 0 {
		if p.unnamed++; p.unnamed == 1 {
			p.firstUnnamed = p.traces
		}
		p.id = strconv.AppendInt(append(p.id, '#'), p.traces, 10)
	}
	if len(p.trace) == 0 {
		return nil
	}
	p.events += int64(len(p.trace))
	return p.run(p.id, p.trace)
}

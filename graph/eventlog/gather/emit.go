package gather

import (
	"cmp"
	"errors"
	"slices"

	"tasuki/graph/eventlog"
)

// errStop says that nobody asks for more cases.
var errStop = errors.New("no more cases are asked for")

// emitter puts runs of one case that follow each other together, in order.
type emitter struct {
	yield  func(eventlog.Case, error) bool
	id     []byte
	events []eventlog.Event
}

func (e *emitter) add(id []byte, events []eventlog.Event) error {
	if len(e.events) > 0 && string(e.id) != string(id) {
		if err := e.end(); err != nil {
			return err
		}
	}
	e.id = append(e.id[:0], id...)
	e.events = append(e.events, events...)
	return nil
}

// end hands the case over. Since events are valid until the next case, there is one list.
func (e *emitter) end() error {
	if len(e.events) == 0 {
		return nil
	}
	arrange(e.events)
	if !e.yield(eventlog.Case{ID: string(e.id), Events: e.events}, nil) {
		return errStop
	}
	e.events = e.events[:0]
	return nil
}

// arrange puts events, which are in the order of rows, into that of cases: see
// [eventlog.Case]. It takes linear time where they are in it.
func arrange(events []eventlog.Event) {
	ordered := true
	for i := range events {
		if events[i].Time == eventlog.NoTime {
			arrangeTimeless(events)
			return
		}
		ordered = ordered && (i == 0 || events[i-1].Time <= events[i].Time)
	}
	if !ordered {
		slices.SortFunc(events, eventlog.Compare)
	}
}

// arrangeTimeless keeps events without a time behind the row that they stand behind.
func arrangeTimeless(events []eventlog.Event) {
	type placed struct {
		eventlog.Event
		time, row int64 // of the event with a time that it stands behind, or its own
	}
	list := make([]placed, len(events))
	time, row := eventlog.NoTime, int64(0)
	for i, e := range events {
		if e.Time != eventlog.NoTime {
			time, row = e.Time, e.Row
		}
		list[i] = placed{e, time, row}
	}
	slices.SortFunc(list, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.time, b.time), cmp.Compare(a.row, b.row), cmp.Compare(a.Row, b.Row))
	})
	for i, p := range list {
		events[i] = p.Event
	}
}

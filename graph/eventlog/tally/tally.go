// Package tally keeps what every reader of logs keeps while it reads: which texts it met,
// and which rows are no events.
package tally

import (
	"tasuki/graph/eventlog"
	"tasuki/graph/said"
)

// Tally counts what is no event, and what an event lacks.
type Tally struct {
	Timeless  int64 // events without a time
	Clocked   int64 // events with a time of day
	Days      int64 // events with a day alone
	Nobody    int64 // events without a performer
	Completes int64 // rows of a transition complete
	out       map[eventlog.Reason]*eventlog.LeftOut
}

// Days says what becomes of days alone in a log that has times of day as well: at which hour
// of the day an event was is not known, so that it stands where its row stands, as one
// without a time does. Its zero value has seen no such log.
type Days struct{ mixed, timeless bool }

// Mixed reports whether the last pass met both, so that another one is needed.
func (d *Days) Mixed() bool { return d.mixed && !d.timeless }

// Drop has passes from now on take a day alone for no time.
func (d *Days) Drop() { d.timeless = true }

// Passed notes what a pass has met.
func (d *Days) Passed(t *Tally) { d.mixed = t.Clocked > 0 && t.Days > 0 }

// Time returns the time of an event whose stamp was read, and counts it; alone says that
// the stamp is a day alone.
func (t *Tally) Time(at int64, alone bool, d *Days) int64 {
	if !alone {
		t.Clocked++
		return at
	}
	t.Days++
	if d.timeless {
		return eventlog.NoTime
	}
	return at
}

// Leave leaves a row out, because of a value.
func (t *Tally) Leave(why eventlog.Reason, row int64, value []byte) {
	if t.out == nil {
		t.out = map[eventlog.Reason]*eventlog.LeftOut{}
	}
	o := t.out[why]
	if o == nil {
		o = &eventlog.LeftOut{Reason: why, Value: string(value[:min(len(value), 80)])}
		t.out[why] = o
	}
	o.Count++
	if len(o.First) < eventlog.MaxFirst {
		o.First = append(o.First, row)
	}
}

// Merge adds what was counted in a block that begins behind a number of rows.
func (t *Tally) Merge(o Tally, rows int64) {
	for why, found := range o.out {
		if t.out == nil {
			t.out = map[eventlog.Reason]*eventlog.LeftOut{}
		}
		sum := t.out[why]
		if sum == nil {
			sum = &eventlog.LeftOut{Reason: why, Value: found.Value}
			t.out[why] = sum
		}
		sum.Count += found.Count
		for _, row := range found.First {
			if len(sum.First) < eventlog.MaxFirst {
				sum.First = append(sum.First, rows+row)
			}
		}
	}
	t.Timeless += o.Timeless
	t.Clocked += o.Clocked
	t.Days += o.Days
	t.Nobody += o.Nobody
	t.Completes += o.Completes
}

// List returns what was left out, in the order of the reasons.
func (t *Tally) List() (list []eventlog.LeftOut) {
	for _, why := range eventlog.Reasons() {
		if o := t.out[why]; o != nil {
			list = append(list, *o)
		}
	}
	return list
}

// Notes says what events lack, unless the log has no place for it.
func (t *Tally) Notes(times, performers bool) (notes []said.Note) {
	if t.Timeless > 0 && times {
		notes = append(notes, eventlog.WithoutTime(t.Timeless))
	}
	if t.Clocked > 0 && t.Days > 0 {
		notes = append(notes, eventlog.WithoutHour(t.Days))
	}
	if t.Nobody > 0 && performers {
		notes = append(notes, eventlog.WithoutPerformer(t.Nobody))
	}
	return notes
}

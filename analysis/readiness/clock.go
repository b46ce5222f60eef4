package readiness

import (
	"fmt"

	"tasuki/graph/hours"
	"tasuki/graph/said"
)

const (
	perHour  = 60
	perDay   = 24 * perHour
	weekDays = 7
)

// days finds when the week begins and ends, its hours and its holidays.
func (w *Week) days() error {
	first, err := hours.Calendar{}.Moment(w.From + "T12:00")
	if err != nil {
		return said.Errorf("%q is no day of the years that hours are known of; write one such as 2026-10-19", w.From)
	}
	var starts []hours.Moment
	for i := range hours.Moment(weekDays + 1) {
		day := dateOf(hours.Calendar{}, first+i*perDay)
		noon, err := w.clock.Moment(day + "T12:00")
		if err != nil {
			return said.Errorf("the week from %s has a day without a noon in %s: %w", w.From, w.Zone, err)
		}
		starts = append(starts, w.clock.Midnight(noon))
		if i < weekDays {
			w.Until = day
			if w.clock.Local(noon).Holiday {
				w.Holidays = append(w.Holidays, day)
			}
		}
	}
	w.start, w.end = starts[0], starts[weekDays]
	for at := w.start; at < w.end; at += perHour {
		w.Hours = append(w.Hours, Hour{Start: w.told(at), Minutes: int(min(perHour, w.end-at)), At: at})
	}
	return nil
}

// DayOf returns the day that the clocks of a calendar show at a moment, or, where monday,
// the last Monday up to it: such as 2026-10-19.
func DayOf(c hours.Calendar, m hours.Moment, monday bool) string {
	l := c.Local(m)
	noon := hours.Moment(0)
	if parsed, err := (hours.Calendar{}).Moment(l.String()[:len("2026-10-19")] + "T12:00"); err == nil {
		noon = parsed
	}
	if monday {
		noon -= hours.Moment(l.Weekday) * perDay
	}
	return dateOf(hours.Calendar{}, noon)
}

func dateOf(c hours.Calendar, m hours.Moment) string {
	return c.Local(m).String()[:len("2026-10-19")]
}

// told returns a moment as the clocks of the week show it, with their offset from UTC.
func (w *Week) told(m hours.Moment) string {
	l, sign := w.clock.Local(m), '+'
	offset := l.OffsetMinutes
	if offset < 0 {
		sign, offset = '-', -offset
	}
	return fmt.Sprintf("%s%c%02d:%02d", l, sign, offset/perHour, offset%perHour)
}

// stretch returns the time from one moment to another.
func (w *Week) stretch(from, to hours.Moment) Stretch {
	return Stretch{Start: w.told(from), End: w.told(to), From: from, To: to}
}

// Local returns a moment as the clocks of the week show it, and whether they show that time
// twice.
func (w Week) Local(m hours.Moment) (l hours.Local, twice bool) {
	l = w.clock.Local(m)
	_, err := w.clock.Moment(l.String())
	return l, err != nil
}

// Whole returns the week as one time.
func (w Week) Whole() Stretch { return w.stretch(w.start, w.end) }

// hourOf returns the number of the hour of the week in which a moment lies.
func (w *Week) hourOf(m hours.Moment) int { return int((m - w.start) / perHour) }

// hoursIn visits the numbers of the hours in which a time lies.
func (w *Week) hoursIn(from, to hours.Moment, visit func(hour int)) {
	for h := w.hourOf(from); h <= w.hourOf(to-1); h++ {
		visit(h)
	}
}

package hours

import (
	"fmt"
	"slices"
	"strconv"

	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// instant is a date and a time as they are written, with or without an offset.
var instant = pattern.Lazy(`^([0-9]{4}-[0-9]{2}-[0-9]{2})[t ]([0-9]{2}:[0-9]{2})(z|[-+][0-9]{2}:[0-9]{2})?$`)

// maxOffset is the largest offset from UTC that can be written, in minutes.
const maxOffset = 14 * 60

// Moment reads a date and a time of day of the years 2000 to 2199, such as
// 2026-11-28T22:30 or 2026-11-28 22:30. It is what the clocks of the zone show; with Z or
// an offset of at most 14 hours, such as +09:00, it is what clocks with that offset show
// (RFC 3339, without seconds). A time that clocks are put forward over is an error, and
// so is one that they show twice, without an offset. It takes O(log t) for t changes of clocks.
func (c Calendar) Moment(text string) (Moment, error) {
	parts := instant().FindStringSubmatch(string(folded(text)))
	if parts == nil {
		return 0, said.Errorf("%q is no date and time; write one such as 2026-11-28T22:30", text)
	}
	d, ok := dayOf(parts[1])
	if !ok {
		return 0, said.Errorf("%q has no date of the years %d to %d; write one such as 2026-11-28T22:30", text, firstYear, lastYear)
	}
	minute, ok := minutes(parts[2])
	if !ok {
		return 0, said.Errorf("%q has no time of day; write 00:00 to 23:59 after the date, such as 2026-11-28T22:30", text)
	}
	wall := Moment(d)*perDay + Moment(minute)
	switch offset := parts[3]; offset {
	case "":
		return c.shown(wall)
	case "z":
		return wall, nil
	default:
		distance, ok := minutes(offset[1:])
		if !ok || distance > maxOffset {
			return 0, said.Errorf("%q has no offset that clocks have; write Z, or up to 14 hours such as +09:00", text)
		}
		if offset[0] == '-' {
			distance = -distance
		}
		return wall - Moment(distance), nil
	}
}

// minutes returns how many minutes since midnight a time HH:MM of a day is.
func minutes(text string) (int, bool) {
	hour, _ := strconv.Atoi(text[:2])
	minute, _ := strconv.Atoi(text[3:])
	return hour*60 + minute, hour < 24 && minute < 60
}

// shown returns the one moment at which clocks show a time, given in minutes as if the
// zone were UTC.
func (c Calendar) shown(wall Moment) (Moment, error) {
	var found []Moment
	var before, after Moment // what clocks show where they are put forward over the time
	for at := wall - farthest; at <= wall+farthest; {
		offset, end := c.stretch(at)
		switch m := wall - Moment(offset); {
		case m >= end: // the last such change is the one that matters
			next, _ := c.stretch(end)
			before, after = end+Moment(offset), end+Moment(next)
		case m >= at && !slices.Contains(found, m):
			found = append(found, m)
		}
		at = end
	}
	name := fmt.Sprint(c.zone)
	switch text := stamp(wall); len(found) {
	case 0:
		return 0, said.Errorf("%s does not exist in %s, where clocks go from %s to %s; write a time before or after", text, name, stamp(before), stamp(after))
	case 1:
		return found[0], nil
	default:
		return 0, said.Errorf("%s comes twice in %s; write %s or %s", text, name, c.Stamp(found[0]), c.Stamp(found[1]))
	}
}

// stamp returns a time that is given in minutes as if the zone were UTC.
func stamp(wall Moment) string { return Calendar{}.Local(wall).String() }

// Stamp returns the time that the clocks show with their offset from UTC, such as
// 2026-11-28T22:30+09:00, which [Calendar.Moment] of any calendar reads as the same moment.
// It takes O(log t) for t changes of clocks.
func (c Calendar) Stamp(m Moment) string {
	l, sign := c.Local(m), "+"
	offset := l.OffsetMinutes
	if offset < 0 {
		sign, offset = "-", -offset
	}
	return l.String() + sign + clock(offset)
}

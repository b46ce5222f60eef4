package hours

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"
	_ "time/tzdata" // for machines without files of zones

	"tasuki/graph/pattern"
	"tasuki/graph/said"
)

// Moment is a minute of time: how many began since 1970-01-01T00:00 UTC, leap seconds apart.
type Moment int64

// The years in which dates and times can lie. Offsets of zones are whole minutes in
// them, which they were not before 1973.
const firstYear, lastYear = 2000, 2199

// Calendar says which moments the clocks of a zone show as which time, and which days
// are holidays there. The zero value is UTC without holidays.
type Calendar struct {
	zone     *time.Location
	holidays []int // days since 1970-01-01, in order
}

// Zone returns the name of the zone in the IANA time zone database, such as Asia/Tokyo.
func (c Calendar) Zone() string { return cmp.Or(c.zone, time.UTC).String() }

// date is a date as it is written.
var date = pattern.Lazy(`^([0-9]{4})-([0-9]{2})-([0-9]{2})$`)

// zoneName is how names of the time zone database begin; those of files beside it, which
// differ from machine to machine, begin with a small letter.
var zoneName = pattern.Lazy(`^[A-Z]`)

// NewCalendar returns the calendar of a zone, which the IANA time zone database names
// (such as Asia/Tokyo; nothing is UTC), and of holidays, dates of the years 2000 to 2199
// such as 2026-11-23, in any order and each once. All faults are returned, joined. It
// takes O(h log h) for h holidays. The machine's files of zones count and, where it has
// none, those that the program was built with.
func NewCalendar(zone string, holidays []string) (Calendar, error) {
	var c Calendar
	var faults []error
	loc, err := time.LoadLocation(zone)
	if err != nil || zone != "" && !zoneName().MatchString(zone) || zone == "Local" {
		faults = append(faults, said.Errorf("%q is no time zone; write a name of the IANA time zone database, such as Asia/Tokyo, or leave it out for UTC", zone))
	}
	c.zone = loc
	seen := make(map[int]bool, len(holidays))
	for _, text := range holidays {
		d, ok := dayOf(text)
		switch {
		case !ok:
			faults = append(faults, said.Errorf("%q is no holiday; write a date of the years %d to %d, such as 2026-11-23", text, firstYear, lastYear))
			continue
		case seen[d]:
			faults = append(faults, said.Errorf("the holiday %q is there twice; keep one", text))
			continue
		}
		seen[d] = true
		c.holidays = append(c.holidays, d)
	}
	if err := errors.Join(faults...); err != nil {
		return Calendar{}, err
	}
	slices.Sort(c.holidays)
	return c, nil
}

// WithoutHolidays returns the same clocks, and no day that is a holiday.
func (c Calendar) WithoutHolidays() Calendar { return Calendar{zone: c.zone} }

// dayOf returns the number of days from 1970-01-01 to a date, and whether there is one.
func dayOf(text string) (int, bool) {
	parts := date().FindStringSubmatch(text)
	if parts == nil {
		return 0, false
	}
	year, _ := strconv.Atoi(parts[1])
	month, _ := strconv.Atoi(parts[2])
	d, _ := strconv.Atoi(parts[3])
	t := time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	return floor(t.Unix(), 24*60*60), year >= firstYear && year <= lastYear && int(t.Month()) == month && t.Day() == d
}

// floor returns a divided by b, rounded down.
func floor(a, b int64) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return int(q)
}

// stretch is a time without a change of clocks: their offset from UTC in minutes, and
// the first moment after it.
func (c Calendar) stretch(m Moment) (offset int, end Moment) {
	t := time.Unix(int64(m)*60, 0).In(cmp.Or(c.zone, time.UTC))
	_, seconds := t.Zone()
	_, to := t.ZoneBounds()
	if to.IsZero() {
		return floor(int64(seconds), 60), math.MaxInt64
	}
	return floor(int64(seconds), 60), max(m+1, Moment(floor(to.Unix()+59, 60)))
}

// wall returns what the clocks show: the days since 1970-01-01 and the minutes since midnight.
func (c Calendar) wall(m Moment) (day, minute int) {
	offset, _ := c.stretch(m)
	return split(int64(m) + int64(offset))
}

// split parts minutes into days and minutes of a day.
func split(minutes int64) (day, minute int) {
	day = floor(minutes, perDay)
	return day, int(minutes - int64(day)*perDay)
}

// isHoliday reports whether a day since 1970-01-01 is a holiday.
func (c Calendar) isHoliday(day int) bool {
	_, ok := slices.BinarySearch(c.holidays, day)
	return ok
}

// weekday returns the day of the week of a day since 1970-01-01, which was a Thursday.
func weekday(day int) Day { return Day(((day+int(Th))%weekDays + weekDays) % weekDays) }

// Local is a moment as the clocks of a zone show it.
type Local struct {
	Year, Month, Day int
	Weekday          Day // Mo to Su, on holidays too
	Minute           int // since midnight, by the clock: 0 to 1,439
	OffsetMinutes    int // from UTC, east of it above zero
	Holiday          bool
}

// String returns date and time without the offset, such as 2026-11-28T22:30.
func (l Local) String() string {
	return fmt.Sprintf("%04d-%02d-%02dT%s", l.Year, l.Month, l.Day, clock(l.Minute))
}

// Local returns a moment as the clocks show it, in O(log(t+h)) for t changes of clocks
// and h holidays.
func (c Calendar) Local(m Moment) Local {
	offset, _ := c.stretch(m)
	d, minute := split(int64(m) + int64(offset))
	year, month, day := time.Unix(int64(d)*24*60*60, 0).UTC().Date()
	return Local{year, int(month), day, weekday(d), minute, offset, c.isHoliday(d)}
}

// Midnight returns the first moment of the day that the clocks show at a moment: 00:00,
// the first of two, or where clocks are put forward over it the first that there is. It
// takes O(log t) for t changes of clocks.
func (c Calendar) Midnight(m Moment) Moment {
	day, _ := c.wall(m)
	midnight := Moment(day) * perDay
	for at := midnight - farthest; at <= m; {
		offset, end := c.stretch(at)
		if first := max(at, midnight-Moment(offset)); first < end {
			return first
		}
		at = end
	}
	return m
}

// farthest is above the offset of every zone, in minutes.
const farthest = 16 * 60

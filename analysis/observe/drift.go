package observe

import (
	"fmt"
	"maps"
	"slices"
)

// The days of 1970 to 2099, from 1970-01-01 on.
const lastDay = 47_481

// mostPeriods is how many periods a log may cover before longer ones are taken.
const mostPeriods = 36

// drift counts an event of a time, by the standing of whoever performed it.
func (c *Collector) drift(time int64, standing int) {
	d := time / day
	if time < 0 || d > lastDay { // [eventlog.NoTime] as well
		c.outside++
		return
	}
	n := c.days[int32(d)]
	if n == nil {
		n = &[standings]int{}
		c.days[int32(d)] = n
	}
	n[standing]++
}

// driftResult puts days together into periods.
func (c *Collector) driftResult() Drift {
	r := Drift{Parts: []DriftPart{}, Outside: c.outside}
	days := slices.Sorted(maps.Keys(c.days))
	if len(days) == 0 {
		return r
	}
	first, last := int(days[0]), int(days[len(days)-1])
	var starts []int
	for _, p := range []Period{Day, Week, Month, Quarter, Year} {
		r.Period, starts = p, starts[:0]
		for d := p.start(first); d <= last; d = p.start(d + p.longest()) {
			starts = append(starts, d)
		}
		if len(starts) <= mostPeriods {
			break
		}
	}
	sums := make([][standings]int, len(starts))
	at := 0
	for _, d := range days {
		for at+1 < len(starts) && starts[at+1] <= int(d) {
			at++
		}
		for s, n := range c.days[d] {
			sums[at][s] += n
		}
	}
	for i, start := range starts {
		y, m, d := date(start)
		r.Parts = append(r.Parts, DriftPart{fmt.Sprintf("%04d-%02d-%02d", y, m, d), counts(&sums[i]), ledShare(&sums[i])})
	}
	return r
}

// longest returns a number of days that leads from the first day of a period into the next.
func (p Period) longest() int {
	return map[Period]int{Day: 1, Week: 7, Month: 31, Quarter: 92, Year: 366}[p]
}

// start returns the first day of the period that a day lies in.
func (p Period) start(d int) int {
	y, m, _ := date(d)
	switch p {
	case Day:
		return d
	case Week: // 1970-01-01 was a Thursday
		return d - (d+3)%7
	case Month:
		return dayOf(y, m, 1)
	case Quarter:
		return dayOf(y, (m-1)/3*3+1, 1)
	default:
		return dayOf(y, 1, 1)
	}
}

// date returns the year, month and day of a day of the Gregorian calendar, counted from
// 1970-01-01. Years are counted from March on, so that a leap day is the last of its year
// (Richards, Calendars and their history, Explanatory Supplement to the Astronomical
// Almanac, 2013).
func date(days int) (y, m, d int) {
	z := days + 719_468 // from 0000-03-01
	era, e := z/146_097, z%146_097
	y = (e - e/1_460 + e/36_524 - e/146_096) / 365
	e -= 365*y + y/4 - y/100
	m = (5*e + 2) / 153
	d = e - (153*m+2)/5 + 1
	y += era * 400
	if m < 10 {
		return y, m + 3, d
	}
	return y + 1, m - 9, d
}

// dayOf is the inverse of date.
func dayOf(y, m, d int) int {
	if m <= 2 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 1 - 719_468
}

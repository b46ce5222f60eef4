package observe

import (
	"testing"
	"time"
)

// TestDates compares every day of the calendar with package time.
func TestDates(t *testing.T) {
	for d := range lastDay + 1 {
		want := time.Unix(int64(d)*24*60*60, 0).UTC()
		y, m, day := date(d)
		if y != want.Year() || m != int(want.Month()) || day != want.Day() || dayOf(y, m, day) != d {
			t.Fatalf("day %d is %d-%d-%d, want %v", d, y, m, day, want)
		}
		if w := Week.start(d); w > d || d-w > 6 || w >= 0 && time.Unix(int64(w)*24*60*60, 0).UTC().Weekday() != time.Monday {
			t.Fatalf("the week of %v begins on day %d", want, w)
		}
	}
	if y, m, d := date(lastDay); y != 2099 || m != 12 || d != 31 {
		t.Errorf("the last day is %d-%d-%d", y, m, d)
	}
}

// TestPeriods takes the shortest of which the log covers at most 36.
func TestPeriods(t *testing.T) {
	for _, x := range []struct {
		first, last int
		period      Period
		parts       int
		start       string
	}{
		{0, 35, Day, 36, "1970-01-01"},
		{0, 36, Week, 6, "1969-12-29"},
		{4, 4 + 36*7 - 1, Week, 36, "1970-01-05"},
		{4, 4 + 36*7, Month, 9, "1970-01-01"},
		{0, 3*365 - 1, Month, 36, "1970-01-01"},
		{0, 3*365 + 1, Quarter, 13, "1970-01-01"},
		{100, 100 + 9*366, Year, 10, "1970-01-01"},
		{0, lastDay, Year, 130, "1970-01-01"},
	} {
		c := &Collector{days: map[int32]*[standings]int{}}
		c.drift(int64(x.first)*day, lead)
		c.drift(int64(x.last)*day+day-1, support)
		c.drift(-1, lead)
		c.drift(int64(lastDay+1)*day, lead)
		got := c.driftResult()
		if got.Period != x.period || len(got.Parts) != x.parts || got.Parts[0].Start != x.start || got.Outside != 2 {
			t.Errorf("days %d to %d: %s, %d parts from %s, %d outside; want %s, %d, %s", x.first, x.last, got.Period, len(got.Parts), got.Parts[0].Start, got.Outside, x.period, x.parts, x.start)
			continue
		}
		if n := got.Parts[0].Counts.Lead + got.Parts[len(got.Parts)-1].Counts.Support; n != 2 {
			t.Errorf("days %d to %d: %d events in the first and the last part, want 2", x.first, x.last, n)
		}
	}
}

package hours_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"tasuki/graph/hours"
	"tasuki/internal/seeds"
)

// naive is a rule as it is written, and hours of such rules are looked up by what
// package time says of each minute.
type naive struct {
	days  []string // as package time abbreviates them, or PH; none is each day of the week
	spans [][2]int // minutes as they are written, the end at or before its beginning too
}

// open asks of each span of each rule whether it counts on a day and holds a minute.
func open(rules []naive, holidays map[string]bool, t time.Time) bool {
	today := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	for _, back := range []int{0, 1} {
		date, minute := today.AddDate(0, 0, -back), t.Hour()*60+t.Minute()+back*1440
		name := date.Format("Mon")[:2]
		named := func(day string) func(naive) bool {
			return func(r naive) bool {
				return slices.Contains(r.days, day) || len(r.days) == 0 && day != "PH"
			}
		}
		if holidays[date.Format("2006-01-02")] && slices.ContainsFunc(rules, named("PH")) {
			name = "PH"
		}
		for _, r := range slices.Backward(rules) {
			if !named(name)(r) {
				continue
			}
			for _, s := range r.spans {
				to := s[1]
				if to <= s[0] {
					to += 1440
				}
				if s[0] <= minute && minute < to {
					return true
				}
			}
			break
		}
	}
	return false
}

func (n naive) String() string {
	var spans []string
	for _, s := range n.spans {
		spans = append(spans, fmt.Sprintf("%d:%02d-%02d:%02d", s[0]/60, s[0]%60, s[1]/60, s[1]%60))
	}
	if len(spans) == 0 {
		spans = []string{"off"}
	}
	return strings.Join(n.days, ",") + " " + strings.Join(spans, ", ")
}

// random returns rules of which many have ends and beginnings where clocks are put.
func random(r *rand.Rand) (rules []naive, text string) {
	var texts []string
	for range 1 + r.IntN(4) {
		var n naive
		for _, d := range []string{"PH", "Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"} {
			if r.IntN(3) == 0 {
				n.days = append(n.days, d)
			}
		}
		for range r.IntN(4) {
			from, to := r.IntN(1440), r.IntN(2881)
			if r.IntN(2) == 0 {
				from, to = 30*r.IntN(8), 30*r.IntN(97)
			}
			n.spans = append(n.spans, [2]int{from, to})
		}
		if len(n.days) == 0 && len(n.spans) == 0 {
			n.days = []string{"Mo"}
		}
		rules, texts = append(rules, n), append(texts, n.String())
	}
	return rules, strings.Join(texts, ";")
}

// zones are the zones whose clocks are put in different ways, with a year in which they are:
// by half an hour, at midnight, a minute after it, by a day.
var zones = []struct {
	name string
	year int
}{
	{"Australia/Lord_Howe", 2026}, {"America/Havana", 2026}, {"Pacific/Apia", 2011}, {"America/St_Johns", 2010}, {"America/Sao_Paulo", 2018},
	{"America/New_York", 2026}, {"Asia/Tokyo", 2026}, {"Europe/London", 2026}, {"", 2028}, {"Asia/Kathmandu", 2100},
}

// year is a year of minutes as package time shows them.
type year struct {
	calendar hours.Calendar
	holidays map[string]bool
	minutes  []time.Time
}

// first is the first moment of the year.
func (y year) first() hours.Moment { return hours.Moment(y.minutes[0].Unix() / 60) }

func newYear(t *testing.T, r *rand.Rand, zone string, of int) year {
	t.Helper()
	loc, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	y := year{holidays: map[string]bool{}}
	for range 20 {
		y.holidays[time.Date(of, 1, 1+r.IntN(365), 0, 0, 0, 0, time.UTC).Format("2006-01-02")] = true
	}
	var list []string
	for d := range y.holidays {
		list = append(list, d)
	}
	if y.calendar, err = hours.NewCalendar(zone, list); err != nil {
		t.Fatal(err)
	}
	at := time.Date(of, 1, 1, 0, 0, 0, 0, time.UTC)
	for range 366 * 1440 {
		y.minutes = append(y.minutes, at.In(loc))
		at = at.Add(time.Minute)
	}
	return y
}

// TestOpenBruteForce holds each minute of a year, and each change, to what is looked up.
func TestOpenBruteForce(t *testing.T) {
	for seed := range seeds.Each(30) {
		r := rand.New(rand.NewPCG(seed, 1))
		zone := zones[seed%uint64(len(zones))]
		y := newYear(t, r, zone.name, zone.year)
		rules, text := random(r)
		parsed := mustParse(t, text)
		next, found := parsed.Change(y.calendar, y.first(), len(y.minutes))
		before := open(rules, y.holidays, y.minutes[0])
		for i, at := range y.minutes {
			m := y.first() + hours.Moment(i)
			want := open(rules, y.holidays, at)
			if got := parsed.Open(y.calendar, m); got != want {
				t.Fatalf("seed %d: %q in %s at %s: open is %v, want %v", seed, text, zone.name, at, got, want)
			}
			if want == before {
				continue
			}
			if before = want; !found || next != m {
				t.Fatalf("seed %d: %q in %s: a change is at %d (%v), want %d (%s)", seed, text, zone.name, next, found, m, at)
			}
			if _, early := parsed.Change(y.calendar, m-1, 0); early {
				t.Fatalf("seed %d: a change within no time", seed)
			}
			next, found = parsed.Change(y.calendar, m, len(y.minutes))
		}
		if end := y.first() + hours.Moment(len(y.minutes)); found && next < end {
			t.Fatalf("seed %d: %q in %s: a change at %d, where there is none", seed, text, zone.name, next)
		}
	}
}

// TestChangeWithin holds the bound: what is a minute beyond it is not found.
func TestChangeWithin(t *testing.T) {
	c, r := hours.Calendar{}, mustParse(t, "08:00-17:00")
	for _, tt := range []struct {
		m, want hours.Moment
		within  int
		found   bool
	}{
		{0, 480, 480, true}, {0, 0, 479, false}, {479, 480, 1, true}, {480, 1020, 1440, true}, {480, 0, 0, false}, {480, 0, -5, false},
		{1020, 1920, 1440, true}, {-1, 480, 481, true}, {-1440, -960, 1440, true},
	} {
		if got, found := r.Change(c, tt.m, tt.within); got != tt.want || found != tt.found {
			t.Errorf("from %d within %d: got %d (%v), want %d (%v)", tt.m, tt.within, got, found, tt.want, tt.found)
		}
	}
	night := mustParse(t, "22:00-06:00,07:00-08:00")
	for from, want := range map[hours.Moment]hours.Moment{1320: 1800, 1440: 1800, 1799: 1800, 1800: 1860, 1860: 1920} {
		if got, found := night.Change(c, from, 1440); !found || got != want {
			t.Errorf("from %d at night: got %d (%v), want %d", from, got, found, want)
		}
	}
	if at, found := mustParse(t, "24/7").Change(c, 0, 1<<20); found {
		t.Errorf("what is always open changes at %d", at)
	}
}

// TestCalendarBruteForce holds dates, midnights and times that clocks show never, once
// or twice to package time.
func TestCalendarBruteForce(t *testing.T) {
	for i, zone := range zones {
		if i > 0 && !seeds.All() {
			break
		}
		y := newYear(t, rand.New(rand.NewPCG(seeds.First(), uint64(i))), zone.name, zone.year)
		shown, midnights := map[string][]hours.Moment{}, map[string]hours.Moment{}
		for i, at := range y.minutes {
			text, m := at.Format("2006-01-02T15:04"), y.first()+hours.Moment(i)
			shown[text] = append(shown[text], m)
			if _, ok := midnights[text[:10]]; !ok {
				midnights[text[:10]] = m
			}
			if minute := i % 1440; i > 2*1440 && minute%7 != i/1440%7 {
				continue
			}
			_, seconds := at.Zone()
			want := hours.Local{Year: at.Year(), Month: int(at.Month()), Day: at.Day(), Weekday: hours.Day((at.Weekday() + 6) % 7), Minute: at.Hour()*60 + at.Minute(),
				OffsetMinutes: seconds / 60, Holiday: y.holidays[text[:10]]}
			if got := y.calendar.Local(m); got != want || i%997 == 0 && got.String() != text {
				t.Fatalf("%s at %s: got %+v, want %+v", zone.name, at, got, want)
			}
			if got := y.calendar.Midnight(m); i > 2*1440 && got != midnights[text[:10]] {
				t.Fatalf("%s at %s: the day begins at %s, want %s", zone.name, at, y.calendar.Local(got), y.calendar.Local(midnights[text[:10]]))
			}
		}
		wall := time.Date(zone.year, 1, 3, 0, 0, 0, 0, time.UTC)
		step := 13 + i // no gap is shorter
		for range 360 * 1440 / step {
			text := wall.Format("2006-01-02T15:04")
			wall = wall.Add(time.Duration(step) * time.Minute)
			m, err := y.calendar.Moment(text)
			if want := shown[text]; (err == nil) != (len(want) == 1) || err == nil && m != want[0] {
				t.Fatalf("%s: %s is %d (%v), want one of %v", zone.name, text, m, err, want)
			}
		}
	}
}

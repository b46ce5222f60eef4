package drill

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tasuki/graph"
)

// Entry is one line of a record of drills: what became of one handoff.
type Entry struct {
	Time    string  `json:"time"` // when it was drilled, as 2026-03-04 or 2026-03-04T10:15, in the time of the place
	Flow    string  `json:"flow"`
	From    string  `json:"from"` // the tasks at the ends of the handoff
	To      string  `json:"to"`
	Outcome Outcome `json:"outcome"`
	Note    string  `json:"note"`
}

// Outcome says what a drill has shown of a handoff.
type Outcome string

// The outcomes.
const (
	Confirmed    Outcome = "confirmed"     // it was done, and works
	Inconclusive Outcome = "inconclusive"  // it was done, and does not show whether it works
	NotPerformed Outcome = "not-performed" // it was not done
)

// Outcomes lists the outcomes in the order in which they are offered.
func Outcomes() []Outcome { return []Outcome{Confirmed, Inconclusive, NotPerformed} }

// Check returns what is wrong with an entry, by the names of its fields: a time
// that is none, an empty ID, an outcome that is none, and text that does not
// fit on a line.
func (e Entry) Check() graph.Problems {
	var ps graph.Problems
	fault := func(field, value, format string, args ...any) {
		ps = append(ps, graph.Problem{Path: "/" + field, Value: value}.Saying(format, args...))
	}
	if !isTime(e.Time) {
		fault("time", e.Time, "is no day such as 2026-03-04 or time such as 2026-03-04T10:15")
	}
	for _, f := range []struct{ name, value string }{{"flow", e.Flow}, {"from", e.From}, {"to", e.To}, {"note", e.Note}} {
		switch {
		case f.value == "" && f.name != "note":
			fault(f.name, "", "is empty; name the handoff by the ID of its flow and of the tasks at its ends")
		case !utf8.ValidString(f.value):
			fault(f.name, f.value, "is not valid UTF-8; save the file as UTF-8")
		case strings.ContainsFunc(f.value, unicode.IsControl):
			fault(f.name, f.value, "contains a line break or another control character; put it on one line")
		}
	}
	if !slices.Contains(Outcomes(), e.Outcome) {
		fault("outcome", string(e.Outcome), "is not one of %s, %s, %s", Confirmed, Inconclusive, NotPerformed)
	}
	return ps
}

// isTime reports whether s is a day of the calendar, with or without a time of
// day.
func isTime(s string) bool {
	date, clock, timed := strings.Cut(s, "T")
	if timed {
		if _, ok := graph.Clock(clock).Minutes(); !ok {
			return false
		}
	}
	if len(date) != 10 || date[4] != '-' || date[7] != '-' {
		return false
	}
	var n [3]int
	for i, part := range []string{date[:4], date[5:7], date[8:]} {
		for _, c := range []byte(part) {
			if c < '0' || c > '9' {
				return false
			}
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	year, month, day := n[0], n[1], n[2]
	return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

// daysIn returns the days of a month of the Gregorian calendar.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

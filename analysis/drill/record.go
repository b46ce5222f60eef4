package drill

import (
	"slices"
	"strconv"
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

	Number    int    `json:"number,omitempty"`    // of the drill, from 1; 0: not said
	Minutes   int    `json:"minutes,omitempty"`   // measured, from when From has the work until To has it, from 1; 0: not measured
	Evaluator string `json:"evaluator,omitempty"` // who saw it
	Finding   string `json:"finding,omitempty"`   // what is to be mended
	Owner     string `json:"owner,omitempty"`     // who mends it
	Due       string `json:"due,omitempty"`       // the day by which, as 2026-06-30
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

// What the figures of an entry may be at most: above, something else was meant.
const (
	MaxNumber  = 99999
	MaxMinutes = 99999
)

// Check returns what is wrong with an entry, by the names of its fields: a time
// that is none, an empty ID, an outcome that is none, text that does not fit on a
// line, a figure out of its range, and parts that contradict each other.
func (e Entry) Check() graph.Problems {
	var ps graph.Problems
	fault := func(field, value, format string, args ...any) {
		ps = append(ps, graph.Problem{Path: "/" + field, Value: value}.Saying(format, args...))
	}
	if !isTime(e.Time) {
		fault("time", e.Time, "is no day such as 2026-03-04 or time such as 2026-03-04T10:15")
	}
	for _, f := range e.texts() {
		switch {
		case f.value == "" && f.required:
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
	if e.Number < 0 || e.Number > MaxNumber {
		fault("number", strconv.Itoa(e.Number), "is no number of a drill; use 1 to %d, or leave it out", MaxNumber)
	}
	switch {
	case e.Minutes < 0 || e.Minutes > MaxMinutes:
		fault("minutes", strconv.Itoa(e.Minutes), "is no number of minutes; use 1 to %d, 1 for less than a minute, or leave it out", MaxMinutes)
	case e.Minutes > 0 && e.Outcome == NotPerformed:
		fault("minutes", strconv.Itoa(e.Minutes), "is measured of a handoff that was not performed; leave out the minutes, or correct the outcome")
	}
	if e.Due != "" && (len(e.Due) != len("2026-03-04") || !isTime(e.Due)) {
		fault("due", e.Due, "is no day such as 2026-03-04")
	}
	if e.Finding == "" && e.Owner+e.Due != "" {
		fault("finding", "", "is empty, but has an owner or a due date; say what is to be mended")
	}
	return ps
}

// field is a text of an entry.
type field struct {
	name, value string
	required    bool
}

func (e Entry) texts() []field {
	return []field{
		{"flow", e.Flow, true}, {"from", e.From, true}, {"to", e.To, true},
		{"note", e.Note, false}, {"evaluator", e.Evaluator, false}, {"finding", e.Finding, false}, {"owner", e.Owner, false},
	}
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

// Package hours says when somebody is reached: opening hours, holidays and time zones.
//
// Hours are written in a subset of the opening_hours of OpenStreetMap
// (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification):
//
//	hours = rule { ";" rule }
//	rule  = "24/7" | days "off" | [ days ] spans
//	days  = part { "," part }     part = "PH" | day [ "-" day ]
//	day   = "Mo" | "Tu" | "We" | "Th" | "Fr" | "Sa" | "Su"
//	spans = span { "," span }     span = time "-" time
//
// A time is one of a clock on the wall of the zone, 00:00 to 23:59 where a span begins
// and up to 48:00 where it ends; a span holds the minute at which it begins and not the
// one at which it ends. An end that is not after its beginning is one of the next day,
// and so is what is above 24:00. Spaces mean nothing, nor do case, the width of letters
// and the kind of a dash; days are read in Japanese letters, too.
//
// What a rule says of a day replaces what earlier rules say of it. A rule without days
// is about the seven days of the week. A holiday follows the rules that name PH, wherever
// they stand, and its day of the week where no rule does. (In OpenStreetMap a rule about
// days of the week that stands after one about PH covers holidays again.) A span belongs to
// the day on which it begins, and is not cut short by what the next day is.
//
// Clocks that are put forward or back change no hours: a night span is shorter or longer
// in minutes by what they are put, and what is open at 01:30 is open at both of them.
package hours

import (
	"fmt"
	"slices"
	"strings"
)

// Day is a day of the week, or a holiday.
type Day int

// The days in the order in which they are listed: those of the week, then holidays.
const (
	Mo Day = iota
	Tu
	We
	Th
	Fr
	Sa
	Su
	PH // a public holiday
)

const (
	weekDays = int(PH)
	allDays  = weekDays + 1
	perDay   = 24 * 60 // minutes of a day of 24 hours
)

// dayNames are the days as hours are written.
var dayNames = [allDays]string{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"}

// String returns the day as hours are written: Mo to Su and PH. It panics on other values.
func (d Day) String() string { return dayNames[d] }

// Span is a time from one minute on to before another, both counted from the midnight
// with which the day of the span begins: From is 0 to 1,439, To above it and at most
// 2,880. Above 1,440 it reaches into the next day.
type Span struct{ From, To int }

// String returns the span as hours are written, such as 22:00-06:00. An end in the next
// day stands above 24:00 only where it would be read as one of the same day otherwise.
func (s Span) String() string {
	to := s.To
	if to > perDay && to-perDay <= s.From {
		to -= perDay
	}
	return fmt.Sprintf("%s-%s", clock(s.From), clock(to))
}

// clock returns a number of minutes since midnight as HH:MM.
func clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// Rule is what is said of some days.
type Rule struct {
	Days   []Day  // in order, each once; without days in the text the seven of the week
	Spans  []Span // in order, none touching the next; none where Off
	Off    bool   // nobody is reached
	Always bool   // 24/7: every minute of the seven days of the week
}

// String returns the rule as hours are written.
func (r Rule) String() string {
	switch {
	case r.Always:
		return "24/7"
	case r.Off:
		return dayList(r.Days) + " off"
	}
	spans := make([]string, len(r.Spans))
	for i, s := range r.Spans {
		spans[i] = s.String()
	}
	text := strings.Join(spans, ",")
	if isWeek(r.Days) {
		return text
	}
	return dayList(r.Days) + " " + text
}

// dayList returns days in order as hours are written, three and more days of the week
// on end as a range.
func dayList(days []Day) string {
	var parts []string
	for i := 0; i < len(days); {
		end := i
		for end+1 < len(days) && days[end+1] == days[end]+1 && days[end+1] != PH {
			end++
		}
		if end-i < 2 {
			end = i
			parts = append(parts, days[i].String())
		} else {
			parts = append(parts, days[i].String()+"-"+days[end].String())
		}
		i = end + 1
	}
	return strings.Join(parts, ",")
}

// isWeek reports whether days are the seven of the week.
func isWeek(days []Day) bool { return len(days) == weekDays && days[weekDays-1] == Su }

// Rules are hours. The zero value has no rule: nobody is reached at any time.
// Rules are equal in the sense of reflect.DeepEqual when their texts are.
type Rules struct {
	list     []Rule
	spans    [allDays][]Span // what holds on a day: of the last rule that names it
	holidays bool            // a rule names PH
}

// newRules returns hours of rules in order.
func newRules(list []Rule) Rules {
	r := Rules{list: list}
	for _, rule := range list {
		for _, d := range rule.Days {
			r.spans[d] = rule.Spans
			r.holidays = r.holidays || d == PH
		}
	}
	return r
}

// String returns the hours in canonical form, which [Parse] reads as the same: rules in
// their order, parted by "; ", days and spans in order, spans that touch or overlap as one.
func (r Rules) String() string {
	texts := make([]string, len(r.list))
	for i, rule := range r.list {
		texts[i] = rule.String()
	}
	return strings.Join(texts, "; ")
}

// UsesHolidays reports whether some holiday would have other hours than its day of the
// week: a rule names PH, and what holds on holidays does not hold on each day of the week.
func (r Rules) UsesHolidays() bool {
	return r.holidays && slices.ContainsFunc(r.spans[:weekDays], func(s []Span) bool { return !slices.Equal(s, r.spans[PH]) })
}

// List returns the rules in their order. They are the caller's.
func (r Rules) List() []Rule {
	list := slices.Clone(r.list)
	for i := range list {
		list[i].Days, list[i].Spans = slices.Clone(list[i].Days), slices.Clone(list[i].Spans)
	}
	return list
}

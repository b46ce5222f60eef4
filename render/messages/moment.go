package messages

import (
	"strconv"

	"tasuki/graph/hours"
)

// Moment says a moment as the clocks of a calendar show it, such as Mon 30 Nov 08:30; stamp is
// one of [hours.Calendar.Stamp], with an offset. It is empty for an empty one.
func Moment(c hours.Calendar, stamp string, lang Language) string {
	m, err := c.Moment(stamp)
	if err != nil {
		return stamp
	}
	l := c.Local(m)
	months := [...]string{
		lang.Plain("Jan"), lang.Plain("Feb"), lang.Plain("Mar"), lang.Plain("Apr"), lang.Plain("May"), lang.Plain("Jun"),
		lang.Plain("Jul"), lang.Plain("Aug"), lang.Plain("Sep"), lang.Plain("Oct"), lang.Plain("Nov"), lang.Plain("Dec"),
	}
	return lang.Plain("{1} {2} {3} {4}||day, date, month, time", Weekday(l.Weekday, lang), strconv.Itoa(l.Day), months[l.Month-1], wallClock(l.Minute))
}

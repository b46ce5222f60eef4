package readiness

import (
	"fmt"

	"tasuki/analysis/readiness"
	"tasuki/graph/hours"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// perDay is how many minutes clocks show of a day.
const perDay = 24 * 60

// mostTimes is how many times one line lists; the others are counted.
const mostTimes = 6

// daily is the same time on several days of the week, given by their numbers from its first
// day on. From and to are minutes since the midnight of such a day.
type daily struct {
	from, to int
	days     []int
	apart    document.Phrase // a time that is not told by day
}

// when says times of a week: equal ones of several days together, in the order in which the
// first of each comes.
func when(p messages.Printer, w readiness.Week, list []readiness.Stretch) document.Phrase {
	if len(list) == 1 && list[0].From == w.Whole().From && list[0].To == w.Whole().To {
		return p.Say("all week")
	}
	var all []daily
	for _, s := range list {
		d := timeOf(p, w, s)
		merged := false
		for i := range all {
			if d.apart == nil && all[i].apart == nil && all[i].from == d.from && all[i].to == d.to {
				all[i].days, merged = append(all[i].days, d.days...), true
			}
		}
		if !merged {
			all = append(all, d)
		}
	}
	said := messages.Each(all[:min(len(all), mostTimes)], func(d daily) document.Phrase {
		if d.apart != nil {
			return d.apart
		}
		return p.Say("{1} {2}-{3}||days and a time", days(p, w, d.days), clock(d.from), clock(endOf(d.to)))
	})
	if more := len(all) - mostTimes; more > 0 {
		return p.Many(more, "{2} and {1} more time", "{2} and {1} more times", joined(p, said))
	}
	return joined(p, said)
}

// joined lists times, which hold commas themselves.
func joined(p messages.Printer, list []document.Phrase) document.Phrase {
	var all document.Phrase
	for i, one := range list {
		if i == 0 {
			all = one
			continue
		}
		all = p.Say("{1}; {2}||times", all, one)
	}
	return all
}

// timeOf returns a time as one of a day, or in words where it is longer, or clocks show one
// of its ends twice.
func timeOf(p messages.Printer, w readiness.Week, s readiness.Stretch) daily {
	from, twice := w.Local(s.From)
	to, again := w.Local(s.To)
	day, length := dayOf(w, s.From), dayOf(w, s.To)*perDay+to.Minute
	length -= day * perDay
	if !twice && !again && length-from.Minute <= perDay {
		return daily{from: from.Minute, to: length, days: []int{day}}
	}
	last, end := to.Weekday, clock(to.Minute)
	if to.Minute == 0 {
		last, end = (to.Weekday+hours.PH-1)%hours.PH, clock(perDay)
	}
	begin := clock(from.Minute)
	if twice {
		begin += " (" + offset(from) + ")"
	}
	if again {
		end += " (" + offset(to) + ")"
	}
	return daily{apart: p.Say("{1} {2} to {3} {4}||from a day to a day", messages.Weekday(from.Weekday, p.Language), begin, messages.Weekday(last, p.Language), end)}
}

// dayOf returns on which day of the week a moment lies, from 0.
func dayOf(w readiness.Week, m hours.Moment) int {
	first, _ := w.Local(w.Whole().From)
	l, _ := w.Local(m)
	n := int(l.Weekday-first.Weekday+hours.PH) % int(hours.PH)
	if n == 0 && m > w.Whole().From+perDay*2 {
		return int(hours.PH) // the end of the week
	}
	return n
}

// endOf returns the minute of the clock at which a time ends: 24:00 rather than 00:00.
func endOf(minute int) int {
	if minute > perDay {
		return minute - perDay
	}
	return minute
}

func clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

func offset(l hours.Local) string {
	if l.OffsetMinutes < 0 {
		return "-" + clock(-l.OffsetMinutes)
	}
	return "+" + clock(l.OffsetMinutes)
}

// days names days of the week by their numbers, three and more on end as a range.
func days(p messages.Printer, w readiness.Week, list []int) document.Phrase {
	first, _ := w.Local(w.Whole().From)
	name := func(n int) document.Phrase {
		return document.Words(messages.Weekday((first.Weekday+hours.Day(n))%hours.PH, p.Language))
	}
	var all []document.Phrase
	for i := 0; i < len(list); {
		end := i
		for end+1 < len(list) && list[end+1] == list[end]+1 {
			end++
		}
		if end-i < 2 {
			end = i
			all = append(all, name(list[i]))
		} else {
			all = append(all, p.Say("{1}-{2}||days", name(list[i]), name(list[end])))
		}
		i = end + 1
	}
	return p.List(all)
}

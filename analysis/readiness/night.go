package readiness

import (
	"fmt"
	"slices"

	"tasuki/graph"
	"tasuki/graph/hours"
)

// nights are the evenings of two weeks on which nights of normal weeks begin: one while
// clocks of the north show winter time, one while they show summer time.
var nights = func() []string {
	var days []string
	for i := range weekDays {
		days = append(days, fmt.Sprintf("2026-01-%02d", 12+i), fmt.Sprintf("2026-07-%02d", 13+i))
	}
	return days
}()

// Declares reports whether any organization declares a contact.
func Declares(g *graph.Graph) bool {
	return slices.ContainsFunc(g.Organizations(), func(o graph.Organization) bool { return len(o.Contacts)+len(o.ContactLists) > 0 })
}

// Night returns the worst standing of an organization about a flow at any minute of the
// nights, 22:00 to 06:00 by its own clock, of normal weeks: no day is a holiday, and what
// other organizations are called is judged at the same moment by their clocks. They are the
// weeks from 2026-01-12 and from 2026-07-13. Of the lists for severities that which gets
// furthest counts. It takes O(v·m·(c·s+log t)) for v severities, and else as [Of].
func Night(g *graph.Graph, org int, flow string) Standing {
	severities := []string{""}
	for _, s := range g.Dataset().Severities {
		severities = append(severities, s.ID)
	}
	plain := func(org int) hours.Calendar { return g.Calendar(org).WithoutHolidays() }
	furthest := Nobody
	for i, severity := range severities {
		c := newChain(g, org, flow, severity, plain)
		if s := c.night(plain(org)); i == 0 || furthest.Worse(s) {
			furthest = s
		}
	}
	return furthest
}

func (c chain) night(clock hours.Calendar) Standing {
	low := First
	for _, day := range nights {
		from, err := clock.Moment(day + "T22:00")
		if err != nil {
			continue // no zone puts its clocks at that hour of these days
		}
		for _, m := range c.changes(from, from+8*perHour) {
			low = worst([]Standing{low, c.at(m).Standing})
		}
	}
	return low
}

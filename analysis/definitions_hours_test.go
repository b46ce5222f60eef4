package analysis_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph/hours"
)

// hoursResults computes the example of opening hours, whose block has a line for the
// zone, one for the holidays and one for the hours.
func hoursResults(t *testing.T, sections []string) []string {
	t.Helper()
	at := slices.IndexFunc(sections, func(text string) bool { return strings.HasPrefix(text, "Opening hours\n") })
	if at < 0 {
		t.Fatal("docs/definitions.md says nothing of opening hours")
	}
	block := strings.Split(fenced(t, sections[at], "hours"), "\n")
	if len(block) != 3 {
		t.Fatalf("the example has %d lines, want 3", len(block))
	}
	c, err := hours.NewCalendar(block[0], strings.Fields(block[1]))
	if err != nil {
		t.Fatal(err)
	}
	r, err := hours.Parse(block[2])
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	reached := func(texts ...string) {
		for _, text := range texts {
			lines = append(lines, line(text, reachedAt(r, c, text)))
		}
	}
	change := func(text string) (from, to hours.Moment) {
		from, err := c.Moment(text)
		to, found := r.Change(c, from, 7*24*60)
		if err != nil || !found {
			t.Fatalf("no change after %s (%v)", text, err)
		}
		return from, to
	}
	reached("2026-11-25T17:59", "2026-11-25T18:00", "2026-11-26T09:00", "2026-11-29T05:59", "2026-11-29T06:00", "2026-11-29T05:59Z")
	_, next := change("2026-11-25T18:00")
	lines = append(lines, line("change after 2026-11-25T18:00", c.Local(next).String()))
	for _, text := range []string{"2026-11-28T22:00", "2026-03-07T22:00", "2026-10-31T22:00"} {
		from, to := change(text)
		lines = append(lines, line("minutes from "+text, strconv.Itoa(int(to-from))))
	}
	reached("2026-03-08T02:30", "2026-11-01T01:30", "2026-11-01T01:30-05:00")
	return lines
}

// reachedAt says whether somebody is reached, or why the moment is none.
func reachedAt(r hours.Rules, c hours.Calendar, text string) string {
	m, err := c.Moment(text)
	switch {
	case err != nil && strings.Contains(err.Error(), "does not exist"):
		return "no such moment"
	case err != nil && strings.Contains(err.Error(), "comes twice"):
		return "comes twice"
	case err != nil:
		return err.Error()
	case r.Open(c, m):
		return "reached"
	}
	return "not reached"
}

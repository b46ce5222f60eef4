package readiness

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/graph/hours"
)

func helpdesk(t *testing.T) *graph.Graph {
	t.Helper()
	g, err := files.Open(t.Context(), "../../examples/helpdesk", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// textOf writes a reach as the tables of testdata do.
func textOf(r Reach) string {
	text := string(r.Standing)
	for i, c := range []*CallTo{r.First, r.Sure} {
		if c == nil {
			continue
		}
		if i > 0 {
			text += ", for sure"
		}
		wait := "unknown"
		if c.WaitMinutes != nil {
			wait = strconv.Itoa(*c.WaitMinutes)
		}
		var names []string
		for _, p := range c.Posts {
			if names = append(names, p.Name.EN); p.Undeclared {
				names[len(names)-1] += "?"
			}
		}
		text += fmt.Sprintf(" %s/%d %s %s", c.Organization, c.Level, strings.Join(names, " and "), wait)
	}
	return text
}

// window is a line of the table: who is reached at some minutes of a week.
type window struct {
	inside func(l hours.Local) bool
	want   string
}

// TestHelpdesk compares every minute of three weeks with what was worked out by hand, over a
// change of clocks and a holiday in each country.
func TestHelpdesk(t *testing.T) {
	text, err := os.ReadFile("testdata/helpdesk.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, week := range strings.Split(string(text), "\nweek ")[1:] {
		day, table, _ := strings.Cut(week, "\n")
		w, err := Of(helpdesk(t), Options{Day: day})
		if err != nil {
			t.Fatal(err)
		}
		if len(w.Hours) != 168 {
			t.Errorf("the week of %s has %d hours", day, len(w.Hours))
		}
		outage := w.Flows[0]
		windows := map[string][]window{}
		for _, line := range strings.Split(table, "\n") {
			what, want, ok := strings.Cut(line, " = ")
			if counts, isCount := strings.CutPrefix(line, "hours "); isCount {
				checkHours(t, day, outage, counts)
			}
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			words := strings.Fields(what)
			windows[words[0]] = append(windows[words[0]], window{insideOf(t, words[1:]), want})
		}
		if len(windows) == 0 {
			t.Fatal("the table is empty")
		}
		for _, p := range outage.Parties {
			for _, s := range p.Spans {
				for m := s.From; m < s.To; m++ {
					l, _ := w.Local(m)
					i := slices.IndexFunc(windows[p.Organization], func(x window) bool { return x.inside(l) })
					if i < 0 {
						continue // the table leaves it out
					}
					if got := textOf(s.Reach); got != windows[p.Organization][i].want {
						t.Fatalf("%s at %s: %s, want %s", p.Organization, l, got, windows[p.Organization][i].want)
					}
				}
			}
		}
	}
}

// insideOf reads days and a time, or else.
func insideOf(t *testing.T, words []string) func(hours.Local) bool {
	t.Helper()
	if words[0] == "else" {
		return func(hours.Local) bool { return true }
	}
	minute := func(text string) int {
		hour, minutes, _ := strings.Cut(text, ":")
		h, err1 := strconv.Atoi(hour)
		m, err2 := strconv.Atoi(minutes)
		if err1 != nil || err2 != nil {
			t.Fatalf("no time: %s", text)
		}
		return 60*h + m
	}
	first, last, _ := strings.Cut(words[len(words)-1], "-")
	from, to, days := minute(first), minute(last), words[:len(words)-1]
	return func(l hours.Local) bool {
		on := func(day int) bool { return slices.Contains(days, strconv.Itoa(day)) }
		return on(l.Day) && from <= l.Minute && l.Minute < to || on(l.Day-1) && l.Minute+perDay < to
	}
}

func checkHours(t *testing.T, day string, f FlowWeek, line string) {
	t.Helper()
	name, want, _ := strings.Cut(line, ": ")
	got := f.Counts
	for _, p := range f.Parties {
		if p.Organization == name {
			got = p.Counts
		}
	}
	for _, part := range strings.Split(want, ", ") {
		word, n, _ := strings.Cut(part, " ")
		if have := fmt.Sprint(map[string]int{"first": got.First, "later": got.Later, "nobody": got.Nobody}[word]); have != n {
			t.Errorf("week of %s, %s: %s %s, want %s", day, name, word, have, n)
		}
	}
}

// TestWeekOfAChange tells the week in which clocks go back by the clock of Dublin: 169 hours,
// of which two begin at 01:00.
func TestWeekOfAChange(t *testing.T) {
	for _, c := range []struct {
		day, calendar string
		hours         int
		starts        []string
	}{
		{"2026-10-19", "dublin", 169, []string{"2026-10-25T01:00+01:00", "2026-10-25T01:00+00:00"}},
		{"2026-10-20", "dublin", 169, []string{"2026-10-20T00:00+01:00", "2026-10-26T23:00+00:00"}},
		{"2026-03-23", "dublin", 167, []string{"2026-03-29T00:00+00:00", "2026-03-29T02:00+01:00"}},
		{"2026-10-19", "", 168, []string{"2026-10-19T00:00+09:00"}},
	} {
		w, err := Of(helpdesk(t), Options{Day: c.day, Calendar: c.calendar, Flow: "release"})
		if err != nil {
			t.Fatal(err)
		}
		if len(w.Hours) != c.hours || len(w.Flows) != 1 || len(w.Flows[0].Hours) != c.hours {
			t.Errorf("%s %s: %d hours", c.day, c.calendar, len(w.Hours))
		}
		for _, start := range c.starts {
			if !slices.ContainsFunc(w.Hours, func(h Hour) bool { return h.Start == start }) {
				t.Errorf("%s %s: no hour begins at %s", c.day, c.calendar, start)
			}
		}
	}
}

func TestMistakes(t *testing.T) {
	for _, o := range []Options{
		{Day: "2026-02-30"}, {Day: ""}, {Day: "2026-10-19", Flow: "x"}, {Day: "2026-10-19", Severity: "x"}, {Day: "2026-10-19", Calendar: "x"},
	} {
		if _, err := Of(helpdesk(t), o); err == nil {
			t.Errorf("%+v is no mistake", o)
		}
	}
}

// TestMajor asks for the list of a severity: two posts at once, always.
func TestMajor(t *testing.T) {
	w, err := Of(helpdesk(t), Options{Day: "2026-10-19", Severity: "major", Flow: "outage"})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range w.Flows[0].Parties {
		if p.Organization == "desk" && (len(p.Spans) != 1 || textOf(p.Spans[0].Reach) != "first desk/1 Duty officer and Service manager 0") {
			t.Errorf("desk: %+v", p.Spans)
		}
	}
}

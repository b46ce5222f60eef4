package logtext

import (
	"bufio"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tasuki/graph"
	"tasuki/graph/eventlog"
)

// Log is a log in memory.
type Log struct {
	names eventlog.Names
	cases []eventlog.Case
}

// Cases are the cases of the log, in the order of their first rows.
func (l *Log) Cases() eventlog.Cases {
	return func(yield func(eventlog.Case, error) bool) {
		for _, c := range l.cases {
			if !yield(c, nil) {
				return
			}
		}
	}
}

// Names are the texts of the log.
func (l *Log) Names() *eventlog.Names { return &l.names }

// List returns the cases.
func (l *Log) List() []eventlog.Case { return l.cases }

// Read returns the log that a text states; the text is wrong where the test fails.
func Read(tb testing.TB, text string) *Log {
	tb.Helper()
	l, err := Parse(text)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// Parse returns the log that a text states.
func Parse(text string) (*Log, error) {
	l := &Log{}
	row := int64(0)
	for scanner := bufio.NewScanner(strings.NewReader(text)); scanner.Scan(); {
		line, _, _ := strings.Cut(scanner.Text(), "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		fields := strings.Split(line, ",")
		if len(fields) != 4 {
			return nil, fmt.Errorf("%q has %d fields, not case, activity, performer and time", line, len(fields))
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		at, err := instant(fields[3])
		if err != nil {
			return nil, err
		}
		row++
		l.Add(fields[0], fields[1], fields[2], at, row)
	}
	l.Sort()
	return l, nil
}

// Add adds an event; a text that is empty stands for nobody, or no activity.
func (l *Log) Add(id, activity, performer string, at, row int64) {
	i := slices.IndexFunc(l.cases, func(c eventlog.Case) bool { return c.ID == id })
	if i < 0 {
		i = len(l.cases)
		l.cases = append(l.cases, eventlog.Case{ID: id})
	}
	e := eventlog.Event{Activity: intern(&l.names.Activities, activity), Performer: intern(&l.names.Performers, performer), Time: at, Row: row}
	l.cases[i].Events = append(l.cases[i].Events, e)
}

// Sort puts the events of each case in order; one without a time stays behind the row before
// it.
func (l *Log) Sort() {
	for _, c := range l.cases {
		times := map[int64]int64{}
		before := eventlog.NoTime
		for _, e := range c.Events {
			if e.Time != eventlog.NoTime {
				before = e.Time
			}
			times[e.Row] = before
		}
		slices.SortStableFunc(c.Events, func(a, b eventlog.Event) int {
			a.Time, b.Time = times[a.Row], times[b.Row]
			return eventlog.Compare(a, b)
		})
	}
}

func intern(list *[]string, text string) uint32 {
	if text == "" {
		return eventlog.Nobody
	}
	i := slices.Index(*list, text)
	if i < 0 {
		i = len(*list)
		*list = append(*list, text)
	}
	return uint32(i)
}

func instant(text string) (int64, error) {
	if text == "" {
		return eventlog.NoTime, nil
	}
	if minutes, err := strconv.Atoi(text); err == nil {
		return int64(minutes) * time.Minute.Microseconds(), nil
	}
	t, err := time.Parse("2006-01-02T15:04", text)
	return t.UnixMicro(), err
}

// Map ties the names of a log to the tasks and organizations of their ID.
func Map(g *graph.Graph, names *eventlog.Names) *eventlog.Map {
	tie := func(list []string, index func(id string) (int, bool)) (to []int) {
		for _, name := range list {
			i, ok := index(name)
			switch {
			case strings.HasPrefix(name, "-"):
				i = eventlog.Ignored
			case !ok:
				i = eventlog.Unmapped
			}
			to = append(to, i)
		}
		return to
	}
	return &eventlog.Map{Tasks: tie(names.Activities, g.TaskIndex), Organizations: tie(names.Performers, g.OrganizationIndex)}
}

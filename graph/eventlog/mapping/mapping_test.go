package mapping

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/graph/eventlog"
	"tasuki/graph/said"
)

func dataset(t *testing.T) *graph.Graph {
	t.Helper()
	g, err := graph.New(graph.Dataset{
		Organizations: []graph.Organization{
			{ID: "ops", Name: graph.Name{EN: "Operations", JA: "運用課"}, Aliases: []string{"Ops Desk"}},
			{ID: "vendor", Name: graph.Name{EN: "Vendor A"}}, {ID: "vendor-b", Name: graph.Name{EN: "Vendor B"}},
		},
		Tasks: []graph.Task{
			{ID: "1-1", Name: graph.Name{EN: "Receive the request", JA: "依頼の受付"}}, {ID: "1-2", Name: graph.Name{EN: "Analyse"}},
			{ID: "2-1", Name: graph.Name{EN: "Close"}}, {ID: "2-2", Name: graph.Name{EN: "Close"}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestEveryFaultIsNamed(t *testing.T) {
	f := File{TimeLayout: "us", Zone: "Tokyo",
		Activities: map[string]string{"A": "1-1", "B/b": "1-3"}, Performers: map[string]string{"u": "op", "v": "ops"},
		Ignored: Ignored{Activities: []string{"C", "A"}}, Nobody: []string{"v"}}
	var got []string
	for _, p := range f.Check(dataset(t)) {
		got = append(got, fmt.Sprintf("%s %q %s", p.Path, p.Value, p.Message))
	}
	want := `/timeLayout "us" is no layout of time stamps; use one of iso, day-month, month-day, seconds, milliseconds, microseconds
/zone "Tokyo" is no time zone; write it as IANA does, such as Asia/Tokyo
/activities/B~1b "1-3" is no ID of a task of the dataset; the nearest are 1-1, 1-2, 2-1
/ignored/activities/1 "A" is left out here, and mapped, too; keep one
/performers/u "op" is no ID of an organization of the dataset; the nearest are ops, vendor, vendor-b
/nobody/0 "v" stands for nobody here, and among the performers, too; keep one`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

// cases are a log in memory.
type cases struct {
	names eventlog.Names
	list  []eventlog.Case
}

func (c *cases) Names() *eventlog.Names { return &c.names }

func (c *cases) Cases() eventlog.Cases {
	return func(yield func(eventlog.Case, error) bool) {
		for _, one := range c.list {
			if !yield(one, nil) {
				return
			}
		}
	}
}

func log() *cases {
	c := &cases{names: eventlog.Names{Activities: []string{"受付", "analyze", "Close", "RECEIVE THE REQUEST", "zzz", "x"}, Performers: []string{"Ops Desk", "vendr", "EMPTY", "Vendor C", "never"}}}
	for _, e := range [][2]uint32{{3, 0}, {3, 0}, {1, 1}, {2, 2}, {4, 3}, {4, eventlog.Nobody}, {eventlog.Nobody, 0}, {0, 0}, {5, 0}} {
		c.list = append(c.list, eventlog.Case{ID: "c", Events: []eventlog.Event{{Activity: e[0], Performer: e[1]}}})
	}
	return c
}

func TestEveryEventIsCounted(t *testing.T) {
	l := log()
	c, err := Count(l)
	if err != nil {
		t.Fatal(err)
	}
	f := File{Activities: map[string]string{"RECEIVE THE REQUEST": "1-1", "gone": "1-2"}, Performers: map[string]string{"Ops Desk": "ops"}, Ignored: Ignored{Activities: []string{"zzz", "too"}}}
	m := f.Map(dataset(t), l.Names())
	if fmt.Sprint(m) != "{[-1 -1 -1 0 -2 -1] [0 -1 -1 -1 -1]}" {
		t.Error(m)
	}
	got := f.Tally(l.Names(), &m, c)
	want := Tally{
		Side{2, 2, 4, 1, []Value{{"Close", 1}, {"analyze", 1}, {"x", 1}, {"受付", 1}}, []Value{{"zzz", 2}}, []string{"gone", "too"}},
		Side{5, 0, 3, 1, []Value{{"EMPTY", 1}, {"Vendor C", 1}, {"vendr", 1}}, nil, nil},
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%v\nwant\n%v", got, want)
	}
}

func TestDraft(t *testing.T) {
	l := log()
	c, _ := Count(l)
	a := eventlog.Account{Format: "csv", Layout: "day-month", Zone: "UTC", Rows: 10, Events: 9, Cases: 9, Columns: eventlog.Columns{Case: "case", Activity: "what: done"},
		LeftOut: []eventlog.LeftOut{{Reason: eventlog.NoCase, Count: 1, First: []int64{4}}}, Notes: []said.Note{said.Notef("a note\nin two lines")}}
	got := string(Draft("log.csv", a, l.Names(), c, dataset(t)))
	want := `# A proposed mapping of the event log "log.csv". Correct it, and remove the # of lines that hold.
# 10 rows: 9 events of 9 cases; left out 1: no-case, first in row 4.
# a note in two lines

# Where the facts of an event stand.
columns:
  case: "case"
  activity: "what: done"
timeLayout: day-month
# Time stamps that say no zone are of this one.
zone: UTC

# Which task each activity is, by ID. What is no task of the dataset belongs under ignored.
activities:
  "RECEIVE THE REQUEST": "1-1" # 2 events
  # "zzz": # 2 events
  # "Close": "2-1" # 1 event; candidates: "2-1", "2-2"
  "analyze": "1-2" # 1 event
  # "x": # 1 event
  # "受付": # 1 event

# Which organization each performer belongs to, by ID.
performers:
  "Ops Desk": "ops" # 5 events
  # "Vendor C": "vendor" # 1 event; candidates: "vendor", "vendor-b"
  "vendr": "vendor" # 1 event

# Values that look as if the log named nobody. Without this list each is a performer of its own.
nobody:
  - "EMPTY" # 1 event

# Values that are left out, and counted as such.
ignored:
  activities: []
  performers: []
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

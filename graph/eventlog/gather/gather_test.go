package gather

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"tasuki/graph/eventlog"
)

// rows are a log in memory: the case of each row, and its event.
type rows struct {
	ids    []string
	events []eventlog.Event
	fail   error // after all rows
}

func (r *rows) Names() *eventlog.Names { return &eventlog.Names{} }

func (r *rows) Read(ctx context.Context, run func(id []byte, events []eventlog.Event) error) error {
	for i := 0; i < len(r.ids); {
		j := i + 1
		for j < len(r.ids) && r.ids[j] == r.ids[i] && j%3 != 0 { // several runs of one case may follow each other
			j++
		}
		events := slices.Clone(r.events[i:j])
		if err := run([]byte(r.ids[i]), events); err != nil {
			return err
		}
		clear(events) // valid until then
		i = j
	}
	return r.fail
}

// byHand puts rows into cases as the definition says it.
func (r *rows) byHand() (cases []eventlog.Case) {
	at := map[string]int{}
	for i, id := range r.ids {
		n, ok := at[id]
		if !ok {
			n = len(cases)
			at[id], cases = n, append(cases, eventlog.Case{ID: id})
		}
		cases[n].Events = append(cases[n].Events, r.events[i])
	}
	for n, c := range cases {
		// Insert each event with a time, and those without that follow it, behind the last
		// one that is not later.
		var list [][]eventlog.Event
		for _, e := range c.Events {
			if e.Time == eventlog.NoTime && len(list) > 0 {
				for k := range list {
					if slices.ContainsFunc(list[k], func(o eventlog.Event) bool { return o.Row == lastRow(c.Events, e) }) {
						list[k] = append(list[k], e)
					}
				}
				continue
			}
			k := len(list)
			for k > 0 && list[k-1][0].Time > e.Time {
				k--
			}
			list = slices.Insert(list, k, []eventlog.Event{e})
		}
		cases[n].Events = slices.Concat(list...)
	}
	return cases
}

// lastRow returns the row before an event in its case.
func lastRow(events []eventlog.Event, e eventlog.Event) int64 {
	return events[slices.Index(events, e)-1].Row
}

func random(r *rand.Rand, together bool) *rows {
	log := &rows{}
	id := 0
	for i := range r.IntN(120) {
		if r.IntN(3) == 0 {
			id++
			if !together {
				id = r.IntN(12)
			}
		}
		time := int64(r.IntN(6))
		if r.IntN(8) == 0 {
			time = eventlog.NoTime
		}
		log.ids = append(log.ids, fmt.Sprint("c", id))
		log.events = append(log.events, eventlog.Event{Activity: uint32(r.IntN(4)) - 1, Performer: uint32(r.IntN(4)) - 1, Time: time, Row: int64(i + 1)})
	}
	return log
}

func collect(l eventlog.Log) (cases []eventlog.Case, err error) {
	for c, err := range l.Cases() {
		if err != nil {
			return cases, err
		}
		cases = append(cases, eventlog.Case{ID: c.ID, Events: slices.Clone(c.Events)})
	}
	return cases, nil
}

// TestCasesAreTheSameWhereverTheyAreHeld compares with the definition, whatever fits into
// memory, on the first pass and on a later one.
func TestCasesAreTheSameWhereverTheyAreHeld(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	modes := map[string]int{}
	for i := range 300 {
		log := random(r, i%3 == 0)
		for _, memory := range []int64{1, 400, 2000, 1 << 20} {
			l, err := Open(t.Context(), log, Options{Memory: memory, Temporary: t.TempDir()})
			if err != nil {
				t.Fatal(err)
			}
			modes[fmt.Sprint(l.held != nil, l.disk != nil)]++
			for range 2 {
				got, err := collect(l)
				if want := log.byHand(); err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
					t.Fatalf("memory %d, %v\ngot  %v\nwant %v\nerror %v", memory, log.ids, got, want, err)
				}
				if cases, events := l.Len(); int(cases) != len(got) || int(events) != len(log.ids) {
					t.Fatalf("%d cases and %d events, want %d and %d", cases, events, len(got), len(log.ids))
				}
			}
			for range l.Cases() {
				break // nobody needs to take all
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(modes) != 3 {
		t.Errorf("not every way was gone: %v", modes)
	}
}

func TestNothingStaysOnDisk(t *testing.T) {
	folder := t.TempDir()
	log := random(rand.New(rand.NewPCG(7, 8)), false)
	log.fail = errors.New("the file ends")
	if _, err := Open(t.Context(), log, Options{Memory: 1, Temporary: folder}); !errors.Is(err, log.fail) {
		t.Fatalf("error %v", err)
	}
	log.fail = nil
	l, err := Open(t.Context(), log, Options{Memory: 1, Temporary: folder})
	if err != nil || l.disk == nil {
		t.Fatal(err)
	}
	if err := errors.Join(l.Close(), l.Close()); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
	if _, err := Open(t.Context(), log, Options{Memory: 1, Temporary: folder + "/none"}); err == nil {
		t.Error("a folder that is not there was taken")
	}
}

func TestPassesCanBeStopped(t *testing.T) {
	for _, memory := range []int64{1, 1 << 20} {
		ctx, stop := context.WithCancel(t.Context())
		l, err := Open(ctx, random(rand.New(rand.NewPCG(9, 9)), false), Options{Memory: memory})
		if err != nil {
			t.Fatal(err)
		}
		stop()
		if _, err := collect(l); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
		l.Close()
	}
}

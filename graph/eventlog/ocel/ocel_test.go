package ocel

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"tasuki/graph/eventlog"
	"tasuki/graph/said"
)

func opener(text string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

func text(l *Log) (string, error) {
	var b strings.Builder
	err := l.Read(context.Background(), func(id []byte, events []eventlog.Event) error {
		for _, e := range events {
			who := "-"
			if e.Performer != eventlog.Nobody {
				who = l.Names().Performers[e.Performer]
			}
			what := "-"
			if e.Activity != eventlog.Nobody {
				what = l.Names().Activities[e.Activity]
			}
			at := "-"
			if e.Time != eventlog.NoTime {
				at = time.UnixMicro(e.Time).UTC().Format("01-02 15:04")
			}
			fmt.Fprintf(&b, "%s|%s|%s|%s|%d\n", id, what, who, at, e.Row)
		}
		return nil
	})
	return b.String(), err
}

// sample has its events before its objects, which the order of keys does not forbid.
const sample = `{"eventTypes": [{"name": "pack", "attributes": [{"name": "deep", "type": [[["string"]]]}]}],
"events": [
 {"id": "e1", "type": "place", "time": "2019-01-02T10:00:00Z", "attributes": [{"name": "resource", "value": "ann"}],
  "relationships": [{"objectId": "o1", "qualifier": "of"}, {"objectId": "i1", "qualifier": "item"}, {"objectId": "i2", "qualifier": "item"}, {"objectId": "i2", "qualifier": "again"}]},
 {"id": "e2", "type": "pack", "time": "2019-01-02T11:00:00", "attributes": [{"name": "resource", "value": 7}], "relationships": [{"objectId": "i2", "qualifier": ""}]},
 {"id": "e3", "type": "send", "time": "soon", "relationships": [{"objectId": "i1", "qualifier": ""}]},
 {"id": "e4", "type": "send", "time": "2019-01-03T00:00:00Z", "relationships": [{"objectId": "o1", "qualifier": ""}]},
 {"id": "e5", "type": "", "time": "", "attributes": [{"name": "resource", "value": "NONE"}], "relationships": [{"objectId": "i1", "qualifier": ""}]}],
"objectTypes": [],
"objects": [{"id": "o1", "type": "order"}, {"id": "i1", "type": "item", "relationships": [{"objectId": "o1"}]}, {"id": "i2", "type": "item"}]}`

func TestObjectsOfOneTypeAreCases(t *testing.T) {
	l, err := Open(t.Context(), opener(sample), Options{ObjectType: "item", Nobody: []string{"NONE"}, Zone: "Asia/Tokyo"})
	if err != nil {
		t.Fatal(err)
	}
	want := `i1|place|ann|01-02 10:00|1
i2|place|ann|01-02 10:00|1
i2|pack|7|01-02 02:00|2
i1|-|-|-|5
`
	for range 2 {
		if got, err := text(l); err != nil || got != want {
			t.Fatalf("got\n%swant\n%serror %v", got, want, err)
		}
	}
	a := l.Account()
	if s := fmt.Sprint(a.LeftOut); s != "[{no-case 1 [4] } {unread-time 1 [3] soon}]" || a.Rows != 5 || a.Events != 4 {
		t.Errorf("%+v", a)
	}
	if notes := strings.Join(said.Texts(a.Notes), "\n"); !strings.Contains(notes, `several objects of type "item", which belong to each: 1; rows that they add: 1`) {
		t.Error(notes)
	}
}

func TestWhatIsNoLogIsRefused(t *testing.T) {
	for in, want := range map[string]string{
		`[]`:               "[ stands where { belongs",
		`{"a": 1}`:         `it has neither "events" nor "objects"`,
		`{"events": []}`:   "it has no objects",
		`{"events": [{]}`:  "byte ",
		`{"events": [`:     "unexpected EOF",
		`{"events": []} x`: "byte ",
		sample:             `objects of several types may be the cases, with their numbers "item" (2), "order" (1); say which with tasuki propose log --object-type, or as objectType in the mapping`,
		`{"objects":[{"id":"a","type":"t"},{"id":"a","type":"t"}]}`:                   `object "a" stands twice`,
		`{"events":[{"id":"` + strings.Repeat("x", 40<<20) + `"}]}`:                   "an element has more than",
		`{"x":` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + `}`:     "it has neither",
		`{"objects":[{"id":"a","type":"t","x":` + strings.Repeat("[", 20_000) + `}]}`: "byte ",
	} {
		if _, err := Open(t.Context(), opener(in), Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %s", in, err, want)
		}
	}
	for o, want := range map[*Options]string{
		{ObjectType: "itm"}:                                                      `the nearest is "item"`,
		{Columns: eventlog.Columns{Activity: "type"}}:                            "says itself",
		{ObjectType: "item", Columns: eventlog.Columns{Organization: "rsource"}}: `there are ["resource"]`,
		{Zone: "Mars"}: "is no time zone",
	} {
		if _, err := Open(t.Context(), opener(sample), *o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %s", o, err, want)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Open(ctx, opener(sample), Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// FuzzOCEL holds that no input stops the program, and that every event is one or left out.
func FuzzOCEL(f *testing.F) {
	f.Add([]byte(sample), "item")
	f.Add([]byte(`{"objects":[{"id":"a","type":"t"}],"events":[{"type":"x","relationships":[{"objectId":"a"}]}]}`), "")
	f.Fuzz(func(t *testing.T, in []byte, kind string) {
		l, err := Open(t.Context(), func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(in)), nil }, Options{ObjectType: kind})
		if err != nil {
			return
		}
		first, err := text(l)
		again, againErr := text(l)
		if fmt.Sprint(err) != fmt.Sprint(againErr) || err == nil && first != again {
			t.Fatalf("%q %v\n%q %v", first, err, again, againErr)
		}
		a, out := l.Account(), int64(0)
		for _, o := range a.LeftOut {
			out += o.Count
		}
		if err == nil && (a.Events+out < a.Rows || out > a.Rows) {
			t.Fatalf("%+v", a)
		}
	})
}

package xes

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

// text writes a log one event a line: case, activity, performer, time, row.
func text(l *Log) (string, error) {
	var b strings.Builder
	err := l.Read(context.Background(), func(id []byte, events []eventlog.Event) error {
		for _, e := range events {
			name := func(list []string, i uint32) string {
				if i == eventlog.Nobody {
					return "-"
				}
				return list[i]
			}
			at := "-"
			if e.Time != eventlog.NoTime {
				at = time.UnixMicro(e.Time).UTC().Format("01-02 15:04")
			}
			fmt.Fprintf(&b, "%s|%s|%s|%s|%d\n", id, name(l.Names().Activities, e.Activity), name(l.Names().Performers, e.Performer), at, e.Row)
		}
		return nil
	})
	return b.String(), err
}

const sample = `<?xml version="1.0" encoding="UTF-8"?>
<!-- a log -->
<log xes.version="1.0">
  <extension name="Concept" prefix="c" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace"><string key="c:name" value="__INVALID__"/></global>
  <global scope="event">
    <string key="c:name" value="__INVALID__"/>
    <string key="org:resource" value="desk"/>
  </global>
  <classifier name="Both" keys="c:name 'cost centre'"/>
  <string key="source" value="by hand"/>
  <trace>
    <string key="c:name" value="one &amp; only"/>
    <event>
      <string key="c:name" value="A &lt;1&gt;"><string key="c:name" value="nested"/></string>
      <date key="time:timestamp" value="2019-01-02T10:00:00.000+09:00"/>
      <string key="lifecycle:transition" value="start"/>
    </event>
    <event>
      <string key="c:name" value="A &lt;1&gt;"><string key="c:name" value="nested"/></string>
      <date key="time:timestamp" value="2019-01-02T10:00:00.000+09:00"/>
      <string key="lifecycle:transition" value="COMPLETE"/>
      <string key="cost centre" value="7"/>
      <list key="l"><values><string key="c:name" value="in a list"/></values></list>
    </event>
    <event>
      <string key="org:resource" value="EMPTY"/>
      <string key="org:group" value="g"/>
      <date key="time:timestamp" value="yesterday"/>
    </event>
    <event><string key="org:resource" value="EMPTY"/></event>
  </trace>
  <trace><event><string key="c:name" value="B"/></event></trace>
  <event><string key="c:name" value="C"/></event>
</log>`

func TestTracesAreCases(t *testing.T) {
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{}, `one & only|A <1>|-|01-02 01:00|2
one & only|-|-|-|4
#2|B|-|-|5
`},
		{Options{Columns: eventlog.Columns{Organization: "org:resource"}, Nobody: []string{"EMPTY"}}, `one & only|A <1>|desk|01-02 01:00|2
one & only|-|-|-|4
#2|B|desk|-|5
`},
		{Options{Columns: eventlog.Columns{Activity: "Both", Organization: "org:resource"}}, `one & only|A <1>+7|desk|01-02 01:00|2
one & only|+|EMPTY|-|4
#2|B+|desk|-|5
`},
	} {
		l, err := Open(opener(sample), c.o)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if got, err := text(l); err != nil || got != c.want {
				t.Errorf("%+v:\ngot\n%swant\n%serror %v", c.o, got, c.want, err)
			}
		}
		a := l.Account()
		if s := fmt.Sprint(a.LeftOut); s != "[{no-case 1 [6] } {unread-time 1 [3] yesterday} {lifecycle 1 [1] start}]" || a.Rows != 6 || a.Events != 3 {
			t.Errorf("%+v", a)
		}
		notes := strings.Join(said.Texts(a.Notes), "\n")
		for _, want := range []string{"events without a time: 2", `traces without "c:name": 1; each is a case under its number, such as #2`} {
			if !strings.Contains(notes, want) {
				t.Errorf("no %q in %s", want, notes)
			}
		}
		l.IgnoreLifecycle()
		if got, _ := text(l); strings.Count(got, "\n") != 4 {
			t.Error(got)
		}
	}
}

func TestWhatIsNoLogIsRefused(t *testing.T) {
	for in, want := range map[string]string{
		"<html></html>":      "its first element is not <log>",
		"<log><trace></log>": `element "trace" is closed by "log"`,
		"<log><trace>":       "unexpected EOF",
		"<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><log></log>":    "a document type is declared",
		"<log>" + strings.Repeat("<list>", 100):                                      "more than 64 elements",
		"<log><string key=\"" + strings.Repeat("x", 2<<20):                           "more than 1048576 bytes",
		"<log><trace><event><string key=\"a\" value=\"&x;\"/></event></trace></log>": "invalid character entity",
	} {
		if _, err := Open(opener(in), Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %s", in, err, want)
		}
	}
	if _, err := Open(opener(sample), Options{Columns: eventlog.Columns{Activity: "c:nam"}}); err == nil || !strings.Contains(err.Error(), `there are ["c:name"`) {
		t.Error(err)
	}
	if _, err := Open(opener(sample), Options{Zone: "Mars"}); err == nil {
		t.Error("a zone that is none was taken")
	}
	l, err := Open(opener(sample), Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := l.Read(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// FuzzXES holds that no input stops the program, that a second pass gives the same, and
// that every event is one or left out.
func FuzzXES(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("<log><trace><event/></trace></log>"))
	f.Fuzz(func(t *testing.T, in []byte) {
		l, err := Open(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(in)), nil }, Options{})
		if err != nil {
			return
		}
		first, err := text(l)
		again, againErr := text(l)
		if fmt.Sprint(err) != fmt.Sprint(againErr) || err == nil && first != again {
			t.Fatalf("%q %v\n%q %v", first, err, again, againErr)
		}
		if a := l.Account(); err == nil {
			sum := a.Events
			for _, o := range a.LeftOut {
				sum += o.Count
			}
			if sum != a.Rows {
				t.Fatalf("%d of %d events are accounted for", sum, a.Rows)
			}
		}
	})
}

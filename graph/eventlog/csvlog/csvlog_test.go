package csvlog

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"tasuki/graph/eventlog"
	"tasuki/graph/said"
)

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
			fmt.Fprintf(&b, "%q %q %q %s %d\n", id, name(l.Names().Activities, e.Activity), name(l.Names().Performers, e.Performer), at, e.Row)
		}
		return nil
	})
	return b.String(), err
}

func open(t *testing.T, table string, o Options) *Log {
	t.Helper()
	l, err := Open(t.Context(), Opener([]byte(table)), o)
	if err != nil {
		t.Fatalf("%q: %v", table, err)
	}
	return l
}

func TestRowsAreAccountedFor(t *testing.T) {
	l := open(t, "\xef\xbb\xbfcase;activity;resource;timestamp;lifecycle:transition\r\n"+
		"1;A;EMPTY;02-01-2018 13:53:00.000;complete\r\n"+
		" 1 ;\"B; \"\"b\"\"\r\n\";u1;13-01-2018 00:00;COMPLETE\r\n"+
		"\r\n"+
		";A;u1;13-01-2018 00:00;complete\r\n"+
		"2;A;u1;13-13-2018 00:00;complete\r\n"+
		"2;A;u1\r\n"+
		"2;A;u1;13-01-2018 00:00;start\r\n"+
		"2;;NONE;;", Options{Nobody: []string{"NONE"}})
	got, err := text(l)
	want := `"1" "A" "EMPTY" 01-02 13:53 1
"1" "B; \"b\"" "u1" 01-13 00:00 2
"2" "-" "-" - 7
`
	if err != nil || got != want {
		t.Fatalf("got\n%swant\n%serror %v", got, want, err)
	}
	a := l.Account()
	if s := fmt.Sprint(a.LeftOut); s != "[{no-case 1 [3] } {uneven 1 [5] } {unread-time 1 [4] 13-13-2018 00:00} {lifecycle 1 [6] start}]" {
		t.Error(s)
	}
	if a.Rows != 7 || a.Events != 3 || l.Completes() != 3 || a.Layout != "day-month" || a.Zone != "UTC" {
		t.Errorf("%+v", a)
	}
	if notes := fmt.Sprint(said.Texts(a.Notes)); !strings.Contains(notes, "events without a time: 1") || !strings.Contains(notes, "events without a performer: 1") {
		t.Error(notes)
	}
	l.IgnoreLifecycle()
	if again, err := text(l); err != nil || strings.Count(again, "\n") != 4 {
		t.Errorf("%s %v", again, err)
	}
}

// TestBlocksAreThoseOfTheLibrary compares with encoding/csv on random texts, parted into
// blocks of all sizes: what is a record and a cell, and where a text is refused.
func TestBlocksAreThoseOfTheLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	refused := 0
	for range 6000 {
		var b bytes.Buffer
		b.WriteString("case,activity,resource\n")
		for range r.IntN(12) {
			randomRow(r, &b)
		}
		table := b.String()
		l := open(t, table, Options{})
		l.block = 1 + r.IntN(64)
		got, err := text(l)
		want, wantErr := library(table)
		if (err != nil) != (wantErr != nil) || err == nil && got != want {
			t.Fatalf("block %d, %q\ngot  %s\nwant %s\n%v, %v", l.block, table, got, want, err, wantErr)
		}
		if err != nil {
			refused++
		}
	}
	if refused < 100 || refused > 5000 {
		t.Errorf("%d of 6000 texts are refused", refused)
	}
}

// randomRow writes a row that is mostly sound.
func randomRow(r *rand.Rand, b *bytes.Buffer) {
	for col := range 3 {
		if col > 0 {
			b.WriteByte(',')
		}
		switch r.IntN(8) {
		case 0, 1, 2:
			b.WriteString(`"` + strings.Repeat([]string{"x", "\n", "\r\n", `""`, ",", "\r", "é"}[r.IntN(7)], 1+r.IntN(3)) + `"`)
		case 3:
			if r.IntN(40) == 0 {
				b.WriteString([]string{`"`, `a"`, `"a"b`, "\n"}[r.IntN(4)])
			}
		default:
			b.WriteString([]string{"a", "bb", "c c", "\rd"}[r.IntN(4)])
		}
	}
	b.WriteString([]string{"\n", "\r\n", "\n\n", "\r\n\r\n"}[r.IntN(4)])
}

// library reads a table as encoding/csv does.
func library(table string) (string, error) {
	in := csv.NewReader(strings.NewReader(table))
	in.FieldsPerRecord = -1
	var b strings.Builder
	for row := 0; ; row++ {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		if row == 0 || len(cells) != 3 || strings.TrimSpace(cells[0]) == "" {
			continue
		}
		for i := range cells {
			if cells[i] = strings.TrimSpace(cells[i]); i > 0 && cells[i] == "" {
				cells[i] = "-"
			}
		}
		fmt.Fprintf(&b, "%q %q %q - %d\n", cells[0], cells[1], cells[2], row)
	}
}

// TestDatesAreDecidedFromTheWholeColumn has the only date that tells at the end, far
// behind what is looked at first.
func TestDatesAreDecidedFromTheWholeColumn(t *testing.T) {
	table := "case,activity,time\n" + strings.Repeat("1,A,02/01/2018\n", 2*headBytes/15)
	if l := open(t, table+"1,A,01/13/2018\n", Options{}); l.Account().Layout != "month-day" {
		t.Error(l.Account().Layout)
	}
	if _, err := Open(t.Context(), Opener([]byte(table)), Options{}); err == nil || !strings.Contains(err.Error(), "--time-layout day-month") {
		t.Error(err)
	}
	if l := open(t, table, Options{Layout: "month-day"}); l.Account().Layout != "month-day" {
		t.Error(l.Account().Layout)
	}
}

func TestFaultsNameTheirLine(t *testing.T) {
	head := "case,activity\n"
	for table, want := range map[string]string{
		head + "1,A\n1,\"B\nC\"\n2,x\"y\n":                       "line 5: a quote stands",
		head + "1,\"A\"b\n":                                      "line 2: something follows",
		head + "1,\"A\n2,B\n":                                    "line 2: a quote is never closed",
		head + strings.Repeat("1,A\n", headBytes/4) + "1,\x83\n": "line 262146: a byte sequence is not that of UTF-8",
		head + strings.Repeat("1,A\n", headBytes/4) + "\"" + strings.Repeat("x", maxRecord+2*blockBytes): "a row has more than 16777216 bytes",
		"1,\"": "it has no row of headings",
		"":     "it has no row of headings",
	} {
		l, err := Open(t.Context(), Opener([]byte(table)), Options{})
		if err == nil {
			_, err = text(l)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %s", table, err, want)
		}
	}
	if _, err := Open(t.Context(), Opener([]byte("a,b\x00\n")), Options{}); err == nil {
		t.Error("a NUL byte was taken")
	}
}

func TestPassesEndWithTheirContext(t *testing.T) {
	l := open(t, "case,activity\n"+strings.Repeat("1,A\n", 3*blockBytes/4), Options{})
	ctx, stop := context.WithCancel(t.Context())
	err := l.Read(ctx, func([]byte, []eventlog.Event) error { stop(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	full := errors.New("full")
	if err := l.Read(t.Context(), func([]byte, []eventlog.Event) error { return full }); !errors.Is(err, full) {
		t.Error(err)
	}
}

// FuzzCSVLog holds that no input stops the program, that blocks of any size give the
// same, and that every row is an event or left out.
func FuzzCSVLog(f *testing.F) {
	f.Add([]byte("case,activity,time\n1,A,2019-01-02\n1,\"B\n\",\n"), 7)
	f.Add([]byte("case;activity;org;time\r\n1;A;u;02-01-2018 13:53:00.000\r\n"), 3)
	f.Add([]byte("案件,活動,担当,日時\n1,受付,窓口,2019年1月2日 9時5分\n"), 1)
	f.Fuzz(func(t *testing.T, table []byte, block int) {
		l, err := Open(t.Context(), Opener(table), Options{})
		if err != nil {
			return
		}
		whole, wholeErr := text(l)
		l.block = 1 + (block&0xffff)%1000
		parted, partedErr := text(l)
		if fmt.Sprint(wholeErr) != fmt.Sprint(partedErr) || wholeErr == nil && whole != parted {
			t.Fatalf("%q %v\n%q %v", whole, wholeErr, parted, partedErr)
		}
		if a := l.Account(); wholeErr == nil {
			sum := a.Events
			for _, o := range a.LeftOut {
				sum += o.Count
			}
			if sum != a.Rows {
				t.Fatalf("%d of %d rows are accounted for", sum, a.Rows)
			}
		}
	})
}

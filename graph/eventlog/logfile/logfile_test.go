package logfile

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/japanese"
	textunicode "golang.org/x/text/encoding/unicode"

	"tasuki/graph/eventlog"
	"tasuki/graph/said"
)

func save(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func packed(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	z.Close()
	return b.Bytes()
}

// text writes a log one case a line.
func text(l eventlog.Log) (string, error) {
	var b strings.Builder
	for c, err := range l.Cases() {
		if err != nil {
			return "", err
		}
		b.WriteString(c.ID + ":")
		for _, e := range c.Events {
			name := func(list []string, i uint32) string {
				if i == eventlog.Nobody {
					return "-"
				}
				return list[i]
			}
			fmt.Fprintf(&b, " %s/%s@%s", name(l.Names().Activities, e.Activity), name(l.Names().Performers, e.Performer), time.UnixMicro(e.Time).UTC().Format("0102T1504"))
		}
		b.WriteByte('\n')
	}
	return b.String(), nil
}

// row is a row of a random log.
type row struct {
	id, activity, performer string
	time                    time.Time
}

// TestFormatsAgree writes random logs in each format, packed and not, and in other
// encodings: all give the same cases, whether they are held or not.
func TestFormatsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	for i := range 40 {
		var rows []row
		for range 1 + r.IntN(30) {
			rows = append(rows, row{fmt.Sprintf("案件 %d", r.IntN(6)), string(rune('A' + r.IntN(4))), []string{"窓口", "b & \"c\"", ""}[r.IntN(3)], time.Date(2019, 1, 13+r.IntN(3), r.IntN(24), 0, 0, 0, time.UTC)})
		}
		table := asCSV(rows, i%2 == 0)
		sjis, _ := japanese.ShiftJIS.NewEncoder().Bytes(table)
		utf16, _ := textunicode.UTF16(textunicode.LittleEndian, textunicode.UseBOM).NewEncoder().Bytes(table)
		want := ""
		for _, f := range []struct {
			name string
			data []byte
		}{
			{"log.csv", table}, {"log.csv.gz", packed(t, table)}, {"sjis.csv", sjis}, {"utf16.csv", utf16},
			{"log.xes", asXES(rows)}, {"log.xes.gz", packed(t, asXES(rows))}, {"log.json", asOCEL(t, rows)},
		} {
			l, account, err := Open(t.Context(), save(t, f.name, f.data), Options{Memory: int64(1 + i%2*1<<20)})
			if err != nil {
				t.Fatalf("%s: %v", f.name, err)
			}
			got, err := text(l)
			if want == "" {
				want = got
			}
			if err != nil || got != want || int(account.Rows) != len(rows) || int(account.Cases) != strings.Count(got, "\n") {
				t.Fatalf("%s: got\n%swant\n%s%+v %v", f.name, got, want, account, err)
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func asCSV(rows []row, dayFirst bool) []byte {
	var b bytes.Buffer
	b.WriteString("case id,activity,resource,timestamp\r\n")
	for _, r := range rows {
		form := "2006-01-02T15:04:05"
		if dayFirst {
			form = "02-01-2006 15:04:05.000"
		}
		fmt.Fprintf(&b, "%s,%s,\"%s\",%s\r\n", r.id, r.activity, strings.ReplaceAll(r.performer, `"`, `""`), r.time.Format(form))
	}
	return b.Bytes()
}

func asXES(rows []row) []byte {
	var b bytes.Buffer
	b.WriteString("<log>")
	escape := strings.NewReplacer("&", "&amp;", `"`, "&quot;")
	for _, r := range rows { // a trace a row: those of one name are one case
		fmt.Fprintf(&b, `<trace><string key="concept:name" value="%s"/><event><string key="concept:name" value="%s"/><string key="org:resource" value="%s"/><date key="time:timestamp" value="%s"/></event></trace>`,
			r.id, r.activity, escape.Replace(r.performer), r.time.Format(time.RFC3339))
	}
	b.WriteString("</log>")
	return b.Bytes()
}

func asOCEL(t *testing.T, rows []row) []byte {
	objects, events, seen := []any{}, []any{}, map[string]bool{}
	for _, r := range rows {
		if !seen[r.id] {
			seen[r.id] = true
			objects = append(objects, map[string]any{"id": r.id, "type": "case"})
		}
		events = append(events, map[string]any{"type": r.activity, "time": r.time, "attributes": []any{map[string]any{"name": "resource", "value": r.performer}}, "relationships": []any{map[string]any{"objectId": r.id}}})
	}
	data, err := json.Marshal(map[string]any{"objects": objects, "events": events})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestLogsThatAreRefused(t *testing.T) {
	zeros := append([]byte("case,activity\n"), bytes.Repeat([]byte("1,"+strings.Repeat("A", 1021)+"\n"), 70<<10)...)
	for _, c := range []struct {
		name string
		data []byte
		o    Options
		want string
	}{
		{"bomb.csv.gz", packed(t, zeros), Options{MaxUnzip: 1 << 20}, "unpacked it has more than 1048576 bytes"},
		{"bomb.csv.gz", packed(t, zeros), Options{}, "unpacked it has more than"},
		{"cut.csv.gz", packed(t, zeros)[:2000], Options{}, "unpacking it: it is cut off"},
		{"empty.csv", nil, Options{}, "it is empty"},
		{"late.csv.gz", packed(t, append(bytes.Repeat([]byte("case,activity\n"), 1), 0x83, '\n')), Options{}, "not that of UTF-8"},
		{"a.csv", []byte("case,activity\n1,A\n"), Options{Format: "xlsx"}, `"xlsx" is no format of event logs; use one of csv, xes, ocel`},
		{"a.csv", []byte("case,activity\n1,A\n"), Options{Zone: "Tokyo"}, "is no time zone"},
		{"a.csv", []byte("case,activity,time\n1,A,1\n"), Options{Layout: "us"}, "is no layout of time stamps"},
		{"a.csv", []byte("case,activity,time\n1,A,noon\n"), Options{}, `column "time": no cell is a time stamp`},
		{"a.txt", []byte("just a text\nof two lines\n"), Options{}, "no heading names the case"},
	} {
		path := save(t, c.name, c.data)
		if _, _, err := Open(t.Context(), path, c.o); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "reading the event log") {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	if _, _, err := Open(t.Context(), t.TempDir(), Options{}); err == nil || !strings.Contains(err.Error(), "no regular file") {
		t.Error(err)
	}
	if _, _, err := Open(t.Context(), "/nowhere/log.csv", Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, _, err := Open(ctx, save(t, "a.csv", []byte("case,activity\n1,A\n")), Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestNothingIsEverCompleted(t *testing.T) {
	path := save(t, "a.csv", []byte("case,activity,lifecycle:transition\n1,A,start\n1,B,\n"))
	l, a, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if a.Events != 2 || len(a.LeftOut) > 0 || !said.Has(a.Notes, said.Notef("no row is of a transition complete; all rows are events")) {
		t.Errorf("%+v", a)
	}
}

// TestEncodingShowsLate has the first letter that is no ASCII far behind the beginning.
func TestEncodingShowsLate(t *testing.T) {
	table := "case,activity\n" + strings.Repeat("1,A\n", 1<<19) + "1,受付の業務\n"
	sjis, _ := japanese.ShiftJIS.NewEncoder().Bytes([]byte(table))
	l, a, err := Open(t.Context(), save(t, "a.csv", sjis), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if last := l.Names().Activities; last[len(last)-1] != "受付の業務" || !strings.Contains(fmt.Sprint(said.Texts(a.Notes)), "CP932") {
		t.Errorf("%q %v", last, a.Notes)
	}
}

func TestProgressComesToTheEnd(t *testing.T) {
	table := []byte("case,activity\n" + strings.Repeat("1,A\n", 1<<19))
	var at, of int64
	l, _, err := Open(t.Context(), save(t, "a.csv", table), Options{Progress: func(b, total int64) { at, of = b, total }})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if at != of || int(of) != len(table) {
		t.Errorf("%d of %d bytes", at, of)
	}
}

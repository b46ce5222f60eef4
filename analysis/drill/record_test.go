package drill_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
)

var entries = []drill.Entry{
	{"2026-03-04", "fault", "1", "2", drill.Confirmed, ""},
	{"2026-03-04T10:15", "fault", "2", "3", drill.Inconclusive, `said "later", <twice> & left`},
	{"2028-02-29T23:59", "障害", "=1", "-2", drill.NotPerformed, "=HYPERLINK(1)"},
	{"2026-12-31", "f", "'=x", "''y", drill.Confirmed, "'s-Hertogenbosch"},
}

func write(t *testing.T, format drill.Format, list []drill.Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	for i, e := range list {
		if faults := e.Check(); len(faults) > 0 {
			t.Fatal(faults)
		}
		line, err := e.Line(format, i == 0)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(line)
	}
	return b.Bytes()
}

func TestWhatIsWrittenIsParsed(t *testing.T) {
	for _, format := range drill.Formats() {
		text := write(t, format, entries)
		got, err := drill.Parse("r", format, text)
		if err != nil || !slices.Equal(got, entries) {
			t.Errorf("%s: got %v, %v of\n%s", format, got, err, text)
		}
		if got, err := drill.Parse("r", format, nil); err != nil || len(got) != 0 {
			t.Errorf("%s: nothing is parsed as %v, %v", format, got, err)
		}
	}
	if text := string(write(t, drill.CSV, entries)); strings.Contains(text, ",=") || strings.Contains(text, ",-") {
		t.Errorf("a spreadsheet takes a cell for a formula:\n%s", text)
	}
}

func TestFaultsOfARecord(t *testing.T) {
	const good = `{"time":"2026-03-04","flow":"f","from":"1","to":"2","outcome":"confirmed","note":""}` + "\n"
	const head = "time,flow,from,to,outcome,note\n"
	for _, c := range []struct {
		name   string
		format drill.Format
		text   string
		want   []string
	}{
		{"half a line", drill.JSONLines, good + good[:40], []string{"r:2: ", "is no entry of a record"}},
		{"an unknown key", drill.JSONLines, `{"wine":1}`, []string{"r:1: ", "wine"}},
		{"two objects", drill.JSONLines, strings.TrimSpace(good) + good, []string{"r:1: ", "one line holds one"}},
		{"no UTF-8", drill.JSONLines, strings.Replace(good, `:""`, ":\"\xff\"", 1), []string{"r:1: ", "UTF-8"}},
		{"all faults at once", drill.JSONLines, "\n" + good + `{"time":"2026-02-29","flow":"","outcome":"fine"}` + "\n{}x", []string{
			`r:3: "2026-02-29": time: is no day`, `r:3: "": flow: is empty`, `r:3: "": from`, `r:3: "": to`, `r:3: "fine": outcome: is not one of`, "r:4: ",
		}},
		{"no heading", drill.CSV, "2026-03-04,f,1,2,confirmed,\n", []string{"r:1: ", "begin the file with time,flow"}},
		{"too few fields", drill.CSV, head + "2026-03-04,f,1\n", []string{"r:2: ", "has 3 fields, an entry has 6"}},
		{"a bad quote", drill.CSV, head + "2026-03-04,f,1,2,confirmed,\"x\n", []string{"r:2:", "is not valid CSV"}},
		{"faults by column", drill.CSV, head + "yesterday,f,1,2,confirmed,\n2026-03-04,f,1,2,ok,\n", []string{`r:2:1: "yesterday"`, `r:3:5: "ok"`}},
		{"a note of two lines", drill.CSV, head + "2026-03-04,f,1,2,confirmed,\"a\nb\"\n", []string{"r:2:6: ", "on one line"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := drill.Parse("r", c.format, []byte(c.text))
			if err == nil {
				t.Fatal("no fault was found")
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("the faults lack %q:\n%v", want, err)
				}
			}
		})
	}
}

func TestTimesOfEntries(t *testing.T) {
	for text, ok := range map[string]bool{
		"2026-03-04": true, "2024-02-29": true, "2000-02-29": true, "2026-04-30T00:00": true, "2026-03-04T23:59": true,
		"": false, "2026-3-4": false, "2025-02-29": false, "1900-02-29": false, "2026-04-31": false, "2026-13-01": false, "2026-00-01": false,
		"2026-01-00": false, "0000-01-01": false, "2026-03-04T24:00": false, "2026-03-04T9:00": false, "2026-03-04T": false, "2026-03-04 10:00": false, "2026/03/04": false, "२०२६-०३-०४": false,
	} {
		e := entries[0]
		e.Time = text
		if got := len(e.Check()) == 0; got != ok {
			t.Errorf("%q is a time: %v", text, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, format := range drill.Formats() {
		var text []byte
		for i, e := range entries {
			line, err := e.Line(format, i == 0)
			if err != nil {
				f.Fatal(err)
			}
			text = append(text, line...)
		}
		f.Add(format == drill.CSV, text)
		f.Add(format == drill.CSV, text[:len(text)/2])
	}
	f.Add(true, []byte("\ufefftime,flow,from,to,outcome,note\r\n2026-03-04,'=f,'',\"a\"\"b\",confirmed,x\r\n"))
	f.Fuzz(func(t *testing.T, isCSV bool, text []byte) {
		format := drill.JSONLines
		if isCSV {
			format = drill.CSV
		}
		list, err := drill.Parse("r", format, text)
		if err != nil {
			return
		}
		again, err := drill.Parse("r", format, write(t, format, list))
		if err != nil || !slices.Equal(list, again) {
			t.Errorf("%v is written as what is parsed as %v, %v", list, again, err)
		}
		if _, err := json.Marshal(list); err != nil {
			t.Error(err)
		}
	})
}

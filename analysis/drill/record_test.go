package drill_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
)

var entries = []drill.Entry{
	entry("2026-03-04", "fault", "1", "2", drill.Confirmed, ""),
	entry("2026-03-04T10:15", "fault", "2", "3", drill.Inconclusive, `said "later", <twice> & left`),
	entry("2028-02-29T23:59", "障害", "=1", "-2", drill.NotPerformed, "=HYPERLINK(1)"),
	entry("2026-12-31", "f", "'=x", "''y", drill.Confirmed, "'s-Hertogenbosch"),
}

func entry(time, flow, from, to string, outcome drill.Outcome, note string) drill.Entry {
	return drill.Entry{Time: time, Flow: flow, From: from, To: to, Outcome: outcome, Note: note}
}

// evaluated are entries with all that an evaluation says.
var evaluated = []drill.Entry{
	{Time: "2026-03-04T10:15", Flow: "fault", From: "1", To: "2", Outcome: drill.Confirmed, Number: 7, Minutes: 12, Evaluator: "=Ito"},
	{Time: "2026-03-04", Flow: "fault", From: "2", To: "3", Outcome: drill.NotPerformed, Note: "no answer", Number: 7, Finding: "@night: nobody", Owner: "-desk", Due: "2026-06-30"},
	{Time: "2026-03-05", Flow: "fault", From: "2", To: "3", Outcome: drill.Confirmed, Finding: "late"},
}

func write(t *testing.T, format drill.Format, list []drill.Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	for i, e := range list {
		if faults := e.Check(); len(faults) > 0 {
			t.Fatal(faults)
		}
		text, err := drill.Extend("r", b.Bytes(), format, e)
		if err != nil {
			t.Fatal(i, err)
		}
		b = *bytes.NewBuffer(text)
	}
	return b.Bytes()
}

func TestWhatIsWrittenIsParsed(t *testing.T) {
	for _, format := range drill.Formats() {
		for _, list := range [][]drill.Entry{entries, evaluated} {
			text := write(t, format, list)
			got, err := drill.Parse("r", format, text)
			if err != nil || !slices.Equal(got, list) {
				t.Errorf("%s: got %v, %v of\n%s", format, got, err, text)
			}
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
		{"an unknown column", drill.CSV, "time,flow,from,to,outcome,note,wine\n2026-03-04,f,1,2,confirmed,,x\n", []string{`r:1:7: "wine": heads no column of a record`}},
		{"a column twice", drill.CSV, "time,flow,from,to,outcome,note,to\n", []string{`r:1:7: "to": heads two columns`}},
		{"figures that are none", drill.CSV, strings.TrimSpace(head) + ",minutes,number\n2026-03-04,f,1,2,confirmed,,0,\n2026-03-04,f,1,2,confirmed,,1.5,-1\n2026-03-04,f,1,2,not-performed,,5,100000\n", []string{
			`r:2:7: "0": minutes: is no whole number`, `r:3:7: "1.5": minutes: is no whole number`, `r:4:7: "5": minutes: is measured of`, `r:4:8: "100000": number: is no number of a drill`,
		}},
		{"a finding that is none", drill.JSONLines, strings.Replace(good, `"note"`, `"owner":"a","due":"2026-03-04T10:00","note"`, 1), []string{`due: is no day`, `finding: is empty, but has an owner`}},
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

// An older record stays as it is but for its heading, which gets the columns that it
// lacks, and a record in another order of columns keeps it.
func TestAnOlderRecordIsExtended(t *testing.T) {
	const old = "\ufefftime,flow,from,to,outcome,note\r\n2026-03-04,f,1,2,confirmed,\"a, b\"\r\n"
	plain := entry("2026-03-05", "f", "1", "2", drill.Confirmed, "")
	for _, c := range []struct {
		text, want string
		more       drill.Entry
	}{
		{old, old + "2026-03-05,f,1,2,confirmed,\n", plain},
		{old, "\ufefftime,flow,from,to,outcome,note,number,minutes,evaluator,finding,owner,due\n2026-03-04,f,1,2,confirmed,\"a, b\"\r\n2026-03-05,fault,2,3,confirmed,,,,,late,,\n", evaluated[2]},
		{"note,minutes,to,from,flow,time,outcome\n", "note,minutes,to,from,flow,time,outcome\n,,2,1,f,2026-03-05,confirmed\n", plain},
	} {
		got, err := drill.Extend("r", []byte(c.text), drill.CSV, c.more)
		if err != nil || string(got) != c.want {
			t.Errorf("got\n%q, %v, want\n%q", got, err, c.want)
		}
		if list, err := drill.Parse("r", drill.CSV, got); err != nil || list[len(list)-1] != c.more {
			t.Errorf("%q is parsed as %v, %v", got, list, err)
		}
	}
}

func TestAnEvaluationIsImportedOnce(t *testing.T) {
	for _, format := range drill.Formats() {
		once, err := drill.Extend("r", nil, format, evaluated...)
		if err != nil {
			t.Fatal(err)
		}
		corrected := slices.Clone(evaluated)
		corrected[1].Note, corrected[1].Outcome = "late", drill.Inconclusive
		corrected[0].Evaluator = "another"
		_, err = drill.Extend("r", once, format, corrected...)
		var again drill.Repeated
		if !errors.As(err, &again) || len(again) != 2 || again[0].At != 2 || !strings.Contains(err.Error(), "2 rows are in the record already, as entries 2 (2026-03-04, fault: 2 -> 3); 3 (") {
			t.Errorf("%s: the same evaluation again: %v", format, err)
		}
		if text, err := drill.Extend("r", once, format, corrected[:1]...); err != nil || !bytes.HasPrefix(text, once) || len(text) == len(once) {
			t.Errorf("%s: of another evaluator: %s, %v", format, text, err)
		}
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

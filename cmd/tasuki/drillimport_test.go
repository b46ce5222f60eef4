package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"tasuki/analysis/drill"
	"tasuki/internal/seeds"
)

// evaluations were filled in from packs of the helpdesk: two workbooks and a text in
// Shift_JIS that LibreOffice 7.4 saved, what was typed being in English, in Japanese with
// full-width figures and years of Reiwa, and as a date; and a text that was written by hand.
var evaluations = map[string]string{
	"english.xlsx": `2026-03-04T22:40,outage,F-1,F-2,confirmed,"'=late, says the library",7,12,Ito,,,
2026-03-04T23:50,outage,F-2,F-3,confirmed,,7,7,Ito,,,
2026-03-05T00:10,outage,F-3,F-4,not-performed,,7,,Ito,Nobody answers at night,desk,2026-06-30
2026-03-05T00:30,outage,F-3,F-5,inconclusive,,7,25,Ito,,,
`,
	"japanese.xlsx": `2026-03-04T22:40,outage,F-1,F-2,confirmed,,7,12,伊藤,,,
2026-03-04T22:50,outage,F-2,F-3,inconclusive,受付票の様式が古い,7,,伊藤,様式の更新,受付窓口,2026-06-30
2026-03-05T00:10,outage,F-3,F-4,not-performed,,7,,伊藤,,,
`,
	"shift_jis.csv": `2026-03-04T22:40,outage,F-1,F-2,confirmed,,,12,伊藤,,,
2026-03-04,outage,F-3,F-4,not-performed,,,,伊藤,,,
`,
	"byhand.csv": `2026-03-04T10:15,outage,F-1,F-2,confirmed,,7,4,Sato,,,
2026-03-04T10:20,outage,F-2,F-3,confirmed,,7,,Sato,,,
2026-03-04,outage,F-3,F-5,not-performed,hosting did not answer,7,,Sato,No second number is known,hosting,2026-06-30
`,
}

const recordHeading = "time,flow,from,to,outcome,note,number,minutes,evaluator,finding,owner,due\n"

func evaluated(name string) string { return filepath.Join("testdata", "evaluations", name) }

func TestImport(t *testing.T) {
	for name, want := range evaluations {
		path := filepath.Join(t.TempDir(), "r.csv")
		if code, _, stderr := tasuki(t, "drill", "import", path, evaluated(name), "--dataset", helpdesk); code != exitOK {
			t.Fatalf("%s: exit %d\n%s", name, code, stderr)
		}
		before := read(t, filepath.Dir(path), "r.csv")
		if string(before) != recordHeading+want {
			t.Errorf("%s: recorded\n%s", name, before)
		}
		code, _, stderr := tasuki(t, "drill", "import", path, evaluated(name), "--dataset", helpdesk)
		if code == exitOK || !strings.Contains(stderr, "rows are in the record already, as entries 1 (2026-03-04T") || !bytes.Equal(read(t, filepath.Dir(path), "r.csv"), before) {
			t.Errorf("%s again: exit %d\n%s", name, code, stderr)
		}
	}
}

// TestImportOfSeveral adds all of them at once, or none where one has a fault.
func TestImportOfSeveral(t *testing.T) {
	folder := writeFiles(t, map[string]string{"wrong.csv": "Handoff,Flow,Date,Outcome\nF-1 → F-9,outage,2026-03-04,Confirmed\nF-1 → F-2,outage,2031-03-04,perhaps\n"})
	path := filepath.Join(folder, "r.jsonl")
	code, _, stderr := tasuki(t, "drill", "import", path, evaluated("english.xlsx"), filepath.Join(folder, "wrong.csv"), "--dataset", helpdesk)
	for _, want := range []string{`wrong.csv:2:1: "F-1 → F-9": is no handoff that the flow "outage" declares (the nearest of`, `wrong.csv:3:4: "perhaps": is no outcome`} {
		if code == exitOK || !strings.Contains(stderr, want) {
			t.Errorf("exit %d, want %q:\n%s", code, want, stderr)
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("something was recorded")
	}
	out := succeed(t, "drill", "import", path, evaluated("english.xlsx"), evaluated("byhand.csv"), "--dataset", helpdesk, "--number", "7")
	if out != "7 entries were recorded. 3 rows are not filled in.\n" {
		t.Errorf("it says %q", out)
	}
	for _, args := range [][]string{{}, {"--dataset", helpdesk, "--number", "-1"}, {"--dataset", helpdesk, "--date", "4.3.2026"}} {
		if code, _, stderr := tasuki(t, append([]string{"drill", "import", path, evaluated("byhand.csv")}, args...)...); code != exitUsage {
			t.Errorf("%v: exit %d\n%s", args, code, stderr)
		}
	}
}

func TestImportRefusesTheFuture(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.csv")
	for _, c := range []struct {
		day, code int
		says      string
	}{{1, exitFailure, `byhand.csv:5:3: "10:15": is in the future`}, {3, exitFailure, `"10:15": is in the future`}, {4, exitOK, ""}} {
		var out, errs bytes.Buffer
		now := time.Date(2026, 3, c.day, 6, 0, 0, 0, time.UTC)
		code := execute(t.Context(), drillAt(now), []string{"import", path, evaluated("byhand.csv"), "--dataset", helpdesk}, &out, &errs)
		if code != c.code || !strings.Contains(errs.String(), c.says) {
			t.Errorf("on %d March: exit %d\n%s", c.day, code, errs.String())
		}
	}
}

// TestRecordingsOfManyProcesses records from many processes at the same time, and kills a
// part of them: what is recorded is whole, and of those that were left to end, all.
func TestRecordingsOfManyProcesses(t *testing.T) {
	many := seeds.Size(100, 12)
	path := filepath.Join(t.TempDir(), "r.csv")
	ended := make([]bool, many)
	var all sync.WaitGroup
	for i := range many {
		all.Go(func() {
			cmd, stderr := child(t, "drill", "record", path, "--unchecked", "--time", "2026-03-04", "--flow", "f", "--from", "1", "--to", "2", "--outcome", "confirmed", "--number", fmt.Sprint(i+1), "--note", fmt.Sprint(i))
			if err := cmd.Start(); err != nil {
				t.Error(err)
				return
			}
			if i%4 == 3 {
				time.AfterFunc(time.Duration(10+i)*time.Millisecond, func() { _ = cmd.Process.Kill() })
			}
			err := cmd.Wait()
			if ended[i] = err == nil; err != nil && i%4 != 3 {
				t.Errorf("%d: %v\n%s", i, err, stderr)
			}
		})
	}
	all.Wait()
	entries, err := drill.Parse("r.csv", drill.CSV, read(t, filepath.Dir(path), "r.csv"))
	if err != nil {
		t.Fatal(err)
	}
	notes := map[string]int{}
	for _, e := range entries {
		notes[e.Note]++
	}
	for i, ok := range ended {
		if n := notes[fmt.Sprint(i)]; n > 1 || ok && n != 1 {
			t.Errorf("entry %d is recorded %d times, and its command ended well: %v", i, n, ok)
		}
	}
}

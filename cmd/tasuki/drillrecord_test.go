package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/cmd/tasuki/drills"
	"tasuki/internal/samples"
	"tasuki/render/drillpack"
)

func TestRecordAppends(t *testing.T) {
	for _, name := range []string{"r.jsonl", "r.csv"} {
		path := filepath.Join(t.TempDir(), name)
		record := func(time, from, to, outcome, note string) (int, string) {
			code, _, stderr := tasuki(t, "drill", "record", path, "--time", time, "--flow", "outage", "--from", from, "--to", to, "--outcome", outcome, "--note", note, "--dataset", helpdesk)
			return code, stderr
		}
		var before []byte
		for _, e := range [][5]string{
			{"2026-03-04", "F-1", "F-2", "confirmed", "=1+1"},
			{"2026-03-04T10:15", "F-2", "F-3", "inconclusive", "said \"later\", and left"},
			{"2026-03-05", "F-1", "F-2", "not-performed", ""},
		} {
			if code, stderr := record(e[0], e[1], e[2], e[3], e[4]); code != exitOK {
				t.Fatalf("exit %d: %s", code, stderr)
			}
			after := read(t, filepath.Dir(path), name)
			if !bytes.HasPrefix(after, before) || len(after) == len(before) || after[len(after)-1] != '\n' {
				t.Errorf("%s was\n%sand is\n%s", name, before, after)
			}
			before = after
		}
		for _, c := range []struct{ time, from, to, outcome, note, says string }{
			{"today", "F-1", "F-2", "confirmed", "", "is no day"},
			{"2026-03-04", "F-2", "F-1", "confirmed", "", "declares no handoff F-2 -> F-1"},
			{"2026-03-04", "F-1", "F-2", "fine", "", "use one of"},
			{"2026-03-04", "F-1", "F-2", "confirmed", "two\nlines", "on one line"},
		} {
			if code, stderr := record(c.time, c.from, c.to, c.outcome, c.note); code != exitUsage || !strings.Contains(stderr, c.says) {
				t.Errorf("%v: exit %d\n%s", c, code, stderr)
			}
		}
		if !bytes.Equal(read(t, filepath.Dir(path), name), before) {
			t.Errorf("%s was changed by what was refused", name)
		}
		if code, stderr := record("2026-03-04T10:15", "F-2", "F-3", "confirmed", "again"); code != exitFailure || !strings.Contains(stderr, "nothing was recorded: 1 rows are in the record already, as entries 2 (2026-03-04T10:15, outage: F-2 -> F-3); remove") {
			t.Errorf("an entry again: exit %d\n%s", code, stderr)
		}
		if !bytes.Equal(read(t, filepath.Dir(path), name), before) {
			t.Errorf("%s was changed by an entry that it has", name)
		}
		var c drill.RecordCoverage
		if err := json.Unmarshal([]byte(succeed(t, "drill", "coverage", helpdesk, path, "--output", "json")), &c); err != nil {
			t.Fatal(err)
		}
		if want := (drill.Counts{Handoffs: 12, Tested: 2, Untested: 10, Inconclusive: 1, NotPerformed: 1, NoEntry: 10}); c.Counts != want || c.Entries != 3 {
			t.Errorf("the coverage is %+v", c)
		}
		text := succeed(t, "drill", "coverage", helpdesk, path)
		for _, want := range []string{"2 of 12 handoffs of flows have ever been tested, 10 are untested (entries in the record: 3).", "F-1 → F-2  2026-03-04        confirmed     2026-03-05, not performed"} {
			if !strings.Contains(text, want) {
				t.Errorf("the text lacks %q:\n%s", want, text)
			}
		}
		checkRefusals(t, path, before)
	}
}

// checkRefusals checks that a record which cannot be added to stays as it is,
// and that nothing else stays behind.
func checkRefusals(t *testing.T, path string, good []byte) {
	t.Helper()
	e := drill.Entry{Time: "2026-03-06", Flow: "f", From: "1", To: "2", Outcome: drill.Confirmed}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := drills.Append(stopped, path, e); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped record: %v", err)
	}
	half := append(slices.Clone(good), good[len(good)-20:len(good)-5]...)
	if err := errors.Join(os.WriteFile(path, half, 0o600), os.Chmod(path, 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := drills.Append(t.Context(), path, e); err == nil || !strings.Contains(err.Error(), filepath.Base(path)+":") {
		t.Errorf("adding to half a line: %v", err)
	}
	if !bytes.Equal(read(t, filepath.Dir(path), filepath.Base(path)), half) {
		t.Error("a record that does not parse was changed")
	}
	// A line without its break is whole, and stays so.
	if err := os.WriteFile(path, good[:len(good)-1], 0o600); err != nil {
		t.Fatal(err)
	}
	if err := drills.Append(t.Context(), path, e); err != nil {
		t.Error(err)
	}
	if after := read(t, filepath.Dir(path), filepath.Base(path)); !bytes.HasPrefix(after, good) {
		t.Errorf("after a line without its break, the record is\n%s", after)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the record has the mode %v (%v)", info.Mode(), err)
	}
	staged := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".new")
	if _, err := os.Stat(staged); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a copy stayed behind")
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	before := read(t, filepath.Dir(path), filepath.Base(path))
	e.Time = "2026-03-07"
	if err := drills.Append(t.Context(), path, e); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("adding to what may only be read: %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o444 || !bytes.Equal(read(t, filepath.Dir(path), filepath.Base(path)), before) {
		t.Errorf("what may only be read was replaced: %v (%v)", info, err)
	}
	if _, err := os.Stat(staged); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a copy stayed behind")
	}
}

// TestRecordBeginsInABlankFile records into a file of white space and a byte
// order mark, which has no heading yet.
func TestRecordBeginsInABlankFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.csv")
	if err := os.WriteFile(path, []byte("\ufeff\r\n\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, day := range []string{"2026-03-03", "2026-03-04"} {
		succeed(t, "drill", "record", path, "--time", day, "--flow", "outage", "--from", "F-1", "--to", "F-2", "--outcome", "confirmed", "--dataset", helpdesk)
	}
	if text := succeed(t, "drill", "coverage", helpdesk, path); !strings.Contains(text, "2026-03-04") {
		t.Errorf("coverage is\n%s", text)
	}
}

// TestRecordsAtTheSameTime checks that none of many entries is refused or lost.
func TestRecordsAtTheSameTime(t *testing.T) {
	const many = 20
	path := filepath.Join(t.TempDir(), "r.csv")
	var all sync.WaitGroup
	for i := range many {
		all.Go(func() {
			e := drill.Entry{Time: "2026-03-06", Flow: "f", From: "1", To: "2", Outcome: drill.Confirmed, Number: i + 1, Note: fmt.Sprint("note ", i)}
			if err := drills.Append(t.Context(), path, e); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	entries, err := drill.Parse("r.csv", drill.CSV, read(t, filepath.Dir(path), "r.csv"))
	if err != nil {
		t.Fatal(err)
	}
	notes := map[string]bool{}
	for _, e := range entries {
		notes[e.Note] = true
	}
	if len(entries) != many || len(notes) != many {
		t.Errorf("%d entries, %d of them different, want %d", len(entries), len(notes), many)
	}
}

func TestRecordUsage(t *testing.T) {
	for _, args := range [][]string{
		{"drill", "record", "r.txt", "--time", "2026-03-04", "--flow", "f", "--from", "1", "--to", "2", "--outcome", "confirmed"},
		{"drill", "record"}, {"drill", "coverage", helpdesk}, {"drill", "coverage", helpdesk, "r.txt"},
		{"drill", "record", "r.csv", "--flow", "f"},
	} {
		if code, _, stderr := tasuki(t, args...); code != exitUsage {
			t.Errorf("%v: exit %d\n%s", args, code, stderr)
		}
	}
}

// TestRecordTakesTheWordsOfTheEvaluation wants an outcome by its word in either language, as
// the import takes it, and the record to have the word of programs.
func TestRecordTakesTheWordsOfTheEvaluation(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.csv")
	want := map[int]drill.Outcome{}
	record := func(number int, outcome string) (int, string) {
		code, _, stderr := tasuki(t, "drill", "record", path, "--time", "2026-03-04", "--flow", "f", "--from", "1", "--to", "2", "--outcome", outcome, "--number", fmt.Sprint(number), "--unchecked")
		return code, stderr
	}
	for _, lang := range samples.Languages() {
		for _, o := range drill.Outcomes() {
			for _, text := range []string{string(o), drillpack.OutcomeWord(o, lang), " " + strings.ToUpper(drillpack.OutcomeWord(o, lang))} {
				want[len(want)+1] = o
				if code, stderr := record(len(want), text); code != exitOK {
					t.Errorf("%q: exit %d\n%s", text, code, stderr)
				}
			}
		}
	}
	for _, text := range []string{"", "有", "fine"} {
		if code, stderr := record(99, text); code != exitUsage || !strings.Contains(stderr, "use one of") {
			t.Errorf("%q: exit %d\n%s", text, code, stderr)
		}
	}
	entries, err := drill.Parse("r.csv", drill.CSV, read(t, filepath.Dir(path), "r.csv"))
	if err != nil || len(entries) != len(want) {
		t.Fatal(err, len(entries))
	}
	for _, e := range entries {
		if e.Outcome != want[e.Number] {
			t.Errorf("entry %d is %s, want %s", e.Number, e.Outcome, want[e.Number])
		}
	}
}

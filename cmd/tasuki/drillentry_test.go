package main

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tasuki/cmd/tasuki/drills"

	"github.com/spf13/cobra"
)

// drillAt returns the command at a time.
func drillAt(now time.Time) *cobra.Command {
	cmd := drills.New(func() time.Time { return now })
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	return cmd
}

// TestRecordRefusesTheFuture checks times against a clock of the test's own. A
// time is refused where it has not come anywhere.
func TestRecordRefusesTheFuture(t *testing.T) {
	noon := time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		time string
		code int
	}{
		{"2026-03-04", exitOK}, {"2026-03-04T12:00", exitOK}, {"2024-02-29", exitOK},
		{"2026-03-05", exitOK}, {"2026-03-05T02:00", exitOK}, // in Kiritimati
		{"2026-03-05T02:01", exitUsage}, {"2026-03-06", exitUsage}, {"2026-04-01", exitUsage}, {"2030-01-01", exitUsage}, {"9999-12-31T23:59", exitUsage},
	} {
		path := filepath.Join(t.TempDir(), "r.csv")
		var out, errs bytes.Buffer
		args := []string{"record", path, "--dataset", helpdesk, "--time", c.time, "--flow", "outage", "--from", "F-1", "--to", "F-2", "--outcome", "confirmed"}
		code := execute(t.Context(), drillAt(noon.In(time.FixedZone("", -3*60*60))), args, &out, &errs)
		_, missing := os.Stat(path)
		if code != c.code || (missing == nil) != (code == exitOK) || (code != exitOK) != strings.Contains(errs.String(), "is in the future (it is 2026-03-04T12:00 UTC)") {
			t.Errorf("%s: exit %d, %v\n%s", c.time, code, missing, errs.String())
		}
	}
}

// TestCoverageRefusesTheFuture checks a record that somebody wrote by hand.
func TestCoverageRefusesTheFuture(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.csv")
	record := "time,flow,from,to,outcome,note\n2026-03-04,outage,F-1,F-2,confirmed,\n2030-01-01,outage,F-2,F-3,confirmed,\n2031-01-01,outage,F-2,F-3,confirmed,\n"
	if err := os.WriteFile(path, []byte(record), 0o600); err != nil {
		t.Fatal(err)
	}
	for year, want := range map[int][]string{2026: {"entry 2", `"2030-01-01" is in the future`, "entry 3"}, 2030: {"entry 3"}, 2032: nil} {
		var out, errs bytes.Buffer
		code := execute(t.Context(), drillAt(time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC)), []string{"coverage", helpdesk, path}, &out, &errs)
		if (code == exitOK) != (want == nil) || (out.Len() > 0) != (want == nil) || strings.Count(errs.String(), "is in the future") != strings.Count(fmt.Sprint(want), "entry") {
			t.Errorf("%d: exit %d\n%s", year, code, errs.String())
		}
		for _, says := range want {
			if !strings.Contains(errs.String(), says) {
				t.Errorf("%d: the error lacks %q:\n%s", year, says, errs.String())
			}
		}
	}
}

// TestRecordAsksTheDataset checks that nothing is recorded of what no dataset
// declares, and that what is asked for is named by what is like it.
func TestRecordAsksTheDataset(t *testing.T) {
	dataset := []string{"--dataset", helpdesk}
	for _, c := range []struct {
		flow, from, to string
		how            []string
		code           int
		says           []string
	}{
		{"outage", "F-1", "F-2", dataset, exitOK, nil},
		{"outage", "F-9", "F-2", dataset, exitUsage, []string{`no task is called "F-9"`, `the nearest of 8: "F-1", "F-2", "F-3"`, "correct --from"}},
		{"outage", "F-1", "f-22", dataset, exitUsage, []string{`no task is called "f-22"`, `"F-2"`, "correct --to"}},
		{"outage", "X", "Y", dataset, exitUsage, []string{`"X"`, `"Y"`, "--from", "--to"}},
		{"outage", "F-2", "C-2", dataset, exitUsage, []string{`the task "C-2" is not in the flow`}},
		{"outage", "F-2", "F-1", dataset, exitUsage, []string{"declares no handoff F-2 -> F-1", "F-2 -> F-3"}},
		{"outtage", "F-1", "F-2", dataset, exitUsage, []string{`no flow is called "outtage"`, `"outage"`, "--flow"}},
		{"outage", "F-1", "F-2", nil, exitUsage, []string{"--dataset", "--unchecked"}},
		{"outage", "F-9", "F-2", []string{"--unchecked"}, exitOK, nil},
		{"outage", "F-1", "F-2", append(dataset, "--unchecked"), exitUsage, []string{"leave one of both out"}},
		{"outage", "F-1", "F-2", []string{"--dataset", "no-such-folder"}, exitFailure, []string{"no-such-folder"}},
	} {
		path := filepath.Join(t.TempDir(), "r.jsonl")
		code, stdout, stderr := tasuki(t, append([]string{"drill", "record", path, "--time", "2026-03-04", "--flow", c.flow, "--from", c.from, "--to", c.to, "--outcome", "confirmed"}, c.how...)...)
		_, missing := os.Stat(path)
		if code != c.code || stdout != "" || (missing == nil) != (code == exitOK) {
			t.Errorf("%v: exit %d, %v\n%s", c, code, missing, stderr)
		}
		for _, says := range c.says {
			if !strings.Contains(stderr, says) {
				t.Errorf("%v: the error lacks %q:\n%s", c, says, stderr)
			}
		}
	}
}

// TestPackNamesItsDataset runs the command that a pack prints, as a shell takes
// it, with the tasks of a handoff in it.
func TestPackNamesItsDataset(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Night shift; it's ours")
	if err := os.CopyFS(folder, os.DirFS(helpdesk)); err != nil {
		t.Fatal(err)
	}
	for lang, task := range map[string]string{"en": "TASK", "ja": "〈作業ID〉"} {
		pack := t.TempDir()
		succeed(t, "drill", folder, "outage", "--lang", lang, "-o", pack)
		page := html.UnescapeString(string(read(t, pack, "facilitator.html")))
		line := regexp.MustCompile(`tasuki (drill record RECORD\.csv .*--note )`).FindStringSubmatch(page)
		if line == nil {
			t.Fatalf("%s: the page prints no command", lang)
		}
		record := filepath.Join(pack, "r.csv")
		command := strings.Replace(line[1], "RECORD.csv", record, 1)
		command = strings.Replace(strings.Replace(command, "--from "+task, "--from F-1", 1), "--to "+task, "--to F-2", 1) + "x"
		args, err := exec.Command("sh", "-c", `for word in `+command+`; do printf '%s\n' "$word"; done`).Output()
		if err != nil {
			t.Fatal(err)
		}
		succeed(t, strings.Split(strings.TrimSuffix(string(args), "\n"), "\n")...)
		if text := string(read(t, pack, "r.csv")); !strings.Contains(text, "outage,F-1,F-2,confirmed,x") {
			t.Errorf("%s: the record is\n%s", lang, text)
		}
		if code, _, stderr := tasuki(t, strings.Split(strings.Replace(strings.TrimSuffix(string(args), "\n"), "F-1", "F-9", 1), "\n")...); code != exitUsage || !strings.Contains(stderr, "F-9") {
			t.Errorf("%s: of an unknown task: exit %d\n%s", lang, code, stderr)
		}
	}
}

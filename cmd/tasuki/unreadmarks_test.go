package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// unreadMatrix has two cells among its marks that nothing is known of.
const unreadMatrix = "no,task,Desk,Maker,Client\n1,Find,R,C,I\n2,Mend,?,R,\n3,Test,C,R,see the plan\n4,Tell,R,,\n"

func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// TestUnreadMarksAreSaid reads a matrix with cells that cannot be read: every way
// to it says so, and what is exported or proposed keeps them.
func TestUnreadMarksAreSaid(t *testing.T) {
	folder := writeFiles(t, map[string]string{"m.csv": unreadMatrix})
	matrix, out := filepath.Join(folder, "m.csv"), filepath.Join(folder, "out")
	const said = `“?” at m.csv:3:3, “see the plan” at m.csv:4:5`
	for _, args := range [][]string{{"check", matrix}, {"analyze", "loss", matrix}, {"draw", "matrix", matrix, "-o", out + ".svg"}, {"export", matrix}, {"report", matrix, "-o", out}} {
		if code, _, stderr := tasuki(t, args...); code != 0 && code != 3 || !strings.Contains(stderr, said) {
			t.Errorf("%v: exit %d, %q, want %q", args, code, stderr, said)
		}
	}
	page, err := os.ReadFile(filepath.Join(out, "report.md"))
	if at := strings.Index(string(page), "could not be read"); err != nil || at < 0 || at > strings.Index(string(page), "1. ") {
		t.Errorf("the report does not begin with what could not be read (%v)", err)
	}

	_, account, _ := tasuki(t, "account", matrix, "--output", "json")
	for _, want := range []string{`"unread":2`, `"mark":"see the plan"`, `{"task":"2","organization":"Desk","source"`} {
		if !strings.Contains(account, want) {
			t.Errorf("the account lacks %s:\n%s", want, account)
		}
	}
	_, exported, _ := tasuki(t, "export", matrix)
	json := filepath.Join(folder, "m.json")
	if err := os.WriteFile(json, []byte(exported), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, again, stderr := tasuki(t, "account", json, "--output", "json"); code != 0 || again != account {
		t.Errorf("exit %d, %s: after an export the account is\n%s\nwant\n%s", code, stderr, again, account)
	}
}

// TestUnreadMarksAreRedacted names no organization in what is said of a cell.
func TestUnreadMarksAreRedacted(t *testing.T) {
	folder := writeFiles(t, map[string]string{"m.csv": strings.Replace(unreadMatrix, "see the plan", "ask Maker", 1)})
	code, out, stderr := tasuki(t, "check", filepath.Join(folder, "m.csv"), "--redact", filepath.Join(folder, "key.json"))
	if code != 0 && code != 3 || strings.Contains(out+stderr, "Maker") || !strings.Contains(stderr, "could not be read") {
		t.Errorf("exit %d, %q\n%s", code, stderr, out)
	}
}

// TestStrictRefusesUnreadMarks stops at them where it is told to, or where a
// reading does not keep them.
func TestStrictRefusesUnreadMarks(t *testing.T) {
	folder := writeFiles(t, map[string]string{"m.csv": unreadMatrix})
	matrix, reading := filepath.Join(folder, "m.csv"), filepath.Join(folder, "m.reading.yaml")
	refused := func(args ...string) {
		t.Helper()
		code, _, stderr := tasuki(t, args...)
		if code != 1 || !strings.Contains(stderr, `m.csv:3:3: "?": this cell cannot be read`) || !strings.Contains(stderr, `m.csv:4:5: "see the plan": this cell cannot be read`) {
			t.Errorf("%v: exit %d, %q; want both cells refused", args, code, stderr)
		}
	}
	refused("account", matrix, "--strict")
	code, proposed, stderr := tasuki(t, "propose", matrix)
	if code != 0 || !strings.Contains(proposed, "keep_unread: true") {
		t.Fatalf("exit %d, %s:\n%s", code, stderr, proposed)
	}
	write := func(text string) {
		if err := os.WriteFile(reading, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(proposed)
	if code, account, stderr := tasuki(t, "account", matrix); code != 0 || !strings.Contains(account, "2 unread") {
		t.Errorf("what was proposed does not load: exit %d, %s\n%s", code, stderr, account)
	}
	refused("check", matrix, "--strict")
	write(strings.Replace(proposed, "keep_unread: true\n", "", 1))
	refused("account", matrix)
}

// TestNothingIsSureOfUnreadMarks stops a flow whose only way leads over a task with
// a cell that could not be read.
func TestNothingIsSureOfUnreadMarks(t *testing.T) {
	flows := "flows:\n  - {id: f, name: {en: Fault}, start: [\"1\"], goal: [\"4\"], handoffs: [{from: \"1\", to: \"2\", kind: request}, {from: \"2\", to: \"4\", kind: report}]}\n"
	folder := writeFiles(t, map[string]string{"m.csv": unreadMatrix, "flows.yaml": flows})
	_, out, stderr := tasuki(t, "check", folder, "--output", "json")
	at := strings.Index(out, `"flow-stopped-by-organization"`)
	if at < 0 {
		t.Fatalf("no finding about who stops the flow: %s\n%s", stderr, out)
	}
	maker := out[strings.Index(out, `"id":"Maker"`):]
	if end := strings.Index(maker, `"query"`); end < 0 || !strings.Contains(maker[:end], `"certainty":"depends"`) || !strings.Contains(maker[:end], `"2"`) {
		t.Errorf("that Maker stops the flow does not depend on task 2:\n%.900s", maker)
	}
}

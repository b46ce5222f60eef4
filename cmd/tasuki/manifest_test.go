package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReportReplacesOnlyItsOwn writes one report over another, beside files that
// no report wrote.
func TestReportReplacesOnlyItsOwn(t *testing.T) {
	folder := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	there := func(name string) bool {
		_, err := os.Lstat(filepath.Join(folder, name))
		return err == nil
	}
	succeed(t, "report", helpdesk, "-o", folder)
	put("notes.txt", "mine")
	put("ladder-release.svg", "edited")
	dataset := filepath.Join(t.TempDir(), "d.json")
	text := succeed(t, "export", helpdesk)
	renamed := strings.NewReplacer(`"id":"outage"`, `"id":"failure"`, `"id":"release"`, `"id":"update"`).Replace(text)
	if err := os.WriteFile(dataset, []byte(renamed), 0o644); err != nil || renamed == text {
		t.Fatalf("no flow was renamed: %v", err)
	}
	succeed(t, "report", dataset, "-o", folder)
	for name, want := range map[string]bool{
		"notes.txt": true, "ladder-release.svg": true, "flow-failure.svg": true,
		"flow-outage.svg": false, "ladder-outage.svg": false, "flow-release.svg": false,
	} {
		if there(name) != want {
			t.Errorf("%s is there: %v, want %v", name, !want, want)
		}
	}
	fresh := t.TempDir()
	succeed(t, "report", dataset, "-o", fresh)
	if got, want := string(read(t, folder, manifestName)), string(read(t, fresh, manifestName)); got != want {
		t.Errorf("the manifest depends on what was there before:\n%s\n%s", got, want)
	}
}

// TestReportRefusesFoldersOfOthers checks that what no report wrote is neither
// replaced nor joined.
func TestReportRefusesFoldersOfOthers(t *testing.T) {
	for _, c := range []struct{ name, files, says string }{
		{"a folder without a report", "notes.txt", "holds no earlier report"},
		{"a page without a manifest", "index.html", "holds no earlier report"},
		{"a manifest of another program", "manifest.txt=a 1", "no manifest of a report"},
		{"a manifest that leads out of the folder", "manifest.txt=" + manifestHead + "0  ../other", "names no file beside it"},
		{"a name that is taken", "manifest.txt=" + manifestHead + ";index.html", "not of an earlier report"},
	} {
		folder := t.TempDir()
		before := map[string]string{}
		for f := range strings.SplitSeq(c.files, ";") {
			name, text, _ := strings.Cut(f, "=")
			before[name] = text
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if code, _, stderr := tasuki(t, "report", helpdesk, "-o", folder); code != exitFailure || !strings.Contains(stderr, c.says) {
			t.Errorf("%s: exit %d, %s", c.name, code, stderr)
		}
		entries, err := os.ReadDir(folder)
		if err != nil || len(entries) != len(before) {
			t.Errorf("%s: %d files are there, %v", c.name, len(entries), err)
		}
		for name, text := range before {
			if got := string(read(t, folder, name)); got != text {
				t.Errorf("%s: %s has become %q", c.name, name, got)
			}
		}
	}
}

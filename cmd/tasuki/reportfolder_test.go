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
	if got, want := string(read(t, folder, "manifest.txt")), string(read(t, fresh, "manifest.txt")); got != want {
		t.Errorf("the manifest depends on what was there before:\n%s\n%s", got, want)
	}
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/seeds"
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
	renamed := strings.NewReplacer(`"outage"`, `"failure"`, `"id":"release"`, `"id":"update"`).Replace(text)
	if err := os.WriteFile(dataset, []byte(renamed), 0o644); err != nil || renamed == text {
		t.Fatalf("no flow was renamed: %v", err)
	}
	put(".tasuki-ABCDEFGHIJKLMNOPQRSTUVWXYZ", "left by one that was killed")
	code, _, stderr := tasuki(t, "report", dataset, "-o", folder)
	if code != exitOK || !strings.Contains(stderr, `ladder-release.svg" is of an earlier report and was changed since`) || strings.Count(stderr, "earlier report") != 1 {
		t.Errorf("exit %d: %s", code, stderr)
	}
	for name, want := range map[string]bool{
		"notes.txt": true, ".tasuki-ABCDEFGHIJKLMNOPQRSTUVWXYZ": false, "ladder-release.svg": true, "flow-failure.svg": true,
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

// TestNamesOfOthersStayInside writes reports of flows and organizations whose IDs
// are paths, and names that some systems keep for themselves.
func TestNamesOfOthersStayInside(t *testing.T) {
	outer := t.TempDir()
	var d graph.Dataset
	ids := []string{"../../x", "..", ".", "/etc/x", `..\..\x`, `C:\x`, "con", "NUL", "COM1.txt", "a:b", "x.", "x ", "~/x", "a/../../b", "\u202ex", "Ab", "aB", "straße", "STRASSE", "%2e%2e%2fx", strings.Repeat("長", 200), strings.Repeat("../", 100)}
	ids = ids[:seeds.Size(len(ids), 9)]
	for i, id := range ids {
		task := fmt.Sprintf("../%d/%s", i, id)
		d.Organizations = append(d.Organizations, graph.Organization{ID: id, Name: graph.Text(id)})
		d.Tasks = append(d.Tasks, graph.Task{ID: task, Name: graph.Text(id)})
		d.Assignments = append(d.Assignments, graph.Assignment{Task: task, Organization: id, Role: graph.Lead, Reading: graph.Printed})
		d.Flows = append(d.Flows, graph.Flow{ID: id, Name: graph.Text(id), Start: []string{task}, Goal: []string{task}})
	}
	dataset := filepath.Join(t.TempDir(), "d.json")
	var b bytes.Buffer
	if err := errors.Join(graph.Encode(&b, d), os.WriteFile(dataset, b.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(outer, "a", "b", "review")
	succeed(t, "report", dataset, "-o", folder)
	alike := map[string]string{}
	for path := range listed(t, outer) {
		name := filepath.Base(path)
		if filepath.Dir(path) != folder || strings.ContainsAny(name, `/\:*?"<>|`) || strings.HasPrefix(name, ".") || len(name) > 255 {
			t.Errorf("the report wrote %q", path)
		}
		folded := strings.ToLower(strings.ToUpper(name))
		if other := alike[folded]; other != "" {
			t.Errorf("%q and %q are one name for some systems", name, other)
		}
		alike[folded] = name
	}
	if want := 3*len(ids) + 17; len(alike) != want {
		t.Errorf("the report has %d files, want %d", len(alike), want)
	}
	for i, id := range ids[:3] {
		succeed(t, "drill", dataset, id, "-o", filepath.Join(outer, "a", fmt.Sprint("pack-", i)))
		if entries, err := os.ReadDir(outer); err != nil || len(entries) != 1 {
			t.Errorf("the pack %d wrote %v, %v", i, entries, err)
		}
	}
}

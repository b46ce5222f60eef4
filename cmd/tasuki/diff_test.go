package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tasuki/analysis/difference"
)

// TestDiff compares a dataset with itself, and with what another year made of it.
func TestDiff(t *testing.T) {
	folder := t.TempDir()
	old, now := writeExample(t, folder), filepath.Join(folder, "now.yaml")
	text := strings.Replace(string(read(t, folder, "example.yaml")), "name: Acme", "name: {en: Acme and sons}", 1)
	if err := os.WriteFile(now, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if out := succeed(t, "diff", old, old); !strings.HasPrefix(out, "Nothing differs.\n") {
		t.Errorf("a dataset differs from itself:\n%s", out)
	}
	out := succeed(t, "diff", old, now)
	for _, want := range []string{"Came: nothing. Went: nothing. Changed: 1 organization.", "name.en", "Acme and sons"} {
		if !strings.Contains(out, want) {
			t.Errorf("does not say %q:\n%s", want, out)
		}
	}
	if out := succeed(t, "diff", old, now, "--lang", "ja"); !strings.HasPrefix(out, "加わったもの：なし。なくなったもの：なし。変わったもの：組織 1。") {
		t.Errorf("in Japanese it says\n%s", out)
	}
	var d difference.Difference
	if err := json.Unmarshal([]byte(succeed(t, "diff", old, now, "--output", "json")), &d); err != nil || len(d.Changes) != 1 || d.Changes[0].Kind != difference.Organization {
		t.Errorf("got %+v, %v", d, err)
	}
	key := filepath.Join(folder, "key.json")
	if out := succeed(t, "diff", old, now, "--redact", key); strings.Contains(out, "Acme") {
		t.Errorf("with pseudonyms it says\n%s", out)
	}
}

// TestDiffFails wants 3 for findings that are new and severe, and the usual codes else.
func TestDiffFails(t *testing.T) {
	folder := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	old := put("old.csv", "Task,A,B\nReport,R,\nTriage,R,\nRepair,,R\nClose,,R\n")
	now := put("now.csv", "Task,A,B\nReport,R,\nTriage,R,\nRepair,,R\nClose,,\n")
	for _, c := range []struct {
		args []string
		code int
	}{
		{[]string{old, now}, exitOK}, {[]string{old, now, "--fail-on", "high"}, exitFindings}, {[]string{now, old, "--fail-on", "high"}, exitOK},
		{[]string{old}, exitUsage}, {[]string{old, filepath.Join(folder, "none.csv")}, exitFailure},
	} {
		if code, out, stderr := tasuki(t, append([]string{"diff"}, c.args...)...); code != c.code {
			t.Errorf("%v: exit %d, want %d: %s%s", c.args, code, c.code, out, stderr)
		}
	}
}

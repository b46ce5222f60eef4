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
	if out := succeed(t, "diff", old, now, "--lang", "ja"); !strings.HasPrefix(out, "加わったもの：なし。なくなったもの：なし。変わったもの：1組織。") {
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

// TestDiffWithPseudonyms wants the same answer with pseudonyms as with names, and none of the
// names, even where one dataset mentions what only the other declares.
func TestDiffWithPseudonyms(t *testing.T) {
	folder := t.TempDir()
	key := filepath.Join(folder, "key.json")
	dataset := func(file, id, name, aliases string) string {
		text := "organizations: [{id: ops, name: Acme}, {id: " + id + ", name: " + name + ", aliases: [" + aliases + `]}]
tasks: [{id: "1", name: Report to Gamma Ltd or GG}, {id: "2", name: Repair}]
assignments: [{task: "1", organization: ops, role: lead, reading: printed}, {task: "2", organization: ` + id + `, role: lead, reading: printed}]
`
		path := filepath.Join(folder, file)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	old := dataset("old.yaml", "beta", "Beta Works", "BW")
	for _, c := range []struct {
		now, named, hidden string // a dataset, and how both answers begin
		names              []string
	}{
		{dataset("now.yaml", "gamma", "Gamma Ltd", "GG"), "Came: 1 organization, 1 mark. Went: 1 organization, 1 mark. Changed: nothing. Findings: 1 new, 1 gone,",
			"Came: 1 organization, 1 mark. Went: 1 organization, 1 mark. Changed: nothing. Findings: 1 new, 1 gone,", []string{"acme", "beta", "gamma", "gg", "bw"}},
		{dataset("renamed.yaml", "b-2", "Beta work", "BW"), "Came: nothing. Went: nothing. Changed: 1 organization. Findings: 0 new, 0 gone,",
			"Came: nothing. Went: nothing. Changed: nothing. Findings: 0 new, 0 gone,", []string{"acme", "beta", "b-2", "bw"}},
	} {
		if out := succeed(t, "diff", old, c.now); !strings.HasPrefix(out, c.named) {
			t.Errorf("with names it says\n%s", out)
		}
		out := succeed(t, "diff", old, c.now, "--redact", key)
		if !strings.HasPrefix(out, c.hidden) {
			t.Errorf("with pseudonyms it says\n%s", out)
		}
		out = strings.ToLower(out + succeed(t, "diff", old, c.now, "--redact", key, "--output", "json"))
		for _, name := range c.names {
			if strings.Contains(out, name) {
				t.Errorf("%q is named:\n%s", name, out)
			}
		}
	}
}

// TestDiffOfWhatIsPipedIn pipes either dataset in, or both, and gives its format.
func TestDiffOfWhatIsPipedIn(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	old, now := "Task,A,B\nReport,R,\nRepair,,R\n", "Task,A,B\nReport,R,\nRepair,R,\n"
	if err := os.WriteFile("now.csv", []byte(now), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-", "now.csv"}, "Came: 1 mark. Went: 1 mark."}, {[]string{"now.csv", "-"}, "Came: 1 mark. Went: 1 mark."}, {[]string{"-", "-"}, "Nothing differs."},
	} {
		args := append([]string{"diff", "--format", "csv"}, c.args...)
		if code, out, stderr := piping(t, old, args...); code != exitOK || !strings.HasPrefix(out, c.want) {
			t.Errorf("%q: exit %d: %s%s", args, code, out, stderr)
		}
	}
}

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tasuki/render/report"
)

// checked writes a dataset of two findings of severity high with decisions beside it.
func checked(t *testing.T, decisions string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, text := range map[string]string{"m.csv": "Task,Acme,Bolt\nReport,R,\nTriage,R,\nRepair,,R\nClose,,\n", "tasuki-accept.yaml": decisions} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func finish(t *testing.T, args ...string) (code int, out, errors string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// TestCheckTakesDecisions accepts all that is high until a day, and looks on that day and
// on the next.
func TestCheckTakesDecisions(t *testing.T) {
	const unled = "accept:\n  - {rule: task-without-lead, reason: It is being agreed., owner: Ada, expires: 2027-03-31}\n  - {rule: bottleneck, reason: For now., owner: Ada, expires: 2027-03-31}\n"
	folder := checked(t, unled+"severity:\n  - {rule: no-supporter, severity: off}\n")
	key := filepath.Join(t.TempDir(), "key.json")
	for _, c := range []struct {
		args      []string
		code      int
		says, not string
	}{
		{[]string{"--on", "2027-03-31"}, exitOK, "Accepted until 2027-03-31 by Ada", "has expired"},
		{[]string{"--on", "2027-04-01"}, exitFindings, "Its acceptance has expired: it held until", "Accepted until"},
		{[]string{"--on", "2027-03-31", "--lang", "ja"}, exitOK, "2027-03-31 まで受容（Ada）", "期限の切れた"},
		{[]string{"--on", "2027-03-31"}, exitOK, "Switched off, and not listed: 1 no-supporter.", "without a supporter"},
		{[]string{"--on", "2027-03-31", "--output", "json"}, exitOK, `"state":"accepted"`, `"expired"`},
		{[]string{"--on", "2027-03-31", "--output", "sarif"}, exitOK, `"status": "accepted"`, folder},
		{[]string{"--on", "2027-03-31", "--redact", key}, exitOK, "an owner who is not named", "Acme"},
		{[]string{"--on", "2027-03-31", "--redact", key, "--output", "sarif"}, exitOK, `"status": "accepted"`, "Ada"},
		{[]string{"--on", "2027-02-30"}, exitUsage, "", "high"},
		{[]string{"--accept", filepath.Join(folder, "none.yaml")}, exitFailure, "", "high"},
	} {
		code, out, errors := finish(t, append([]string{"check", folder, "--fail-on", "high"}, c.args...)...)
		if text := strings.Join(strings.Fields(out), " "); code != c.code || !strings.Contains(text, strings.Join(strings.Fields(c.says), " ")) || strings.Contains(text, c.not) {
			t.Errorf("%q: exit code %d, want %d\n%s%s", c.args, code, c.code, out, errors)
		}
	}
}

// TestDocumentedDecisionsAreTaken runs the decisions of docs/findings.md on the example.
func TestDocumentedDecisionsAreTaken(t *testing.T) {
	_, text, _ := strings.Cut(string(read(t, filepath.Join("..", "..", "docs"), "findings.md")), "```yaml\n")
	text, _, found := strings.Cut(text, "```")
	file := filepath.Join(t.TempDir(), "accepted.yaml")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil || !found {
		t.Fatal(err)
	}
	code, out, errors := finish(t, "check", filepath.Join("..", "..", "examples", "pension"), "--accept", file, "--on", "2026-06-01")
	if code != exitOK || strings.Contains(errors, "accepts what is not found") || strings.Count(out, "Accepted until") != 2 || !strings.Contains(out, "Switched off, and not listed: 1 unknown-timing.") {
		t.Errorf("exit code %d\n%s%s", code, errors, out)
	}
}

// TestIdentifiersOfAMatrix moves the rows and columns of a matrix.
func TestIdentifiersOfAMatrix(t *testing.T) {
	ids := func(text string) (list []string) {
		path := filepath.Join(t.TempDir(), "m.csv")
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		var found []report.Finding
		if err := json.Unmarshal([]byte(succeed(t, "check", path, "--output", "json")), &found); err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			list = append(list, f.ID)
		}
		slices.Sort(list)
		return list
	}
	a, b := ids("No,Task,Acme,Bolt,Cord\n1,Report,R,,\n2,Triage,R,,\n3,Repair,,R,\n4,Close,,,\n"), ids("No,Task,Cord,Bolt,Acme\n4,Close,,,\n3,Repair,,R,\n1,Report,,,R\n2,Triage,,,R\n")
	if len(a) < 4 || !slices.Equal(a, b) {
		t.Errorf("the IDs are %q, and %q in another order", a, b)
	}
}

// TestReportShowsDecisions wants them beside the findings, in every form that has these.
func TestReportShowsDecisions(t *testing.T) {
	folder, out := checked(t, "accept:\n  - {rule: task-without-lead, reason: It is being agreed, owner: Ada, expires: 2027-03-31}\nseverity:\n  - {rule: no-supporter, severity: medium}\n"), t.TempDir()
	succeed(t, "report", folder, "--on", "2027-03-31", "-o", out)
	for file, says := range map[string][]string{
		"report.md": {"Accepted until 2027-03-31 by Ada: It is being agreed", "Severity by decision: medium; the rule says: low"}, "results.json": {`"state":"accepted"`, `"usual_severity":"low"`}, "index.html": {"Accepted until 2027-03-31 by Ada"},
	} {
		for _, want := range says {
			if !strings.Contains(string(read(t, out, file)), want) {
				t.Errorf("%s does not say %q", file, want)
			}
		}
	}
	if code, _, _ := finish(t, "report", checked(t, "accept: [{rule: x}]\n"), "-o", filepath.Join(out, "not")); code != exitFailure {
		t.Errorf("with decisions that are wrong: exit code %d", code)
	}
}

// TestDecisionsAreChecked names all that is wrong, and what is accepted for nothing.
func TestDecisionsAreChecked(t *testing.T) {
	folder := checked(t, "accept:\n  - {rule: nonsense, reason: R, owner: O, expires: 2027-03-31}\n  - {rule: dead-end, owner: O, expires: 2027-02-29}\n")
	code, out, errors := finish(t, "check", folder)
	for _, want := range []string{`tasuki-accept.yaml:2:12: "nonsense": is no rule`, `tasuki-accept.yaml:3:5: "": the key "reason" is missing here`, `tasuki-accept.yaml:3:41: "2027-02-29": is no day of the calendar`} {
		if code != exitFailure || out != "" || !strings.Contains(errors, want) {
			t.Errorf("exit code %d, does not say %s\n%s", code, want, errors)
		}
	}
	folder = checked(t, "accept:\n  - {rule: dead-end, reason: R, owner: O, expires: 2027-03-31}\n")
	if code, _, errors := finish(t, "check", folder); code != exitOK || !strings.Contains(errors, "tasuki-accept.yaml:2:5 accepts what is not found") {
		t.Errorf("exit code %d\n%s", code, errors)
	}
	if code, _, errors := finish(t, "check", folder, "--lang", "ja"); code != exitOK || !strings.Contains(errors, "受容した指摘は見つからない") {
		t.Errorf("exit code %d\n%s", code, errors)
	}
}

// TestRulesAreListed wants all rules in both languages, and a dataset to be refused.
func TestRulesAreListed(t *testing.T) {
	var list []report.Rule
	if err := json.Unmarshal([]byte(succeed(t, "check", "--rules", "--output", "json")), &list); err != nil || len(list) != len(report.Rules()) {
		t.Fatalf("%d rules, %v", len(list), err)
	}
	en, ja := succeed(t, "check", "--rules"), succeed(t, "check", "--rules", "--lang", "ja")
	for _, r := range list {
		if !strings.Contains(en, "\n"+r.ID+" ") || !strings.Contains(ja, "\n"+r.ID+" ") {
			t.Errorf("%s is not listed", r.ID)
		}
	}
	for _, args := range [][]string{{"check", "--rules", "x"}, {"check"}, {"check", "--rules", "--output", "sarif"}} {
		if code, _, _ := finish(t, args...); code != exitUsage {
			t.Errorf("%q: exit code %d", args, code)
		}
	}
	document := string(read(t, filepath.Join("..", "..", "docs"), "findings.md"))
	var documented []string
	for _, line := range strings.Split(document, "\n") {
		if cells := strings.Split(line, "|"); len(cells) == 6 && strings.HasPrefix(cells[1], " `") {
			documented = append(documented, strings.TrimSpace(cells[1])+strings.TrimSpace(cells[2])+strings.TrimSpace(cells[4]))
		}
	}
	var want []string
	for _, r := range list {
		want = append(want, "`"+r.ID+"`"+string(r.Severity)+r.Why.EN)
	}
	if !slices.Equal(documented, want) {
		t.Errorf("docs/findings.md lists %q, not %q", documented, want)
	}
}

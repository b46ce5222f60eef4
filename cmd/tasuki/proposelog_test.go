package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const smallLog = "case id,activity,resource,timestamp\n1,Report the fault,desk,2019-01-02 10:00\n1,Triage,EMPTY,2019-01-02 11:00\n2,Recovr,Vendor,2019-01-02 12:00\n"

// TestProposedMappings drafts the mapping of a log with and without the word log, and
// leaves a matrix a matrix.
func TestProposedMappings(t *testing.T) {
	dataset := filepath.Join(folderWith(t, "raci.csv", fourTasks), "raci.csv")
	log := filepath.Join(folderWith(t, "log.csv", smallLog), "log.csv")
	for _, args := range [][]string{{"propose", "log", log, "--dataset", dataset}, {"propose", log, "--dataset", dataset}} {
		code, out, stderr := tasuki(t, args...)
		for _, want := range []string{"# 3 rows: 3 events of 2 cases.", `"Report the fault": "1.1" # 1 event`, `"Recovr": "1-3" # 1 event`, `- "EMPTY" # 1 event`, "timeLayout: iso"} {
			if code != exitOK || !strings.Contains(out, want) {
				t.Errorf("%v: exit code %d, no %q in\n%s%s", args, code, want, out, stderr)
			}
		}
	}
	if code, out, _ := tasuki(t, "propose", log); code != exitOK || !strings.Contains(out, `# "Triage": # 1 event`) {
		t.Errorf("exit code %d\n%s", code, out)
	}
	if code, out, _ := tasuki(t, "propose", dataset); code != exitOK || !strings.Contains(out, "blocks:") {
		t.Errorf("exit code %d: a matrix is no log\n%s", code, out)
	}
}

func TestProposeLogRefuses(t *testing.T) {
	ambiguous := filepath.Join(folderWith(t, "log.csv", "case,activity,time\n1,A,02/01/2019\n"), "log.csv")
	there := filepath.Join(t.TempDir(), "there.yaml")
	if err := os.WriteFile(there, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"propose", "log", ambiguous}, exitFailure, "--time-layout day-month"},
		{[]string{"propose", "log", ambiguous, "--lang=ja"}, exitFailure, "日が先とも月が先とも読める"},
		{[]string{"propose", "log", ambiguous, "--time-layout", "us"}, exitUsage, "is no layout of time stamps"},
		{[]string{"propose", "log", ambiguous, "--zone", "Tokyo"}, exitUsage, "is no time zone"},
		{[]string{"propose", "log", ambiguous, "--memory", "0"}, exitUsage, "--memory"},
		{[]string{"propose", "log", ambiguous, "-o", there}, exitUsage, "--force"},
		{[]string{"propose", "log"}, exitUsage, "one LOG"},
		{[]string{"propose", "log", there + "x"}, exitFailure, "no such file"},
	} {
		if code, _, stderr := tasuki(t, c.args...); code != c.code || !strings.Contains(stderr, c.want) {
			t.Errorf("%v: exit code %d, want %d, %q in\n%s", c.args, code, c.code, c.want, stderr)
		}
	}
}

package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tasuki/internal/flagvalue"
)

const fourTasks = "No,Task,Desk,Vendor,Client\n1.1,Report the fault,R,I,A\n1.10,Triage,C,R,A\n1-3,Recover,,R,A\n1-4,Close,R,,I\n"

// folderWith returns a folder with a matrix.
func folderWith(t *testing.T, name, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// fill writes rows of handoffs into the form at a path, from its third row on.
func fill(t *testing.T, path string, rows ...[]any) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetList()[0]
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", 3+i), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// What propose handoffs writes is filled in, loads, and shows single points of failure.
func TestProposedHandoffsComeBack(t *testing.T) {
	for _, lang := range flagvalue.Languages() {
		dir := folderWith(t, "raci.csv", fourTasks)
		form := filepath.Join(dir, "handoffs.xlsx")
		succeed(t, "propose", "handoffs", filepath.Join(dir, "raci.csv"), "--lang", lang, "-o", form)
		empty := succeed(t, "account", dir)
		if !strings.Contains(empty, "is an example, as its flow begins with") {
			t.Errorf("%s: the example is not said to be one:\n%s", lang, empty)
		}
		if flows := succeed(t, "export", dir); strings.Contains(flows, `"handoffs"`) {
			t.Errorf("%s: the example is read: %s", lang, flows)
		}
		f, err := excelize.OpenFile(form)
		if err != nil {
			t.Fatal(err)
		}
		tasks, err := f.GetCols("Lists")
		rules, err2 := f.GetDataValidations(f.GetSheetList()[0])
		if err != nil || err2 != nil || len(tasks) != 3 || strings.TrimRight(strings.Join(tasks[0], ";"), ";") != "1.1 Report the fault;1.10 Triage;1-3 Recover;1-4 Close" || len(rules) != 5 {
			t.Fatalf("%s: lists %q, %d rules, %v %v", lang, tasks, len(rules), err, err2)
		}
		kind, yes := tasks[1][1], tasks[2][0]
		f.Close()
		fill(t, form,
			[]any{"Fault", tasks[0][0], tasks[0][1], kind, "Notice", 5, "The desk reports", yes, "tell", "if severe"},
			[]any{"Fault", "1.10", "recover", kind},
			[]any{"Closing", "Recover", "1-4 Close", kind, "Result"},
		)
		out := filepath.Join(t.TempDir(), "out")
		summary := succeed(t, "report", dir, "-o", out, "--lang", "en")
		if !strings.Contains(summary, "4 tasks, 2 flows") {
			t.Errorf("%s: %s", lang, summary)
		}
		report, err := os.ReadFile(filepath.Join(out, "report.md"))
		if err != nil || strings.Contains(string(report), "Single points of failure need flows") {
			t.Errorf("%s: the report has no single points of failure, %v", lang, err)
		}
		points := succeed(t, "analyze", "spof", dir, "--output", "json")
		for _, want := range []string{`"Fault"`, `"Closing"`, `"Vendor"`} {
			if !strings.Contains(points, want) {
				t.Errorf("%s: %s lacks %s", lang, points, want)
			}
		}
		exported := succeed(t, "export", dir)
		if want := `{"from":"1.1","to":"1.10","kind":"report","artifact":{"en":"Notice"},"minutes":5,"branch":"tell","when":{"en":"if severe"},"basis":{"says":{"en":"The desk reports"},"inferred":true},"source":{"file":"handoffs.xlsx","sheet":"`; !strings.Contains(exported, want) {
			t.Errorf("%s: %s\nlacks %s", lang, exported, want)
		}
	}
}

// The form as CSV is read too, and as a sheet of the workbook with the matrix.
func TestProposedHandoffsAsCSV(t *testing.T) {
	for _, lang := range flagvalue.Languages() {
		dir := folderWith(t, "raci.csv", strings.ReplaceAll(fourTasks, "1-3", "=1-3"))
		text := succeed(t, "propose", "handoffs", filepath.Join(dir, "raci.csv"), "--lang", lang)
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || len(rows) != 2 || len(rows[0]) != 11 {
			t.Fatalf("%s: %q, %v", lang, text, err)
		}
		text += "Fault,1.1 Report the fault,'=1-3 Recover," + rows[1][3] + ",,,,\n"
		if err := os.WriteFile(filepath.Join(dir, "handoffs.csv"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if exported := succeed(t, "export", dir); !strings.Contains(exported, `"handoffs":[{"from":"1.1","to":"=1-3","kind":"request"`) {
			t.Errorf("%s: %s", lang, exported)
		}
	}
}

func TestProposeHandoffsRefuses(t *testing.T) {
	dir := folderWith(t, "raci.csv", fourTasks)
	matrix := filepath.Join(dir, "raci.csv")
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{matrix, "-o", filepath.Join(dir, "h.pdf")}, exitUsage, "ends neither in .xlsx nor in .csv"},
		{[]string{matrix, "-o", matrix}, exitUsage, "is there already"},
		{[]string{dir, "--reading", "r.yaml"}, exitUsage, "is a folder; name the matrix itself"},
		{[]string{dir, "--sheet", "A"}, exitUsage, "is a folder; name the matrix itself"},
		{[]string{}, exitUsage, "takes one DATASET"},
		{[]string{folderWith(t, "d.yaml", "tasks: [{id: a, name: A}]\n")}, exitFailure, "a handoff joins two tasks"},
	} {
		code, out, stderr := tasuki(t, append([]string{"propose", "handoffs"}, c.args...)...)
		if code != c.code || !strings.Contains(stderr, c.want) || out != "" {
			t.Errorf("%v: %d %s", c.args, code, stderr)
		}
	}
}

// The report's example of a flow is of the reader's own tasks, and is valid.
func TestReportShowsFlowsOfOwnTasks(t *testing.T) {
	for _, c := range []struct{ matrix, want string }{
		{fourTasks, `{from: "1.1", to: "1.10", kind: report}`},
		{"Task,Desk,Vendor\n\"Say: \"\"hi\"\" {#1}\",R,I\n作業 'B',R,I\nNo,R,C\n", `{from: "作業 'B'", to: "No", kind: request}`},
	} {
		dir := folderWith(t, "raci.csv", c.matrix)
		out := filepath.Join(t.TempDir(), "out")
		succeed(t, "report", dir, "-o", out, "--lang", "en")
		report, err := os.ReadFile(filepath.Join(out, "report.md"))
		if err != nil {
			t.Fatal(err)
		}
		code := regexp.MustCompile("(?s)```[a-z]*\n(# flows.yaml.*?)```").FindSubmatch(report)
		if code == nil || !strings.Contains(string(code[1]), c.want) {
			t.Fatalf("%s\nlacks %s", report, c.want)
		}
		if err := os.WriteFile(filepath.Join(dir, "flows.yaml"), code[1], 0o644); err != nil {
			t.Fatal(err)
		}
		if summary := succeed(t, "report", dir, "-o", out); !strings.Contains(summary, "1 flow") {
			t.Errorf("%s: %s", code[1], summary)
		}
	}
}

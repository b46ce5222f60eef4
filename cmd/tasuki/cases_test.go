package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph"
)

// TestMatricesOfOthers reads small matrices as people write them, and compares what
// they state with what a person read in them.
func TestMatricesOfOthers(t *testing.T) {
	folder := needs(t, filepath.Join("..", "..", "..", "shared", "cases", "matrix"))
	for file, want := range expectedOfOthers(t, folder) {
		code, stdout, stderr := tasuki(t, "export", filepath.Join(folder, file), "--output", "json")
		if want.refused != "" {
			if code != exitFailure || !strings.Contains(stderr, want.refused) {
				t.Errorf("%s: exit %d, %s; want it refused with %q", file, code, stderr, want.refused)
			}
			continue
		}
		if code != exitOK {
			t.Errorf("%s: exit %d\n%s", file, code, stderr)
			continue
		}
		var d graph.Dataset
		if err := json.Unmarshal([]byte(stdout), &d); err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for _, a := range d.Assignments {
			got[string(a.Role)]++
		}
		if n := d.Account.Marks.Unread; n > 0 {
			got["unread"] = n
		}
		if want.marks != nil && !maps.Equal(got, want.marks) {
			t.Errorf("%s: marks %v, want %v", file, got, want.marks)
		}
		if want.tasks >= 0 && len(d.Tasks) != want.tasks {
			t.Errorf("%s: %d tasks, want %d", file, len(d.Tasks), want.tasks)
		}
		if want.organizations >= 0 && len(d.Organizations) != want.organizations {
			t.Errorf("%s: %d organizations, want %d", file, len(d.Organizations), want.organizations)
		}
	}
}

// expectation is what a matrix states; numbers below zero are not known.
type expectation struct {
	tasks, organizations int
	marks                map[string]int
	refused              string
}

// rolesOf says which role a word of the table of expectations stands for.
var rolesOf = map[string]graph.Role{
	"R": graph.Lead, "lead": graph.Lead, "A": graph.Accountable, "S": graph.Support, "C": graph.Support,
	"take part": graph.Support, "support": graph.Support, "I": graph.Informed, "unread": "unread",
}

// expectedOfOthers returns the expectations of the table in the folder, and of the
// files that it describes in words only.
func expectedOfOthers(t *testing.T, folder string) map[string]expectation {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "EXPECTED.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	marks := func(lead, accountable, support, informed, unread int) map[string]int {
		m := map[string]int{"lead": lead, "accountable": accountable, "support": support, "informed": informed, "unread": unread}
		maps.DeleteFunc(m, func(_ string, n int) bool { return n == 0 })
		return m
	}
	all := map[string]expectation{
		"bands-export.csv":                   {32, 6, marks(43, 32, 34, 21, 0), ""},
		"checks.xlsx":                        {3, 3, marks(6, 0, 0, 0, 0), ""},
		"band_unmerged.xlsx":                 {6, 4, marks(7, 0, 3, 4, 0), ""},
		"r01-turned-en.csv":                  {4, 3, marks(4, 0, 4, 3, 0), ""},
		"r02-stray-mark-moves-others.csv":    {6, 3, marks(5, 1, 0, 2, 1), ""},
		"r03-key-on-the-right.csv":           {6, 4, marks(6, 0, 0, 5, 0), ""},
		"r04-roles-under-party.xlsx":         {3, 2, nil, ""},
		"r05-template-status-and-key.xlsx":   {5, -1, nil, ""},
		"r06-first-row-with-notes.csv":       {4, 2, marks(4, 0, 4, 0, 0), ""},
		"r07-key-below.csv":                  {4, 3, marks(4, 0, 4, 4, 0), ""},
		"r08-formula-without-value.xlsx":     {refused: "C3"},
		"r09-sections.csv":                   {4, 3, marks(4, 0, 4, 4, 0), ""},
		"r10-two-tables-side-by-side.xlsx":   {7, 4, marks(7, 0, 5, 5, 0), ""},
		"r11-turned-status-task.csv":         {4, 3, nil, ""},
		"r12-cp1252-as-cp932.csv":            {3, 3, marks(3, 1, 2, 3, 0), ""},
		"r14-double-circle-legend.csv":       {3, 3, marks(3, 0, 3, 0, 0), ""},
		"r20-party-called-support.csv":       {4, 3, marks(4, 0, 4, 4, 0), ""},
		"r21-merged-sections.xlsx":           {4, 3, marks(4, 0, 4, 4, 0), ""},
		"r22-graph-paper-merged-fields.xlsx": {4, 3, marks(4, 0, 3, 0, 0), ""},
		"r23-RA.csv":                         {4, 3, marks(4, 2, 4, 4, 0), ""},
		"r25-mark-with-footnote.csv":         {4, 3, marks(4, 0, 3, 0, 0), ""},
		"r26-roles-as-headings.csv":          {3, 3, nil, ""},
		"r27-one-row-per-role.csv":           {2, 3, marks(2, 0, 1, 1, 0), ""},
		"r28-RACIQ.csv":                      {3, 3, nil, ""},
		"r29c-sep-line.csv":                  {4, 3, marks(4, 0, 4, 4, 0), ""},
		"r30-circled-letters.csv":            {4, 3, marks(4, 0, 4, 4, 0), ""},
		"r31-zero-width-space.csv":           {4, 3, marks(4, 0, 4, 4, 0), ""},
		"r32-other-cross.csv":                {4, 3, marks(4, 0, 3, 0, 0), ""},
		"r33-hidden-rows.xlsx":               {4, 3, marks(4, 0, 4, 4, 0), ""},
		"r34-one-role-column.csv":            {refused: "names no party"},
	}
	count := regexp.MustCompile(`(lead|take part|support|informed|unread|\b[RASCI]) (\d+)`)
	for _, line := range strings.Split(string(text), "\n")[1:] {
		field := strings.Split(line, "\t")
		tasks, err := strconv.Atoi(strings.TrimSpace(append(field, "", "")[1]))
		if _, listed := all[field[0]]; err != nil || listed {
			continue
		}
		organizations, err := strconv.Atoi(field[2])
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		e := expectation{tasks, organizations, map[string]int{}, ""}
		for _, m := range count.FindAllStringSubmatch(field[3], -1) {
			n, err := strconv.Atoi(m[2])
			if err != nil {
				t.Fatal(err)
			}
			e.marks[string(rolesOf[m[1]])] += n
		}
		all[field[0]] = e
	}
	return all
}

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
)

// The tasks of raciSheet that only some vendor does, and the last three, which
// nobody is marked as responsible for.
const soleVendor, joint, unled = "Patching", "Plan step 10", 3

// raciSheet is a RACI of 30 tasks: the client answers for each, vendors do the
// work, and of one task only one vendor does.
func raciSheet() string {
	lines := []string{"Task,Client,Integrator,Hoster,Help desk"}
	for i := range 30 - unled {
		row := []string{fmt.Sprintf("Plan step %d", i+1), "A", "I", "I", "I"}
		row[2+i%3] = "R"
		switch i {
		case 4:
			row = []string{soleVendor, "A", "C", "C/I", "R"}
		case 9:
			row = []string{joint, "A/I", "R", "R", ""}
		case 20:
			row = []string{"Sign-off", "A, C", "R", "I", ""}
		}
		lines = append(lines, strings.Join(quotedCells(row), ","))
	}
	for i := range unled {
		lines = append(lines, fmt.Sprintf("Board paper %d,A,C,,I", i+1))
	}
	return strings.Join(lines, "\n") + "\n"
}

func quotedCells(row []string) []string {
	for i, cell := range row {
		if strings.Contains(cell, ",") {
			row[i] = `"` + cell + `"`
		}
	}
	return row
}

// TestAccountableClientIsNoBottleneck reads a RACI without a reading file: the
// client, which is accountable everywhere, does only what nobody else is marked
// for, and losing the only one who is responsible loses a task.
func TestAccountableClientIsNoBottleneck(t *testing.T) {
	file := filepath.Join(t.TempDir(), "duties.csv")
	if err := os.WriteFile(file, []byte(raciSheet()), 0o600); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "review")
	summary := succeed(t, "report", file, "-o", folder)
	if first, _, _ := strings.Cut(summary[strings.Index(summary, "\n1. ")+1:], "\n"); strings.Contains(first, "Client") || !strings.HasPrefix(first, "1. Integrator leads") {
		t.Errorf("the first conclusion is %q, want one about a vendor", first)
	}
	var results struct {
		Headlines []struct{ Subject struct{ ID string } }
		Totals    map[string]int
		Losses    []struct {
			Rules         graph.Rules
			Organizations []struct {
				Organization   string
				Lost, Degraded []string
			}
		}
	}
	text, err := os.ReadFile(filepath.Join(folder, "results.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &results); err != nil {
		t.Fatal(err)
	}
	if got := results.Headlines[0].Subject.ID; got != "Integrator" {
		t.Errorf("the first headline is about %q, want Integrator", got)
	}
	if got, want := results.Totals["lead_marks"], 30+1; got != want {
		t.Errorf("%d lead marks, want %d: one a task, and one more for %s", got, want, joint)
	}
	if got, want := results.Totals["accountable_marks"], 30-unled; got != want {
		t.Errorf("%d accountable marks, want %d", got, want)
	}
	for _, l := range results.Losses {
		for _, o := range l.Organizations {
			switch o.Organization {
			case "Client":
				if want := []string{"Board paper 1", "Board paper 2", "Board paper 3"}; !slices.Equal(slices.Concat(o.Lost, o.Degraded), want) {
					t.Errorf("rules %+v: without the client %q are lost and %q degraded, want %q alone", l.Rules, o.Lost, o.Degraded, want)
				}
			case "Help desk":
				if degraded := l.Rules.Support == graph.Fallback; slices.Contains(o.Lost, soleVendor) == degraded || slices.Contains(o.Degraded, soleVendor) != degraded {
					t.Errorf("rules %+v: without the help desk %q are lost and %q degraded", l.Rules, o.Lost, o.Degraded)
				}
			}
		}
	}
	if account := succeed(t, "account", file); !strings.Contains(account, "Rows without a lead mark    3  led by who is accountable") {
		t.Errorf("the account does not count the rows that the accountable lead:\n%s", account)
	}
}

package analysis_test

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph/eventlog/csvlog"
	"tasuki/graph/eventlog/gather"
)

// TestLogDefinitions reads the table of docs/definitions.md as a log and compares with what
// stands below it.
func TestLogDefinitions(t *testing.T) {
	_, section, ok := strings.Cut(readPage(t), "## Event logs: rows, events and cases\n")
	if !ok {
		t.Fatal("the section is gone")
	}
	var table strings.Builder
	for line := range strings.Lines(section) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) != 9 || strings.HasPrefix(line, "|---") {
			continue
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		table.WriteString(strings.Join(cells[2:7], ",") + "\n")
	}
	source, err := csvlog.Open(t.Context(), csvlog.Opener([]byte(strings.Replace(table.String(), "transition", "lifecycle:transition", 1))), csvlog.Options{})
	if err != nil {
		t.Fatalf("%s\n%v", table.String(), err)
	}
	log, err := gather.Open(t.Context(), source, gather.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	var got strings.Builder
	for c, err := range log.Cases() {
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range c.Events {
			names = append(names, log.Names().Activities[e.Activity])
		}
		fmt.Fprintf(&got, "%s: %s\n", c.ID, strings.Join(names, ", "))
	}
	account, out := source.Account(), int64(0)
	for _, l := range account.LeftOut {
		out += l.Count
	}
	fmt.Fprintf(&got, "rows %d = events %d + left out %d\n", account.Rows, account.Events, out)
	if want := fenced(t, section, "text logresults"); strings.TrimSpace(got.String()) != strings.TrimSpace(want) {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

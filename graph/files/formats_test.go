package files

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/booktext"
)

// sameMatrix is one matrix, whatever its format: with texts that formats escape, IDs
// that are numbers, a heading of several words, and cells that are empty.
var sameMatrix = [][]string{
	{"No", "Task", "When", "Ops desk", "Vendor <A> & Co", "保守業者"},
	{"1.1", "Open the ticket", "daily", "R", "C", ""},
	{"1.10", "Find the cause", "as needed", "C", "R", "I"},
	{"1.2", "Approve \"repairs\"", "daily", "A", "", "R"},
	{"2", "障害の復旧", "yearly", "I", "R", "C"},
}

// bare returns facts without where they stand.
func bare(d graph.Dataset) graph.Dataset {
	d.Name, d.Account = graph.Name{}, nil
	d.Tasks, d.Assignments = append([]graph.Task(nil), d.Tasks...), append([]graph.Assignment(nil), d.Assignments...)
	for i := range d.Tasks {
		d.Tasks[i].Source = graph.Source{}
	}
	for i := range d.Assignments {
		d.Assignments[i].Source = graph.Source{Mark: d.Assignments[i].Source.Mark}
	}
	return d
}

// TestFormatsGiveTheSameFacts reads one matrix in every format that is a zip, from a
// file and piped in, and as CSV.
func TestFormatsGiveTheSameFacts(t *testing.T) {
	folder := t.TempDir()
	var text strings.Builder
	if err := csv.NewWriter(&text).WriteAll(sameMatrix); err != nil {
		t.Fatal(err)
	}
	all := booktext.Formats(t, sameMatrix)
	all[".csv"] = []byte(text.String())
	facts := map[string]graph.Dataset{}
	for ending, data := range all {
		path := filepath.Join(folder, "m"+ending)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		g, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatalf("%s: %v", ending, err)
		}
		facts[ending] = bare(g.Dataset())
		piped, err := ReadPiped(strings.NewReader(string(data)), "")
		if err != nil {
			t.Fatalf("%s piped in: %v", ending, err)
		}
		g, err = Open(t.Context(), Stdin, Options{Piped: piped})
		if err != nil {
			t.Fatalf("%s piped in: %v", ending, err)
		}
		facts[ending+" piped in"] = bare(g.Dataset())
	}
	want := facts[".csv"]
	if len(want.Tasks) != 4 || len(want.Assignments) != 10 {
		t.Fatalf("%d tasks, %d marks, want 4, 10", len(want.Tasks), len(want.Assignments))
	}
	for format, got := range facts {
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%+v\nwant\n%+v", format, got, want)
		}
	}
}

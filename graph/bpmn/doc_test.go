package bpmn

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the tables of docs/bpmn.md")

const page = "../../docs/bpmn.md"

// holdTable compares what stands between two marks of the page with a table, or writes it.
func holdTable(t *testing.T, mark, table string) {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), "<!-- "+mark+" -->\n")
	is, behind, ok := strings.Cut(rest, "<!-- end -->\n")
	switch {
	case !ok:
		t.Fatalf("%s has no place for the table %s", page, mark)
	case is == table:
	case *update:
		if err := os.WriteFile(page, []byte(before+"<!-- "+mark+" -->\n"+table+"<!-- end -->\n"+behind), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the table %s of %s is not what the test finds; run go test ./graph/bpmn -update", mark, page)
	}
}

// TestPageNamesDifferences holds the list of exports that say something else.
func TestPageNamesDifferences(t *testing.T) {
	table := "| file | handoffs more, less | why |\n|---|---|---|\n"
	for _, f := range slices.Sorted(maps.Keys(different)) {
		d := different[f]
		table += fmt.Sprintf("| %s | %d, %d | %s |\n", f, d.more, d.less, d.why)
	}
	for _, f := range slices.Sorted(maps.Keys(refused)) {
		table += fmt.Sprintf("| %s | not read | %s |\n", f, refused[f])
	}
	holdTable(t, "different", table)
}

// TestPageCountsElements holds the table of elements by file.
func TestPageCountsElements(t *testing.T) {
	table := "| file | elements | became facts | left out |\n|---|--:|--:|--:|\n"
	for _, c := range suiteFiles(t) {
		_, d, err := modelOf(t, c.file)
		if err != nil {
			table += fmt.Sprintf("| %s | not read | | |\n", c.file)
			continue
		}
		in, mapped := 0, 0
		for _, e := range d.Account.Elements {
			in, mapped = in+e.In, mapped+e.Mapped
		}
		table += fmt.Sprintf("| %s | %d | %d | %d |\n", c.file, in, mapped, in-mapped)
	}
	holdTable(t, "suite", table)
}

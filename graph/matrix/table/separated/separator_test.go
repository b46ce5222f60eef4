package separated

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/internal/seeds"
)

// TestSeparatorIsFound reads the same rows between every separator, under both
// endings and with every line end.
func TestSeparatorIsFound(t *testing.T) {
	rows := [][]string{
		{"RACI of the service desk, draft; not approved"},
		{"#", "Task", "Ops, first line", "Vendor"},
		{"1", "Open, sort; route", "R", "A|C"},
		{"2", "Find\nthe cause", "", "R"},
		{"3", `Say "done"`, "A;R"},
		{"Closing"},
		{"4", "Close", "R", "I"},
	}
	for separator, name := range map[string]string{",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars (|)"} {
		for _, end := range []string{"\n", "\r\n", "\r"} {
			for _, file := range []string{"a.csv", "a.tsv"} {
				for _, declared := range []bool{false, true} {
					text, want, line := "", "", 1
					if declared {
						text, line = "sep="+separator+end, 2
					}
					for _, row := range rows {
						var cells []string
						for _, cell := range row {
							if strings.ContainsAny(cell, separator+"\n\"") {
								cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
							}
							cells = append(cells, cell)
						}
						text += strings.Join(cells, separator) + end
						want += fmt.Sprintf("%d: %s\n", line, strings.ReplaceAll(strings.Join(row, "|"), "\n", `\n`))
						line += 1 + strings.Count(strings.Join(row, ""), "\n")
					}
					got, err := shown(strings.NewReader(text), file)
					rows, assumed, _ := strings.Cut(got+"\n", "assumed: separator: ")
					if err != nil || rows != want {
						t.Errorf("%s of %q, lines ending in %q, declared %t: got\n%s\n%v\nwant\n%s", file, separator, end, declared, got, err, want)
					}
					usual := map[string]string{"a.csv": ",", "a.tsv": "\t"}[file] == separator
					if said := strings.HasPrefix(assumed, "cells stand between "+name+", "); said == (usual && !declared) {
						t.Errorf("%s of %q, declared %t: assumed %q", file, separator, declared, assumed)
					}
				}
			}
		}
	}
}

// TestUsualSeparatorIsKept reads texts that another sign seems to divide as well.
func TestUsualSeparatorIsKept(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"lists of parties", "Task,Parties\nOpen,Ops|Vendor|Client\nFind,Ops|Vendor|Client\n", "1: Task|Parties\n2: Open|Ops|Vendor|Client\n3: Find|Ops|Vendor|Client"},
		{"two roles", "Task,Ops,Vendor\nOpen,A;R,C\nFind,A;R,R\n", "1: Task|Ops|Vendor\n2: Open|A;R|C\n3: Find|A;R|R"},
		{"rows cut short", "Task,Ops,Vendor,Client\nOpen;a,R\nFind;b,,R\nClose;c,,,R\n", "1: Task|Ops|Vendor|Client\n2: Open;a|R\n3: Find;b||R\n4: Close;c|||R"},
		{"one column", "Task\nOpen\n", "1: Task\n2: Open"},
		{"a line that begins with #", "#,Task,Ops\n1,Open,R\n# no remark,x,y\n", "1: #|Task|Ops\n2: 1|Open|R\n3: # no remark|x|y"},
		{"no separator declared", "sep=\na,b\n", "1: sep=\n2: a|b"},
	} {
		if got, err := shown(strings.NewReader(c.text), "a.csv"); err != nil || got != c.want {
			t.Errorf("%s: got\n%s\n%v\nwant\n%s", c.name, got, err, c.want)
		}
	}
}

// TestWikiHeadings reads the tables of wikis that write headings between two bars.
func TestWikiHeadings(t *testing.T) {
	const said = "\nassumed: separator: headings stand between two bars each, as some wikis write them, and cells between one"
	for _, c := range []struct{ name, text, want string }{
		{"headings", "||Task||Ops||HW||\n|Open|R| |\n|Fix| |R|\n", "1: |Task|Ops|HW|\n2: |Open|R| |\n3: |Fix| |R|" + said},
		{"headings in between", "||Task||Ops||\r\n|Open|R|\r\n||Step||HW||\r\n|Fix|R|\r\n", "1: |Task|Ops|\n2: |Open|R|\n3: |Step|HW|\n4: |Fix|R|" + said},
		{"empty cells", "Task|Ops|HW|X|Y\n||R||C\n", "1: Task|Ops|HW|X|Y\n2: ||R||C"},
	} {
		got, err := shown(strings.NewReader(c.text), "a.csv")
		first, assumed, _ := strings.Cut(got, "\nassumed: separator: cells stand between bars (|)")
		_, assumed, _ = strings.Cut(assumed, "\n")
		if assumed != "" {
			first += "\n" + assumed
		}
		if err != nil || first != c.want {
			t.Errorf("%s: got\n%s\n%v\nwant\n%s", c.name, got, err, c.want)
		}
	}
}

// TestQuotesBetweenTabs reads quotes as spreadsheet programs write them, and never
// takes rows for the text of a cell.
func TestQuotesBetweenTabs(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"line break", "a\t\"b\nc\"\td\ne\tf\n", "1: a|b\\nc|d\n3: e|f"},
		{"doubled", "a\t\"say \"\"b\"\"\"\n", `1: a|say "b"`},
		{"a tab within", "\"a\tb\"\n", `1: "a|b"`},
		{"never closed", "\"a\nb\tc\nd\"\te\n", "1: \"a\n2: b|c\n3: d\"|e"},
		{"closed behind a tab", "a\t\"b\nc\td\"\n", "1: a|\"b\n2: c|d\""},
		{"an inch", "5\"\t\"6\" pipe\tx\n", `1: 5"|"6" pipe|x`},
		{"two cells", "\"a\nb\"\t\"c\nd\"\te\n", "1: a\\nb|c\\nd|e"},
		{"an end to the text", "\"a\nb\nc", "1: \"a\n2: b\n3: c"},
		{"empty lines within", "\"a\n\nb\"\n\nc\n", "1: a\\n\\nb\n4:\n5: c"},
	} {
		if got, err := shown(strings.NewReader(c.text), "a.tsv"); err != nil || got != c.want {
			t.Errorf("%s: got\n%s\n%v\nwant\n%s", c.name, got, err, c.want)
		}
	}
}

// TestQuotesCostNoMore reads lines of which each begins a quote that nothing closes.
func TestQuotesCostNoMore(t *testing.T) {
	lines := seeds.Size(2_000_000, 200_000)
	b, err := Tabs(strings.NewReader(strings.Repeat("\"a\n", lines)))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for row, err := range b.Sheets[0].Rows {
		if n++; err != nil || row.Cell(1) != `"a` || row.Line != n {
			t.Fatalf("line %d: %q, %v", row.Line, row.Cells, err)
		}
	}
	if n != lines {
		t.Errorf("%d rows", n)
	}
}

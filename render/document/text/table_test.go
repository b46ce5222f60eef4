package text

import (
	"slices"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/render/document"
	"tasuki/render/messages"
)

func TestWrapColumns(t *testing.T) {
	for _, x := range []struct {
		text  string
		limit int
		want  []string
	}{
		{"", 5, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"障害の原因を調べる", 8, []string{"障害の原", "因を調べ", "る"}},
		{"障害。原因", 4, []string{"障", "害。", "原因"}},
		{"unbreakable word", 5, []string{"unbreakable", "word"}},
		{"exactly", 7, []string{"exactly"}},
		{"one \u0301two", 4, []string{"one", "\u00A0\u0301two"}},
	} {
		got := wrapColumns(x.text, x.limit)
		if !slices.Equal(got, x.want) {
			t.Errorf("wrapColumns(%q, %d) = %q, want %q", x.text, x.limit, got, x.want)
		}
	}
}

func TestColumnsOf(t *testing.T) {
	for s, want := range map[string]int{"": 0, "ab": 2, "障害": 4, "ｱ": 1, "（A）": 5, "が": 2, "か\u3099": 2, "—": 1, "○": 1, "😀": 2} {
		if got := ColumnsOf(s); got != want {
			t.Errorf("columnsOf(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestTableLines(t *testing.T) {
	p := messages.Printer{Language: messages.In(graph.English)}
	table := &document.Table{
		Over:    []document.Heading{{Text: "", Width: 1}, {Text: "a heading wider than its columns", Width: 2}},
		Columns: []document.Column{p.Left("Task"), p.Right("In"), p.Right("Out")},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Text("障害"), document.Text("1"), document.Text("22")}},
			{Heading: "by flow"},
			{Cells: []document.Cell{{Items: []document.Phrase{document.Words("a"), document.Words("b")}}, document.Text("333"), document.Text("—")}},
		},
	}
	want := `      a heading wider than its columns
Task   In                          Out
--------------------------------------
障害    1                           22

by flow
a     333                            —
b`
	if got := strings.Join(tableLines(table), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

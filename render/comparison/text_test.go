package comparison_test

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis/difference"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/comparison"
	"tasuki/render/messages"
)

// said returns what is said of two datasets.
func said(t *testing.T, old, now string, lang graph.Lang) string {
	t.Helper()
	before, after := graphtext.Graph(t, old), graphtext.Graph(t, now)
	var b strings.Builder
	if err := comparison.Text(&b, before, after, difference.Of(before, after, rules.Options{}), messages.In(lang)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// row returns the cells of the row that a text begins with a head.
func row(t *testing.T, text, head string) []string {
	t.Helper()
	for line := range strings.Lines(text) {
		if rest, ok := strings.CutPrefix(line, head+"  "); ok {
			return strings.FieldsFunc(strings.TrimSpace(strings.ReplaceAll(rest, "  ", "\t")), func(r rune) bool { return r == '\t' })
		}
	}
	t.Errorf("no row %q in\n%s", head, text)
	return []string{"", ""}
}

// Where no flow is declared any more, nobody's loss can stop one: that is no all-clear.
func TestNothingWorksIsNoAllClear(t *testing.T) {
	const tasks = "1: a*\n2: a*\n3: a*\n"
	got := said(t, tasks+"flow f from 1 to 3: 1 -> 2 -> 3", tasks, graph.English)
	for head, want := range map[string][2]string{
		"Flows that work": {"1 of 1", "0 of 0"}, "Organizations that alone stop one of these": {"1", messages.Unknown}, "Pairs of these and a flow that they stop": {"1", messages.Unknown},
	} {
		if cells := row(t, got, head); strings.TrimSpace(cells[0]) != want[0] || strings.TrimSpace(cells[len(cells)-1]) != want[1] {
			t.Errorf("%s: %q, want %q", head, cells, want)
		}
	}
}

// What the figures rest on stands beside them: the rules of each dataset, where they
// differ, and marks that are not sure.
func TestWhatItRestsOn(t *testing.T) {
	same := said(t, "1: a*", "1: a*\n2: a*", graph.English)
	if strings.Contains(same, "Old: ") || !strings.Contains(same, "Nobody declared whether one of several leads suffices") {
		t.Errorf("of the same rules it says\n%s", same)
	}
	other := said(t, "rules any none\n1: a*", "rules each none\n1: a*?b", graph.English)
	for _, want := range []string{"Old: Where several organizations lead a task, any one of them suffices.", "New: Where several organizations lead a task, each covers its own part only.", "New: 1 mark is uncertain"} {
		if !strings.Contains(other, want) {
			t.Errorf("does not say %q:\n%s", want, other)
		}
	}
}

// Of many rows the first twenty stand, and how many others there are.
func TestLongTables(t *testing.T) {
	var now strings.Builder
	now.WriteString("0: a*")
	for i := range 25 {
		fmt.Fprintf(&now, "\n%d: a*", i+1)
	}
	got := said(t, "0: a*", now.String(), graph.English)
	if !strings.HasPrefix(got, "Came: 25 tasks, 25 marks. Went: nothing. Changed: nothing.") || strings.Count(got, "and 5 more (--output json lists all)") != 2 {
		t.Errorf("got\n%s", got)
	}
	if got := said(t, "0: a*", now.String(), graph.Japanese); !strings.HasPrefix(got, "加わったもの：") || strings.Contains(got, "came") {
		t.Errorf("in Japanese it says\n%s", got)
	}
}

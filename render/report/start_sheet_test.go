package report

import (
	"slices"
	"testing"

	"tasuki/analysis"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/messages"
)

// TestSheetOfFlowsJudgesEveryStart reads the columns of one flow with two starts and of one
// with a single start.
func TestSheetOfFlowsJudgesEveryStart(t *testing.T) {
	g := graphtext.Graph(t, "rules each none\n1: a*\n2: b*\n3: a*\n4: a*\n5: a*\nflow f from 1,3 to 5: 1 -> 2 -> 4 -> 5, 3 -> 4\nflow g from 1 to 5: 1 -> 2 -> 5")
	sheet := flowSheet(messages.Printer{Graph: g, Language: messages.In(graph.English)}, analysis.Analyze(g, rules.Options{}))
	for column, want := range map[string][]any{
		"Unavoidable tasks":                                 {1, 1},
		"Tasks without which some start has no way":         {"2, 4", nil},
		"Organizations without which some start has no way": {"a, b", nil},
		"Organizations without which no way is left":        {"a", "a, b"},
	} {
		at := slices.Index(sheet.Columns, column)
		if at < 0 {
			t.Errorf("no column is called %q of %q", column, sheet.Columns)
			continue
		}
		for i, row := range sheet.Rows {
			if row[at] != want[i] {
				t.Errorf("%s, flow %d: got %v, want %v", column, i+1, row[at], want[i])
			}
		}
	}
}

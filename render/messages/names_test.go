package messages

import (
	"testing"

	"tasuki/graph"
)

// What is handed over is not said to be of a kind that it names itself.
func TestKindAndLabel(t *testing.T) {
	for _, c := range []struct {
		lang              graph.Lang
		kind              graph.HandoffKind
		label, wantBeside string
	}{
		{graph.English, graph.Decision, "Approved plan", "decision: Approved plan"},
		{graph.English, graph.Request, "Change request", "Change request"},
		{graph.English, graph.Decision, "Decision: go or not", "Decision: go or not"},
		{graph.English, graph.Request, "Requested parts", "request: Requested parts"},
		{graph.Japanese, graph.Report, "報告：結果", "報告：結果"},
		{graph.Japanese, graph.Report, "報告書の案", "報告：報告書の案"},
		{graph.English, graph.Report, "", "report"},
	} {
		if got := KindAndLabel(c.kind, c.label, In(c.lang)); got != c.wantBeside {
			t.Errorf("%s %q: %q, want %q", c.kind, c.label, got, c.wantBeside)
		}
	}
}

package report

import (
	"strings"
	"testing"

	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/messages"
)

// TestLossSaysNoRuleThatNobodyDeclared: a rule that decides nothing is not said as if
// somebody had stated it, and one that was stated is said where it decides something.
func TestLossSaysNoRuleThatNobodyDeclared(t *testing.T) {
	for text, want := range map[string]struct{ not, says string }{
		"1: a* b\n2: b*":                   {"each covers", "Nobody declared whether a supporter stands in"},
		"1: a*\n2: b*":                     {"each covers", ""},
		"1: a* b*\n2: b* a*":               {"does not stand in for a lead", "Nobody declared whether one of several leads suffices"},
		"1: a* b*\n2: a* b":                {"each covers", "nor whether a supporter stands in"},
		"rules each none\n1: a* b*\n2: b*": {"Nobody", "each covers its own part only."},
	} {
		g := graphtext.Graph(t, text)
		var page strings.Builder
		if err := LossText(&page, g, loss.LossesOf(g, rules.Options{}), messages.In(graph.English)); err != nil {
			t.Fatal(err)
		}
		if got := page.String(); strings.Contains(got, want.not) || !strings.Contains(got, want.says) {
			t.Errorf("%q: %q is said, or %q is not:\n%s", text, want.not, want.says, got)
		}
	}
}

package report_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/drawings"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// TestEscalationSaysAtWhichStartItBegins has a flow of two starts, the second of which is
// nearer to the goal, and looks at the text and at the ladder.
func TestEscalationSaysAtWhichStartItBegins(t *testing.T) {
	for _, c := range []struct {
		flow, from string
		want       map[graph.Lang]string
	}{
		{"from 1,3 to 4: 1 -> 2 -> 4, 3 -> 4", "", map[graph.Lang]string{
			graph.English:  "The flow has 2 starts: 1, 3. The best path of all begins at 3.",
			graph.Japanese: "手順の起点は2件：1、3。そのうち最短の経路は 3 から始まる。",
		}},
		{"from 1,3 to 4: 1 -> 2 -> 4, 3 -> 4", "1", map[graph.Lang]string{
			graph.English:  "The flow has 2 starts: 1, 3. The paths shown begin at 1 alone.",
			graph.Japanese: "手順の起点は2件：1、3。示す経路はすべて 1 から始まる。",
		}},
		{"from 1 to 4: 1 -> 2 -> 4", "", map[graph.Lang]string{graph.English: "", graph.Japanese: ""}},
	} {
		g := graphtext.Graph(t, "org a\n1: a*\n2: a*\n3: a*\n4: a*\nflow f "+c.flow)
		e, err := escalation.Escalations(g, "f", escalation.EscalationOptions{From: c.from})
		if err != nil {
			t.Fatal(err)
		}
		for lang, want := range c.want {
			text := written(t, func(w io.Writer) error {
				return report.EscalationText(w, g, []escalation.Escalation{e}, messages.In(lang))
			})
			notes := fmt.Sprintf("%q", drawings.Ladder(g, e, messages.In(lang)).Notes)
			sign := map[graph.Lang]string{graph.English: "The flow has", graph.Japanese: "手順の起点は"}[lang]
			for _, got := range []string{text, notes} {
				if want == "" && strings.Contains(got, sign) || !strings.Contains(strings.ReplaceAll(got, "\n", " "), want) {
					t.Errorf("%s from %q in %s: %q is not in\n%s", c.flow, c.from, lang, want, got)
				}
			}
		}
	}
}

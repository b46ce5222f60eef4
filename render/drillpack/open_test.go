package drillpack

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/render/document/html"
	"tasuki/render/drawings"
	"tasuki/render/messages"
	"tasuki/render/report"
)

// TestUncertainLeadIsShownEverywhere has one task whose lead may be another's, and nothing
// else that is uncertain, and the same flow with a certain lead.
func TestUncertainLeadIsShownEverywhere(t *testing.T) {
	const text = "rules each none\norg a contacts=A/5\norg b contacts=B/5\norg c contacts=C/5\n1: a*\n2: b*%s\n3: a*\nflow f objective=60 from 1 to 3: 1 -report:10-> 2 -report:10-> 3"
	for _, lang := range samples.Languages() {
		uncertain := map[bool]map[string]string{}
		for _, open := range []bool{true, false} {
			g := graphtext.Graph(t, fmt.Sprintf(text, map[bool]string{true: "?c"}[open]))
			p, err := drill.PlanOf(g, "f", graph.Scenario{}, escalation.EscalationOptions{})
			if err != nil {
				t.Fatal(err)
			}
			uncertain[open] = pieces(t, g, p, lang)
		}
		other := map[graph.Lang]string{graph.English: " ? (or c)", graph.Japanese: "？（またはc）"}[lang.Lang]
		may := map[graph.Lang]string{graph.English: "c ? (may lead 2)", graph.Japanese: "c？（2を担う可能性あり）"}[lang.Lang]
		for what, want := range map[string]string{
			"MSEL": "b" + other, "list of contacts": may, "sheet of contacts": may, "ladder": "2" + other, "text": "2" + other,
		} {
			if got := uncertain[true][what]; !strings.Contains(got, want) {
				t.Errorf("%s, %s: %q is not in\n%s", lang.Lang, what, want, got)
			}
			if got := uncertain[false][what]; strings.ContainsAny(got, "?？") || strings.Contains(got, other) || got == "" {
				t.Errorf("%s, %s: a certain lead is doubted in\n%s", lang.Lang, what, got)
			}
		}
	}
}

// pieces returns the parts of a pack that name who leads, as text.
func pieces(t *testing.T, g *graph.Graph, p drill.Plan, lang messages.Language) map[string]string {
	t.Helper()
	var text, sheets bytes.Buffer
	if err := report.EscalationText(&text, g, []escalation.Escalation{p.Escalation}, lang); err != nil {
		t.Fatal(err)
	}
	if err := html.SheetHTML(&sheets, lang.Lang, DrillContactSheet(g, p, numbers.File{}, lang)); err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"MSEL":              fmt.Sprint(DrillEvents(g, p, lang).Rows),
		"list of contacts":  fmt.Sprint(DrillContacts(g, p, lang).Rows),
		"sheet of contacts": sheets.String(),
		"ladder":            fmt.Sprint(drawings.Ladder(g, p.Escalation, lang).Nodes),
		"text":              text.String(),
	}
}

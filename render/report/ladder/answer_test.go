package ladder_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/samples"
	"tasuki/render/messages"
	"tasuki/render/report/ladder"
)

// first returns what a terminal says first about a flow of an example.
func first(t *testing.T, g *graph.Graph, flow string, o escalation.EscalationOptions, lang messages.Language) string {
	t.Helper()
	e, err := escalation.Escalations(g, flow, o)
	if err != nil {
		t.Fatal(err)
	}
	return ladder.EscalationsAnswered(messages.Printer{Graph: g, Language: lang}, []escalation.Escalation{e})[0].Text.String()
}

func open(t *testing.T, example string) *graph.Graph {
	t.Helper()
	g, err := files.Open(t.Context(), "../../../examples/"+example, files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestFirstLineIsTheAnswer(t *testing.T) {
	g := open(t, "helpdesk")
	for _, c := range []struct {
		o      escalation.EscalationOptions
		en, ja string
	}{
		{
			escalation.EscalationOptions{From: "F-3", Without: []string{"net"}, By: escalation.ByMinutes},
			"Now at F-3 Triage: next call Hosting vendor (host), Monitoring centre (wait 10 minutes), then City library (library); 95 of 180 minutes to go, at worst 160 minutes.",
			"現在はF-3 切り分け：次に基盤業者（host）の監視センター（10分待つ）、続いて市立図書館（library）に連絡する。終点までは95分（目標180分）、最長で160分。",
		},
		{
			escalation.EscalationOptions{From: "desk", Without: []string{"net"}},
			"Now at F-2 Take and log the report: next call Hosting vendor (host), Monitoring centre (wait 10 minutes), then City library (library); 100 of 180 minutes to go, at worst 165 minutes.",
			"現在はF-2 受付と記録：次に基盤業者（host）の監視センター（10分待つ）、続いて市立図書館（library）に連絡する。終点までは100分（目標180分）、最長で165分。",
		},
		{
			escalation.EscalationOptions{From: "F-3", Without: []string{"net", "host", "app"}},
			"Now at F-3 Triage: no goal can be reached; work stops at F-4 Examine the network (absent: Network vendor (net)), F-5 Examine the platform (absent: Hosting vendor (host)), F-6 Examine the software (absent: Software vendor (app)).",
			"現在はF-3 切り分け：終点に到達できない。F-4 回線の調査（不在：回線業者（net））、F-5 基盤の調査（不在：基盤業者（host））、F-6 プログラムの調査（不在：開発業者（app））で止まる。",
		},
		{
			escalation.EscalationOptions{},
			"Now at F-1 Report the fault: next call Service desk vendor (desk), Desk (wait 5 minutes), then Network vendor (net); 125 of 180 minutes to go, at worst 190 minutes (too late).",
			"現在はF-1 障害の申告：次に運用窓口業者（desk）の受付（5分待つ）、続いて回線業者（net）に連絡する。終点までは125分（目標180分）、最長で190分（目標超過）。",
		},
	} {
		if got := first(t, g, "outage", c.o, messages.In(graph.English)); got != c.en {
			t.Errorf("%+v: got %q, want %q", c.o, got, c.en)
		}
		if got := first(t, g, "outage", c.o, messages.In(graph.Japanese)); got != c.ja {
			t.Errorf("%+v: got %q, want %q", c.o, got, c.ja)
		}
	}
}

// TestFirstLineKeepsItsBudget holds the answer to what two or three lines of a terminal take,
// whoever is absent.
func TestFirstLineKeepsItsBudget(t *testing.T) {
	const most = 400
	for _, example := range []string{"helpdesk", "pension"} {
		g := open(t, example)
		for _, f := range g.Flows() {
			for i := -1; i < len(g.Organizations()); i++ {
				var o escalation.EscalationOptions
				if i >= 0 {
					o.Without = []string{g.Organizations()[i].ID}
				}
				for _, lang := range samples.Languages() {
					if line := first(t, g, f.ID, o, lang); utf8.RuneCountInString(line) > most || strings.Contains(line, "\n") {
						t.Errorf("%s, flow %s without %v: %d characters: %s", example, f.ID, o.Without, utf8.RuneCountInString(line), line)
					}
				}
			}
		}
	}
}

package drillpack

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/internal/golden"
	"tasuki/internal/graphtext"
	"tasuki/internal/markup"
	"tasuki/internal/samples"
	"tasuki/render/answer"
	"tasuki/render/diagram"
	"tasuki/render/document"
	"tasuki/render/document/html"
	"tasuki/render/drawings"
	"tasuki/render/messages"
	"tasuki/render/report/section"
)

const exercised = `
rules each none
org agency client "Agency"
org ops vendor contacts=Desk/5,Officer "Operations"
org hw vendor escalates=group "Hardware"
org dev vendor "Developer"
org group contacts=Hotline "Group"
1 "Report a fault": agency*
2 "Find <the> cause": ops*
3 "Exchange the part": hw*
4 "Correct the program": dev* ops
5 "Nobody's task":
flow fault objective=90 "Fault" from 1 to 5: 1 -report:10-> 2 "fault slip", 2 -request:20-> 3, 2 -request-> 4 "logs", 3 -report:30-> 5, 4 -report:5-> 5
`

func exercise(t *testing.T, s graph.Scenario) (*graph.Graph, drill.Plan) {
	t.Helper()
	g := graphtext.Graph(t, exercised)
	p, err := drill.PlanOf(g, "fault", s, escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return g, p
}

var night = graph.Scenario{
	Title: graph.Name{JA: "夜間演習", EN: "Night exercise"}, Clock: "23:30", Without: []string{"hw"}, Objectives: []graph.Name{graph.Text("Reach people at night")},
	Injects: []graph.Inject{{Time: "23:35", Event: graph.Text("Press"), Inject: graph.Text("A paper calls"), To: "agency", ExpectedAction: graph.Text("Refers it"), Objective: 1}},
}

func TestDrillSheets(t *testing.T) {
	for name, s := range map[string]graph.Scenario{"derived": {}, "night": night, "blocked": {Without: []string{"hw", "dev"}}, "waited": {Without: []string{"group", "ops"}}} {
		for _, lang := range samples.Languages() {
			g, p := exercise(t, s)
			var b bytes.Buffer
			if err := html.SheetHTML(&b, lang.Lang, DrillParticipant(g, p, lang), DrillContactSheet(g, p, lang),
				DrillFacilitator(g, p, lang), DrillEventSheet(g, p, lang), DrillRecordSheet(g, p, "--dataset example", "fault", lang)); err != nil {
				t.Fatal(err)
			}
			markup.CheckMarkup(t, b.String())
			golden.Check(t, fmt.Sprintf("drill/%s-%s.html", name, lang.Lang), b.Bytes())
		}
	}
}

// TestPlayersDoNotSeeWhoIsOut checks that their sheets are the same whoever is
// out, also where one of several leads of the start is.
func TestPlayersDoNotSeeWhoIsOut(t *testing.T) {
	g := graphtext.Graph(t, "rules any fallback\n1: a* d*\n2: b* c\n3: c*\nflow f from 1 to 3: 1 -> 2 -> 3")
	sheets := func(without ...string) string {
		p, err := drill.PlanOf(g, "f", graph.Scenario{Without: without}, escalation.EscalationOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := html.SheetHTML(&b, messages.In(graph.English).Lang, DrillParticipant(g, p, messages.In(graph.English)), DrillContactSheet(g, p, messages.In(graph.English))); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	whole := sheets()
	for _, out := range [][]string{{"a"}, {"d"}, {"b"}, {"c"}, {"a", "b"}} {
		if sheets(out...) != whole {
			t.Errorf("the sheets tell that %v are out", out)
		}
	}
}

// TestDrillFlowSaysWhoIsOut checks that the drawing names those who are out, and
// is that of the flow when nobody is.
func TestDrillFlowSaysWhoIsOut(t *testing.T) {
	for _, lang := range samples.Languages() {
		g, p := exercise(t, graph.Scenario{})
		f, _ := g.Flow("fault")
		whole := drawings.Lanes(g, f, diagram.Overlay{}, lang)
		if d := drawings.DrillFlow(g, p, diagram.Overlay{}, lang); !reflect.DeepEqual(d, whole) {
			t.Errorf("%s: with everybody present it is %+v", lang.Lang, d)
		}
		g, p = exercise(t, graph.Scenario{Without: []string{"group", "hw"}})
		d := drawings.DrillFlow(g, p, diagram.Overlay{}, lang)
		want := map[messages.Language][3]string{
			messages.In(graph.English):  {"Fault (absent: Hardware)", "Hardware (absent)", "Tasks lost with the absent: 3"},
			messages.In(graph.Japanese): {"Fault（不在：Hardware）", "Hardware（不在）", "不在により実施できない作業：3"},
		}[lang]
		var out []string
		for i, lane := range d.Lanes {
			if lane.Title != whole.Lanes[i].Title {
				out = append(out, lane.Title)
			}
		}
		if d.Title != want[0] || !slices.Equal(out, want[1:2]) || d.Notes[len(d.Notes)-1] != want[2] {
			t.Errorf("%s: title %q, lanes %q, notes %q", lang.Lang, d.Title, out, d.Notes)
		}
	}
}

func TestDrillEvents(t *testing.T) {
	for _, lang := range samples.Languages() {
		g, p := exercise(t, night)
		var b bytes.Buffer
		for _, table := range []document.Listing{DrillEvents(g, p, lang), DrillContacts(g, p, lang)} {
			answer := answer.NewAnswer(&b, answer.AnswerCSV)
			if err := answer.Columns(table.Columns); err != nil {
				t.Fatal(err)
			}
			for _, row := range table.Rows {
				if err := answer.Row(row); err != nil {
					t.Fatal(err)
				}
			}
			if err := answer.Close(); err != nil {
				t.Fatal(err)
			}
		}
		golden.Check(t, fmt.Sprintf("drill/events-%s.csv", lang.Lang), b.Bytes())
	}
}

// TestUnknownTimesAreEmpty checks that no event without a time has one.
func TestUnknownTimesAreEmpty(t *testing.T) {
	g, p := exercise(t, graph.Scenario{Without: []string{"hw"}, Injects: []graph.Inject{{Event: graph.Text("Sometime")}}})
	unknown := 0
	for i, row := range DrillEvents(g, p, messages.In(graph.English)).Rows {
		time, why := row[1].(string), row[len(row)-1].(string)
		if (time == "") != (p.Events[i].Minute == nil) || (time == "") != (why != "") {
			t.Errorf("the time of event %d is %q, for %q", i+1, time, why)
		}
		if time == "" {
			unknown++
		}
	}
	if unknown != 4 {
		t.Errorf("%d times are not known, want 4", unknown)
	}
}

func TestCoverageText(t *testing.T) {
	g := graphtext.Graph(t, exercised)
	record := []drill.Entry{
		{Time: "2026-03-04T10:00", Flow: "fault", From: "1", To: "2", Outcome: drill.Confirmed, Note: "in time", Minutes: 12},
		{Time: "2026-03-04", Flow: "fault", From: "2", To: "3", Outcome: drill.Inconclusive},
		{Time: "2026-09-01", Flow: "fault", From: "2", To: "3", Outcome: drill.NotPerformed, Note: "out"},
		{Time: "2026-09-01", Flow: "fault", From: "3", To: "4", Outcome: drill.Confirmed},
	}
	for _, lang := range samples.Languages() {
		var b bytes.Buffer
		if err := section.CoverageText(&b, g, drill.CoverageOf(g, record, "2027-03-05"), lang); err != nil {
			t.Fatal(err)
		}
		golden.Check(t, fmt.Sprintf("text/coverage-%s.txt", lang.Lang), b.Bytes())
	}
	var b strings.Builder
	if err := section.CoverageText(&b, graphtext.Graph(t, "1:"), drill.RecordCoverage{}, messages.In(graph.English)); err != nil || !strings.Contains(b.String(), "none is declared") {
		t.Errorf("of no flow: %v, %s", err, b.String())
	}
}

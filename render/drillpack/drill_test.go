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
	"tasuki/graph/numbers"
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
	Title: graph.Name{JA: "夜間演習", EN: "Night exercise"}, Clock: "23:30", Without: []string{"hw"}, Objectives: []graph.Aim{{Text: graph.Text("Reach people at night")}},
	Injects: []graph.Inject{{Time: "23:35", Event: graph.Text("Press"), Inject: graph.Text("A paper calls"), To: "agency", ExpectedAction: graph.Text("Refers it"), Objective: 1}},
}

func TestDrillSheets(t *testing.T) {
	for name, s := range map[string]graph.Scenario{"derived": {}, "night": night, "blocked": {Without: []string{"hw", "dev"}}, "waited": {Without: []string{"group", "ops"}}} {
		for _, lang := range samples.Languages() {
			g, p := exercise(t, s)
			var b bytes.Buffer
			if err := html.SheetHTML(&b, lang.Lang, DrillParticipant(g, p, lang), DrillContactSheet(g, p, numbers.File{}, lang),
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
		if err := html.SheetHTML(&b, messages.In(graph.English).Lang, DrillParticipant(g, p, messages.In(graph.English)), DrillContactSheet(g, p, numbers.File{}, messages.In(graph.English))); err != nil {
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

// manned is a scenario that says all that one can say.
var manned = graph.Scenario{
	Title: graph.Name{JA: "夜間訓練", EN: "Night drill"}, Number: 3, Version: "1.1", Date: "2026-09-01", Place: graph.Name{JA: "第一会議室", EN: "Room 1"}, Author: graph.Name{JA: "統制班長", EN: "Head of control"},
	Clock: "22:30", Without: []string{"hw"}, Situation: graph.Name{JA: "記憶装置の警報が鳴り続けている。", EN: "An alarm of the storage keeps sounding."},
	Known: []graph.Name{{JA: "警報の時刻", EN: "When the alarm began"}}, Unknown: []graph.Name{{JA: "故障の部位", EN: "Which part failed"}}, End: graph.Ending{Minutes: new(int)},
	Objectives: []graph.Aim{{Text: graph.Name{JA: "夜間に連絡が取れる", EN: "People are reached at night"}, Capability: graph.Name{JA: "業務調整", EN: "Operational Coordination"}}},
	Controllers: []graph.Controller{
		{Post: graph.Name{JA: "統制班長", EN: "Head of control"}, Means: graph.Text("phone"), Line: "control"},
		{Post: graph.Name{JA: "外部役", EN: "Outside cell"}, Plays: []string{"hw", "Newspaper"}, Means: graph.Text("mail"), Line: "outside"},
	},
	Evaluators: []graph.Evaluator{{Post: graph.Name{JA: "評価者一", EN: "First evaluator"}, At: graph.Text("ops")}, {Post: graph.Name{JA: "評価者二", EN: "Second evaluator"}, At: graph.Name{JA: "機械室", EN: "Machine room"}}},
	Simulated:  []graph.Name{graph.Text("hw"), {JA: "新聞社", EN: "Newspaper"}},
	Injects: []graph.Inject{
		{Type: graph.Contextual, Time: "22:35", Event: graph.Text("Storm"), Inject: graph.Text("A storm blows"), Controller: "統制班長", Objective: 1},
		{Time: "22:36", Event: graph.Text("Press"), Inject: graph.Text("A paper calls"), From: "新聞社", To: "agency", ExpectedAction: graph.Text("Refers it"), Objective: 1},
		{Type: graph.Contingency, Time: "22:50", Event: graph.Text("Hint"), Inject: graph.Text("Look at the log"), Means: graph.Text("radio"), To: "ops"},
	},
}

// TestScenarioOnPaper looks at the sheets of a scenario that says all.
func TestScenarioOnPaper(t *testing.T) {
	*manned.End.Minutes = 240
	for _, lang := range samples.Languages() {
		g, p := exercise(t, manned)
		var b, players bytes.Buffer
		if err := html.SheetHTML(&players, lang.Lang, DrillParticipant(g, p, lang)); err != nil {
			t.Fatal(err)
		}
		if err := html.SheetHTML(&b, lang.Lang, DrillParticipant(g, p, lang), DrillFacilitator(g, p, lang), DrillEventSheet(g, p, lang)); err != nil {
			t.Fatal(err)
		}
		markup.CheckMarkup(t, b.String())
		golden.Check(t, fmt.Sprintf("drill/manned-%s.html", lang.Lang), b.Bytes())
		for _, secret := range []string{manned.Unknown[0].In(lang.Lang), "A paper calls", "Look at the log", "Refers", manned.Objectives[0].Text.In(lang.Lang)} {
			if strings.Contains(players.String(), secret) {
				t.Errorf("%s: players see %q", lang.Lang, secret)
			}
		}
		for _, shown := range []string{manned.Situation.In(lang.Lang), manned.Known[0].In(lang.Lang), manned.Place.In(lang.Lang), "3", manned.Simulated[1].In(lang.Lang)} {
			if !strings.Contains(players.String(), shown) {
				t.Errorf("%s: players do not see %q", lang.Lang, shown)
			}
		}
	}
}

// TestRowsOfAScenario holds type, means, parties and controller of the rows of the list.
func TestRowsOfAScenario(t *testing.T) {
	*manned.End.Minutes = 240
	g, p := exercise(t, manned)
	var got []string
	for _, row := range DrillEvents(g, p, messages.In(graph.English)).Rows {
		cells := document.Printed(row)
		got = append(got, strings.Join([]string{cells[1], cells[3], cells[4], cells[6], cells[7], cells[8], cells[9], cells[11], cells[12]}, "|"))
	}
	want := []string{
		"22:30|Inject|StartEx: start the exercise with 1 Report a fault||Exercise control|Agency|Exercise control|2|",
		"22:35|Contextual|Storm|phone|Exercise control|All|Head of control|1|Operational Coordination",
		"22:36|Inject|Press|mail|Newspaper|Agency|Outside cell|1|Operational Coordination",
		"22:40|Expected action|Work reaches 2 Find <the> cause||Agency|Operations|Exercise control|2|",
		"22:40|Contextual|Nobody answers for Hardware||Exercise control|Outside cell|Outside cell|3|",
	}
	if len(got) < 6 || !slices.Equal(got[:5], want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if i := slices.IndexFunc(got, func(row string) bool { return strings.Contains(row, "|Hint|") }); i < 0 || !strings.Contains(got[i], "|Contingency|Hint|radio|Exercise control|Operations|Exercise control||") {
		t.Errorf("the contingency is %v", got)
	}
	if end := got[len(got)-1]; !strings.HasPrefix(end, "day 2, 02:30|Inject|EndEx") {
		t.Errorf("the end is %s", end)
	}
}

// TestNotesHaveRoom wants 40 mm for the evaluator's notes on A4 on its side, of which 12 mm
// on either side are free.
func TestNotesHaveRoom(t *testing.T) {
	g, p := exercise(t, night)
	columns, sum := table(t, DrillEventSheet(g, p, messages.In(graph.English))).Columns, 0.0
	for _, c := range columns {
		sum += c.Share
	}
	if mm := columns[len(columns)-1].Share / sum * (297 - 2*12); mm < 40 {
		t.Errorf("the notes have %.1f mm", mm)
	}
}

package drillpack

import (
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/samples"
	"tasuki/render/messages"
)

// eachExampleDrill runs a check on the drills of all flows of both examples, in both
// languages, with nobody and with each organization out.
func eachExampleDrill(t *testing.T, check func(*graph.Graph, drill.Plan, messages.Language)) {
	t.Helper()
	for _, example := range []string{"helpdesk", "pension"} {
		g, err := files.Open(t.Context(), "../../examples/"+example, files.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range g.Flows() {
			for i := -1; i < len(g.Organizations()); i++ {
				var s graph.Scenario
				if i >= 0 {
					s.Without = []string{g.Organizations()[i].ID}
				}
				plan, err := drill.PlanOf(g, f.ID, s, escalation.EscalationOptions{})
				if err != nil {
					continue // nobody present can begin it
				}
				for _, lang := range samples.Languages() {
					if check(g, plan, lang); t.Failed() {
						t.Fatalf("%s, flow %s without %v", example, f.ID, s.Without)
					}
				}
			}
		}
	}
}

// The facilitator's sheet lists every handoff that is not played, once, with its reason in
// the language of the sheet.
func TestSheetsSayWhatIsNotExercised(t *testing.T) {
	eachExampleDrill(t, func(g *graph.Graph, plan drill.Plan, lang messages.Language) {
		sheet, found := DrillFacilitator(g, plan, lang), [][]string{}
		for i, part := range sheet.Parts {
			if part.Head == lang.Plain("Not exercised by this drill") {
				for _, p := range sheet.Parts[i+1:] {
					if p.Table != nil {
						found = p.Table.Rows
						break
					}
				}
			}
		}
		if len(found) != len(plan.Unexercised) {
			t.Fatalf("%d rows for %d handoffs", len(found), len(plan.Unexercised))
		}
		for i, u := range plan.Unexercised {
			row := found[i]
			if row[0] != u.From+" → "+u.To || len(row[1]) < 10 || strings.Contains(row[1], "{") {
				t.Errorf("%+v is %q", u, row)
			}
			if u.Through != strings.Contains(row[1], "--through "+u.From+","+u.To) {
				t.Errorf("%+v: %q", u, row[1])
			}
			for _, id := range u.Tasks {
				if !strings.Contains(row[1], id) {
					t.Errorf("%q does not name %s", row[1], id)
				}
			}
		}
	})
}

// Nobody who is out is told to do anything, nor is anything said to come from them; and once
// the absence is known, nothing is handed on to them. That they do not answer, others find
// who call them.
func TestNobodyWhoIsOutIsToldToDoAnything(t *testing.T) {
	eachExampleDrill(t, func(g *graph.Graph, plan drill.Plan, lang messages.Language) {
		p := drillerOf(g, plan, lang)
		for _, id := range plan.Escalation.Without {
			name, known := p.names([]string{id}), false
			for _, e := range plan.Events {
				if e.Kind == drill.NoticeEvent {
					known = known || e.Absent == id
					continue
				}
				if slices.Contains(strings.Split(p.fromParty(e, "\n"), "\n"), name) || slices.Contains(strings.Split(p.toParty(e, "\n"), "\n"), name) {
					t.Errorf("event %d is from or to %s", e.Number, name)
				}
				for _, next := range e.Next {
					if known && slices.Contains(next.Organizations, id) {
						t.Errorf("event %d: handed on to %s, who is known to be out", e.Number, name)
					}
				}
			}
		}
	})
}

// A drill of one organization alone says so, and no other does.
func TestSheetsWarnOfOneOrganization(t *testing.T) {
	alone, several := 0, 0
	eachExampleDrill(t, func(g *graph.Graph, plan drill.Plan, lang messages.Language) {
		parties := map[string]bool{}
		for _, e := range plan.Events {
			if e.Kind == drill.StartEvent || e.Kind == drill.HandoffEvent {
				for _, id := range e.To {
					parties[id] = true
				}
			}
		}
		if said := DrillAlone(g, plan, lang); (said != "") != (len(parties) == 1) {
			t.Errorf("%d organizations act: %q", len(parties), said)
		} else if said != "" {
			alone++
		} else {
			several++
		}
	})
	if alone == 0 || several == 0 {
		t.Errorf("%d drills of one organization, %d of several", alone, several)
	}
}

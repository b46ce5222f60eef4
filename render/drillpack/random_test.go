package drillpack

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/analysis/escalation"
	"tasuki/graph"
	"tasuki/graph/numbers"
	"tasuki/internal/bruteforce"
	"tasuki/internal/samples"
	"tasuki/internal/seeds"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// eachDrill runs a check on drills of random datasets from which some
// organizations are out, in either language.
func eachDrill(t *testing.T, check func(*graph.Graph, drill.Plan, messages.Language)) {
	t.Helper()
	drills := 0
	for seed := range seeds.Each(150) {
		random := rand.New(rand.NewPCG(seed, 131))
		data := bruteforce.WithParties(bruteforce.RandomDataset(seed, bruteforce.Small), seed)
		data.Organizations = append(data.Organizations, graph.Organization{ID: "outside"})
		for i := range data.Organizations {
			o := &data.Organizations[i]
			o.Name = graph.Name{JA: fmt.Sprintf("組織〈%d〉", i), EN: fmt.Sprintf("<party %d>", i)}
			if o.ID != "outside" && random.IntN(3) == 0 {
				o.EscalatesTo = "outside"
			}
			for level := range random.IntN(3) {
				o.Contacts = append(o.Contacts, graph.Contact{Name: graph.Text(fmt.Sprintf("desk %d.%d", i, level)), WaitMinutes: random.IntN(3) * 5})
			}
		}
		g, err := graph.New(data)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		var scenario graph.Scenario
		for _, o := range g.Organizations() {
			if random.IntN(4) == 0 {
				scenario.Without = append(scenario.Without, o.ID)
			}
		}
		plan, err := drill.PlanOf(g, g.Flows()[0].ID, scenario, escalation.EscalationOptions{})
		if err != nil {
			continue // nobody is left, or the flow cannot be drilled
		}
		drills++
		if check(g, plan, samples.Languages()[seed%2]); t.Failed() {
			t.Fatalf("seed %d, without %v", seed, scenario.Without)
		}
	}
	if seeds.All() && drills < 50 {
		t.Errorf("only %d datasets have a drill", drills)
	}
}

// table returns the only table of a sheet.
func table(t *testing.T, s document.Sheet) *document.SheetTable {
	t.Helper()
	var found *document.SheetTable
	for _, part := range s.Parts {
		if part.Table != nil && found == nil {
			found = part.Table
		} else if part.Table != nil {
			t.Errorf("%q has two tables", s.Title)
		}
	}
	if found == nil {
		t.Fatalf("%q has no table", s.Title)
	}
	for i, row := range found.Rows {
		if len(row) != len(found.Columns) {
			t.Errorf("row %d of %q has %d cells, there are %d columns", i+1, s.Title, len(row), len(found.Columns))
		}
	}
	for _, c := range found.Columns {
		if c.Head == "" || c.Share <= 0 {
			t.Errorf("%q has the column %+v", s.Title, c)
		}
	}
	return found
}

// The list of events has a line for each, in order, and says the same in a
// spreadsheet as on paper; where it gives no time it says why.
func TestEventsAreListed(t *testing.T) {
	eachDrill(t, func(g *graph.Graph, plan drill.Plan, lang messages.Language) {
		list, sheet := DrillEvents(g, plan, lang), table(t, DrillEventSheet(g, plan, lang))
		if len(list.Rows) != len(plan.Events) || len(sheet.Rows) != len(plan.Events) {
			t.Fatalf("%d events have %d rows in the list and %d on paper", len(plan.Events), len(list.Rows), len(sheet.Rows))
		}
		for i, e := range plan.Events {
			row := list.Rows[i]
			printed, on := document.Printed(row), sheet.Rows[i]
			if len(row) != len(list.Columns) || row[0] != e.Number {
				t.Errorf("event %d is the row %v of %v", e.Number, row, list.Columns)
			}
			flat := strings.NewReplacer("\n", "", "、", "", ", ", "", "(", "", ")", "", "（", "", "）", "").Replace
			for c, listed := range []string{printed[0], printed[1], printed[2], printed[3], printed[4], printed[5] + printed[6], printed[7], printed[8], printed[9], printed[10], printed[11] + printed[12], printed[13]} {
				if flat(on[c]) != flat(listed) {
					t.Errorf("event %d: the list says %q, the sheet %q", e.Number, listed, on[c])
				}
			}
			if printed[2]+printed[13] != "" || printed[3] == "" || printed[9] == "" {
				t.Errorf("event %d is filled in, or of no type or controller: %q", e.Number, printed)
			}
			if e.Kind == drill.HandoffEvent && (strings.Count(on[6], "\n") != max(0, len(e.From)-1) || strings.Count(on[7], "\n") != max(0, len(e.To)-1)) {
				t.Errorf("event %d comes from %q to %q, on paper from %q to %q", e.Number, e.From, e.To, on[6], on[7])
			}
			if why := printed[len(printed)-1]; (printed[1] == "") != (why != "") {
				t.Errorf("event %d has the time %q, and says of it %q", e.Number, printed[1], why)
			}
		}
	})
}

// The record has a line for each handoff that is tried, once, with its boxes to
// tick.
func TestHandoffsAreRecorded(t *testing.T) {
	eachDrill(t, func(g *graph.Graph, plan drill.Plan, lang messages.Language) {
		var want []string
		for _, e := range plan.Events {
			if len(e.Next) > 0 && !slices.Contains(want, e.Task+" → "+e.Next[0].Task) {
				want = append(want, e.Task+" → "+e.Next[0].Task)
			}
		}
		sheet := DrillRecordSheet(g, plan, "--dataset d", plan.Flow, lang)
		var got []string
		for _, row := range table(t, sheet).Rows {
			got = append(got, row[0])
			if row[1] == "" || row[2] == "" || strings.Join(row[3:], "") != "□□□" {
				t.Errorf("the handoff %q has the line %q", row[0], row)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("the record has the handoffs %q, want %q", got, want)
		}
		if last := sheet.Parts[len(sheet.Parts)-1].Note; !strings.Contains(last, "tasuki drill record RECORD.csv --dataset d ") || !strings.Contains(last, "--flow "+plan.Flow+" ") {
			t.Errorf("the command is given as %q", last)
		}
	})
}

// The contacts are those of whoever leads or supports a task of the flow and of
// whoever they escalate to: each level of each, once, in order.
func TestContactsAreComplete(t *testing.T) {
	eachDrill(t, func(g *graph.Graph, plan drill.Plan, lang messages.Language) {
		flow, _ := g.Flow(plan.Flow)
		parties := map[string]bool{}
		for _, id := range graph.FlowTasks(flow) {
			for _, a := range g.Dataset().Assignments {
				if a.Task == id && (a.Role == graph.Lead || a.Role == graph.Support) {
					for o := a.Organization; o != "" && !parties[o]; {
						parties[o] = true
						i, _ := g.OrganizationIndex(o)
						o = g.Organizations()[i].EscalatesTo
					}
				}
			}
		}
		var want []string
		for _, o := range g.Organizations() {
			if !parties[o.ID] {
				continue
			}
			for range 3 - len(o.Contacts) {
				want = append(want, o.Name.In(lang.Lang)+"||")
			}
			for level, c := range o.Contacts {
				want = append(want, fmt.Sprintf("%s|%d|%s", o.Name.In(lang.Lang), level+1, c.Name.In(lang.Lang)))
			}
		}
		list, sheet := DrillContacts(g, plan, lang), table(t, DrillContactSheet(g, plan, numbers.File{}, lang))
		if list.Rows[0][0] != lang.Plain("Exercise control") {
			t.Errorf("the list begins with %v", list.Rows[0])
		}
		list.Rows, sheet.Rows = list.Rows[1:], sheet.Rows[1:]
		seen := map[any]bool{}
		for i, row := range list.Rows {
			if seen[row[0]] && list.Rows[i-1][0] != row[0] {
				t.Errorf("the lines of %v stand apart", row[0])
			}
			seen[row[0]] = true
		}
		var got, paper []string
		for i, row := range list.Rows {
			got = append(got, strings.Join(document.Printed(row)[:3], "|"))
			paper = append(paper, strings.Join(sheet.Rows[i][:3], "|"))
			if wait, ok := row[3].(int); ok && wait <= 0 {
				t.Errorf("the contact %q is waited for %d minutes", got[i], wait)
			}
		}
		slices.Sort(got)
		slices.Sort(paper)
		slices.Sort(want)
		if !slices.Equal(got, want) || !slices.Equal(paper, want) {
			t.Errorf("the contacts are %q, on paper %q, want %q", got, paper, want)
		}
	})
}

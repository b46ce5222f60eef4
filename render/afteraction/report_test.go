package afteraction

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/render/messages"
)

// rows returns the rows below a head, their cells apart by a bar.
func rows(t *testing.T, g *graph.Graph, a drill.AfterAction, lang graph.Lang) map[string]string {
	t.Helper()
	said, head := map[string]string{}, "top"
	for _, p := range Sheet(g, a, nil, messages.In(lang)).Parts {
		if p.Head != "" {
			head = p.Head
		}
		if p.Text+p.Note != "" {
			said[head] += p.Text + p.Note + "\n"
		}
		if p.Table != nil {
			for _, r := range p.Table.Rows {
				said[head] += strings.ReplaceAll(strings.Join(r, "|"), "\n", " ") + "\n"
			}
		}
	}
	return said
}

// TestSheet holds every figure to a record of five entries, by hand: two of drill 7, of which
// one took longer than declared, one that the dataset does not declare, and two older ones.
func TestSheet(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: b*\n3: a*\n4: b*\nflow f from 1 to 4: 1 -report:10-> 2, 2 -request-> 3, 3 -report-> 4")
	record := []drill.Entry{
		{Time: "2026-03-04T10:00", Flow: "f", From: "1", To: "2", Outcome: drill.Confirmed, Number: 7, Minutes: 12, Evaluator: "Ito", Finding: "Two lines", Owner: "b", Due: "2026-05-31"},
		{Time: "2026-03-04T10:30", Flow: "f", From: "3", To: "1", Outcome: drill.NotPerformed, Number: 7, Note: "by hand"},
		{Time: "2024-01-01", Flow: "f", From: "2", To: "3", Outcome: drill.Inconclusive, Number: 6},
	}
	got := rows(t, g, drill.AfterActionOf(g, record, 7, "2026-06-01"), graph.English)
	for head, want := range map[string]string{
		"top":                         "2026-03-04 10:00 to 2026-03-04 10:30: 1 confirmed, 0 inconclusive, 1 not performed. Of the handoffs of all flows 2 of 3 have ever been tested, 1 of them more than a year before 2026-06-01.\nEvaluated by: Ito.\n",
		"What is to be mended":        "On 2026-06-01, 1 finding is overdue.\n1|Two lines|1 → 2|b|2026-05-31|overdue\n",
		"Tested more than a year ago": "f|2 → 3|2024-01-01, Inconclusive\n",
		"Never tested":                "f|3 → 4|no entry\n",
	} {
		if got[head] != want {
			t.Errorf("%s:\n%swant\n%s", head, got[head], want)
		}
	}
	for _, want := range []string{"Of 1 handoffs whose minutes are declared and were measured, 1 took longer than declared.\n", "2026-03-04 10:00|1 → 2|Confirmed|10|12|+2|\n", "2026-03-04 10:30|3 → 1 (not declared)|Not performed|—|—|—|by hand\n"} {
		if !strings.Contains(got["What was exercised"], want) {
			t.Errorf("what was exercised lacks %q:\n%s", want, got["What was exercised"])
		}
	}
	if ja := rows(t, g, drill.AfterActionOf(g, record, 7, "2026-06-01"), graph.Japanese); len(ja) != len(got) {
		t.Errorf("in Japanese there are %d parts, in English %d", len(ja), len(got))
	}
}

// TestMoreThanAPage counts what a table leaves out.
func TestMoreThanAPage(t *testing.T) {
	var text strings.Builder
	for i := 1; i <= most+4; i++ {
		fmt.Fprintf(&text, "%d: a*\n", i)
	}
	fmt.Fprintf(&text, "flow f from 1 to %d: ", most+4)
	for i := 1; i < most+4; i++ {
		fmt.Fprintf(&text, "%d -report-> %d, ", i, i+1)
	}
	g := graphtext.Graph(t, strings.TrimSuffix(text.String(), ", "))
	never := rows(t, g, drill.AfterActionOf(g, nil, 0, "2026-06-01"), graph.English)["Never tested"]
	if strings.Count(never, " → ") != most || !strings.Contains(never, "3 more are listed by tasuki drill coverage.") {
		t.Errorf("got\n%s", never)
	}
}

package drill_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

const timed = "1: a*\n2: b*\n3: c*\nflow f from 1 to 3: 1 -report:10-> 2 -request-> 3"

func TestAfterAction(t *testing.T) {
	g := graphtext.Graph(t, timed)
	record := []drill.Entry{
		{Time: "2026-03-05", Flow: "f", From: "2", To: "3", Outcome: drill.NotPerformed, Number: 7, Finding: "late", Due: "2026-06-30"},
		{Time: "2026-03-04T10:00", Flow: "f", From: "1", To: "2", Outcome: drill.Confirmed, Number: 7, Minutes: 12, Finding: "undated"},
		{Time: "2026-03-04", Flow: "f", From: "1", To: "3", Outcome: drill.Inconclusive, Number: 7, Finding: "early", Due: "2026-06-29"},
		{Time: "2025-01-01", Flow: "f", From: "1", To: "2", Outcome: drill.Confirmed, Number: 6, Finding: "of another"},
	}
	a := drill.AfterActionOf(g, record, 7, "2026-06-30")
	var said []string
	for _, e := range a.Exercised {
		said = append(said, fmt.Sprint(e.Time, " ", e.From, ">", e.To, " ", e.Declared, " ", e.Minutes, " ", e.Undeclared))
	}
	for _, f := range a.Findings {
		said = append(said, fmt.Sprint(f.Finding, " ", f.Overdue))
	}
	want := "2026-03-04 1>3 0 0 true; 2026-03-04T10:00 1>2 10 12 false; 2026-03-05 2>3 0 0 false; early true; late false; undated false"
	if got := strings.Join(said, "; "); got != want || a.Confirmed != 1 || a.Inconclusive != 1 || a.NotPerformed != 1 || !slices.Equal(a.Flows, []string{"f"}) || a.Coverage.Entries != 4 {
		t.Errorf("got %s, %+v", got, a)
	}
	if all := drill.AfterActionOf(g, record, 0, "2026-06-30"); len(all.Exercised) != 4 || len(all.Findings) != 4 {
		t.Errorf("of all drills there are %d entries and %d findings", len(all.Exercised), len(all.Findings))
	}
	if n := drill.Numbers(record); !slices.Equal(n, []int{6, 7}) {
		t.Errorf("the numbers are %v", n)
	}
}

// TestDeclaredMinutesOfRandomHandoffs compares with a reader that takes the handoffs of a
// pair one by one.
func TestDeclaredMinutesOfRandomHandoffs(t *testing.T) {
	random := rand.New(rand.NewPCG(seeds.First(), 16))
	for range seeds.Count(300) {
		var lines []string
		minutes := map[string][]int{}
		for _, kind := range []string{"report", "request", "delivery"} {
			for _, pair := range []string{"1 2", "2 3"} {
				from, to, _ := strings.Cut(pair, " ")
				switch m := random.IntN(4); {
				case m == 0 || m == 1 && kind == "report":
					lines = append(lines, fmt.Sprintf("%s -%s-> %s", from, kind, to))
					minutes[pair] = append(minutes[pair], 0)
				case m > 1:
					lines = append(lines, fmt.Sprintf("%s -%s:%d-> %s", from, kind, m*10, to))
					minutes[pair] = append(minutes[pair], m*10)
				}
			}
		}
		if len(lines) == 0 {
			continue
		}
		g := graphtext.Graph(t, "1: a*\n2: b*\n3: c*\nflow f from 1 to 3: "+strings.Join(lines, ", "))
		f, _ := g.Flow("f")
		for pair, list := range minutes {
			from, to, _ := strings.Cut(pair, " ")
			want := 0
			if !slices.Contains(list, 0) {
				want = slices.Max(list)
			}
			if got := drill.DeclaredMinutes(f, from, to); got != want {
				t.Fatalf("%s of %v: got %d, want %d", pair, lines, got, want)
			}
		}
	}
}

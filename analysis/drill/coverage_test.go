package drill_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/drill"
	"tasuki/graph"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// section returns the part of docs/definitions.md under a heading, and the page's
// example.
func section(t *testing.T, title string) (text string, g *graph.Graph) {
	t.Helper()
	page, err := os.ReadFile("../../docs/definitions.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := strings.Split(string(page), "\n## ")
	at := slices.IndexFunc(sections, func(s string) bool { return strings.HasPrefix(s, title+"\n") })
	if at < 0 {
		t.Fatalf("docs/definitions.md has no section %q", title)
	}
	return sections[at], graphtext.Graph(t, fenced(t, sections[0], "graphtext"))
}

// fenced returns the first block of text behind the fence ```kind.
func fenced(t *testing.T, text, kind string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, "\n```"+kind+"\n")
	if !ok {
		t.Fatalf("there is no block ```%s", kind)
	}
	block, _, _ := strings.Cut(rest, "\n```")
	return block + "\n"
}

// TestDefinitionOfCoverage checks the worked example of docs/definitions.md.
func TestDefinitionOfCoverage(t *testing.T) {
	text, g := section(t, "Drill coverage")
	record, err := drill.Parse("definitions.md", drill.CSV, []byte(fenced(t, text, "csv")))
	if err != nil {
		t.Fatal(err)
	}
	c := drill.CoverageOf(g, record, "2027-03-05")
	counts := func(name string, n drill.Counts) string {
		return fmt.Sprintf("%s = %d tested of %d, %d untested; confirmed %d, inconclusive %d, not performed %d, no entry %d; over a year %d",
			name, n.Tested, n.Handoffs, n.Untested, n.Confirmed, n.Inconclusive, n.NotPerformed, n.NoEntry, n.OverAYear)
	}
	got := []string{counts("all flows", c.Counts)}
	for _, f := range c.Flows {
		got = append(got, counts(f.Flow, f.Counts))
	}
	for _, f := range c.Flows {
		for _, h := range f.List {
			if h.Last != nil {
				tested := "never"
				if h.LastTested != nil {
					tested = h.LastTested.Time + " " + string(h.LastTested.Outcome)
				}
				minutes := ""
				if h.Measured > 0 {
					minutes = fmt.Sprintf("; measured %d min", h.Measured)
				}
				got = append(got, fmt.Sprintf("%s %s→%s = last %s, tested %s%s", f.Flow, h.From, h.To, h.Last.Outcome, tested, minutes))
			}
		}
	}
	for _, e := range c.Undeclared {
		got = append(got, fmt.Sprintf("not declared = %s %s→%s", e.Flow, e.From, e.To))
	}
	var want []string
	for _, line := range strings.Split(strings.TrimSpace(fenced(t, text, "results")), "\n") {
		parts := strings.Split(line, " = ")
		want = append(want, parts[0]+" = "+parts[len(parts)-1])
	}
	if !slices.Equal(got, want) {
		t.Errorf("computed:\n%s", strings.Join(got, "\n"))
	}
}

// TestCoverageOfRandomRecords compares the counts with a reader that goes
// through the record for each handoff, and with those of the record in another
// order where no two times are equal.
func TestCoverageOfRandomRecords(t *testing.T) {
	g := graphtext.Graph(t, relay)
	random := rand.New(rand.NewPCG(6, 3))
	for range seeds.Count(1000) {
		var record []drill.Entry
		on := fmt.Sprintf("2027-03-%02d", 1+random.IntN(28))
		for day := range random.IntN(25) {
			record = append(record, drill.Entry{
				Time: fmt.Sprintf("2026-03-%02d", day+1), Flow: []string{"fault", "two", "wine"}[random.IntN(3)],
				From: fmt.Sprint(1 + random.IntN(4)), To: fmt.Sprint(2 + random.IntN(4)), Outcome: drill.Outcomes()[random.IntN(3)],
			})
		}
		c := drill.CoverageOf(g, record, on)
		var want drill.Counts
		known := 0
		for _, f := range g.Flows() {
			for _, h := range f.Handoffs {
				want.Handoffs++
				tested, last, latest := false, drill.Outcome(""), ""
				for _, e := range record {
					if e.Flow == f.ID && e.From == h.From && e.To == h.To {
						known++
						tested, last = tested || e.Outcome != drill.NotPerformed, e.Outcome
						if e.Outcome != drill.NotPerformed {
							latest = e.Time
						}
					}
				}
				if tested {
					want.Tested++
				}
				if tested && latest[len("2026"):] < on[len("2027"):] {
					want.OverAYear++
				}
				want.Untested = want.Handoffs - want.Tested
				*map[drill.Outcome]*int{
					"": &want.NoEntry, drill.Confirmed: &want.Confirmed, drill.Inconclusive: &want.Inconclusive, drill.NotPerformed: &want.NotPerformed,
				}[last]++
			}
		}
		if c.Counts != want || c.Entries != len(record) || len(c.Undeclared) != len(record)-known {
			t.Fatalf("got %+v, want %+v of %v", c, want, record)
		}
		shuffled := slices.Clone(record)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if again := drill.CoverageOf(g, shuffled, on); !reflect.DeepEqual(again.Flows, c.Flows) {
			t.Fatalf("in another order, got %+v, before %+v", again, c)
		}
	}
}

func TestMoreThanAYear(t *testing.T) {
	for _, c := range []struct {
		time, on string
		want     bool
	}{
		{"2025-03-04", "2026-03-04", false}, {"2025-03-04", "2026-03-05", true}, {"2025-03-04T23:59", "2026-03-04", false}, {"2025-03-04T00:00", "2026-03-05", true},
		{"2024-02-29", "2025-02-28", false}, {"2024-02-29", "2025-03-01", true}, {"2026-03-04", "2026-03-04", false}, {"2027-03-04", "2026-03-04", false}, {"", "2026-03-04", false},
	} {
		if got := drill.MoreThanAYear(c.time, c.on); got != c.want {
			t.Errorf("%s is more than a year before %s: %v", c.time, c.on, got)
		}
	}
}

func TestEntriesAreDeclaredOrNot(t *testing.T) {
	g := graphtext.Graph(t, relay)
	for e, want := range map[drill.Entry]bool{
		{Flow: "fault", From: "1", To: "2"}: true, {Flow: "fault", From: "2", To: "1"}: false, {Flow: "wine", From: "1", To: "2"}: false,
	} {
		if e.Declared(g) != want {
			t.Errorf("%v is declared: %v", e, !want)
		}
	}
}

package observed_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tasuki/internal/graphtext"
	"tasuki/internal/logtext"
	"tasuki/internal/samples"
	"tasuki/render/document"
	"tasuki/render/messages"
	"tasuki/render/observed"
)

// large is a graph of many tasks, organizations and flows, and a log in which all happens to
// all, so that every table has more rows than are shown.
func large(t *testing.T) (string, *logtext.Log) {
	t.Helper()
	var text, log strings.Builder
	for i := range 60 {
		fmt.Fprintf(&text, "%d: o%d* o%d?o%d\n", i, i%20, (i+1)%20, (i+2)%20)
	}
	for f := range 9 {
		fmt.Fprintf(&text, "flow f%d from %d to %d: %d -> %d -> %d\n", f, f*3, f*3+2, f*3, f*3+1, f*3+2)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for c := range 300 {
		for e := range 8 {
			fmt.Fprintf(&log, "c%d, %d, o%d, 2026-%02d-%02dT%02d:00\n", c, random.IntN(64), random.IntN(22), 1+c%12, 1+c%28, e)
		}
	}
	return text.String(), logtext.Read(t, log.String())
}

// TestTextKeepsToItsBudget holds the text of a large log to so many lines and words as that
// of a small one: of each table the first rows, the others counted.
func TestTextKeepsToItsBudget(t *testing.T) {
	text, log := large(t)
	g := graphtext.Graph(t, text)
	o := samples.ObservationOf(g, log)
	for _, lang := range samples.Languages() {
		var b bytes.Buffer
		if err := observed.Text(&b, g, o, lang); err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(b.Bytes(), []byte("\n")); n > 220 {
			t.Errorf("in %s: %d lines\n%s", lang.Lang, n, b.String())
		}
		if n := len(strings.Fields(b.String())); n > 2400 {
			t.Errorf("in %s: %d words", lang.Lang, n)
		}
	}
}

// TestNothingIsKnownOfNothing holds that an empty log, and one without a mapped event, are
// told without a figure that nobody knows.
func TestNothingIsKnownOfNothing(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: b*\nflow f from 1 to 2: 1 -> 2")
	for _, log := range []string{"", "x, other, zz, 2026-01-05T09:00\n"} {
		o := samples.ObservationOf(g, logtext.Read(t, log))
		for _, lang := range samples.Languages() {
			var b bytes.Buffer
			if err := observed.Text(&b, g, o, lang); err != nil {
				t.Fatal(err)
			}
			for _, wrong := range []string{"NaN", "Inf", "100.0 %", "1970"} {
				if strings.Contains(b.String(), wrong) {
					t.Errorf("%q in %s says %s\n%s", log, lang.Lang, wrong, b.String())
				}
			}
		}
		if err := observed.CSV(&bytes.Buffer{}, o); err != nil {
			t.Error(err)
		}
		if draft, err := observed.Minutes(o); err != nil || !strings.Contains(string(draft), "minutes: []") {
			t.Errorf("%s, %v", draft, err)
		}
	}
}

// TestChapterHasItsTables holds that a chapter has every table of its parts.
func TestChapterHasItsTables(t *testing.T) {
	g := graphtext.Graph(t, "1: a*\n2: b*\n3: a*\nflow f from 1 to 3: 1 -> 2 -> 3")
	o := samples.Observation(g)
	p := messages.Printer{Graph: g, Language: samples.Languages()[0]}
	want := 0
	for _, part := range observed.Parts(p, o, 0) {
		want += document.TablesIn(part.Blocks)
	}
	if got := document.TablesIn(observed.Chapter(p, o, nil)); got != want || want < 8 {
		t.Errorf("%d tables in the chapter, %d in its parts", got, want)
	}
	for _, s := range observed.Sheets(p, o) {
		for _, row := range s.Rows {
			if len(row) != len(s.Columns) {
				t.Errorf("%s: %d cells, %d columns", s.Name, len(row), len(s.Columns))
			}
		}
	}
	for _, blocks := range [][]document.Block{observed.OfFlow(p, o, g.Flows()[0]), observed.OfOrganization(p, o, "a")} {
		if document.TablesIn(blocks) < 2 {
			t.Errorf("%d tables about a flow or an organization", document.TablesIn(blocks))
		}
	}
}

package analysis_test

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/analysis/consequence"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// changeResults returns what follows from each of some changes of the example.
func changeResults(t *testing.T, g *graph.Graph) []string {
	t.Helper()
	var lines []string
	for _, texts := range []string{"without=dev", "without=ops support=fallback", "without=ops leads=any lead=1=ops:dev lead=2=ops:hw", "merge=dev:hw without=hw", "without-task=2", "without-handoff=2:3"} {
		var changes []overlay.Change
		for text := range strings.FieldsSeq(texts) {
			c, err := overlay.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			changes = append(changes, c)
		}
		o, err := overlay.Apply(g.Dataset(), changes)
		if err != nil {
			t.Fatal(err)
		}
		c, err := consequence.Of(g, o, rules.Options{})
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, line(texts, consequences(c)))
	}
	return lines
}

// consequences writes the groups that are not empty, and the figures after the changes.
func consequences(c consequence.Consequences) string {
	var parts []string
	for _, group := range []struct {
		name string
		list []consequence.Concerned
	}{{"goes away", c.GoesAway}, {"breaks", c.Breaks}, {"degraded", c.Degraded}, {"touched", c.Touched}, {"with nobody", c.Nobody}, {"further", c.Further}} {
		var said []string
		for _, e := range group.list {
			text := strings.TrimSuffix(e.ID+"→"+e.To, "→")
			switch {
			case group.name == "breaks":
				lacks := e.Blocking
				for _, h := range e.Cut {
					lacks = append(lacks, h.From+"→"+h.To)
				}
				text += " (" + strings.Join(lacks, ", ") + ")"
			case len(e.Way) > 0:
				text += " (" + strings.Join(e.Way, "→") + ")"
			}
			said = append(said, text)
		}
		if len(said) > 0 {
			parts = append(parts, group.name+" "+strings.Join(said, ", "))
		}
	}
	f, alone := c.FiguresAfter, "—"
	if f.Working > 0 {
		alone = fmt.Sprint(len(f.Stoppers))
	}
	return strings.Join(append(parts, fmt.Sprintf("share %s of %s, HHI %s, %d of %d work, %s alone stop one", optional(f.Percent, tenths), ids(f.Leaders), optional(f.HHI, func(x float64) string { return decimals(x, 0) }), f.Working, f.Flows, alone)), "; ")
}

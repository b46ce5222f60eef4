package consequence_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"tasuki/analysis/consequence"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/graphtext"
)

const service = `
rules each none
org ops
org hw
org dev
1: dev*
2: ops* hw
3: hw* dev
4: hw* ops*
5: dev*
6: dev*
flow fault from 1 to 5: 1 -> 2 -> 4 -> 5
flow change from 1 to 5: 1 -> 2 -> 5, 1 -> 3 -> 5
flow release from 3 to 5: 3 -> 5
handoffs: 4 -> 6
`

// of returns what follows from changes in their texts.
func of(t *testing.T, g *graph.Graph, texts ...string) consequence.Consequences {
	t.Helper()
	var changes []overlay.Change
	for _, text := range texts {
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
	return c
}

// groups writes the six groups in few words.
func groups(c consequence.Consequences) string {
	var b strings.Builder
	for _, group := range []struct {
		name string
		list []consequence.Concerned
	}{{"away", c.GoesAway}, {"breaks", c.Breaks}, {"degraded", c.Degraded}, {"touched", c.Touched}, {"nobody", c.Nobody}, {"further", c.Further}} {
		for _, e := range group.list {
			fmt.Fprintf(&b, "%s %s %s%s", group.name, e.Kind, e.ID, e.To)
			for _, x := range []struct {
				sign string
				ids  []string
			}{{"by", e.Blocking}, {"missing", e.Missing}, {"left", e.Left}, {"way", e.Way}} {
				if len(x.ids) > 0 {
					fmt.Fprintf(&b, " %s %s", x.sign, strings.Join(x.ids, ","))
				}
			}
			for _, h := range e.Cut {
				fmt.Fprintf(&b, " cut %s:%s", h.From, h.To)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func TestGroups(t *testing.T) {
	g := graphtext.Graph(t, service)
	for changes, want := range map[string]string{
		"": "",
		"without=ops": `
away organization ops by 2,4
breaks flow fault by 2 missing ops
touched flow change missing ops way 1,3,5
nobody task 2 missing ops
nobody task 4 missing ops left hw
further task 5 way 2,5
further task 6 way 4,6
`,
		"without=ops support=fallback": `
away organization ops by 2,4
breaks flow fault by 4 missing ops
degraded task 2 missing ops left hw
touched flow change missing ops way 1,3,5
nobody task 4 missing ops left hw
further task 5 way 4,5
further task 6 way 4,6
`,
		"without=hw leads=any support=fallback": `
away organization hw by 3,4
degraded flow release missing hw way 3,5
degraded task 3 missing hw left dev
touched flow change missing hw way 1,2,5
touched task 4 missing hw left ops
`,
		"without=ops lead=2=ops:hw lead=4=dev leads=any": `
away organization ops by 2,4
touched task 2 left hw
touched task 4 missing ops left dev,hw
`,
		"merge=ops:hw": "away organization ops by 2,4\n",
		"merge=ops:hw without=hw": `
away organization hw by 3,4
away organization ops by 2,4
breaks flow change by 2,3 missing hw
breaks flow fault by 2 missing hw
breaks flow release by 3 missing hw
nobody task 2 missing hw
nobody task 3 missing hw
nobody task 4 missing hw
further task 5 way 2,5
further task 6 way 4,6
`,
		"without-task=4": `
away task 4 left hw,ops
breaks flow fault by 4
further task 5 way 4,5
further task 6 way 4,6
`,
		"without-handoff=2:4": `
away handoff 24
breaks flow fault cut 2:4
further task 4 way 2,4
further task 5 way 2,4,5
further task 6 way 2,4,6
`,
		"without-handoff=2:5": `
away handoff 25
touched flow change way 1,3,5
further task 5 way 2,5
`,
	} {
		if got := groups(of(t, g, strings.Fields(changes)...)); got != strings.TrimPrefix(want, "\n") {
			t.Errorf("%s: got\n%s", changes, got)
		}
	}
}

// TestNothingFollowsFromNothing holds the figures, too.
func TestNothingFollowsFromNothing(t *testing.T) {
	c := of(t, graphtext.Graph(t, service))
	if got := groups(c); got != "" || !reflect.DeepEqual(c.FiguresBefore, c.FiguresAfter) || c.Before != c.After {
		t.Errorf("something follows from nothing: %s %+v", got, c)
	}
}

func TestFigures(t *testing.T) {
	c := of(t, graphtext.Graph(t, service), "without=ops", "leads=any")
	b, a := c.FiguresBefore, c.FiguresAfter
	if b.Led != 6 || *b.Percent != 50 || !reflect.DeepEqual(b.Leaders, []string{"dev"}) || b.Working != 3 || b.Stops != 6 || !reflect.DeepEqual(b.Stoppers, []string{"dev", "hw", "ops"}) {
		t.Errorf("before: %+v", b)
	}
	if a.Led != 5 || *a.Percent != 60 || *a.HHI != 5200 || a.Working != 2 || a.Stops != 4 || !reflect.DeepEqual(a.Stoppers, []string{"dev", "hw"}) {
		t.Errorf("behind: %+v", a)
	}
}

// TestWhoStandsInStops holds that a supporter who stands in for who is missing stops what
// it now carries alone, though it leads nothing there.
func TestWhoStandsInStops(t *testing.T) {
	g := graphtext.Graph(t, "rules any fallback\n1: c*\n2: a* b\nflow f from 1 to 2: 1 -> 2")
	if got := of(t, g, "without=a").FiguresAfter; got.Working != 1 || got.Stops != 2 || !reflect.DeepEqual(got.Stoppers, []string{"b", "c"}) {
		t.Errorf("without a: %+v", got)
	}
}

// TestBranchWithoutHandoff holds that a branch stays one that is needed when its only
// handoff is taken out, and that the other alternative of a branch is enough.
func TestBranchWithoutHandoff(t *testing.T) {
	g := graphtext.Graph(t, "rules any none\n1: a*\n2: a*\n3: a*\n4: a*\nflow f from 1 to 4: 1 -@x-> 2 -> 4, 1 -@y-> 3 -> 4, 2 -> 3")
	for change, want := range map[string]string{"without-handoff=1:3": "breaks flow f cut 1:3", "without-handoff=2:4": "touched flow f way 1,2,3,4"} {
		if got := groups(of(t, g, change)); !strings.Contains(got, want) {
			t.Errorf("%s: no %q among\n%s", change, want, got)
		}
	}
}

func TestOtherRules(t *testing.T) {
	c := of(t, graphtext.Graph(t, strings.Replace(service, "rules each none", "", 1)), "without=ops")
	if !c.After.LeadsAssumed || len(c.Breaks) != 1 || len(c.Otherwise) != 3 || c.Otherwise[2].Breaks != 0 {
		t.Errorf("under other rules: %+v", c.Otherwise)
	}
}

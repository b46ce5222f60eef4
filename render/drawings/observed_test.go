package drawings_test

import (
	"fmt"
	"testing"

	"tasuki/analysis/observe"
	"tasuki/internal/graphtext"
	"tasuki/internal/samples"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/layout"
)

// What a log shows is told by the width and kind of the lines, in proportion to the counts;
// of pairs that are not declared only so many are drawn, the others are counted.
func TestObservedLines(t *testing.T) {
	text := "flow g from 1 to 19: 1"
	for i := 2; i < 20; i++ {
		text += fmt.Sprintf(" -> %d", i)
	}
	for i := 1; i < 20; i++ {
		text = fmt.Sprintf("%d: o%d*\n", i, i%4) + text
	}
	g := graphtext.Graph(t, text)
	f := g.Flows()[0]
	h := observe.Handoffs{Declared: []observe.Declared{
		{From: "1", To: "2", Seen: observe.Seen{Count: 40}}, {From: "2", To: "3", Seen: observe.Seen{Count: 10}}, {From: "3", To: "4", FromCases: 5},
	}}
	for i := range 15 {
		h.Undeclared = append(h.Undeclared, observe.Undeclared{From: "19", To: fmt.Sprint(i + 1), Seen: observe.Seen{Count: 20 - i, Cases: 1}})
	}
	for _, lang := range samples.Languages() {
		d := drawings.Observed(drawings.Lanes(g, f, diagram.Overlay{}, lang), h)
		count := map[diagram.Status]int{}
		for _, e := range d.Edges {
			count[e.Status]++
			switch {
			case e.From == "1" && e.To == "2" && e.Width != 1, e.From == "2" && e.To == "3" && e.Width != 0.25:
				t.Errorf("%s -> %s is %g wide", e.From, e.To, e.Width)
			}
		}
		if count[diagram.SeenStatus] != 2 || count[diagram.NotSeenStatus] != 1 || count[diagram.UndeclaredStatus] != 12 {
			t.Errorf("statuses %v", count)
		}
		if last := d.Notes[len(d.Notes)-1]; last != lang.Count(3, "{1} more pair of tasks was seen without being declared, and is not drawn.", "{1} more pairs of tasks were seen without being declared, and are not drawn.") {
			t.Errorf("the last note is %q", last)
		}
		widest, dotted := 0.0, 0
		for _, a := range layout.SceneOf(d).Arrows {
			widest = max(widest, a.Pen)
			if a.Dotted && a.From == "19" {
				dotted++
			}
		}
		if widest != 4.5 || dotted != 12 {
			t.Errorf("the widest arrow has %g points, %d are dotted", widest, dotted)
		}
	}
}

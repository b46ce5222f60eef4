package layout_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
	"tasuki/internal/samples"
	"tasuki/render/diagram"
	"tasuki/render/drawings"
	"tasuki/render/layout"
	"tasuki/render/look"
	"tasuki/render/typeset"
)

// measure returns the width of a line in points.
type measure func(text string, size float64, bold bool) float64

// estimate is what drawings make room for.
func estimate(text string, size float64, bold bool) float64 {
	if bold {
		size *= 1.08
	}
	return typeset.Width(text) * size
}

// misfits returns the texts that leave the box of their part, or that overlap
// another text.
func misfits(p layout.Picture, width measure) []string {
	const tolerance = 0.6
	var faults []string
	var placed []layout.Rect
	var texts []string
	for _, part := range p.Parts {
		for _, text := range part.Texts {
			w := width(text.Text, text.Size, part.Bold)
			begin := text.At.X - w*text.Align
			r := layout.Rect{Left: begin, Right: begin + w, Top: text.At.Y - 0.8*text.Size, Bottom: text.At.Y + 0.2*text.Size}
			if room := part.Room.Grown(tolerance); r.Left < room.Left || r.Right > room.Right || r.Top < room.Top || r.Bottom > room.Bottom {
				faults = append(faults, fmt.Sprintf("%q leaves its box: %.1f, the box is %.1f", text.Text, r, part.Room))
			}
			r.Top, r.Bottom = text.At.Y-0.7*text.Size, text.At.Y+0.1*text.Size
			for i, o := range placed {
				if r.Left+tolerance < o.Right && o.Left+tolerance < r.Right && r.Top+tolerance < o.Bottom && o.Top+tolerance < r.Bottom {
					faults = append(faults, fmt.Sprintf("%q overlaps %q", text.Text, texts[i]))
				}
			}
			placed, texts = append(placed, r), append(texts, text.Text)
		}
	}
	return faults
}

func TestTextStaysInItsBox(t *testing.T) {
	for name, d := range testDrawings(t) {
		for _, fault := range misfits(layout.SceneOf(d).Picture(), estimate) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// The check above must see a box that is too narrow, one that is too low, and
// texts over each other.
func TestMisfitsAreSeen(t *testing.T) {
	narrow := layout.Shape{Look: look.Look{Form: "box"}, W: 58, H: 36, Lines: []string{"原因調査の依頼"}, Font: look.NodeFont}
	low := layout.Shape{Look: look.Look{Form: "box"}, W: 58, H: 14, Lines: []string{"a", "b"}, Font: look.NodeFont}
	one := layout.Shape{Look: look.Look{Form: "box"}, W: 58, H: 36, Lines: []string{"one"}, Font: look.NodeFont}
	two := one
	two.At.X, two.Lines = 9, []string{"two"}
	for _, shapes := range [][]layout.Shape{{narrow}, {low}, {one, two}} {
		if len(misfits((&layout.Scene{Shapes: shapes}).Picture(), estimate)) == 0 {
			t.Errorf("no fault found in %+v", shapes)
		}
	}
	if faults := misfits((&layout.Scene{Shapes: []layout.Shape{one}}).Picture(), estimate); faults != nil {
		t.Error(faults)
	}
}

// testDrawings returns the drawings of the example in both languages, and of
// the same example with names that are hard to place.
func testDrawings(t *testing.T) map[string]diagram.Diagram {
	t.Helper()
	file, err := os.Open("../../internal/samples/fault.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	d, err := graph.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]diagram.Diagram{}
	addDrawings(t, cases, "plain", d)
	hard := []string{
		`"quoted" <b>&amp;</b> \n \N \l back\slash {a|b}`,
		strings.Repeat("Donaudampfschifffahrtsgesellschaft", 4),
		strings.Repeat("データセンター", 12),
		"👩‍🔧🛠️ é́ שלום עולם مرحبا", "%1 %2", "W", "。。、、ーーー",
	}
	for i := range d.Tasks {
		d.Tasks[i].Name = graph.Text(hard[i%len(hard)])
	}
	for i := range d.Organizations {
		d.Organizations[i].Name = graph.Text(hard[i%len(hard)])
	}
	for i := range d.Flows[0].Handoffs {
		d.Flows[0].Handoffs[i].Artifact = graph.Text(hard[i%len(hard)])
	}
	d.Flows[0].Name = graph.Text(strings.Join(hard, " "))
	addDrawings(t, cases, "hard", d)
	return cases
}

func addDrawings(t *testing.T, cases map[string]diagram.Diagram, name string, d graph.Dataset) {
	t.Helper()
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	b := bottleneck.Bottlenecks(g, rules.Options{})
	o := diagram.OverlayOf(spof.SPOFs(g, rules.Options{}), b)
	ladders, err := escalation.AllEscalations(g, escalation.EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range samples.Languages() {
		if cases[fmt.Sprint(name, " matrix ", lang.Lang)], err = drawings.Matrix(g, drawings.Selection{}, o, lang); err != nil {
			t.Fatal(err)
		}
		cases[fmt.Sprint(name, " supplies ", lang.Lang)] = drawings.Supplies(g, lang)
		cases[fmt.Sprint(name, " map ", lang.Lang)] = drawings.DependencyMap(g, b, o, lang)
		for i, flow := range g.Flows() {
			cases[fmt.Sprint(name, " lanes ", flow.ID, " ", lang.Lang)] = drawings.Lanes(g, flow, o, lang)
			cases[fmt.Sprint(name, " ladder ", flow.ID, " ", lang.Lang)] = drawings.Ladder(g, ladders[i], lang)
		}
	}
}

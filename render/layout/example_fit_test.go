package layout_test

import (
	"fmt"
	"testing"

	"tasuki/graph/files"
	"tasuki/internal/samples"
	"tasuki/render/diagram"
	"tasuki/render/layout"
	"tasuki/render/paint"
)

// real measures text in the font that PNG and PDF are painted in.
func real(text string, size float64, bold bool) float64 {
	w := paint.DefaultFont().Width(text, size)
	if bold {
		w += paint.Boldness * size
	}
	return w
}

// Every drawing of the example holds its texts in a real Japanese paint.
func TestTextOfTheExampleStaysInItsBox(t *testing.T) {
	for name, d := range exampleDrawings(t) {
		for _, fault := range misfits(layout.SceneOf(d).Picture(), real) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// Were the rule by which drawings make room a fifth too narrow, or as narrow for
// Japanese as for Latin letters, the check above would see it.
func TestNarrowWidthsAreSeen(t *testing.T) {
	wide := func(text string, size float64, bold bool) float64 { return 1.2 * real(text, size, bold) }
	drawings := exampleDrawings(t)
	for _, name := range []string{"pension map en", "pension lanes hardware-fault ja", "pension ladder hardware-fault ja", "pension matrix en", "pension supplies ja"} {
		if len(misfits(layout.SceneOf(drawings[name]).Picture(), wide)) == 0 {
			t.Errorf("%s: no fault found although its texts are a fifth wider", name)
		}
	}
}

func exampleDrawings(t *testing.T) map[string]diagram.Diagram {
	t.Helper()
	g, err := files.Open(t.Context(), "../../examples/pension", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	drawings := map[string]diagram.Diagram{}
	addDrawings(t, drawings, "pension", g.Dataset())
	for name, v := range map[string]diagram.View{
		"map":                  {Hide: []string{"ops"}},
		"lanes hardware-fault": {Focus: "3-73", Depth: 2, Hide: []string{"storage"}},
	} {
		for _, lang := range samples.Languages() {
			if drawings[fmt.Sprint("part of ", name, lang.Lang)], err = v.Of(g, drawings[fmt.Sprint("pension ", name, " ", lang.Lang)]); err != nil {
				t.Fatal(err)
			}
		}
	}
	return drawings
}

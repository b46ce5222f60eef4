package paint_test

import (
	"bytes"
	"fmt"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tasuki/internal/pdftext"
	"tasuki/render/graphviz"
	"tasuki/render/messages"
	"tasuki/render/paint"
)

const small = `digraph "障害対応" {
graph [layout=nop2, bgcolor="#ffffff", pad=0.1]
node [shape=box, fixedsize=true, width=1.6, height=0.4, fontsize=10]
a [pos="60,300", label="切り分け"]
b [pos="60,20", label="Recovery", class="bold", style="filled,dashed", fillcolor="#ddeeff"]
a -> b [pos="e,60,34 60,286 60,250 60,80 60,44", style=dashed, color="#0072b2"]
}`

func painter() paint.Painter {
	return paint.Painter{Font: paint.DefaultFont(), Classes: paint.Classes{Bold: "bold", Head: "head", Stub: "stub"}}
}

func sceneLayout(t *testing.T, dot string) []byte {
	t.Helper()
	text, err := graphviz.Layout(t.Context(), dot)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestPNGShowsTextOutlinesAndArrows(t *testing.T) {
	text := sceneLayout(t, small)
	var b, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&b, &again} {
		if err := painter().PNG(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the same drawing gives two pictures")
	}
	picture, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	// dark counts the dark pixels of a part of the drawing.
	dark := func(left, low, right, high float64) (n int) {
		const dots, pad = 2, 0.1 * 72
		for x := int((left + pad) * dots); x < int((right+pad)*dots); x++ {
			for y := int((low + pad) * dots); y < int((high+pad)*dots); y++ {
				r, g, b, _ := picture.At(x, picture.Bounds().Dy()-y).RGBA()
				if r+g+b < 3*0x8000 {
					n++
				}
			}
		}
		return n
	}
	for _, part := range []struct {
		what                   string
		left, low, right, high float64
	}{
		{"the outline of the upper box", 0, 278.5, 115, 281.5},
		{"the Japanese text", 40, 288, 80, 302},
		{"the arrow's head", 52, 28, 64, 40},
		{"the dashed line", 52, 55, 64, 230},
	} {
		if dark(part.left, part.low, part.right, part.high) < 20 {
			t.Errorf("%s is not there", part.what)
		}
	}
}

func TestPDFHoldsTextThatCanBeSearched(t *testing.T) {
	var b, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&b, &again} {
		if err := painter().PDF(w, paint.A4, "障害対応", sceneLayout(t, small)); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the same drawing gives two documents")
	}
	got := pdftext.Pages(t, b.Bytes())
	if len(got) != 1 || !strings.Contains(got[0], "切り分け") || !strings.Contains(got[0], "Recovery") {
		t.Errorf("the text is %q", got)
	}
	if strings.Count(got[0], "Recovery") != 1 {
		t.Error("bold text is written twice")
	}
}

// A tall drawing goes on over pages: no box is cut, and its head is repeated.
func TestPDFCutsNoBox(t *testing.T) {
	const n = 60
	var dot strings.Builder
	dot.WriteString("digraph {\ngraph [layout=nop2, pad=0.1]\nnode [shape=box, fixedsize=true, width=1.6, height=0.4]\n")
	fmt.Fprintf(&dot, "back [pos=\"60,%d\", height=%d, label=\" \"]\nhead [pos=\"60,%d\", class=head, label=\"Heading\"]\n", 20*n, 40*n/72, 40*n+40)
	for i := range n {
		fmt.Fprintf(&dot, "n%d [pos=\"60,%d\", label=\"task%d.\"]\n", i, 40*i, i)
	}
	dot.WriteString("}")
	var b bytes.Buffer
	if err := painter().PDF(&b, paint.A4, "Tall", sceneLayout(t, dot.String())); err != nil {
		t.Fatal(err)
	}
	got := pdftext.Pages(t, b.Bytes())
	if len(got) < 3 {
		t.Fatalf("%d pages", len(got))
	}
	for i, text := range got {
		if strings.Count(text, "Heading") != 1 {
			t.Errorf("page %d has its heading %d times", i+1, strings.Count(text, "Heading"))
		}
	}
	for i := range n {
		if c := strings.Count(strings.Join(got, ""), fmt.Sprintf("task%d.", i)); c != 1 {
			t.Errorf("task %d stands on %d pages", i, c)
		}
	}
}

// A box as wide as the drawing is never the last of a page.
func TestPDFKeepsHeadingsWithWhatFollows(t *testing.T) {
	const n = 90
	var dot strings.Builder
	dot.WriteString("digraph {\ngraph [layout=nop2, pad=0.1]\nnode [shape=box, fixedsize=true, width=1.6, height=0.4]\n")
	for i := range n {
		width := 1.6
		if i%2 == 0 {
			width = 4
		}
		fmt.Fprintf(&dot, "n%d [pos=\"150,%d\", width=%g, label=\"task%d.\"]\n", i, -40*i, width, i)
	}
	dot.WriteString("}")
	var b bytes.Buffer
	if err := painter().PDF(&b, paint.A4, "Tall", sceneLayout(t, dot.String())); err != nil {
		t.Fatal(err)
	}
	for page, text := range pdftext.Pages(t, b.Bytes()) {
		for i := 0; i < n; i += 2 {
			if strings.Contains(text, fmt.Sprintf("task%d.", i)) != strings.Contains(text, fmt.Sprintf("task%d.", i+1)) {
				t.Errorf("page %d parts heading %d from what follows", page+1, i)
			}
		}
	}
}

// A table that is wider than a page goes on to the right, and the heads of its
// rows are repeated there.
func TestPDFRepeatsTheHeadsOfRows(t *testing.T) {
	const columns, rows = 24, 60
	var dot strings.Builder
	dot.WriteString("digraph {\ngraph [layout=nop2, pad=0.1]\nnode [shape=box, fixedsize=true, height=0.4, width=1, color=\"#000000\"]\n")
	fmt.Fprintf(&dot, "stub [pos=\"0,%d\", class=stub, width=1.2, height=%f, label=\" \"]\n", -20*rows, 40*rows/72.0)
	for row := range rows {
		fmt.Fprintf(&dot, "r%d [pos=\"0,%d\", label=\"row%d.\"]\n", row, -40*row, row)
		for column := range columns {
			fmt.Fprintf(&dot, "c%d_%d [pos=\"%d,%d\", label=\"c%d.%d.\"]\n", row, column, 90+80*column, -40*row, row, column)
		}
	}
	dot.WriteString("}")
	var b bytes.Buffer
	if err := painter().PDF(&b, paint.A4, "Wide", sceneLayout(t, dot.String())); err != nil {
		t.Fatal(err)
	}
	got := pdftext.Pages(t, b.Bytes())
	if len(got) < 4 {
		t.Errorf("%d pages", len(got))
	}
	cell := regexp.MustCompile(`c(\d+)\.\d+\.`)
	for i, text := range got {
		for _, m := range cell.FindAllStringSubmatch(text, -1) {
			if !strings.Contains(text, "row"+m[1]+".") {
				t.Errorf("page %d has %s without the head of its row", i+1, m[0])
			}
		}
	}
}

func TestStandInsAreCollected(t *testing.T) {
	text := sceneLayout(t, `digraph { a [label="ok 삼삼㈱"] }`)
	for what, write := range map[string]func(paint.Painter) error{
		"PNG": func(p paint.Painter) error { return p.PNG(&bytes.Buffer{}, text) },
		"PDF": func(p paint.Painter) error { return p.PDF(&bytes.Buffer{}, paint.A4, "", text) },
	} {
		p := painter()
		p.StandIns = &paint.StandIns{}
		err := write(p)
		if want := []messages.StandIn{{Rune: '㈱', By: "(株)"}, {Rune: '삼', By: "〓"}}; err != nil || !slices.Equal(p.StandIns.List(), want) {
			t.Errorf("%s: %v, %v", what, p.StandIns.List(), err)
		}
	}
}

func TestBadInput(t *testing.T) {
	for _, text := range []string{"", "{}", `{"_draw_":[{"op":"?"}]}`, `{"_draw_":[{"op":"c","color":"red"}]}`, `{"_draw_":[{"op":"C","grad":"linear"}]}`} {
		if err := painter().PNG(&bytes.Buffer{}, []byte(text)); err == nil {
			t.Errorf("a picture of %q", text)
		}
	}
	for _, data := range []string{"", "OTTO", "ttcf", "\x00\x01\x00\x00 nothing"} {
		if _, err := paint.ParseFont([]byte(data)); err == nil {
			t.Errorf("a font of %q", data)
		}
	}
	if _, err := paint.PaperNamed("letter"); err == nil {
		t.Error("a paper called letter")
	}
}

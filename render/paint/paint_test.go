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
	"tasuki/render/layout"
	"tasuki/render/look"
	"tasuki/render/messages"
	"tasuki/render/paint"
)

// boxAt returns a box, its centre so far below the origin.
func boxAt(x, y, w, h float64, text string) layout.Shape {
	return layout.Shape{Look: look.Look{Form: "box", Stroke: look.Ink, Pen: 1}, At: layout.Point{X: x, Y: y}, W: w, H: h, Lines: []string{text}, Font: look.NodeFont}
}

// small is a drawing of two boxes, an arrow between them.
func small() layout.Picture {
	b := boxAt(60, 280, 115, 29, "Recovery")
	b.Font, b.Fill, b.Dashed = look.HeadFont, "#ddeeff", true
	arrow := layout.Arrow{Color: "#0072b2", Pen: 1, Dashed: true, HeadSize: 1, HeadTip: layout.Point{X: 60, Y: 266},
		Points: []layout.Point{{X: 60, Y: 14}, {X: 60, Y: 50}, {X: 60, Y: 220}, {X: 60, Y: 256}}}
	return (&layout.Scene{Title: "障害対応", Shapes: []layout.Shape{boxAt(60, 0, 115, 29, "切り分け"), b}, Arrows: []layout.Arrow{arrow}}).Picture()
}

// pictureOf returns a drawing of shapes.
func pictureOf(shapes ...layout.Shape) layout.Picture {
	return (&layout.Scene{Title: "Tall", Shapes: shapes}).Picture()
}

func painter() paint.Painter { return paint.Painter{Font: paint.DefaultFont()} }

func TestPNGShowsTextOutlinesAndArrows(t *testing.T) {
	var b, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&b, &again} {
		if err := painter().PNG(w, small()); err != nil {
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
		const dots, pad = 2, 8
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
		{"the arrow's head", 52, 29, 64, 39},
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
		if err := painter().PDF(w, paint.A4, "障害対応", small()); err != nil {
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

// Nothing in a text is read as anything but text.
func TestPDFHoldsTextToTheLetter(t *testing.T) {
	for _, text := range []string{`C:\new\logs\`, `\\ \" \N {a|b}`, `a & <b> &amp; (c) %d`} {
		var b bytes.Buffer
		if err := painter().PDF(&b, paint.A4, "", pictureOf(boxAt(0, 0, 200, 20, text))); err != nil {
			t.Fatal(err)
		}
		if got := pdftext.Pages(t, b.Bytes()); len(got) != 1 || !strings.Contains(got[0], text) {
			t.Errorf("%q is painted as %q", text, got)
		}
	}
}

// A tall drawing goes on over pages: no box is cut, and its head is repeated.
func TestPDFCutsNoBox(t *testing.T) {
	const n = 60
	head := boxAt(60, -40, 115, 29, "Heading")
	head.Head = true
	shapes := []layout.Shape{boxAt(60, 20*n, 115, 40*n, ""), head}
	for i := range n {
		shapes = append(shapes, boxAt(60, float64(40*i), 115, 29, fmt.Sprintf("task%d.", i)))
	}
	var b bytes.Buffer
	if err := painter().PDF(&b, paint.A4, "Tall", pictureOf(shapes...)); err != nil {
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
	var shapes []layout.Shape
	for i := range n {
		width := 115.0
		if i%2 == 0 {
			width = 288
		}
		shape := boxAt(150, float64(40*i), width, 29, fmt.Sprintf("task%d.", i))
		shape.Band = i%2 == 0
		shapes = append(shapes, shape)
	}
	var b bytes.Buffer
	if err := painter().PDF(&b, paint.A4, "Tall", pictureOf(shapes...)); err != nil {
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

// Rows that are as wide as the drawing and touch each other are cut between.
func TestPDFCutsBetweenRows(t *testing.T) {
	const n = 200
	var shapes []layout.Shape
	for i := range n {
		shapes = append(shapes, boxAt(150, float64(17*i), 288, 17, fmt.Sprintf("task%d.", i)))
	}
	var b bytes.Buffer
	if err := painter().PDF(&b, paint.A4, "Rows", pictureOf(shapes...)); err != nil {
		t.Fatal(err)
	}
	pages := pdftext.Pages(t, b.Bytes())
	for i := range n {
		if c := strings.Count(strings.Join(pages, ""), fmt.Sprintf("task%d.", i)); c != 1 {
			t.Errorf("row %d stands on %d pages", i, c)
		}
	}
}

// A table that is wider than a page goes on to the right, and the heads of its
// rows are repeated there.
func TestPDFRepeatsTheHeadsOfRows(t *testing.T) {
	const columns, rows = 24, 60
	stub := boxAt(0, 20*rows, 86, 40*rows, "")
	stub.Stub = true
	shapes := []layout.Shape{stub}
	for row := range rows {
		shapes = append(shapes, boxAt(0, float64(40*row), 72, 29, fmt.Sprintf("row%d.", row)))
		for column := range columns {
			shapes = append(shapes, boxAt(float64(90+80*column), float64(40*row), 72, 29, fmt.Sprintf("c%d.%d.", row, column)))
		}
	}
	var b bytes.Buffer
	if err := painter().PDF(&b, paint.A4, "Wide", pictureOf(shapes...)); err != nil {
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
	text := pictureOf(boxAt(0, 0, 90, 20, "ok 삼삼㈱"))
	for what, write := range map[string]func(paint.Painter) error{
		"PNG": func(p paint.Painter) error { return p.PNG(&bytes.Buffer{}, text) },
		"PDF": func(p paint.Painter) error { return p.PDF(&bytes.Buffer{}, paint.A4, "", text) },
	} {
		p := painter()
		p.StandIns = &paint.StandIns{}
		err := write(p)
		if want := []messages.StandIn{{Meant: "㈱", By: "(株)"}, {Meant: "삼"}}; err != nil || !slices.Equal(p.StandIns.List(), want) {
			t.Errorf("%s: %v, %v", what, p.StandIns.List(), err)
		}
	}
}

func TestBadInput(t *testing.T) {
	for _, data := range []string{"", "OTTO", "ttcf", "\x00\x01\x00\x00 nothing"} {
		if _, err := paint.ParseFont([]byte(data), 0); err == nil {
			t.Errorf("a font of %q", data)
		}
	}
	if _, err := paint.PaperNamed("letter"); err == nil {
		t.Error("a paper called letter")
	}
}

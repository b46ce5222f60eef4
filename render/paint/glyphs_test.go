package paint

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"tasuki/internal/pdftext"
	"tasuki/render"
)

// rare are names with characters that the font that comes with the program
// lacks, or that are drawn as a part of the character before them.
var rare = []string{"㈱日立", "葛󠄀城市", "中国银行", "삼성", "🦊"}

func barsNamed(names ...string) render.Chart {
	p := render.Panel{X: render.Axis{Max: 10, Step: 5}}
	for i, name := range names {
		p.Bars = append(p.Bars, render.Bar{Name: name, Parts: []render.Part{{Length: float64(i % 10), Fill: "#0072b2"}}})
	}
	return render.Chart{ID: "bars", Title: "Bars", Panels: []render.Panel{p}}
}

// An SVG is shown in the fonts of its reader, so it needs no glyph of ours.
func TestChartSVGNeedsNoGlyph(t *testing.T) {
	var b bytes.Buffer
	if err := (Painter{Font: DefaultFont()}).ChartSVG(&b, barsNamed(rare...)); err != nil {
		t.Fatal(err)
	}
	for _, name := range rare {
		if !strings.Contains(b.String(), ">"+name+"</text>") {
			t.Errorf("%s is not there", name)
		}
	}
}

// each calls paint for a name in a chart, in a drawing and in a sheet.
func each(t *testing.T, name string, check func(what string, err error, pdf []byte)) {
	t.Helper()
	p, paper := Painter{Font: DefaultFont()}, A4
	chart := barsNamed(name)
	drawing, err := json.Marshal(layout{Name: "Names", Draw: []op{{Op: "F", Size: 10}, {Op: "T", Text: name, Align: "l"}, {Op: "P", Points: [][2]float64{{0, 0}, {100, 0}, {100, 50}}}}})
	if err != nil {
		t.Fatal(err)
	}
	sheet := render.Sheet{Title: "Names", Parts: []render.SheetPart{{Text: name}}}
	var b bytes.Buffer
	for _, w := range []struct {
		what  string
		paint func() error
	}{
		{"a chart as PNG", func() error { return p.ChartPNG(&b, chart) }},
		{"a chart as PDF", func() error { return p.ChartPDF(&b, paper, chart) }},
		{"a drawing as PNG", func() error { return p.PNG(&b, drawing) }},
		{"a drawing as PDF", func() error { return p.PDF(&b, paper, "", drawing) }},
		{"a drawing in a document", func() error { return p.Document(&b, paper, "", Part{Layout: drawing}) }},
		{"a sheet in a document", func() error { return p.Document(&b, paper, "", Part{Sheet: &sheet}) }},
		{"the foot of a document", func() error { return p.Document(&b, paper, "", Part{Layout: drawing, Foot: name}) }},
	} {
		b.Reset()
		err := w.paint()
		check(w.what, err, b.Bytes())
	}
}

// The font has 𠮷, which has no place in the PDFs that are written.
func TestPDFRefusesWhatItCannotHold(t *testing.T) {
	if missing := DefaultFont().Missing("𠮷"); len(missing) > 0 {
		t.Fatal("the font lacks 𠮷")
	}
	each(t, "𠮷野家", func(what string, err error, _ []byte) {
		if strings.HasSuffix(what, "PNG") {
			if err != nil {
				t.Errorf("%s: %v", what, err)
			}
			return
		}
		if err == nil || !strings.Contains(err.Error(), "'𠮷' (U+20BB7)") || !strings.Contains(err.Error(), ".svg or .png") {
			t.Errorf("%s: the error is %v", what, err)
		}
	})
}

// An error names each character once, and not hundreds of them.
func TestErrorsNameTenCharacters(t *testing.T) {
	p := Painter{Font: DefaultFont()}
	for _, c := range []struct {
		text string
		err  error
		want string
	}{
		{"12 syllables twice", p.check(strings.Repeat("가각갂갃간갅갆갇갈갉갊갋", 2)), "the font has no glyph for '가' (U+AC00), '각' (U+AC01), '갂' (U+AC02), '갃' (U+AC03), '간' (U+AC04), '갅' (U+AC05), '갆' (U+AC06), '갇' (U+AC07), '갈' (U+AC08), '갉' (U+AC09) and 2 more; name another font with --font"},
		{"ten", p.check("가각갂갃간갅갆갇갈갉"), "the font has no glyph for '가' (U+AC00), '각' (U+AC01), '갂' (U+AC02), '갃' (U+AC03), '간' (U+AC04), '갅' (U+AC05), '갆' (U+AC06), '갇' (U+AC07), '갈' (U+AC08), '갉' (U+AC09); name another font with --font"},
		{"both", p.checkPDF("𠮷가𠮷"), "a PDF cannot hold '𠮷' (U+20BB7), nor any other character above U+FFFF; draw to .svg or .png instead, or write the text with other characters\nthe font has no glyph for '가' (U+AC00); name another font with --font"},
	} {
		if c.err == nil || c.err.Error() != c.want {
			t.Errorf("%s:\n%v\nwant\n%s", c.text, c.err, c.want)
		}
	}
}

// The title of a drawing stands on its pages when there are several.
func TestPDFRefusesTitlesItCannotHold(t *testing.T) {
	tall := func(height float64) []byte {
		text, err := json.Marshal(layout{Name: "𠮷野家", Draw: []op{{Op: "P", Points: [][2]float64{{0, 0}, {100, 0}, {100, height}}}}})
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	p := Painter{Font: DefaultFont()}
	if err := p.PDF(io.Discard, A4, "", tall(100)); err != nil {
		t.Errorf("a title that is not painted: %v", err)
	}
	for what, err := range map[string]error{
		"PDF":      p.PDF(io.Discard, A4, "", tall(3000)),
		"Document": p.Document(io.Discard, A4, "", Part{Layout: tall(3000)}),
	} {
		if err == nil || !strings.Contains(err.Error(), "U+20BB7") {
			t.Errorf("%s: the error is %v", what, err)
		}
	}
}

// What says only how the character before it looks needs no glyph.
func TestVariationSelectorsAreNotPainted(t *testing.T) {
	each(t, "葛󠄀\u200c城\ufe0e\u200d市", func(what string, err error, text []byte) {
		if err != nil {
			t.Errorf("%s: %v", what, err)
			return
		}
		if strings.HasSuffix(what, "PNG") {
			return
		}
		if page := strings.Join(pdftext.Pages(t, text), ""); !strings.Contains(page, "葛城市") {
			t.Errorf("%s says %q", what, page)
		}
	})
	f := DefaultFont()
	if got, want := f.Width("葛󠄀城市", 10), f.Width("葛城市", 10); got != want {
		t.Errorf("the name is %.1f points wide, want %.1f", got, want)
	}
	var with, without bytes.Buffer
	p := Painter{Font: f}
	if err := errors.Join(p.ChartPNG(&with, barsNamed("葛󠄀城市")), p.ChartPNG(&without, barsNamed("葛城市"))); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(with.Bytes(), without.Bytes()) {
		t.Error("a variation selector is painted")
	}
}

// The title of a PDF is text, which holds every character.
func TestTitleOfPDF(t *testing.T) {
	const title = "𠮷野家・葛󠄀城市 (A)"
	var b bytes.Buffer
	if err := (Painter{Font: DefaultFont()}).Document(&b, A4, title, Part{Sheet: &render.Sheet{Title: "T"}}); err != nil {
		t.Fatal(err)
	}
	if got := pdftext.Title(t, b.Bytes()); got != title {
		t.Errorf("the title is %q, want %q", got, title)
	}
}

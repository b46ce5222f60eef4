package paint

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"tasuki/internal/pdftext"
	"tasuki/render/chart"
	"tasuki/render/document"
	"tasuki/render/layout"
	"tasuki/render/look"
)

// rare are names with characters that the font that comes with the program
// lacks, or that are drawn as a part of the character before them.
var rare = []string{"㈱日立", "葛󠄀城市", "中国银行", "삼성", "🦊"}

func barsNamed(names ...string) chart.Chart {
	p := chart.Panel{X: chart.Axis{Max: 10, Step: 5}}
	for i, name := range names {
		p.Bars = append(p.Bars, chart.Bar{Name: name, Parts: []chart.Part{{Length: float64(i % 10), Fill: "#0072b2"}}})
	}
	return chart.Chart{ID: "bars", Title: "Bars", Panels: []chart.Panel{p}}
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

// saying returns a drawing of a box with a text.
func saying(title, text string, height float64) layout.Picture {
	box := layout.Shape{Look: look.Look{Form: "box"}, W: 100, H: height, Lines: []string{text}, Font: look.NodeFont}
	return (&layout.Scene{Title: title, Shapes: []layout.Shape{box}}).Picture()
}

// each calls paint for a name in a chart, in a drawing and in a sheet.
func each(t *testing.T, name string, check func(what string, err error, pdf []byte)) {
	t.Helper()
	p, paper := Painter{Font: DefaultFont()}, A4
	shown := barsNamed(name)
	drawing := saying("Names", name, 50)
	sheet := document.Sheet{Title: "Names", Parts: []document.SheetPart{{Text: name}}}
	var b bytes.Buffer
	for _, w := range []struct {
		what  string
		paint func() error
	}{
		{"a chart as PNG", func() error { return p.ChartPNG(&b, shown) }},
		{"a chart as PDF", func() error { return p.ChartPDF(&b, paper, shown) }},
		{"a drawing as PNG", func() error { return p.PNG(&b, drawing) }},
		{"a drawing as PDF", func() error { return p.PDF(&b, paper, "", drawing) }},
		{"a drawing in a document", func() error { return p.Document(&b, paper, "", Part{Picture: drawing}) }},
		{"a sheet in a document", func() error { return p.Document(&b, paper, "", Part{Sheet: &sheet}) }},
		{"the foot of a document", func() error { return p.Document(&b, paper, "", Part{Picture: drawing, Foot: name}) }},
	} {
		b.Reset()
		err := w.paint()
		check(w.what, err, b.Bytes())
	}
}

// What cannot be painted is painted as what means the same, or as a box with its number, and
// collected; nothing is refused. Whoever copies or searches a box finds the character.
func TestStandIns(t *testing.T) {
	each(t, "㈱日立 100㎡ 德\u200b 𠮷野 삼 e\u0301 🦊", func(what string, err error, pdf []byte) {
		if err != nil {
			t.Errorf("%s: %v", what, err)
			return
		}
		if strings.HasSuffix(what, "PNG") {
			return
		}
		page := strings.ReplaceAll(strings.Join(pdftext.Pages(t, pdf), ""), "\n", "")
		if want := "(株)日立 100m² 徳 𠮷野 삼 é 🦊"; !strings.Contains(page, want) {
			t.Errorf("%s says %q, want %q", what, page, want)
		}
	})
}

// standIns are texts with what is painted for them in the font that comes with the program,
// and what is said of that: meant=shown, and only what is meant of a box.
var standIns = [][3]string{
	{"plain 日本", "plain 日本", ""},
	{"㈱", "(株)", "㈱=(株)"}, {"㈲", "(有)", "㈲=(有)"}, {"㎡", "m²", "㎡=m²"}, {"㌔㈱㈱", "キロ(株)(株)", "㈱=(株) ㌔=キロ"}, {"㍻㋿", "平成令和", "㋿=令和 ㍻=平成"},
	{"①⑳", "①⑳", ""}, {"℡", "TEL", "℡=TEL"}, {"髙﨑", "髙﨑", ""}, {"德濵", "徳濱", "德=徳 濵=濱"}, {"渡邉", "渡邊", "邉=邊"},
	{"𠮷野家𠮟", "𠮷野家𠮟", ""}, {"𩸽", "𩸽", "𩸽"}, {"🦊👨\u200d👩", "🦊👨\u200d👩", "👨 👩 🦊"},
	{"か\u3099", "が", ""}, {"か\u309A", "か\u309A", ""}, {"e\u0301", "é", ""}, {"ｶﾞ", "ｶﾞ", ""},
	{"葛\U000E0100城", "葛城", "葛\U000E0100=葛"}, {"神\uFE00", "神", "神\uFE00=神"}, {"\uFA19", "神", "\uFA19=神"}, {"☎\uFE0E", "☎\uFE0E", "☎"},
	{"Щ", "Щ", ""}, {"삼", "삼", "삼"}, {"가", "가", "가"}, {"ع", "ع", "ع"}, {"a\tb", "a b", ""},
	{"a\u202eb", "a〈U+202E〉b", ""},
}

func TestTableOfStandIns(t *testing.T) {
	for _, c := range standIns {
		stand := &StandIns{}
		got := (Painter{Font: DefaultFont(), StandIns: stand}).paintable(c[0])
		var told []string
		for _, s := range stand.List() {
			if s.By != "" {
				s.Meant += "="
			}
			told = append(told, s.Meant+s.By)
		}
		if got != c[1] || strings.Join(told, " ") != c[2] {
			t.Errorf("%q is painted as %q, and %q is said; want %q, %q", c[0], got, told, c[1], c[2])
		}
	}
}

// A text that becomes wider does not leave the room that it had.
func TestStandInsKeepTheirRoom(t *testing.T) {
	p := Painter{Font: DefaultFont()}
	s := p.read(saying("T", "㈱㈱㈱", 50), p.paintable)
	if k := s.strokes[len(s.strokes)-1]; k.text != "(株)(株)(株)" || p.Font.Width(k.text, k.size) > 30.01 || k.size < 4 {
		t.Errorf("%q at %.1f points is %.1f wide, and there is room for 30", k.text, k.size, p.Font.Width(k.text, k.size))
	}
}

// The title of a drawing stands on its pages when there are several.
func TestTitlesStandIn(t *testing.T) {
	var b bytes.Buffer
	if err := (Painter{Font: DefaultFont()}).PDF(&b, A4, "", saying("𠮷野家", "", 3000)); err != nil {
		t.Fatal(err)
	}
	if page := pdftext.Pages(t, b.Bytes())[0]; !strings.Contains(page, "𠮷野家") {
		t.Errorf("the page says %q", page)
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
	if err := errors.Join(p.png(&with, p.chart(barsNamed("葛󠄀城市"), p.paintable)), p.ChartPNG(&without, barsNamed("葛城市"))); err != nil {
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
	if err := (Painter{Font: DefaultFont()}).Document(&b, A4, title, Part{Sheet: &document.Sheet{Title: "T"}}); err != nil {
		t.Fatal(err)
	}
	if got := pdftext.Title(t, b.Bytes()); got != title {
		t.Errorf("the title is %q, want %q", got, title)
	}
}

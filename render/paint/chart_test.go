package paint

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"tasuki/analysis/concentration"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/samples"
	"tasuki/render/chart"
	"tasuki/render/messages"
)

// charts returns the charts of the example in both languages, and charts whose
// texts are hard to place.
func charts(t *testing.T) map[string]chart.Chart {
	t.Helper()
	list, err := drawn()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// drawn makes them once for all tests, which look at them only.
var drawn = sync.OnceValues(func() (map[string]chart.Chart, error) {
	g, err := files.Open(context.Background(), "../../examples/pension", files.Options{})
	if err != nil {
		return nil, err
	}
	hard := g.Dataset()
	names := []string{strings.Repeat("データセンター", 9), strings.Repeat("Donaudampfschiff", 6), `"a" <b>&amp;</b> \n`, "W", strings.Repeat("The vendor of all that ", 5)}
	hard.Organizations = append([]graph.Organization{}, hard.Organizations...)
	for i := range hard.Organizations {
		hard.Organizations[i].Name = graph.Text(names[i%len(names)])
	}
	h, err := graph.New(hard)
	if err != nil {
		return nil, err
	}
	list := map[string]chart.Chart{}
	for _, lang := range samples.Languages() {
		for name, g := range map[string]*graph.Graph{"pension": g, "hard": h} {
			list[fmt.Sprint(name, " shares ", lang.Lang)] = chart.ShareChart(g, concentration.Concentrations(g), lang)
			list[fmt.Sprint(name, " loss ", lang.Lang)] = chart.LossChart(g, loss.LossSetsOf(g, rules.Options{}), lang)
		}
	}
	return list, nil
})

// placed is a line of text on a chart, from its baseline to the tops of its
// capitals.
type placed struct {
	text                   string
	left, right, low, high float64
}

// textsOf returns where the texts of a chart stand, at their real widths times a
// factor.
func textsOf(picture chart.Chart, factor float64) (texts []placed, width, height float64) {
	d := chartScene(picture)
	for _, k := range d.strokes {
		w, h := factor*DefaultFont().Width(k.text, k.size), 0.7*k.size
		x, y := k.at.X-w*k.align, k.at.Y
		switch {
		case k.text == "":
			continue
		case k.turned: // a quarter turn to the left
			x, y, w, h = k.at.X-h, k.at.Y-w*k.align, h, w
		}
		texts = append(texts, placed{k.text, x, x + w, y - d.min.Y, y + h - d.min.Y})
	}
	return texts, d.max.X - d.min.X, d.max.Y - d.min.Y
}

func misplaced(texts []placed, width, height float64) []string {
	var faults []string
	for i, a := range texts {
		if a.left < 0 || a.right > width || a.low < 0 || a.high > height {
			faults = append(faults, fmt.Sprintf("%q leaves the chart: %.0f to %.0f of %.0f, %.0f to %.0f of %.0f", a.text, a.left, a.right, width, a.low, a.high, height))
		}
		for _, b := range texts[:i] {
			if a.left < b.right && b.left < a.right && a.low < b.high && b.low < a.high {
				faults = append(faults, fmt.Sprintf("%q overlaps %q", a.text, b.text))
			}
		}
	}
	return faults
}

func TestTextsOfChartsHaveRoom(t *testing.T) {
	for name, picture := range charts(t) {
		texts, width, height := textsOf(picture, 1)
		if len(texts) < 10 {
			t.Errorf("%s: %d texts only", name, len(texts))
		}
		for _, fault := range misplaced(texts, width, height) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// The check above sees texts that are wider than there is room.
func TestMisplacedTextsOfChartsAreSeen(t *testing.T) {
	for _, name := range []string{"pension shares en", "pension shares ja"} {
		if len(misplaced(textsOf(charts(t)[name], 1.4))) == 0 {
			t.Errorf("%s: no fault found although its texts are wider", name)
		}
	}
}

// An SVG holds every text of its chart as text, and links the names of bars.
func TestChartSVG(t *testing.T) {
	for name, picture := range charts(t) {
		var b, again bytes.Buffer
		for _, w := range []io.Writer{&b, &again} {
			if err := (Painter{Font: DefaultFont()}).ChartSVG(w, picture); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("%s: the same chart gives two pictures", name)
		}
		var text strings.Builder
		links := 0
		for in := xml.NewDecoder(&b); ; {
			token, err := in.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch token := token.(type) {
			case xml.CharData:
				text.Write(token)
			case xml.StartElement:
				if token.Name.Local == "a" {
					links++
				}
			}
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		all, bars := squeeze(text.String()), 0
		for _, p := range picture.Panels {
			for _, bar := range p.Bars {
				if bar.Ref != "" {
					bars++
				}
				if !strings.Contains(all, squeeze(bar.Name)) || !strings.Contains(all, squeeze(bar.Text)) {
					t.Errorf("%s: the bar %q is not there", name, bar.Name)
				}
			}
			for _, c := range p.Curves {
				if !strings.Contains(all, squeeze(c.Name)) {
					t.Errorf("%s: the curve %q is not there", name, c.Name)
				}
			}
		}
		if links < bars || strings.ContainsFunc(text.String(), func(r rune) bool { return unicode.Is(unicode.Co, r) }) {
			t.Errorf("%s: %d links for %d bars, or a character for private use", name, links, bars)
		}
	}
}

func TestChartsAsPDFAndPNG(t *testing.T) {
	p := Painter{Font: DefaultFont()}
	for name, picture := range charts(t) {
		var pdf, png bytes.Buffer
		if err := p.ChartPDF(&pdf, A4, picture); err != nil || !bytes.HasPrefix(pdf.Bytes(), []byte("%PDF-")) {
			t.Errorf("%s as PDF: %v", name, err)
		}
		if err := p.ChartPNG(&png, picture); err != nil || !bytes.HasPrefix(png.Bytes(), []byte("\x89PNG")) {
			t.Errorf("%s as PNG: %v", name, err)
		}
	}
}

// Charts of nothing are pictures too.
func TestChartsOfNothing(t *testing.T) {
	g, err := graph.New(graph.Dataset{})
	if err != nil {
		t.Fatal(err)
	}
	for _, picture := range []chart.Chart{
		chart.ShareChart(g, concentration.Concentrations(g), messages.In(graph.English)),
		chart.LossChart(g, loss.LossSetsOf(g, rules.Options{}), messages.In(graph.Japanese)),
	} {
		if err := (Painter{Font: DefaultFont()}).ChartPNG(io.Discard, picture); err != nil || len(picture.Notes) == 0 {
			t.Errorf("%s: %v, notes %q", picture.Title, err, picture.Notes)
		}
	}
}

// Curves differ by shape and dashes, so that grey prints tell them apart.
func TestCurvesDifferWithoutColor(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range curveStyles {
		key := fmt.Sprint(s.sign, s.dashes)
		if seen[key] {
			t.Errorf("two styles are %s", key)
		}
		seen[key] = true
	}
	for _, tick := range []struct {
		x    float64
		want string
	}{{0, "0"}, {1000, "1,000"}, {0.5, "0.5"}, {1234567, "1,234,567"}, {100, "100"}} {
		if got := thousands(tick.x); got != tick.want {
			t.Errorf("thousands(%v) = %q, want %q", tick.x, got, tick.want)
		}
	}
}

// Charts have room for more lines than there are characters for private use.
func TestChartSVGOfManyBars(t *testing.T) {
	const n = 7000
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprint("bar ", i)
	}
	var b bytes.Buffer
	if err := (Painter{Font: DefaultFont()}).ChartSVG(&b, barsNamed(names...)); err != nil {
		t.Fatal(err)
	}
	svg := b.String()
	if i := strings.IndexFunc(svg, func(r rune) bool { return unicode.In(r, unicode.Co, unicode.Cs) || r > 0xf000 }); i >= 0 {
		t.Errorf("a stray character: %q", svg[i:min(len(svg), i+20)])
	}
	aligned := regexp.MustCompile(` text-anchor="end">(bar \d+)</text>`).FindAllStringSubmatch(svg, -1)
	if len(aligned) != n {
		t.Fatalf("%d names of %d bars", len(aligned), n)
	}
	for i, m := range aligned {
		if m[1] != names[i] {
			t.Fatalf("name %d is %q", i, m[1])
		}
	}
}

// No text of a chart turns the direction of reading, and none is empty.
func TestChartSVGKeepsItsDirection(t *testing.T) {
	picture := barsNamed("a\u202eb", "", "plain")
	picture.Title = "t\u2067itle"
	var b bytes.Buffer
	if err := (Painter{Font: DefaultFont()}).ChartSVG(&b, picture); err != nil {
		t.Fatal(err)
	}
	svg := b.String()
	for _, want := range []string{"<title>t〈U+2067〉itle</title>", ">t〈U+2067〉itle</text>", ">a〈U+202E〉b</text>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("%s is not there", want)
		}
	}
	if strings.ContainsAny(svg, "\u202e\u2067") || strings.Contains(svg, `d=""`) || strings.Contains(svg, "></text>") {
		t.Errorf("a sign that turns the direction, or an empty element:\n%s", svg)
	}
}

// Bars of one name lead to the rows of what each stands for, and nothing else
// that reads the same leads anywhere.
func TestEachBarLeadsToItsOwnRow(t *testing.T) {
	picture := barsNamed("Same", "Other", "Same", "Same", "A name that is too long for a single line beside its bar")
	bars := picture.Panels[0].Bars
	for i, ref := range []string{"a", "b", "c", "", "e"} {
		bars[i].Ref = ref
	}
	picture.Title, bars[1].Text, bars[1].Parts[0].Text = "Same", "Same", "Other"
	picture.Panels = append(picture.Panels, chart.Panel{X: chart.Axis{Title: "Same", Max: 1, Step: 1}, Bars: []chart.Bar{{Name: "Other"}}})
	var b bytes.Buffer
	if err := (Painter{Font: DefaultFont()}).ChartSVG(&b, picture); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range regexp.MustCompile(`<a href="([^"]*)">([^<]*)</a>`).FindAllStringSubmatch(b.String(), -1) {
		got = append(got, m[1]+" "+m[2])
	}
	want := []string{"#row-a Same", "#row-b Other", "#row-c Same", "#row-e A name that is too long for a", "#row-e single line beside its bar"}
	if !slices.Equal(got, want) {
		t.Errorf("the links are %q, want %q", got, want)
	}
}

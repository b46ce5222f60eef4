package encode_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"tasuki/internal/golden"
	"tasuki/internal/samples"
	"tasuki/internal/seeds"
	"tasuki/render/diagram"
	"tasuki/render/encode"
	"tasuki/render/layout"
	"tasuki/render/look"
	"tasuki/render/typeset"
)

// forms are those of shapes that leave something on the page.
var forms = []string{"box", "circle", "doublecircle", "diamond", "invtriangle", "hexagon", "folder", "box3d", "ellipse"}

// kinds returns a scene with every form, border, sign and kind of text.
func kinds() *layout.Scene {
	s := &layout.Scene{Name: "kinds", Title: `Kinds of <b>"shapes" & arrows`}
	for i, form := range forms {
		s.Shapes = append(s.Shapes, layout.Shape{Name: form, Look: look.Look{Form: form, Fill: look.PaleBlue, Stroke: look.Ink, Pen: 1.25},
			At: layout.Point{X: float64(60 * i), Y: 20}, W: 40, H: 24, Lines: []string{"?"}, Font: look.NodeFont, Hint: "a " + form})
	}
	for i, as := range []look.Look{
		{Rounded: true, Stroke: look.Ink, Pen: 1}, {Dashed: true, Stroke: look.Ink, Pen: 1}, {Double: true, Fill: look.Paper, Stroke: look.Ink, Pen: 3}, {Fill: look.Header}, {},
	} {
		as.Form = "box"
		s.Shapes = append(s.Shapes, layout.Shape{Name: fmt.Sprint("box ", i), Look: as, At: layout.Point{X: float64(100 * i), Y: 80}, W: 80, H: 50,
			Lines: []string{hardTexts[0], "二行目"}, Font: look.HeadFont, Left: i%2 == 0, Ink: look.Blue, ID: fmt.Sprint("kinds.", i), Href: `#a"b`, Hint: hardTexts[0] + "\n二行目", Head: i == 3})
	}
	for i, tail := range []string{"", "dot", "odot", "box", "diamond", "odiamond"} {
		y := float64(130 + 20*i)
		s.Arrows = append(s.Arrows, layout.Arrow{ID: fmt.Sprint("kinds.edge", i), Tail: tail, HeadSize: 0.7, Color: look.Green, Pen: 0.8 + float64(i), Dashed: i%2 == 1, Hint: "<" + tail,
			TailTip: layout.Point{Y: y}, HeadTip: layout.Point{X: 200, Y: y}, Points: layout.Rounded([]layout.Point{{X: 5.6, Y: y}, {X: 100, Y: y}, {X: 100, Y: y + 12}, {X: 193, Y: y}})})
	}
	s.Arrows = append(s.Arrows, layout.Arrow{ID: "bare", Color: look.Slate, Pen: 1, HeadTip: layout.Point{X: 400, Y: 200},
		Points: []layout.Point{{X: 250, Y: 150}, {X: 300, Y: 130}, {X: 350, Y: 160}, {X: 400, Y: 200}}})
	return s
}

func TestSVGOfEveryKind(t *testing.T) {
	golden.Check(t, "kinds.svg", encode.SVG(kinds().Picture()))
}

// element is an element of a document with what stands in it.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Elements []element  `xml:",any"`
}

// all returns the elements of some names in the order of the document.
func (e element) all(names ...string) []element {
	var list []element
	for _, in := range e.Elements {
		if slices.Contains(names, in.XMLName.Local) {
			list = append(list, in)
		}
		list = append(list, in.all(names...)...)
	}
	return list
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// readSVG reads an SVG strictly.
func readSVG(t *testing.T, svg []byte) element {
	t.Helper()
	var e element
	if err := xml.Unmarshal(svg, &e); err != nil {
		t.Fatalf("%v in\n%s", err, svg)
	}
	return e
}

// shownAs returns a text as XML holds it and a reader sees it.
func shownAs(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case typeset.Turns(r):
			b.WriteString(typeset.TurnSign(r))
		case r != '\n' && !encode.InXML(r):
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// check compares an SVG with the picture that it was written of: each outline and
// each text is there once, in order, and every word of it to the letter.
func check(t *testing.T, name string, p layout.Picture) {
	t.Helper()
	svg := encode.SVG(p)
	if !bytes.Equal(svg, encode.SVG(p)) {
		t.Errorf("%s: the same picture gives two documents", name)
	}
	root := readSVG(t, svg)
	var texts, hints, ids, links []string
	outlines, ground := 0, 1
	for i, part := range p.Parts {
		for _, text := range part.Texts {
			texts = append(texts, shownAs(text.Text))
		}
		for _, o := range part.Outlines {
			if o.Seen() {
				outlines++
			}
		}
		for list, text := range map[*[]string]string{&hints: part.Hint, &ids: part.ID} {
			if text != "" {
				*list = append(*list, shownAs(text))
			}
		}
		// Parts that lead to one place in one go, and stand for the same, are one link.
		if part.Href != "" && (i == 0 || p.Parts[i-1].Href != part.Href || p.Parts[i-1].Subject != part.Subject) {
			links = append(links, shownAs(part.Href))
		}
	}
	var gotTexts, gotHints, gotIDs, gotLinks []string
	for _, e := range root.all("text") {
		gotTexts = append(gotTexts, e.Text)
	}
	for _, e := range root.all("title")[1:] {
		gotHints = append(gotHints, e.Text)
	}
	for _, e := range root.all("g") {
		if id := e.attr("id"); id != "" {
			gotIDs = append(gotIDs, id)
		}
	}
	for _, e := range root.all("a") {
		gotLinks = append(gotLinks, e.attr("href"))
	}
	for what, lists := range map[string][2][]string{"texts": {gotTexts, texts}, "hints": {gotHints, hints}, "ids": {gotIDs, ids}, "links": {gotLinks, links}} {
		if !slices.Equal(lists[0], lists[1]) {
			t.Errorf("%s: the %s are\n%q, want\n%q", name, what, lists[0], lists[1])
		}
	}
	seen := slices.DeleteFunc(root.all("rect", "ellipse", "polygon", "polyline", "path"), func(e element) bool { return e.attr("fill") == "none" && e.attr("stroke") == "" })
	if len(seen) != outlines+ground {
		t.Errorf("%s: %d shapes are drawn, want %d and the ground", name, len(seen), outlines)
	}
	if root.all("title")[0].Text != shownAs(p.Title) || root.attr("id") != shownAs(p.ID) {
		t.Errorf("%s is called %q, %q", name, root.all("title")[0].Text, root.attr("id"))
	}
	for _, e := range append(seen, root.all("text")...) {
		for _, a := range e.Attrs {
			if longNumber.MatchString(a.Value) || strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
				t.Errorf("%s: %s=%q", name, a.Name.Local, a.Value)
			}
		}
	}
}

var longNumber = regexp.MustCompile(`\.\d\d\d`)

func TestSVGSaysWhatThePictureHolds(t *testing.T) {
	check(t, "kinds", kinds().Picture())
	hard := hardDiagram()
	for name, a := range map[string]diagram.Arrangement{"hard grid": diagram.Grid, "hard ring": diagram.Ring} {
		hard.Arrangement = a
		check(t, name, layout.SceneOf(hard).Picture())
	}
	for _, lang := range samples.Languages() {
		for name, d := range samples.SampleDrawings(t, samples.Fault(t), lang) {
			check(t, name+" "+string(lang.Lang), layout.SceneOf(d).Picture())
		}
	}
}

// Every shape of a scene of any shapes appears once.
func TestSVGOfRandomScenes(t *testing.T) {
	for seed := range seeds.Each(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		pick := func(values ...string) string { return values[r.IntN(len(values))] }
		flip := func() bool { return r.IntN(2) == 0 }
		at := func() layout.Point { return layout.Point{X: 500*r.Float64() - 100, Y: 500 * r.Float64()} }
		s := &layout.Scene{Name: "random", Title: pick(hardTexts...), ArrowsLast: flip()}
		for i := range r.IntN(12) {
			s.Shapes = append(s.Shapes, layout.Shape{Name: fmt.Sprint(i), At: at(), W: 90 * r.Float64(), H: 90 * r.Float64(), Lines: slices.Repeat([]string{pick(hardTexts...)}, r.IntN(4)),
				Look: look.Look{Form: pick(forms...), Rounded: flip(), Dashed: flip(), Double: flip(), Fill: pick("", look.Paper), Stroke: pick("", look.Ink), Pen: float64(r.IntN(3))},
				Font: look.NodeFont, Left: flip(), Head: flip(), Stub: flip(), Ink: pick("", look.Blue), ID: pick("", fmt.Sprint("id ", i)), Href: pick("", "#x"), Hint: pick(append(hardTexts, "")...)})
		}
		for i := range r.IntN(8) {
			s.Arrows = append(s.Arrows, layout.Arrow{Points: []layout.Point{at(), at(), at(), at()}, TailTip: at(), HeadTip: at(), Tail: pick("", "dot", "odot", "box", "diamond", "odiamond"),
				HeadSize: r.Float64(), Color: look.Ink, Pen: 0.5 + r.Float64(), Dashed: flip(), ID: fmt.Sprint("edge ", i), Hint: pick(hardTexts...)})
		}
		check(t, fmt.Sprint("seed ", seed), s.Picture())
	}
}

// FuzzXMLText holds that any text reads back from between tags and from a value.
func FuzzXMLText(f *testing.F) {
	for _, text := range append(hardTexts, "tab\tand\rreturn", "\u202eback", "\ufffe", "'") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		want := shownAs(text)
		e := readSVG(t, []byte(`<svg a="`+encode.XMLText(text)+`">`+encode.XMLText(text)+`</svg>`))
		if e.Text != want || e.attr("a") != want {
			t.Errorf("%q reads back as %q and %q", text, e.Text, e.attr("a"))
		}
	})
}

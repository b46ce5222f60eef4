package html

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tasuki/graph"
	"tasuki/internal/markup"
	"tasuki/render/document"
	"tasuki/render/typeset"
)

// hardTexts are read as markup, styles or scripts where they are not escaped.
var hardTexts = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='x`, `</title></style></section>`, `&lt; &amp; & &#0;`,
	`{{.Title}}`, `<!--`, `]]>`, "障害、対応", "a\u202Eb", "javascript:alert(1)", "width: 1px; }", " ",
}

// sheetOf returns a sheet that has a text wherever one can stand.
func sheetOf(text string) document.Sheet {
	return document.Sheet{Title: text, Parts: []document.SheetPart{
		{Head: text}, {Text: text}, {Note: text}, {Items: []string{text, "end"}}, {Image: &document.SheetImage{File: "drawing.svg", Alt: text}},
		{Table: &document.SheetTable{Roomy: true, Columns: []document.SheetColumn{{Head: text, Share: 1}, {Head: "b", Share: 3}}, Rows: [][]string{{text, "2"}, {"3", text}}}},
	}}
}

// elementsOf reads a page: its elements with their attributes but for what an
// image is, and its texts.
func elementsOf(t *testing.T, page string) (elements []string, texts []string) {
	t.Helper()
	in := xml.NewDecoder(strings.NewReader(page))
	in.Strict, in.AutoClose, in.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		token, err := in.Token()
		if err == io.EOF {
			return elements, texts
		}
		if err != nil {
			t.Fatalf("%v in %s", err, page)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			for _, a := range token.Attr {
				if a.Name.Local == "alt" {
					texts = append(texts, a.Value)
				} else {
					name += fmt.Sprintf(" %s=%q", a.Name.Local, a.Value)
				}
			}
			elements = append(elements, name)
		case xml.CharData:
			if text := strings.Trim(string(token), "\n"); text != "" {
				texts = append(texts, text)
			}
		case xml.Comment:
			t.Errorf("the page has the comment %q", token)
		}
	}
}

// Texts change nothing of a page but its texts, and each stands where it should.
func TestSheetsSayTheirTexts(t *testing.T) {
	page := func(text string) string {
		var b bytes.Buffer
		if err := SheetHTML(&b, graph.English, sheetOf(text), sheetOf("plain")); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	elements, places := elementsOf(t, page("XX"))
	if n := len(slices.DeleteFunc(slices.Clone(places), func(s string) bool { return s != "XX" })); n != 10 {
		t.Errorf("the text stands in %d places, want 10: %q", n, places)
	}
	for _, text := range hardTexts {
		got := page(text)
		theirs, texts := elementsOf(t, got)
		if !slices.Equal(elements, theirs) {
			t.Errorf("%q makes the elements %q, want %q", text, theirs, elements)
		}
		var want []string
		for _, s := range places {
			want = append(want, strings.ReplaceAll(s, "XX", typeset.InOrder(text)))
		}
		if !slices.Equal(texts, want) {
			t.Errorf("%q is said as %q, want %q", text, texts, want)
		}
		if strings.Count(got, "<section>") != 2 || strings.Count(got, "<title>") != 1 {
			t.Errorf("%q makes another page:\n%s", text, got)
		}
	}
}

// The columns of a table take all of its width, in the shares that are theirs.
func TestSharesOfColumns(t *testing.T) {
	for _, shares := range [][]float64{{1}, {1, 1, 1}, {5.6, 9.8, 9.8, 5, 5.6, 5.2, 3.6, 5.6}, {0.1, 10}} {
		var table document.SheetTable
		sum := 0.0
		for _, s := range shares {
			table.Columns = append(table.Columns, document.SheetColumn{Share: s})
			sum += s
		}
		total := 0.0
		for i, css := range percents(table) {
			x, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimPrefix(string(css), "width: "), "%"), 64)
			if err != nil || math.Abs(x-100*shares[i]/sum) > 0.06 {
				t.Errorf("of the shares %v, column %d is styled %q (%v)", shares, i+1, css, err)
			}
			total += x
		}
		if math.Abs(total-100) > 0.05*float64(len(shares))+1e-9 {
			t.Errorf("the shares %v take %g percent", shares, total)
		}
	}
}

// A page without anything on it, and one without a sheet, are pages still.
func TestSheetsOfLittle(t *testing.T) {
	for _, sheets := range [][]document.Sheet{{{}}, {{Title: "x", Parts: []document.SheetPart{{}, {Table: &document.SheetTable{}}}}}} {
		var b bytes.Buffer
		if err := SheetHTML(&b, graph.Japanese, sheets...); err != nil {
			t.Fatal(err)
		}
		markup.CheckMarkup(t, b.String())
		if !strings.Contains(b.String(), `<html lang="ja">`) {
			t.Errorf("the page does not say its language:\n%s", b.String())
		}
	}
}

// What describes a drawing is escaped, and what it is described by in the file is
// left out.
func TestDescribedDrawings(t *testing.T) {
	for _, text := range hardTexts {
		got, err := InlineSVG([]byte(`<svg id="old" width="10px" height="5px" aria-label="old" viewBox="0 0 10 5"><title>t</title></svg>`), "d1", text)
		if err != nil {
			t.Fatal(err)
		}
		var svg struct {
			ID    string `xml:"id,attr"`
			Label string `xml:"aria-label,attr"`
			Width string `xml:"width,attr"`
			Title string `xml:"title"`
		}
		if err := xml.Unmarshal([]byte(got), &svg); err != nil || svg.ID != "d1" || svg.Label != text || svg.Width != "10" || svg.Title != "t" {
			t.Errorf("described by %q: %s (%v)", text, got, err)
		}
		if n := len(regexp.MustCompile(`aria-label=`).FindAllString(string(got), -1)); n != 1 {
			t.Errorf("%d descriptions in %s", n, got)
		}
	}
}

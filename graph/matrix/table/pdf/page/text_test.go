package page

import (
	"fmt"
	"strings"
	"testing"

	"tasuki/graph/matrix/table/pdf/object"
	"tasuki/internal/booktext"
)

// pagesOf returns the pages of a file.
func pagesOf(t testing.TB, data []byte) (list []*Page, err error) {
	t.Helper()
	f, err := object.Open(data)
	if err != nil {
		return nil, err
	}
	return list, Each(f, func(p *Page) error { list = append(list, p); return nil })
}

// withFont draws a content with a font FX, which further objects from 8 on may describe.
func withFont(font, content string, objects ...string) []byte {
	list := booktext.PagesObjects("", content)
	list[1] = strings.Replace(list[1], "/Font <<", "/Font << /FX "+font, 1)
	return booktext.PDF(append(list, objects...)...)
}

// TestCharacters reads what the codes of fonts stand for.
func TestCharacters(t *testing.T) {
	const identity = "<< /Subtype /Type0 /Encoding /Identity-H /ToUnicode 8 0 R >>"
	cmap := func(text string) string { return booktext.Stream("", text) }
	for _, tt := range []struct {
		name, font, codes, want string
		objects                 []string
	}{
		{"Windows", "<< /Subtype /TrueType /Encoding /WinAnsiEncoding >>", "<41 95 e9 80>", "A•é€", nil},
		{"Mac", "<< /Subtype /TrueType /Encoding /MacRomanEncoding >>", "<41 a5 8e de>", "A•éfi", nil},
		{"standard", "<< /Subtype /Type1 /BaseFont /Times-Roman >>", "<41 27 b7 ae>", "A’•fi", nil},
		{"differences", "<< /Subtype /Type1 /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /circle /Eacute /uni25B3 /u1F600 /a.alt /nobody] >> >>", "<01 02 03 04 05 06 41>", "○É△😀a\uFFFDA", nil},
		{"embedded, and of its own", "<< /Subtype /Type1 /FontDescriptor << /Flags 4 /FontFile 1 0 R >> >>", "<41>", "\uFFFD", nil},
		{"dingbats", "<< /Subtype /Type1 /BaseFont /ZapfDingbats >>", "(4l)", "✔●", nil},
		{"Wingdings", "<< /Subtype /TrueType /BaseFont /ABCDEF+Wingdings-Regular /ToUnicode 8 0 R >>", "<fc 6c>", "✓●", []string{cmap("1 beginbfchar <fc> <f0fc> endbfchar")}},
		{"single codes", identity, "<0001 0002 0009>", "運fi\uFFFD", []string{cmap("2 beginbfchar <0001> <904b> <0002> <00660069> endbfchar")}},
		{"ranges", identity, "<0010 0012 0020 0021>", "ACx○", []string{cmap("2 beginbfrange <0010> <0015> <0041> <0020> <0021> [<0078> <25cb>] endbfrange")}},
		{"pairs of surrogates", identity, "<0001>", "𠮷", []string{cmap("1 beginbfchar <0001> <d842dfb7> endbfchar")}},
		{"parts of ideographs", identity, "<0001 0002>", "目長", []string{cmap("2 beginbfchar <0001> <2f6c> <0002> <2ed1> endbfchar")}},
		{"Unicode", "<< /Subtype /Type0 /Encoding /UniJIS-UTF16-H >>", "<904b 0041 d842dfb7>", "運A𠮷", nil},
		{"Shift_JIS", "<< /Subtype /Type0 /Encoding /90ms-RKSJ-H >>", "<8140 8989 41 b1 ff>", "\u3000演A\uFF71\uFFFD", nil},
		{"a map in the file", "<< /Subtype /Type0 /Encoding 8 0 R /ToUnicode 9 0 R >>", "<41 8140>", "xy", []string{
			cmap("1 begincodespacerange <00> <7f> endcodespacerange 1 begincodespacerange <8100> <9fff> endcodespacerange 1 begincidrange <00> <7f> 1 endcidrange"), cmap("2 beginbfchar <41> <0078> <8140> <0079> endbfchar")}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list, err := pagesOf(t, withFont(tt.font, "BT /FX 10 Tf 50 700 Td "+tt.codes+" Tj ET", tt.objects...))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, g := range list[0].Glyphs {
				got += g.Text
			}
			if got != tt.want || list[0].Unknown != strings.Count(got, missing) {
				t.Errorf("got %q, %d unknown; want %q", got, list[0].Unknown, tt.want)
			}
		})
	}
}

// TestPlaces puts characters where the operators say.
func TestPlaces(t *testing.T) {
	const font = "<< /Subtype /Type1 /Encoding /WinAnsiEncoding /FirstChar 32 /Widths [250] /FontDescriptor << /MissingWidth 500 >> >>"
	for _, tt := range []struct{ name, content, want string }{
		{"one after the other", "BT /FX 10 Tf 50 700 Td (ab) Tj ET", "a50 b55"},
		{"moved by numbers", "BT /FX 10 Tf 50 700 Td [(a) -1000 (b)] TJ ET", "a50 b65"},
		{"spacing", "BT /FX 10 Tf 2 Tc 5 Tw 50 700 Td (a b) Tj ET", "a50 b66.5"},
		{"scaled", "BT /FX 10 Tf 200 Tz 50 700 Td (ab) Tj ET", "a50 b60"},
		{"lines", "BT /FX 10 Tf 12 TL 50 700 Td (a) Tj T* (b) Tj 3 -10 TD (c) Tj (d) ' ET", "a50 b50/12 c53/22 d53/32"},
		{"in one operator", "BT /FX 10 Tf 12 TL 50 700 Td 5 1 (a b) \" ET", "a50/12 b64.5/12"},
		{"transformed", "q 2 0 0 2 10 0 cm BT /FX 5 Tf 1 0 0 1 20 350 Tm (ab) Tj ET Q BT /FX 10 Tf 50 690 Td (c) Tj ET", "a50 b55 c50/10"},
		{"raised", "BT /FX 10 Tf 50 700 Td (a) Tj 4 Ts (b) Tj ET", "a50 b55/-4"},
		{"a picture between", "BI /W 1 /H 1 ID EI(x) \x00 EI BT /FX 10 Tf 50 700 Td (a) Tj ET", "a50"},
		{"unbalanced", "Q Q BT /FX 10 Tf 50 700 Td (a) Tj ) > ] }", "a50"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list, err := pagesOf(t, withFont(font, tt.content))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, g := range list[0].Glyphs {
				if strings.TrimSpace(g.Text) == "" {
					continue
				}
				at := fmt.Sprintf("%s%.4g", g.Text, g.Left)
				if y := g.Bottom - 102; y > 0.1 || y < -0.1 {
					at += fmt.Sprintf("/%.4g", y)
				}
				got = append(got, at)
			}
			if text := strings.Join(got, " "); text != tt.want {
				t.Errorf("got %s, want %s", text, tt.want)
			}
		})
	}
}

// TestFields reads what was filled into a form, and no note.
func TestFields(t *testing.T) {
	shown := booktext.Stream("/Subtype /Form /BBox [0 0 50 20] /Resources << /Font << /F2 << /Subtype /Type1 >> >> >>", "BT /F2 10 Tf 2 5 Td (R) Tj ET")
	list := booktext.PagesObjects("/X 1", booktext.Show(50, 700, "a"))
	list[5] = strings.Replace(list[5], "/Type /Page ", "/Type /Page /Annots [<< /Subtype /Widget /Rect [100 690 150 710] /AP << /N 8 0 R >> >> << /Subtype /Text /Rect [0 0 9 9] /AP << /N 8 0 R >> >>] ", 1)
	pages, err := pagesOf(t, booktext.PDF(append(list, shown)...))
	if err != nil || len(pages[0].Glyphs) != 2 || pages[0].Glyphs[1].Text != "R" || pages[0].Glyphs[1].Left != 102 {
		t.Errorf("pages %+v, %v", pages[0], err)
	}
}

// FuzzMap reads maps of fonts that may be anything.
func FuzzMap(f *testing.F) {
	f.Add("1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfrange <0010> <0015> <0041> <0020> <0021> [<0078> <25cb>] endbfrange")
	f.Fuzz(func(t *testing.T, text string) {
		_, _ = pagesOf(t, withFont("<< /Subtype /Type0 /Encoding 8 0 R /ToUnicode 8 0 R >>", "BT /FX 10 Tf 50 700 Td <00410042ffff10> Tj ET", booktext.Stream("", text)))
	})
}

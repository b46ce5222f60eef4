package booktext

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// PDF returns a file of objects that are numbered from 1, the first of which is its root.
func PDF(objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	var places []int
	for i, text := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, text)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, place := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", place)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return []byte(b.String())
}

// Stream returns an object with bytes; entries stand in its dictionary.
func Stream(entries, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data)
}

// PagesObjects returns the objects of pages of 600 by 800 points, whose entries are given
// too, with what draws each. The font F1 has the characters of Unicode by their numbers,
// half as wide as high up to U+007E; F2 is Helvetica; F3 has the codes of Shift_JIS,
// and F4 does not say which characters it has.
func PagesObjects(entries string, contents ...string) []string {
	const toUnicode = "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange"
	const fonts = "/F1 4 0 R /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> " +
		"/F3 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Subtype /CIDFontType0 /DW 1000 >>] >> " +
		"/F4 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 >>] >>"
	list := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "",
		"<< /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] >>",
		"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [3 0 R] /ToUnicode 5 0 R >>",
		Stream("", toUnicode),
	}
	var kids []string
	for _, c := range contents {
		n := len(list) + 1
		kids = append(kids, fmt.Sprintf("%d 0 R", n))
		list = append(list, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", n+1), Stream("", c))
	}
	list[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 600 800] /Resources << /Font << %s >> >> %s >>", len(kids), strings.Join(kids, " "), fonts, entries)
	return list
}

// Pages returns a file of such pages.
func Pages(contents ...string) []byte { return PDF(PagesObjects("", contents...)...) }

// Show draws a text of 10 points in F1 from a place, which counts from the lower left
// corner.
func Show(x, y float64, text string) string {
	var hex strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&hex, "%04x", unit)
	}
	return fmt.Sprintf("BT /F1 10 Tf %g %g Td <%s> Tj ET\n", x, y, hex.String())
}

// Grid draws a table with lines around its cells, down from a height, with columns of the
// widths given and rows as high as their lines of text need.
func Grid(top float64, widths []float64, cells [][]string) string {
	var b strings.Builder
	for _, row := range cells {
		lines := 1
		for _, text := range row {
			lines = max(lines, strings.Count(text, "\n")+1)
		}
		height, left := float64(lines)*12+4, 20.0
		for i, text := range row {
			fmt.Fprintf(&b, "%g %g %g %g re S\n", left, top-height, widths[i], height)
			for j, line := range strings.Split(text, "\n") {
				if line != "" {
					b.WriteString(Show(left+3, top-12-12*float64(j), line))
				}
			}
			left += widths[i]
		}
		top -= height
	}
	return b.String()
}

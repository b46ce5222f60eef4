package paint

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"tasuki/graph/said"
	"tasuki/render/layout"
	"tasuki/render/pdffile"
	"tasuki/render/truetype"
	"tasuki/render/typeset"
)

// printout is a PDF with its font. Text in it is numbered with two bytes per character: characters
// above U+FFFF get codes that no other has, and a map says what they are.
type printout struct {
	pdf   *fpdf.Fpdf
	used  map[rune]bool   // what is written
	codes map[rune]uint16 // of those characters; nil while it is found out what is written
}

// printed writes a PDF of what fill puts on pages. The file has the glyphs in use and no
// others, so that fill is called twice, and the first time to hear what it writes: a font of
// any kind can be embedded so, and its outlines are enough.
func (p Painter) printed(w io.Writer, paper Paper, title string, fill func(*printout)) error {
	draft := newPrintout(paper, title, p.Font.embedded(nil, nil))
	fill(draft)
	list := codesOf(draft.used)
	doc := newPrintout(paper, title, p.Font.embedded(draft.used, list))
	doc.codes = list
	fill(doc)
	var out bytes.Buffer
	if err := doc.pdf.Output(&out); err != nil {
		return said.Errorf("writing a PDF: %w", err)
	}
	pdf, err := pdffile.Mapped(out.Bytes(), list)
	if err != nil {
		return err
	}
	if _, err := w.Write(pdf); err != nil {
		return said.Errorf("writing a PDF: %w", err)
	}
	return nil
}

// newPrintout returns an empty PDF, whose bytes depend on what is put into it and on nothing
// else.
func newPrintout(paper Paper, title string, font []byte) *printout {
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: paper.width, Ht: paper.height}})
	doc.SetCatalogSort(true)
	always := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	doc.SetCreationDate(always)
	doc.SetModificationDate(always)
	doc.SetTitle(pdffile.UTF16(typeset.InOrder(title)), false)
	doc.SetProducer("tasuki", false)
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.AddUTF8FontFromBytes(typeface, "", font)
	return &printout{pdf: doc, used: map[rune]bool{}}
}

// use says that a text is going to be written.
func (doc *printout) use(text string) {
	for _, r := range shown(text) {
		doc.used[r] = true
	}
}

// write writes a line of text in the font and the colour in force.
func (doc *printout) write(x, y float64, line string) {
	doc.use(line)
	doc.pdf.Text(x, y, strings.Map(func(r rune) rune {
		switch code, ok := doc.codes[r]; {
		case ok:
			return rune(code)
		case r > 0xFFFF:
			return ' ' // in a draft
		}
		return r
	}, shown(line)))
}

// codesOf returns codes for the characters above U+FFFF, in their order: of the private use
// area, and then of the kanji, those that are not in use.
func codesOf(used map[rune]bool) map[rune]uint16 {
	codes := map[rune]uint16{}
	next := rune(0xE000)
	for _, r := range inOrder(used) {
		if r <= 0xFFFF {
			continue
		}
		for used[next] {
			next++
		}
		if next == 0xF900 {
			next = 0x3400
			for used[next] {
				next++
			}
		}
		if next == 0xD800 {
			break // nobody writes some fifty thousand of them
		}
		codes[r] = uint16(next)
		next++
	}
	return codes
}

// inOrder returns the keys of a map in their order.
func inOrder[V any](of map[rune]V) []rune {
	var list []rune
	for r := range of {
		list = append(list, r)
	}
	slices.Sort(list)
	return list
}

// embedded returns a TrueType font of some characters, those in codes by their codes.
func (f *Font) embedded(used map[rune]bool, codes map[rune]uint16) []byte {
	out := truetype.Font{PerEm: f.perEm(), Ascent: f.perEm() * 88 / 100, Descent: -f.perEm() * 12 / 100}
	byCode := map[rune]rune{}
	for r := range used {
		if code, ok := codes[r]; ok {
			byCode[rune(code)] = r
		} else if r > 0 && r < 0xFFFF {
			byCode[r] = r
		}
	}
	for _, code := range inOrder(byCode) {
		r := byCode[code]
		g := truetype.Glyph{Code: uint16(code), Advance: f.Width(string(r), float64(out.PerEm))}
		for _, s := range f.outline(r, layout.Point{}, float64(out.PerEm)) {
			g.Outline = append(g.Outline, truetype.Step{Kind: s.Kind, By: [2]truetype.Point{truetype.Point(s.By[0]), truetype.Point(s.By[1])}, To: truetype.Point(s.To)})
		}
		out.Glyphs = append(out.Glyphs, g)
	}
	return out.Bytes()
}

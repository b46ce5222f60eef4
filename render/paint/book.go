package paint

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"tasuki/graph/said"
	"tasuki/render/paint/pen"
	"tasuki/render/pdffile"
	"tasuki/render/typeset"
)

// Book is a document whose pages are set.
type Book struct {
	Title     string
	Lang      string
	Leaves    []Leaf
	Bookmarks []Bookmark
}

// Size returns the width and the height of a paper that stands upright.
func (p Paper) Size() (width, height float64) { return p.width, p.height }

// Paintable returns a text as it can be painted in a PDF.
func (p Painter) Paintable(text string) string { return p.paintable(text) }

// Book paints pages that are set, with links between them and an outline beside
// them. Equal books give equal bytes.
func (p Painter) Book(w io.Writer, book Book) error {
	var out bytes.Buffer
	if err := p.printed(&out, A4, book.Title, func(doc *printout) { p.leaves(doc, book) }); err != nil {
		return err
	}
	text, err := pdffile.Titled(out.Bytes())
	if err != nil {
		return err
	}
	if _, err := w.Write(text); err != nil {
		return said.Errorf("writing a PDF: %w", err)
	}
	return nil
}

// leaves paints the pages of a book.
func (p Painter) leaves(doc *printout, book Book) {
	doc.pdf.SetLang(book.Lang)
	doc.pdf.SetXmpMetadata(described(book))
	doc.pdf.SetFont(typeface, "", numberSize)
	at := map[Place]int{}
	place := func(to Place) int {
		if at[to] == 0 {
			at[to] = doc.pdf.AddLink()
			doc.pdf.SetLink(at[to], to.Y, to.Leaf+1)
		}
		return at[to]
	}
	next := 0
	for i, leaf := range book.Leaves {
		doc.pdf.AddPageFormat("", fpdf.SizeType{Wd: leaf.Width, Ht: leaf.Height})
		p.leaf(doc, leaf)
		for _, l := range leaf.Links {
			doc.pdf.Link(l.X, l.Y, l.W, l.H, place(l.To))
		}
		for ; next < len(book.Bookmarks) && book.Bookmarks[next].Leaf == i; next++ {
			// The library takes all pages to be as high as the last one. What is shown beside
			// pages is shown in a font of the reader's.
			b := book.Bookmarks[next]
			doc.pdf.Bookmark(pdffile.Paired(typeset.InOrder(b.Title)), b.Level, b.Y+book.Leaves[len(book.Leaves)-1].Height-leaf.Height)
		}
	}
}

// leaf paints a page: what lies under the words first.
func (p Painter) leaf(doc *printout, leaf Leaf) {
	on := pdfCanvas{pen.Projection{Scale: 1}, p.Font, doc}
	for _, b := range leaf.Panels {
		doc.pdf.SetDashPattern(nil, 0)
		doc.pdf.SetLineWidth(0.5)
		for _, layer := range []struct {
			color color.Color
			style string
		}{{b.Fill, "F"}, {b.Line, "D"}} {
			if layer.color != nil {
				on.color(layer.color)
				doc.pdf.Rect(b.X, b.Y, b.W, b.H, layer.style)
			}
		}
	}
	for _, c := range leaf.Cuts {
		pl := plan{width: leaf.Width, height: leaf.Height, scale: c.scale, pages: c.pages}
		p.hang(doc, c.scene, pl, c.number, c.X, leaf.Height-c.Y)
	}
	doc.pdf.SetDashPattern(nil, 0)
	for _, w := range leaf.Words {
		on.color(w.Color)
		doc.pdf.SetFont(typeface, "", w.Size)
		if w.Bold {
			doc.pdf.SetLineWidth(Boldness * w.Size)
			doc.pdf.SetTextRenderingMode(2)
		}
		doc.write(w.X, w.Y, w.Text)
		if w.Bold {
			doc.pdf.SetTextRenderingMode(0)
		}
	}
}

// described returns title and language as XMP, where readers look that do not know
// the older properties.
func described(book Book) []byte {
	var title, lang bytes.Buffer
	// Writing into memory does not fail.
	_ = xml.EscapeText(&title, []byte(typeset.InOrder(book.Title)))
	_ = xml.EscapeText(&lang, []byte(book.Lang))
	return fmt.Appendf(nil, `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>tasuki</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`, title.Bytes(), lang.Bytes())
}

package paint

import (
	"cmp"
	"slices"

	"codeberg.org/go-pdf/fpdf"

	"tasuki/render/document"
	"tasuki/render/typeset"
)

// Sizes of text on sheets below the title, in points, and how far apart lines are.
const (
	headSize = 12.0
	bodySize = 10.0 // of running text, unless the sheet says otherwise
	noteSize = 9.0
	cellSize = 9.0
	leading  = 1.45
	mark     = 11.0 // the room that the mark of an item takes
)

// setter sets the text of a sheet, from the top of each page down.
type setter struct {
	*press
	width, height float64 // of the page
	body          float64 // the size of running text
	y             float64 // where the next line begins, from the top
}

// sheet sets a sheet on pages of its own.
func (p *press) sheet(sheet document.Sheet) {
	sheet = mapSheet(sheet, p.paintable)
	s := &setter{press: p, width: p.paper.width, height: p.paper.height, body: cmp.Or(sheet.Size, bodySize)}
	if sheet.Turned {
		s.width, s.height = s.height, s.width
	}
	s.page()
	s.paragraph(sheet.Title, titleSize, 0, true)
	for _, part := range sheet.Parts {
		s.part(part)
	}
}

// mapSheet returns a sheet with what f makes of each of its texts.
func mapSheet(sheet document.Sheet, f func(string) string) document.Sheet {
	all := func(texts []string) []string {
		out := slices.Clone(texts)
		for i, text := range texts {
			out[i] = f(text)
		}
		return out
	}
	sheet.Title = f(sheet.Title)
	sheet.Parts = slices.Clone(sheet.Parts)
	for i := range sheet.Parts {
		part := &sheet.Parts[i]
		part.Head, part.Text, part.Note, part.Items = f(part.Head), f(part.Text), f(part.Note), all(part.Items)
		if part.Table == nil {
			continue
		}
		table := *part.Table
		table.Columns, table.Rows = slices.Clone(table.Columns), slices.Clone(table.Rows)
		for j := range table.Columns {
			table.Columns[j].Head = f(table.Columns[j].Head)
		}
		for j, row := range table.Rows {
			table.Rows[j] = all(row)
		}
		part.Table = &table
	}
	return sheet
}

// part sets one part of a sheet. Images are for pages on the screen.
func (s *setter) part(part document.SheetPart) {
	switch {
	case part.Head != "":
		// A heading does not stay behind at the foot of a page.
		if s.y += 8; s.left() < 5*headSize*leading {
			s.page()
		}
		s.paragraph(part.Head, headSize, 0, true)
	case part.Text != "":
		s.paragraph(part.Text, s.body, 0, false)
		s.y += 4
	case part.Note != "":
		s.y += 3
		s.paragraph(part.Note, noteSize, 0, false)
	case part.Items != nil:
		for _, item := range part.Items {
			s.item(item)
		}
		s.y += 2
	case part.Table != nil:
		s.table(*part.Table)
	}
}

// page begins a page.
func (s *setter) page() {
	s.doc.pdf.AddPageFormat("", fpdf.SizeType{Wd: s.width, Ht: s.height})
	s.y = margin
}

// left returns what is left of the page.
func (s *setter) left() float64 { return s.height - margin - footer - s.y }

// paragraph sets a text in as many lines as it needs.
func (s *setter) paragraph(text string, size, indent float64, bold bool) {
	for _, line := range s.wrap(text, size, s.width-2*margin-indent) {
		if s.left() < size*leading {
			s.page()
		}
		s.line(line, margin+indent, s.y, size, bold)
		s.y += size * leading
	}
}

// item sets an entry of a list.
func (s *setter) item(text string) {
	if s.left() < s.body*leading {
		s.page()
	}
	s.line("–", margin, s.y, s.body, false)
	s.paragraph(text, s.body, mark, false)
	s.y += 1.5
}

// wrap breaks a text into lines of a width.
func (s *setter) wrap(text string, size, width float64) []string {
	return typeset.WrapBy(text, width, func(r rune) float64 { return s.Font.Width(string(r), size) })
}

// line writes a line whose top is at a height from the top of the page.
func (s *setter) line(text string, x, y, size float64, bold bool) {
	s.doc.pdf.SetFont(typeface, "", size)
	s.doc.pdf.SetTextColor(0, 0, 0)
	if bold {
		s.doc.pdf.SetDrawColor(0, 0, 0)
		s.doc.pdf.SetLineWidth(Boldness * size)
		s.doc.pdf.SetTextRenderingMode(2)
		defer s.doc.pdf.SetTextRenderingMode(0)
	}
	s.doc.write(x, y+size*(leading+0.7)/2, text)
}

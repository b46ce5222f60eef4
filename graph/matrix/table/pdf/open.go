package pdf

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/pdf/object"
	"tasuki/graph/matrix/table/pdf/page"
	"tasuki/graph/said"
)

// Open lists the tables of a PDF in the order of its pages. A table that goes on over
// several pages is one.
func Open(f table.File) (table.Book, error) {
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return table.Book{}, err
	}
	data := make([]byte, size)
	if _, err := f.ReadAt(data, 0); err != nil && !errors.Is(err, io.EOF) {
		return table.Book{}, err
	}
	file, err := object.Open(data)
	if err != nil {
		return table.Book{}, err
	}
	var r reader
	if err := page.Each(file, r.read); err != nil {
		return table.Book{}, err
	}
	return r.book()
}

// reader gathers tables from pages.
type reader struct {
	pages, letters int
	unknown        int
	outside        int
	unseen         int
	sheets         []*sheet
	loose          *loose      // the table without lines of the page before
	aside          []said.Note // texts that stand in no table, the first of them
	more           int         // how many others
	dense          []said.Note // pages whose texts stand in too many columns
	touched        int
	text           int
}

var (
	errNoText  = said.New("the PDF has no text that can be read, only pictures, as a scan has; recognize its text (OCR) and save the table as .xlsx, or type it into a CSV file")
	errNoTable = said.New("the PDF has text, but nothing in it looks like a table; save the table as .xlsx or .docx in the program that it was made with, or type it into a CSV file")
)

func (r *reader) read(p *page.Page) error {
	r.pages++
	r.unknown, r.outside, r.unseen = r.unknown+p.Unknown, r.outside+p.Outside, r.unseen+p.Unseen
	r.letters += len(p.Glyphs)
	found, rest, err := r.ruled(p)
	if err != nil {
		return said.Errorf("page %d: %w", p.Number, err)
	}
	for _, g := range rest {
		if g.Cut && !blank(g.Text) {
			r.outside++
		}
	}
	before := r.loose
	var left []string
	if r.loose, left = spread(p, rest, before); r.loose != nil && r.loose != before {
		found = append(found, &sheet{loose: r.loose, pages: r.loose.pages})
	}
	for _, text := range left {
		if r.more++; len(r.aside) < mostSaid {
			r.aside = append(r.aside, said.Notef("%q on page %d", table.Cut(text, 40), p.Number))
			r.more--
		}
	}
	for i, s := range found {
		for _, cells := range s.cells {
			for _, text := range cells {
				r.text += len(text)
			}
		}
		if r.text > maxText {
			return said.Errorf("the tables of the PDF have more than %d MiB of text; print the pages with the matrix alone to a new PDF", maxText>>20)
		}
		if i == 0 && r.goesOn(s) {
			r.sheets[len(r.sheets)-1].add(s)
			continue
		}
		r.sheets = append(r.sheets, s)
	}
	return nil
}

// goesOn reports whether a table continues the last one.
func (r *reader) goesOn(s *sheet) bool {
	n := len(r.sheets)
	return n > 0 && r.sheets[n-1].goesOn(s)
}

// ruled returns the tables between lines of a page, from top to bottom, and the
// characters that stand in none of them.
func (r *reader) ruled(p *page.Page) ([]*sheet, []page.Glyph, error) {
	near := nearness(p.Glyphs)
	across, down := joined(p.Rules, near)
	if r.touched += len(across) * len(down); r.touched > maxTouches {
		return nil, nil, said.Errorf("it draws more lines than tables have; print the pages with the matrix alone to a new PDF")
	}
	list := slices.DeleteFunc(grids(across, down, near), func(g *grid) bool {
		return g.rows() == 1 && !r.goesOn(&sheet{pages: []start{{p.Number, 1}}, xs: g.xs, ruled: true}) // a box around headings is no table
	})
	for _, g := range list {
		if g.columns()*g.rows() > maxCells || g.columns() > table.MaxColumn {
			return nil, nil, said.Errorf("it draws a table of %d rows and %d columns, and at most %d cells are read; print the pages with the matrix alone to a new PDF", g.rows(), g.columns(), maxCells)
		}
		g.part()
	}
	slices.SortStableFunc(list, func(a, b *grid) int { return cmp.Compare(a.size(), b.size()) })
	var rest []page.Glyph
	for _, text := range texts(p.Glyphs) {
		i := slices.IndexFunc(list, func(g *grid) bool { return g.covers(text[0].X, text[0].Y) })
		if i >= 0 {
			list[i].keep(text)
		}
		for _, c := range text {
			if !slices.ContainsFunc(list, func(g *grid) bool { return g.take(c) }) {
				rest = append(rest, c)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b *grid) int { return cmp.Or(cmp.Compare(a.ys[0], b.ys[0]), cmp.Compare(a.xs[0], b.xs[0])) })
	var sheets []*sheet
	for _, g := range list {
		if s := g.sheet(p.Number); len(s.cells) > 0 && slices.ContainsFunc(s.cells, func(cells []string) bool { return len(cells) > 0 }) {
			sheets = append(sheets, s)
		}
	}
	return sheets, rest, nil
}

// nearness returns how far lines may stand apart that are one: no column and no row of
// text is that narrow.
func nearness(glyphs []page.Glyph) float64 {
	var sizes []float64
	for _, g := range glyphs {
		sizes = append(sizes, g.Size)
	}
	if len(sizes) == 0 {
		return 1.5
	}
	slices.Sort(sizes)
	return min(max(0.4*sizes[len(sizes)/2], 1.5), 4)
}

// join tells the rows of tables without lines, and joins tables of pages that follow each
// other and have the same headings.
func (r *reader) join() {
	var list []*sheet
	for _, s := range r.sheets {
		if s.loose != nil && s.loose.columns.many {
			r.dense = append(r.dense, said.Notef("page %d", s.pages[0].page))
			continue
		}
		if s.loose != nil {
			s = s.loose.sheet()
		}
		n := len(list)
		switch {
		case n > 0 && list[n-1].heads(s):
			list[n-1].add(s)
			continue
		case n > 0 && list[n-1].end()+1 == s.pages[0].page && list[n-1].ruled == s.ruled && (!s.ruled || len(list[n-1].xs) == len(s.xs)):
			s.may = true
		}
		list = append(list, s)
	}
	r.sheets = list
}

// book returns what was found.
func (r *reader) book() (table.Book, error) {
	if r.letters == 0 {
		return table.Book{}, errNoText
	}
	if r.join(); len(r.sheets) == 0 {
		return table.Book{}, errNoTable
	}
	var b table.Book
	numbers := map[int]int{}
	for _, s := range r.sheets {
		first := s.pages[0].page
		numbers[first]++
		name := named(first, numbers[first])
		b.Sheets = append(b.Sheets, table.Sheet{Name: name, Rows: s.rows(), Text: func() (bool, error) { return true, nil }})
		b.Assumptions = append(b.Assumptions, s.assumptions(name)...)
		if n := len(b.Sheets); s.may {
			b.Assumptions = append(b.Assumptions, said.Notef("table: %q may continue %q, but its columns stand elsewhere and its headings are others, so it is read as a table of its own; look whether marks of it are missing", name, b.Sheets[n-2].Name))
		}
	}
	b.Assumptions = append(b.Assumptions, r.assumptions()...)
	return b, nil
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }

package xlsx

import (
	"archive/zip"
	"tasuki/graph/matrix/table"
	"tasuki/graph/matrix/table/parts"
)

// Open reads the structure of a workbook. A sheet is read as it is shown: numbers
// and dates in their formats, formulas as the values that were last computed, the text
// of a merged range in each of its cells. What a sheet hides is read as well: rows,
// columns, and texts whose format hides them.
func Open(f table.File) (table.Book, error) {
	b, err := openBook(f)
	if err != nil {
		return table.Book{}, err
	}
	return b.open(), nil
}

// Stored reads the structure of a workbook as [Open] does, but a number is read as it is
// stored: a date as the days since 30 December 1899 or, where since1904, since 1 January
// 1904, a time as a part of a day. How a cell shows a date may leave open which of two it is.
func Stored(f table.File) (book table.Book, since1904 bool, err error) {
	b, err := openBook(f)
	if err != nil {
		return table.Book{}, false, err
	}
	b.stored = true
	return b.open(), b.date1904, nil
}

func (b *book) open() table.Book {
	var out table.Book
	for _, s := range b.sheets {
		out.Sheets = append(out.Sheets, table.Sheet{
			Name: s.name, Hidden: !s.visible, Rows: b.rows(s.part),
			Text: func() (bool, error) { return hasText(s.part) },
		})
	}
	return out
}

// rows returns the rows of a sheet.
func (b *book) rows(part *zip.File) table.Rows {
	return func(yield func(table.Row, error) bool) {
		if err := b.read(part, yield); err != nil {
			yield(table.Row{}, err)
		}
	}
}

// read calls yield with each row of a sheet until it returns false, or returns
// an error.
func (b *book) read(part *zip.File, yield func(table.Row, error) bool) error {
	if b.texts == nil {
		texts, err := readStrings(b.strings)
		if err != nil {
			return err
		}
		b.texts = &texts
	}
	ranges, err := mergedRanges(part)
	if err != nil {
		return err
	}
	s := &sheetReader{texts: *b.texts, format: formatter{book: b}, styles: &b.fonts, merged: table.NewMerger(ranges), yield: yield}
	defer s.format.close()
	return parts.Walk(part, parts.MaxRead, s.visit)
}

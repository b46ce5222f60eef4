package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"tasuki/graph/said"
)

// Sheet is one sheet of a workbook: a row of headings, then rows of cells.
type Sheet struct {
	Name    string // at most 31 characters, none of :\/?*[]
	Columns []string
	Rows    [][]any // strings, ints, float64s, bools, and nil for an empty cell
	WriteIn []int   // columns, from 0, that people write sentences into
}

// longest is how many UTF-16 units Excel keeps of a cell's text.
const longest = 32767

// Write writes the sheets in their order. Equal sheets give equal bytes. It
// fails when two sheets share a name or one cannot be a name of a sheet, when a
// row has more cells than there are columns, and when a text is longer than a
// cell may hold, of which nothing is cut off.
func Write(w io.Writer, sheets ...Sheet) error {
	if len(sheets) == 0 {
		return said.New("writing a workbook: it has no sheet")
	}
	return write(w, sheets, Form{})
}

// write writes sheets, the first of which offers the choices of a form and has its blanks.
func write(w io.Writer, sheets []Sheet, form Form) error {
	f := excelize.NewFile()
	defer f.Close()
	b := book{File: f}
	if err := b.styles(); err != nil {
		return said.Errorf("writing a workbook: %w", err)
	}
	for i, s := range sheets {
		if err := b.add(i, s, form); err != nil {
			return said.Errorf("writing the sheet %q of a workbook: %w", s.Name, err)
		}
		form = Form{}
	}
	if err := b.addLists(); err != nil {
		return said.Errorf("writing the sheet %q of a workbook: %w", listsName, err)
	}
	if err := inOrder(w, f); err != nil {
		return said.Errorf("writing a workbook: %w", err)
	}
	return nil
}

// inOrder writes the parts of a workbook by name: excelize writes sheets as the
// iteration over a map has them.
func inOrder(w io.Writer, f *excelize.File) error {
	b, err := f.WriteToBuffer()
	if err != nil {
		return err
	}
	parts, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(parts.File, func(x, y *zip.File) int { return cmp.Compare(x.Name, y.Name) })
	ordered := zip.NewWriter(w)
	for _, part := range parts.File {
		if err := ordered.Copy(part); err != nil {
			return err
		}
	}
	return ordered.Close()
}

// book is a workbook with the styles of its cells.
type book struct {
	*excelize.File
	head, text, fraction, other int
	lists                       [][]string  // what may be chosen
	blank                       map[int]int // the styles of empty cells, by column
}

// The look of cells: a line below each, and lines of text that break.
var (
	line = excelize.Border{Type: "bottom", Color: "BFBFBF", Style: 1}
	wrap = excelize.Alignment{Vertical: "top", WrapText: true}
)

// filledAs returns the style of empty cells that take what is typed in a format.
func (b *book) filledAs(format string) (int, error) {
	return b.NewStyle(&excelize.Style{Alignment: &wrap, Border: []excelize.Border{line}, CustomNumFmt: &format})
}

func (b *book) styles() error {
	const asText = 49          // Excel's number of the format @, which keeps what is typed over a text a text
	thousandths := "#,##0.000" // of what is shown; the cell holds the whole figure
	var errs [4]error
	b.head, errs[0] = b.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6E6E6"}}, Alignment: &wrap,
	})
	b.text, errs[1] = b.NewStyle(&excelize.Style{Alignment: &wrap, Border: []excelize.Border{line}, NumFmt: asText})
	b.fraction, errs[2] = b.NewStyle(&excelize.Style{Alignment: &wrap, Border: []excelize.Border{line}, CustomNumFmt: &thousandths})
	b.other, errs[3] = b.NewStyle(&excelize.Style{Alignment: &wrap, Border: []excelize.Border{line}})
	return errors.Join(errs[:]...)
}

// add adds a sheet, which is the workbook's position-th.
func (b *book) add(position int, s Sheet, form Form) error {
	if position == 0 {
		if err := b.SetSheetName(b.GetSheetName(0), s.Name); err != nil {
			return err
		}
	} else if at, err := b.GetSheetIndex(s.Name); err != nil || at >= 0 {
		return errors.Join(err, said.New("two sheets have this name, or Excel takes it for one"))
	} else if _, err := b.NewSheet(s.Name); err != nil {
		return err
	}
	if err := b.arrange(s); err != nil {
		return err
	}
	if err := b.offer(s, form.Choices); err != nil {
		return err
	}
	return b.fill(s, form.Blanks)
}

// fill writes the cells of a sheet, row by row: excelize holds a sheet that is
// written in any other order in memory, with a record for each cell.
func (b *book) fill(s Sheet, blanks []Blank) error {
	rows, err := b.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	b.blank = map[int]int{}
	for _, k := range blanks {
		if b.blank[k.Column], err = b.filledAs(k.Format); err != nil {
			return err
		}
	}
	widths, err := b.keepHeadings(rows, s, blanks)
	if err != nil {
		return err
	}
	heads := make([]any, len(s.Columns))
	for i, head := range s.Columns {
		heads[i] = head
	}
	if err := b.row(rows, 1, heads, b.head, widths); err != nil {
		return err
	}
	for r, cells := range s.Rows {
		if len(cells) > len(s.Columns) {
			return said.Errorf("row %d has %d cells, there are %d columns", r+2, len(cells), len(s.Columns))
		}
		if err := b.row(rows, r+2, cells, 0, widths); err != nil {
			return err
		}
	}
	return rows.Flush()
}

// row writes a row in a style, or when it is 0 in that of each cell.
func (b *book) row(rows *excelize.StreamWriter, row int, cells []any, style int, widths []float64) error {
	styled := make([]any, len(cells))
	for c, value := range cells {
		at, err := excelize.CoordinatesToCellName(c+1, row)
		if err != nil {
			return err
		}
		own := b.other
		switch v := value.(type) {
		case nil:
			own = cmp.Or(b.blank[c], own)
		case int, bool:
		case string:
			if n := len(utf16.Encode([]rune(v))); n > longest {
				return said.Errorf("cell %s: its text has %d characters, a cell holds %d", at, n, longest)
			}
			own = b.text
		case float64:
			own = b.fraction
		default:
			return said.Errorf("cell %s: no cell can hold a %T", at, value)
		}
		if style > 0 {
			own = style
		}
		styled[c] = excelize.Cell{StyleID: own, Value: value}
	}
	return rows.SetRow(fmt.Sprintf("A%d", row), styled, excelize.RowOpts{Height: heightOf(cells, widths)})
}

package workbook

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Sheet is one sheet of a workbook: a row of headings, then rows of cells.
type Sheet struct {
	Name    string // at most 31 characters, none of :\/?*[]
	Columns []string
	Rows    [][]any // strings, ints, float64s, bools, and nil for an empty cell
}

// longest is how many UTF-16 units Excel keeps of a cell's text.
const longest = 32767

// Write writes the sheets in their order. Equal sheets give equal bytes. It
// fails when two sheets share a name or one cannot be a name of a sheet, when a
// row has more cells than there are columns, and when a text is longer than a
// cell may hold, of which nothing is cut off.
func Write(w io.Writer, sheets ...Sheet) error {
	if len(sheets) == 0 {
		return errors.New("writing a workbook: it has no sheet")
	}
	f := excelize.NewFile()
	defer f.Close()
	b := book{File: f}
	if err := b.styles(); err != nil {
		return fmt.Errorf("writing a workbook: %w", err)
	}
	for i, s := range sheets {
		if err := b.add(i, s); err != nil {
			return fmt.Errorf("writing the sheet %q of a workbook: %w", s.Name, err)
		}
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("writing a workbook: %w", err)
	}
	return nil
}

// book is a workbook with the styles of its cells.
type book struct {
	*excelize.File
	head, text, fraction, other int
}

func (b *book) styles() error {
	const asText = 49 // Excel's number of the format @, which keeps what is typed over a text a text
	line := excelize.Border{Type: "bottom", Color: "BFBFBF", Style: 1}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	thousandths := "#,##0.000" // of what is shown; the cell holds the whole figure
	var errs [4]error
	b.head, errs[0] = b.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6E6E6"}}, Alignment: wrap,
	})
	b.text, errs[1] = b.NewStyle(&excelize.Style{Alignment: wrap, Border: []excelize.Border{line}, NumFmt: asText})
	b.fraction, errs[2] = b.NewStyle(&excelize.Style{Alignment: wrap, Border: []excelize.Border{line}, CustomNumFmt: &thousandths})
	b.other, errs[3] = b.NewStyle(&excelize.Style{Alignment: wrap, Border: []excelize.Border{line}})
	return errors.Join(errs[:]...)
}

// add adds a sheet, which is the workbook's position-th.
func (b *book) add(position int, s Sheet) error {
	if position == 0 {
		if err := b.SetSheetName(b.GetSheetName(0), s.Name); err != nil {
			return err
		}
	} else if at, err := b.GetSheetIndex(s.Name); err != nil || at >= 0 {
		return errors.Join(err, errors.New("two sheets have this name, or Excel takes it for one"))
	} else if _, err := b.NewSheet(s.Name); err != nil {
		return err
	}
	heads := make([]any, len(s.Columns))
	for i, head := range s.Columns {
		heads[i] = head
	}
	if err := b.row(s.Name, 1, heads, b.head); err != nil {
		return err
	}
	for r, cells := range s.Rows {
		if len(cells) > len(s.Columns) {
			return fmt.Errorf("row %d has %d cells, there are %d columns", r+2, len(cells), len(s.Columns))
		}
		if err := b.row(s.Name, r+2, cells, 0); err != nil {
			return err
		}
	}
	return b.arrange(s)
}

// coded is what Excel takes for the code of a character, such as _x0041_ for an A.
var coded = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// literal returns a text such that Excel shows what it says: excelize leaves what
// looks like the code of a character as it is, though it means to escape it. The
// code of the underscore is written small since excelize takes texts for equal
// when one is the other with codes in capitals.
func literal(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		if coded.MatchString(text[i:]) {
			b.WriteString("_x005f_")
		} else {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

// row writes a row in a style, or when it is 0 in that of each cell.
func (b *book) row(sheet string, row int, cells []any, style int) error {
	for c, value := range cells {
		at, err := excelize.CoordinatesToCellName(c+1, row)
		if err != nil {
			return err
		}
		own := b.other
		switch v := value.(type) {
		case nil:
		case string:
			v = literal(v)
			if n := len(utf16.Encode([]rune(v))); n > longest {
				return fmt.Errorf("cell %s: its text has %d characters, a cell holds %d", at, n, longest)
			}
			own, err = b.text, b.SetCellStr(sheet, at, v)
		case float64:
			own, err = b.fraction, b.SetCellValue(sheet, at, v)
		case int, bool:
			err = b.SetCellValue(sheet, at, v)
		default:
			err = fmt.Errorf("cell %s: no cell can hold a %T", at, value)
		}
		if style > 0 {
			own = style
		}
		if err := errors.Join(err, b.SetCellStyle(sheet, at, at, own)); err != nil {
			return err
		}
	}
	return nil
}

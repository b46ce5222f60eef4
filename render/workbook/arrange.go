package workbook

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Columns are as wide as what they hold, within these widths in characters.
const (
	narrowest = 8
	widest    = 44
)

// The height of a line in points, and that of the highest row.
const (
	lineHeight = 15
	highest    = 409
)

// heightOf returns how high a row must be for the texts in it, in points: some programs
// show but one line of a row that does not say so. It is 0, which leaves it to the program,
// where one line is enough.
func heightOf(cells []any, widths []float64) float64 {
	most := 1
	for c, cell := range cells {
		text, ok := cell.(string)
		if !ok || c >= len(widths) {
			continue
		}
		lines := 0
		for line := range strings.SplitSeq(text, "\n") {
			lines += max(1, int(math.Ceil(float64(characters(line))/(widths[c]-1))))
		}
		most = max(most, lines)
	}
	if most == 1 {
		return 0
	}
	return float64(min(most*lineHeight, highest))
}

// keepHeadings makes columns wide enough, which it returns, and headings stay. That stands
// before the rows of a sheet.
func (b *book) keepHeadings(rows *excelize.StreamWriter, s Sheet, blanks []Blank) (widths []float64, err error) {
	for c := range s.Columns {
		width := s.room(c)
		for _, k := range blanks {
			if k.Column == c {
				width = max(width, k.Width)
			}
		}
		widths = append(widths, width)
		if err := rows.SetColWidth(c+1, c+1, width); err != nil {
			return nil, err
		}
	}
	if len(s.Columns) == 0 {
		return nil, nil
	}
	return widths, rows.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// arrange makes a sheet ready to read and to print: headings that are repeated on
// each page, a filter, pages turned and as wide as the table.
func (b *book) arrange(s Sheet) error {
	if len(s.Columns) == 0 {
		return nil
	}
	last, err := excelize.CoordinatesToCellName(len(s.Columns), len(s.Rows)+1)
	if err != nil {
		return err
	}
	if err := b.AutoFilter(s.Name, "A1:"+last, nil); err != nil {
		return err
	}
	landscape, a4, all, wide, high := "landscape", 9, true, 1, 0
	if err := b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(s.Name) + "!$1:$1", Scope: s.Name}); err != nil {
		return err
	}
	if err := b.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &all}); err != nil {
		return err
	}
	return b.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &high})
}

// quoted returns the name of a sheet as it stands in a reference.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// noteShare is the part of all other columns that a column gets into which people write: on
// a page that is as wide as the table, 40 mm of A4 turned on its side.
const noteShare = 0.2

// room returns the width of a column in characters, of one to write in too.
func (s Sheet) room(column int) float64 {
	if !slices.Contains(s.WriteIn, column) {
		return s.width(column)
	}
	others := 0.0
	for c := range s.Columns {
		if !slices.Contains(s.WriteIn, c) {
			others += s.width(c)
		}
	}
	return min(max(s.width(column), widest, noteShare*others), 255)
}

// width returns the width of a column in characters.
func (s Sheet) width(column int) float64 {
	width := characters(s.Columns[column])
	for _, cells := range s.Rows {
		if column < len(cells) && cells[column] != nil {
			width = max(width, characters(fmt.Sprint(cells[column])))
		}
	}
	return float64(min(max(width+2, narrowest), widest))
}

// characters counts the characters of a text, those of more than two bytes
// twice: they are as wide as two others.
func characters(text string) int {
	n := 0
	for _, r := range text {
		n++
		if utf8.RuneLen(r) > 2 {
			n++
		}
	}
	return n
}

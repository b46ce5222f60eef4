package workbook

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"tasuki/graph/said"
)

// Choice lists what may be chosen for the cells of a column below the headings.
type Choice struct {
	Column int // from 0
	Values []string
}

// Blank says how the empty cells of a column take what is typed into them.
type Blank struct {
	Column int     // from 0
	Format string  // as Excel writes it: "yyyy-mm-dd"; "@" keeps what is typed as a text
	Width  float64 // of the column, in characters
}

// Form is a sheet that people fill in.
type Form struct {
	Sheet
	Choices []Choice
	Blanks  []Blank
}

// WriteForm writes a form as [Write] writes a sheet. What may be chosen stands in a hidden
// sheet, Lists.
func WriteForm(w io.Writer, f Form) error { return write(w, []Sheet{f.Sheet}, f) }

// free is how many rows below those of a sheet offer its choices.
const free = 2000

// listsName is the sheet that holds what may be chosen: a list in the cells themselves
// may have 255 letters.
const listsName = "Lists"

// offer lets people choose the values of cells, and warns them of others. It stands
// before the rows of a sheet.
func (b *book) offer(s Sheet, choices []Choice) error {
	for _, c := range choices {
		if len(c.Values) == 0 {
			continue
		}
		column, err := excelize.ColumnNumberToName(c.Column + 1)
		if err != nil {
			return err
		}
		list, err := excelize.ColumnNumberToName(b.list(c.Values))
		if err != nil {
			return err
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s2:%s%d", column, column, 1+len(s.Rows)+free))
		v.SetSqrefDropList(fmt.Sprintf("%s!$%s$1:$%s$%d", quoted(listsName), list, list, len(c.Values)))
		v.SetError(excelize.DataValidationErrorStyleWarning, s.Columns[c.Column], "?")
		if err := b.AddDataValidation(s.Name, v); err != nil {
			return err
		}
	}
	return nil
}

// list returns the column, from 1, of the sheet of lists that holds these values.
func (b *book) list(values []string) int {
	for i, known := range b.lists {
		if slices.Equal(known, values) {
			return i + 1
		}
	}
	b.lists = append(b.lists, values)
	return len(b.lists)
}

// addLists adds the sheet of lists, hidden.
func (b *book) addLists() error {
	if len(b.lists) == 0 {
		return nil
	}
	if at, err := b.GetSheetIndex(listsName); err != nil || at >= 0 {
		return errors.Join(err, said.New("two sheets have this name, or Excel takes it for one"))
	}
	if _, err := b.NewSheet(listsName); err != nil {
		return err
	}
	rows, err := b.NewStreamWriter(listsName)
	if err != nil {
		return err
	}
	for r := range slices.Max(lengths(b.lists)) {
		cells := make([]any, len(b.lists))
		for i, values := range b.lists {
			if r < len(values) {
				cells[i] = values[r]
			}
		}
		if err := b.row(rows, r+1, cells, 0, nil); err != nil {
			return err
		}
	}
	if err := rows.Flush(); err != nil {
		return err
	}
	return b.SetSheetVisible(listsName, false)
}

func lengths(lists [][]string) []int {
	var n []int
	for _, list := range lists {
		n = append(n, len(list))
	}
	return n
}

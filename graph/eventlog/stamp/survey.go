package stamp

import (
	"bytes"

	"tasuki/graph/said"
)

// Survey finds out the layout of a column from its cells. Its zero value has seen none.
type Survey struct {
	Cells int64 // that are not empty
	Other int64 // that are stamps of no layout
	First string

	iso, dated     int64 // dates with the year in front, and behind
	day, month     int64 // of these, with a first part above 12, and a second one
	seconds, ms, s int64 // numbers, by their size: seconds, milliseconds, microseconds
}

// Add looks at one cell.
func (v *Survey) Add(cell []byte) {
	cell = bytes.TrimSpace(cell)
	if len(cell) == 0 {
		return
	}
	v.Cells++
	if _, ok := scanStamp(cell, ISO); ok {
		v.iso++
		return
	}
	_, asDay := scanStamp(cell, DayMonth)
	_, asMonth := scanStamp(cell, MonthDay)
	if asDay || asMonth {
		v.dated++
		if !asMonth {
			v.day++
		}
		if !asDay {
			v.month++
		}
		return
	}
	if n, ok := number(cell, 1); ok {
		switch { // from 1973 to 5138: smaller numbers count something else
		case n >= 1e8 && n < 1e11:
			v.seconds++
			return
		case n >= 1e11 && n < 1e14:
			v.ms++
			return
		case n >= 1e14 && n < 1e17:
			v.s++
			return
		}
	}
	if v.Other++; v.First == "" {
		v.First = string(cell[:min(len(cell), 80)])
	}
}

// Merge adds what another survey has seen, of cells that stand behind.
func (v *Survey) Merge(o Survey) {
	v.Cells += o.Cells
	v.Other += o.Other
	if v.First == "" {
		v.First = o.First
	}
	v.iso += o.iso
	v.dated += o.dated
	v.day += o.day
	v.month += o.month
	v.seconds += o.seconds
	v.ms += o.ms
	v.s += o.s
}

// Stamps returns how many cells are stamps of some layout.
func (v *Survey) Stamps() int64 { return v.Cells - v.Other }

// ErrOrder says that days and months cannot be told apart by the cells that were seen:
// more of them may tell.
var ErrOrder = said.New("in every date the day may stand first, or the month; say which with tasuki propose log --time-layout day-month or month-day, or as timeLayout in the mapping")

var (
	errBoth = said.New("in some dates only the day can stand first, in others only the month; say which is meant with tasuki propose log --time-layout day-month or month-day, or as timeLayout in the mapping, and the others are counted as unread")
	errNone = said.New("no cell is a time stamp; say another column, or how they are written, with tasuki propose log --time and --time-layout, or as time under columns and timeLayout in the mapping")
)

// Layout returns the layout that most cells have; those that have another cannot be read.
// [ErrOrder] is returned where more cells may tell. Of layouts that are equally frequent
// the first of [Layouts] is taken.
func (v *Survey) Layout() (Layout, error) {
	best, most := Layout(""), int64(0)
	for _, c := range []struct {
		layout Layout
		count  int64
	}{{ISO, v.iso}, {DayMonth, v.dated}, {Seconds, v.seconds}, {Milliseconds, v.ms}, {Microseconds, v.s}} {
		if c.count > most {
			best, most = c.layout, c.count
		}
	}
	switch {
	case most == 0:
		return "", errNone
	case best != DayMonth:
		return best, nil
	case v.day > 0 && v.month > 0:
		return "", errBoth
	case v.day == 0 && v.month == 0:
		return "", ErrOrder
	case v.month > 0:
		return MonthDay, nil
	}
	return DayMonth, nil
}

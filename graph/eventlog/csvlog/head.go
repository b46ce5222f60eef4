package csvlog

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/column"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/eventlog/tally"
	"tasuki/graph/matrix/table/separated"
	"tasuki/graph/said"
)

// The facts of an event by their place in the list of cells that are looked at.
const (
	slotCase = iota
	slotActivity
	slotOrganization
	slotTime
	slotLifecycle
	slotCount
)

// head is what the beginning of a table shows.
type head struct {
	separator byte
	titles    []string
	slots     [slotCount]int // the column of each fact; -1: it has none
	notes     []said.Note
	survey    stamp.Survey // of the time stamps
}

const headBytes = 1 << 20

// readHead reads the beginning and finds the separator and the columns.
func (l *Log) readHead() error {
	f, err := l.open()
	if err != nil {
		return err
	}
	defer f.Close()
	buf := make([]byte, headBytes)
	n, err := io.ReadFull(f, buf)
	whole := err == io.EOF || err == io.ErrUnexpectedEOF
	if err != nil && !whole {
		return err
	}
	text := withoutMark(buf[:n])
	if !whole {
		text = text[:bytes.LastIndexByte(text, '\n')+1]
	}
	if !utf8.Valid(text) {
		return tally.ErrNotUTF8
	}
	if bytes.IndexByte(text, 0) >= 0 {
		return said.New("a NUL byte; this is not a text file: save it as UTF-8")
	}
	l.head.separator = separated.Separator(string(text[:min(len(text), 64<<10)]), whole && len(text) <= 64<<10)
	rows, err := l.head.records(text)
	if err != nil {
		return err
	}
	return l.head.find(rows, l.options.Columns)
}

// withoutMark returns a text without its byte order mark.
func withoutMark(text []byte) []byte { return bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")) }

// records returns the heading and the rows of the beginning, up to one that cannot be
// read: reading all of it says so.
func (h *head) records(text []byte) (rows [][]string, err error) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = rune(h.separator), -1
	for {
		row, err := r.Read()
		if err != nil {
			if len(rows) == 0 {
				return nil, said.New("it has no row of headings; write one: case, activity, organization, time")
			}
			return rows, nil
		}
		rows = append(rows, row)
	}
}

// find finds the columns of the facts.
func (h *head) find(rows [][]string, told eventlog.Columns) error {
	for _, title := range rows[0] {
		h.titles = append(h.titles, strings.TrimSpace(title))
	}
	found, notes, err := column.Find(h.titles, rows[1:], told)
	if err != nil {
		return err
	}
	h.notes = notes
	h.slots = [slotCount]int{found.Case, found.Activity, found.Organization, found.Time, found.Lifecycle}
	if found.Time >= 0 {
		for _, row := range rows[1:] {
			if len(row) == len(h.titles) {
				h.survey.Add([]byte(row[found.Time]))
			}
		}
	}
	return nil
}

// columns returns the headings of the facts.
func (h *head) columns() eventlog.Columns {
	title := func(slot int) string {
		if h.slots[slot] < 0 {
			return ""
		}
		return h.titles[h.slots[slot]]
	}
	return eventlog.Columns{Case: title(slotCase), Activity: title(slotActivity), Organization: title(slotOrganization), Time: title(slotTime)}
}

// wanted returns which slot each column fills; -1: none. A column may fill several, of
// which the first is noted here and the others in also.
func (h *head) wanted() (want []int8, also [slotCount]int8) {
	want = slices.Repeat([]int8{-1}, len(h.titles))
	for slot := range also {
		also[slot] = -1
	}
	for slot, col := range h.slots {
		switch {
		case col < 0:
		case want[col] < 0:
			want[col] = int8(slot)
		default:
			also[slot] = want[col]
		}
	}
	return want, also
}

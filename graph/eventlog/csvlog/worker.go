package csvlog

import (
	"bytes"
	"unicode/utf8"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/intern"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/eventlog/tally"
	"tasuki/graph/said"
)

// worker reads blocks, one at a time.
type worker struct {
	number    int
	separator byte
	special   [256]bool // ends a run of plain letters
	want      []int8
	also      [slotCount]int8
	surveys   bool // looks at time stamps and nothing else
	lifecycle bool

	cells      [slotCount][]byte
	time       *stamp.Reader
	days       *tally.Days
	activities intern.Table
	performers intern.Table
	bytes      int // of both
	b          *block
}

func (l *Log) worker(number int, surveys bool) *worker {
	w := &worker{number: number, separator: l.head.separator, surveys: surveys, lifecycle: l.head.slots[slotLifecycle] >= 0 && !l.ignoresLifecycle}
	for _, c := range []byte{w.separator, '\n', '"'} {
		w.special[c] = true
	}
	w.want, w.also = l.head.wanted()
	w.days = &l.Days
	w.time, _ = stamp.NewReader(l.layout, l.options.Zone) // the zone is known to be one
	return w
}

var (
	errBareQuote = said.New("a quote stands in a cell that does not begin with one; put the cell in quotes and write the quote twice")
	errTail      = said.New("something follows the quote that ends a cell; write a quote within a cell twice")
	errOpen      = said.New("a quote is never closed")
)

// read reads the records of a block, whose last byte is a line end.
func (w *worker) read(b *block) {
	w.b, b.worker = b, w.number
	heading := b.first
	data := b.data
	for i := 0; i < len(data); {
		if data[i] == '\r' && data[i+1] == '\n' { // of an empty line
			i++
		}
		if data[i] == '\n' {
			i++
			continue
		}
		start := i
		columns, next, err := w.record(data, i)
		if i = next; err == nil && !heading {
			err = w.row(columns)
		}
		if err != nil {
			if b.err == nil {
				b.err, b.at = err, start
			}
			return
		}
		heading = false
	}
}

// record reads one record into cells: how many it has, and where the next begins.
func (w *worker) record(data []byte, i int) (columns, next int, err error) {
	separator := w.separator
	for {
		start, end := i, 0
		if data[i] != '"' {
			for !w.special[data[i]] {
				i++
			}
			end = i
			switch {
			case data[i] == '"':
				return 0, i, errBareQuote
			case data[i] == '\n' && end > start && data[end-1] == '\r':
				end--
			}
			if columns < len(w.want) && w.want[columns] >= 0 {
				w.cells[w.want[columns]] = data[start:end]
			}
		} else if i, err = w.quoted(data, i, columns); err != nil {
			return 0, i, err
		}
		columns++
		if data[i] != separator {
			return columns, i + 1, nil
		}
		i++
	}
}

// quoted reads a cell in quotes and returns what ends it: a separator or a line end.
func (w *worker) quoted(data []byte, i, column int) (end int, err error) {
	i++
	start, plain := i, true
	for {
		n := bytes.IndexByte(data[i:], '"')
		if n < 0 {
			return i, errOpen
		}
		i += n
		if i+1 < len(data) && data[i+1] == '"' {
			plain = false
			i += 2
			continue
		}
		break
	}
	cell := data[start:i]
	i++
	if i+1 < len(data) && data[i] == '\r' && data[i+1] == '\n' || i == len(data)-2 && data[i] == '\r' {
		i++
	}
	if i >= len(data) {
		return i, errOpen
	}
	if data[i] != w.separator && data[i] != '\n' {
		return i, errTail
	}
	if column < len(w.want) && w.want[column] >= 0 {
		w.cells[w.want[column]] = w.unescaped(cell, plain)
	}
	return i, nil
}

// unescaped returns a cell as it is meant: quotes once, lines ending in "\n".
func (w *worker) unescaped(cell []byte, plain bool) []byte {
	if plain && bytes.IndexByte(cell, '\r') < 0 {
		return cell
	}
	from := len(w.b.cells)
	for i := 0; i < len(cell); i++ {
		if cell[i] == '\r' && i+1 < len(cell) && cell[i+1] == '\n' {
			continue
		}
		w.b.cells = append(w.b.cells, cell[i])
		if cell[i] == '"' { // it stands twice
			i++
		}
	}
	return w.b.cells[from:]
}

// row takes the cells of a record.
func (w *worker) row(columns int) error {
	b := w.b
	b.rows++
	if columns != len(w.want) {
		b.tally.Leave(eventlog.Uneven, b.rows, nil)
		return nil
	}
	for slot, other := range w.also {
		if other >= 0 {
			w.cells[slot] = w.cells[other]
		}
	}
	if w.surveys {
		b.survey.Add(w.cells[slotTime])
		return nil
	}
	id := tally.Trim(w.cells[slotCase])
	if len(id) == 0 {
		b.tally.Leave(eventlog.NoCase, b.rows, nil)
		return nil
	}
	if w.lifecycle {
		if t := tally.Trim(w.cells[slotLifecycle]); len(t) > 0 && !tally.IsComplete(t) {
			b.tally.Leave(eventlog.Lifecycle, b.rows, t)
			return nil
		} else if len(t) > 0 {
			b.tally.Completes++
		}
	}
	e := eventlog.Event{Time: eventlog.NoTime, Row: b.rows}
	if t := tally.Trim(w.cells[slotTime]); len(t) > 0 {
		var ok bool
		if e.Time, ok = w.time.Time(t); !ok {
			b.tally.Leave(eventlog.UnreadTime, b.rows, t)
			return nil
		}
		e.Time = b.tally.Time(e.Time, w.time.Alone, w.days)
	} else {
		b.tally.Timeless++
	}
	var err error
	if e.Activity, err = w.numbered(0, &w.activities, w.cells[slotActivity]); err != nil {
		return err
	}
	if e.Performer, err = w.numbered(1, &w.performers, w.cells[slotOrganization]); err != nil {
		return err
	}
	b.events = append(b.events, e)
	if last := len(b.runs) - 1; last >= 0 && string(b.runs[last].id) == string(id) {
		b.runs[last].count++
		return nil
	}
	if !utf8.Valid(id) {
		return tally.ErrNotUTF8
	}
	b.runs = append(b.runs, caseRun{id, 1})
	return nil
}

// numbered returns the number that a text has for this worker.
func (w *worker) numbered(kind int, table *intern.Table, cell []byte) (uint32, error) {
	text := tally.Trim(cell)
	if len(text) == 0 {
		return eventlog.Nobody, nil
	}
	id, known := table.ID(text)
	switch {
	case known:
		return id, nil
	case !utf8.Valid(text):
		return 0, tally.ErrNotUTF8
	}
	if w.bytes += len(text); id == tally.MaxNames || w.bytes > tally.MaxNameBytes {
		return 0, tally.ErrManyNames
	}
	w.b.fresh[kind] = append(w.b.fresh[kind], string(text))
	return id, nil
}

// Package csvlog reads event logs from tables between separators, on all processors.
//
// A file is parted into blocks where lines end outside quotes, which the number of quotes
// before an end tells: a quote stands only around a cell or, twice, within such a cell,
// and whatever else is refused, as encoding/csv does. Each block is read by one goroutine,
// which gives texts numbers of its own; as blocks are put in order those become the
// numbers of the log.
package csvlog

import (
	"context"
	"io"
	"slices"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/eventlog/tally"
	"tasuki/graph/said"
)

// Options say how a table is read; what they do not say is found.
type Options struct {
	Columns  eventlog.Columns
	Layout   string // of time stamps, a word of package stamp
	Zone     string // of time stamps that say none
	Nobody   []string
	Progress func(bytes int64) // told how much was read, if it is not nil
}

// Log is a table as a source of package gather.
type Log struct {
	tally.Days // whose passes this notes
	open       func() (io.ReadCloser, error)
	options    Options
	head       head
	layout     stamp.Layout
	names      tally.Names
	account    eventlog.Account

	block            int // bytes of a block, but where a record is longer
	ignoresLifecycle bool
	completes        int64
}

// Open looks at the beginning of a table, which open opens from its start each time, and
// finds columns and the layout of time stamps. Where all dates of the beginning can be
// read two ways, it reads the column to its end.
func Open(ctx context.Context, open func() (io.ReadCloser, error), o Options) (*Log, error) {
	l := &Log{open: open, options: o, block: blockBytes}
	if err := l.readHead(); err != nil {
		return nil, err
	}
	l.account = eventlog.Account{Format: "csv", Columns: l.head.columns(), Notes: l.head.notes, Zone: o.Zone}
	if o.Zone == "" {
		l.account.Zone = "UTC"
	}
	if err := l.findLayout(ctx); err != nil {
		return nil, err
	}
	l.account.Layout = string(l.layout)
	return l, nil
}

// findLayout decides how time stamps are written.
func (l *Log) findLayout(ctx context.Context) (err error) {
	if _, err := stamp.NewReader(stamp.ISO, l.options.Zone); err != nil {
		return err
	}
	switch {
	case l.head.slots[slotTime] < 0:
		return nil
	case l.options.Layout != "":
		l.layout, err = stamp.ParseLayout(l.options.Layout)
		return err
	}
	if l.layout, err = l.head.survey.Layout(); err == nil {
		return nil
	}
	seen, err := l.survey(ctx)
	if err == nil {
		l.layout, err = seen.Layout()
	}
	if err != nil {
		return said.Errorf("column %q: %w", l.head.titles[l.head.slots[slotTime]], err)
	}
	return nil
}

// Names returns the texts of the log, which are complete after one pass.
func (l *Log) Names() *eventlog.Names { return &l.names.Names }

// Account accounts for the rows, as the last pass that came to the end found them.
func (l *Log) Account() eventlog.Account {
	a := l.account
	a.Notes = slices.Clone(a.Notes)
	return a
}

// Completes returns how many rows say that they complete something.
func (l *Log) Completes() int64 { return l.completes }

// IgnoreLifecycle has passes from now on take every row as an event, whatever it says of
// the life of an activity.
func (l *Log) IgnoreLifecycle() { l.ignoresLifecycle = true }

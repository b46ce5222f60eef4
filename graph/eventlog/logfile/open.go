// Package logfile opens an event log, whatever its format, and accounts for its rows.
package logfile

import (
	"context"
	"errors"
	"slices"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/csvlog"
	"tasuki/graph/eventlog/gather"
	"tasuki/graph/eventlog/ocel"
	"tasuki/graph/eventlog/tally"
	"tasuki/graph/eventlog/xes"
	"tasuki/graph/said"
)

// Options say how a log is read. The zero value finds everything out.
type Options struct {
	Format     string           // csv, xes or ocel; empty: by the ending and the content
	Columns    eventlog.Columns // those that are said; the others are found
	Layout     string           // of time stamps, a word of package stamp; empty: found from the column
	Zone       string           // of time stamps that say none, as IANA names it; empty: UTC
	ObjectType string           // of OCEL: whose objects are the cases
	Nobody     []string         // values that stand for no performer

	Memory   int64 // bytes that events may take before they are held on disk; 0: gather.DefaultMemory
	MaxUnzip int64 // bytes that a .gz file may hold; 0: see DefaultUnzip

	Progress func(bytes, of int64) // told how far the first pass is; may be nil. Of is 0 where that is unknown
}

// Log is a log that was opened: an [eventlog.Log], to be closed.
type Log struct {
	*gather.Log
	file *file
}

// Close lets go of the file, and of what is held on disk.
func (l *Log) Close() error { return errors.Join(l.Log.Close(), l.file.close()) }

// source is a format as a reader of it gives it.
type source interface {
	gather.Source
	Account() eventlog.Account
	Completes() int64 // events that complete something; see IgnoreLifecycle
	IgnoreLifecycle()
	Mixed() bool // whether days alone stand among times of day; see Drop
	Drop()
}

// Open reads the log at path through once, checks it and accounts for its rows. The
// context ends that pass and all later ones. It takes the time and the memory of
// [gather.Open].
//
// Where a log says what each row is in the life of an activity, only its completion is an
// event; but where nothing is ever completed, every row is one.
func Open(ctx context.Context, path string, o Options) (*Log, eventlog.Account, error) {
	log, account, err := open(ctx, path, o)
	if err != nil {
		return nil, account, said.Errorf("reading the event log %q: %w", path, err)
	}
	return log, account, nil
}

func open(ctx context.Context, path string, o Options) (*Log, eventlog.Account, error) {
	f, err := openFile(path, o.MaxUnzip)
	if err != nil {
		return nil, eventlog.Account{}, err
	}
	log, account, err := f.log(ctx, o)
	if err != nil {
		return nil, account, errors.Join(err, f.close())
	}
	return &Log{log, f}, account, nil
}

// log reads the file in its format, or in the encoding that its bytes look like where
// they turn out not to be UTF-8.
func (f *file) log(ctx context.Context, o Options) (log *gather.Log, account eventlog.Account, err error) {
	format, err := f.format(o.Format)
	if err != nil {
		return nil, account, err
	}
	var notes []said.Note
	for {
		s, err := f.source(ctx, format, o)
		if err == nil {
			log, account, err = f.gathered(ctx, s, o)
		}
		if errors.Is(err, tally.ErrNotUTF8) && !f.decoded {
			if notes, err = f.decode(err); err == nil {
				continue
			}
		}
		account.Notes = slices.Concat(notes, account.Notes)
		return log, account, err
	}
}

// gathered passes through a source, again where the first pass shows that it is to be read
// otherwise: what nothing is completed in, and days alone among times.
func (f *file) gathered(ctx context.Context, s source, o Options) (*gather.Log, eventlog.Account, error) {
	hold := gather.Options{Memory: o.Memory}
	log, err := gather.Open(ctx, s, hold)
	account := s.Account()
	never := err == nil && s.Completes() == 0 && slices.ContainsFunc(account.LeftOut, func(l eventlog.LeftOut) bool { return l.Reason == eventlog.Lifecycle })
	again := func() {
		if err = log.Close(); err == nil {
			log, err = gather.Open(ctx, s, hold)
		}
		account = s.Account()
	}
	if never {
		s.IgnoreLifecycle()
		again()
	}
	if err == nil && s.Mixed() {
		s.Drop()
		again()
	}
	if never {
		account.Notes = append(account.Notes, said.Notef("no row is of a transition complete; all rows are events"))
	}
	if err == nil {
		err = uneventful(account)
		if err != nil {
			return nil, account, errors.Join(err, log.Close())
		}
	}
	if err != nil {
		return nil, account, err
	}
	if err := f.unchanged(); err != nil {
		return nil, account, errors.Join(err, log.Close())
	}
	account.Cases, _ = log.Len()
	return log, account, nil
}

// source returns the reader of a format.
func (f *file) source(ctx context.Context, format string, o Options) (source, error) {
	progress := func(bytes int64) {
		if o.Progress != nil {
			o.Progress(bytes, f.total())
		}
	}
	switch format {
	case "xes":
		return xes.Open(f.reader, xes.Options{Columns: o.Columns, Zone: o.Zone, Nobody: o.Nobody, Progress: progress})
	case "ocel":
		return ocel.Open(ctx, f.reader, ocel.Options{Columns: o.Columns, Zone: o.Zone, Nobody: o.Nobody, ObjectType: o.ObjectType, Progress: progress})
	}
	return csvlog.Open(ctx, f.reader, csvlog.Options{Columns: o.Columns, Layout: o.Layout, Zone: o.Zone, Nobody: o.Nobody, Progress: progress})
}

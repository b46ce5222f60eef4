// Package logfile opens an event log, whatever its format, and accounts for its rows.
package logfile

import (
	"context"

	"tasuki/graph/eventlog"
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

	Memory    int64  // bytes that events may take before they are held on disk; 0: 512 MiB
	MaxUnzip  int64  // bytes that a .gz file may hold; 0: see DefaultUnzip
	Temporary string // the folder for what is held on disk; empty: that of the system

	Progress func(bytes, of int64) // told how far the first pass is; may be nil
}

// Log is a log that was opened: an [eventlog.Log], to be closed.
type Log struct{ eventlog.Log }

// Close lets go of the file, and of what is held on disk.
func (l *Log) Close() error { return nil }

// Open reads the log at path through once, checks it and accounts for its rows. The
// context ends that pass and all later ones.
func Open(ctx context.Context, path string, o Options) (*Log, eventlog.Account, error) {
	return nil, eventlog.Account{}, said.New("reading event logs is not built yet")
}

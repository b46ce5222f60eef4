// Package xes reads event logs in XES (IEEE 1849-2016). It knows traces, events and their
// attributes, which may be nested, the defaults that a log states for all, classifiers, and
// extensions under whatever prefix they are declared.
package xes

import (
	"context"
	"errors"
	"io"
	"slices"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/eventlog/tally"
	"tasuki/graph/likeness"
	"tasuki/graph/matrix/table/parts"
	"tasuki/graph/said"
)

// Options say how a log is read; what they do not say is found.
type Options struct {
	Columns  eventlog.Columns // keys of attributes; of activities also the name of a classifier
	Zone     string           // of time stamps that say none
	Nobody   []string
	Progress func(bytes int64) // told how much was read, if it is not nil
}

// Log is an XES file as a source of package gather.
type Log struct {
	tally.Days // whose passes this notes
	open       func() (io.ReadCloser, error)
	options    Options
	keys       keys
	globals    map[string][]byte // of events: the value of those that lack one
	names      tally.Names
	account    eventlog.Account
	notes      []said.Note // of what was taken

	ignoresLifecycle bool
	completes        int64
}

// keys are the keys of attributes that say something. Those of an activity are several
// where a classifier names them.
type keys struct {
	id, performer, time, lifecycle string
	activity                       []string
}

// Open looks at the beginning of a log, which open opens from its start each time, and
// finds the keys of its attributes. It reads up to 1,000 events.
func Open(open func() (io.ReadCloser, error), o Options) (*Log, error) {
	l := &Log{open: open, options: o}
	if _, err := stamp.NewReader(stamp.ISO, o.Zone); err != nil {
		return nil, err
	}
	s := newSurvey()
	if err := l.visit(context.Background(), s.token); err != nil {
		return nil, err
	}
	if !s.isLog {
		return nil, said.New("its first element is not <log>; an event log in XES begins with one")
	}
	l.globals = s.globals
	var err error
	l.notes, err = l.choose(s)
	l.account = eventlog.Account{Format: "xes", Layout: string(stamp.ISO), Zone: o.Zone, Notes: l.notes}
	l.account.Columns = eventlog.Columns{Case: l.keys.id, Activity: o.Columns.Activity, Organization: l.keys.performer, Time: l.keys.time}
	if o.Columns.Activity == "" {
		l.account.Columns.Activity = l.keys.activity[0]
	}
	if o.Zone == "" {
		l.account.Zone = "UTC"
	}
	return l, err
}

// choose takes the keys that are said, else those that the standard has. Of organizations
// it knows several, of which the first is taken that events have: the group, the
// resource, the role.
func (l *Log) choose(s *survey) (notes []said.Note, err error) {
	told := l.options.Columns
	known := s.eventKeys()
	pick := func(key string, fact said.Word, among []string, fallback string) string {
		switch {
		case key == "":
			return fallback
		case !slices.Contains(among, key) && err == nil:
			near := likeness.Order(key, among)
			err = said.Errorf("%s %q: no attribute has this key; there are %q", fact, key, near[:min(len(near), 20)])
		}
		return key
	}
	l.keys.id = pick(told.Case, said.Word("case"), s.traceKeys, s.prefix("concept")+"name")
	l.keys.time = pick(told.Time, said.Word("time"), known, s.prefix("time")+"timestamp")
	l.keys.lifecycle = s.prefix("lifecycle") + "transition"
	if classifier := s.classifiers[told.Activity]; told.Activity != "" && len(classifier) > 0 && !slices.Contains(known, told.Activity) {
		l.keys.activity = classifier
	} else {
		l.keys.activity = []string{pick(told.Activity, said.Word("activity"), known, s.prefix("concept")+"name")}
	}
	org := s.prefix("org")
	var there []string
	for _, name := range []string{"group", "resource", "role"} {
		if slices.Contains(known, org+name) {
			there = append(there, org+name)
		}
	}
	if l.keys.performer = pick(told.Organization, said.Word("organization"), known, ""); l.keys.performer != "" {
		return nil, err
	}
	if len(there) == 0 {
		return []said.Note{said.Notef("no attribute holds performers; say one with tasuki propose log --organization, or organization under columns of the mapping, if there is one")}, err
	}
	l.keys.performer = there[0]
	for _, other := range there[1:] {
		notes = append(notes, said.Notef("performers are read from %q; they may be in %q, too: tasuki propose log --organization, or organization under columns of the mapping, says another", there[0], other))
	}
	return notes, err
}

// Names returns the texts of the log, which are complete after one pass.
func (l *Log) Names() *eventlog.Names { return &l.names.Names }

// Account accounts for the events, as the last pass that came to the end found them.
func (l *Log) Account() eventlog.Account { return l.account }

// Completes returns how many events say that they complete something.
func (l *Log) Completes() int64 { return l.completes }

// IgnoreLifecycle has passes from now on take every event, whatever it says of the life of
// an activity.
func (l *Log) IgnoreLifecycle() { l.ignoresLifecycle = true }

// visit hands over the tokens of the file.
func (l *Log) visit(ctx context.Context, token func(*parts.Token) error) (err error) {
	f, err := l.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return parts.Visit(&counted{ctx: ctx, in: f, progress: l.options.Progress}, token)
}

// counted tells how much was read, and ends with its context.
type counted struct {
	ctx      context.Context
	in       io.Reader
	size     int64
	progress func(int64)
}

// Read reads the file.
func (c *counted) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.in.Read(p)
	if c.size += int64(n); c.progress != nil {
		c.progress(c.size)
	}
	return n, err
}

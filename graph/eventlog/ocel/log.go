// Package ocel reads object-centric event logs in the JSON of OCEL 2.0 (Berti, Koren,
// Adams, Park, Knopp, Graves, Rafiei, Liß, Tacke genannt Unterberg, Zhang, Turkay, van der
// Aalst, 2024). The objects of one type are the cases; an event that has several of them
// belongs to each.
package ocel

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/intern"
	"tasuki/graph/eventlog/stamp"
	"tasuki/graph/eventlog/tally"
	"tasuki/graph/likeness"
	"tasuki/graph/said"
)

// Options say how a log is read; what they do not say is found.
type Options struct {
	Columns    eventlog.Columns // Organization alone: the attribute of events that names the performer
	Zone       string           // of time stamps that say none
	Nobody     []string
	ObjectType string            // whose objects are the cases; may be empty where there is one
	Progress   func(bytes int64) // told how much was read, if it is not nil
}

// Log is an OCEL file as a source of package gather.
type Log struct {
	tally.Days // whose passes this notes
	open       func() (io.ReadCloser, error)
	options    Options
	objects    intern.Table // those of the type
	names      tally.Names
	account    eventlog.Account
	notes      []said.Note
}

// performers are the attributes of events that name the performer, the surer ones first.
var performers = []string{"organization", "org:group", "group", "team", "org:resource", "resource", "performer", "user"}

// Open reads the objects of a log, which open opens from its start each time, and finds
// the type of those that are cases. It takes linear time and holds the IDs of the objects
// of that type.
func Open(ctx context.Context, open func() (io.ReadCloser, error), o Options) (*Log, error) {
	l := &Log{open: open, options: o}
	if _, err := stamp.NewReader(stamp.ISO, o.Zone); err != nil {
		return nil, err
	}
	if c := o.Columns; c.Case != "" || c.Activity != "" || c.Time != "" {
		return nil, said.New("a log of objects says itself what its activities and times are; tasuki propose log --object-type, or objectType in the mapping, says which objects are the cases, and tasuki propose log --organization, or organization under columns of the mapping, which attribute names the performer")
	}
	counts, keys := map[string]int64{}, map[string]bool{}
	if err := l.survey(ctx, counts, keys); err != nil {
		return nil, err
	}
	if err := l.chooseType(counts); err != nil {
		return nil, err
	}
	if err := l.choosePerformer(keys); err != nil {
		return nil, err
	}
	if err := l.readObjects(ctx); err != nil {
		return nil, err
	}
	l.account = eventlog.Account{Format: "ocel", Layout: string(stamp.ISO), Zone: o.Zone, ObjectType: l.options.ObjectType}
	l.account.Columns = eventlog.Columns{Case: l.options.ObjectType, Activity: "type", Organization: l.options.Columns.Organization, Time: "time"}
	if o.Zone == "" {
		l.account.Zone = "UTC"
	}
	return l, nil
}

// survey counts the objects of each type and notes the attributes of events.
func (l *Log) survey(ctx context.Context, counts map[string]int64, keys map[string]bool) error {
	found, err := l.each(ctx, func(o *object) error {
		if counts[o.Type]++; len(counts) > maxTypes {
			return said.Errorf("there are more than %d types of objects", maxTypes)
		}
		return nil
	}, func(e *event) error {
		for _, a := range e.Attributes {
			if len(keys) < maxTypes {
				keys[a.Name] = true
			}
		}
		return nil
	})
	if err == nil && !found {
		err = said.New(`it has neither "events" nor "objects"; an event log in OCEL 2.0 has both`)
	}
	return err
}

const maxTypes = 10_000

// chooseType decides whose objects are the cases.
func (l *Log) chooseType(counts map[string]int64) error {
	types := slices.Sorted(maps.Keys(counts))
	var list []string
	for _, t := range types[:min(len(types), 20)] {
		list = append(list, fmt.Sprintf("%q (%d)", t, counts[t]))
	}
	choices := strings.Join(list, ", ")
	switch t := l.options.ObjectType; {
	case len(types) == 0:
		return said.New("it has no objects, and objects are the cases")
	case t != "" && counts[t] == 0:
		near := likeness.Order(t, types)
		return said.Errorf("object type %q: no object is of this type, the nearest is %q; there are %s", t, near[0], choices)
	case t == "" && len(types) > 1:
		return said.Errorf("objects of several types may be the cases, with their numbers %s; say which with tasuki propose log --object-type, or as objectType in the mapping", choices)
	case t == "":
		l.options.ObjectType = types[0]
	}
	return nil
}

// choosePerformer decides which attribute names the performer.
func (l *Log) choosePerformer(keys map[string]bool) error {
	if told := l.options.Columns.Organization; told != "" {
		if !keys[told] {
			near := likeness.Order(told, slices.Sorted(maps.Keys(keys)))
			return said.Errorf("%s %q: no attribute has this key; there are %q", said.Word("organization"), told, near[:min(len(near), 20)])
		}
		return nil
	}
	var there []string
	for _, name := range performers {
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			if strings.EqualFold(key, name) {
				there = append(there, key)
			}
		}
	}
	if len(there) == 0 {
		l.notes = append(l.notes, said.Notef("no attribute holds performers; say one with tasuki propose log --organization, or organization under columns of the mapping, if there is one"))
		return nil
	}
	l.options.Columns.Organization = there[0]
	for _, other := range there[1:] {
		l.notes = append(l.notes, said.Notef("performers are read from %q; they may be in %q, too: tasuki propose log --organization, or organization under columns of the mapping, says another", there[0], other))
	}
	return nil
}

// readObjects notes the objects that are cases.
func (l *Log) readObjects(ctx context.Context) error {
	twice := ""
	_, err := l.each(ctx, func(o *object) error {
		if o.Type != l.options.ObjectType {
			return nil
		}
		if _, known := l.objects.ID([]byte(o.ID)); known && twice == "" {
			twice = o.ID
		}
		return nil
	}, nil)
	if err == nil && twice != "" {
		err = said.Errorf("object %q stands twice among those of type %q; give each an ID of its own", twice, l.options.ObjectType)
	}
	return err
}

// Names returns the texts of the log, which are complete after one pass.
func (l *Log) Names() *eventlog.Names { return &l.names.Names }

// Account accounts for the events, as the last pass that came to the end found them.
func (l *Log) Account() eventlog.Account { return l.account }

// Completes is 0: OCEL says nothing of the life of an activity.
func (l *Log) Completes() int64 { return 0 }

// IgnoreLifecycle does nothing; see [Log.Completes].
func (l *Log) IgnoreLifecycle() {}

// each hands over the objects and the events as they stand in the file, and whether it has
// any list of them. A function that is nil is told nothing.
func (l *Log) each(ctx context.Context, object func(*object) error, event func(*event) error) (found bool, err error) {
	f, err := l.open()
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return walk(&limited{ctx: ctx, in: f, progress: l.options.Progress}, object, event)
}

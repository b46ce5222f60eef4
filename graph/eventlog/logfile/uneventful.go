package logfile

import (
	"fmt"
	"strings"

	"tasuki/graph/eventlog"
	"tasuki/graph/said"
)

// uneventful refuses a log of which more rows are left out than are read: it is no event log,
// or its columns are others, and what the rest shows would be taken for what happened. Rows of
// other transitions are left out in good order and do not count.
func uneventful(a eventlog.Account) error {
	var out int64
	var why error
	for _, l := range a.LeftOut {
		if l.Reason == eventlog.Lifecycle {
			continue
		}
		out += l.Count
		one := because(l)
		if why != nil {
			one = said.Errorf("%w; %w", why, one)
		}
		why = one
	}
	if out <= a.Events {
		return nil
	}
	return said.Errorf("more rows are left out (%d) than are events (%d): %w; see whether this is an event log and which columns are meant", out, a.Events, why)
}

// because says why rows are left out.
func because(l eventlog.LeftOut) error {
	rows := make([]string, len(l.First))
	for i, row := range l.First {
		rows[i] = fmt.Sprint(row)
	}
	first := strings.Join(rows, ", ")
	switch l.Reason {
	case eventlog.NoCase:
		return said.Errorf("%d without a case (first rows: %s)", l.Count, first)
	case eventlog.Uneven:
		return said.Errorf("%d with more cells than headings, or fewer (first rows: %s)", l.Count, first)
	}
	return said.Errorf("%d whose time cannot be read, such as %q (first rows: %s)", l.Count, l.Value, first)
}

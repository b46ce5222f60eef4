package tally

import (
	"bytes"
	"unicode/utf8"

	"tasuki/graph/eventlog"
	"tasuki/graph/eventlog/intern"
	"tasuki/graph/said"
)

// MaxNames is how many activities a log may have, and how many performers: what has more
// of them is something else. MaxNameBytes is how long all of them may be together.
const (
	MaxNames     = 1 << 20
	MaxNameBytes = 64 << 20
)

// ErrManyNames says that there are more than MaxNames, or longer ones.
var ErrManyNames = said.Errorf("there are more than %d different activities or performers, or more than %d bytes of them; say other columns with tasuki propose log --activity and --organization, or under columns of the mapping", MaxNames, MaxNameBytes)

// ErrNotUTF8 says that a text is written in another encoding.
var ErrNotUTF8 = said.New("a byte sequence is not that of UTF-8; save the file as UTF-8")

// Names are the texts of a log as they are met. The zero value holds none.
type Names struct {
	eventlog.Names
	activities, performers intern.Table
	bytes                  int
}

// Activity returns the index of an activity. An empty one is [eventlog.Nobody].
func (n *Names) Activity(text []byte) (uint32, error) {
	return n.into(&n.activities, &n.Activities, text)
}

// Performer returns the index of a performer. An empty one is [eventlog.Nobody].
func (n *Names) Performer(text []byte) (uint32, error) {
	return n.into(&n.performers, &n.Performers, text)
}

func (n *Names) into(table *intern.Table, list *[]string, text []byte) (uint32, error) {
	if text = Trim(text); len(text) == 0 {
		return eventlog.Nobody, nil
	}
	id, known := table.ID(text)
	switch {
	case known:
		return id, nil
	case !utf8.Valid(text):
		return 0, ErrNotUTF8
	}
	if n.bytes += len(text); id >= MaxNames || n.bytes > MaxNameBytes {
		return 0, ErrManyNames
	}
	*list = append(*list, string(text))
	return id, nil
}

// Trim returns a text without the blanks around it, among them those of full width.
func Trim(text []byte) []byte {
	if n := len(text); n > 0 && text[0] > ' ' && text[0] < 0x80 && text[n-1] > ' ' && text[n-1] < 0x80 {
		return text
	}
	return bytes.TrimSpace(text)
}

// IsComplete reports whether a transition of the life of an activity is its completion.
func IsComplete(text []byte) bool { return bytes.EqualFold(text, []byte("complete")) }

package eventlog

import (
	"cmp"
	"iter"
)

// Event is one row of a log: an activity that somebody did in a case.
type Event struct {
	Activity  uint32 // index in Names.Activities
	Performer uint32 // index in Names.Performers; [Nobody]: the log names nobody
	Time      int64  // microseconds since 1970 in UTC; [NoTime]: the log gives no time
	Row       int64  // its place in the log, from 1: what orders events of one time
}

// Nobody is the performer of an event that the log gives to nobody, and the activity of
// one without an activity.
const Nobody = ^uint32(0)

// NoTime is the time of an event without one.
const NoTime = int64(-1 << 63)

// Case is all that a log says about one case, in the order of [Compare], but that an
// event without a time stands where its row stands: behind the row before it. Its events
// are valid until the next case is asked for.
type Case struct {
	ID     string
	Events []Event
}

// Compare orders events of one case: by time, those of one time as they stand in the log.
// Where an event without a time stands is up to whoever reads the log.
func Compare(a, b Event) int {
	return cmp.Or(cmp.Compare(a.Time, b.Time), cmp.Compare(a.Row, b.Row))
}

// Names are the texts of a log, each once, by the index that events hold, in the order
// in which they were first met. A reader may add to them until its last case.
type Names struct {
	Activities []string
	Performers []string
}

// Cases are the cases of a log, each once, in the order of their first rows; an error
// ends them.
type Cases = iter.Seq2[Case, error]

// Log is a log that can be passed through. Cases may be asked for more than once, and
// each time gives the same; Names is complete after the first pass.
type Log interface {
	Cases() Cases
	Names() *Names
}

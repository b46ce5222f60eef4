package drill

import (
	"fmt"
	"strings"

	"tasuki/graph/said"
)

// Repeat is an entry that a record has already.
type Repeat struct {
	Entry Entry
	At    int // which entry of the record it is, from 1
}

// Repeats returns which of further entries a record has already: those of the same time,
// handoff, drill and evaluator, whatever they say of it, so that an evaluation that was
// corrected does not count twice either. It takes time O(n) in the entries.
func Repeats(record, more []Entry) []Repeat {
	at := map[Entry]int{}
	for i, e := range record {
		if key := e.Occasion(); at[key] == 0 {
			at[key] = i + 1
		}
	}
	var list []Repeat
	for _, e := range more {
		if i := at[e.Occasion()]; i > 0 {
			list = append(list, Repeat{e, i})
		}
	}
	return list
}

// Occasion is what an entry is about, without what it says of it.
func (e Entry) Occasion() Entry {
	return Entry{Time: e.Time, Flow: e.Flow, From: e.From, To: e.To, Number: e.Number, Evaluator: e.Evaluator}
}

// Repeated says which entries a record has already.
type Repeated []Repeat

// told is how many repeated entries are named.
const told = 20

// Error names them.
func (r Repeated) Error() string { return r.message().Error() }

// In says it in another form.
func (r Repeated) In(form func(string) string) string { return said.In(r.message(), form) }

func (r Repeated) message() error {
	var list []string
	for _, x := range r[:min(len(r), told)] {
		list = append(list, fmt.Sprintf("%d (%s, %s: %s -> %s)", x.At, x.Entry.Time, x.Entry.Flow, x.Entry.From, x.Entry.To))
	}
	if len(r) > told {
		list = append(list, "...")
	}
	return said.Errorf("%d rows are in the record already, as entries %s; remove these rows, or the entries", len(r), strings.Join(list, "; "))
}

// Package modelid gives the entries of models IDs that people can read.
package modelid

import (
	"fmt"

	"tasuki/graph/said"
)

// Max is the most characters of a name that is an ID, too.
const Max = 100

// Names gives IDs: a name where no other entry has it, so that one diagram has the same IDs
// whichever tool has written it, otherwise the name with who it belongs to, and beyond that
// a number in the order of the file.
type Names struct {
	taken func(string) bool
	used  map[string]bool
	next  map[string]int
	named map[string]int
}

// New returns what gives no ID for which taken says yes; nil: it says no.
func New(taken func(string) bool) *Names {
	if taken == nil {
		taken = func(string) bool { return false }
	}
	return &Names{taken, map[string]bool{}, map[string]int{}, map[string]int{}}
}

// Count notes that an entry has a name. All names are counted before the first ID is given.
func (i *Names) Count(name string) { i.named[name]++ }

// Used reports whether an ID was given.
func (i *Names) Used(id string) bool { return i.used[id] }

// Give returns the ID of an entry: its own, where the file notes one. It takes
// constant time, texts apart.
func (i *Names) Give(own, name, whose string) string {
	id := said.Cut(name, Max)
	switch {
	case own != "":
		id = own
	case (i.named[name] > 1 || i.taken(id)) && whose != "":
		id = said.Cut(id+" ("+whose+")", 2*Max)
	}
	first := id
	for i.used[id] || i.taken(id) {
		i.next[first] = max(i.next[first], 1) + 1
		id = fmt.Sprintf("%s %d", first, i.next[first])
	}
	i.used[id] = true
	return id
}

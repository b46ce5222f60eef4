package eventlog

// Map ties the names of a log to a dataset, by the index that events hold. What it does
// not tie is counted by value, never lost.
type Map struct {
	Tasks         []int // by activity: index in Graph.Tasks, [Unmapped] or [Ignored]
	Organizations []int // by performer: index in Graph.Organizations, [Unmapped] or [Ignored]
}

// Unmapped is what a name is tied to that the mapping does not mention.
const Unmapped = -1

// Ignored is what a name is tied to that the mapping leaves out, saying so.
const Ignored = -2

// Task returns what the activity of e is tied to. An event without activity is Unmapped.
func (m *Map) Task(e Event) int { return at(m.Tasks, e.Activity) }

// Organization returns what the performer of e is tied to. An event that the log gives to
// nobody is Unmapped, as [Nobody] says.
func (m *Map) Organization(e Event) int { return at(m.Organizations, e.Performer) }

func at(list []int, i uint32) int {
	if int64(i) >= int64(len(list)) {
		return Unmapped
	}
	return list[i]
}

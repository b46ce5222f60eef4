package messages

import (
	"slices"

	"tasuki/graph"
	"tasuki/render/document"
)

// OpenTasks says of which tasks nothing is sure, since a cell in their rows could
// not be read.
func (p Printer) OpenTasks() []document.Block {
	var tasks []string
	for _, u := range p.Graph.Unread() {
		tasks = append(tasks, u.Task)
	}
	slices.SortFunc(tasks, graph.Compare)
	tasks = slices.Compact(tasks)
	if len(tasks) == 0 {
		return nil
	}
	more := document.Phrase(nil)
	if n := len(tasks) - LongList; n > 0 {
		tasks, more = tasks[:LongList], p.Say(" and {1} more", n)
	}
	return []document.Block{{Note: p.Say("What is said of these tasks may change, since cells in their rows could not be read: {1}{2}.", p.List(Each(tasks, p.Task)), more)}}
}

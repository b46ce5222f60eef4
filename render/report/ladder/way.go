package ladder

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/render/document"
	"tasuki/render/messages"
)

// Way gives the tasks of a path, by number, with arrows between them; of a path with
// branches, each part of it from where work parts or meets to where it does again, one
// behind the other.
func Way(p messages.Printer, path escalation.Path) document.Phrase {
	if path.Branches == nil {
		return p.Way(TasksOf(path))
	}
	var all document.Phrase
	for i, chain := range chains(path) {
		if i > 0 {
			all = append(all, document.Piece{Text: p.Plain("; ")})
		}
		all = slices.Concat(all, p.Way(chain.tasks))
		if chain.optional {
			all = append(all, document.Piece{Text: p.Plain(" (optional)")})
		} else if chain.other {
			all = append(all, document.Piece{Text: p.Plain(" (another alternative)")})
		}
	}
	return all
}

// chain is a part of a path on which nothing parts or meets.
type chain struct {
	tasks           []string
	optional, other bool
}

// chains parts a path with branches, in the order of its steps.
func chains(path escalation.Path) []chain {
	in, out := map[string]int{}, map[string]int{}
	for i, s := range path.Steps {
		for _, a := range path.Arrivals(i) {
			in[s.Task]++
			out[a.From]++
		}
	}
	var list []chain
	for i, s := range path.Steps {
		for _, a := range path.Arrivals(i) {
			at := slices.IndexFunc(list, func(c chain) bool {
				return c.tasks[len(c.tasks)-1] == a.From && c.optional == a.Optional && c.other == a.Other
			})
			if at >= 0 && in[a.From] == 1 && out[a.From] == 1 {
				list[at].tasks = append(list[at].tasks, s.Task)
			} else {
				list = append(list, chain{[]string{a.From, s.Task}, a.Optional, a.Other})
			}
		}
	}
	if len(list) == 0 {
		return []chain{{tasks: TasksOf(path)}}
	}
	return list
}

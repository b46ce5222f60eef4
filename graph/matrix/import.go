package matrix

import (
	"fmt"
	"strings"

	"tasuki/graph"
	"tasuki/graph/matrix/table"
	"tasuki/graph/said"
)

// Import reads the matrix called file from rows as r says, into the facts that
// it states and the account of its rows and marks. Its errors are those of
// [Scan].
func Import(rows table.Rows, r Reading, file string) (graph.Dataset, error) {
	d := graph.Dataset{
		Name: r.Name, Rules: r.Rules,
		Organizations: r.Organizations, Phases: r.Phases,
		Environments: r.Environments, Sites: r.Sites, Components: r.Components,
	}
	for _, c := range r.Categories {
		d.Categories = append(d.Categories, graph.Term{ID: c.ID, Name: c.Name, Parent: c.Parent})
	}
	printed := headings{}
	names := 0
	var s *Scanner
	s, err := NewScanner(r, file, func(rec Record) error {
		for _, text := range append(rec.Headings, rec.Task.ID, rec.Task.Name.JA, rec.Task.Name.EN) {
			names += len(text)
		}
		if err := full(d, s.supplyCount(), names); err != nil {
			return said.Errorf("importing table %q, line %d: %w", file, rec.Task.Source.Line, err)
		}
		if rec.Task.Category == "" {
			rec.Task.Category = printed.add(rec.Headings)
		}
		d.Tasks = append(d.Tasks, rec.Task)
		d.Assignments = append(d.Assignments, rec.Marks...)
		return nil
	})
	if err != nil {
		return graph.Dataset{}, err
	}
	account, err := s.run(rows)
	if err == nil {
		err = full(d, s.supplyCount(), names)
	}
	if err != nil {
		return graph.Dataset{}, err
	}
	d.Categories = append(d.Categories, printed.terms...)
	d.Account = &account
	for _, b := range s.supplies {
		d.Supplies = append(d.Supplies, b.supplies...)
	}
	return d, nil
}

// full fails when a table states more than a dataset may hold, before it is all
// in memory.
func full(d graph.Dataset, supplies, names int) error {
	for _, list := range []struct {
		what    string
		n, most int
	}{{"tasks", len(d.Tasks), graph.MaxTasks}, {"marks", len(d.Assignments), graph.MaxAssignments}, {"supplies", supplies, graph.MaxSupplies}} {
		if list.n > list.most {
			return said.Errorf("the matrix has more than %d %s; split it into several datasets", list.most, list.what)
		}
	}
	if names > maxNames {
		return said.Errorf("the names of tasks and headings have more than %d MiB; shorten them, or split the matrix", maxNames>>20)
	}
	return nil
}

// headings collects the categories that are printed as headings.
type headings struct {
	terms []graph.Term
	ids   map[[2]string]string // parent, text -> ID
	taken map[string]bool      // IDs
}

// add notes a path of headings and returns the ID of its last one: the path
// itself, since the same heading may stand under two others, and a number where
// a heading with a slash looks like another path.
func (h *headings) add(path []string) string {
	if h.ids == nil {
		h.ids, h.taken = map[[2]string]string{}, map[string]bool{}
	}
	parent := ""
	for i, text := range path {
		id, known := h.ids[[2]string{parent, text}]
		if !known {
			joined := strings.Join(path[:i+1], " / ")
			id = joined
			for n := 2; h.taken[id]; n++ {
				id = fmt.Sprintf("%s (%d)", joined, n)
			}
			h.ids[[2]string{parent, text}], h.taken[id] = id, true
			h.terms = append(h.terms, graph.Term{ID: id, Name: graph.Text(text), Parent: parent})
		}
		parent = id
	}
	return parent
}

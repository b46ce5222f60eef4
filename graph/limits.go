package graph

import (
	"fmt"
	"strconv"
)

// What a dataset may hold: with as much, checking and analyzing it stays within some
// seconds and 512 MiB. Matrices far beyond these are accounted for row by row.
const (
	MaxOrganizations = 50_000
	MaxTasks         = 50_000
	MaxAssignments   = 300_000
	MaxFlows         = 2_000
	MaxHandoffs      = 50_000  // of all flows, and those that belong to none
	MaxTerms         = 50_000  // of one vocabulary
	MaxSupplies      = 100_000 //
	MaxIDs           = 300_000 // in the lists of one dataset's entries: aliases, contacts, starts and goals, rows, alternatives
	MaxText          = 100_000 // bytes of one text: a cell of a workbook holds 32,767 letters
)

// oversize returns the lists of d that are longer than a dataset may be, and its
// lists within entries together.
func (d Dataset) oversize() Problems {
	var ps Problems
	limit := func(path, what string, n, most int) {
		if n > most {
			ps = append(ps, Problem{Path: path, Value: strconv.Itoa(n), Message: fmt.Sprintf("are too many %s: a dataset holds at most %d; split it into several datasets", what, most)})
		}
	}
	limit("/organizations", "organizations", len(d.Organizations), MaxOrganizations)
	limit("/tasks", "tasks", len(d.Tasks), MaxTasks)
	limit("/assignments", "assignments", len(d.Assignments), MaxAssignments)
	limit("/flows", "flows", len(d.Flows), MaxFlows)
	limit("/supplies", "supplies", len(d.Supplies), MaxSupplies)
	for _, t := range []struct {
		what string
		list []Term
	}{{"phases", d.Phases}, {"categories", d.Categories}, {"environments", d.Environments}, {"sites", d.Sites}, {"components", d.Components}} {
		limit("/"+t.what, t.what, len(t.list), MaxTerms)
	}
	handoffs, ids := len(d.Handoffs), 0
	for _, h := range d.Handoffs {
		ids += len(h.Basis.Rows)
	}
	for _, f := range d.Flows {
		handoffs += len(f.Handoffs)
		ids += len(f.Start) + len(f.Goal)
		for _, h := range f.Handoffs {
			ids += len(h.Basis.Rows)
		}
	}
	for _, o := range d.Organizations {
		ids += len(o.Aliases) + len(o.Contacts)
	}
	for _, a := range d.Assignments {
		ids += len(a.Alternatives)
	}
	limit("/handoffs", "handoffs", handoffs, MaxHandoffs)
	limit("", "aliases, contacts, starts, goals, rows and alternatives in all", ids, MaxIDs)
	return ps
}

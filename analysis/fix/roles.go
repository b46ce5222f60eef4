package fix

import (
	"slices"

	"tasuki/analysis/overlay"
	"tasuki/graph"
)

// Mark is a mark that is not in the dataset. Who leads a task neither supports it nor is
// merely told of it: a lead takes the place of these marks.
type Mark struct {
	Task         string     `json:"task"`
	Role         graph.Role `json:"role"` // lead or support
	Organization string     `json:"organization"`
}

// Change returns the mark as a change to the dataset.
func (m Mark) Change() overlay.Change {
	if m.Role == graph.Lead {
		return overlay.Change{Kind: overlay.Lead, Task: m.Task, To: m.Organization}
	}
	return overlay.Change{Kind: overlay.Supporter, Task: m.Task, To: m.Organization}
}

// mark is a Mark on positions.
type mark struct {
	task int
	role graph.Role
	org  int
}

// roles are who leads and who supports each task, with marks added.
type roles struct {
	orgs            int
	leads, supports [][]int // by task, each ascending
}

func newRoles(g *graph.Graph) roles {
	r := roles{orgs: len(g.Organizations())}
	for t := range g.Tasks() {
		r.leads, r.supports = append(r.leads, slices.Clone(g.Leads(t))), append(r.supports, slices.Clone(g.Supports(t)))
	}
	return r
}

// Leads returns who leads a task.
func (r roles) Leads(task int) []int { return r.leads[task] }

// Supports returns who supports a task.
func (r roles) Supports(task int) []int { return r.supports[task] }

// with returns the roles with one more mark, on copies of what it changes.
func (r roles) with(m mark) roles {
	r.leads, r.supports = slices.Clone(r.leads), slices.Clone(r.supports)
	r.add(m)
	return r
}

// withAll returns the roles with marks, those of supporters last: who is to lead a task
// and another that is to support it do not depend on the order in which they were found.
func (r roles) withAll(list []mark) roles {
	r.leads, r.supports = slices.Clone(r.leads), slices.Clone(r.supports)
	for _, role := range []graph.Role{graph.Lead, graph.Support} {
		for _, m := range list {
			if m.role == role {
				r.add(m)
			}
		}
	}
	return r
}

// add adds a mark, its task's lists being copied.
func (r roles) add(m mark) {
	if m.role == graph.Support {
		r.supports[m.task] = inserted(r.supports[m.task], m.org)
		return
	}
	r.leads[m.task] = inserted(r.leads[m.task], m.org)
	r.supports[m.task] = slices.DeleteFunc(slices.Clone(r.supports[m.task]), func(o int) bool { return o == m.org })
}

func inserted(list []int, x int) []int {
	at, found := slices.BinarySearch(list, x)
	if found {
		return list
	}
	return slices.Insert(slices.Clone(list), at, x)
}

// eligible returns who may get a mark in a task: as a lead who does not lead it, as a
// supporter who does neither; ascending.
func (r roles) eligible(task int, role graph.Role) []int {
	var list []int
	for o := range r.orgs {
		taken := slices.Contains(r.leads[task], o) || role == graph.Support && slices.Contains(r.supports[task], o)
		if !taken {
			list = append(list, o)
		}
	}
	return list
}

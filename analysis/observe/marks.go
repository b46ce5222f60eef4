package observe

import (
	"tasuki/graph"
)

// mark holds the first standing that an organization has on a task: by marks that are sure,
// and by any. A smaller number stands first; none is [unmarked].
type mark struct {
	sure, any int8
}

// Standings by their place in [Standings].
const (
	lead = iota
	support
	accountable
	informed
	unmarked
	uncertain
	unmapped
	ignored
	nobody
	standings
)

var places = map[graph.Role]int8{graph.Lead: lead, graph.Support: support, graph.Accountable: accountable, graph.Informed: informed}

// marksOf returns the marks of a matrix, and the tasks with a mark that was not read and
// stands under no heading.
func marksOf(g *graph.Graph) (map[[2]int]mark, map[int]bool) {
	marks, anybody := map[[2]int]mark{}, map[int]bool{}
	set := func(task, org string, place int8, sure bool) {
		t, _ := g.TaskIndex(task)
		o, _ := g.OrganizationIndex(org)
		m, ok := marks[[2]int{t, o}]
		if !ok {
			m = mark{unmarked, unmarked}
		}
		m.any = min(m.any, place)
		if sure {
			m.sure = min(m.sure, place)
		}
		marks[[2]int{t, o}] = m
	}
	for _, a := range g.Assignments() {
		set(a.Task, a.Organization, places[a.Role], a.Reading != graph.Uncertain)
		for _, other := range a.Alternatives {
			set(a.Task, other, places[a.Role], false)
		}
	}
	for _, u := range g.Unread() {
		if u.Organization != "" {
			set(u.Task, u.Organization, lead, false)
		} else if t, ok := g.TaskIndex(u.Task); ok {
			anybody[t] = true
		}
	}
	return marks, anybody
}

// standing returns the standing of an organization on a task, and whether some reading makes
// it a lead.
func (p *plan) standing(task, org int) (place int, mayLead bool) {
	m, ok := p.marks[[2]int{task, org}]
	if !ok {
		m = mark{unmarked, unmarked}
	}
	if p.anybody[task] {
		m.any = lead
	}
	if m.any < m.sure {
		return uncertain, m.any == lead
	}
	return int(m.sure), false
}

// counts returns numbers of events by standing.
func counts(n *[standings]int) Counts {
	return Counts{n[lead], n[support], n[accountable], n[informed], n[unmarked], n[uncertain], n[unmapped], n[ignored], n[nobody]}
}

// ledShare returns the share of events by a lead among those whose standing is sure.
func ledShare(n *[standings]int) Share {
	sure := 0
	for _, k := range n[:uncertain] {
		sure += k
	}
	return share(n[lead], sure)
}

func share(part, whole int) Share {
	s := Share{Part: part, Whole: whole}
	if whole > 0 {
		percent := 100 * float64(part) / float64(whole)
		s.Percent = &percent
	}
	return s
}

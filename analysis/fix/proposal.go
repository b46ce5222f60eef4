package fix

import (
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// shown is how many candidates are listed.
const shown = 3

// preferred gives each mark in turn to the first candidate with whom the target is
// reached, and leaves out what is then not needed; by task, role and organization.
func (p *problem) preferred(list []mark) []mark {
	slices.SortFunc(list, compareMarks)
	for i := range list {
		if of := p.possible(list, i, 1); len(of) > 0 {
			list[i].org = of[0]
		}
	}
	list = p.needed(list)
	slices.SortFunc(list, compareMarks)
	return list
}

// possible returns the first candidates, at most so many, with whom the target is reached when
// the other marks are as they are. For flows alone everybody is as good; a share is exceeded
// by nobody but the candidate, and a flow stopped through a lead only where each is needed.
func (p *problem) possible(list []mark, i, most int) []int {
	m, r := list[i], p.today.withAll(slices.Delete(slices.Clone(list), i, i+1))
	var found []int
	for _, o := range p.rank(m.task, p.eligible(r, m.task, m.role)) {
		x := r.with(mark{m.task, m.role, o})
		free := m.role == graph.Support || p.fits(x, o) && (p.inForce.Leads == graph.AnyLead || !p.inFlow[m.task] || len(p.stops(x, never)) == 0)
		if free {
			if found = append(found, o); len(found) == most {
				break
			}
		}
	}
	return found
}

// proposals says of each mark what it is for, and who could have it.
func (p *problem) proposals(list []mark) []Proposal {
	proposals := []Proposal{}
	for i, m := range list {
		task, org := p.g.Tasks()[m.task].ID, p.g.Organizations()[m.org].ID
		x := Proposal{Mark: Mark{task, m.role, org}, Leads: rules.LeadIDs(p.g, m.task), Prevents: []Stop{}}
		if p.inFlow[m.task] {
			others := slices.Delete(slices.Clone(list), i, i+1)
			x.Prevents = p.named(p.stops(p.today.withAll(others), never))
		}
		x.Candidates = p.candidates(m.task, p.possible(list, i, shown))
		proposals = append(proposals, x)
	}
	return proposals
}

// addShare fills in who leads too much, and whether so many organizations can lead less each.
func (f *Fix) addShare(p *problem) {
	if p.limit == nil {
		return
	}
	s := ShareLimit{Led: len(p.g.Tasks()) - len(rules.UnledTasks(p.g)), Over: []string{}, Possible: true}
	all := p.today
	for o, l := range p.loads(p.today) {
		if l.Cmp(p.limit) > 0 {
			s.Over = append(s.Over, p.g.Organizations()[o].ID)
		}
	}
	if len(s.Over) > 0 { // with every task led by all, each leads as much
		all.leads = slices.Clone(all.leads)
		for t, leads := range all.leads {
			for o := 0; len(leads) > 0 && o < all.orgs; o++ {
				all = all.with(mark{t, graph.Lead, o})
			}
		}
		s.Possible = p.heaviest(all) < 0
	}
	f.Share = &s
}

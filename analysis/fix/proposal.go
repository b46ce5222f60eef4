package fix

import (
	"math/big"
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// shown is how many candidates are listed.
const shown = 3

// preferred gives each mark in turn to the first candidate with whom the target is
// reached, and leaves out what is then not needed; by task, role and organization. With a
// share, in which each mark asks all others, only the first [mostExplained] are so given.
func (p *problem) preferred(list []mark, least int) []mark {
	slices.SortFunc(list, compareMarks)
	for i := range list {
		if p.limit != nil && i >= mostExplained {
			break
		}
		if of := p.possible(list, i, 1); len(of) > 0 {
			list[i].org = of[0]
		}
	}
	if len(list) > least { // of the fewest all are needed
		list = p.needed(list)
		slices.SortFunc(list, compareMarks)
	}
	return list
}

// possible returns the first candidates, at most so many, with whom the target is reached when
// the other marks are as they are. For flows alone everybody is as good; a share is exceeded
// by nobody but the candidate, and a flow stopped through a lead only where each is needed.
func (p *problem) possible(list []mark, i, most int) []int {
	m, r := list[i], p.today
	if p.limit != nil { // for flows alone no other mark is in this task
		r = p.today.withAll(slices.Delete(slices.Clone(list), i, i+1))
	}
	var found []int
	for _, o := range p.rank(m.task, p.eligible(r, m.task, m.role)) {
		x := mark{m.task, m.role, o}
		free := m.role == graph.Support || p.fits(r, x) && (p.inForce.Leads == graph.AnyLead || !p.inFlow[m.task] || len(p.stops(r.with(x), never)) == 0)
		if free {
			if found = append(found, o); len(found) == most {
				break
			}
		}
	}
	return found
}

// mostExplained is of how many marks it is said what they are for, and who could have them:
// each of these asks all flows.
const mostExplained = 500

// proposals says of the first marks what they are for, and who could have them.
func (p *problem) proposals(list []mark) []Proposal {
	proposals, kept := []Proposal{}, map[int]bool{}
	for _, m := range list {
		kept[m.task] = true
	}
	for i, m := range list {
		task, org := p.g.Tasks()[m.task].ID, p.g.Organizations()[m.org].ID
		x := Proposal{Mark: Mark{task, m.role, org}, Leads: rules.LeadIDs(p.g, m.task)}
		if i >= mostExplained {
			proposals = append(proposals, x)
			continue
		}
		x.Prevents = []Stop{}
		if p.inFlow[m.task] {
			x.Prevents = p.named(p.stopsBut(list, i, kept))
		}
		x.Candidates = p.candidates(m.task, p.possible(list, i, shown))
		proposals = append(proposals, x)
	}
	return proposals
}

// stopsBut returns who stops which flow with all marks but one. For flows alone a mark is
// what keeps its task whoever is missing.
func (p *problem) stopsBut(list []mark, i int, kept map[int]bool) []stop {
	if p.limit == nil {
		return p.stops(p.today, func(t int) bool { return kept[t] && t != list[i].task })
	}
	return p.stops(p.today.withAll(slices.Delete(slices.Clone(list), i, i+1)), never)
}

// addShare fills in who leads too much, and whether so many organizations can lead less each.
func (f *Fix) addShare(p *problem) {
	if p.limit == nil {
		return
	}
	s := ShareLimit{Led: len(p.g.Tasks()) - len(rules.UnledTasks(p.g)), Over: []string{}, Possible: true}
	for o, l := range p.loads(p.today) {
		if l.Cmp(p.limit) > 0 {
			s.Over = append(s.Over, p.g.Organizations()[o].ID)
		}
	}
	if len(s.Over) > 0 { // with every task led by all, each leads as much
		s.Possible = big.NewRat(int64(s.Led), int64(p.today.orgs)).Cmp(p.limit) <= 0
	}
	f.Share = &s
}

package fix

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// solved is what a search has found.
type solved struct {
	marks []mark // that reach the target, in no order; nil when none were found or needed
	found bool
	least int  // marks that it takes at least
	steps int  // that the search for fewer took; 0 where the bounds left nothing to search for
	none  bool // whether all marks were tried, and none reach the target
}

// solve looks for the fewest marks. For flows alone the tasks that must be kept are all there is to
// find. With a share, marks that reach the target are found by repairing what is wrong, one mark at
// a time, and fewer are looked for from the lower bound on, as long as the budget lasts.
func (p *problem) solve() solved {
	tasks, flows := p.hardest(p.today)
	if p.limit == nil {
		s := solved{least: flows, found: true}
		for _, t := range tasks {
			role, orgs := p.hardenBy(p.today, t)
			s.marks = append(s.marks, mark{t, role, p.rank(t, orgs)[0]})
		}
		return s
	}
	s := solved{least: max(flows, p.atLeast(p.today))}
	if p.inForce.Leads == graph.EachLead { // no mark serves both
		s.least = flows + p.atLeast(p.today)
	}
	s.marks, s.found = p.repair()
	if s.found {
		s.marks = p.needed(s.marks)
	}
	for s.least < p.most(s) {
		t := trial{problem: p, left: p.budget/10 - s.steps, seen: map[string]bool{}}
		better, ok := t.visit(p.today, nil, s.least)
		s.steps = p.budget/10 - max(0, t.left)
		switch {
		case ok:
			s.marks, s.found = p.needed(better), true
			return s
		case t.left <= 0:
			return s
		case !t.short:
			s.none = true
			return s
		}
		s.least++
	}
	return s
}

// most returns how many marks a search for fewer stops at.
func (p *problem) most(s solved) int {
	if s.found {
		return len(s.marks)
	}
	return s.least + 2
}

// hardenBy returns the role that keeps a task whoever is missing, and who may get it.
func (p *problem) hardenBy(r roles, task int) (graph.Role, []int) {
	for _, role := range hardening(p.inForce) {
		if orgs := p.eligible(r, task, role); len(orgs) > 0 {
			return role, orgs
		}
	}
	return "", nil
}

// needed returns the marks without those without any of which the target is reached all
// the same, the last first; those not asked about when the steps are used up stay.
func (p *problem) needed(list []mark) []mark {
	list = slices.Clone(list)
	for again := true; again; {
		again = false
		for i := len(list) - 1; i >= 0; i-- {
			if p.tried++; p.tried > p.budget {
				p.loose = true
				return list
			}
			if fewer := slices.Delete(slices.Clone(list), i, i+1); p.reached(fewer) {
				list, again = fewer, true
			}
		}
	}
	return list
}

// repair adds marks until the target is reached: while somebody leads too much, a lead of one
// of its tasks, of those first that also keep a task; otherwise marks that keep the fewest tasks. Where
// each lead is needed, a lead is only added where nobody stops a flow by it who did not.
func (p *problem) repair() (list []mark, ok bool) {
	r, keeps := p.today, map[int]bool{}
	if p.inForce.Leads == graph.AnyLead {
		tasks, _ := p.hardest(r)
		for _, t := range tasks {
			keeps[t] = true
		}
	}
	add := func(m mark) { list, r = append(list, m), r.with(m) }
	for len(list) < len(p.g.Tasks())*r.orgs {
		if o := p.heaviest(r); o >= 0 {
			m, ok := p.relief(r, o, keeps)
			if !ok {
				return nil, false
			}
			add(m)
			continue
		}
		if len(p.stops(r, never)) == 0 {
			return list, true
		}
		tasks, _ := p.hardest(r)
		if len(tasks) == 0 {
			return nil, false
		}
		for _, t := range tasks {
			role, orgs := p.hardenBy(r, t)
			add(mark{t, role, p.fitting(r, t, role, orgs)})
		}
	}
	return nil, false
}

// relief returns a lead that takes from an organization that leads too much: of the tasks
// that are to be kept and have one lead, then of those with the fewest leads. Where each
// lead is needed, tasks of no flow come first, as their leads stop none; of the others as
// many are tried in all as the search has steps, since all flows are asked for each.
func (p *problem) relief(r roles, org int, keeps map[int]bool) (mark, bool) {
	var tasks []int
	for t, leads := range r.leads {
		if slices.Contains(leads, org) && len(leads) < r.orgs {
			tasks = append(tasks, t)
		}
	}
	slices.SortStableFunc(tasks, func(a, b int) int {
		one := func(t int) int { return map[bool]int{true: -1}[keeps[t] && len(r.leads[t]) == 1] }
		flow := func(t int) int {
			return map[bool]int{true: 1}[p.inForce.Leads == graph.EachLead && p.inFlow[t]]
		}
		return cmp.Or(cmp.Compare(flow(a), flow(b)), cmp.Compare(one(a), one(b)), cmp.Compare(len(r.leads[a]), len(r.leads[b])))
	})
	before := -1
	for _, t := range tasks {
		m := mark{t, graph.Lead, p.fitting(r, t, graph.Lead, p.eligible(r, t, graph.Lead))}
		if p.inForce.Leads == graph.AnyLead || !p.inFlow[t] {
			return m, true
		}
		if before < 0 {
			before = len(p.stops(r, never))
		}
		if p.tried++; p.tried > p.budget {
			return mark{}, false
		}
		if len(p.stops(r.with(m), never)) <= before {
			return m, true
		}
	}
	return mark{}, false
}

// fitting returns the first by rank that leads no more than the limit with a mark, or
// else who leads least.
func (p *problem) fitting(r roles, task int, role graph.Role, orgs []int) int {
	ranked := p.rank(task, orgs)
	if role == graph.Support || p.limit == nil {
		return ranked[0]
	}
	for _, o := range ranked {
		if p.fits(r, mark{task, role, o}) {
			return o
		}
	}
	loads := p.loads(r)
	return slices.MinFunc(ranked, func(a, b int) int { return loads[a].Cmp(loads[b]) })
}

// trial looks for a given number of marks that reach the target: of whatever is wrong it
// tries all marks one of which must be among them. Sets are visited once, in whatever order
// their marks are found.
type trial struct {
	*problem
	left  int  // steps
	short bool // whether more marks could have been tried than the given number
	seen  map[string]bool
}

func (t *trial) visit(r roles, list []mark, more int) ([]mark, bool) {
	if t.left--; t.left < 0 || t.known(list) {
		return nil, false
	}
	if t.atLeast(r) > more {
		t.short = true
		return nil, false
	}
	options := t.options(r)
	if more == 0 && len(options) > 0 {
		t.short = true
		return nil, false
	}
	for _, m := range options {
		if slices.Contains(list, m) {
			continue
		}
		if found, ok := t.visit(r.with(m), append(slices.Clone(list), m), more-1); ok || t.left <= 0 {
			return found, ok
		}
	}
	return list, t.within(r) && len(t.stops(r, never)) == 0
}

// known reports whether the same marks were visited before.
func (t *trial) known(list []mark) bool {
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, compareMarks)
	key := fmt.Sprint(sorted)
	seen := t.seen[key]
	t.seen[key] = true
	return seen
}

// compareMarks orders marks by task, role and organization.
func compareMarks(a, b mark) int {
	return cmp.Or(cmp.Compare(a.task, b.task), cmp.Compare(a.role, b.role), cmp.Compare(a.org, b.org))
}

// options returns marks one of which must be added for the target to be reached; none
// where it is, or cannot be. Tasks of no flow that the same organizations lead do the same.
func (t *trial) options(r roles) []mark {
	var list []mark
	if o := t.heaviest(r); o >= 0 {
		alike := map[string]bool{}
		for task, leads := range r.leads {
			key := fmt.Sprint(leads)
			if !slices.Contains(leads, o) || !t.inFlow[task] && alike[key] {
				continue
			}
			if !t.inFlow[task] {
				alike[key] = true
			}
			for _, to := range t.eligible(r, task, graph.Lead) {
				list = append(list, mark{task, graph.Lead, to})
			}
		}
		return list
	}
	all := t.stops(r, never)
	if len(all) == 0 {
		return nil
	}
	fixed := func(task int) bool { return !t.hardenable(r, task) }
	for _, task := range t.cut(r, all[0], never, fixed) {
		for _, role := range hardening(t.inForce) {
			for _, to := range t.eligible(r, task, role) {
				list = append(list, mark{task, role, to})
			}
		}
	}
	return list
}

// limitOf returns how many of the led tasks a percentage of them is: the decimal that
// the number is written as, exactly.
func limitOf(g *graph.Graph, percent float64) *big.Rat {
	share, _ := new(big.Rat).SetString(strconv.FormatFloat(percent, 'g', -1, 64))
	led := len(g.Tasks()) - len(rules.UnledTasks(g))
	return share.Mul(share, big.NewRat(int64(led), 100))
}

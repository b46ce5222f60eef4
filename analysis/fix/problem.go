package fix

import (
	"math/big"
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// problem is a target on positions.
type problem struct {
	g       *graph.Graph
	inForce rules.Rules
	today   roles
	flows   []flow.Graph // that are to stand the loss of anybody, by ID; those that do not work at all are not among them
	asked   []*flow.Parallel
	limit   *big.Rat // tasks that one organization may lead at most; nil: any number
	exempt  map[stop]bool
	inFlow  []bool        // by task, whether one of the flows has it
	budget  int           // steps of each search
	tried   int           // leads of tasks in flows that were tried for a share, and marks that were left out by way of trial
	loose   bool          // whether marks were found that may not all be needed
	ranked  [][]Candidate // by task, in their order; nil until asked for
	beside  *beside       // nil until asked for
}

// stop is a flow, by its position, and an organization without which nothing is left of it.
type stop struct{ flow, org int }

// budget is about how many looks at handoffs and tasks a search may take.
const budget = 400_000_000

func newProblem(g *graph.Graph, inForce rules.Rules, flows []flow.Graph, limit *big.Rat) *problem {
	p := &problem{g: g, inForce: inForce, today: newRoles(g), flows: flows, limit: limit, exempt: map[stop]bool{}, inFlow: make([]bool, len(g.Tasks())), ranked: make([][]Candidate, len(g.Tasks()))}
	looks := 1 + len(g.Tasks())
	for _, f := range flows {
		p.asked = append(p.asked, flow.NewParallel(f))
		looks += (len(f.Tasks) + len(f.Flow.Handoffs)) * (1 + len(g.Organizations())/64)
		for _, t := range f.Index {
			p.inFlow[t] = true
		}
	}
	p.budget = min(20_000, max(100, budget/(20*looks)))
	return p
}

// hardening returns the roles in which one more mark keeps a task whoever is missing: a
// supporter who stands in where they do, or else a second lead where one of several
// suffices. None where the rules let no mark help.
func hardening(r rules.Rules) []graph.Role {
	list := []graph.Role{}
	if r.Support == graph.Fallback {
		list = append(list, graph.Support)
	}
	if r.Leads == graph.AnyLead {
		list = append(list, graph.Lead)
	}
	return list
}

// hardenable reports whether one more mark keeps a task whoever is missing.
func (p *problem) hardenable(r roles, task int) bool {
	return len(r.leads[task]) > 0 && slices.ContainsFunc(hardening(p.inForce), func(role graph.Role) bool { return len(p.eligible(r, task, role)) > 0 })
}

// eligible returns who may get a mark in a task, ascending: as a lead who does not lead
// it and has not been added as a supporter, as a supporter who does neither.
func (p *problem) eligible(r roles, task int, role graph.Role) []int {
	return slices.DeleteFunc(r.eligible(task, role), func(o int) bool {
		return slices.Contains(r.supports[task], o) && !slices.Contains(p.today.supports[task], o)
	})
}

// losers returns the leads without whom a task is lost.
func (p *problem) losers(r roles, task int) []int {
	var list []int
	for _, o := range r.leads[task] {
		if p.inForce.OutcomeOf(r, task, rules.Only(o)) == rules.Lost {
			list = append(list, o)
		}
	}
	return list
}

// stoppers returns who alone stops a flow, ascending, where tasks for which kept is true
// are never lost: 64 losses at once.
func (p *problem) stoppers(r roles, f int, kept func(task int) bool) []int {
	g := p.flows[f]
	losers, orgs := make([][]int, len(g.Tasks)), []int{}
	for v, t := range g.Index {
		if !kept(t) {
			losers[v] = p.losers(r, t)
			orgs = append(orgs, losers[v]...)
		}
	}
	slices.Sort(orgs)
	orgs = slices.Compact(orgs)
	lost, stopping := make([]uint64, len(g.Tasks)), []int{}
	for from := 0; from < len(orgs); from += 64 {
		some := orgs[from:min(len(orgs), from+64)]
		clear(lost)
		for v, list := range losers {
			for _, o := range list {
				if at, found := slices.BinarySearch(some, o); found {
					lost[v] |= 1 << at
				}
			}
		}
		blocked := p.asked[f].Blocked(func(v int) uint64 { return lost[v] })
		for at, o := range some {
			if blocked>>at&1 == 1 {
				stopping = append(stopping, o)
			}
		}
	}
	return stopping
}

// never keeps no task beyond what marks keep.
func never(int) bool { return false }

// stops returns who stops which flow, but for those that no mark can keep from it.
func (p *problem) stops(r roles, kept func(task int) bool) []stop {
	var list []stop
	for f := range p.flows {
		for _, o := range p.stoppers(r, f, kept) {
			if s := (stop{f, o}); !p.exempt[s] {
				list = append(list, s)
			}
		}
	}
	return list
}

// cut returns tasks of a flow of which one must be kept for somebody not to stop it: what
// is lost without them and may be kept, less what can be back while nothing is left all
// the same, the last by ID first. Fixed says which tasks stay lost whatever is added; empty when
// nothing but these stops the flow.
func (p *problem) cut(r roles, s stop, kept, fixed func(task int) bool) []int {
	g := p.flows[s.flow]
	lost := g.Avoiding()
	for v, t := range g.Index {
		lost[v] = !kept(t) && slices.Contains(p.losers(r, t), s.org)
	}
	var tasks []int
	for v, t := range slices.Backward(g.Index) {
		if !lost[v] || fixed(t) {
			continue
		}
		if lost[v] = false; g.Passable(lost) {
			lost[v] = true
			tasks = append(tasks, t)
		}
	}
	slices.Reverse(tasks)
	return tasks
}

// reached reports whether marks reach the target.
func (p *problem) reached(list []mark) bool {
	r := p.today.withAll(list)
	return p.within(r) && len(p.stops(r, never)) == 0
}

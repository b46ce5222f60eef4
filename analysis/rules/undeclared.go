package rules

import (
	"slices"

	"tasuki/graph"
)

// Undeclared returns what the rules may be instead of those in force, where
// neither the dataset nor the options state them: with the other rule for leads,
// with the other for supporters, and with both, as far as these are open. A rule
// that can decide nothing counts as stated: that for leads where no task has
// several, that for supporters where no task with a lead has one. A cell that could
// not be read may be either; no other reading of a mark adds one to a task.
func Undeclared(g *graph.Graph, o Options) []Rules {
	joint, helped := Decide(g)
	now := InForce(g, o)
	leads, support := []graph.LeadRule{now.Leads}, []graph.SupportRule{now.Support}
	if now.LeadsAssumed && joint {
		leads = append(leads, graph.AnyLead)
	}
	if now.SupportAssumed && helped {
		support = append(support, graph.Fallback)
	}
	var list []Rules
	for _, s := range support {
		for _, l := range leads {
			list = append(list, Rules{l, s})
		}
	}
	return list[1:]
}

// Decide reports which rules can decide anything: that for leads where a task may have
// several, that for supporters where one that may have a lead may have one, too.
func Decide(g *graph.Graph) (leads, support bool) {
	unread := map[string]int{}
	for _, u := range g.Unread() {
		unread[u.Task]++
	}
	for t, task := range g.Tasks() {
		leading, supporting := len(g.Leads(t))+unread[task.ID], len(g.Supports(t))+unread[task.ID]
		leads = leads || leading > 1
		support = support || leading > 0 && supporting > 0
	}
	return leads, support
}

// Under returns options that ask for rules.
func (o Options) Under(r Rules) Options {
	o.Leads, o.Support = r.Leads, r.Support
	return o
}

// Instead is what is so under rules that nobody declared, and that may hold
// instead of those in force.
type Instead[T any] struct {
	Rules Rules
	Says  T
}

// Telling returns the entries that differ from what is so under the rules in
// force. That with both rules changed is left out where those with one of them
// changed say the same already.
func Telling[T any](inForce Rules, now T, list []Instead[T], equal func(a, b T) bool) []Instead[T] {
	var single, both []Instead[T]
	for _, x := range list {
		switch {
		case x.Rules.Leads != inForce.Leads && x.Rules.Support != inForce.Support:
			both = append(both, x)
		case !equal(x.Says, now):
			single = append(single, x)
		}
	}
	return append(single, slices.DeleteFunc(both, func(x Instead[T]) bool {
		if len(single) == 0 {
			return equal(x.Says, now)
		}
		return !slices.ContainsFunc(single, func(s Instead[T]) bool { return !equal(s.Says, x.Says) })
	})...)
}

package findings

import (
	"cmp"
	"reflect"
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// stops are the flows that the loss of one organization leaves no way.
type stops struct {
	organization string
	flows        []string            // all of them, by ID
	between      []string            // by losing tasks between the ends alone
	always       []string            // in every reading of the uncertain marks, under whatever rules may hold
	open         int                 // how many of flows it is not known of whether it stops them in every reading
	marks        placement.Certainty // over the readings of the uncertain marks
	dependsOn    []string            // tasks with an uncertain mark
}

// stopsByOrganization returns the organizations that stop a flow under rules:
// first those that stop most between the ends, then most at all, ties by ID.
func stopsByOrganization(r *Review, g *graph.Graph, under rules.Rules) []stops {
	var list []stops
	for _, o := range g.Organizations() {
		s := stops{organization: o.ID, marks: placement.Holds, dependsOn: []string{}}
		for i, f := range r.FlowSPOFs {
			facts := f.Under(under)
			if !slices.Contains(facts.Organizations, o.ID) {
				continue
			}
			s.flows = append(s.flows, f.Flow)
			if !slices.Contains(facts.AtEndsOnly, o.ID) {
				s.between = append(s.between, f.Flow)
			}
			s.add(r.Certainties.FlowSPOFs[i], f.Flow)
		}
		slices.SortFunc(s.dependsOn, graph.Compare)
		s.dependsOn = slices.Compact(s.dependsOn)
		if len(s.flows) > 0 {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, compareStops)
	return list
}

// compareStops puts first who stops more flows between the ends, then more at all.
func compareStops(a, b stops) int {
	return cmp.Or(cmp.Compare(len(b.between), len(a.between)), cmp.Compare(len(b.flows), len(a.flows)))
}

// add takes in how sure it is that the organization stops a flow.
func (s *stops) add(c certainty.Conclusion, flow string) {
	if slices.Contains(c.Always, s.organization) {
		s.always = append(s.always, flow)
		return
	}
	refuted := false
	refute := func(organizations []string, moves []placement.Move) {
		if slices.Contains(organizations, s.organization) {
			return
		}
		for _, m := range moves {
			refuted = true
			s.dependsOn = append(s.dependsOn, m.Task)
		}
	}
	for _, r := range c.Counters {
		refute(r.Organizations, r.Moves)
	}
	for _, o := range c.Otherwise {
		refute(o.Organizations, o.Moves)
	}
	if refuted {
		s.marks = placement.Depends
		return
	}
	if slices.ContainsFunc(c.Members, func(m certainty.Member) bool {
		return m.Organization == s.organization && m.Readings != nil && m.Readings.Exact && m.Readings.All()
	}) {
		return // only the rules can change it
	}
	s.open++
	if s.marks == placement.Holds {
		s.marks = placement.NotComputed
	}
}

// otherwise says what the organization stops under each setting of the rules that
// nobody declared, where that differs, and what more there is to say of it among
// all that stop flows then.
func (s stops) otherwise(r *Review, g *graph.Graph, more func(then stops, all []stops) Statement) []rules.Instead[Statement] {
	now := says(StopsInstead, len(s.flows), len(s.between))
	var list []rules.Instead[Statement]
	for _, under := range r.Certainties.Undeclared {
		all := stopsByOrganization(r, g, under)
		x := stops{}
		if i := slices.IndexFunc(all, func(x stops) bool { return x.organization == s.organization }); i >= 0 {
			x = all[i]
		}
		list = append(list, rules.Instead[Statement]{Rules: under, Says: append(says(StopsInstead, len(x.flows), len(x.between)), more(x, all)...)})
	}
	return rules.Telling(r.Rules.Rules, now, list, func(a, b Statement) bool { return reflect.DeepEqual(a, b) })
}

// certainty returns how sure it is that the organization stops its flows.
func (s stops) certainty(otherwise []rules.Instead[Statement]) placement.Certainty {
	if len(otherwise) > 0 && s.marks != placement.Depends {
		return placement.Assumed
	}
	return s.marks
}

// rulesOf returns the rules of what is so under others.
func rulesOf(list []rules.Instead[Statement]) []rules.Rules {
	all := []rules.Rules{}
	for _, x := range list {
		all = append(all, x.Rules)
	}
	return all
}

// assuming returns a statement with a clause on what it assumes, and what would
// be so instead; nothing, when no rule that nobody declared changes it.
func (s Statement) assuming(inForce rules.Rules, otherwise []rules.Instead[Statement]) Statement {
	if len(otherwise) == 0 {
		return s
	}
	return s.and(Assumes, inForce, otherwise)
}

// organizationStopFindings is low where an organization stops flows only by
// leading their ends: no flow can do without who reports and who receives.
func organizationStopFindings(l *linter, c check) []Finding {
	var list []Finding
	for _, s := range stopsByOrganization(l.Review, l.g, l.Rules.Rules) {
		otherwise := s.otherwise(l.Review, l.g, func(stops, []stops) Statement { return nil })
		f := c.finding(rules.Subject{Kind: rules.AboutOrganization, ID: s.organization}, s.flows, stopMessage(l.Review, s).onSomeStart(l.Review, s).assuming(l.Rules.Rules, otherwise))
		if len(s.between) == 0 {
			f.Severity = Low
		}
		f.Certainty, f.DependsOn, f.Assumes = s.certainty(otherwise), s.dependsOn, rulesOf(otherwise)
		list = append(list, f)
	}
	return list
}

// onSomeStart adds in how many more flows an organization leaves some start no way.
func (m Statement) onSomeStart(r *Review, s stops) Statement {
	n := 0
	for _, f := range r.FlowSPOFs {
		if e := f.EveryStart; e != nil && slices.Contains(e.Organizations, s.organization) && !slices.Contains(s.flows, f.Flow) {
			n++
		}
	}
	if n == 0 {
		return m
	}
	return m.and(StopsSomeStart, n)
}

func stopMessage(r *Review, s stops) Statement {
	return says(StopsFlows, rules.Subject{Kind: rules.AboutOrganization, ID: s.organization}, len(s.flows), len(r.FlowSPOFs)).
		and(StopsBetween, len(s.between), string(r.Rules.Leads), string(r.Rules.Support))
}

package findings

import (
	"cmp"
	"slices"

	"tasuki/analysis/certainty"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
)

// bottleneckFindings is high for one organization that leads more than the
// limit, in percent of all lead marks, and has no other before it by handoffs,
// where any are declared.
func bottleneckFindings(l *linter, c check) []Finding {
	if l.Totals.LeadMarks == 0 {
		return nil
	}
	top := l.Bottleneck.Organizations[0]
	f := c.finding(rules.Subject{Kind: rules.AboutOrganization, ID: top.Organization}, []string{}, says(LeadsMarks,
		rules.Subject{Kind: rules.AboutOrganization, ID: top.Organization}, top.LeadMarks, l.Totals.LeadMarks, Percent(*top.LeadMarksPercent)))
	if tied := len(l.Certainties.First.Organizations); tied == 1 {
		f.Message = f.Message.and(MostMarks)
	} else {
		f.Message = f.Message.and(TiedForMost, tied)
	}
	if assigned := l.Bottleneck.Handoffs - l.Bottleneck.Unassigned; assigned > 0 {
		f.Message = f.Message.and(PassesHandoffs, top.Handoffs.Through, assigned, *top.RankByHandoffs)
	}
	if *top.LeadMarksPercent <= l.Options.LeadLimit || len(l.Certainties.First.Organizations) > 1 || top.RankByHandoffs != nil && *top.RankByHandoffs > 1 {
		f.Severity = Medium
	}
	for _, t := range l.Bottleneck.Tasks {
		if slices.Contains(t.Leads, top.Organization) && t.Betweenness.Value > 0 {
			f.Evidence = append(f.Evidence, t.Task)
		}
	}
	slices.SortFunc(f.Evidence, graph.Compare)
	f.Certainty, f.DependsOn = l.Certainties.First.Certainty, taskIDs(l.Certainties.First.DependsOn)
	return []Finding{f}
}

// stops are the flows that the loss of one organization leaves no way.
type stops struct {
	organization string
	flows        []string // all of them, by ID
	between      []string // by losing tasks between the ends alone
	always       []string // in every reading of the uncertain marks
	open         int      // how many of flows it is not known of whether it stops them in every reading
	certainty    placement.Certainty
	dependsOn    []string // tasks with an uncertain mark
}

// stopsByOrganization returns the organizations that stop a flow: first those
// that stop most between the ends, then most at all, ties by ID.
func stopsByOrganization(r *Review, g *graph.Graph) []stops {
	var list []stops
	for _, o := range g.Organizations() {
		s := stops{organization: o.ID, certainty: placement.Holds, dependsOn: []string{}}
		for i, f := range r.FlowSPOFs {
			at := slices.IndexFunc(f.Organizations, func(x spof.OrganizationSPOF) bool { return x.Organization == o.ID })
			if at < 0 {
				continue
			}
			s.flows = append(s.flows, f.Flow)
			if !f.Organizations[at].AtEndsOnly {
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
	slices.SortStableFunc(list, func(a, b stops) int {
		return cmp.Or(cmp.Compare(len(b.between), len(a.between)), cmp.Compare(len(b.flows), len(a.flows)))
	})
	return list
}

// add takes in how sure it is that the organization stops a flow.
func (s *stops) add(c certainty.Conclusion, flow string) {
	if slices.Contains(c.Always, s.organization) {
		s.always = append(s.always, flow)
		return
	}
	refuted := false
	for _, r := range c.Counters {
		if slices.Contains(r.Organizations, s.organization) {
			continue
		}
		refuted = true
		for _, m := range r.Moves {
			s.dependsOn = append(s.dependsOn, m.Task)
		}
	}
	if refuted {
		s.certainty = placement.Depends
		return
	}
	s.open++
	if s.certainty == placement.Holds {
		s.certainty = placement.NotComputed
	}
}

// organizationStopFindings is low where an organization stops flows only by
// leading their ends: no flow can do without who reports and who receives.
func organizationStopFindings(l *linter, c check) []Finding {
	var list []Finding
	for _, s := range stopsByOrganization(l.Review, l.g) {
		f := c.finding(rules.Subject{Kind: rules.AboutOrganization, ID: s.organization}, s.flows, stopMessage(l.Review, s))
		if len(s.between) == 0 {
			f.Severity = Low
		}
		f.Certainty, f.DependsOn = s.certainty, s.dependsOn
		list = append(list, f)
	}
	return list
}

func stopMessage(r *Review, s stops) Statement {
	return says(StopsFlows, rules.Subject{Kind: rules.AboutOrganization, ID: s.organization}, len(s.flows), len(r.FlowSPOFs)).
		and(StopsBetween, len(s.between), string(r.Rules.Leads), string(r.Rules.Support))
}

func taskStopFindings(l *linter, c check) []Finding {
	var list []Finding
	for _, s := range l.FlowSPOFs {
		if len(s.Tasks) > 0 {
			list = append(list, c.finding(rules.Subject{Kind: rules.AboutFlow, ID: s.Flow}, s.Tasks, says(UnavoidableTasks, rules.Subject{Kind: rules.AboutFlow, ID: s.Flow}, len(s.Tasks))))
		}
	}
	return list
}

func handoffFindings(l *linter, c check) []Finding {
	to := map[string]bool{}
	for _, h := range l.g.Handoffs() {
		to[h.To] = true
	}
	marked := map[string]bool{}
	for _, a := range l.g.Assignments() {
		marked[a.Task] = true
	}
	list := c.ofTasks(l.g, func(t int) bool { id := l.g.Tasks()[t].ID; return to[id] && !marked[id] }, ToNobody)
	for i, f := range list {
		for _, u := range l.g.Unread() {
			if slices.Contains(f.Evidence, u.Task) && !slices.Contains(list[i].DependsOn, u.Task) {
				list[i].DependsOn, list[i].Certainty = append(list[i].DependsOn, u.Task), placement.Depends
			}
		}
		slices.SortFunc(list[i].DependsOn, graph.Compare)
	}
	return list
}

func deadEndFindings(l *linter, c check) []Finding {
	var list []Finding
	for _, e := range l.Escalations {
		if len(e.DeadEnds) > 0 {
			list = append(list, c.finding(rules.Subject{Kind: rules.AboutFlow, ID: e.Flow}, e.DeadEnds, says(DeadEnds, rules.Subject{Kind: rules.AboutFlow, ID: e.Flow}, len(e.DeadEnds))))
		}
	}
	return list
}

func flowlessFindings(l *linter, c check) []Finding {
	if len(l.g.Flows()) > 0 {
		return nil
	}
	return []Finding{c.finding(rules.Subject{Kind: rules.AboutDataset}, []string{}, says(NoFlows).and(DeclareFlows))}
}

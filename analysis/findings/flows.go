package findings

import (
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/spof"
	"tasuki/graph"
)

// bottleneckFindings is about the one organization that leads most: a tie is no
// bottleneck. It is high where that leads more than the limit, in percent of all lead
// marks, and has no other before it by handoffs, where any are declared.
func bottleneckFindings(l *linter, c check) []Finding {
	if len(l.Certainties.First.Organizations) != 1 {
		return nil
	}
	top := l.Bottleneck.Organizations[0]
	f := c.finding(rules.Subject{Kind: rules.AboutOrganization, ID: top.Organization}, []string{}, says(LeadsTasks,
		rules.Subject{Kind: rules.AboutOrganization, ID: top.Organization}, top.LeadMarks, l.Totals.Tasks, Percent(100*float64(top.LeadMarks)/float64(l.Totals.Tasks))))
	f.Message = f.Message.and(MostMarks).and(ShareOfMarks, Percent(*top.LeadMarksPercent), l.Totals.LeadMarks)
	if assigned := l.Bottleneck.Handoffs - l.Bottleneck.Unassigned; assigned > 0 {
		f.Message = f.Message.and(PassesHandoffs, top.Handoffs.In+top.Handoffs.Out, top.Handoffs.Within, assigned, *top.RankByHandoffs)
	}
	if *top.LeadMarksPercent <= l.Options.LeadLimit || top.RankByHandoffs != nil && *top.RankByHandoffs > 1 {
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

func taskStopFindings(l *linter, c check) []Finding {
	var list []Finding
	for _, s := range l.FlowSPOFs {
		code := UnavoidableTasks
		if s.Splits {
			code = NeededTasks
		}
		if len(s.Tasks) == 0 {
			continue
		}
		message := says(code, rules.Subject{Kind: rules.AboutFlow, ID: s.Flow}, len(s.Tasks))
		if more := forEveryStart(s); more > 0 {
			message = message.and(StartsNeed, more)
		}
		list = append(list, c.finding(rules.Subject{Kind: rules.AboutFlow, ID: s.Flow}, s.Tasks, message))
	}
	return list
}

// forEveryStart counts the tasks that a flow of several starts needs to work from each of
// them, but not to work from some.
func forEveryStart(s spof.FlowSPOF) int {
	if s.EveryStart == nil {
		return 0
	}
	return len(slices.DeleteFunc(slices.Clone(s.EveryStart.Tasks), func(id string) bool { return slices.Contains(s.Tasks, id) }))
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
	list := c.ofTasks(l, func(t int) bool { id := l.g.Tasks()[t].ID; return to[id] && !marked[id] }, ToNobody)
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
	return absent(c.finding(rules.Subject{Kind: rules.AboutDataset}, []string{}, says(NoFlows).and(DeclareFlows)))
}

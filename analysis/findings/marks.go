package findings

import (
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

func unledFindings(l *linter, c check) []Finding {
	work := func(t int) bool { return l.g.Tasks()[t].Kind != graph.Gateway }
	return l.open(c.ofTasks(l, func(t int) bool { return work(t) && len(l.g.Leads(t)) == 0 }, WithoutLead),
		func(who rules.Roles, task int) bool { return work(task) && len(who.Leads(task)) == 0 })
}

// open says of findings about tasks on which tasks they depend: those with a mark
// that may be nobody's, of which another reading says otherwise. All other marks
// leave how many lead or support a task.
func (l *linter) open(list []Finding, broken func(who rules.Roles, task int) bool) []Finding {
	if len(list) == 0 {
		return list
	}
	var tasks []int
	for _, gr := range l.groups {
		if l.among(gr.Task) && gr.Role != graph.Informed && gr.Varies() && !slices.Contains(tasks, gr.Task) {
			tasks = append(tasks, gr.Task)
		}
	}
	readings := placement.VariantsOf(l.g, tasks, l.groups)
	for i := range list {
		f := &list[i]
		for _, task := range tasks {
			now := broken(l.g, task)
			switch {
			case len(readings[task]) == 0:
				f.Certainty = placement.NotComputed
			case slices.ContainsFunc(readings[task], func(x placement.Variant) bool { return broken(x, task) != now }):
				f.DependsOn = append(f.DependsOn, l.g.Tasks()[task].ID)
			}
		}
		if len(f.DependsOn) > 0 {
			f.Certainty = placement.Depends
		}
	}
	return list
}

func jointLeadFindings(l *linter, c check) []Finding {
	if !l.Rules.LeadsAssumed {
		return nil
	}
	return absent(l.open(c.ofTasks(l, func(t int) bool { return len(l.g.Leads(t)) > 1 }, SeveralLeads),
		func(who rules.Roles, task int) bool { return len(who.Leads(task)) > 1 })...)
}

// bothMarksFindings depends on the uncertain marks of a task when one of its
// readings gives no organization both marks.
func bothMarksFindings(l *linter, c check) []Finding {
	both := func(who rules.Roles, task int) bool {
		return slices.ContainsFunc(who.Leads(task), func(org int) bool { return slices.Contains(who.Supports(task), org) })
	}
	list := c.ofTasks(l, func(t int) bool { return both(l.g, t) }, BothMarks)
	for i := range list {
		for _, id := range list[i].Evidence {
			task, _ := l.g.TaskIndex(id)
			uncertain, escape := placement.VariantsOf(l.g, []int{task}, l.groups)[task], func(x placement.Variant) bool { return !both(x, task) }
			switch {
			case uncertain == nil:
				continue
			case len(uncertain) == 0:
				list[i].Certainty = placement.NotComputed
			case slices.ContainsFunc(uncertain, escape):
				list[i].DependsOn = append(list[i].DependsOn, id)
			}
		}
		if len(list[i].DependsOn) > 0 {
			list[i].Certainty = placement.Depends
		}
	}
	return list
}

func unsupportedFindings(l *linter, c check) []Finding {
	return l.open(c.ofTasks(l, func(t int) bool { return len(l.g.Supports(t)) == 0 }, WithoutSupport),
		func(who rules.Roles, task int) bool { return len(who.Supports(task)) == 0 })
}

func supporterFindings(l *linter, c check) []Finding {
	list := c.ofTasks(l, func(t int) bool { return len(l.g.Supports(t)) > l.Options.Supporters }, ManySupporters)
	for i := range list {
		list[i].Message = list[i].Message.and(SupporterLimit, l.Options.Supporters)
	}
	return l.open(list, func(who rules.Roles, task int) bool { return len(who.Supports(task)) > l.Options.Supporters })
}

func accountableFindings(l *linter, c check) []Finding {
	list := c.ofTasks(l, func(t int) bool { return len(l.g.Accountable(t)) > 1 }, ManyAccountable)
	fewer, more := map[string]int{}, map[string]int{} // marks that may be nobody's, or one
	for _, a := range l.g.Assignments() {
		if a.Role == graph.Accountable && a.Reading == graph.Uncertain && len(a.Alternatives) == 0 {
			fewer[a.Task]++
		}
	}
	for _, u := range l.g.Unread() {
		more[u.Task]++
	}
	for i := range list {
		for t, task := range l.g.Tasks() {
			n := len(l.g.Accountable(t))
			if l.among(t) && (n-fewer[task.ID] > 1) != (n+more[task.ID] > 1) {
				list[i].DependsOn, list[i].Certainty = append(list[i].DependsOn, task.ID), placement.Depends
			}
		}
	}
	return list
}

// unmarkedFindings depends on the marks that may be the organization's.
func unmarkedFindings(l *linter, c check) []Finding {
	var list []Finding
	for org, o := range l.g.Organizations() {
		if l.g.Marks(org) > 0 {
			continue
		}
		f := c.finding(rules.Subject{Kind: rules.AboutOrganization, ID: o.ID}, []string{}, says(WithoutMarks, rules.Subject{Kind: rules.AboutOrganization, ID: o.ID}))
		marks := slices.DeleteFunc(slices.Clone(l.Certainties.Marks), func(m placement.Mark) bool {
			return !slices.Contains(m.Alternatives, o.ID)
		})
		if len(marks) > 0 {
			f.Certainty, f.DependsOn = placement.Depends, taskIDs(marks)
		}
		list = append(list, f)
	}
	return list
}

// leadLimitFindings looks at the share of led tasks, a joint lead split
// equally, and at the least share that any reading leaves.
func leadLimitFindings(l *linter, c check) []Finding {
	all := l.Concentrations[0]
	if all.Organizations == nil {
		return nil
	}
	leads := placement.OfRole(l.groups, graph.Lead)
	least, _ := placement.WorkloadBounds(l.g, leads)
	newlyLed := 0 // tasks that nobody leads as read, and somebody may
	for _, gr := range leads {
		if len(gr.Holders(gr.Current())) == 0 {
			newlyLed++
		}
	}
	var list []Finding
	for _, s := range all.Organizations.Shares {
		if s.Percent <= l.Options.LeadLimit {
			continue
		}
		f := c.finding(rules.Subject{Kind: rules.AboutOrganization, ID: s.Organization}, []string{}, says(OverLimit,
			rules.Subject{Kind: rules.AboutOrganization, ID: s.Organization}, all.Led, Percent(s.Percent), Given(l.Options.LeadLimit)))
		org, _ := l.g.OrganizationIndex(s.Organization)
		for _, task := range l.g.Led(org) {
			f.Evidence = append(f.Evidence, l.g.Tasks()[task].ID)
		}
		if exact.Percent(least.Tasks(org), float64(all.Led+newlyLed)) <= l.Options.LeadLimit {
			f.Certainty = placement.Depends
			if !placement.Exact(leads) {
				f.Certainty = placement.NotComputed
			}
			f.DependsOn = taskIDs(slices.DeleteFunc(slices.Clone(l.Certainties.Marks), func(m placement.Mark) bool {
				return m.Role != graph.Lead || m.Organization != s.Organization && m.Organization != ""
			}))
		}
		list = append(list, f)
	}
	return list
}

func timingFindings(l *linter, c check) []Finding {
	known := slices.ContainsFunc(l.g.Tasks(), func(t graph.Task) bool { return t.Timing != "" })
	return absent(c.ofTasks(l, func(t int) bool { return known && l.g.Tasks()[t].Timing == "" }, WithoutTiming)...)
}

func uncertainFindings(l *linter, c check) []Finding {
	marks := slices.DeleteFunc(slices.Clone(l.Certainties.Marks), func(m placement.Mark) bool {
		task, _ := l.g.TaskIndex(m.Task)
		return !l.among(task)
	})
	if len(marks) == 0 {
		return nil
	}
	return []Finding{c.finding(rules.Subject{Kind: rules.AboutDataset}, taskIDs(marks), says(UncertainMarks, len(marks), len(l.g.Assignments())+l.Totals.Unread))}
}

func ruleFindings(l *linter, c check) []Finding {
	if !l.Rules.LeadsAssumed && !l.Rules.SupportAssumed {
		return nil
	}
	return absent(c.finding(rules.Subject{Kind: rules.AboutDataset}, []string{}, says(RulesAssumed, string(l.Rules.Leads), string(l.Rules.Support))))
}

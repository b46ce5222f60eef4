package findings

import (
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

func unledFindings(l *linter, c check) []Finding {
	return c.ofTasks(l.g, func(t int) bool { return len(l.g.Leads(t)) == 0 }, WithoutLead)
}

func jointLeadFindings(l *linter, c check) []Finding {
	if !l.Rules.LeadsAssumed {
		return nil
	}
	return absent(c.ofTasks(l.g, func(t int) bool { return len(l.g.Leads(t)) > 1 }, SeveralLeads)...)
}

// bothMarksFindings depends on the uncertain marks of a task when one of its
// readings gives no organization both marks.
func bothMarksFindings(l *linter, c check) []Finding {
	both := func(who rules.Roles, task int) bool {
		return slices.ContainsFunc(who.Leads(task), func(org int) bool { return slices.Contains(who.Supports(task), org) })
	}
	list := c.ofTasks(l.g, func(t int) bool { return both(l.g, t) }, BothMarks)
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
	return c.ofTasks(l.g, func(t int) bool { return len(l.g.Supports(t)) == 0 }, WithoutSupport)
}

func supporterFindings(l *linter, c check) []Finding {
	list := c.ofTasks(l.g, func(t int) bool { return len(l.g.Supports(t)) > l.Options.Supporters }, ManySupporters)
	for i := range list {
		list[i].Message = list[i].Message.and(SupporterLimit, l.Options.Supporters)
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
		if exact.Percent(least.Tasks(org), float64(all.Led)) <= l.Options.LeadLimit {
			f.Certainty = placement.Depends
			if !placement.Exact(leads) {
				f.Certainty = placement.NotComputed
			}
			f.DependsOn = taskIDs(slices.DeleteFunc(slices.Clone(l.Certainties.Marks), func(m placement.Mark) bool {
				return m.Role != graph.Lead || m.Organization != s.Organization
			}))
		}
		list = append(list, f)
	}
	return list
}

func timingFindings(l *linter, c check) []Finding {
	known := slices.ContainsFunc(l.g.Tasks(), func(t graph.Task) bool { return t.Timing != "" })
	return absent(c.ofTasks(l.g, func(t int) bool { return known && l.g.Tasks()[t].Timing == "" }, WithoutTiming)...)
}

func uncertainFindings(l *linter, c check) []Finding {
	marks := l.Certainties.Marks
	if len(marks) == 0 {
		return nil
	}
	return []Finding{c.finding(rules.Subject{Kind: rules.AboutDataset}, taskIDs(marks), says(UncertainMarks, len(marks), len(l.g.Assignments())))}
}

func ruleFindings(l *linter, c check) []Finding {
	if !l.Rules.LeadsAssumed && !l.Rules.SupportAssumed {
		return nil
	}
	return absent(c.finding(rules.Subject{Kind: rules.AboutDataset}, []string{}, says(RulesAssumed, string(l.Rules.Leads), string(l.Rules.Support))))
}

package findings

import (
	"cmp"
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// LintRule is a rule that findings come from.
type LintRule struct {
	ID       string   `json:"id"`
	Severity Severity `json:"severity"` // the highest that it gives
	Query    string   `json:"query"`    // of the catalogue in package queries: it reproduces the findings from a database
}

// LintRules returns every rule, in the order in which findings of the same
// severity stand.
//
// High is for work that nobody answers for or that one loss stops; medium for
// what makes work stall or leaves open who acts; low for a departure from good
// form without such an effect; info for what limits the review itself.
func LintRules() []LintRule {
	var list []LintRule
	for _, r := range checks() {
		list = append(list, r.LintRule)
	}
	return list
}

// check is a rule and what it does.
type check struct {
	LintRule
	run func(*linter, check) []Finding
}

func newCheck(id, query string, s Severity, run func(*linter, check) []Finding) check {
	return check{LintRule{id, s, query}, run}
}

func checks() []check {
	return []check{
		newCheck("bottleneck", "lead-shares", High, bottleneckFindings),
		newCheck("flow-stopped-by-organization", "flow-stopping-organizations", High, organizationStopFindings),
		newCheck("task-without-lead", "tasks-without-lead", High, unledFindings),
		newCheck("lead-limit", "lead-limit", Medium, leadLimitFindings),
		newCheck("flow-stopped-by-task", "flow-stopping-tasks", Medium, taskStopFindings),
		newCheck("joint-lead-undeclared", "shared-leads", Medium, jointLeadFindings),
		newCheck("both-marks", "both-marks", Medium, bothMarksFindings),
		newCheck("handoff-to-nobody", "handoffs-to-nobody", Medium, handoffFindings),
		newCheck("dead-end", "dead-ends", Medium, deadEndFindings),
		newCheck("no-supporter", "tasks-without-support", Low, unsupportedFindings),
		newCheck("too-many-supporters", "too-many-supporters", Low, supporterFindings),
		newCheck("several-accountable", "several-accountable", Low, accountableFindings),
		newCheck("organization-without-marks", "organizations-without-marks", Low, unmarkedFindings),
		newCheck("unknown-timing", "unknown-timing", Info, timingFindings),
		newCheck("uncertain-marks", "uncertain-marks", Info, uncertainFindings),
		newCheck("rules-undeclared", "rules", Info, ruleFindings),
		newCheck("no-flows", "flows-overview", Info, flowlessFindings),
	}
}

// linter holds what the rules look at.
type linter struct {
	*Review
	g      *graph.Graph
	groups []placement.Group
}

// run returns the findings of every rule.
func (l *linter) run() []Finding {
	list := []Finding{}
	for _, c := range checks() {
		list = append(list, c.run(l, c)...)
	}
	slices.SortStableFunc(list, func(a, b Finding) int { return cmp.Compare(severity(b.Severity), severity(a.Severity)) })
	return list
}

func severity(s Severity) int { return slices.Index([]Severity{Info, Low, Medium, High}, s) }

// finding returns a finding of the rule that holds in every reading, whatever
// the rules.
func (c check) finding(about rules.Subject, evidence []string, message Statement) Finding {
	return Finding{
		Rule: c.ID, Severity: c.Severity, Subject: about, Message: message,
		Evidence: evidence, Certainty: placement.Holds, DependsOn: []string{}, Assumes: []rules.Rules{}, Query: c.Query,
	}
}

// absent returns findings as what they are when they name something that is not
// declared: there is nothing of which one could be sure.
func absent(list ...Finding) []Finding {
	for i := range list {
		if list[i].Certainty == placement.Holds {
			list[i].Certainty = placement.Absent
		}
	}
	return list
}

// ofTasks returns one finding about all tasks for which broken is true.
func (c check) ofTasks(g *graph.Graph, broken func(task int) bool, code Code) []Finding {
	var ids []string
	for i, t := range g.Tasks() {
		if broken(i) {
			ids = append(ids, t.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return []Finding{c.finding(rules.Subject{Kind: rules.AboutDataset}, ids, says(code, len(ids), len(g.Tasks())))}
}

// taskIDs returns the tasks of marks, each once, by ID; never nil.
func taskIDs(marks []placement.Mark) []string {
	ids := []string{}
	for _, m := range marks {
		ids = append(ids, m.Task)
	}
	return slices.Compact(ids)
}

// Lint returns the findings about what r holds.
func Lint(r *Review, g *graph.Graph) []Finding {
	return (&linter{r, g, placement.UncertainGroups(g)}).run()
}

package findings

import (
	"cmp"
	"slices"

	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/analysis/wording"
	"tasuki/graph"
)

// LintRule is a rule that findings come from.
type LintRule struct {
	ID       string     `json:"id"`
	Severity Severity   `json:"severity"` // the highest that it gives
	Says     graph.Name `json:"says"`
	Query    string     `json:"query"` // of the catalogue in package queries: it reproduces the findings from a database
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

func newCheck(id, query string, s Severity, ja, en string, run func(*linter, check) []Finding) check {
	return check{LintRule{id, s, graph.Name{JA: ja, EN: en}, query}, run}
}

func checks() []check {
	return []check{
		newCheck("bottleneck", "lead-shares", High, "最も多くの仕事が通る組織", "the organization that most work goes through", bottleneckFindings),
		newCheck("flow-stopped-by-organization", "flow-stopping-organizations", High, "その組織が欠けると手順が終わらない", "an organization without which a flow has no way left", organizationStopFindings),
		newCheck("task-without-lead", "tasks-without-lead", High, "主担当のない作業", "a task that nobody leads", unledFindings),
		newCheck("lead-limit", "lead-limit", Medium, "主担当が一つの組織に偏る", "an organization that leads more than the limit", leadLimitFindings),
		newCheck("flow-stopped-by-task", "flow-stopping-tasks", Medium, "手順のどの道も通る作業", "a task that every way of a flow passes", taskStopFindings),
		newCheck("joint-lead-undeclared", "shared-leads", Medium, "主担当が複数あるが、その意味の宣言がない", "several leads without a declared rule for them", jointLeadFindings),
		newCheck("both-marks", "both-marks", Medium, "同じ組織が主担当と支援を兼ねる", "one organization leads and supports the same task", bothMarksFindings),
		newCheck("handoff-to-nobody", "handoffs-to-nobody", Medium, "受け手の作業に担当の印がない", "a handoff to a task on which nobody has a mark", handoffFindings),
		newCheck("dead-end", "dead-ends", Medium, "手順の行き止まり", "a task of a flow from which no goal is reached", deadEndFindings),
		newCheck("no-supporter", "tasks-without-support", Low, "支援のない作業", "a task that nobody supports", unsupportedFindings),
		newCheck("too-many-supporters", "too-many-supporters", Low, "支援が多すぎる作業", "a task with more supporters than the limit", supporterFindings),
		newCheck("organization-without-marks", "organizations-without-marks", Low, "印のない組織", "an organization without any mark", unmarkedFindings),
		newCheck("unknown-timing", "unknown-timing", Info, "時期の分からない作業", "a task whose timing is not known", timingFindings),
		newCheck("uncertain-marks", "uncertain-marks", Info, "読み取りの不確かな印", "marks whose reading is uncertain", uncertainFindings),
		newCheck("rules-undeclared", "rules", Info, "印の読み方の規則が宣言されていない", "the rules of the marks are not declared", ruleFindings),
		newCheck("no-flows", "flows-overview", Info, "手順が宣言されていない", "no flow is declared", flowlessFindings),
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

// finding returns a finding of the rule that holds in every reading.
func (c check) finding(about rules.Subject, evidence []string, message wording.Statement) Finding {
	return Finding{
		Rule: c.ID, Severity: c.Severity, Subject: about, Message: message,
		Evidence: evidence, Certainty: placement.Holds, DependsOn: []string{}, Query: c.Query,
	}
}

// ofTasks returns one finding about all tasks for which broken is true; %d in
// the texts is their number.
func (c check) ofTasks(g *graph.Graph, broken func(task int) bool, ja, en string) []Finding {
	var ids []string
	for i, t := range g.Tasks() {
		if broken(i) {
			ids = append(ids, t.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return []Finding{c.finding(rules.Subject{Kind: rules.AboutDataset}, ids, wording.Claim(ja, en, len(ids), len(g.Tasks())))}
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

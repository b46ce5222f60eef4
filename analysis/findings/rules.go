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
	ID       string   `json:"id"`       // its code, which never changes
	Severity Severity `json:"severity"` // the highest that it gives
	About    About    `json:"about"`    // what one finding of it is about
	Query    string   `json:"query"`    // of the catalogue in package queries: it reproduces the findings from a database; empty: none does, since hours, levels and deputies are asked of no query
}

// About says what one finding of a rule is about, and so by what its findings can be told
// apart.
type About string

// What findings are about.
const (
	AnOrganization About = "organization"
	AFlow          About = "flow"
	Tasks          About = "tasks"   // all those that break the rule
	TheDataset     About = "dataset" // as a whole
)

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

func newCheck(id, query string, s Severity, about About, run func(*linter, check) []Finding) check {
	return check{LintRule{id, s, about, query}, run}
}

func checks() []check {
	return []check{
		newCheck("bottleneck", "lead-shares", High, AnOrganization, bottleneckFindings),
		newCheck("flow-stopped-by-organization", "flow-stopping-organizations", High, AnOrganization, organizationStopFindings),
		newCheck("task-without-lead", "tasks-without-lead", High, Tasks, unledFindings),
		newCheck("lead-limit", "lead-limit", Medium, AnOrganization, leadLimitFindings),
		newCheck("flow-stopped-by-task", "flow-stopping-tasks", Medium, AFlow, taskStopFindings),
		newCheck("joint-lead-undeclared", "shared-leads", Medium, Tasks, jointLeadFindings),
		newCheck("both-marks", "both-marks", Medium, Tasks, bothMarksFindings),
		newCheck("handoff-to-nobody", "handoffs-to-nobody", Medium, Tasks, handoffFindings),
		newCheck("no-night-contact", "", Medium, AFlow, nightFindings),
		newCheck("dead-end", "dead-ends", Medium, AFlow, deadEndFindings),
		newCheck("no-supporter", "tasks-without-support", Low, Tasks, unsupportedFindings),
		newCheck("too-many-supporters", "too-many-supporters", Low, Tasks, supporterFindings),
		newCheck("several-accountable", "several-accountable", Low, Tasks, accountableFindings),
		newCheck("organization-without-marks", "organizations-without-marks", Low, AnOrganization, unmarkedFindings),
		newCheck("escalation-circle", "", Low, AnOrganization, circleFindings),
		newCheck("level-reaches-more", "", Low, AnOrganization, levelFindings),
		newCheck("shared-deputy", "", Low, AnOrganization, deputyFindings),
		newCheck("unknown-timing", "unknown-timing", Info, Tasks, timingFindings),
		newCheck("uncertain-marks", "uncertain-marks", Info, Tasks, uncertainFindings),
		newCheck("rules-undeclared", "rules", Info, TheDataset, ruleFindings),
		newCheck("no-flows", "flows-overview", Info, TheDataset, flowlessFindings),
	}
}

// linter holds what the rules look at.
type linter struct {
	*Review
	g      *graph.Graph
	groups []placement.Group
	among  func(task int) bool // the tasks that are looked at
}

// run returns the findings of every rule.
func (l *linter) run() []Finding {
	list := []Finding{}
	for _, c := range checks() {
		list = append(list, c.run(l, c)...)
	}
	Sort(list)
	return list
}

// Sort puts what is severer first, and leaves equal ones as they stand.
func Sort(list []Finding) {
	slices.SortStableFunc(list, func(a, b Finding) int { return cmp.Compare(severity(b.Severity), severity(a.Severity)) })
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

// ofTasks returns one finding about all tasks looked at for which broken is true.
func (c check) ofTasks(l *linter, broken func(task int) bool, code Code) []Finding {
	var ids []string
	for i, t := range l.g.Tasks() {
		if l.among(i) && broken(i) {
			ids = append(ids, t.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return []Finding{c.finding(rules.Subject{Kind: rules.AboutDataset}, ids, says(code, len(ids), len(l.g.Tasks())))}
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
	l := &linter{r, g, placement.UncertainGroups(g), func(int) bool { return true }}
	return identified(l.run())
}

// Divider asks the rules about tasks again, about some tasks only.
type Divider struct{ linter }

// NewDivider returns a divider of what the rules find in r.
func NewDivider(r *Review, g *graph.Graph) *Divider {
	return &Divider{linter{r, g, placement.UncertainGroups(g), nil}}
}

// Part returns what a rule about tasks finds among those, given by their positions, of which
// among is true: one finding or none, in the numbers of which only they are counted. It
// takes time proportional to tasks, marks and the readings of their uncertain marks.
func (d *Divider) Part(rule, part string, among func(task int) bool) []Finding {
	l := d.linter
	l.among = among
	var list []Finding
	for _, c := range checks() {
		if c.ID == rule && c.About == Tasks {
			list = c.run(&l, c)
		}
	}
	for i := range list {
		list[i].Part = part
	}
	return identified(list)
}

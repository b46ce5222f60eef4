package queries_test

import (
	"fmt"
	"slices"

	"tasuki/analysis/bottleneck"
	"tasuki/analysis/concentration"
	"tasuki/analysis/escalation"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// expectation is what an analysis says to a query.
type expectation struct {
	columns []string
	rows    func(s subject, row func(...any))
	when    func(s subject) bool // nil: always
}

// expectations returns what the analyses say, by the name of the query.
func expectations() map[string]expectation {
	all := map[string]expectation{
		"lead-shares": {columns: []string{"organization", "lead_marks", "percent", "tasks", "support_marks"}, rows: func(s subject, row func(...any)) {
			for _, o := range s.review.Bottleneck.Organizations {
				row(o.Organization, o.LeadMarks, o.LeadMarksPercent, o.Tasks, o.SupportMarks)
			}
		}},
		"concentration": {
			columns: []string{"kind", "scope", "tasks", "led", "lead_marks", "leaders", "hhi", "floor", "normalized", "effective", "cr1", "cr3"},
			rows:    concentrations,
		},
		"concentration-by-group": {columns: []string{"group", "tasks", "percent"}, rows: func(s subject, row func(...any)) {
			for _, x := range s.review.Concentrations[0].Groups.Shares {
				row(x.Organization, x.Tasks, x.Percent)
			}
		}, when: func(s subject) bool { return s.review.Concentrations[0].Groups != nil }},
		"shares-in-category": {columns: []string{"category", "organization", "lead_marks", "percent"}, rows: func(s subject, row func(...any)) {
			eachShare(s, workload.ScopeCategory, func(scope string, x concentration.Share) { row(scope, x.Organization, x.LeadMarks, x.LeadMarksPercent) })
		}},
		"load-by-timing": {columns: []string{"organization", "timing", "lead_marks", "percent"}, rows: func(s subject, row func(...any)) {
			eachShare(s, workload.ScopeTiming, func(scope string, x concentration.Share) { row(x.Organization, scope, x.LeadMarks, x.LeadMarksPercent) })
		}, when: timed},
		"flows-overview": {columns: []string{"flow", "tasks", "organizations"}, rows: func(s subject, row func(...any)) {
			for _, c := range s.review.Concentrations {
				if c.Scope.Kind == workload.ScopeFlow {
					row(c.Scope.ID, c.Tasks, leaders(c))
				}
			}
		}},
		"uncertain-marks": {columns: []string{"task", "role", "organization", "alternatives"}, rows: func(s subject, row func(...any)) {
			for _, m := range s.review.Certainties.Marks {
				row(m.Task, string(m.Role), m.Organization, m.Alternatives)
			}
		}},
		"rules": {columns: []string{"leads", "leads_assumed", "support", "support_assumed"}, rows: func(s subject, row func(...any)) {
			r := rules.InForce(s.g, rules.Options{})
			row(string(r.Leads), r.LeadsAssumed, string(r.Support), r.SupportAssumed)
		}},
		"totals": {
			columns: []string{"organizations", "tasks", "assignments", "lead_marks", "accountable_marks", "support_marks", "uncertain", "flows", "handoffs", "supplies"},
			rows: func(s subject, row func(...any)) {
				x := s.review.Totals
				row(x.Organizations, x.Tasks, x.Assignments, x.LeadMarks, x.AccountableMarks, x.SupportMarks, x.Uncertain, x.Flows, x.Handoffs, x.Supplies)
			},
		},
	}
	for _, more := range []map[string]expectation{findingQueries(), losses(), ways(), handoffs(), calls()} {
		for name, e := range more {
			all[name] = e
		}
	}
	return all
}

// alternativesOnly says that no flow splits. Where one does, its alternates are
// solutions, and a query lists paths.
func alternativesOnly(s subject) bool { return !slices.ContainsFunc(s.g.Flows(), graph.Splits) }

func timed(s subject) bool {
	return slices.ContainsFunc(s.g.Tasks(), func(t graph.Task) bool { return t.Timing != "" })
}

func concentrations(s subject, row func(...any)) {
	for _, c := range s.review.Concentrations {
		cells := []any{string(c.Scope.Kind), c.Scope.ID, c.Tasks, c.Led, c.LeadMarks, 0, nil, nil, nil, nil, nil, nil}
		if o := c.Organizations; o != nil {
			cells = append(cells[:5], o.Leaders, o.HHI, o.Floor, o.Normalized, o.Effective, o.CR1, o.CR3)
		}
		row(cells...)
	}
}

func eachShare(s subject, kind workload.ScopeKind, f func(scope string, share concentration.Share)) {
	for _, c := range s.review.Concentrations {
		if c.Scope.Kind == kind && c.Organizations != nil {
			for _, x := range c.Organizations.Shares {
				f(c.Scope.ID, x)
			}
		}
	}
}

func leaders(c concentration.Concentration) []string {
	var ids []string
	if c.Organizations != nil {
		for _, x := range c.Organizations.Shares {
			ids = append(ids, x.Organization)
		}
	}
	slices.Sort(ids)
	return ids
}

// findingQueries are the queries that reproduce findings about tasks or organizations.
func findingQueries() map[string]expectation {
	evidence := func(rule string) expectation {
		return expectation{columns: []string{"task"}, rows: func(s subject, row func(...any)) {
			for _, f := range s.review.Findings {
				for _, id := range f.Evidence {
					if f.Rule == rule {
						row(id)
					}
				}
			}
		}}
	}
	subjects := func(rule string) expectation {
		return expectation{columns: []string{"organization"}, rows: func(s subject, row func(...any)) {
			for _, f := range s.review.Findings {
				if f.Rule == rule {
					row(f.Subject.ID)
				}
			}
		}}
	}
	joint, both := evidence("joint-lead-undeclared"), evidence("both-marks")
	joint.when = func(s subject) bool { return s.review.Rules.LeadsAssumed }
	both.columns = []string{"task", "organization"}
	both.rows = func(s subject, row func(...any)) {
		for _, f := range s.review.Findings {
			for _, id := range f.Evidence {
				if task, _ := s.g.TaskIndex(id); f.Rule == "both-marks" {
					for _, o := range s.g.Leads(task) {
						if slices.Contains(s.g.Supports(task), o) {
							row(id, s.g.Organizations()[o].ID)
						}
					}
				}
			}
		}
	}
	return map[string]expectation{
		"tasks-without-lead":          evidence("task-without-lead"),
		"tasks-without-support":       evidence("no-supporter"),
		"shared-leads":                joint,
		"both-marks":                  both,
		"too-many-supporters":         evidence("too-many-supporters"),
		"several-accountable":         evidence("several-accountable"),
		"unknown-timing":              evidence("unknown-timing"),
		"handoffs-to-nobody":          evidence("handoff-to-nobody"),
		"lead-limit":                  subjects("lead-limit"),
		"organizations-without-marks": subjects("organization-without-marks"),
	}
}

// losses are the queries about organizations that are gone.
func losses() map[string]expectation {
	inForce := func(s subject) []loss.OrganizationLoss { return s.review.Losses[0].Organizations }
	return map[string]expectation{
		"tasks-led-without-support": {columns: []string{"organization", "task"}, rows: func(s subject, row func(...any)) {
			for _, o := range loss.Losses(s.g, rules.Options{Leads: graph.AnyLead, Support: graph.Fallback})[0].Organizations {
				for _, task := range o.Lost {
					row(o.Organization, task)
				}
			}
		}},
		"loss-of-organizations": {columns: []string{"task", "fate"}, rows: func(s subject, row func(...any)) {
			for _, o := range inForce(s) {
				if o.Organization == s.absent {
					for _, task := range o.Lost {
						row(task, "lost")
					}
					for _, task := range o.Degraded {
						row(task, "degraded")
					}
				}
			}
		}},
		"loss-summary": {columns: []string{"organization", "lost", "degraded"}, rows: func(s subject, row func(...any)) {
			for _, o := range inForce(s) {
				row(o.Organization, len(o.Lost), len(o.Degraded))
			}
		}},
		"flow-losses": {columns: []string{"organization", "flow", "fate", "lost", "degraded"}, rows: func(s subject, row func(...any)) {
			for _, o := range inForce(s) {
				for fate, flows := range map[string][]loss.FlowLoss{"broken": o.Broken, "degraded": o.DegradedFlows, "touched": o.Touched} {
					for _, f := range flows {
						row(o.Organization, f.Flow, fate, f.Lost, f.Degraded)
					}
				}
			}
		}},
		"flows-without": {columns: []string{"flow", "way_left", "lost"}, rows: func(s subject, row func(...any)) {
			for _, f := range s.g.Flows() {
				e := s.escalation(f.ID, s.absent)
				row(f.ID, passes(e), e.Removed)
			}
		}},
		"flow-stopping-pairs": {columns: []string{"flow", "one", "other"}, rows: func(s subject, row func(...any)) {
			for _, f := range s.g.Flows() {
				for i, a := range s.g.Organizations() {
					for _, b := range s.g.Organizations()[i+1:] {
						if passes(s.escalation(f.ID, a.ID)) && passes(s.escalation(f.ID, b.ID)) && !passes(s.escalation(f.ID, a.ID, b.ID)) {
							row(f.ID, a.ID, b.ID)
						}
					}
				}
			}
		}},
		"flow-starts": {columns: []string{"flow", "start", "organization", "works"}, rows: startRows},
		"flow-stopping-organizations": {columns: []string{"flow", "organization", "at_ends_only", "lost"}, rows: func(s subject, row func(...any)) {
			for _, f := range s.review.FlowSPOFs {
				for _, o := range f.Organizations {
					row(f.Flow, o.Organization, o.AtEndsOnly, o.Lost)
				}
			}
		}},
	}
}

// escalation returns the escalation of a flow with organizations absent.
func (s subject) escalation(flow string, absent ...string) escalation.Escalation {
	e, err := escalation.Escalations(s.g, flow, escalation.EscalationOptions{Options: s.options, Without: absent})
	if err != nil {
		panic(err) // the flow and the organizations are those of the graph
	}
	return e
}

func passes(e escalation.Escalation) bool {
	return slices.ContainsFunc(e.Ladders, func(l escalation.Ladder) bool { return len(l.Paths) > 0 })
}

// handoffs are the queries about handoffs between organizations and tasks.
func handoffs() map[string]expectation {
	return map[string]expectation{
		"handovers": {columns: []string{"from", "to", "handoffs", "percent", "tasks"}, rows: func(s subject, row func(...any)) {
			for _, h := range s.review.Bottleneck.Handovers {
				var tasks [][2]string
				for _, t := range h.Tasks {
					tasks = append(tasks, [2]string{t.From, t.To})
				}
				row(h.From, h.To, h.Handoffs, h.Percent, tasks)
			}
		}},
		"traffic": {columns: []string{"organization", "in", "out", "within", "through"}, rows: func(s subject, row func(...any)) {
			for _, o := range s.review.Bottleneck.Organizations {
				row(o.Organization, o.Handoffs.In, o.Handoffs.Out, o.Handoffs.Within, o.Handoffs.Through)
			}
		}, when: func(s subject) bool { return s.review.Bottleneck.Handoffs > 0 }},
		"subcontracting": returns(func(b bottleneck.Bottleneck) bottleneck.Return { return b.Subcontracting }),
		"ping-pong":      returns(func(b bottleneck.Bottleneck) bottleneck.Return { return b.PingPong }),
		"busiest-tasks": {columns: []string{"task", "in", "out", "leads"}, rows: func(s subject, row func(...any)) {
			for _, t := range s.review.Bottleneck.Tasks {
				row(t.Task, t.In, t.Out, t.Leads)
			}
		}},
		"task-betweenness": {columns: []string{"task", "betweenness", "leads"}, rows: func(s subject, row func(...any)) {
			for _, t := range s.review.Bottleneck.Tasks {
				if t.Betweenness.Value > 0 {
					row(t.Task, t.Betweenness.Value, t.Leads)
				}
			}
		}},
	}
}

// returns expects the chains of work that comes back.
func returns(of func(bottleneck.Bottleneck) bottleneck.Return) expectation {
	return expectation{columns: []string{"flow", "tasks", "organization", "other"}, rows: func(s subject, row func(...any)) {
		for _, p := range of(s.review.Bottleneck).Pairs {
			for _, c := range p.Chains {
				row(c.Flow, c.Tasks, p.Organization, p.Other)
			}
		}
	}}
}

// ways are the queries about ways through flows.
func ways() map[string]expectation {
	return map[string]expectation{
		"flow-stopping-tasks": {columns: []string{"flow", "position", "task"}, rows: func(s subject, row func(...any)) {
			for _, f := range s.review.FlowSPOFs {
				for i, task := range f.Tasks {
					row(f.Flow, i+1, task)
				}
			}
		}},
		"way-around-task": {columns: []string{"flow", "task", "way"}, rows: func(s subject, row func(...any)) {
			for _, f := range s.review.FlowSPOFs {
				for _, task := range f.Tasks {
					row(f.Flow, task, nil)
				}
				for _, a := range slices.Concat(f.Ends, f.OtherTasks) {
					if len(a.Way) > 0 {
						row(f.Flow, a.ID, a.Way)
					} else {
						row(f.Flow, a.ID, nil)
					}
				}
			}
		}},
		"uncertain-on-unavoidable-tasks": {columns: []string{"flow", "task", "organization"}, rows: func(s subject, row func(...any)) {
			for _, f := range s.review.FlowSPOFs {
				tasks := slices.Clone(f.Tasks)
				for _, a := range f.Ends {
					if len(a.Way) == 0 {
						tasks = append(tasks, a.ID)
					}
				}
				for _, m := range s.review.Certainties.Marks {
					if m.Role == graph.Lead && slices.Contains(tasks, m.Task) {
						row(f.Flow, m.Task, m.Organization)
					}
				}
			}
		}},
		"path-to-goal": {columns: []string{"flow", "start", "step", "task", "organizations", "receives"}, rows: func(s subject, row func(...any)) {
			eachPath(s, func(flow, start string, rank int, path escalation.Path) {
				if rank == 1 {
					for _, n := range neededSteps(path) {
						row(flow, start, n.step, n.Task, n.Organizations, n.received)
					}
				}
			})
		}},
		"alternate-paths": {columns: []string{"flow", "start", "rank", "path", "organizations"}, rows: func(s subject, row func(...any)) {
			eachPath(s, func(flow, start string, rank int, path escalation.Path) {
				var tasks []string
				var organizations [][]string
				for _, step := range path.Steps {
					tasks, organizations = append(tasks, step.Task), append(organizations, step.Organizations)
				}
				row(flow, start, rank, tasks, organizations)
			})
		}, when: alternativesOnly},
		"changes-of-hands": {columns: []string{"flow", "start", "tasks", "changes"}, rows: func(s subject, row func(...any)) {
			for _, e := range s.review.Escalations {
				for _, l := range e.Ladders {
					if len(l.Paths) > 0 {
						steps, changes := neededSteps(l.Paths[0]), 0
						for _, n := range steps {
							changes += n.changes
						}
						row(e.Flow, l.Start, len(steps), changes)
					}
				}
			}
		}},
		"dead-ends": {columns: []string{"flow", "task"}, rows: func(s subject, row func(...any)) {
			for _, e := range s.review.Escalations {
				for _, task := range e.DeadEnds {
					row(e.Flow, task)
				}
			}
		}},
	}
}

// eachPath calls f with every path of every flow, one organization being absent.
func eachPath(s subject, f func(flow, start string, rank int, path escalation.Path)) {
	for _, flow := range s.g.Flows() {
		for _, l := range s.escalation(flow.ID, s.absent).Ladders {
			for i, path := range l.Paths {
				f(flow.ID, l.Start, i+1, path)
			}
		}
	}
}

// neededStep is a step of a path, as queries count them.
type neededStep struct {
	escalation.Step
	step     int // 1 for the start, and one more than the latest of those that work comes from
	received []string
	changes  int // how many of those are done by others
}

// neededSteps returns the steps of a path without those that only optional branches reach.
func neededSteps(path escalation.Path) []neededStep {
	var steps []neededStep
	done := map[string]neededStep{}
	for i, s := range path.Steps {
		n, from := neededStep{Step: s, step: 1}, map[string]bool{} // two branches may lead from one task to this
		for _, a := range path.Arrivals(i) {
			before, needed := done[a.From]
			if a.Optional || !needed {
				continue
			}
			n.step = max(n.step, before.step+1)
			if !from[a.From] && !slices.Equal(before.Organizations, s.Organizations) {
				n.changes++
			}
			from[a.From] = true
			for _, h := range a.Handoffs {
				n.received = append(n.received, received(h))
			}
		}
		if i == 0 || n.step > 1 {
			slices.Sort(n.received)
			steps, done[s.Task] = append(steps, n), n
		}
	}
	return steps
}

// received says what a handoff hands over.
func received(h graph.Handoff) string {
	if artifact := h.Artifact.In(graph.English); artifact != "" {
		return fmt.Sprintf("%s: %s", h.Kind, artifact)
	}
	return string(h.Kind)
}

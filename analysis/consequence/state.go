package consequence

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// state is what becomes of tasks and flows while some are missing.
type state struct {
	*graph.Graph
	inForce rules.Rules
	o       overlay.Overlay
	gone    []bool          // by position of an organization, whether it is missing
	tasks   []rules.Outcome // by position
	flows   []flow.Graph    // by ID, with a vertex without a name where handoffs that are taken out lead
}

// nowhere is the ID of the task that handoffs lead to that are taken out: it is lost, and
// no task is called so. The branch of such a handoff so stays one that is needed.
const nowhere = ""

func newState(g *graph.Graph, o overlay.Overlay, inForce rules.Rules) state {
	s := state{Graph: g, inForce: inForce, o: o}
	for _, org := range g.Organizations() {
		s.gone = append(s.gone, slices.Contains(o.Without, org.ID))
	}
	for t, task := range g.Tasks() {
		outcome := inForce.OutcomeOf(g, t, s.absent)
		if slices.Contains(o.Tasks, task.ID) {
			outcome = rules.Lost
		}
		s.tasks = append(s.tasks, outcome)
	}
	for _, f := range g.Flows() {
		s.flows = append(s.flows, cutting(g, f, o.Handoffs))
	}
	return s
}

// cutting returns a flow whose handoffs between some tasks lead nowhere.
func cutting(g *graph.Graph, f graph.Flow, cut []flow.TaskHandoff) flow.Graph {
	f.Handoffs = slices.Clone(f.Handoffs)
	for i, h := range f.Handoffs {
		if slices.Contains(cut, flow.TaskHandoff{From: h.From, To: h.To}) {
			f.Handoffs[i].To = nowhere
		}
	}
	return flow.New(g, f)
}

// absent reports whether an organization is missing.
func (s state) absent(org int) bool { return s.gone[org] }

// avoiding marks the vertices of a flow whose tasks have become one of these.
func (s state) avoiding(p flow.Graph, outcomes ...rules.Outcome) []bool {
	avoid := p.Avoiding()
	for v, task := range p.Index {
		avoid[v] = p.Tasks[v] == nowhere || slices.Contains(outcomes, s.tasks[task])
	}
	return avoid
}

// outcome says what becomes of a flow: kept when something is left that passes no lost and
// no degraded task, degraded when something is left that passes no lost one, or lost; and
// what is left.
func (s state) outcome(p flow.Graph) (rules.Outcome, flow.Remaining) {
	if left := p.Remaining(s.avoiding(p, rules.Degraded, rules.Lost)); len(left.Way) > 0 {
		return rules.Kept, left
	}
	if left := p.Remaining(s.avoiding(p, rules.Lost)); len(left.Way) > 0 {
		return rules.Degraded, left
	}
	return rules.Lost, flow.Remaining{}
}

// missing returns who of the leads of tasks is missing, by ID.
func (s state) missing(tasks []string) []string {
	var orgs []int
	for _, id := range tasks {
		if t, ok := s.TaskIndex(id); ok {
			orgs = append(orgs, s.Leads(t)...)
		}
	}
	slices.Sort(orgs)
	return rules.OrganizationIDs(s.Graph, slices.DeleteFunc(slices.Compact(orgs), func(org int) bool { return !s.absent(org) }))
}

// touched returns the tasks of a flow that have become one of these, by ID.
func (s state) touched(p flow.Graph, outcomes ...rules.Outcome) []string {
	var ids []string
	for v, task := range p.Index {
		if p.Tasks[v] != nowhere && slices.Contains(outcomes, s.tasks[task]) {
			ids = append(ids, p.Tasks[v])
		}
	}
	return ids
}

// cut returns the handoffs that a flow has lost, by From, then To.
func (s state) cut(p flow.Graph) []flow.TaskHandoff {
	f, _ := s.Flow(p.Flow.ID)
	var list []flow.TaskHandoff
	for _, h := range f.Handoffs {
		if x := (flow.TaskHandoff{From: h.From, To: h.To}); slices.Contains(s.o.Handoffs, x) {
			list = append(list, x)
		}
	}
	slices.SortFunc(list, flow.CompareHandoffs)
	return slices.Compact(list)
}

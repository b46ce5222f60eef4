package escalation

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
)

// AllEscalations returns the paths of every flow, by ID, in which the reporter
// and the goal of the options have a place. It fails as [Escalations] does, and
// when there is no such flow.
func AllEscalations(g *graph.Graph, options EscalationOptions) ([]Escalation, error) {
	list := []Escalation{}
	var faults []error
	if options.By == ByMinutes && !declaresMinutes(g) {
		return nil, said.New("computing escalation: paths cannot be compared by minutes: no handoff of a flow declares minutes; declare them, or compare by steps")
	}
	for _, p := range flow.Graphs(g) {
		e, err := newEscalator(g, p, options)
		if err != nil {
			return nil, said.Errorf("computing escalation: %w", err)
		}
		if len(e.p.Starts) == 0 || len(e.p.Goals) == 0 {
			continue
		}
		if err := e.check(); err != nil {
			faults = append(faults, said.Errorf("computing escalation of flow %q: %w", p.Flow.ID, err))
			continue
		}
		list = append(list, e.escalation())
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	if len(list) == 0 && len(g.Flows()) > 0 {
		return nil, said.Errorf("computing escalation: %w", noPlace(g, options))
	}
	return list, nil
}

// OwnEscalations returns the paths of every flow, by ID, from its own starts to
// its own goals, by steps and with nobody absent.
func OwnEscalations(g *graph.Graph, o rules.Options) []Escalation {
	list, err := AllEscalations(g, EscalationOptions{Options: o})
	if err != nil {
		panic(err) // only an ID, the comparison by minutes, or an end outside a flow can be at fault
	}
	return list
}

// noPlace says why no flow has both ends of the options.
func noPlace(g *graph.Graph, options EscalationOptions) error {
	for _, id := range []string{options.From, options.To} {
		if id == "" {
			continue
		}
		if flows := flowsWith(g, id); len(flows) == 0 {
			return said.Errorf("%s %s of no flow; declare its handoffs in a flow, or name another", id, placeIn(g, id))
		}
	}
	return said.Errorf("%s and %s stand in no flow together: %s is in %s, %s in %s; name two of one flow",
		options.From, options.To, options.From, strings.Join(flowsWith(g, options.From), ", "), options.To, strings.Join(flowsWith(g, options.To), ", "))
}

// placeIn says, as a verb phrase, how an ID would have a place in a flow.
func placeIn(g *graph.Graph, id string) string {
	if s, _ := subjectOf(g, id); s.Kind == rules.AboutOrganization {
		return "leads a task"
	}
	return "is a task"
}

// flowsWith returns the flows in which a task or organization has a place, by
// ID.
func flowsWith(g *graph.Graph, id string) []string {
	var flows []string
	s, _ := subjectOf(g, id)
	for _, p := range flow.Graphs(g) {
		if len(p.Places(g, s)) > 0 {
			flows = append(flows, p.Flow.ID)
		}
	}
	return flows
}

// subjectOf returns the task, or else the organization, called id.
func subjectOf(g *graph.Graph, id string) (rules.Subject, bool) {
	if _, ok := g.TaskIndex(id); ok {
		return rules.Subject{Kind: rules.AboutTask, ID: id}, true
	}
	_, ok := g.OrganizationIndex(id)
	return rules.Subject{Kind: rules.AboutOrganization, ID: id}, ok
}

// setEnds puts the reporter and the goal of the options in place of the starts
// and goals of the flow. It fails when nothing is called so.
func (e *escalator) setEnds() error {
	for _, end := range []struct {
		id       string
		subject  **rules.Subject
		vertices *[]int
	}{{e.options.From, &e.from, &e.p.Starts}, {e.options.To, &e.to, &e.p.Goals}} {
		if end.id == "" {
			continue
		}
		s, ok := subjectOf(e.g, end.id)
		if !ok {
			return said.Errorf("no task or organization is called %q; use the ID of a declared one", end.id)
		}
		*end.subject, *end.vertices = &s, e.p.Places(e.g, s)
	}
	if e.from != nil && e.from.Kind == rules.AboutOrganization {
		e.p.Starts = unlessAll(e.p.Starts, e.p.Goals)
	}
	return nil
}

// unlessAll returns the starts that are no goals, or all starts when none is
// left: an organization that leads a goal has nothing to report from there.
func unlessAll(starts, goals []int) []int {
	rest := slices.DeleteFunc(slices.Clone(starts), func(v int) bool { return slices.Contains(goals, v) })
	if len(rest) == 0 {
		return starts
	}
	return rest
}

// check reports that an end has no place in the flow, or that paths cannot be
// compared as they are to be.
func (e *escalator) check() error {
	for _, end := range []struct {
		subject  *rules.Subject
		vertices []int
	}{{e.from, e.p.Starts}, {e.to, e.p.Goals}} {
		if end.subject == nil || len(end.vertices) > 0 {
			continue
		}
		where := "no flow"
		if flows := flowsWith(e.g, end.subject.ID); len(flows) > 0 {
			where = strings.Join(flows, ", ")
		}
		return said.Errorf("%s has no place in it: it %s of %s; name a task of the flow or an organization that leads one",
			end.subject.ID, placeIn(e.g, end.subject.ID), where)
	}
	switch e.options.By {
	case BySteps:
		return nil
	case ByMinutes:
		return e.checkMinutes()
	}
	return said.Errorf("paths cannot be compared by %q; use %s or %s", e.options.By, BySteps, ByMinutes)
}

// checkMinutes reports the handoffs that a path may take and that declare no
// minutes. Unknown minutes are not few, so nothing is compared that rests on
// them.
func (e *escalator) checkMinutes() error {
	missing := e.withoutMinutes()
	if len(missing) == 0 {
		return nil
	}
	declare, them := "declare", "them"
	if len(missing) == 1 {
		declare, them = "declares", "it"
	}
	return said.Errorf("paths cannot be compared by minutes: of the handoffs that they may take, %d %s none (%s); declare %s, ask for other flows only, or compare by steps",
		len(missing), declare, few(missing), them)
}

// withoutMinutes returns those handoffs.
func (e *escalator) withoutMinutes() []string {
	if e.solver != nil {
		return e.branchesWithoutMinutes()
	}
	nobody := e.p.Avoiding()
	reached, toGoal := e.p.Reached(e.p.Starts, nobody), flow.Distances(e.p.Network, e.p.Goals, nobody)
	var missing []string
	for _, edge := range e.p.Network.Edges() {
		if _, known := e.declared[edge]; !known && reached[edge[0]] && toGoal[edge[0]] != 0 && toGoal[edge[1]] >= 0 {
			missing = append(missing, e.p.Tasks[edge[0]]+" -> "+e.p.Tasks[edge[1]])
		}
	}
	return missing
}

// few lists some handoffs, and says how many more there are.
func few(handoffs []string) string {
	const shown = 5
	if len(handoffs) <= shown {
		return strings.Join(handoffs, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(handoffs[:shown], ", "), len(handoffs)-shown)
}

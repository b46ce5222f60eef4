package drill

import (
	"errors"
	"fmt"

	"tasuki/analysis"
	"tasuki/graph"
)

// Plan is a drill of one flow: from a start task along the best path that is
// left to a goal, event by event.
type Plan struct {
	Flow       string
	Title      graph.Name // of the scenario; empty: it has none
	Clock      *int       // minutes after midnight at which the drill begins; nil: times count from the start
	Escalation analysis.Escalation
	Start      string          // the task
	Steps      []analysis.Step // those that the drill plays, the start first
	Complete   bool            // they end at a goal; otherwise work goes no further along declared handoffs
	Starts     []string        // other start tasks from which the flow can be drilled, by ID
	Minutes    analysis.Minutes
	Objectives []Objective
	Events     []Event // in the order in which they are played
}

// Objective is something that a drill is to find out.
type Objective struct {
	Kind ObjectiveKind
	Text graph.Name // of a stated one
}

// ObjectiveKind says what an objective is about.
type ObjectiveKind string

// The kinds of objectives.
const (
	Stated     ObjectiveKind = "stated"     // the scenario says it
	OnPath     ObjectiveKind = "path"       // everybody on the path knows to whom to hand on, and reaches them
	OnAbsence  ObjectiveKind = "absence"    // the absence of organizations is noticed, and the work goes on without them
	OnTime     ObjectiveKind = "time"       // the goal is reached within the objective of the flow
	OnBlockage ObjectiveKind = "no-way-out" // it is known who decides where no declared path is left
)

// PlanOf plans a drill of the flow called flow. Where and without whom it
// begins is what the options say, or else the scenario. Of several start tasks
// it takes the first, in the order of the ladders, from which a goal is reached;
// when there is none, it plays the path that there would be with everybody
// present as far as it goes. It fails as [analysis.Escalations] does, and when
// the flow has no start.
//
// The scenario must fit the graph (see graph.Scenario.Check). It takes the time
// of the escalation.
func PlanOf(g *graph.Graph, flow string, s graph.Scenario, o analysis.EscalationOptions) (Plan, error) {
	if o.From == "" {
		o.From = s.Start
	}
	if len(o.Without) == 0 {
		o.Without = s.Without
	}
	e, err := analysis.Escalations(g, flow, o)
	if err == nil && len(e.Ladders) == 0 {
		err = errors.New("it has no start; declare one")
	}
	if err != nil {
		return Plan{}, fmt.Errorf("planning a drill of flow %q: %w", flow, err)
	}
	p := Plan{Flow: e.Flow, Title: s.Title, Escalation: e, Starts: []string{}}
	if minutes, ok := s.Clock.Minutes(); ok {
		p.Clock = &minutes
	}
	l := p.choose()
	p.Start, p.Complete = l.Start, len(l.Paths) > 0
	p.Steps = played(e, l, leads(g, l.Start))
	p.Minutes = sum(p.Steps)
	p.Objectives = p.objectives(s)
	p.Events = p.merge(p.derived(l), s)
	for i := range p.Events {
		p.Events[i].Number = i + 1
	}
	return p, nil
}

// choose returns the ladder that is drilled and notes the starts of the others.
func (p *Plan) choose() analysis.Ladder {
	ladders := p.Escalation.Ladders
	chosen := 0
	for _, better := range []func(analysis.Ladder) bool{
		func(l analysis.Ladder) bool { return len(l.Paths) > 0 },
		func(l analysis.Ladder) bool { return fullPath(l) != nil },
	} {
		at := -1
		for i, l := range ladders {
			if at < 0 && better(l) {
				at = i
			}
		}
		if at >= 0 {
			chosen = at
			break
		}
	}
	for i, l := range ladders {
		if i != chosen {
			p.Starts = append(p.Starts, l.Start)
		}
	}
	return ladders[chosen]
}

// played returns the steps that a drill plays: those of the best path, or those
// that the path with everybody present has before the first lost task, or else
// the start alone.
func played(e analysis.Escalation, l analysis.Ladder, leads []string) []analysis.Step {
	if len(l.Paths) > 0 {
		return l.Paths[0].Steps
	}
	full := fullPath(l)
	if full == nil {
		full = []analysis.Step{{Task: l.Start, Organizations: leads}}
	}
	var steps []analysis.Step
	for i, s := range full {
		if i > 0 && (l.Lost || has(e.Removed, s.Task)) {
			break
		}
		s.Organizations = without(s.Organizations, e.Without)
		steps = append(steps, s)
	}
	return steps
}

// sum adds the minutes of the handoffs between steps.
func sum(steps []analysis.Step) analysis.Minutes {
	m := analysis.Minutes{}
	for _, s := range steps[1:] {
		if s.Minutes == nil {
			m.Unknown++
			continue
		}
		m.AtLeast += *s.Minutes
	}
	if total := m.AtLeast; m.Unknown == 0 {
		m.Total = &total
	}
	return m
}

// leads returns the organizations that lead a task, by ID.
func leads(g *graph.Graph, task string) []string {
	ids := []string{}
	if t, ok := g.TaskIndex(task); ok {
		for _, org := range g.Leads(t) {
			ids = append(ids, g.Organizations()[org].ID)
		}
	}
	return ids
}

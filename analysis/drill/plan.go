package drill

import (
	"slices"
	"strings"

	"tasuki/analysis/escalation"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/said"
)

// Plan is a drill of one flow: from a start task along the best path that is
// left to a goal, event by event.
type Plan struct {
	Flow        string
	Title       graph.Name // of the scenario; empty: it has none
	Scenario    graph.Scenario
	Clock       *int // minutes after midnight at which the drill begins; nil: times count from the start
	Escalation  escalation.Escalation
	Start       string                // the task
	Steps       []escalation.Step     // those that the drill plays, the start first
	Branches    *escalation.Branching // of the path that they make; nil: they stand one behind the other
	Absent      []string              // organizations that are out and have a part in the flow, by ID
	Stops       []escalation.Halt     // where needed work goes no further, in the order of the steps; none when the drill is complete
	Complete    bool                  // the steps end at goals; otherwise work goes no further along declared handoffs
	Starts      []string              // other start tasks from which the flow can be drilled, by ID
	Minutes     escalation.Minutes    // of the handoffs, of several branches those of the longest
	Waits       escalation.Minutes    // for those who are out, before the work goes on without them; what they add on the longest branch
	Takes       escalation.Minutes    // both
	Objectives  []Objective
	Events      []Event       // in the order in which they are played
	Beyond      int           // how many of them come behind the end that the scenario states
	Handoffs    int           // of the flow: pairs of tasks
	Unexercised []Unexercised // those that the drill does not play, by their tasks
	Rules       rules.RulesInForce
	Otherwise   []Otherwise // what differs under each setting of the rules that nobody declared
}

// Objective is something that a drill is to find out.
type Objective struct {
	Kind       ObjectiveKind
	Text       graph.Name // of a stated one
	Capability graph.Name // core capability that it tests; empty: none is stated
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
// it takes one that somebody present does: the first, in the order of the
// ladders, from which a goal is reached; when there is none, it plays every task that work
// still reaches (see [escalation.FurthestOf]). All needed branches are
// played, and the optional ones, marked as such. It fails as
// [escalation.Escalations] does, when the flow has no start, and when nobody
// present can begin it.
//
// The scenario must fit the graph (see graph.Scenario.Check). It takes the time
// of the escalation.
func PlanOf(g *graph.Graph, flow string, s graph.Scenario, o escalation.EscalationOptions) (Plan, error) {
	p, err := planOf(g, flow, s, o)
	if err == nil && o.Via != "" && !p.Complete {
		err = said.Errorf("planning a drill of flow %q: no path that is left was found to come to %s; leave out fewer organizations, begin elsewhere (--from), or name another task", flow, o.Via)
	}
	if err == nil && len(o.Through) > 0 && !p.Complete {
		err = said.Errorf("planning a drill of flow %q: no path that is left was found to lead through %s; leave out fewer organizations, begin elsewhere (--from), or name another handoff: `tasuki drill coverage` says which no drill can play",
			flow, strings.Join(o.Through, " -> "))
	}
	if err == nil {
		p.unexercised(g)
		p.Otherwise, err = p.otherwise(g, s, o)
	}
	return p, err
}

func planOf(g *graph.Graph, flow string, s graph.Scenario, o escalation.EscalationOptions) (Plan, error) {
	if o.From == "" {
		o.From = s.Start
	}
	if len(o.Without) == 0 {
		o.Without = s.Without
	}
	e, err := escalation.Escalations(g, flow, o)
	if err == nil && len(e.Ladders) == 0 {
		err = said.New("it has no start; declare one")
	}
	p := Plan{Rules: rules.InForce(g, o.Options), Flow: e.Flow, Title: s.Title, Scenario: s, Escalation: e, Starts: []string{}}
	var l escalation.Ladder
	if err == nil {
		l, err = p.choose(g)
	}
	if err != nil {
		return Plan{}, said.Errorf("planning a drill of flow %q: %w", flow, err)
	}
	if minutes, ok := s.Clock.Minutes(); ok {
		p.Clock = &minutes
	}
	p.Start, p.Complete, p.Absent = l.Start, len(l.Paths) > 0, parties(g, flow, e.Without)
	if err := p.follow(g, l, o); err != nil {
		return Plan{}, said.Errorf("planning a drill of flow %q: %w", flow, err)
	}
	if p.Branches != nil {
		p.playBranches(g, l, s)
	} else {
		p.play(g, l, s)
	}
	return p, nil
}

// follow sets the steps: those of the best path, or all that work still reaches.
func (p *Plan) follow(g *graph.Graph, l escalation.Ladder, o escalation.EscalationOptions) error {
	if p.Complete {
		p.Steps, p.Branches = l.Paths[0].Steps, l.Paths[0].Branches
		return nil
	}
	f, err := escalation.FurthestOf(g, p.Flow, l.Start, o)
	p.Steps, p.Branches, p.Stops = f.Steps, f.Branches, f.Stops
	return err
}

// play sets what follows from the steps: times, objectives and events.
func (p *Plan) play(g *graph.Graph, l escalation.Ladder, s graph.Scenario) {
	full := fullPath(l)
	out := p.absences(g, full)
	p.Minutes, p.Waits = minutesOf(p.Steps), waitsFor(out)
	p.Takes = total(p.Minutes.AtLeast+p.Waits.AtLeast, p.Minutes.Unknown+p.Waits.Unknown)
	p.schedule(func() []Event { return p.derived(full, out) }, s)
}

// schedule sets the objectives and the events, with those of the scenario. Derived gives
// the events that follow from the flow, when the objectives are known.
func (p *Plan) schedule(derived func() []Event, s graph.Scenario) {
	p.Objectives = p.objectives(s)
	events := derived()
	at := p.objective(OnAbsence) - 1
	if at >= 0 && !slices.ContainsFunc(events, func(e Event) bool { return e.Kind == NoticeEvent }) {
		p.Objectives = slices.Delete(p.Objectives, at, at+1) // nobody calls those who are out
		events = derived()
	}
	p.Events = p.merge(events, s)
	for i := range p.Events {
		p.Events[i].Number = i + 1
	}
}

// minutesOf adds the minutes of the handoffs between steps.
func minutesOf(steps []escalation.Step) escalation.Minutes {
	sum, unknown := 0, 0
	for _, s := range steps[1:] {
		if s.Minutes == nil {
			unknown++
			continue
		}
		sum += *s.Minutes
	}
	return total(sum, unknown)
}

// total returns a sum some parts of which may not be known.
func total(sum, unknown int) escalation.Minutes {
	m := escalation.Minutes{AtLeast: sum, Unknown: unknown}
	if unknown == 0 {
		m.Total = &sum
	}
	return m
}

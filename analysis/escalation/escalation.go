package escalation

import (
	"cmp"
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/placement"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/hours"
	"tasuki/graph/said"
)

// EscalationOptions are the inputs of an escalation besides graph and flow.
type EscalationOptions struct {
	rules.Options
	From    string   // the reporter, a task or an organization; empty: the starts of the flow
	To      string   // a task or an organization; empty: the goals of the flow
	By      PathCost // empty: by steps
	Without []string // organizations that are absent: the tasks lost with them are left out
	Through []string // two tasks: only a path by way of the handoff between them is sought; empty: any
	Via     string   // a task: only a path that comes to it is sought; empty: any

	At       string // the hour at which the reporter has the work, as the clocks of its calendar show it or with an offset ([hours.Calendar.Moment]); empty: hours are left aside
	Severity string // of the incident, by ID: whose lists of contacts and outside reports apply; empty: not known
}

// PathCost says what paths are compared by.
type PathCost string

// What paths are compared by. What is equal is compared by steps, then by the
// IDs of the tasks from the start on.
const (
	BySteps   PathCost = "steps"   // the number of handoffs
	ByMinutes PathCost = "minutes" // the declared minutes of the handoffs
)

// Escalation says whom to call next in a flow: for each start task the best
// path to a goal and its alternates.
type Escalation struct {
	Flow      string         `json:"flow"`
	From      *rules.Subject `json:"from"` // the task or organization that reports; nil: the starts of the flow
	To        *rules.Subject `json:"to"`   // the task or organization to be reached; nil: the goals of the flow
	By        PathCost       `json:"by"`
	Rules     rules.Rules    `json:"rules"`
	Objective *int           `json:"objective_minutes"`         // within which a goal of the flow is to be reached; nil: not declared
	Without   []string       `json:"without"`                   // absent organizations, by ID
	Removed   []string       `json:"removed"`                   // tasks of the flow that are lost with them, by ID
	MayLose   []string       `json:"may_lose"`                  // other tasks of the flow that are lost with them in another reading of the uncertain marks, or in one that is not known, by ID
	Ladders   []Ladder       `json:"ladders"`                   // one per start task, by ID; those of an organization by how early the flow reaches them, then by their best path
	DeadEnds  []string       `json:"dead_ends"`                 // tasks that work reaches without passing a goal or an optional branch, and from where it reaches no goal, by ID
	Otherwise []Otherwise    `json:"otherwise,omitempty"`       // what differs under each setting of the rules that nobody declared, and that may hold instead of Rules
	At        *AskedHour     `json:"at,omitempty"`              // when the reporter has the work; left out where no hour is asked about
	Severity  string         `json:"severity,omitempty"`        // of the incident, by ID
	Aside     bool           `json:"hours_left_aside"`          // contacts declare hours, and no hour is asked about
	Reports   []Due          `json:"outside_reports,omitempty"` // that apply, by their deadlines
	Informed  []Informed     `json:"informed,omitempty"`        // who is to be told, by ID
	Gaps      []Gap          `json:"gaps"`                      // what keeps the times of the paths from being known; empty when no times are declared
}

// Ladder holds the paths from one start task.
type Ladder struct {
	Start   string   `json:"start"`
	Lost    bool     `json:"lost"`           // the start itself is removed
	Paths   []Path   `json:"paths"`          // best first, no more than were asked for; empty when no goal can be reached
	More    bool     `json:"more"`           // there are other paths, which the number asked for left out
	Absence *Absence `json:"absence"`        // what the absence of organizations changes; nil when nobody is absent
	Only    string   `json:"only,omitempty"` // the organization that alone leads every task on every path to a goal, among others than those shown; empty: several do, or nobody
	Block   *Block   `json:"block"`          // the proof that no path is left; nil when there is one
}

// Path is a way from a start task to the first goal task that it reaches, no
// task twice. In a flow with branches it is a solution: of every task that it reaches,
// one handoff of each needed branch, until goals; its steps stand behind those that
// hand on to them, branch by branch, and with them those of optional branches.
type Path struct {
	Steps     []Step     `json:"steps"`
	Rungs     []Rung     `json:"rungs"`
	Minutes   Minutes    `json:"minutes"`            // of its handoffs
	Objective Verdict    `json:"objective"`          // whether these keep to the objective of the flow
	Timeline  *Timeline  `json:"timeline"`           // nil: no organization declares contacts
	Branches  *Branching `json:"branches,omitempty"` // only of a flow on which work goes on in several places at once
}

// Step is a task on a path.
type Step struct {
	Task          string              `json:"task"`
	Organizations []string            `json:"organizations"`       // that lead it, by ID; of those present, and with them who stands in for absent ones
	Handoffs      []graph.Handoff     `json:"handoffs"`            // from the step before, by kind; empty at the start; of a path with branches, from all steps that the work comes from
	Minutes       *int                `json:"minutes"`             // from the step before; nil at the start, when not declared, and where the work comes from several steps
	Open          *placement.OpenLead `json:"open_lead,omitempty"` // who may lead it besides, for the marks say so with doubt; null: who leads is certain
	Arrivals      []Arrival           `json:"arrivals,omitempty"`  // only of a path with branches: by which handoffs the work comes, by the step from which
	Optional      bool                `json:"optional,omitempty"`  // the procedure can do without it
	Other         bool                `json:"-"`                   // only alternatives beside those that are first taken lead there; see [Furthest]
}

// Rung is a part of a path whose tasks the same organizations lead: the path
// organization by organization.
type Rung struct {
	Organizations []string `json:"organizations"` // by ID; empty when nobody leads the tasks
	Tasks         []string `json:"tasks"`         // in the order of the path
}

// Escalations returns the paths of the flow called id. It fails when there is
// no such flow, no task or organization of an ID in the options, or when paths
// are to be compared by minutes and a handoff that one of them may take declares
// none. An ID that is a task's and an organization's means the task.
//
// The alternates are those of Yen (Management Science 17(11), 1971), with ties
// settled by task ID at each choice, so that the k paths are exactly the first
// k of all paths in their order. It takes time O(k x tasks x handoffs) for each
// start task, times a logarithm by minutes.
func Escalations(g *graph.Graph, id string, options EscalationOptions) (Escalation, error) {
	f, ok := g.Flow(id)
	if !ok {
		return Escalation{}, said.Errorf("computing escalation: no flow is called %q; use the ID of a declared flow", id)
	}
	e, err := newEscalator(g, flow.New(g, f), options)
	if err == nil {
		err = e.check()
	}
	if err != nil {
		return Escalation{}, said.Errorf("computing escalation of flow %q: %w", f.ID, err)
	}
	return e.escalation(), nil
}

// escalator holds what the paths of one flow are computed from.
type escalator struct {
	g        *graph.Graph
	p        flow.Graph // its starts and goals are those asked for
	options  EscalationOptions
	from, to *rules.Subject
	rules    rules.Rules
	absent   map[int]bool
	declared map[[2]int]int // minutes of the edges that declare them
	contacts bool           // some organization of the dataset declares contacts
	open     map[string]placement.OpenLead
	solver   *flow.Solver   // nil: the flow has alternatives only
	at       *hours.Moment  // nil: no hour is asked about
	clocks   hours.Calendar // of the reporter
	hour     *AskedHour     // says so
}

func newEscalator(g *graph.Graph, p flow.Graph, options EscalationOptions) (*escalator, error) {
	options.Options = options.WithDefaults()
	options.By = cmp.Or(options.By, BySteps)
	e := &escalator{
		g: g, p: p, options: options, rules: rules.InForce(g, options.Options).Rules,
		absent: map[int]bool{}, declared: p.Minutes(), contacts: declaresContacts(g),
		open: placement.OpenLeads(g),
	}
	for _, id := range options.Without {
		org, ok := g.OrganizationIndex(id)
		if !ok {
			return nil, said.Errorf("no organization is called %q; use the ID of a declared organization", id)
		}
		e.absent[org] = true
	}
	if err := e.setEnds(); err != nil {
		return nil, err
	}
	if err := e.setHour(); err != nil {
		return nil, err
	}
	e.solver = e.solverOf()
	return e, nil
}

// escalation computes the result. The ends must have been checked.
func (e *escalator) escalation() Escalation {
	result := Escalation{
		Flow: e.p.Flow.ID, From: e.from, To: e.to, By: e.options.By, Rules: e.rules,
		Objective: positive(e.p.Flow.ObjectiveMinutes), Without: []string{}, Removed: []string{}, MayLose: e.mayLose(), Ladders: []Ladder{},
		At: e.hour, Severity: e.options.Severity, Aside: e.at == nil && declaresHours(e.g),
	}
	for i, o := range e.g.Organizations() {
		if e.absent[i] {
			result.Without = append(result.Without, o.ID)
		}
	}
	removed := e.removed()
	result.Removed = e.p.Masked(removed)
	for _, start := range e.order(removed) {
		result.Ladders = append(result.Ladders, e.ladder(start, removed))
	}
	result.DeadEnds = e.p.IDs(e.deadEnds(removed))
	result.Gaps = e.gaps(result.Ladders)
	result.Otherwise = e.otherwise()
	result.Reports, result.Informed = e.due(), e.informed()
	return result
}

// removed returns a mask of the tasks of the flow that are lost with those who
// are absent.
func (e *escalator) removed() []bool {
	return e.p.LostWithout(e.g, e.rules, e.isAbsent)
}

func (e *escalator) isAbsent(org int) bool { return e.absent[org] }

func (e *escalator) router() flow.Router {
	r := flow.Router{Graph: e.p.Network, Goals: e.p.Goals}
	if e.options.By == ByMinutes {
		r.Minutes = e.declared
	}
	return r
}

func (e *escalator) ladder(start int, removed []bool) Ladder {
	l := Ladder{Start: e.p.Tasks[start], Lost: removed[start], Paths: []Path{}}
	ways, more := e.ways(start, removed, e.options.Paths)
	l.More = more
	for _, w := range ways {
		l.Paths = append(l.Paths, e.path(w, removed, e.isAbsent))
	}
	if len(l.Paths) > 0 {
		l.Only = e.only(start, removed)
	}
	if len(e.absent) > 0 {
		l.Absence = e.absence(start, l.Paths)
	}
	if len(l.Paths) == 0 {
		l.Block = e.block(start, removed)
	}
	return l
}

// path describes a way while some organizations are gone, and with them the tasks of
// removed.
func (e *escalator) path(w way, removed []bool, gone func(org int) bool) Path {
	if w.solution != nil {
		return e.branched(w, removed, gone)
	}
	path := Path{Steps: []Step{}, Rungs: []Rung{}}
	sum := duration{}
	for i, v := range w.vertices {
		s := e.step(v, gone)
		if i > 0 {
			s.Handoffs = e.p.Between(w.vertices[i-1], v)
			s.Minutes = e.minutes(w.vertices[i-1], v)
			sum = sum.plus(s.Minutes)
		}
		path.Steps = append(path.Steps, s)
		if n := len(path.Rungs); n > 0 && slices.Equal(path.Rungs[n-1].Organizations, s.Organizations) {
			path.Rungs[n-1].Tasks = append(path.Rungs[n-1].Tasks, s.Task)
			continue
		}
		path.Rungs = append(path.Rungs, Rung{Organizations: s.Organizations, Tasks: []string{s.Task}})
	}
	path.Minutes = sum.minutes()
	path.Objective = e.verdict(path, path.Minutes)
	if e.contacts {
		path.Timeline = e.timeline(path, gone)
	}
	return path
}

// step describes a task while some organizations are gone.
func (e *escalator) step(v int, gone func(org int) bool) Step {
	s := Step{Task: e.p.Tasks[v], Organizations: rules.OrganizationIDs(e.g, e.present(e.p.Index[v], gone)), Handoffs: []graph.Handoff{}}
	if open, ok := e.open[s.Task]; ok {
		s.Open = &open
	}
	return s
}

// present returns the organizations that do a task while some are gone.
func (e *escalator) present(task int, gone func(org int) bool) []int {
	return e.rules.Present(e.g, task, gone)
}

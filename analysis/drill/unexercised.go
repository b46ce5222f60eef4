package drill

import (
	"slices"

	"tasuki/analysis/escalation"
	"tasuki/analysis/flow"
	"tasuki/graph"
)

// Unexercised is a handoff of the flow of a drill that the drill does not play.
type Unexercised struct {
	From, To string
	Reason   UnexercisedReason
	Tasks    []string // that the reason names, by ID: see there
	Through  bool     // a drill from the same start, with the same organizations out, plays it when it is asked for; false where none was found in few searches
}

// UnexercisedReason says why a drill does not play a handoff.
type UnexercisedReason string

// The reasons, of which the first that holds is given.
const (
	LeavesGoal        UnexercisedReason = "leaves-goal"        // it leaves a goal, at which a drill ends
	LostTask          UnexercisedReason = "lost-task"          // a task at one of its ends is lost with those who are out: Tasks, one or both
	AlternativePlayed UnexercisedReason = "alternative-played" // its branch takes another alternative: Tasks, those to which it hands on
	OnlyBack          UnexercisedReason = "only-back"          // it leads back to its own task, along what is played
	BehindAlternative UnexercisedReason = "behind-alternative" // work comes there by alternatives that are not played: Tasks, the two of one such handoff, which leaves a task that is played
	OtherStart        UnexercisedReason = "other-start"        // work comes there from other starts only: Tasks, the first such
	BehindLost        UnexercisedReason = "behind-lost"        // work comes there only by way of lost tasks: Tasks, one that is
	NeverReached      UnexercisedReason = "never-reached"      // work comes there from no start, or only past a goal
)

// unexercised sets how many handoffs the flow has, a pair of tasks each, and which of them
// the drill does not play, by their tasks. It takes the time of up to 32 searches
// (see [flow.Solver.Through]), and O(n + m) for each of these.
func (p *Plan) unexercised(g *graph.Graph) {
	f, _ := g.Flow(p.Flow)
	e := exercise{Graph: flow.New(g, f), plan: p, place: map[string]int{}, on: map[int]bool{}, plays: map[[2]int][]string{}}
	e.lost = e.Avoiding()
	for v, id := range e.Tasks {
		e.place[id], e.lost[v] = v, has(p.Escalation.Removed, id)
	}
	path := p.Path()
	for i, s := range p.Steps {
		v := e.place[s.Task]
		if e.on[v] = true; i == 0 {
			e.start = v
			continue
		}
		for _, a := range path.Arrivals(i) {
			edge := [2]int{e.place[a.From], v}
			e.plays[edge] = append(e.plays[edge], a.Handoffs[0].Branch)
		}
	}
	p.Handoffs, p.Unexercised = e.Network.Size(), []Unexercised{}
	for _, edge := range e.Network.Edges() {
		if _, plays := e.plays[edge]; !plays {
			p.Unexercised = append(p.Unexercised, e.why(edge[0], edge[1]))
		}
	}
}

// mostAsked is how many searches for a drill that plays a handoff are made for one plan; what
// none of them has found is not said to be played when it is asked for.
const mostAsked = 32

// exercise is a flow with what a drill plays of it.
type exercise struct {
	flow.Graph
	plan   *Plan
	start  int
	place  map[string]int // of tasks, among the vertices
	lost   []bool
	on     map[int]bool        // tasks that are played
	plays  map[[2]int][]string // handoffs that are, with their branches
	solver *flow.Solver        // nil until it is needed
	asked  int                 // searches for a drill that plays a handoff
	can    map[[2]int]playing
}

// why says why a handoff is not played.
func (e *exercise) why(from, to int) Unexercised {
	u := Unexercised{From: e.Tasks[from], To: e.Tasks[to]}
	because := func(r UnexercisedReason, tasks ...int) Unexercised {
		u.Reason, u.Tasks = r, e.IDs(tasks)
		return u
	}
	switch {
	case slices.Contains(e.Goals, from):
		return because(LeavesGoal)
	case e.lost[from] || e.lost[to]:
		return because(LostTask, slices.DeleteFunc([]int{from, to}, func(v int) bool { return !e.lost[v] })...)
	case e.on[from]:
		instead := e.instead(from, to)
		if len(instead) == 0 {
			return because(OnlyBack)
		}
		u.Through = e.through(from, to)
		return because(AlternativePlayed, instead...)
	}
	if way := e.wayTo(from, e.plan.tasks(), e.lost); len(way) > 0 {
		u.Through = e.through(from, to)
		return because(BehindAlternative, way[0], way[1])
	}
	for _, start := range e.Starts {
		if len(e.wayTo(from, e.IDs([]int{start}), e.lost)) > 0 {
			return because(OtherStart, start)
		}
	}
	for _, start := range append([]int{e.start}, e.Starts...) {
		way := e.wayTo(from, e.IDs([]int{start}), e.Avoiding())
		if i := slices.IndexFunc(way, func(v int) bool { return e.lost[v] }); i >= 0 {
			return because(BehindLost, way[i])
		}
	}
	return because(NeverReached)
}

// instead returns the tasks to which the branches with a handoff hand on, ascending.
func (e *exercise) instead(from, to int) []int {
	var list []int
	for _, branch := range e.Branches()[from] {
		if !slices.Contains(branch.Next, to) {
			continue
		}
		for _, w := range branch.Next {
			if slices.Contains(e.plays[[2]int{from, w}], branch.Name) {
				list = append(list, w)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// wayTo returns the shortest way to a task from one of some others, passing no goal and none
// of those in avoid; nil when there is none.
func (e *exercise) wayTo(to int, from []string, avoid []bool) []int {
	closed := slices.Clone(avoid)
	for _, goal := range e.Goals {
		closed[goal] = closed[goal] || goal != to
	}
	var starts []int
	for _, id := range from {
		starts = append(starts, e.place[id])
	}
	slices.Sort(starts)
	return flow.BestPath(e.Network, starts, []int{to}, closed)
}

// through reports whether a drill from the same start plays a handoff when asked for.
func (e *exercise) through(from, to int) bool {
	if !e.plan.Complete {
		return false
	}
	if e.solver == nil {
		e.solver, e.can = flow.NewSolver(e.Graph, e.plan.Escalation.By == escalation.ByMinutes), map[[2]int]playing{}
	}
	for b, branch := range e.solver.Branches[from] {
		if !slices.Contains(branch.Next, to) || e.can[[2]int{from, to}] == plays || e.asked == mostAsked {
			continue
		}
		e.asked++
		if found, _ := e.solver.Through(e.start, flow.Taken{From: from, Branch: b, To: to}, e.lost); found != nil {
			mark(e.can, e.solver.Course(*found, e.lost))
		}
	}
	return e.can[[2]int{from, to}] == plays
}

// tasks returns the tasks that a drill plays, the start first.
func (p Plan) tasks() []string {
	var ids []string
	for _, s := range p.Steps {
		ids = append(ids, s.Task)
	}
	return ids
}

// Alone returns the organization that does all that a drill plays, so that no handoff
// between organizations is exercised; empty when several do, or some task is nobody's.
func (p Plan) Alone() string {
	who := p.Steps[0].Organizations
	if len(who) != 1 || slices.ContainsFunc(p.Steps, func(s escalation.Step) bool { return !slices.Equal(s.Organizations, who) }) {
		return ""
	}
	return who[0]
}

// Leaves reports whether the plan leaves a handoff unexercised.
func (p Plan) Leaves(from, to string) bool {
	return slices.ContainsFunc(p.Unexercised, func(u Unexercised) bool { return u.From == from && u.To == to })
}

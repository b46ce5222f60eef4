package drill

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/graph"
)

// Unplayed is a handoff that no drill of its flow can play.
type Unplayed struct {
	Flow   string         `json:"flow"`
	From   string         `json:"from"`
	To     string         `json:"to"`
	Reason UnplayedReason `json:"reason"`
}

// UnplayedReason says why a handoff cannot be played.
type UnplayedReason string

// The reasons.
const (
	BehindGoal UnplayedReason = "behind-goal" // it leaves a goal, at which a drill ends
	NotReached UnplayedReason = "not-reached" // work comes to it from no start, or only past a goal
	UnledStart UnplayedReason = "unled-start" // work comes to it only from starts that nobody leads, so that no drill begins there
	ToDeadEnd  UnplayedReason = "dead-end"    // what it leads to cannot be brought to a goal
	LeadsBack  UnplayedReason = "leads-back"  // it leads only back to tasks that the work has come from
	NotFound   UnplayedReason = "not-found"   // none was found that plays it; too many ways lead there to try all
)

// UnplayedHandoffs returns the handoffs of flows that are on no course of a solution from a
// start which somebody leads, whatever its optional branches take, by flow and tasks; never
// nil. Handoffs of several kinds between the same tasks are one. Absences add none to what can
// be played, for they only take tasks away. It seeks a passage for each handoff (see
// [flow.Solver.Through]) that those found before do not play.
func UnplayedHandoffs(g *graph.Graph) []Unplayed {
	list := []Unplayed{}
	for _, p := range flow.Graphs(g) {
		s := flow.NewSolver(p, false)
		led := played(s, func(start int) bool { return len(g.Leads(p.Index[start])) > 0 })
		r := reasons{Solver: s, led: led}
		for _, e := range p.Network.Edges() {
			if led[e] != plays {
				list = append(list, Unplayed{p.Flow.ID, p.Tasks[e[0]], p.Tasks[e[1]], r.of(e)})
			}
		}
	}
	return list
}

// playing says whether a handoff can be played.
type playing int

const (
	never playing = iota
	perhaps
	plays
)

// played returns what can be played from some starts.
func played(s *flow.Solver, begins func(start int) bool) map[[2]int]playing {
	can, nobody := map[[2]int]playing{}, s.Avoiding()
	reached := s.Reached(s.Starts, nobody)
	for v, branches := range s.Branches {
		for b, branch := range branches {
			for _, w := range branch.Next {
				for _, start := range s.Starts {
					if !reached[v] || can[[2]int{v, w}] == plays || !begins(start) {
						continue
					}
					if found, sure := s.Through(start, flow.Taken{From: v, Branch: b, To: w}, nobody); found != nil {
						mark(can, s.Course(*found, nobody))
					} else if !sure {
						can[[2]int{v, w}] = perhaps
					}
				}
			}
		}
	}
	return can
}

// mark marks what a course plays.
func mark(can map[[2]int]playing, c flow.Course) {
	for i, arrows := range c.Arrows {
		for _, a := range arrows {
			can[[2]int{c.Tasks[a.From], c.Tasks[i]}] = plays
		}
	}
}

// reasons says why handoffs of one flow cannot be played.
type reasons struct {
	*flow.Solver
	led, any          map[[2]int]playing // from the starts that somebody leads, and from all; the latter nil until it is needed
	reached, succeeds []bool
}

func (r *reasons) of(e [2]int) UnplayedReason {
	if r.any == nil {
		nobody := r.Avoiding()
		r.any, r.reached, r.succeeds = played(r.Solver, func(int) bool { return true }), r.Reached(r.Starts, nobody), r.Succeeds(nobody)
	}
	switch {
	case slices.Contains(r.Goals, e[0]):
		return BehindGoal
	case !r.reached[e[0]]:
		return NotReached
	case r.led[e] == perhaps:
		return NotFound
	case r.any[e] == plays:
		return UnledStart
	case r.any[e] == perhaps:
		return NotFound
	case !r.succeeds[e[0]] || !r.succeeds[e[1]]:
		return ToDeadEnd
	}
	return LeadsBack
}

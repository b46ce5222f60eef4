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

// UnplayedReasons lists the reasons in the order in which they are told.
func UnplayedReasons() []UnplayedReason {
	return []UnplayedReason{BehindGoal, NotReached, UnledStart, ToDeadEnd, LeadsBack, NotFound}
}

// UnplayedHandoffs returns the handoffs of flows that are in no solution from a start which
// somebody leads, nor in the optional branches of one, by flow and tasks; never nil.
// Handoffs of several kinds between the same tasks are one. Absences add none to what can
// be played, for they only take tasks away. It seeks a solution for each handoff.
func UnplayedHandoffs(g *graph.Graph) []Unplayed {
	list := []Unplayed{}
	for _, p := range flow.Graphs(g) {
		u := unplayed{Solver: flow.NewSolver(p, false), g: g, played: map[[2]int]bool{}, unsure: map[[2]int]bool{}}
		u.play(func(start int) bool { return len(g.Leads(p.Index[start])) > 0 })
		led := u.played
		u.play(func(int) bool { return true })
		for _, e := range p.Network.Edges() {
			if !led[e] {
				list = append(list, Unplayed{p.Flow.ID, p.Tasks[e[0]], p.Tasks[e[1]], u.reason(e)})
			}
		}
	}
	return list
}

// unplayed seeks solutions for the handoffs of one flow.
type unplayed struct {
	*flow.Solver
	g              *graph.Graph
	played, unsure map[[2]int]bool
	seen           map[int]bool    // tasks that some solution plays, with its optional branches
	found          []flow.Solution // some, to try what follows their optional branches
}

// play marks what can be played from some starts.
func (u *unplayed) play(begins func(start int) bool) {
	u.played, u.seen, u.found = map[[2]int]bool{}, map[int]bool{}, nil
	nobody := u.Avoiding()
	succeeds, reached := u.Succeeds(nobody), u.Reached(u.Starts, nobody)
	for v, branches := range u.Branches {
		for b, branch := range branches {
			for _, w := range branch.Next {
				if !reached[v] || !succeeds[v] || slices.Contains(u.Goals, v) || !branch.Optional && !succeeds[w] {
					continue
				}
				for _, start := range u.Starts {
					if u.played[[2]int{v, w}] || !begins(start) {
						continue
					}
					asked := flow.Taken{From: v, Branch: b, To: w}
					if found, sure := u.Through(start, asked, nobody); found != nil {
						u.found = append(u.found, *found)
						u.mark(u.CourseTaking(*found, nobody, &asked))
					} else if !sure {
						u.unsure[[2]int{v, w}] = true
					}
				}
			}
		}
	}
	u.playBehindOptional()
}

// playBehindOptional marks what can be played behind the optional branches of solutions that
// were found.
func (u *unplayed) playBehindOptional() {
	nobody := u.Avoiding()
	for v, branches := range u.Branches {
		for b, branch := range branches {
			for _, w := range branch.Next {
				if !u.seen[v] || u.played[[2]int{v, w}] {
					continue
				}
				asked := flow.Taken{From: v, Branch: b, To: w}
				if x := u.Playing(asked, u.found, nobody); x != nil {
					u.mark(u.CourseTaking(*x, nobody, &asked))
				}
			}
		}
	}
}

func (u *unplayed) mark(c flow.Course) {
	for i, arrows := range c.Arrows {
		u.seen[c.Tasks[i]] = true
		for _, a := range arrows {
			u.played[[2]int{c.Tasks[a.From], c.Tasks[i]}] = true
		}
	}
}

// reason says why a handoff cannot be played, when u has played from all starts.
func (u *unplayed) reason(e [2]int) UnplayedReason {
	nobody := u.Avoiding()
	succeeds := u.Succeeds(nobody)
	switch {
	case slices.Contains(u.Goals, e[0]):
		return BehindGoal
	case !u.Reached(u.Starts, nobody)[e[0]]:
		return NotReached
	case u.played[e]:
		return UnledStart
	case !succeeds[e[0]] || !succeeds[e[1]]:
		return ToDeadEnd
	case u.unsure[e]:
		return NotFound
	}
	return LeadsBack
}

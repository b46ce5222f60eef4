package flow_test

import (
	"slices"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// TestThroughBruteForce asks for every handoff of random flows whether work of some solution
// runs by it, whatever the optional branches take.
func TestThroughBruteForce(t *testing.T) {
	taken, beside, never, open := 0, 0, 0, 0
	bruteforce.EachRandomBranched(t, 1000, func(t *testing.T, seed uint64, g *graph.Graph) {
		flows, byMinutes := timed(t, g, seed)
		for _, p := range flows {
			s, avoid := flow.NewSolver(p, byMinutes), p.Avoiding()
			if seed%3 == 0 {
				avoid[int(seed)%len(avoid)] = true
			}
			for _, start := range p.Starts {
				played := map[[2]int]bool{}
				for _, x := range bruteforce.AllSolutions(p, start, avoid) {
					for e := range bruteforce.Played(p, x, avoid) {
						played[e] = true
					}
				}
				for _, e := range p.Network.Edges() {
					got, sure := throughAny(t, s, start, e, avoid)
					switch {
					case got == nil && !sure:
						open++
					case (got != nil) != played[e]:
						t.Errorf("flow %s from %d: work runs from %d to %d: %t, want %t", p.Flow.ID, start, e[0], e[1], got != nil, played[e])
					case got == nil:
						never++
					case len(got.Beside) > 0:
						beside++
					default:
						taken++
					}
				}
			}
		}
	})
	if open > 0 {
		t.Errorf("%d handoffs of small flows are left open", open)
	}
	if seeds.All() && (taken < 1000 || beside < 500 || never < 1000) {
		t.Errorf("%d handoffs are taken, %d played beside and %d never; the test shows too little", taken, beside, never)
	}
}

// throughAny asks for a passage by each branch with a handoff, and checks that its course has it.
func throughAny(t *testing.T, s *flow.Solver, start int, e [2]int, avoid []bool) (found *flow.Passage, sure bool) {
	t.Helper()
	sure = true
	for b, branch := range s.Branches[e[0]] {
		if !slices.Contains(branch.Next, e[1]) {
			continue
		}
		got, all := s.Through(start, flow.Taken{From: e[0], Branch: b, To: e[1]}, avoid)
		sure = sure && all
		if got == nil {
			continue
		}
		found = got
		c := s.Course(*got, avoid)
		if fault := checkCourse(s, got.Solution, c); fault != "" {
			t.Errorf("flow %s by %v: %s", s.Flow.ID, e, fault)
		}
		at := slices.Index(c.Tasks, e[1])
		if at < 0 || !slices.ContainsFunc(c.Arrows[at], func(a flow.Arrow) bool { return c.Tasks[a.From] == e[0] && a.Branch == b }) {
			t.Errorf("flow %s: the course by %v, branch %d, does not have it: %v", s.Flow.ID, e, b, c)
		}
		for _, v := range c.Tasks {
			if avoid[v] {
				t.Errorf("flow %s: the course by %v has %d, which is to be avoided", s.Flow.ID, e, v)
			}
		}
	}
	return found, sure
}

// TestThroughTooManyWays leaves a handoff open to which more ways lead than are tried.
func TestThroughTooManyWays(t *testing.T) {
	for _, c := range []struct {
		parts int
		sure  bool
	}{{6, true}, {7, false}} {
		p := flowOf(t, bruteforce.ManyWays(c.parts))
		v, w := slices.Index(p.Tasks, "end"), slices.Index(p.Tasks, "back")
		found, sure := flow.NewSolver(p, false).Through(p.Starts[0], flow.Taken{From: v, To: w}, p.Avoiding())
		if found != nil || sure != c.sure {
			t.Errorf("%d ways: found %v, sure is %t", 1<<c.parts, found, sure)
		}
	}
}

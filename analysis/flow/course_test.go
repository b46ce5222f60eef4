package flow_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// written writes a course as its tasks, each with where its work comes from; what is
// optional has a question mark.
func written(p flow.Graph, c flow.Course) string {
	var list []string
	for i, v := range c.Tasks {
		var from []string
		for _, a := range c.Arrows[i] {
			from = append(from, p.Tasks[c.Tasks[a.From]]+map[bool]string{true: "?"}[a.Optional])
		}
		list = append(list, p.Tasks[v]+map[bool]string{false: "?"}[c.Needed[i]]+"<"+strings.Join(from, "+"))
	}
	return strings.Join(list, " ")
}

func TestCourse(t *testing.T) {
	for _, c := range []struct{ flow, want string }{
		{"1 -@a-> 2 -> 4, 1 -@b-> 3 -> 4", "1< 2<1 3<1 4<2+3"},
		{"1 -@a-> 3 -> 4, 1 -@b-> 2 -> 5 -> 4", "1< 3<1 2<1 5<2 4<3+5"},
		{"1 -@a-> 2 -> 4, 1 -@b?-> 3", "1< 2<1 4<2 3?<1?"},
		{"1 -@a-> 2 -> 4, 1 -@b?-> 3 -> 4", "1< 2<1 3?<1? 4<2+3?"},
		{"1 -@a-> 2 -> 4, 1 -@b?-> 3 -> 5, 3 -> 4", "1< 2<1 3?<1? 4<2+3?"},
		{"1 -@a-> 2 -> 4, 2 -@b?-> 3 -> 1", "1< 2<1 4<2 3?<2?"},
		{"1 -@a-> 2 -> 4, 1 -@b-> 4", "1< 2<1 4<1+2"},
	} {
		p := five(t, c.flow)
		s := flow.NewSolver(p, false)
		if got := written(p, s.Course(flow.Passage{Solution: *s.Best(p.Starts[0], p.Avoiding())}, p.Avoiding())); got != c.want {
			t.Errorf("%s: got %s, want %s", c.flow, got, c.want)
		}
	}
}

// TestCourses checks what every course keeps to.
func TestCourses(t *testing.T) {
	joins, optional := 0, 0
	bruteforce.EachRandomBranched(t, 500, func(t *testing.T, _ uint64, g *graph.Graph) {
		for _, p := range flow.Graphs(g) {
			s := flow.NewSolver(p, false)
			for _, start := range p.Starts {
				list, _ := s.Solutions(start, p.Avoiding(), 3)
				for _, x := range list {
					c := s.Course(flow.Passage{Solution: x}, p.Avoiding())
					if fault := checkCourse(s, x, c); fault != "" {
						t.Errorf("flow %s: %s: %s", p.Flow.ID, fault, written(p, c))
					}
					for i, arrows := range c.Arrows {
						if len(arrows) > 1 {
							joins++
						}
						if !c.Needed[i] {
							optional++
						}
					}
				}
			}
		}
	})
	if seeds.All() && (joins < 50 || optional < 50) {
		t.Errorf("only %d joins and %d optional tasks; the test shows too little", joins, optional)
	}
}

func checkCourse(s *flow.Solver, x flow.Solution, c flow.Course) string {
	taken := 0
	for i, v := range c.Tasks {
		if c.Needed[i] != slices.Contains(x.Tasks, v) {
			return fmt.Sprintf("%d is needed: %t", v, c.Needed[i])
		}
		if (i == 0) != (len(c.Arrows[i]) == 0) {
			return fmt.Sprintf("%d has %d arrows", v, len(c.Arrows[i]))
		}
		for _, a := range c.Arrows[i] {
			from := c.Tasks[a.From]
			switch branch := s.Branches[from][a.Branch]; {
			case a.From >= i:
				return fmt.Sprintf("%d comes before %d", v, from)
			case !slices.Contains(branch.Next, v):
				return fmt.Sprintf("%d does not hand on to %d", from, v)
			case a.Optional != (branch.Optional || !c.Needed[a.From]):
				return fmt.Sprintf("the arrow from %d to %d is optional: %t", from, v, a.Optional)
			case !a.Optional:
				taken++
			}
		}
	}
	if taken != len(x.Takes) {
		return fmt.Sprintf("%d of %d handoffs", taken, len(x.Takes))
	}
	return ""
}

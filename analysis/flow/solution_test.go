package flow_test

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// weight is what a solution is judged by: minutes and steps of its longest branch, then
// what is left at each handoff, in the order in which work reaches the tasks.
type weight struct {
	minutes, steps int
	walk           [][3]int // minutes and steps that are left, task
}

func (a weight) compare(b weight) int {
	return cmp.Or(cmp.Compare(a.minutes, b.minutes), cmp.Compare(a.steps, b.steps),
		slices.CompareFunc(a.walk, b.walk, func(x, y [3]int) int { return slices.Compare(x[:], y[:]) }))
}

// weigh returns the weight of a solution from a start, by the definition.
func weigh(s bruteforce.Solution, start int, minutes func(v, i, w int) int) weight {
	var from func(v int) [2]int
	through := func(v, i int) [2]int {
		c := from(s[v][i])
		return [2]int{c[0] + minutes(v, i, s[v][i]), c[1] + 1}
	}
	from = func(v int) (longest [2]int) {
		for i := range s[v] {
			if c := through(v, i); slices.Compare(c[:], longest[:]) > 0 {
				longest = c
			}
		}
		return longest
	}
	whole := from(start)
	w := weight{minutes: whole[0], steps: whole[1]}
	reached := []int{start}
	for i := 0; i < len(reached); i++ {
		for k, to := range s[reached[i]] {
			left := through(reached[i], k)
			w.walk = append(w.walk, [3]int{left[0], left[1], to})
			if !slices.Contains(reached, to) {
				reached = append(reached, to)
			}
		}
	}
	return w
}

func asMap(p flow.Graph, s flow.Solution) bruteforce.Solution {
	all := bruteforce.Solution{}
	for _, v := range s.Tasks {
		all[v] = []int{}
	}
	for _, t := range s.Takes {
		all[t.From] = append(all[t.From], t.To)
	}
	for v, to := range all {
		if len(to) == 0 {
			all[v] = nil
		}
	}
	return all
}

// TestSolutionsBruteForce compares the first solutions and their order with all there
// are.
func TestSolutionsBruteForce(t *testing.T) {
	split, most := 0, 0
	bruteforce.EachRandomBranched(t, 1000, func(t *testing.T, seed uint64, g *graph.Graph) {
		flows, byMinutes := timed(t, g, seed)
		for _, p := range flows {
			s := flow.NewSolver(p, byMinutes)
			avoid := p.Avoiding()
			if seed%3 == 0 {
				avoid[int(seed)%len(avoid)] = true
			}
			for _, start := range p.Starts {
				all := bruteforce.AllSolutions(p, start, avoid)
				weights := map[string]weight{}
				key := func(x bruteforce.Solution) string { return fmt.Sprint(x) }
				for _, x := range all {
					weights[key(x)] = weigh(x, start, func(v, i, w int) int {
						var needed []int
						for b, branch := range s.Branches[v] {
							if !branch.Optional {
								needed = append(needed, b)
							}
						}
						if m := s.MinutesOf(v, needed[i], w); byMinutes && m != nil {
							return *m
						}
						return 0
					})
				}
				slices.SortFunc(all, func(a, b bruteforce.Solution) int { return weights[key(a)].compare(weights[key(b)]) })
				if p.Splits() && len(all) > 1 {
					split, most = split+1, max(most, len(all))
				}
				if got := s.Succeeds(avoid)[start]; got != (len(all) > 0) {
					t.Errorf("flow %s from %d: succeeds is %t with %d solutions", p.Flow.ID, start, got, len(all))
				}
				for _, k := range []int{1, 2, 5, len(all) + 1} {
					got, more := s.Solutions(start, avoid, k)
					if len(got) != min(k, len(all)) || more != (len(all) > k) {
						t.Fatalf("flow %s from %d, k=%d: got %d solutions, more is %t, of %d", p.Flow.ID, start, k, len(got), more, len(all))
					}
					for i, x := range got {
						if !reflect.DeepEqual(asMap(p, x), all[i]) {
							t.Errorf("flow %s from %d, solution %d: got %v, want %v", p.Flow.ID, start, i, asMap(p, x), all[i])
						}
						if want := weights[key(all[i])]; x.Steps() != want.steps {
							t.Errorf("flow %s from %d, solution %d: got %d steps, want %d", p.Flow.ID, start, i, x.Steps(), want.steps)
						}
					}
				}
			}
		}
	})
	if seeds.All() && (split < 200 || most < 5) {
		t.Errorf("only %d starts of flows with branches have several solutions, at most %d; the test shows too little", split, most)
	}
}

// TestSolutionsOfAlternatives holds solutions against the paths of flows without
// branches: they are the same, in the same order.
func TestSolutionsOfAlternatives(t *testing.T) {
	bruteforce.EachRandom(t, 1000, func(t *testing.T, seed uint64, g *graph.Graph) {
		flows, byMinutes := timed(t, g, seed)
		for _, p := range flows {
			r := flow.Router{Graph: p.Network, Goals: p.Goals}
			if byMinutes {
				r.Minutes = p.Minutes()
			}
			for _, start := range p.Starts {
				paths, more := r.Paths(start, p.Avoiding(), 6)
				list, moreSolutions := flow.NewSolver(p, byMinutes).Solutions(start, p.Avoiding(), 6)
				var tasks [][]int
				for _, s := range list {
					tasks = append(tasks, s.Tasks)
				}
				if more != moreSolutions || !slices.EqualFunc(paths, tasks, slices.Equal) {
					t.Errorf("flow %s from %d: paths %v (more %t), solutions %v (more %t)", p.Flow.ID, start, paths, more, tasks, moreSolutions)
				}
			}
		}
	})
}

func TestSolutionOfParallelBranches(t *testing.T) {
	for _, c := range []struct {
		flow  string
		lost  string
		tasks string
		steps int
	}{
		{"1 -@a-> 2 -> 4, 1 -@b-> 3 -> 4", "", "1 2 3 4", 2},
		{"1 -@a-> 2 -> 4, 1 -@b-> 3 -> 4", "2", "", 0},
		{"1 -> 2 -> 4, 1 -> 3 -> 4", "2", "1 3 4", 2},
		{"1 -@a-> 2 -> 4, 1 -@b?-> 3 -> 4", "3", "1 2 4", 2},
		{"1 -@a-> 4, 1 -@b-> 2 -> 3 -> 4", "", "1 4 2 3", 3},
	} {
		p, got, steps := five(t, c.flow), "", 0
		if s := flow.NewSolver(p, false).Best(p.Starts[0], without(p, c.lost)); s != nil {
			got, steps = strings.Join(p.IDs(s.Tasks), " "), s.Steps()
		}
		if got != c.tasks || steps != c.steps {
			t.Errorf("%s without %q: got %q in %d steps, want %q in %d", c.flow, c.lost, got, steps, c.tasks, c.steps)
		}
	}
}

// TestSolutionOfLongChain would be deep with recursion, and slow with a search from each
// task.
func TestSolutionOfLongChain(t *testing.T) {
	const n = 100_000
	f := graph.Flow{ID: "f", Start: []string{"0"}, Goal: []string{fmt.Sprint(n)}}
	var d graph.Dataset
	for i := range n {
		f.Handoffs = append(f.Handoffs, graph.Handoff{From: fmt.Sprint(i), To: fmt.Sprint(i + 1), Kind: graph.Sequence})
	}
	f.Handoffs = append(f.Handoffs, graph.Handoff{From: "0", To: fmt.Sprint(n), Kind: graph.Sequence, Branch: "b"})
	slices.SortFunc(f.Handoffs, func(a, b graph.Handoff) int { return cmp.Or(graph.Compare(a.From, b.From), graph.Compare(a.To, b.To)) })
	g, err := graph.New(d)
	if err != nil {
		t.Fatal(err)
	}
	p := flow.New(g, f)
	list, more := flow.NewSolver(p, false).Solutions(p.Starts[0], p.Avoiding(), 3)
	if len(list) != 1 || more || list[0].Steps() != n {
		t.Errorf("got %d solutions, more is %t", len(list), more)
	}
}

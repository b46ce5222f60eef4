package flow_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// TestEvaluationByHand loses 2 of 1 -> {2 and 3} -> 4, where both branches must be done
// and where either is enough.
func TestEvaluationByHand(t *testing.T) {
	for _, c := range []struct {
		flow string
		lost string
		left []string
	}{
		{"1 -@a-> 2, 1 -@b-> 3, 2 -> 4, 3 -> 4", "", bruteforce.Path("1 2 3 4")},
		{"1 -@a-> 2, 1 -@b-> 3, 2 -> 4, 3 -> 4", "2", nil},
		{"1 -> 2, 1 -> 3, 2 -> 4, 3 -> 4", "2", bruteforce.Path("1 3 4")},
		{"1 -@a-> 2, 1 -@a-> 3, 2 -> 4, 3 -> 4", "2", bruteforce.Path("1 3 4")},
		{"1 -@a?-> 2, 1 -@b-> 3, 2 -> 4, 3 -> 4", "2", bruteforce.Path("1 3 4")},
		{"1 -@a?-> 2, 1 -@b-> 3, 2 -> 4, 3 -> 4", "3", nil},
		{"1 -@a-> 2, 1 -@b-> 3, 2 -> 5, 5 -> 2, 2 -> 4, 3 -> 4", "5", bruteforce.Path("1 2 3 4")},
	} {
		p := five(t, c.flow)
		avoid := without(p, c.lost)
		if got := p.Without(avoid); !slices.Equal(got, c.left) || p.Passable(avoid) != (len(c.left) > 0) {
			t.Errorf("%s without %q: %v is left, passable %t; want %v", c.flow, c.lost, got, p.Passable(avoid), c.left)
		}
	}
}

// TestEvaluationBruteForce holds every figure of an evaluation to all solutions, one
// after the other and 64 losses at once.
func TestEvaluationBruteForce(t *testing.T) {
	broken, some := 0, 0
	bruteforce.EachRandomBranched(t, 1000, func(t *testing.T, seed uint64, g *graph.Graph) {
		r := rand.New(rand.NewPCG(seed, 5))
		for _, p := range flow.Graphs(g) {
			remains, losses := bruteforce.NewRemains(p), make([][]bool, 64)
			words := make([]uint64, len(p.Tasks))
			for i := range losses {
				losses[i] = p.Avoiding()
				for v := range words {
					if losses[i][v] = i > 0 && r.IntN(4) == 0; losses[i][v] {
						words[v] |= 1 << i
					}
				}
			}
			parallel := flow.NewParallel(p)
			blocked := parallel.Blocked(func(v int) uint64 { return words[v] })
			failing := parallel.Failing(func(v int) uint64 { return words[v] })
			for i, avoid := range losses {
				left := remains.Starts(avoid)
				e := p.Evaluate(avoid)
				if e.Works() != (left > 0) || p.Passable(avoid) != (left > 0) || len(e.Failing()) != len(p.Starts)-left {
					t.Errorf("flow %s without %v: works %t, passable %t, fails from %v, want %d starts", p.Flow.ID, p.Masked(avoid), e.Works(), p.Passable(avoid), e.Failing(), left)
				}
				if blocked>>i&1 == 1 != (left == 0) || failing>>i&1 == 1 != (left < len(p.Starts)) {
					t.Errorf("flow %s without %v, 64 at once: blocked %t, failing %t, want %d starts", p.Flow.ID, p.Masked(avoid), blocked>>i&1 == 1, failing>>i&1 == 1, left)
				}
				if left > 0 {
					checkRemaining(t, p, avoid)
					some++
				} else {
					checkStopped(t, p, avoid)
					broken++
				}
			}
		}
	})
	if seeds.All() && (broken < 1000 || some < 1000) {
		t.Errorf("only %d losses break and %d do not; the test shows too little", broken, some)
	}
}

// checkRemaining follows what is said to be left.
func checkRemaining(t *testing.T, p flow.Graph, avoid []bool) {
	t.Helper()
	r := p.Remaining(avoid)
	var handoffs [][2]string
	for _, h := range r.Handoffs {
		handoffs = append(handoffs, [2]string{h.From, h.To})
	}
	if len(handoffs) == 0 {
		for i := range len(r.Way) - 1 {
			handoffs = append(handoffs, [2]string{r.Way[i], r.Way[i+1]})
		}
	}
	lost := p.Masked(avoid)
	if !bruteforce.IsSolution(p.Flow, r.Way, handoffs) || slices.ContainsFunc(r.Way, func(id string) bool { return slices.Contains(lost, id) }) {
		t.Errorf("flow %s without %v: %v by %v is no solution", p.Flow.ID, lost, r.Way, r.Handoffs)
	}
}

// checkStopped looks at every way on from what is said to be reached.
func checkStopped(t *testing.T, p flow.Graph, avoid []bool) {
	t.Helper()
	s, lost := p.Stopped(avoid), p.Masked(avoid)
	fails := func(id string) bool { return slices.Contains(lost, id) || slices.Contains(s.Reached, id) }
	for _, id := range p.Flow.Start {
		if !fails(id) {
			t.Errorf("flow %s without %v: nothing is said of the start %s", p.Flow.ID, lost, id)
		}
	}
	for _, id := range s.Reached {
		if slices.Contains(p.Flow.Goal, id) || slices.Contains(lost, id) {
			t.Errorf("flow %s without %v: %s is said to be reached and to fail", p.Flow.ID, lost, id)
		}
		stuck := slices.IndexFunc(s.Stuck, func(x flow.Stuck) bool { return x.Task == id })
		branch, optional := map[string][]string{}, map[string]bool{}
		for _, h := range p.Flow.Handoffs {
			if h.From == id {
				branch[h.Branch], optional[h.Branch] = append(branch[h.Branch], h.To), h.Optional
			}
		}
		var next []string
		switch {
		case stuck >= 0:
			x := s.Stuck[stuck]
			if next = branch[x.Branch]; optional[x.Branch] || !slices.Equal(slices.Compact(next), x.Next) {
				t.Errorf("flow %s without %v: %+v is no needed branch", p.Flow.ID, lost, x)
			}
		case len(branch) > 1:
			t.Errorf("flow %s without %v: no branch is said to fail at %s", p.Flow.ID, lost, id)
		default:
			for _, next = range branch {
			}
		}
		for _, to := range next {
			if !fails(to) {
				t.Errorf("flow %s without %v: %s fails, but %s is left to it", p.Flow.ID, lost, id, to)
			}
		}
	}
}

// TestAlternativesEvaluateAsWays holds the two evaluations against each other where both
// hold.
func TestAlternativesEvaluateAsWays(t *testing.T) {
	bruteforce.EachRandom(t, bruteforce.Rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		r := rand.New(rand.NewPCG(seed, 6))
		for _, p := range flow.Graphs(g) {
			for range 20 {
				avoid := p.Avoiding()
				for v := range avoid {
					avoid[v] = r.IntN(4) == 0
				}
				e, way := p.Evaluate(avoid), flow.BestPath(p.Network, p.Starts, p.Goals, avoid)
				if s := e.Shortest(); !slices.Equal(s, way) || e.Works() != (way != nil) {
					t.Errorf("flow %s without %v: solution %v, way %v", p.Flow.ID, p.Masked(avoid), s, way)
				}
				if len(way) == 0 && !slices.Equal(p.Stopped(avoid).Reached, p.Masked(flow.Refutation(e))) {
					t.Errorf("flow %s without %v: %v and %v are reached", p.Flow.ID, p.Masked(avoid), p.Stopped(avoid).Reached, p.Masked(flow.Refutation(e)))
				}
			}
		}
	})
}

// TestEvaluationOfALongChain has a chain of 100,000 tasks that splits and joins at every
// third.
func TestEvaluationOfALongChain(t *testing.T) {
	const n = 100_000
	f := graph.Flow{ID: "f", Name: graph.Text("f"), Start: []string{"0"}, Goal: []string{fmt.Sprint(n - 1)}}
	join := func(from, to int, branch string) {
		if to < n {
			f.Handoffs = append(f.Handoffs, graph.Handoff{From: fmt.Sprint(from), To: fmt.Sprint(to), Kind: graph.Sequence, Branch: branch})
		}
	}
	for i := range n {
		switch i % 3 {
		case 0:
			join(i, i+1, "a")
			join(i, i+2, "b")
		case 1:
			join(i, i+2, "")
		case 2:
			join(i, i+1, "")
		}
	}
	p := flow.New(new(graph.Graph), f) // more than a dataset may hold
	if got := len(p.Without(p.Avoiding())); got != n {
		t.Errorf("%d tasks are needed, want all %d", got, n)
	}
	middle, _ := slices.BinarySearchFunc(p.Tasks, fmt.Sprint(n/2), graph.Compare)
	if p.Passable(p.Avoiding(middle)) {
		t.Error("the flow works without its middle")
	}
	if got := len(p.Stopped(p.Avoiding(middle)).Reached); got < n/4 {
		t.Errorf("only %d tasks cannot finish", got)
	}
	if got := flow.NewParallel(p).Blocked(func(v int) uint64 {
		if v == middle {
			return 2
		}
		return 0
	}); got != 2 {
		t.Errorf("got losses %b, want the second", got)
	}
}

// TestCheapestBruteForce compares the cheapest vertices to lose and to keep with all
// subsets.
func TestCheapestBruteForce(t *testing.T) {
	bruteforce.EachRandomBranched(t, 400, func(t *testing.T, seed uint64, g *graph.Graph) {
		r := rand.New(rand.NewPCG(seed, 7))
		for _, p := range flow.Graphs(g) {
			prices := make([]int, len(p.Tasks))
			for v := range prices {
				prices[v] = r.IntN(5) - 1
			}
			remains := bruteforce.NewRemains(p)
			for _, losing := range []bool{true, false} {
				search := p.CheapestSolution
				if losing {
					search = p.CheapestLoss
				}
				set, total, atLeast, ok := search(prices, 10_000)
				if atLeast != total {
					t.Errorf("flow %s: the search was cut short", p.Flow.ID)
				}
				least, possible := 0, false
				for s := range 1 << len(prices) {
					sum, avoid := 0, p.Avoiding()
					for v, price := range prices {
						chosen := s>>v&1 == 1 || price == 0
						if chosen && price < 0 {
							sum = -1
							break
						}
						if chosen {
							sum += price
						}
						avoid[v] = chosen == losing
					}
					if sum >= 0 && (!possible || sum < least) && (remains.Starts(avoid) == 0) == losing {
						least, possible = sum, true
					}
				}
				if ok != possible || ok && total != least {
					t.Errorf("flow %s, losing %t, prices %v: %v for %d (%t), want %d (%t)", p.Flow.ID, losing, prices, p.IDs(set), total, ok, least, possible)
				}
			}
		}
	})
}

// TestCheapestIsCutShort has a search that may ask one question only.
func TestCheapestIsCutShort(t *testing.T) {
	text := []string{"s:", "g:", "flow f from s to g: "}
	var handoffs []string
	for i := range 12 {
		text = append(text, fmt.Sprintf("t%d:", i))
		handoffs = append(handoffs, fmt.Sprintf("s -@%c-> t%d -> g", 'a'+i%3, i))
	}
	slices.Sort(text) // flow comes before its tasks; order does not matter
	p := flowOf(t, strings.Replace(strings.Join(text, "\n"), "flow f from s to g: ", "flow f from s to g: "+strings.Join(handoffs, ", "), 1))
	prices := slices.Repeat([]int{1}, len(p.Tasks))
	for _, v := range slices.Concat(p.Starts, p.Goals) {
		prices[v] = -1
	}
	if _, total, least, ok := p.CheapestLoss(prices, 1000); !ok || least != total || total != 4 {
		t.Errorf("got %d, at least %d, want the four of a branch", total, least)
	}
	if _, total, least, ok := p.CheapestLoss(prices, 1); !ok || least > 4 || total < 4 || least == total {
		t.Errorf("with one question: got %d, at least %d", total, least)
	}
}

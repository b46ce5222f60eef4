package certainty

import (
	"math/rand/v2"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/network"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// TestCheapestBruteForce compares the cheapest cut and the cheapest way of a
// flow, and the cheapest tasks to keep for several flows, with all subsets of
// tasks.
func TestCheapestBruteForce(t *testing.T) {
	several := 0
	s := bruteforce.Shape{Tasks: 8, Orgs: 3, Flows: 3, FlowTasks: 7, Handoffs: 12}
	bruteforce.EachRandomOf(t, s, bruteforce.Rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		r := rand.New(rand.NewPCG(seed, 3))
		prices := map[int]offer{}
		for task := range g.Tasks() {
			prices[task] = offer{price: r.IntN(5) - 1}
		}
		flows := flow.Graphs(g)
		for _, p := range flows {
			list := pricesOf(p, prices)
			cut, price, ok := network.CheapestCut(p.Network, p.Starts, p.Goals, list)
			checkChoice(t, "cut", cut, price, ok, len(list), list, func(chosen int) bool {
				return !bruteforce.WayExists(p, maskOf(chosen, len(list)))
			})
			way, price := network.CheapestWay(p.Network, p.Starts, p.Goals, list)
			checkChoice(t, "way", way, price, way != nil, len(list), list, func(chosen int) bool {
				return bruteforce.WayExists(p, maskOf(^chosen, len(list)))
			})
		}
		all := pricesOf(flow.Graph{Index: indexes(len(g.Tasks())), Tasks: make([]string, len(g.Tasks()))}, prices)
		tasks, price, smallest, ok := (&Blocked{Flows: flows, spent: new(int)}).keep(prices)
		if !smallest {
			t.Error("the search was cut short")
		}
		if len(tasks) > 2 {
			several++
		}
		free := 0
		for task, x := range all {
			if x == 0 {
				free |= 1 << task
			}
		}
		for _, task := range indexes(len(all)) {
			if free>>task&1 == 1 {
				tasks = append(tasks, task)
			}
		}
		checkChoice(t, "tasks to keep", tasks, price, ok, len(all), all, func(chosen int) bool {
			for _, p := range flows {
				avoid := p.Avoiding()
				for v, task := range p.Index {
					avoid[v] = chosen>>task&1 == 0
				}
				if !bruteforce.WayExists(p, avoid) {
					return false
				}
			}
			return true
		})
	})
	if seeds.All() && several < 100 {
		t.Errorf("%d searches found several tasks; the test shows too little", several)
	}
}

func indexes(n int) []int {
	var list []int
	for i := range n {
		list = append(list, i)
	}
	return list
}

// maskOf returns the lowest n bits of a set.
func maskOf(set, n int) []bool {
	mask := make([]bool, n)
	for i := range mask {
		mask[i] = set>>i&1 == 1
	}
	return mask
}

// checkChoice compares a choice with all subsets that are valid.
func checkChoice(t *testing.T, what string, chosen []int, price int, ok bool, n int, prices []int, valid func(set int) bool) {
	t.Helper()
	cost := func(set int) (sum int, can bool) {
		for i := range n {
			if set>>i&1 == 1 {
				if prices[i] < 0 {
					return 0, false
				}
				sum += prices[i]
			}
		}
		return sum, true
	}
	best, found := 0, false
	for set := range 1 << n {
		if sum, can := cost(set); can && (!found || sum < best) && valid(set) {
			best, found = sum, true
		}
	}
	if ok != found || ok && price != best {
		t.Errorf("%s: got %v for %d (%v), want %d (%v)", what, chosen, price, ok, best, found)
	}
	if set := 0; ok {
		for _, i := range chosen {
			set |= 1 << i
		}
		if sum, can := cost(set); !can || sum != price || !valid(set) {
			t.Errorf("%s: %v is none for %d", what, chosen, price)
		}
	}
}

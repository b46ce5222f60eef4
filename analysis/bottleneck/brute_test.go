package bottleneck

import (
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"tasuki/analysis/flow"
	"tasuki/analysis/network"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// eachWithMinutes runs f on small random graphs. In some all handoffs declare minutes,
// some have few handoffs, and some have one of no flow.
func eachWithMinutes(t *testing.T, f func(seed uint64, g *graph.Graph)) {
	t.Helper()
	for seed := range seeds.Each(bruteforce.Rounds) {
		s := bruteforce.Small
		if seed%3 == 0 {
			s.Handoffs = 3
		}
		d := bruteforce.RandomDataset(seed, s)
		if seed%2 == 0 {
			for i := range d.Flows {
				for j := range d.Flows[i].Handoffs {
					d.Flows[i].Handoffs[j].Minutes = 1 + (i+j+int(seed/2))%4
				}
			}
		}
		if seed%5 == 0 {
			d.Handoffs = []graph.Handoff{{From: "t0", To: "t6", Kind: graph.Report, Minutes: 2}}
		}
		g, err := graph.New(d)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		f(seed, g)
		if t.Failed() {
			t.Fatalf("seed %d:\n%+v", seed, d)
		}
	}
}

// leadsByID returns the leads of every task, taken from the marks.
func leadsByID(g *graph.Graph) map[string][]string {
	leads := map[string][]string{}
	for _, a := range g.Assignments() {
		if a.Role == graph.Lead {
			leads[a.Task] = append(leads[a.Task], a.Organization)
		}
	}
	return leads
}

func TestReturnsBruteForce(t *testing.T) {
	matching := map[int]int{}
	eachWithMinutes(t, func(seed uint64, g *graph.Graph) {
		b := Bottlenecks(g, rules.Options{})
		for n, got := range map[int]Return{3: b.Subcontracting, 4: b.PingPong} {
			want := slowReturns(g, n)
			if got := fmt.Sprintf("%+v", chainLines(got)); got != fmt.Sprintf("%+v", want) {
				t.Errorf("%d tasks: got %v, want %v", n, got, want)
			}
			matching[n] += got.Matching
			for i, p := range got.Pairs {
				if i > 0 && len(p.Chains) > len(got.Pairs[i-1].Chains) {
					t.Errorf("%d tasks: pair %d has more chains than the one before", n, i)
				}
				if p.Percent != 100*float64(len(p.Chains))/float64(got.Chains) {
					t.Errorf("%d tasks: %s and %s have %v %% of %d chains", n, p.Organization, p.Other, p.Percent, got.Chains)
				}
			}
		}
	})
	if seeds.All() && (matching[3] < 1000 || matching[4] < 1000) {
		t.Errorf("chains that match: %v; the test shows too little", matching)
	}
}

// chainLines returns the counts, and the chains of each pair as sorted lines.
func chainLines(r Return) []string {
	lines := []string{fmt.Sprintf("%d %d %d %d", r.Chains, r.Unassigned, r.Matching, r.AllPairs)}
	var chains []string
	for _, p := range r.Pairs {
		for _, c := range p.Chains {
			chains = append(chains, fmt.Sprintln(p.Organization, p.Other, c.Flow, c.Tasks))
		}
	}
	slices.Sort(chains)
	return append(lines, chains...)
}

// slowReturns tries every sequence of n tasks and every pair of organizations.
func slowReturns(g *graph.Graph, n int) []string {
	leads := leadsByID(g)
	declared := map[string]bool{}
	for _, f := range g.Flows() {
		for _, h := range f.Handoffs {
			declared[f.ID+" "+h.From+" "+h.To] = true
		}
	}
	all, unassigned, matching, leaders := 0, 0, 0, map[string]bool{}
	for _, orgs := range leads {
		for _, o := range orgs {
			leaders[o] = true
		}
	}
	var chains []string
	sequence := make([]string, n)
	var try func(flow string, i int)
	try = func(flow string, i int) {
		if i == n {
			for _, task := range sequence {
				if len(leads[task]) == 0 {
					unassigned++
					return
				}
			}
			all++
			found := false
			for _, a := range g.Organizations() {
				for _, b := range g.Organizations() {
					if belongs(leads, sequence, a.ID, b.ID) {
						found = true
						chains = append(chains, fmt.Sprintln(a.ID, b.ID, flow, sequence))
					}
				}
			}
			if found {
				matching++
			}
			return
		}
		for _, task := range g.Tasks() {
			if i == 0 || declared[flow+" "+sequence[i-1]+" "+task.ID] {
				sequence[i] = task.ID
				try(flow, i+1)
			}
		}
	}
	for _, f := range g.Flows() {
		try(f.ID, 0)
	}
	slices.Sort(chains)
	return append([]string{fmt.Sprintf("%d %d %d %d", all, unassigned, matching, len(leaders)*(len(leaders)-1))}, chains...)
}

// belongs reports whether the tasks are a's and b's in turn.
func belongs(leads map[string][]string, tasks []string, a, b string) bool {
	for i, task := range tasks {
		his, others := slices.Contains(leads[task], a), slices.Contains(leads[task], b)
		if i%2 == 1 {
			his, others = others, his
		}
		if !his || others {
			return false
		}
	}
	return true
}

func TestWaitsBruteForce(t *testing.T) {
	circles, cycles := 0, 0
	eachWithMinutes(t, func(seed uint64, g *graph.Graph) {
		b, leads := Bottlenecks(g, rules.Options{}), leadsByID(g)
		waits, hands := slowWaiting(g, leads)
		got := map[[2]string]bool{}
		for _, w := range b.Waits {
			got[[2]string{w.Organization, w.For}] = true
			for _, h := range w.Handoffs {
				if !hands[[2]string{h.From, h.To}] || !slices.Contains(leads[h.To], w.Organization) || !slices.Contains(leads[h.From], w.For) || slices.Contains(leads[h.From], w.Organization) {
					t.Errorf("%s does not wait for %s by %v", w.Organization, w.For, h)
				}
			}
		}
		if !maps.Equal(got, waits) {
			t.Errorf("got waits %v, want %v", got, waits)
		}
		want, tasksFar := slowCircles(g, steps(waits)), steps(hands)
		if len(b.Circles) != len(want) {
			t.Fatalf("got circles %v, want %v", b.Circles, want)
		}
		for i, c := range b.Circles {
			if !slices.Equal(c.Organizations, want[i]) {
				t.Errorf("got circle %v, want %v", c.Organizations, want)
			}
			checkRound(t, b.Waits, c)
			checkCycle(t, b.Waits, c, hands, tasksFar)
			cycles += min(1, len(c.Tasks))
		}
		circles += len(want)
	})
	if seeds.All() && (cycles < 100 || circles-cycles < 30) {
		t.Errorf("%d circles, %d with a cycle of tasks; the test shows too little", circles, cycles)
	}
}

// slowWaiting returns who waits for whom, and which tasks hand on to which.
func slowWaiting(g *graph.Graph, leads map[string][]string) (waits, hands map[[2]string]bool) {
	waits, hands = map[[2]string]bool{}, map[[2]string]bool{}
	for _, h := range g.Handoffs() {
		hands[[2]string{h.From, h.To}] = true
		for _, a := range leads[h.To] {
			for _, other := range leads[h.From] {
				if !slices.Contains(leads[h.From], a) {
					waits[[2]string{a, other}] = true
				}
			}
		}
	}
	return waits, hands
}

// slowCircles returns the sets of organizations that all reach each other.
func slowCircles(g *graph.Graph, far map[[2]string]int) [][]string {
	var circles [][]string
	for _, o := range g.Organizations() {
		set := []string{o.ID}
		for _, other := range g.Organizations() {
			if other.ID != o.ID && far[[2]string{o.ID, other.ID}] > 0 && far[[2]string{other.ID, o.ID}] > 0 {
				set = append(set, other.ID)
			}
		}
		slices.Sort(set)
		if len(set) > 1 && set[0] == o.ID {
			circles = append(circles, set)
		}
	}
	return circles
}

// steps returns the fewest steps, at least one, from each to each.
func steps(arrows map[[2]string]bool) map[[2]string]int {
	far, names := map[[2]string]int{}, map[string]bool{}
	for a := range arrows {
		far[a], names[a[0]], names[a[1]] = 1, true, true
	}
	for via := range names {
		for from := range names {
			for to := range names {
				a, b := far[[2]string{from, via}], far[[2]string{via, to}]
				if now := far[[2]string{from, to}]; a > 0 && b > 0 && (now == 0 || a+b < now) {
					far[[2]string{from, to}] = a + b
				}
			}
		}
	}
	return far
}

// checkRound checks that the round of a circle is closed, passes everyone of it
// and nobody else, and takes the first handoff of each wait.
func checkRound(t *testing.T, waits []Wait, c Circle) {
	t.Helper()
	var passed []string
	for i, s := range c.Round {
		passed = append(passed, s.Organization)
		if next := c.Round[(i+1)%len(c.Round)]; s.For != next.Organization {
			t.Errorf("round %v: %s does not lead on to %s", c.Round, s.For, next.Organization)
		}
		if !slices.ContainsFunc(waits, func(w Wait) bool {
			return w.Organization == s.Organization && w.For == s.For && w.Handoffs[0] == s.Handoff
		}) {
			t.Errorf("round %v: no such wait as %v", c.Round, s)
		}
	}
	slices.Sort(passed)
	if !slices.Equal(slices.Compact(passed), c.Organizations) || c.Round[0].Organization != c.Organizations[0] {
		t.Errorf("circle %v: got round %v", c.Organizations, c.Round)
	}
}

// checkCycle checks that the tasks of a circle are a shortest cycle through the
// first handoff on any for which someone of it waits for another, or that there
// is none.
func checkCycle(t *testing.T, waits []Wait, c Circle, hands map[[2]string]bool, far map[[2]string]int) {
	t.Helper()
	var first []string
	for _, w := range waits {
		for _, h := range w.Handoffs {
			among := slices.Contains(c.Organizations, w.Organization) && slices.Contains(c.Organizations, w.For)
			if pair := []string{h.From, h.To}; among && far[[2]string{h.To, h.From}] > 0 && (first == nil || slices.Compare(pair, first) < 0) {
				first = pair
			}
		}
	}
	if first == nil || len(c.Tasks) == 0 {
		if first != nil || len(c.Tasks) > 0 {
			t.Errorf("circle %v: got cycle %v, but the first handoff on one is %v", c.Organizations, c.Tasks, first)
		}
		return
	}
	for i, task := range c.Tasks {
		if next := c.Tasks[(i+1)%len(c.Tasks)]; !hands[[2]string{task, next}] {
			t.Errorf("cycle %v: no handoff from %s to %s", c.Tasks, task, next)
		}
	}
	if !slices.Equal(c.Tasks[:2], first) || len(c.Tasks) != 1+far[[2]string{first[1], first[0]}] {
		t.Errorf("got cycle %v, want one of %d tasks that begins %v", c.Tasks, 1+far[[2]string{first[1], first[0]}], first)
	}
}

// TestEveryBetweennessBruteForce compares with shortest ways found one by one,
// by exact lengths, between organizations and between tasks.
func TestEveryBetweennessBruteForce(t *testing.T) {
	timed := 0
	eachWithMinutes(t, func(seed uint64, g *graph.Graph) {
		b := Bottlenecks(g, rules.Options{})
		minutes, shares, known := slowLengths(g)
		plain, weighted := slowBetweenness(ones(shares)), slowBetweenness(shares)
		for _, o := range b.Organizations {
			near(t, "organization "+o.Organization, o.Betweenness, plain[o.Organization])
			near(t, "organization by amount "+o.Organization, o.WeightedBetweenness, weighted[o.Organization])
		}
		for _, h := range b.Handovers {
			if h.From != h.To {
				near(t, "edge "+h.From+h.To, h.Betweenness, plain[h.From+" "+h.To])
				near(t, "edge by amount "+h.From+h.To, h.WeightedBetweenness, weighted[h.From+" "+h.To])
			} else if h.Betweenness != nil || h.WeightedBetweenness != nil {
				t.Errorf("%s hands over to itself with a betweenness", h.From)
			}
		}
		plain, weighted = slowBetweenness(ones(minutes)), slowBetweenness(minutes)
		for _, x := range b.Tasks {
			near(t, "task "+x.Task, &x.Betweenness, plain[x.Task])
			if known {
				near(t, "task by minutes "+x.Task, x.WeightedBetweenness, weighted[x.Task])
			} else if x.WeightedBetweenness != nil {
				t.Error("betweenness by minutes that are not known")
			}
		}
		for _, x := range b.TaskHandoffs {
			near(t, "handoff "+x.From+x.To, &x.Betweenness, plain[x.From+" "+x.To])
			if want, _ := minutes[[2]string{x.From, x.To}].Float64(); known {
				near(t, "handoff by minutes "+x.From+x.To, x.WeightedBetweenness, weighted[x.From+" "+x.To])
				if float64(*x.Minutes) != want {
					t.Errorf("got %d minutes from %s to %s, want %v", *x.Minutes, x.From, x.To, want)
				}
			}
		}
		if known {
			timed++
		}
	})
	if seeds.All() && timed < 500 {
		t.Errorf("only %d graphs have minutes; the test shows too little", timed)
	}
}

// slowLengths returns the minutes of each pair of tasks and 1 / handoffs of
// each pair of organizations, and whether all minutes are known.
func slowLengths(g *graph.Graph) (minutes, shares map[[2]string]*big.Rat, known bool) {
	leads := leadsByID(g)
	minutes, shares, known = map[[2]string]*big.Rat{}, map[[2]string]*big.Rat{}, true
	for _, h := range g.Handoffs() {
		pair, length := [2]string{h.From, h.To}, big.NewRat(int64(h.Minutes), 1)
		known = known && h.Minutes > 0
		if fewest, ok := minutes[pair]; !ok || length.Cmp(fewest) < 0 {
			minutes[pair] = length
		}
	}
	for pair := range minutes {
		for _, from := range leads[pair[0]] {
			for _, to := range leads[pair[1]] {
				if shares[[2]string{from, to}] == nil {
					shares[[2]string{from, to}] = new(big.Rat)
				}
				share := shares[[2]string{from, to}]
				share.Add(share, big.NewRat(1, int64(len(leads[pair[0]])*len(leads[pair[1]]))))
			}
		}
	}
	for _, share := range shares {
		share.Inv(share)
	}
	return minutes, shares, known
}

// ones returns the same edges, each of length 1.
func ones(lengths map[[2]string]*big.Rat) map[[2]string]*big.Rat {
	list := map[[2]string]*big.Rat{}
	for pair := range lengths {
		list[pair] = big.NewRat(1, 1)
	}
	return list
}

func near(t *testing.T, what string, got *Centrality, want float64) {
	t.Helper()
	if got == nil || math.Abs(got.Value-want) > 1e-9 {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// slowBetweenness returns the betweenness of vertices, by name, and of edges,
// by both names with a space between them. It lists all simple ways.
func slowBetweenness(lengths map[[2]string]*big.Rat) map[string]float64 {
	names := map[string]bool{}
	for e := range lengths {
		names[e[0]], names[e[1]] = true, true
	}
	sum := map[string]float64{}
	for s := range names {
		for t := range names {
			if s == t {
				continue
			}
			var best *big.Rat
			var ways [][]string
			var walk func(way []string, length *big.Rat)
			walk = func(way []string, length *big.Rat) {
				at := way[len(way)-1]
				if at == t {
					if best == nil || length.Cmp(best) < 0 {
						best, ways = length, nil
					}
					if length.Cmp(best) == 0 {
						ways = append(ways, slices.Clone(way))
					}
					return
				}
				for next := range names {
					if l, ok := lengths[[2]string{at, next}]; ok && !slices.Contains(way, next) {
						walk(append(way, next), new(big.Rat).Add(length, l))
					}
				}
			}
			walk([]string{s}, new(big.Rat))
			for _, way := range ways {
				for i, v := range way {
					if i > 0 && i < len(way)-1 {
						sum[v] += 1 / float64(len(ways))
					}
					if i > 0 {
						sum[strings.Join(way[i-1:i+1], " ")] += 1 / float64(len(ways))
					}
				}
			}
		}
	}
	return sum
}

func TestBetweennessBruteForce(t *testing.T) {
	bruteforce.EachRandom(t, bruteforce.Rounds, func(t *testing.T, seed uint64, g *graph.Graph) {
		d := flow.Graphs(g)[0].Network
		want := countBetweenness(d)
		vertices, _, _ := centralities(d, nil)
		for v, c := range vertices {
			n := float64(d.Len())
			if math.Abs(c.Value-want[v]) > 1e-9 || math.Abs(*c.Normalized-want[v]/((n-1)*(n-2))) > 1e-9 {
				t.Errorf("vertex %d: got %v, %v, want %v", v, c.Value, *c.Normalized, want[v])
			}
		}
	})
}

// countBetweenness counts shortest paths one by one.
func countBetweenness(d *network.Graph) []float64 {
	sum := make([]float64, d.Len())
	for s := range d.Len() {
		for t := range d.Len() {
			if s == t {
				continue
			}
			paths := bruteforce.AllPaths(d, s, []int{t}, make([]bool, d.Len()))
			slices.SortFunc(paths, flow.ComparePaths)
			paths = slices.DeleteFunc(paths, func(p []int) bool { return len(p) > len(paths[0]) })
			for _, p := range paths {
				for _, v := range p[1 : len(p)-1] {
					sum[v] += 1 / float64(len(paths))
				}
			}
		}
	}
	return sum
}

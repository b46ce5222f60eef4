package escalation

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gonum "gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"

	"tasuki/analysis/flow"
	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
	"tasuki/internal/seeds"
)

// timed gives every handoff of a dataset minutes that the seed determines, few
// different ones so that ties are common. A tenth of them stays unknown when
// some is true.
func timed(d graph.Dataset, seed uint64, some bool) graph.Dataset {
	r := rand.New(rand.NewPCG(seed, 2))
	for _, f := range d.Flows {
		for i := range f.Handoffs {
			f.Handoffs[i].Minutes = 1 + r.IntN(4)
			if some && r.IntN(10) == 0 {
				f.Handoffs[i].Minutes = 0
			}
		}
	}
	return d
}

// eachTimed runs f on small random graphs whose handoffs declare minutes.
func eachTimed(t *testing.T, f func(seed uint64, g *graph.Graph)) {
	t.Helper()
	for seed := range seeds.Each(bruteforce.Rounds) {
		g, err := graph.New(timed(bruteforce.RandomDataset(seed, bruteforce.Small), seed, false))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		f(seed, g)
		if t.Failed() {
			t.Fatalf("seed %d:\n%+v", seed, g.Dataset())
		}
	}
}

// slowPaths lists every simple path as tasks, in the order of definitions, with
// the tasks for which lost is true left out.
func slowPaths(p flow.Graph, starts []int, byMinutes bool, lost []bool) [][]string {
	minutes := func(path []int) int {
		sum := 0
		for i := 1; i < len(path) && byMinutes; i++ {
			for _, h := range p.Flow.Handoffs {
				if h.From == p.Tasks[path[i-1]] && h.To == p.Tasks[path[i]] {
					sum += h.Minutes
				}
			}
		}
		return sum
	}
	var all [][]int
	for _, s := range starts {
		all = append(all, bruteforce.AllPaths(p.Network, s, p.Goals, lost)...)
	}
	slices.SortFunc(all, func(a, b []int) int {
		if m, n := minutes(a), minutes(b); m != n {
			return m - n
		}
		return flow.ComparePaths(a, b)
	})
	var tasks [][]string
	for _, path := range all {
		tasks = append(tasks, p.IDs(path))
	}
	return tasks
}

func TestEscalationBruteForce(t *testing.T) {
	longest, different := 0, 0
	eachTimed(t, func(seed uint64, g *graph.Graph) {
		absent := g.Organizations()[int(seed)%len(g.Organizations())]
		inForce := rules.InForce(g, rules.Options{}).Rules
		for _, p := range flow.Graphs(g) {
			gone := p.Avoiding()
			org, _ := g.OrganizationIndex(absent.ID)
			for v, task := range p.Index {
				gone[v] = bruteforce.TaskOutcome(g, inForce, task, org) == rules.Lost
			}
			steps := slowPaths(p, p.Starts[:1], false, gone)
			for _, by := range []PathCost{BySteps, ByMinutes} {
				want := slowPaths(p, p.Starts[:1], by == ByMinutes, gone)
				longest = max(longest, len(want))
				if by == ByMinutes && !slices.EqualFunc(want, steps, slices.Equal) {
					different++
				}
				for _, k := range []int{1, 3, len(want) + 1} {
					e, err := Escalations(g, p.Flow.ID, EscalationOptions{Options: rules.Options{Paths: k}, By: by, Without: []string{absent.ID}})
					if err != nil {
						t.Fatal(err)
					}
					var got [][]string
					for _, path := range e.Ladders[0].Paths {
						got = append(got, tasksOf(path))
					}
					if !slices.EqualFunc(got, want[:min(k, len(want))], slices.Equal) {
						t.Errorf("flow %s by %s, k=%d: got %v, want %v", p.Flow.ID, by, k, got, want)
					}
					if more := e.Ladders[0].More; more != (len(want) > k) {
						t.Errorf("flow %s by %s, k=%d: more is %t of %d paths", p.Flow.ID, by, k, more, len(want))
					}
				}
			}
		}
	})
	if seeds.All() && (longest < 8 || different < 200) {
		t.Errorf("at most %d paths, %d orders that minutes change; the test shows too little", longest, different)
	}
}

// TestEscalationFromOrganizationBruteForce compares the best path over all
// tasks that an organization leads, and the order of its ladders: as the flow reaches their
// starts, then by their paths.
func TestEscalationFromOrganizationBruteForce(t *testing.T) {
	found := 0
	eachTimed(t, func(seed uint64, g *graph.Graph) {
		from, to := g.Organizations()[int(seed)%4].ID, g.Organizations()[int(seed/4)%4].ID
		list, err := AllEscalations(g, EscalationOptions{From: from, To: to, By: ByMinutes})
		if err != nil && !strings.Contains(err.Error(), "no flow") {
			t.Fatal(err)
		}
		for _, e := range list {
			f, _ := g.Flow(e.Flow)
			p := flow.New(g, f)
			p.Starts = nil
			p.Goals = ledBy(g, p, to)
			for _, v := range ledBy(g, p, from) {
				if !slices.Contains(p.Goals, v) {
					p.Starts = append(p.Starts, v)
				}
			}
			if len(p.Starts) == 0 {
				p.Starts = ledBy(g, p, from)
			}
			want := slowPaths(p, p.Starts, true, p.Avoiding())
			var best [][]string
			for _, l := range e.Ladders {
				if len(l.Paths) > 0 {
					best = append(best, tasksOf(l.Paths[0]))
				}
			}
			var firsts [][]string
			for _, path := range want {
				if !slices.ContainsFunc(firsts, func(x []string) bool { return x[0] == path[0] }) {
					firsts = append(firsts, path)
				}
			}
			early := func(path []string) int {
				way := flow.BestPath(p.Network, flow.New(g, f).Starts, []int{slices.Index(p.Tasks, path[0])}, p.Avoiding())
				return (len(way) + len(p.Tasks)) % (len(p.Tasks) + 1) // none is behind all
			}
			slices.SortStableFunc(firsts, func(a, b []string) int { return early(a) - early(b) })
			found += len(best)
			if !slices.EqualFunc(best, firsts, slices.Equal) || len(e.Ladders) != len(p.Starts) {
				t.Errorf("flow %s from %s to %s: got %v, want %v", e.Flow, from, to, best, firsts)
			}
		}
	})
	if seeds.All() && found < 1000 {
		t.Errorf("only %d paths", found)
	}
}

func ledBy(g *graph.Graph, p flow.Graph, id string) []int {
	var vertices []int
	for v, task := range p.Tasks {
		for _, a := range g.Assignments() {
			if a.Task == task && a.Organization == id && a.Role == graph.Lead {
				vertices = append(vertices, v)
			}
		}
	}
	return vertices
}

// TestBestPathIsThatOfDijkstra compares with gonum on larger graphs.
func TestBestPathIsThatOfDijkstra(t *testing.T) {
	large := bruteforce.Shape{Tasks: 60, Orgs: 5, Flows: 1, FlowTasks: 60, Handoffs: 240}
	for seed := range seeds.Each(100) {
		g, err := graph.New(timed(bruteforce.RandomDataset(seed, large), seed, false))
		if err != nil {
			t.Fatal(err)
		}
		e, err := Escalations(g, "f0", EscalationOptions{Options: rules.Options{Paths: 1}, By: ByMinutes})
		if err != nil {
			t.Fatal(err)
		}
		other, p := simple.NewWeightedDirectedGraph(0, 1e9), flow.Graphs(g)[0]
		for _, h := range p.Flow.Handoffs {
			from, _ := g.TaskIndex(h.From)
			to, _ := g.TaskIndex(h.To)
			other.SetWeightedEdge(other.NewWeightedEdge(simple.Node(from), simple.Node(to), float64(h.Minutes)))
		}
		for _, l := range e.Ladders {
			start, _ := g.TaskIndex(l.Start)
			shortest, least := gonum.DijkstraFrom(simple.Node(start), other), 1e9
			for _, id := range p.Flow.Goal {
				goal, _ := g.TaskIndex(id)
				least = min(least, shortest.WeightTo(int64(goal)))
			}
			if got := float64(*l.Paths[0].Minutes.Total); got != least {
				t.Errorf("seed %d from %s: got %v minutes, gonum %v", seed, l.Start, got, least)
			}
		}
	}
}

// TestUnknownMinutesAreNotCompared: either every handoff that a path may take
// declares minutes, or the error names one that does not.
func TestUnknownMinutesAreNotCompared(t *testing.T) {
	refused, compared := 0, 0
	for seed := range seeds.Each(bruteforce.Rounds) {
		g, err := graph.New(timed(bruteforce.RandomDataset(seed, bruteforce.Small), seed, true))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range flow.Graphs(g) {
			missing := map[string]bool{}
			for _, path := range slowPaths(p, p.Starts, false, p.Avoiding()) {
				for i := 1; i < len(path); i++ {
					for _, h := range p.Flow.Handoffs {
						if h.From == path[i-1] && h.To == path[i] && h.Minutes == 0 {
							missing[h.From+" -> "+h.To] = true
						}
					}
				}
			}
			e, err := Escalations(g, p.Flow.ID, EscalationOptions{By: ByMinutes})
			if err == nil {
				compared++
				if len(missing) > 0 || len(e.Gaps) > 0 {
					t.Errorf("seed %d: compared although %v are unknown", seed, missing)
				}
				continue
			}
			refused++
			for pair := range missing {
				if len(missing) <= 3 && !strings.Contains(err.Error(), pair) {
					t.Errorf("seed %d: %v does not name %s", seed, err, pair)
				}
			}
		}
	}
	if seeds.All() && (refused < 100 || compared < 100) {
		t.Errorf("%d refused, %d compared; the test shows too little", refused, compared)
	}
}

// TestBlockIsAProof checks the certificate of every missing path: the reached
// tasks hold no goal, and what they hand on to is reached or removed.
func TestBlockIsAProof(t *testing.T) {
	blocked := 0
	eachTimed(t, func(seed uint64, g *graph.Graph) {
		without := []string{fmt.Sprintf("o%d", seed%4), fmt.Sprintf("o%d", seed/4%4)}
		for _, p := range flow.Graphs(g) {
			e, err := Escalations(g, p.Flow.ID, EscalationOptions{Without: without})
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range e.Ladders {
				if (l.Block == nil) != (len(l.Paths) > 0) {
					t.Errorf("flow %s from %s: block %+v, paths %d", e.Flow, l.Start, l.Block, len(l.Paths))
				}
				if l.Block == nil {
					continue
				}
				blocked++
				if !l.Lost && !slices.Contains(l.Block.Reached, l.Start) || l.Lost && !slices.Equal(l.Block.Removed, []string{l.Start}) {
					t.Errorf("flow %s: the start %s is not in %+v", e.Flow, l.Start, l.Block)
				}
				for _, task := range l.Block.Reached {
					if slices.Contains(p.Flow.Goal, task) || slices.Contains(e.Removed, task) {
						t.Errorf("flow %s: %s is reached", e.Flow, task)
					}
				}
				for _, h := range p.Flow.Handoffs {
					if slices.Contains(l.Block.Reached, h.From) && !slices.Contains(l.Block.Reached, h.To) &&
						!(slices.Contains(l.Block.Removed, h.To) && slices.Contains(e.Removed, h.To)) {
						t.Errorf("flow %s: %s -> %s leads out", e.Flow, h.From, h.To)
					}
				}
				for _, task := range l.Block.Removed {
					if !slices.Contains(e.Removed, task) {
						t.Errorf("flow %s: %s is not removed", e.Flow, task)
					}
				}
			}
		}
	})
	if seeds.All() && blocked < 500 {
		t.Errorf("only %d blocks", blocked)
	}
}

func TestAbsenceCosts(t *testing.T) {
	const text = `
		rules each none
		1: a*
		2: b*
		3: c*
		4: a*
		5: a*
		flow f from 1 to 4: 1 -report:10-> 2 -report:10-> 4, 1 -report:5-> 3 -report:5-> 5 -report:5-> 4
	`
	g := graphtext.Graph(t, text)
	for _, test := range []struct {
		by            PathCost
		without       string
		before, after string
		steps, more   int
		removed       string
	}{
		{BySteps, "b", "1 2 4", "1 3 5 4", 1, -5, "2"},
		{ByMinutes, "c", "1 3 5 4", "1 2 4", -1, 5, "3"},
	} {
		e, err := Escalations(g, "f", EscalationOptions{By: test.by, Without: bruteforce.Path(test.without)})
		if err != nil {
			t.Fatal(err)
		}
		l := e.Ladders[0]
		if got := strings.Join(tasksOf(*l.Absence.Before), " "); got != test.before {
			t.Errorf("%s: before %s, want %s", test.by, got, test.before)
		}
		if got := strings.Join(tasksOf(l.Paths[0]), " "); got != test.after || *l.Absence.MoreSteps != test.steps || *l.Absence.MoreMinutes != test.more {
			t.Errorf("%s: after %s, %+d steps, %+d minutes; want %+v", test.by, got, *l.Absence.MoreSteps, *l.Absence.MoreMinutes, test)
		}
	}
	e, err := Escalations(g, "f", EscalationOptions{Without: bruteforce.Path("b c")})
	if err != nil {
		t.Fatal(err)
	}
	l := e.Ladders[0]
	if l.Absence.Before == nil || l.Absence.MoreSteps != nil || l.Absence.MoreMinutes != nil ||
		!slices.Equal(l.Block.Reached, bruteforce.Path("1")) || !slices.Equal(l.Block.Removed, bruteforce.Path("2 3")) {
		t.Errorf("without b and c: got %+v, %+v", l.Absence, l.Block)
	}
}

func TestEscalationEnds(t *testing.T) {
	g := graphtext.Graph(t, bruteforce.Diamond+`
		8: lone*
		9: hw*
	`)
	for _, test := range []struct{ from, to, paths string }{
		{"", "", "1-2-3-5-6"},
		{"3", "", "3-5-6"},
		{"ops", "", "2-3-5-6 5-6"},
		{"", "hw", "1-2-3"},
		{"hw", "agency", "3-5-6"},
		{"agency", "ops", "1-2 6-7"},
		{"6", "1", ""},
		{"2", "2", "2"},
	} {
		list, err := AllEscalations(g, EscalationOptions{From: test.from, To: test.to})
		if err != nil {
			t.Fatal(err)
		}
		var paths []string
		for _, l := range list[0].Ladders {
			if len(l.Paths) > 0 {
				paths = append(paths, strings.Join(tasksOf(l.Paths[0]), "-"))
			}
		}
		if got := strings.Join(paths, " "); got != test.paths {
			t.Errorf("from %q to %q: got %s, want %s", test.from, test.to, got, test.paths)
		}
	}
	for _, test := range []struct{ from, to, says string }{
		{"nobody", "", `no task or organization is called "nobody"`},
		{"", "nobody", `no task or organization is called "nobody"`},
		{"lone", "", "lone leads a task of no flow"},
		{"8", "", "8 is a task of no flow"},
		{"desk", "", "desk leads a task of no flow"},
	} {
		for _, err := range []error{second(AllEscalations(g, EscalationOptions{From: test.from, To: test.to})), second(Escalations(g, "fault", EscalationOptions{From: test.from, To: test.to}))} {
			if err == nil || !strings.Contains(err.Error(), test.says[strings.Index(test.says, " ")+1:]) {
				t.Errorf("from %q to %q: got error %v", test.from, test.to, err)
			}
		}
	}
}

func second[T any](_ T, err error) error { return err }

// TestAbsenceInOtherReadings checks which tasks are said to be lost if uncertain
// marks are read otherwise.
func TestAbsenceInOtherReadings(t *testing.T) {
	const flow = "flow f from 1 to 3: 1 -> 2 -> 3\n"
	for _, c := range []struct{ text, removed, may string }{
		{"1: a*\n2: b*\n3: a*\n", "", ""},
		{"1: a*\n2: b*?x\n3: a*\n", "", "2"},
		{"1: a*\n2: b*?x\n3: x*\n", "3", "2"},
		{"1: a*\n2: x*?b\n3: a*\n", "2", ""},
		{"1: a* b?x\n2: b*?c\n3: a*\n", "", ""},                         // a supporter does not stand in
		{"rules any fallback\n1: a*\n2: x* b?a\n3: a*\n", "", ""},       // whoever supports it stands in
		{"rules any none\n1: a*\n2: b* b?x\n3: a*\n", "", ""},           // somebody else leads it
		{"rules any none\n1: a*\n2: b*?x c*\n3: a*\n", "", ""},          // any lead suffices
		{"rules each none\n1: a*\n2: b*?x c*\n3: a*?x\n", "", "2, 3"},   // every lead is needed
		{"1: a*\n2: b*?x\n3: a*\n4: b*?x\nhandoffs: 3 -> 4\n", "", "2"}, // 4 is in no flow
	} {
		g := graphtext.Graph(t, "org x\n"+c.text+flow)
		e, err := Escalations(g, "f", EscalationOptions{Without: []string{"x"}})
		if err != nil {
			t.Fatal(err)
		}
		if removed, may := strings.Join(e.Removed, ", "), strings.Join(e.MayLose, ", "); removed != c.removed || may != c.may {
			t.Errorf("%q: removed %q, may lose %q, want %q and %q", c.text, removed, may, c.removed, c.may)
		}
		if e, err := Escalations(g, "f", EscalationOptions{}); err != nil || len(e.MayLose) > 0 {
			t.Errorf("%q: with everybody present %v may be lost (%v)", c.text, e.MayLose, err)
		}
	}
}

func TestEscalationsByHand(t *testing.T) {
	g := graphtext.Graph(t, bruteforce.Diamond)
	e, err := Escalations(g, "fault", EscalationOptions{})
	if err != nil {
		t.Fatal(err)
	}
	l := e.Ladders[0]
	if len(e.Ladders) != 1 || len(l.Paths) != 2 || !slices.Equal(tasksOf(l.Paths[0]), bruteforce.Path("1 2 3 5 6")) || !slices.Equal(tasksOf(l.Paths[1]), bruteforce.Path("1 2 4 5 6")) {
		t.Errorf("got %+v", e.Ladders)
	}
	if !slices.Equal(e.DeadEnds, bruteforce.Path("7")) {
		t.Errorf("got dead ends %v, want 7", e.DeadEnds)
	}
	step := l.Paths[0].Steps[1]
	if len(step.Handoffs) != 1 || step.Handoffs[0].Kind != graph.Report || step.Handoffs[0].Artifact.EN != "slip" || len(l.Paths[0].Steps[0].Handoffs) != 0 {
		t.Errorf("got step %+v, want one report with its artifact", step)
	}
	var rungs []string
	for _, r := range l.Paths[0].Rungs {
		rungs = append(rungs, strings.Join(r.Organizations, "+")+":"+strings.Join(r.Tasks, "+"))
	}
	if got := strings.Join(rungs, " "); got != "agency:1 ops:2 hw:3 ops:5 agency:6" {
		t.Errorf("got rungs %s", got)
	}
}

func tasksOf(p Path) []string {
	var ids []string
	for _, s := range p.Steps {
		ids = append(ids, s.Task)
	}
	return ids
}

func TestEscalationWithoutOrganizations(t *testing.T) {
	g := graphtext.Graph(t, bruteforce.Diamond)
	for _, test := range []struct{ without, removed, first string }{
		{"hw", "3", "1 2 4 5 6"},
		{"sw hw", "3 4", ""},
		{"agency", "1 6", ""},
		{"desk", "", "1 2 3 5 6"},
	} {
		e, err := Escalations(g, "fault", EscalationOptions{Options: rules.Options{Paths: 1}, Without: bruteforce.Path(test.without)})
		if err != nil {
			t.Fatal(err)
		}
		first := ""
		for _, p := range e.Ladders[0].Paths {
			first += strings.Join(tasksOf(p), " ")
		}
		if got := strings.Join(e.Removed, " "); got != test.removed || first != test.first || e.Ladders[0].Lost != (test.without == "agency") {
			t.Errorf("without %s: removed %q, path %q, ladder %+v; want %q, %q", test.without, got, first, e.Ladders[0], test.removed, test.first)
		}
	}
	for _, bad := range []struct{ flow, org string }{{"no-flow", "hw"}, {"fault", "nobody"}} {
		if _, err := Escalations(g, bad.flow, EscalationOptions{Without: []string{bad.org}}); err == nil || !strings.Contains(err.Error(), `"n`) {
			t.Errorf("flow %s without %s: got error %v", bad.flow, bad.org, err)
		}
	}
}

package queries_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/seeds"
)

// TestAgreesOnForks compares the questions about flows with the analyses and with what
// trying every choice says, on random flows with branches that must all be done, optional
// ones and loops.
func TestAgreesOnForks(t *testing.T) {
	s := connect(t)
	compared, split := map[string]int{}, 0
	for seed := range seeds.Each(datasets) {
		g, err := graph.New(forkedDataset(seed))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for _, f := range g.Flows() {
			if graph.Splits(f) {
				split++
			}
		}
		name := load(t, s, g.Dataset())
		options := rules.Options{
			Leads:   []graph.LeadRule{"", "", graph.AnyLead, graph.EachLead}[seed%4],
			Support: []graph.SupportRule{"", graph.Fallback, graph.NoSupport}[seed%3],
		}
		about := newSubject(g, options, fmt.Sprintf("o%d", seed%4))
		for query, rows := range compareEach(t, s, name, about, map[string]bool{}, tried(), expectations()) {
			compared[query] += rows
		}
		if t.Failed() {
			t.Fatalf("seed %d: %+v", seed, g.Dataset())
		}
	}
	t.Logf("%d flows split, rows compared: %v", split, compared)
	for query := range tried() {
		if seeds.All() && (compared[query] < 20 || split < 100) {
			t.Errorf("query %s: only %d rows of %d flows that split were compared; the test shows too little", query, compared[query], split)
		}
	}
}

// forkedDataset returns a small valid dataset most of whose flows split, if they can.
func forkedDataset(seed uint64) graph.Dataset {
	d := randomDataset(seed)
	for i, f := range d.Flows {
		for attempt := range uint64(20) {
			one := d
			one.Flows = []graph.Flow{f}
			if d.Flows[i] = bruteforce.WithBranches(one, 20*seed+attempt).Flows[0]; graph.Splits(d.Flows[i]) {
				break
			}
		}
	}
	return d
}

// trial is a flow without some tasks, about which every choice is tried.
type trial struct {
	graph.Flow
	lost []string
}

// needed returns the alternatives of each branch of a task that must be done.
func (y trial) needed(task string) [][]string {
	branches := map[string][]string{}
	var names []string
	for _, h := range y.Handoffs {
		if h.From == task && !h.Optional {
			if branches[h.Branch] == nil {
				names = append(names, h.Branch)
			}
			branches[h.Branch] = append(branches[h.Branch], h.To)
		}
	}
	var all [][]string
	for _, name := range names {
		all = append(all, branches[name])
	}
	return all
}

// left returns how many handoffs one after the other the work of a task takes at least,
// when it may not come back to those before it; -1 when it comes to no end.
func (y trial) left(task string, before ...string) int {
	branches := y.needed(task)
	switch {
	case slices.Contains(y.lost, task) || slices.Contains(before, task):
		return -1
	case slices.Contains(y.Goal, task):
		return 0
	case len(branches) == 0:
		return -1
	}
	most := 0
	for _, next := range branches {
		least := -1
		for _, id := range next {
			if n := y.left(id, append(slices.Clone(before), task)...); n >= 0 && (least < 0 || n < least) {
				least = n
			}
		}
		if least < 0 {
			return -1
		}
		most = max(most, least+1)
	}
	return most
}

// best returns the task with the least left, and of several the first by ID.
func (y trial) best(tasks []string) string {
	tasks = slices.DeleteFunc(slices.Clone(tasks), func(id string) bool { return y.left(id) < 0 })
	if len(tasks) == 0 {
		return ""
	}
	return slices.MinFunc(tasks, func(a, b string) int { return cmp.Or(cmp.Compare(y.left(a), y.left(b)), graph.Compare(a, b)) })
}

func (y trial) works() bool { return y.best(y.Start) != "" }

// solution returns the tasks of the best solution from a start, most left first, and
// for each the tasks that hand on to it.
func (y trial) solution(start string) (tasks []string, from map[string][]string) {
	if start == "" {
		return nil, nil
	}
	tasks, from = []string{start}, map[string][]string{}
	for i := 0; i < len(tasks); i++ {
		if slices.Contains(y.Goal, tasks[i]) {
			continue
		}
		for _, next := range y.needed(tasks[i]) {
			id := y.best(next)
			if !slices.Contains(tasks, id) {
				tasks = append(tasks, id)
			}
			if !slices.Contains(from[id], tasks[i]) {
				from[id] = append(from[id], tasks[i])
			}
		}
	}
	slices.SortFunc(tasks, func(a, b string) int { return cmp.Or(cmp.Compare(y.left(b), y.left(a)), graph.Compare(a, b)) })
	return tasks, from
}

// losses returns the tasks of a flow that are lost and degraded without organizations.
func (s subject) losses(f graph.Flow, gone ...string) (lost, degraded []string) {
	inForce := rules.InForce(s.g, s.options).Rules
	for _, id := range graph.FlowTasks(f) {
		task, _ := s.g.TaskIndex(id)
		switch inForce.OutcomeOf(s.g, task, func(o int) bool { return slices.Contains(gone, s.g.Organizations()[o].ID) }) {
		case rules.Lost:
			lost = append(lost, id)
		case rules.Degraded:
			degraded = append(degraded, id)
		}
	}
	return lost, degraded
}

// without tries a flow without what is lost with organizations.
func (s subject) without(f graph.Flow, gone ...string) trial {
	lost, _ := s.losses(f, gone...)
	return trial{f, lost}
}

// leading returns the organizations that lead a task, by ID.
func (s subject) leading(task string) []string {
	i, _ := s.g.TaskIndex(task)
	return rules.OrganizationIDs(s.g, s.g.Leads(i))
}

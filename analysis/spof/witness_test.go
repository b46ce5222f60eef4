package spof

import (
	"slices"
	"testing"

	"tasuki/analysis/rules"
	"tasuki/graph"
	"tasuki/graph/files"
	"tasuki/internal/bruteforce"
)

// TestWitnesses looks at the proof of every claim about single points of failure
// with code that knows nothing of how they were found: handoffs are followed as
// they were declared. It also sees that nothing is left out.
func TestWitnesses(t *testing.T) {
	g, err := files.Open(t.Context(), "../../examples/pension", files.Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkWitnesses(t, g)
	if t.Failed() {
		return
	}
	bruteforce.EachRandom(t, bruteforce.Rounds, func(t *testing.T, seed uint64, g *graph.Graph) { checkWitnesses(t, g) })
}

func checkWitnesses(t *testing.T, g *graph.Graph) {
	t.Helper()
	for _, s := range SPOFs(g, rules.Options{}) {
		f, _ := g.Flow(s.Flow)
		w := witnesses{t, g, f}
		w.tasks(s)
		w.organizations(s)
		w.organizationCut(s)
		w.cut(s)
		w.dominance(s)
		separated{t, s.Flow, f.Handoffs}.check(graph.FlowTasks(f), s.Undirected)
	}
	checkStructure(t, g)
}

// witnesses checks what is said of one flow.
type witnesses struct {
	*testing.T
	g *graph.Graph
	f graph.Flow
}

// follow returns the tasks that handoffs lead to from tasks, these included, but
// for the removed ones; by ID.
func follow(from []string, handoffs []graph.Handoff, removed []string) []string {
	reached := map[string]bool{}
	var visit func(id string)
	visit = func(id string) {
		if reached[id] || slices.Contains(removed, id) {
			return
		}
		reached[id] = true
		for _, h := range handoffs {
			if h.From == id {
				visit(h.To)
			}
		}
	}
	for _, id := range from {
		visit(id)
	}
	return sortedSet(reached)
}

func sortedSet(set map[string]bool) []string {
	ids := []string{}
	for id := range set {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, graph.Compare)
	return ids
}

// stopped checks that nothing reaches a goal without the removed tasks, and that
// the tasks reached are as said.
func (w witnesses) stopped(what string, removed, reached []string) {
	if got := follow(w.f.Start, w.f.Handoffs, removed); !slices.Equal(got, reached) {
		w.Errorf("flow %s without %s: reaches %v, not %v", w.f.ID, what, got, reached)
	}
	for _, id := range w.f.Goal {
		if slices.Contains(reached, id) {
			w.Errorf("flow %s without %s: the goal %s is reached", w.f.ID, what, id)
		}
	}
}

// left checks that a way is one and avoids the removed tasks.
func (w witnesses) left(what string, removed, way []string) {
	if !bruteforce.IsWay(w.f, way) {
		w.Errorf("flow %s without %s: %v is no way", w.f.ID, what, way)
	}
	for _, id := range way {
		if slices.Contains(removed, id) {
			w.Errorf("flow %s without %s: the way %v passes %s", w.f.ID, what, way, id)
		}
	}
}

// avoidance checks a way or, if there is none, what is reached.
func (w witnesses) avoidance(a Avoidance, removed []string) {
	if len(a.Way) > 0 {
		w.left(a.ID, removed, a.Way)
	} else {
		w.stopped(a.ID, removed, a.Reached)
	}
}

func (w witnesses) tasks(s FlowSPOF) {
	said := slices.Clone(s.Tasks)
	for i, p := range s.Proofs {
		if !slices.Equal(p.Removed, s.Tasks[i:i+1]) {
			w.Errorf("flow %s: proof %d is about %v", s.Flow, i, p.Removed)
		}
		w.stopped(s.Tasks[i], p.Removed, p.Reached)
	}
	for _, a := range s.OtherTasks {
		said = append(said, a.ID)
		w.left(a.ID, []string{a.ID}, a.Way)
	}
	for _, a := range s.Ends {
		said = append(said, a.ID)
		w.avoidance(a, []string{a.ID})
	}
	slices.SortFunc(said, graph.Compare)
	if !slices.Equal(said, graph.FlowTasks(w.f)) || len(s.Proofs) != len(s.Tasks) {
		w.Errorf("flow %s: claims are about %v, its tasks are %v", s.Flow, said, graph.FlowTasks(w.f))
	}
}

func (w witnesses) organizations(s FlowSPOF) {
	said := map[string]bool{}
	for _, o := range s.Organizations {
		said[o.Organization] = true
		lost := w.lostWith(s.Rules, o.Organization)
		if !slices.Equal(o.Lost, lost) {
			w.Errorf("flow %s without %s: got lost %v, want %v", s.Flow, o.Organization, o.Lost, lost)
		}
		w.stopped(o.Organization, lost, o.Reached)
		between := slices.DeleteFunc(lost, func(id string) bool { return slices.Contains(slices.Concat(s.Start, s.Goal), id) })
		ways := slices.ContainsFunc(follow(w.f.Start, w.f.Handoffs, between), func(id string) bool { return slices.Contains(s.Goal, id) })
		if ways != o.AtEndsOnly {
			w.Errorf("flow %s without %s: at ends only is %t", s.Flow, o.Organization, o.AtEndsOnly)
		}
	}
	for _, a := range s.OtherOrganizations {
		said[a.ID] = true
		w.left(a.ID, w.lostWith(s.Rules, a.ID), a.Way)
	}
	for _, id := range graph.FlowTasks(w.f) {
		task, _ := w.g.TaskIndex(id)
		for _, org := range w.g.Leads(task) {
			if o := w.g.Organizations()[org].ID; !said[o] {
				w.Errorf("flow %s: nothing is said of %s, which leads %s", s.Flow, o, id)
			}
		}
	}
}

// lostWith returns the tasks of the flow that are lost with organizations.
func (w witnesses) lostWith(inForce rules.Rules, ids ...string) []string {
	lostTasks := []string{}
	for _, id := range graph.FlowTasks(w.f) {
		task, _ := w.g.TaskIndex(id)
		if slowSetFate(w.g, inForce, task, ids) == rules.Lost {
			lostTasks = append(lostTasks, id)
		}
	}
	return lostTasks
}

func (w witnesses) cut(s FlowSPOF) {
	ends := slices.Concat(s.Start, s.Goal)
	if s.Cut == nil {
		w.left("any task between the ends", slices.DeleteFunc(graph.FlowTasks(w.f), func(id string) bool { return slices.Contains(ends, id) }), s.Direct)
		return
	}
	w.stopped("its cut", s.Cut.Tasks, s.Cut.Reached)
	if len(s.Cut.Ways) != len(s.Cut.Tasks) || len(s.Direct) > 0 || (len(s.Tasks) > 0) != (len(s.Cut.Tasks) == 1) {
		w.Errorf("flow %s: got cut %+v, direct %v, unavoidable %v", s.Flow, s.Cut, s.Direct, s.Tasks)
	}
	used := map[string]bool{}
	for _, way := range s.Cut.Ways {
		w.left("nothing", nil, way)
		for _, id := range way {
			if used[id] {
				w.Errorf("flow %s: the ways %v share %s", s.Flow, s.Cut.Ways, id)
			}
			used[id] = !slices.Contains(ends, id)
		}
	}
	for _, id := range s.Cut.Tasks {
		if slices.Contains(ends, id) {
			w.Errorf("flow %s: the cut holds the end %s", s.Flow, id)
		}
	}
}

// dominance checks that each immediate dominator is on every way, and behind all
// others that are; and the same against the direction of the handoffs.
func (w witnesses) dominance(s FlowSPOF) {
	var against []graph.Handoff
	for _, h := range w.f.Handoffs {
		against = append(against, graph.Handoff{From: h.To, To: h.From})
	}
	ids := []string{}
	for _, d := range s.Dominance {
		ids = append(ids, d.Task)
		w.immediate(d.Task, d.Reached, d.Dominator, w.f.Start, w.f.Handoffs)
		w.immediate(d.Task, d.Finishes, d.PostDominator, w.f.Goal, against)
	}
	if !slices.Equal(ids, graph.FlowTasks(w.f)) {
		w.Errorf("flow %s: dominance is about %v", s.Flow, ids)
	}
}

func (w witnesses) immediate(task string, reached bool, dominator *string, from []string, handoffs []graph.Handoff) {
	reaches := func(id string, removed ...string) bool {
		return slices.Contains(follow(from, handoffs, removed), id)
	}
	if reaches(task) != reached || !reached && dominator != nil {
		w.Errorf("flow %s: %s is reached: %t, dominator %v", w.f.ID, task, reached, dominator)
		return
	}
	for _, id := range graph.FlowTasks(w.f) {
		if !reached || id == task || reaches(task, id) {
			continue
		}
		if dominator == nil || reaches(task, *dominator) || *dominator != id && reaches(*dominator, id) {
			w.Errorf("flow %s: %s is on every way to %s, whose immediate dominator is said to be %v", w.f.ID, id, task, dominator)
		}
	}
	if dominator != nil && (reaches(task, *dominator) || *dominator == task) {
		w.Errorf("flow %s: a way to %s avoids %s", w.f.ID, task, *dominator)
	}
}

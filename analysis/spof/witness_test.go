package spof

import (
	"slices"
	"testing"

	"tasuki/analysis/flow"
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

// works reports whether the flow works from a start without the removed tasks: passes
// over all handoffs, until one finds nothing new.
func (w witnesses) works(removed []string) bool {
	succeeds := map[string]bool{}
	for again := true; again; {
		again = false
		for _, id := range graph.FlowTasks(w.f) {
			if !succeeds[id] && !slices.Contains(removed, id) && (slices.Contains(w.f.Goal, id) || w.finishes(id, func(to string) bool { return succeeds[to] })) {
				succeeds[id], again = true, true
			}
		}
	}
	return slices.ContainsFunc(w.f.Start, func(id string) bool { return succeeds[id] })
}

// finishes reports whether each needed branch of a task has a task that does.
func (w witnesses) finishes(id string, does func(to string) bool) bool {
	branches := map[string]bool{}
	for _, h := range w.f.Handoffs {
		if h.From == id && !h.Optional {
			branches[h.Branch] = branches[h.Branch] || does(h.To)
		}
	}
	for _, done := range branches {
		if !done {
			return false
		}
	}
	return len(branches) > 0
}

// stopped checks the proof that nothing is left without the removed tasks: of a way,
// what is reached; of a solution, that nothing of it can finish by anything else.
func (w witnesses) stopped(what string, removed []string, s flow.Stopped) {
	if w.works(removed) {
		w.Errorf("flow %s without %s: it works", w.f.ID, what)
	}
	if !graph.Splits(w.f) {
		w.reached(what, removed, s.Reached)
		return
	}
	finishes := func(id string) bool { return !slices.Contains(removed, id) && !slices.Contains(s.Reached, id) }
	for _, id := range slices.Concat(w.f.Start, s.Reached) {
		switch {
		case finishes(id):
			w.Errorf("flow %s without %s: nothing is said of the start %s", w.f.ID, what, id)
		case slices.Contains(s.Reached, id) && (slices.Contains(w.f.Goal, id) || w.finishes(id, finishes)):
			w.Errorf("flow %s without %s: nothing keeps %s from finishing", w.f.ID, what, id)
		}
	}
	for _, x := range s.Stuck {
		for _, h := range w.f.Handoffs {
			if h.From == x.Task && h.Branch == x.Branch && (h.Optional || finishes(h.To) || !slices.Contains(x.Next, h.To)) {
				w.Errorf("flow %s without %s: %+v is not stuck", w.f.ID, what, x)
			}
		}
	}
}

// reached checks that nothing reaches a goal without the removed tasks, and that
// the tasks reached are as said.
func (w witnesses) reached(what string, removed, reached []string) {
	if got := follow(w.f.Start, w.f.Handoffs, removed); !slices.Equal(got, reached) {
		w.Errorf("flow %s without %s: reaches %v, not %v", w.f.ID, what, got, reached)
	}
	for _, id := range w.f.Goal {
		if slices.Contains(reached, id) {
			w.Errorf("flow %s without %s: the goal %s is reached", w.f.ID, what, id)
		}
	}
}

// remains checks that a way or a solution is one and avoids the removed tasks.
func (w witnesses) remains(what string, removed []string, r flow.Remaining) {
	if !graph.Splits(w.f) {
		w.left(what, removed, r.Way)
		return
	}
	var handoffs [][2]string
	for _, h := range r.Handoffs {
		handoffs = append(handoffs, [2]string{h.From, h.To})
	}
	if !bruteforce.IsSolution(w.f, r.Way, handoffs) || slices.ContainsFunc(r.Way, func(id string) bool { return slices.Contains(removed, id) }) {
		w.Errorf("flow %s without %s: %+v is no solution", w.f.ID, what, r)
	}
}

// left checks that a way is one and avoids the removed tasks; of a solution, that some
// is left of these tasks.
func (w witnesses) left(what string, removed, way []string) {
	if graph.Splits(w.f) {
		others := slices.DeleteFunc(graph.FlowTasks(w.f), func(id string) bool { return slices.Contains(way, id) })
		if !w.works(slices.Concat(removed, others)) {
			w.Errorf("flow %s without %s: %v are no solution", w.f.ID, what, way)
		}
		return
	}
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
		w.remains(a.ID, removed, a.Remaining)
	} else {
		w.stopped(a.ID, removed, a.Stopped)
	}
}

func (w witnesses) tasks(s FlowSPOF) {
	said := slices.Clone(s.Tasks)
	for i, p := range s.Proofs {
		if !slices.Equal(p.Removed, s.Tasks[i:i+1]) {
			w.Errorf("flow %s: proof %d is about %v", s.Flow, i, p.Removed)
		}
		w.stopped(s.Tasks[i], p.Removed, p.Stopped)
	}
	for _, a := range s.OtherTasks {
		said = append(said, a.ID)
		w.remains(a.ID, []string{a.ID}, a.Remaining)
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
		w.stopped(o.Organization, lost, o.Stopped)
		between := slices.DeleteFunc(lost, func(id string) bool { return slices.Contains(slices.Concat(s.Start, s.Goal), id) })
		if w.works(between) != o.AtEndsOnly {
			w.Errorf("flow %s without %s: at ends only is %t", s.Flow, o.Organization, o.AtEndsOnly)
		}
	}
	for _, a := range s.OtherOrganizations {
		said[a.ID] = true
		w.remains(a.ID, w.lostWith(s.Rules, a.ID), a.Remaining)
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
	w.stopped("its cut", s.Cut.Tasks, s.Cut.Stopped)
	if s.Splits {
		if s.Cut.Size.Upper != len(s.Cut.Tasks) || (len(s.Tasks) > 0) != (len(s.Cut.Tasks) == 1) || len(s.Cut.Ways) > 0 {
			w.Errorf("flow %s: got cut %+v, unavoidable %v", s.Flow, s.Cut, s.Tasks)
		}
		return
	}
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

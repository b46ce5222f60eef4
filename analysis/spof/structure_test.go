package spof

import (
	"slices"
	"testing"

	"tasuki/graph"
	"tasuki/internal/bruteforce"
	"tasuki/internal/graphtext"
)

func TestStructureByHand(t *testing.T) {
	s := StructureOf(graphtext.Graph(t, `
		1: a*
		2: a*
		3: a*
		4: a*
		5: a*
		6: a*
		7: a*
		flow f from 1 to 3: 1 -> 2 -> 3
		flow g from 2 to 4: 2 -> 1, 2 -> 3, 3 -> 4
		handoffs: 4 -> 2, 6 -> 5
	`))
	if s.Tasks != 6 || s.Pairs != 5 {
		t.Errorf("got %d tasks, %d pairs, want 6, 5", s.Tasks, s.Pairs)
	}
	parts := func(lists ...string) []Part {
		all := []Part{}
		for _, ids := range lists {
			all = append(all, Part{len(bruteforce.Path(ids)), bruteforce.Path(ids)})
		}
		return all
	}
	same := func(a, b Part) bool { return a.Size == b.Size && slices.Equal(a.Tasks, b.Tasks) }
	if want := parts("1 2 3 4", "5 6"); !slices.EqualFunc(s.Components, want, same) {
		t.Errorf("got components %v, want %v", s.Components, want)
	}
	if p := s.ArticulationPoints; len(p) != 1 || p[0].Task != "2" || !slices.EqualFunc(p[0].Parts, parts("1", "3 4"), same) {
		t.Errorf("got articulation points %v, want 2, between 1 and 3, 4", p)
	}
	b := s.Bridges
	if len(b) != 2 || b[0].Tasks != [2]string{"1", "2"} || !slices.EqualFunc(b[0].Parts[:], parts("1", "2 3 4"), same) || b[1].Tasks != [2]string{"5", "6"} {
		t.Errorf("got bridges %v, want 1 - 2 and 5 - 6", b)
	}
}

func checkStructure(t *testing.T, g *graph.Graph) {
	t.Helper()
	s := StructureOf(g)
	with := map[string]bool{}
	pairs := map[[2]string]bool{}
	for _, h := range g.Handoffs() {
		with[h.From], with[h.To] = true, true
		pairs[[2]string{min(h.From, h.To), max(h.From, h.To)}] = true
	}
	if s.Tasks != len(with) || s.Pairs != len(pairs) {
		t.Errorf("got %d tasks and %d pairs, want %d and %d", s.Tasks, s.Pairs, len(with), len(pairs))
	}
	all := separated{t, "structure", g.Handoffs()}
	all.parts("components", s.Components, nil, nil, sortedSet(with))
	if !slices.IsSortedFunc(s.Components, func(a, b Part) int { return b.Size - a.Size }) {
		t.Errorf("components %v are not largest first", s.Components)
	}
	all.check(sortedSet(with), s.Separation)
}

// separated checks a separation by following handoffs both ways.
type separated struct {
	*testing.T
	name     string
	handoffs []graph.Handoff
}

// connected returns what is connected with a task, by ID.
func (s separated) connected(id string, removed []string, without *[2]string) []string {
	var both []graph.Handoff
	for _, h := range s.handoffs {
		if without == nil || *without != [2]string{h.From, h.To} && *without != [2]string{h.To, h.From} {
			both = append(both, h, graph.Handoff{From: h.To, To: h.From})
		}
	}
	return follow([]string{id}, both, removed)
}

// parts checks that parts are what the tasks of whole fall into.
func (s separated) parts(what string, parts []Part, removed []string, without *[2]string, whole []string) {
	var all []string
	for _, p := range parts {
		connected := s.connected(p.Tasks[0], removed, without)
		if len(connected) != p.Size || p.Size <= 20 && !slices.Equal(p.Tasks, connected) || p.Tasks[0] != connected[0] {
			s.Errorf("%s, %s: got part %v, want %v", s.name, what, p, connected)
		}
		all = append(all, connected...)
	}
	slices.SortFunc(all, graph.Compare)
	if whole = slices.DeleteFunc(slices.Clone(whole), func(id string) bool { return slices.Contains(removed, id) }); !slices.Equal(all, whole) {
		s.Errorf("%s, %s: the parts hold %v, not %v", s.name, what, all, whole)
	}
}

// check looks at every part of every claim, and at every task and handoff that
// nothing is claimed of.
func (s separated) check(tasks []string, got Separation) {
	said := map[string]bool{}
	for _, p := range got.ArticulationPoints {
		said[p.Task] = true
		if len(p.Parts) < 2 {
			s.Errorf("%s: %s has parts %v", s.name, p.Task, p.Parts)
		}
		s.parts(p.Task, p.Parts, []string{p.Task}, nil, s.connected(p.Task, nil, nil))
	}
	for _, id := range tasks {
		if said[id] {
			continue
		}
		rest := slices.DeleteFunc(s.connected(id, nil, nil), func(other string) bool { return other == id })
		if len(rest) > 0 && len(s.connected(rest[0], []string{id}, nil)) != len(rest) {
			s.Errorf("%s: %s is an articulation point that is not listed", s.name, id)
		}
	}
	bridges := map[[2]string]bool{}
	for _, b := range got.Bridges {
		bridges[b.Tasks] = true
		s.parts("bridge", b.Parts[:], nil, &b.Tasks, s.connected(b.Tasks[0], nil, nil))
		for i, id := range b.Tasks {
			if !slices.Contains(s.connected(b.Parts[i].Tasks[0], nil, &b.Tasks), id) {
				s.Errorf("%s: part %d of the bridge %v is not that of its task", s.name, i, b.Tasks)
			}
		}
	}
	for _, h := range s.handoffs {
		pair := [2]string{h.From, h.To}
		if graph.Compare(pair[0], pair[1]) > 0 {
			slices.Reverse(pair[:])
		}
		if !bridges[pair] && !slices.Contains(s.connected(pair[0], nil, &pair), pair[1]) {
			s.Errorf("%s: %v is a bridge that is not listed", s.name, pair)
		}
	}
}

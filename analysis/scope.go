package analysis

import (
	"slices"

	"tasuki/graph"
)

// selection is a scope and its tasks, ascending.
type selection struct {
	Scope
	tasks []int
}

// scopes returns every scope of g in the order of results.
func scopes(g *graph.Graph) []selection {
	d := g.Dataset()
	all := selection{Scope: Scope{Kind: ScopeAll}}
	for i := range d.Tasks {
		all.tasks = append(all.tasks, i)
	}
	return slices.Concat(
		[]selection{all},
		byTerm(d, ScopePhase, d.Phases, func(t graph.Task) string { return t.Phase }),
		byTerm(d, ScopeCategory, d.Categories, func(t graph.Task) string { return t.Category }),
		byTiming(d),
		byFlow(g),
	)
}

// byTerm returns the scope of each term: the tasks that carry it or a term
// below it.
func byTerm(d graph.Dataset, kind ScopeKind, terms []graph.Term, of func(graph.Task) string) []selection {
	parent, tasks := map[string]string{}, map[string][]int{}
	for _, t := range terms {
		parent[t.ID] = t.Parent
	}
	for i, t := range d.Tasks {
		for id := of(t); id != ""; id = parent[id] {
			tasks[id] = append(tasks[id], i)
		}
	}
	list := make([]selection, len(terms))
	for i, t := range terms {
		list[i] = selection{Scope{kind, t.ID}, tasks[t.ID]}
	}
	return list
}

// byTiming returns the scope of each timing that a task has. The tasks without
// one are a scope too, unless all are.
func byTiming(d graph.Dataset) []selection {
	tasks := map[graph.Timing][]int{}
	for i, t := range d.Tasks {
		tasks[t.Timing] = append(tasks[t.Timing], i)
	}
	var list []selection
	for _, word := range graph.Words("timing") {
		if ids := tasks[graph.Timing(word)]; len(ids) > 0 {
			list = append(list, selection{Scope{ScopeTiming, word}, ids})
		}
	}
	if len(list) > 0 && len(tasks[""]) > 0 {
		list = append(list, selection{Scope{ScopeTiming, UnknownTiming}, tasks[""]})
	}
	return list
}

// byFlow returns the scope of each flow.
func byFlow(g *graph.Graph) []selection {
	var list []selection
	for _, f := range g.Flows() {
		s := selection{Scope: Scope{ScopeFlow, f.ID}}
		for _, id := range graph.FlowTasks(f) {
			i, _ := g.TaskIndex(id)
			s.tasks = append(s.tasks, i)
		}
		list = append(list, s)
	}
	return list
}

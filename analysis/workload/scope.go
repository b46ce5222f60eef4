package workload

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// ScopeKind says what sort of tasks a scope selects.
type ScopeKind string

// The kinds of scope, in the order in which results list them.
const (
	ScopeAll      ScopeKind = "all"      // every task
	ScopePhase    ScopeKind = "phase"    // the tasks of a phase and of the phases below it
	ScopeCategory ScopeKind = "category" // the tasks under a heading and under the headings below it
	ScopeTiming   ScopeKind = "timing"   // the tasks of a timing
	ScopeFlow     ScopeKind = "flow"     // the tasks of a flow
	ScopeParty    ScopeKind = "party"    // the tasks that organizations of a kind lead; leads of other kinds do not count
)

// UnknownTiming is the ID of the scope of tasks without a timing, in a dataset
// that knows the timing of others.
const UnknownTiming = "unknown"

// UnknownParty is the ID of the scope of organizations without a kind, in a
// dataset that knows the kind of others.
const UnknownParty = "unknown"

// Scope is a selection of tasks. ID is empty for the scope of all tasks.
type Scope struct {
	Kind ScopeKind `json:"kind"`
	ID   string    `json:"id"`
}

// Selection is a scope and its tasks, ascending.
type Selection struct {
	Scope
	Tasks  []int
	Counts []bool // organization -> its leads count; nil: all do
}

// Scopes returns every scope of g in the order of results.
func Scopes(g *graph.Graph) []Selection {
	d := g.Dataset()
	all := Selection{Scope: Scope{Kind: ScopeAll}}
	for i := range d.Tasks {
		all.Tasks = append(all.Tasks, i)
	}
	return slices.Concat(
		[]Selection{all},
		byTerm(d, ScopePhase, d.Phases, func(t graph.Task) string { return t.Phase }),
		byTerm(d, ScopeCategory, d.Categories, func(t graph.Task) string { return t.Category }),
		byTiming(d),
		byFlow(g),
		byParty(g),
	)
}

// byTerm returns the scope of each term: the tasks that carry it or a term
// below it.
func byTerm(d graph.Dataset, kind ScopeKind, terms []graph.Term, of func(graph.Task) string) []Selection {
	parent, tasks := map[string]string{}, map[string][]int{}
	for _, t := range terms {
		parent[t.ID] = t.Parent
	}
	for i, t := range d.Tasks {
		for id := of(t); id != ""; id = parent[id] {
			tasks[id] = append(tasks[id], i)
		}
	}
	list := make([]Selection, len(terms))
	for i, t := range terms {
		list[i] = Selection{Scope: Scope{kind, t.ID}, Tasks: tasks[t.ID]}
	}
	return list
}

// byTiming returns the scope of each timing that a task has. The tasks without
// one are a scope too, unless all are.
func byTiming(d graph.Dataset) []Selection {
	tasks := map[graph.Timing][]int{}
	for i, t := range d.Tasks {
		tasks[t.Timing] = append(tasks[t.Timing], i)
	}
	var list []Selection
	for _, word := range graph.Words("timing") {
		if ids := tasks[graph.Timing(word)]; len(ids) > 0 {
			list = append(list, Selection{Scope: Scope{ScopeTiming, word}, Tasks: ids})
		}
	}
	if len(list) > 0 && len(tasks[""]) > 0 {
		list = append(list, Selection{Scope: Scope{ScopeTiming, UnknownTiming}, Tasks: tasks[""]})
	}
	return list
}

// byFlow returns the scope of each flow.
func byFlow(g *graph.Graph) []Selection {
	var list []Selection
	for _, f := range g.Flows() {
		s := Selection{Scope: Scope{ScopeFlow, f.ID}}
		for _, id := range graph.FlowTasks(f) {
			i, _ := g.TaskIndex(id)
			s.Tasks = append(s.Tasks, i)
		}
		list = append(list, s)
	}
	return list
}

// byParty returns, for each kind of party that leads a task, the scope of the
// tasks that it leads, in which the leads of other kinds do not count. The
// organizations without a kind are a scope too, unless all are.
func byParty(g *graph.Graph) []Selection {
	var list []Selection
	for _, word := range append(graph.Words("kind"), "") {
		s := Selection{Scope: Scope{ScopeParty, cmp.Or(word, UnknownParty)}, Counts: make([]bool, len(g.Organizations()))}
		for org, o := range g.Organizations() {
			if s.Counts[org] = string(o.Kind) == word; s.Counts[org] {
				s.Tasks = append(s.Tasks, g.Led(org)...)
			}
		}
		slices.Sort(s.Tasks)
		s.Tasks = slices.Compact(s.Tasks)
		if len(s.Tasks) > 0 && (word != "" || len(list) > 0) {
			list = append(list, s)
		}
	}
	return list
}

package queries_test

import (
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// tried returns what trying every choice says to the questions about flows.
func tried() map[string]expectation {
	return map[string]expectation{
		"flow-losses":                    {columns: []string{"organization", "flow", "fate", "lost", "degraded"}, rows: triedLosses},
		"flows-without":                  {columns: []string{"flow", "way_left", "lost"}, rows: triedWithout},
		"flow-starts":                    {columns: []string{"flow", "start", "organization", "works"}, rows: triedStarts},
		"flow-stopping-organizations":    {columns: []string{"flow", "organization", "at_ends_only", "lost"}, rows: triedOrganizations},
		"flow-stopping-pairs":            {columns: []string{"flow", "one", "other"}, rows: triedPairs},
		"flow-stopping-tasks":            {columns: []string{"flow", "position", "task"}, rows: triedTasks},
		"way-around-task":                {columns: []string{"flow", "task", "way"}, rows: triedWays},
		"uncertain-on-unavoidable-tasks": {columns: []string{"flow", "task", "organization"}, rows: triedUncertain},
		"path-to-goal":                   {columns: []string{"flow", "start", "step", "task", "organizations", "receives"}, rows: triedPaths},
		"changes-of-hands":               {columns: []string{"flow", "start", "tasks", "changes"}, rows: triedChanges},
		"alternate-paths":                {columns: []string{"flow", "start", "rank", "path"}, rows: triedAlternates},
		"dead-ends":                      {columns: []string{"flow", "task"}, rows: triedDeadEnds},
		"branches-of-flow":               {columns: []string{"flow", "task", "branch", "optional", "to", "when", "declared"}, rows: triedBranches},
	}
}

// leaders returns the organizations that lead a task of a flow, by ID.
func (s subject) leaders(f graph.Flow) []string {
	var ids []string
	for _, task := range graph.FlowTasks(f) {
		ids = append(ids, s.leading(task)...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func triedLosses(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		for _, o := range s.g.Organizations() {
			lost, degraded := s.losses(f, o.ID)
			switch {
			case len(lost)+len(degraded) == 0:
			case trial{f, slices.Concat(lost, degraded)}.works():
				row(o.ID, f.ID, "touched", lost, degraded)
			case trial{f, lost}.works():
				row(o.ID, f.ID, "degraded", lost, degraded)
			default:
				row(o.ID, f.ID, "broken", lost, degraded)
			}
		}
	}
}

func triedWithout(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		y := s.without(f, s.absent)
		row(f.ID, y.works(), y.lost)
	}
}

func triedStarts(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		for _, start := range f.Start {
			row(f.ID, start, nil, trial{Flow: f}.left(start) >= 0)
			for _, o := range s.leaders(f) {
				row(f.ID, start, o, s.without(f, o).left(start) >= 0)
			}
		}
	}
}

func triedOrganizations(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		for _, o := range s.g.Organizations() {
			y := s.without(f, o.ID)
			if y.works() {
				continue
			}
			between := slices.DeleteFunc(slices.Clone(y.lost), func(id string) bool { return slices.Contains(slices.Concat(f.Start, f.Goal), id) })
			row(f.ID, o.ID, trial{f, between}.works(), y.lost)
		}
	}
}

func triedPairs(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		for i, a := range s.g.Organizations() {
			for _, b := range s.g.Organizations()[i+1:] {
				if s.without(f, a.ID).works() && s.without(f, b.ID).works() && !s.without(f, a.ID, b.ID).works() {
					row(f.ID, a.ID, b.ID)
				}
			}
		}
	}
}

func triedTasks(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		whole := trial{Flow: f}
		tasks, _ := whole.solution(whole.best(f.Start))
		position := 0
		for _, id := range tasks {
			if !slices.Contains(slices.Concat(f.Start, f.Goal), id) && !(trial{f, []string{id}}).works() {
				position++
				row(f.ID, position, id)
			}
		}
	}
}

func triedWays(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		for _, id := range graph.FlowTasks(f) {
			y := trial{f, []string{id}}
			if tasks, _ := y.solution(y.best(f.Start)); tasks != nil {
				row(f.ID, id, tasks)
			} else {
				row(f.ID, id, nil)
			}
		}
	}
}

func triedUncertain(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		for _, a := range s.g.Assignments() {
			in := slices.Contains(graph.FlowTasks(f), a.Task)
			if in && a.Role == graph.Lead && a.Reading == graph.Uncertain && !(trial{f, []string{a.Task}}).works() {
				row(f.ID, a.Task, a.Organization)
			}
		}
	}
}

func triedPaths(s subject, row func(...any)) {
	inForce := rules.InForce(s.g, s.options).Rules
	for _, f := range s.g.Flows() {
		y := s.without(f, s.absent)
		for _, start := range f.Start {
			if y.left(start) < 0 {
				continue
			}
			tasks, from := y.solution(start)
			step := map[string]int{}
			for _, id := range tasks {
				for _, before := range from[id] {
					step[id] = max(step[id], step[before])
				}
				step[id]++
				row(f.ID, start, step[id], id, rules.Present(s.g, inForce, id, []string{s.absent}), y.received(from[id], id))
			}
		}
	}
}

// received returns the kinds of the handoffs that a task is given in a solution: of each
// needed branch that is best taken by it.
func (y trial) received(from []string, to string) []string {
	var list []string
	for _, h := range y.Handoffs {
		if h.To != to || h.Optional || !slices.Contains(from, h.From) {
			continue
		}
		var next []string
		for _, other := range y.Handoffs {
			if other.From == h.From && other.Branch == h.Branch {
				next = append(next, other.To)
			}
		}
		if y.best(next) == to {
			list = append(list, string(h.Kind))
		}
	}
	slices.Sort(list)
	return list
}

func triedChanges(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		y := trial{Flow: f}
		for _, start := range f.Start {
			if y.left(start) < 0 {
				continue
			}
			tasks, from := y.solution(start)
			changes := 0
			for _, id := range tasks {
				for _, before := range from[id] {
					if !slices.Equal(s.leading(before), s.leading(id)) {
						changes++
					}
				}
			}
			row(f.ID, start, len(tasks), changes)
		}
	}
}

func triedAlternates(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		y := s.without(f, s.absent)
		for _, start := range f.Start {
			paths := y.paths([]string{start})
			slices.SortFunc(paths, func(a, b []string) int {
				if len(a) != len(b) {
					return len(a) - len(b)
				}
				return slices.CompareFunc(a, b, graph.Compare)
			})
			for i, path := range paths[:min(3, len(paths))] {
				row(f.ID, start, i+1, path)
			}
		}
	}
}

// paths returns the simple paths to a goal that go on from path, each task succeeding.
func (y trial) paths(path []string) [][]string {
	at := path[len(path)-1]
	switch {
	case y.left(at) < 0 || slices.Contains(path[:len(path)-1], at):
		return nil
	case slices.Contains(y.Goal, at):
		return [][]string{path}
	}
	next := slices.Concat(y.needed(at)...)
	slices.Sort(next)
	var all [][]string
	for _, id := range slices.Compact(next) {
		all = append(all, y.paths(append(slices.Clone(path), id))...)
	}
	return all
}

func triedDeadEnds(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		y, reached := trial{Flow: f}, slices.Clone(f.Start)
		for i := 0; i < len(reached); i++ {
			if slices.Contains(f.Goal, reached[i]) {
				continue
			}
			for _, id := range slices.Concat(y.needed(reached[i])...) {
				if !slices.Contains(reached, id) {
					reached = append(reached, id)
				}
			}
		}
		for _, id := range reached {
			if y.left(id) < 0 {
				row(f.ID, id)
			}
		}
	}
}

func triedBranches(s subject, row func(...any)) {
	for _, f := range s.g.Flows() {
		for _, k := range graph.Forks(f) {
			if slices.Contains(f.Goal, k.Task) || !k.Splits() && len(k.Branches[0].Handoffs) == 1 {
				continue
			}
			for _, b := range k.Branches {
				var to []string
				var when []*string
				for _, h := range b.Handoffs {
					to = append(to, h.To)
					when = append(when, nil)
					if !h.When.IsZero() {
						when[len(when)-1] = &h.When.EN
					}
				}
				row(f.ID, k.Task, orNil(b.Name), b.Optional, to, when, k.Declared())
			}
		}
	}
}

package inference

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/graph"
)

// addForks fills in the forks that nobody declared, and what would be if they had to be
// done in all their branches.
func (x *FlowInference) addForks(s flows, f graph.Flow) {
	for _, k := range graph.Forks(f) {
		if !k.Declared() && !slices.Contains(f.Goal, k.Task) {
			x.Undeclared = append(x.Undeclared, k.Task)
		}
	}
	if len(x.Undeclared) == 0 || !x.Now.Works {
		return
	}
	if c := s.conclude(s.allNeeded(f, x.Undeclared)); c.Works {
		x.AllNeeded = &c
	}
}

// allNeeded returns a flow in which each handoff of some forks is a branch of its own.
// One that comes to no goal but by the task itself is optional: nobody can wait for it.
func (s flows) allNeeded(f graph.Flow, forks []string) graph.Flow {
	p := flow.New(s.g, f)
	comes := map[string]map[string]bool{} // fork -> task that it hands on to -> whether work comes to a goal from there
	for v, id := range p.Tasks {
		if !slices.Contains(forks, id) {
			continue
		}
		comes[id] = map[string]bool{}
		for e, w := p.Evaluate(p.Avoiding(v)), 0; w < len(p.Tasks); w++ {
			comes[id][p.Tasks[w]] = e.Succeeds(w)
		}
	}
	f.Handoffs = slices.Clone(f.Handoffs)
	for i := range f.Handoffs {
		if h := &f.Handoffs[i]; comes[h.From] != nil {
			h.Branch, h.Optional = h.To, !comes[h.From][h.To]
		}
	}
	return f
}

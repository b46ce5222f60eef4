package spof

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/loss"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// StartSPOF lists what a flow cannot do without when its work comes in at one of its
// starts alone.
type StartSPOF struct {
	Start         string   `json:"start"`            // its ID
	Tasks         []string `json:"tasks"`            // that every way from it passes, goals apart, in the order in which it does
	Organizations []string `json:"organizations"`    // whose loss leaves no way from it, by ID
	NoWay         bool     `json:"no_way,omitempty"` // nothing leads from it to a goal, even with everybody: then nothing is listed
	AtEndsOnly    []string `json:"at_ends_only"`     // those of them without whom a way would remain if they lost neither it nor a goal, by ID
}

// EveryStart lists what a flow of several starts cannot do without if it is to work from
// each of them. What it needs to work from some start is said beside it.
type EveryStart struct {
	Tasks         []string     `json:"tasks"`         // without which no way is left from one start at least, starts and goals apart, by ID
	Organizations []string     `json:"organizations"` // the same, by ID
	Fewest        *loss.Bounds `json:"fewest"`        // organizations of a smallest set whose loss does it: 0 when a start has no way even with everybody, null when the loss of all does not
}

// addStarts judges a flow of several starts for each of them.
func (s *FlowSPOF) addStarts(g *graph.Graph, p flow.Graph) {
	if len(p.Starts) < 2 {
		return
	}
	every := &EveryStart{Tasks: []string{}, Organizations: []string{}}
	for _, v := range p.Starts {
		x := newStartSPOF(g, p.From(v), s.Rules)
		s.Starts = append(s.Starts, x)
		every.Tasks = append(every.Tasks, x.Tasks...)
		every.Organizations = append(every.Organizations, x.Organizations...)
	}
	every.Tasks = slices.DeleteFunc(every.Tasks, func(id string) bool { return slices.Contains(p.Flow.Start, id) })
	for _, ids := range []*[]string{&every.Tasks, &every.Organizations} {
		slices.SortFunc(*ids, graph.Compare)
		*ids = slices.Compact(*ids)
	}
	every.Fewest = fewestFailing(loss.NewFlowCondition(g, p, s.Rules))
	s.EveryStart = every
}

func newStartSPOF(g *graph.Graph, p flow.Graph, inForce rules.Rules) StartSPOF {
	x := StartSPOF{Start: p.Flow.Start[0], Tasks: []string{}, Organizations: []string{}, AtEndsOnly: []string{}}
	if x.NoWay = !p.Passable(p.Avoiding()); x.NoWay {
		return x
	}
	of := FlowSPOF{Rules: inForce}
	of.addTasks(p)
	of.addOrganizations(g, p)
	x.Tasks = of.Tasks
	for _, o := range of.Organizations {
		x.Organizations = append(x.Organizations, o.Organization)
		if o.AtEndsOnly {
			x.AtEndsOnly = append(x.AtEndsOnly, o.Organization)
		}
	}
	return x
}

// fewestFailing returns how many organizations must be lost together for the flow not to
// work from every start: none where it does not with everybody.
func fewestFailing(l loss.FlowCondition) *loss.Bounds {
	found := smallest(l, l.Failing, l.Fails)
	if found.Upper == nil {
		return nil
	}
	size := loss.Between(min(found.Below, len(found.Upper)), len(found.Upper))
	return &size
}

package consequence

import (
	"slices"

	"tasuki/analysis/exact"
	"tasuki/analysis/flow"
	"tasuki/analysis/overlay"
	"tasuki/analysis/rules"
	"tasuki/analysis/workload"
	"tasuki/graph"
)

// Measures are the figures that changes are judged by.
type Measures struct {
	Tasks   int      `json:"tasks"`
	Led     int      `json:"led"`     // tasks that somebody leads, the denominator of the share
	Leaders []string `json:"leaders"` // organizations that have the largest share, by ID
	Percent *float64 `json:"percent"` // that share of each, a joint lead split equally; null when no task is led
	HHI     *float64 `json:"hhi"`     // of all shares; null when no task is led

	Flows    int      `json:"flows"`    // flows
	Working  int      `json:"working"`  // of these, flows of which something is left
	Stoppers []string `json:"stoppers"` // organizations whose loss, alone and on top of what is missing, stops at least one flow that works: single points of failure, by ID
	Stops    int      `json:"stops"`    // pairs of these and a flow that each stops
}

// MeasuresOf returns the figures of a graph as it is. It takes time in proportion to
// organizations x (tasks + handoffs).
func MeasuresOf(g *graph.Graph, o rules.Options) Measures {
	return figures(g, newState(g, overlay.Overlay{}, rules.InForce(g, o).Rules))
}

// figures returns the figures of a dataset, and of the flows in a state.
func figures(g *graph.Graph, s state) Measures {
	f := Measures{Tasks: len(g.Tasks()), Leaders: []string{}, Stoppers: []string{}, Flows: len(s.flows)}
	f.shares(g)
	stoppers := map[int]bool{}
	for _, p := range s.flows {
		if !p.Passable(s.avoiding(p, rules.Lost)) {
			continue
		}
		f.Working++
		for _, org := range s.working(p) {
			if !p.Passable(s.alsoWithout(p, org)) {
				stoppers[org] = true
				f.Stops++
			}
		}
	}
	for org, o := range s.Organizations() {
		if stoppers[org] {
			f.Stoppers = append(f.Stoppers, o.ID)
		}
	}
	return f
}

// shares says how the lead of all tasks is spread, as [tasuki/analysis/concentration] does,
// without the other readings of uncertain marks, which take most of its time.
func (f *Measures) shares(g *graph.Graph) {
	var all []int
	for task := range g.Tasks() {
		all = append(all, task)
		if len(g.Leads(task)) > 0 {
			f.Led++
		}
	}
	if f.Led == 0 {
		return
	}
	work, most := workload.New(g, all), 0.0
	hhi, _ := work.HHI(f.Led, work.Parts()).Float64()
	for org, o := range g.Organizations() {
		percent := exact.Percent(work.Tasks(org), float64(f.Led))
		if percent > most {
			most, f.Leaders = percent, nil
		}
		if percent == most {
			f.Leaders = append(f.Leaders, o.ID)
		}
	}
	f.HHI, f.Percent = &hhi, &most
}

// working returns the organizations that lead or support a task of a flow and are not
// missing: who stands in for somebody missing may be all that is left of a task.
func (s state) working(p flow.Graph) []int {
	var orgs []int
	for v, task := range p.Index {
		if p.Tasks[v] != nowhere {
			orgs = append(append(orgs, s.Leads(task)...), s.Supports(task)...)
		}
	}
	slices.Sort(orgs)
	return slices.DeleteFunc(slices.Compact(orgs), s.absent)
}

// alsoWithout marks the vertices of a flow that are lost when one more is missing.
func (s state) alsoWithout(p flow.Graph, org int) []bool {
	avoid := s.avoiding(p, rules.Lost)
	gone := func(o int) bool { return o == org || s.absent(o) }
	for v, task := range p.Index {
		avoid[v] = avoid[v] || s.inForce.OutcomeOf(s.Graph, task, gone) == rules.Lost
	}
	return avoid
}

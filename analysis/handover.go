package analysis

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// Handover is the work that one organization hands to another, or keeps when
// From and To are the same.
type Handover struct {
	From     string        `json:"from"`
	To       string        `json:"to"`
	Handoffs float64       `json:"handoffs"` // the sum of the weights
	Percent  float64       `json:"percent"`  // of all handoffs whose two ends are led
	Tasks    []TaskHandoff `json:"tasks"`    // the handoffs it is made of, by From, then To
}

// TaskHandoff is a distinct handoff between two tasks.
type TaskHandoff struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// distinctHandoffs returns every pair of tasks that a flow or the dataset
// declares a handoff between, once, by From, then To.
func distinctHandoffs(g *graph.Graph) []TaskHandoff {
	list := []TaskHandoff{}
	for _, h := range g.Handoffs() {
		list = append(list, TaskHandoff{h.From, h.To})
	}
	slices.SortFunc(list, func(a, b TaskHandoff) int {
		return cmp.Or(graph.Compare(a.From, b.From), graph.Compare(a.To, b.To))
	})
	return slices.Compact(list)
}

// handovers shares the handoffs out to pairs of organizations, and counts those
// with an end that nobody leads.
func handovers(g *graph.Graph, handoffs []TaskHandoff) (list []Handover, unassigned int) {
	n := len(g.Organizations())
	weights := make([]workload, n) // by from, to and the number of pairs a handoff is shared out to
	tasks := map[[2]int][]TaskHandoff{}
	for _, h := range handoffs {
		from, to := leadsOf(g, h.From), leadsOf(g, h.To)
		pairs := len(from) * len(to)
		if pairs == 0 {
			unassigned++
			continue
		}
		for _, a := range from {
			if weights[a] == nil {
				weights[a] = make(workload, n)
			}
			for _, b := range to {
				weights[a].add(b, pairs, 1)
				tasks[[2]int{a, b}] = append(tasks[[2]int{a, b}], h)
			}
		}
	}
	list = []Handover{}
	for a := range n {
		for b := range weights[a] {
			if weight := weights[a].tasks(b); weight > 0 {
				list = append(list, Handover{
					From: g.Organizations()[a].ID, To: g.Organizations()[b].ID,
					Handoffs: weight, Percent: percent(weight, float64(len(handoffs)-unassigned)),
					Tasks: tasks[[2]int{a, b}],
				})
			}
		}
	}
	return list, unassigned
}

func leadsOf(g *graph.Graph, id string) []int {
	task, _ := g.TaskIndex(id)
	return g.Leads(task)
}

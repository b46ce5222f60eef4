package flow

import (
	"cmp"
	"slices"

	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Places returns the vertices at which a task or organization has a place in
// the flow: the task itself, or the tasks that the organization leads.
func (p Graph) Places(g *graph.Graph, s rules.Subject) []int {
	var vertices []int
	for v, task := range p.Index {
		org, known := g.OrganizationIndex(s.ID)
		if s.Kind == rules.AboutTask && p.Tasks[v] == s.ID || s.Kind == rules.AboutOrganization && known && slices.Contains(g.Leads(task), org) {
			vertices = append(vertices, v)
		}
	}
	return vertices
}

// TaskHandoff is a distinct handoff between two tasks.
type TaskHandoff struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// DistinctHandoffs returns every pair of tasks that a flow or the dataset
// declares a handoff between, once, by From, then To.
func DistinctHandoffs(g *graph.Graph) []TaskHandoff {
	list := []TaskHandoff{}
	for _, h := range g.Handoffs() {
		list = append(list, TaskHandoff{h.From, h.To})
	}
	slices.SortFunc(list, CompareHandoffs)
	return slices.Compact(list)
}

// CompareHandoffs orders by From, then To.
func CompareHandoffs(a, b TaskHandoff) int {
	return cmp.Or(graph.Compare(a.From, b.From), graph.Compare(a.To, b.To))
}

// Minutes returns the minutes of the edges that declare them. Handoffs of
// several kinds between the same tasks are ways of their own, so the quickest
// counts; the edge is unknown when one of them is.
func (p Graph) Minutes() map[[2]int]int {
	edges := map[[2]int]int{}
	if !slices.ContainsFunc(p.Flow.Handoffs, func(h graph.Handoff) bool { return h.Minutes > 0 }) {
		return edges
	}
	for _, e := range p.Network.Edges() {
		quickest := slices.MinFunc(p.Between(e[0], e[1]), func(a, b graph.Handoff) int { return cmp.Compare(a.Minutes, b.Minutes) })
		if quickest.Minutes > 0 {
			edges[e] = quickest.Minutes
		}
	}
	return edges
}

// Between returns the handoffs of the flow from one vertex to another, by kind;
// never nil. Handoffs are ordered by their tasks, so it takes the time of a
// binary search.
func (p Graph) Between(from, to int) []graph.Handoff {
	first, _ := slices.BinarySearchFunc(p.Flow.Handoffs, p.Tasks[to], func(h graph.Handoff, to string) int {
		return cmp.Or(graph.Compare(h.From, p.Tasks[from]), graph.Compare(h.To, to))
	})
	list := []graph.Handoff{}
	for _, h := range p.Flow.Handoffs[first:] {
		if h.From != p.Tasks[from] || h.To != p.Tasks[to] {
			break
		}
		list = append(list, h)
	}
	return list
}

package drill

import (
	"slices"

	"tasuki/graph"
)

// Call is an organization in the tree of calls of a flow.
type Call struct {
	Organization string
	Depth        int    // 0: those who run the drill call it; otherwise it is called by the nearest above it that stands less deep
	EscalatesTo  string // the organization that is called when no level of it answers; "": none is declared
	Elsewhere    bool   // that one does not stand below it, but elsewhere in the tree
}

// CallTree returns the tree of calls of a flow from its top down: the organizations that
// lead a task of it in the order in which work may first come to them, then those that
// support, then those that may lead, each with those behind it that it escalates to and
// that take no part. An organization stands in it once: where several escalate to it, or
// escalations lead round in a circle, below the first. Ties go by ID. It knows nothing of
// who is out. It takes time O(handoffs log handoffs + marks + organizations).
func CallTree(g *graph.Graph, f graph.Flow, mayLead []string) []Call {
	order, placed := callOrder(g, f), map[string]bool{}
	for _, id := range order {
		placed[id] = true
	}
	for _, id := range mayLead {
		if !placed[id] {
			placed[id], order = true, append(order, id)
		}
	}
	var tree []Call
	for _, id := range order {
		for depth := 0; ; depth++ {
			i, ok := g.OrganizationIndex(id)
			if !ok {
				break
			}
			next := g.Organizations()[i].EscalatesTo
			c := Call{Organization: id, Depth: depth, EscalatesTo: next, Elsewhere: next != "" && placed[next]}
			tree = append(tree, c)
			if next == "" || c.Elsewhere {
				break
			}
			placed[next], id = true, next
		}
	}
	return tree
}

// callOrder lists the organizations with a part in a flow: those that lead in the order
// in which work may first come to them, then the others.
func callOrder(g *graph.Graph, f graph.Flow) []string {
	next := map[string][]string{}
	for _, h := range f.Handoffs {
		next[h.From] = append(next[h.From], h.To)
	}
	for _, list := range next {
		slices.Sort(list)
	}
	seen := map[string]bool{}
	var tasks []string
	reach := func(list []string) {
		for _, id := range list {
			if !seen[id] {
				seen[id], tasks = true, append(tasks, id)
			}
		}
	}
	reach(f.Start)
	for i := 0; i < len(tasks); i++ {
		reach(next[tasks[i]])
	}
	reach(graph.FlowTasks(f)) // that no start leads to
	var order []string
	listed := make([]bool, len(g.Organizations()))
	for _, of := range []func(int) []int{g.Leads, g.Supports} {
		for _, id := range tasks {
			t, _ := g.TaskIndex(id)
			for _, o := range of(t) {
				if !listed[o] {
					listed[o], order = true, append(order, g.Organizations()[o].ID)
				}
			}
		}
	}
	return order
}

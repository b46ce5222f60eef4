package spof

import (
	"cmp"
	"slices"

	"tasuki/analysis/network"
	"tasuki/graph"
)

// Structure is how all declared handoffs together, those of the flows and those
// of none, hold their tasks together when they are followed both ways.
type Structure struct {
	Tasks      int    `json:"tasks"`      // that have a handoff; no other task counts
	Pairs      int    `json:"pairs"`      // of tasks that a handoff joins: a -> b and b -> a join one pair
	Components []Part `json:"components"` // tasks that handoffs connect, largest first, ties by first task
	Separation
}

// Separation is what falls apart without one task, or without the handoffs
// between one pair of tasks, when handoffs are followed both ways.
type Separation struct {
	ArticulationPoints []ArticulationPoint `json:"articulation_points"` // by ID
	Bridges            []Bridge            `json:"bridges"`             // by the IDs of their tasks
}

// ArticulationPoint is a task without which those that it connected fall apart.
type ArticulationPoint struct {
	Task  string `json:"task"`
	Parts []Part `json:"parts"` // two or more, by first task
}

// Bridge is a pair of tasks whose handoffs, in either direction, are all that
// connects two parts.
type Bridge struct {
	Tasks [2]string `json:"tasks"` // by ID
	Parts [2]Part   `json:"parts"` // that of the first task, that of the second
}

// Part is a set of tasks that handoffs connect. Whoever follows handoffs both
// ways from one of them finds just these.
type Part struct {
	Size  int      `json:"size"`
	Tasks []string `json:"tasks"` // by ID; of more than 20 only the first
}

// listedPart is the size up to which all tasks of a part are listed. Listing
// more would take as much room as tasks x parts.
const listedPart = 20

// StructureOf returns the connected components, articulation points and bridges
// of all handoffs of g, by the search of Hopcroft and Tarjan (CACM 16(6), 1973),
// in time O(n log n) for n handoffs.
func StructureOf(g *graph.Graph) Structure {
	d, ids := handoffGraph(g)
	found := network.Separate(d)
	s := Structure{Tasks: d.Len(), Components: []Part{}, Separation: newSeparation(d, found, ids)}
	for u := range d.Len() {
		for _, v := range d.Next(u) {
			if u < v || !d.Has(v, u) {
				s.Pairs++
			}
		}
	}
	slices.SortStableFunc(found.Components, func(a, b network.Part) int { return cmp.Compare(b.Size, a.Size) })
	for _, c := range found.Components {
		s.Components = append(s.Components, newPart(d, c, -1, ids))
	}
	return s
}

// newSeparation names the vertices of a separation by their IDs.
func newSeparation(d *network.Graph, found network.Separation, ids []string) Separation {
	s := Separation{ArticulationPoints: []ArticulationPoint{}, Bridges: []Bridge{}}
	for _, p := range found.Points {
		a := ArticulationPoint{Task: ids[p.Vertex]}
		for _, part := range p.Parts {
			a.Parts = append(a.Parts, newPart(d, part, p.Vertex, ids))
		}
		s.ArticulationPoints = append(s.ArticulationPoints, a)
	}
	for _, b := range found.Bridges {
		u, v := b.Ends[0], b.Ends[1]
		s.Bridges = append(s.Bridges, Bridge{
			[2]string{ids[u], ids[v]},
			[2]Part{newPart(d, b.Parts[0], v, ids), newPart(d, b.Parts[1], u, ids)},
		})
	}
	return s
}

// newPart lists the tasks of a part, which the vertex without cuts off.
func newPart(d *network.Graph, p network.Part, without int, ids []string) Part {
	vertices := []int{p.First}
	if p.Size <= listedPart {
		vertices = network.Members(d, p.First, without)
	}
	part := Part{Size: p.Size, Tasks: []string{}}
	for _, v := range vertices {
		part.Tasks = append(part.Tasks, ids[v])
	}
	return part
}

// handoffGraph returns the graph of all handoffs, and the ID of each vertex: the
// tasks with a handoff, by ID.
func handoffGraph(g *graph.Graph) (*network.Graph, []string) {
	vertex := make([]int, len(g.Tasks())) // 0: no handoff
	edges := [][2]int{}
	for _, h := range g.Handoffs() {
		from, _ := g.TaskIndex(h.From)
		to, _ := g.TaskIndex(h.To)
		edges = append(edges, [2]int{from, to})
		vertex[from], vertex[to] = 1, 1
	}
	ids := []string{}
	for i, t := range g.Tasks() {
		if vertex[i] > 0 {
			vertex[i] = len(ids)
			ids = append(ids, t.ID)
		}
	}
	for i, e := range edges {
		edges[i] = [2]int{vertex[e[0]], vertex[e[1]]}
	}
	return network.New(len(ids), edges), ids
}

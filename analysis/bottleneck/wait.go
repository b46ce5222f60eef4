package bottleneck

import (
	"cmp"
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/network"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// Wait says that an organization waits for another: a task that it leads
// receives work from one that the other leads and it does not. A lead of both
// tasks has a hand in the first itself, and does not wait for whom it shares it
// with.
type Wait struct {
	Organization string             `json:"organization"` // that waits
	For          string             `json:"for"`          // the organization that it waits for
	Handoffs     []flow.TaskHandoff `json:"handoffs"`     // for which it waits, by From, then To
}

// Circle is a set of organizations each of which waits for every other one,
// directly or through others: a strongly connected component of the waits.
type Circle struct {
	Organizations []string `json:"organizations"` // two or more, by ID

	// Round is the proof: it passes every organization, waiting for the next one,
	// and ends where it begins. It goes from the first by ID to the nearest not
	// yet passed, and so on; it need not be the shortest round.
	Round []WaitStep `json:"round"`

	// Tasks are a cycle of tasks, each handing on to the next and the last to the
	// first, on which one organization of the circle waits for another: one piece
	// of work can come round. It is the shortest through the first such handoff
	// that lies on a cycle. It is empty when there is none: different pieces of
	// work then close the circle.
	Tasks []string `json:"tasks"`
}

// WaitStep is one organization waiting for the next, with the first handoff
// that it waits for.
type WaitStep struct {
	Organization string           `json:"organization"`
	For          string           `json:"for"`
	Handoff      flow.TaskHandoff `json:"handoff"`
}

// waits returns who waits for whom, by Organization, then For.
func (x exchange) waits(g *graph.Graph) []Wait {
	list := []Wait{}
	pairs := slices.Clone(x.order)
	slices.SortFunc(pairs, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[1], b[1]), cmp.Compare(a[0], b[0])) })
	for _, pair := range pairs {
		from, to := pair[0], pair[1]
		w := Wait{Organization: g.Organizations()[to].ID, For: g.Organizations()[from].ID}
		for _, h := range x.tasks[pair] {
			if !slices.Contains(leadsOf(g, h.From), to) {
				w.Handoffs = append(w.Handoffs, h)
			}
		}
		if len(w.Handoffs) > 0 {
			list = append(list, w)
		}
	}
	return list
}

// circles returns the circles of waits, by their first organization. It takes
// time in proportion to organizations x waits, and handoffs.
func circles(g *graph.Graph, waits []Wait, tasks taskGraph) []Circle {
	var arrows [][2]int
	first := map[[2]int]flow.TaskHandoff{}
	for _, w := range waits {
		a, _ := g.OrganizationIndex(w.Organization)
		b, _ := g.OrganizationIndex(w.For)
		arrows = append(arrows, [2]int{a, b})
		first[[2]int{a, b}] = w.Handoffs[0]
	}
	d := network.New(len(g.Organizations()), arrows)
	component := tasks.components()
	list := []Circle{}
	for _, orgs := range network.StrongComponents(d) {
		if len(orgs) < 2 {
			continue
		}
		c := Circle{Organizations: rules.OrganizationIDs(g, orgs), Round: []WaitStep{}}
		walk := round(d, orgs)
		for i, a := range walk[1:] {
			arrow := [2]int{walk[i], a}
			c.Round = append(c.Round, WaitStep{g.Organizations()[arrow[0]].ID, g.Organizations()[arrow[1]].ID, first[arrow]})
		}
		c.Tasks = tasks.cycle(waits, c.Organizations, component)
		list = append(list, c)
	}
	return list
}

// round returns a closed walk through every vertex of a strong component that
// begins with the first of them: always on to the nearest vertex that it has not
// passed.
func round(d *network.Graph, component []int) []int {
	walk := component[:1:1]
	none := make([]bool, d.Len())
	for {
		left := slices.DeleteFunc(slices.Clone(component), func(v int) bool { return slices.Contains(walk, v) })
		last := len(left) == 0
		if last {
			left = component[:1]
		}
		walk = append(walk, flow.BestPath(d, walk[len(walk)-1:], left, none)[1:]...)
		if last {
			return walk
		}
	}
}

// cycle returns a shortest cycle of tasks through the first handoff on any for
// which one of the given organizations waits for another, beginning with it.
// Component tells the strong components of the tasks apart.
func (t taskGraph) cycle(waits []Wait, organizations []string, component []int) []string {
	var among []flow.TaskHandoff
	for _, w := range waits {
		if slices.Contains(organizations, w.Organization) && slices.Contains(organizations, w.For) {
			among = append(among, w.Handoffs...)
		}
	}
	slices.SortFunc(among, flow.CompareHandoffs)
	cycle := []string{}
	i := slices.IndexFunc(among, func(h flow.TaskHandoff) bool { return component[t.at[h.From]] == component[t.at[h.To]] })
	if i < 0 {
		return cycle
	}
	from, to := t.at[among[i].From], t.at[among[i].To]
	back := flow.BestPath(t.graph, []int{to}, []int{from}, make([]bool, len(t.ids)))
	for _, v := range append([]int{from}, back[:len(back)-1]...) {
		cycle = append(cycle, t.ids[v])
	}
	return cycle
}

// components returns the number of the strong component of each task.
func (t taskGraph) components() []int {
	list := make([]int, len(t.ids))
	for i, vertices := range network.StrongComponents(t.graph) {
		for _, v := range vertices {
			list[v] = i
		}
	}
	return list
}

package bottleneck

import (
	"cmp"
	"slices"

	"tasuki/analysis/flow"
	"tasuki/analysis/network"
	"tasuki/analysis/rules"
	"tasuki/graph"
)

// TaskLoad is how much work goes through a task, on the graph of all distinct
// handoffs; n is the number of tasks with a handoff.
type TaskLoad struct {
	Rank        int        `json:"rank"` // by Betweenness; equal figures share the smaller rank
	Task        string     `json:"task"`
	Leads       []string   `json:"leads"` // organizations, by ID
	In          int        `json:"in"`    // distinct handoffs to it
	Out         int        `json:"out"`   // distinct handoffs from it
	Betweenness Centrality `json:"betweenness"`

	// WeightedBetweenness takes the shortest ways by declared minutes. It is nil
	// unless every handoff declares them, when betweenness is estimated, and when
	// the ways cannot be counted.
	WeightedBetweenness *Centrality `json:"weighted_betweenness"`
}

// HandoffLoad is how many shortest ways between tasks take a distinct handoff.
type HandoffLoad struct {
	Rank int `json:"rank"` // by Betweenness; equal figures share the smaller rank
	flow.TaskHandoff
	Minutes             *int        `json:"minutes"` // the fewest that a declaration of it states; nil unless all do
	Betweenness         Centrality  `json:"betweenness"`
	WeightedBetweenness *Centrality `json:"weighted_betweenness"` // as in [TaskLoad]
}

// taskGraph is the graph of all distinct handoffs. Its vertices are the tasks
// with a handoff, by ID.
type taskGraph struct {
	ids      []string
	at       map[string]int
	handoffs []flow.TaskHandoff // the edges of graph, in their order
	graph    *network.Graph
}

func newTaskGraph(handoffs []flow.TaskHandoff) taskGraph {
	t := taskGraph{handoffs: handoffs, at: map[string]int{}}
	for _, h := range handoffs {
		t.ids = append(t.ids, h.From, h.To)
	}
	slices.SortFunc(t.ids, graph.Compare)
	t.ids = slices.Compact(t.ids)
	for v, id := range t.ids {
		t.at[id] = v
	}
	edges := make([][2]int, len(handoffs))
	for i, h := range handoffs {
		edges[i] = [2]int{t.at[h.From], t.at[h.To]}
	}
	t.graph = network.New(len(t.ids), edges)
	return t
}

// addLoads fills in the load of every task and of every handoff, each by
// betweenness, ties by ID. They are left out when their shortest ways cannot be
// counted.
func (t taskGraph) addLoads(b *Bottleneck, g *graph.Graph, m *measure) {
	vertices, edges, ok := m.centralities(t.graph, nil)
	if !ok {
		b.Uncounted = append(b.Uncounted, UncountedTasks)
		return
	}
	b.Tasks = t.tasks(g, vertices)
	minutes, lengths := t.minutes(g)
	for i, rank := range ranksOf(edges) {
		b.TaskHandoffs = append(b.TaskHandoffs, HandoffLoad{Rank: rank, TaskHandoff: t.handoffs[i], Minutes: minutes[i], Betweenness: edges[i]})
	}
	if lengths != nil {
		t.addLoadsByMinutes(b, lengths, m)
	}
	sortLoads(b.Tasks)
	slices.SortStableFunc(b.TaskHandoffs, func(a, b HandoffLoad) int { return cmp.Compare(a.Rank, b.Rank) })
}

// addLoadsByMinutes fills in the betweenness by minutes of tasks and handoffs by ID.
func (t taskGraph) addLoadsByMinutes(b *Bottleneck, lengths []float64, m *measure) {
	vertices, edges, ok := m.centralities(t.graph, lengths)
	if !ok {
		b.Uncounted = append(b.Uncounted, UncountedMinutes)
		return
	}
	for v := range b.Tasks {
		b.Tasks[v].WeightedBetweenness = &vertices[v]
	}
	for i := range b.TaskHandoffs { // none, where an engine computes
		b.TaskHandoffs[i].WeightedBetweenness = &edges[i]
	}
}

// addEstimatedLoads fills in the load of every task, with a betweenness that may
// be off by this much of the normalized value, and of no handoff.
func (t taskGraph) addEstimatedLoads(b *Bottleneck, g *graph.Graph, limit float64) {
	vertices, estimate := sampledCentralities(t.graph, limit)
	if estimate == nil {
		b.Uncounted = append(b.Uncounted, UncountedTasks)
		return
	}
	b.Tasks, b.Estimate = t.tasks(g, vertices), estimate
	sortLoads(b.Tasks)
}

// tasks returns the load of every task, by ID.
func (t taskGraph) tasks(g *graph.Graph, betweenness []Centrality) []TaskLoad {
	tasks := make([]TaskLoad, len(t.ids))
	for v, rank := range ranksOf(betweenness) {
		task, _ := g.TaskIndex(t.ids[v])
		tasks[v] = TaskLoad{
			Rank: rank, Task: t.ids[v], Leads: rules.LeadIDs(g, task),
			In: len(t.graph.Prev(v)), Out: len(t.graph.Next(v)), Betweenness: betweenness[v],
		}
	}
	return tasks
}

func sortLoads(tasks []TaskLoad) {
	slices.SortStableFunc(tasks, func(a, b TaskLoad) int { return cmp.Compare(a.Rank, b.Rank) })
}

// minutes returns the minutes of each handoff, as far as they are known, and as
// lengths when all are and there are any.
func (t taskGraph) minutes(g *graph.Graph) (minutes []*int, lengths []float64) {
	fewest := map[flow.TaskHandoff]int{}
	for _, h := range g.Handoffs() {
		pair := flow.TaskHandoff{From: h.From, To: h.To}
		if known, ok := fewest[pair]; !ok || h.Minutes < known {
			fewest[pair] = h.Minutes // 0, not known, is the fewest
		}
	}
	minutes = make([]*int, len(t.handoffs))
	for i, h := range t.handoffs {
		if m := fewest[h]; m > 0 {
			minutes[i] = &m
			lengths = append(lengths, float64(m))
		}
	}
	if len(lengths) < len(minutes) {
		lengths = nil
	}
	return minutes, lengths
}

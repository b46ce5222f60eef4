package fix

import (
	"cmp"
	"maps"
	"slices"

	"tasuki/graph"
)

// Candidate is an organization that could have a mark, with what speaks for it: of the
// tasks beside the one of the mark, how many it leads or supports. Candidates are ordered
// with the client last, before it who has nothing to do in any of these groups; then by
// Supports, Category, Phase, Flow and Neighbours, the largest first; ties by ID.
type Candidate struct {
	Organization string `json:"organization"`
	Client       bool   `json:"client,omitempty"`
	Supports     bool   `json:"supports,omitempty"` // whether it supports the task of the mark
	Category     int    `json:"category"`           // in the same category
	Phase        int    `json:"phase"`              // in the same phase
	Flow         int    `json:"flow"`               // of the flows that the task belongs to
	Neighbours   int    `json:"neighbours"`         // that hand on to it, or that it hands on to
}

// nothing reports whether an organization has nothing to do near the task.
func (c Candidate) nothing() bool { return !c.Supports && c.Category+c.Phase+c.Flow+c.Neighbours == 0 }

// compare orders candidates.
func (c Candidate) compare(o Candidate) int {
	last := func(a, b bool) int { return map[bool]int{true: 1}[a] - map[bool]int{true: 1}[b] }
	return cmp.Or(last(c.Client, o.Client), last(c.nothing(), o.nothing()), last(o.Supports, c.Supports),
		cmp.Compare(o.Category, c.Category), cmp.Compare(o.Phase, c.Phase), cmp.Compare(o.Flow, c.Flow),
		cmp.Compare(o.Neighbours, c.Neighbours), graph.Compare(c.Organization, o.Organization))
}

// candidates returns what speaks for some organizations in a task, in their order.
func (p *problem) candidates(task int, orgs []int) []Candidate {
	if p.ranked[task] == nil {
		p.ranked[task] = p.ranking(task)
	}
	list := []Candidate{}
	for _, c := range p.ranked[task] {
		if o, _ := p.g.OrganizationIndex(c.Organization); slices.Contains(orgs, o) {
			list = append(list, c)
		}
	}
	return list
}

// ranking returns what speaks for each organization in a task, in their order. It takes
// time in proportion to facts.
func (p *problem) ranking(task int) []Candidate {
	list := []Candidate{}
	for o, org := range p.g.Organizations() {
		list = append(list, Candidate{Organization: org.ID, Client: org.Kind == graph.Client, Supports: slices.Contains(p.today.supports[task], o)})
	}
	here := p.g.Tasks()[task]
	flows, neighbours := p.near(task)
	for t, other := range p.g.Tasks() {
		if t == task {
			continue
		}
		doing := slices.Concat(p.today.leads[t], p.today.supports[t])
		slices.Sort(doing)
		for _, o := range slices.Compact(doing) {
			c := &list[o]
			for _, group := range []struct {
				count *int
				same  bool
			}{
				{&c.Category, here.Category != "" && here.Category == other.Category},
				{&c.Phase, here.Phase != "" && here.Phase == other.Phase},
				{&c.Flow, flows[other.ID]}, {&c.Neighbours, neighbours[other.ID]},
			} {
				if group.same {
					*group.count++
				}
			}
		}
	}
	slices.SortFunc(list, Candidate.compare)
	return list
}

// near returns the tasks of the flows that a task belongs to, and those on the other side of its
// handoffs.
func (p *problem) near(task int) (flows, neighbours map[string]bool) {
	if p.beside == nil {
		p.beside = newBeside(p.g)
	}
	id := p.g.Tasks()[task].ID
	own := p.beside.flows[id]
	if len(own) == 1 {
		return p.beside.tasks[own[0]], p.beside.neighbours[id]
	}
	flows = map[string]bool{}
	for _, f := range own {
		maps.Copy(flows, p.beside.tasks[f])
	}
	return flows, p.beside.neighbours[id]
}

// beside says what is near each task, by its ID.
type beside struct {
	flows      map[string][]int           // positions of those that it belongs to
	tasks      []map[string]bool          // by flow
	neighbours map[string]map[string]bool // on the other side of its handoffs
}

func newBeside(g *graph.Graph) *beside {
	b := &beside{flows: map[string][]int{}, neighbours: map[string]map[string]bool{}}
	add := func(from, to string) {
		if b.neighbours[from] == nil {
			b.neighbours[from] = map[string]bool{}
		}
		b.neighbours[from][to] = true
	}
	join := func(list []graph.Handoff) {
		for _, h := range list {
			add(h.From, h.To)
			add(h.To, h.From)
		}
	}
	join(g.Handoffs())
	for i, f := range g.Flows() {
		b.tasks = append(b.tasks, map[string]bool{})
		for _, id := range graph.FlowTasks(f) {
			b.flows[id] = append(b.flows[id], i)
			b.tasks[i][id] = true
		}
		join(f.Handoffs)
	}
	return b
}

// rank returns organizations in the order of candidates.
func (p *problem) rank(task int, orgs []int) []int {
	ranked := make([]int, 0, len(orgs))
	for _, c := range p.candidates(task, orgs) {
		o, _ := p.g.OrganizationIndex(c.Organization)
		ranked = append(ranked, o)
	}
	return ranked
}

package observe

import (
	"cmp"
	"slices"

	"tasuki/analysis/logpass"
	"tasuki/graph"
	"tasuki/graph/eventlog"
)

// plan is what a dataset declares, in the form in which cases are held to it.
type plan struct {
	g        *graph.Graph
	pairs    logpass.Pairs   // of tasks that a handoff is declared between
	declared [][]Declaration // by pair
	branches []branch        // of all flows, each set of alternatives once for its task
	out      [][]int32       // task -> branches that leave it
	leads    [][]arrival     // task -> what can lead to it, by pair
	marks    map[[2]int]mark // task and organization
	anybody  map[int]bool    // tasks with a mark that may be anybody's
	flows    []*process      // by ID
	flowsOf  [][]int32       // task -> flows
}

// branch is a set of tasks of which one takes over what a task hands on.
type branch struct {
	from   int
	needed bool // a flow needs it, and says so
}

// arrival is a handoff of a branch.
type arrival struct {
	branch, pair int32
}

func newPlan(g *graph.Graph, m *eventlog.Map) *plan {
	n := len(g.Tasks())
	p := &plan{g: g, out: make([][]int32, n), leads: make([][]arrival, n), flowsOf: make([][]int32, n)}
	known, gates := map[string]int32{}, hide(g, m)
	for _, f := range g.Flows() {
		for _, h := range f.Handoffs {
			if !gates.gates[h.From] && !gates.gates[h.To] {
				p.declare(f.ID, h, false)
			}
		}
		forks := graph.Forks(f)
		gates.enter(forks)
		for _, k := range forks {
			if gates.gates[k.Task] {
				continue
			}
			for _, b := range k.Branches {
				needed := k.Declared() && !b.Optional && !slices.Contains(f.Goal, k.Task)
				for _, targets := range alternatives(k, b) {
					for _, s := range gates.pass(k.Task, set{targets, needed}) {
						p.past(f.ID, k.Task, b, s.tasks)
						p.branch(known, k.Task, s.tasks, s.needed)
					}
				}
			}
		}
	}
	for _, h := range g.Dataset().Handoffs {
		p.declare("", h, false)
		p.branch(known, h.From, []string{h.To}, false)
	}
	for _, list := range p.leads {
		slices.SortFunc(list, func(a, b arrival) int { return cmp.Or(cmp.Compare(a.pair, b.pair), cmp.Compare(a.branch, b.branch)) })
	}
	p.marks, p.anybody = marksOf(g)
	for i, f := range g.Flows() {
		x := newProcess(g, f)
		p.flows = append(p.flows, x)
		for _, t := range x.Index {
			p.flowsOf[t] = append(p.flowsOf[t], int32(i))
		}
	}
	return p
}

// alternatives returns the sets of tasks of which one takes over. Where nothing is said of a
// fork, each of its tasks may: nothing says that one stands for another.
func alternatives(k graph.Fork, b graph.Branch) [][]string {
	if k.Declared() {
		return [][]string{b.Next()}
	}
	var sets [][]string
	for _, to := range b.Next() {
		sets = append(sets, []string{to})
	}
	return sets
}

func (p *plan) task(id string) int {
	i, _ := p.g.TaskIndex(id)
	return i
}

// past declares the pairs of a task and those that a branch leads to past gateways.
func (p *plan) past(flow, from string, b graph.Branch, targets []string) {
	for _, to := range targets {
		if !slices.ContainsFunc(b.Handoffs, func(h graph.Handoff) bool { return h.To == to }) {
			p.declare(flow, graph.Handoff{From: from, To: to, Branch: b.Name, Kind: b.Handoffs[0].Kind, Optional: b.Optional}, true)
		}
	}
}

func (p *plan) declare(flow string, h graph.Handoff, past bool) {
	i, isNew := p.pairs.Index(uint32(p.task(h.From)), uint32(p.task(h.To)))
	if isNew {
		p.declared = append(p.declared, nil)
	}
	d := Declaration{Flow: flow, Branch: h.Branch, Kind: h.Kind, Optional: h.Optional, PastGateway: past}
	if past && slices.Contains(p.declared[i], d) {
		return
	}
	if h.Minutes > 0 {
		d.Minutes = &h.Minutes
	}
	p.declared[i] = append(p.declared[i], d)
}

// branch adds a set of alternatives. The same set in two flows is one, because a log does
// not tell flows apart.
func (p *plan) branch(known map[string]int32, id string, targets []string, needed bool) {
	key := id
	for _, to := range targets {
		key += "\x00" + to
	}
	i, ok := known[key]
	from := p.task(id)
	if !ok {
		i = int32(len(p.branches))
		known[key] = i
		p.branches = append(p.branches, branch{from: from})
		p.out[from] = append(p.out[from], i)
		for _, to := range targets {
			t := p.task(to)
			pair := p.pairs.Find(uint32(from), uint32(t))
			p.leads[t] = append(p.leads[t], arrival{i, int32(pair)})
		}
	}
	p.branches[i].needed = p.branches[i].needed || needed
}

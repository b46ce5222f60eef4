package observe

import (
	"slices"

	"tasuki/analysis/flow"
	"tasuki/graph"
)

// process is a flow to which cases are held.
type process struct {
	flow.Graph
	vertex   map[int]int     // task -> vertex
	branches [][]flow.Branch // none of a goal: work ends there
	before   [][]int         // vertex -> those that hand on to it, goals apart
	past     [][]int         // the same, with those before gateways that hand on to it
	start    []bool
	goal     []bool
	gates    []int // vertices of gateways, which no log names
}

func newProcess(g *graph.Graph, f graph.Flow) *process {
	p := &process{Graph: flow.New(g, f), vertex: map[int]int{}}
	n := len(p.Tasks)
	p.branches, p.before, p.start, p.goal = p.Branches(), make([][]int, n), make([]bool, n), make([]bool, n)
	for v, task := range p.Index {
		p.vertex[task] = v
		if g.Tasks()[task].Kind == graph.Gateway {
			p.gates = append(p.gates, v)
		}
	}
	for _, v := range p.Starts {
		p.start[v] = true
	}
	for _, v := range p.Goals {
		p.goal[v] = true
		p.branches[v] = nil
	}
	for v, list := range p.branches {
		for _, b := range list {
			for _, w := range b.Next {
				if !slices.Contains(p.before[w], v) {
					p.before[w] = append(p.before[w], v)
				}
			}
		}
	}
	p.past = p.before
	if len(p.gates) > 0 {
		p.past = make([][]int, n)
		for v := range p.past {
			p.past[v] = p.pastGates(v)
		}
	}
	return p
}

// verdict is what a sequence of tasks is to a flow.
type verdict struct {
	started, reached, explained, looped, unfinished bool
	deviations                                      []deviation // each once
}

// deviation is one of a flow, by vertices; -1: none.
type deviation struct {
	kind     int8 // its place in [DeviationKinds]
	from, to int32
	branch   string
}

// The kinds of deviation by their place in [DeviationKinds].
const (
	notStarted = iota
	missing
	outOfOrder
	extra
	repeated
	both
)

// run is a sequence of vertices that is held to a process: rounds that went back by
// declared handoffs are taken out first, so that each vertex is left at most once.
type run struct {
	*process
	verdict
	left []int              // vertices, in their order
	at   []int              // vertex -> place in left, or -1
	met  map[deviation]bool // what deviations hold
}

// judge holds a sequence of vertices, which is not empty, to a process. A case is explained
// when the rounds of work that went back are taken out and then some solution fits: it
// reaches just the tasks that are left, optional branches included, and each of its handoffs
// leads forward. It takes time O(l (n + m)) for a sequence of length l and a flow of n tasks
// and m handoffs, and that only for what is new.
func (p *process) judge(sequence []int) verdict {
	r := &run{process: p, at: make([]int, len(p.Tasks))}
	for i := range r.at {
		r.at[i] = -1
	}
	for i, v := range sequence {
		r.started = r.started || p.start[v]
		r.reached = r.reached || p.goal[v]
		if r.at[v] >= 0 && !r.back(v) {
			r.add(repeated, sequence[i-1], "", v)
			continue
		}
		r.at[v] = len(r.left)
		r.left = append(r.left, v)
	}
	if r.started {
		r.pass()
		r.check()
	}
	r.explained = r.started && len(r.deviations) == 0
	r.looped = r.looped && r.explained
	r.unfinished = r.started && !r.explained && !r.reached && !slices.ContainsFunc(r.deviations, func(d deviation) bool { return d.kind != missing })
	return r.verdict
}

func (r *run) add(kind int8, from int, branch string, to int) {
	d := deviation{kind, int32(from), int32(to), branch}
	if r.met[d] {
		return
	}
	if r.met == nil {
		r.met = map[deviation]bool{}
	}
	r.met[d] = true
	r.deviations = append(r.deviations, d)
}

// back takes out what rests on the earlier event of a vertex, and reports whether work came
// back from there by declared handoffs. An event rests on another when it is that one, or a
// task that hands on to it has an earlier event that does.
func (r *run) back(v int) bool {
	first := r.at[v]
	rests := make([]bool, len(r.left))
	rests[first] = true
	rest := func(w int, end int) bool {
		return slices.ContainsFunc(r.past[w], func(u int) bool { i := r.at[u]; return i >= first && i < end && rests[i] })
	}
	for i := first + 1; i < len(r.left); i++ {
		rests[i] = rest(r.left[i], i)
	}
	if !rest(v, len(r.left)) {
		return false
	}
	r.looped = true
	kept := r.left[:first]
	for i := first; i < len(rests); i++ {
		if w := r.left[i]; rests[i] {
			r.at[w] = -1
		} else {
			r.at[w] = len(kept)
			kept = append(kept, w)
		}
	}
	r.left = kept
	return true
}

// later calls f with the vertices of a branch of u that stand behind u.
func (r *run) later(u int, b flow.Branch, f func(w int)) {
	for _, w := range b.Next {
		if r.at[w] > r.at[u] {
			f(w)
		}
	}
}

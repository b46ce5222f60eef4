package bpmn

import (
	"cmp"
	"slices"
	"strings"

	"tasuki/graph"
	"tasuki/graph/modelid"
	"tasuki/graph/said"
)

// flow is a procedure: processes that messages join.
type flow struct {
	processes []*process
	nodes     []*node
	from      map[*node][]int // handoffs that leave a node
	at        map[ends]int    // where a handoff stands in handoffs
	names     map[*node]*names
	handoffs  []handoff
	start     []*node
	goal      []*node
}

// ends are what two handoffs have in common that are one.
type ends struct {
	from, to *node
	kind     graph.HandoffKind
}

// handoff is a handoff before its ends have IDs.
type handoff struct {
	graph.Handoff
	from, to *node
	message  bool
	outside  bool // it leaves a task that no start of the flow leads to
}

// handoffs adds flows: one for the processes that messages join, since work that waits for
// an answer is only done when the other pool does its part.
func (m *model) handoffs(d *graph.Dataset, forms map[*node]form, taken func(string) bool) {
	flows := m.joined()
	for _, n := range m.nodes {
		if form, there := forms[n]; there {
			n.process.flow.add(n, form, m)
		}
	}
	m.answers()
	for _, msg := range m.messages {
		msg.from.process.flow.send(msg, m)
	}
	ids := modelid.New(taken)
	for _, f := range flows {
		ids.Count(f.called())
	}
	for _, f := range flows {
		if !f.rest() {
			f.ends()
			f.mend(m)
		}
		list := make([]graph.Handoff, 0, len(f.handoffs))
		for _, h := range f.handoffs {
			h.From, h.To = h.from.task, h.to.task
			if h.outside {
				d.Handoffs = append(d.Handoffs, h.Handoff)
				continue
			}
			list = append(list, h.Handoff)
		}
		switch {
		case len(list) == 0:
		case f.rest():
			d.Handoffs = append(d.Handoffs, list...)
		case len(f.start) == 0 || len(f.goal) == 0:
			m.account.note(said.Notef("flows: what %s does in %s neither starts nor ends, so its handoffs belong to no flow", f.called(), m.file))
			d.Handoffs = append(d.Handoffs, list...)
		default:
			flow := graph.Flow{ID: ids.Give(f.own(), cmp.Or(f.called(), called["process"].EN), ""), Name: f.label(), Start: tasks(f.start), Goal: tasks(f.goal), Handoffs: list}
			d.Flows = append(d.Flows, flow)
		}
	}
}

func tasks(list []*node) []string {
	ids := make([]string, len(list))
	for i, n := range list {
		ids[i] = n.task
	}
	return unique(ids)
}

// joined returns the flows: the groups of processes that messages join, in the order of the
// file. It takes time in proportion to processes and messages, but for logarithms.
func (m *model) joined() []*flow {
	all := append(slices.Clone(m.processes), m.opaque...)
	parent := map[*process]*process{}
	top := func(p *process) *process {
		for parent[p] != nil {
			if next := parent[parent[p]]; next != nil {
				parent[p] = next
			}
			p = parent[p]
		}
		return p
	}
	for _, msg := range m.messages {
		if a, b := top(msg.from.process), top(msg.to.process); a != b {
			parent[b] = a
		}
	}
	var flows []*flow
	for _, p := range all {
		first := top(p)
		if first.flow == nil {
			first.flow = &flow{from: map[*node][]int{}, at: map[ends]int{}}
			flows = append(flows, first.flow)
		}
		p.flow = first.flow
		p.flow.processes = append(p.flow.processes, p)
	}
	for _, n := range m.nodes {
		n.process.flow.nodes = append(n.process.flow.nodes, n)
	}
	return flows
}

// called returns the names of the pools of a flow, or of its processes.
func (f *flow) called() string {
	var names []string
	for _, p := range f.processes {
		name := p.name
		if p.pool != nil && (len(f.processes) > 1 || name == "") {
			name = p.pool.called()
		}
		if name != "" {
			names = append(names, name)
		}
	}
	names = unique(names)
	if len(names) > 3 {
		names = append(names[:3], "…")
	}
	return said.Cut(strings.Join(names, " + "), 300)
}

func (f *flow) label() graph.Name {
	if e := f.processes[0].el; e != nil && len(f.processes) == 1 {
		if ja, en := e.In(spaceOwn, "name-ja"), e.In(spaceOwn, "name-en"); ja+en != "" {
			return graph.Name{JA: ja, EN: en}
		}
	}
	return named(f.called(), "process")
}

// own returns the ID that the writer has noted.
func (f *flow) own() string {
	if e := f.processes[0].el; e != nil && len(f.processes) == 1 {
		return e.In(spaceOwn, "id")
	}
	return ""
}

// rest reports whether the writer has drawn there what belongs to no flow.
func (f *flow) rest() bool {
	e := f.processes[0].el
	return e != nil && e.In(spaceOwn, "rest") == "true"
}

// add adds what leaves a node by sequence.
func (f *flow) add(n *node, list form, m *model) {
	used := map[string]bool{}
	for _, b := range list {
		name := ""
		if len(list) > 1 || len(b.ways) > 1 {
			name = b.called()
			for used[name] {
				name += "'"
			}
			used[name] = true
		}
		for _, w := range b.ways {
			h := handoff{from: n, to: w.to}
			h.Handoff = graph.Handoff{Kind: w.kind, Branch: name, When: w.when, Optional: b.optional, Source: graph.Source{File: m.file, Line: w.line}}
			f.put(h)
		}
	}
	for _, e := range n.out {
		if e.to == n && e.el != nil {
			m.account.leave(e.el, noItself)
		}
	}
}

// called returns the name of a branch: of the gateway that it comes from, or of where it
// leads.
func (b branch) called() string {
	if b.by != nil && !b.by.made {
		return said.Cut(b.by.word(), modelid.Max)
	}
	return b.ways[0].to.task
}

// put adds a handoff, or to one that is there, what it says besides.
func (f *flow) put(h handoff) {
	where := ends{h.from, h.to, h.Kind}
	if i, there := f.at[where]; there {
		other := &f.handoffs[i]
		other.When = either(other.When, h.When)
		if !h.Artifact.IsZero() && other.Artifact != h.Artifact {
			other.Artifact = joined(other.Artifact, h.Artifact, " / ")
		}
		return
	}
	f.at[where] = len(f.handoffs)
	f.from[h.from] = append(f.from[h.from], len(f.handoffs))
	f.handoffs = append(f.handoffs, h)
}

// ends finds starts and goals: what nothing leads to, or a pool that shows no work and that
// nothing but an answer leads to, and what hands nothing on. A start that a message sets off is none, where there is another.
func (f *flow) ends() {
	into := map[*node]bool{}
	for _, h := range f.handoffs {
		into[h.to] = into[h.to] || h.Kind != graph.Report || !h.message || h.to.kind != "participant"
	}
	var set []*node
	noted := slices.ContainsFunc(f.nodes, func(n *node) bool { return n.starts || n.goal })
	for _, n := range f.nodes {
		if noted {
			if n.starts {
				f.start = append(f.start, n)
			}
			if n.goal {
				f.goal = append(f.goal, n)
			}
			continue
		}
		switch {
		case n.task == "":
		case len(f.from[n]) == 0 && into[n] && !n.undoes():
			f.goal = append(f.goal, n)
		case len(f.from[n]) == 0:
		case !into[n] && n.host == nil && !n.apart() && !n.undoes() && !n.listening():
			f.start = append(f.start, n)
		case n.kind == "startEvent" && n.within == nil:
			set = append(set, n)
		}
	}
	if len(f.start) == 0 {
		f.start = set
	}
}

// listening reports whether the node stands in a sub-process that an event starts.
func (n *node) listening() bool {
	for w := n.within; w != nil; w = w.within {
		if w.apart() {
			return true
		}
	}
	return false
}

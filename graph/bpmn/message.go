package bpmn

import (
	"fmt"
	"slices"
	"strings"

	"tasuki/graph"
)

// maxAnswers bounds the work that is done to tell reports from requests.
const maxAnswers = 20_000_000

// send adds a message: a branch that is needed, as is whatever else leaves its node. What a
// pool sends of which no work is shown are alternatives.
func (f *flow) send(msg *message, m *model) {
	if msg.from == msg.to {
		m.account.leave(msg.el, noItself)
		return
	}
	name := msg.name
	if name == "" {
		name = msg.to.task
	}
	if msg.from.kind == "participant" {
		name = msg.from.task
	}
	name = f.unused(msg.from, name)
	if len(f.from[msg.from]) == 0 && msg.from.kind != "participant" {
		name = ""
	}
	kind := graph.Request
	if msg.report {
		kind = graph.Report
	}
	h := handoff{from: msg.from, to: msg.to, message: true}
	h.Handoff = graph.Handoff{Kind: kind, Branch: name, Artifact: graph.Text(msg.name), Source: m.source(msg.el)}
	if msg.name == "" {
		h.Artifact = graph.Name{}
	}
	f.put(h)
}

// names are the names of the branches of a node that no message may have.
type names struct {
	seen int // of the handoffs that leave the node
	used map[string]bool
	next map[string]int // by a name: how often it was met
}

// mostMarks is how many marks tell names apart, before numbers do.
const mostMarks = 3

// unused returns a name for a branch of a node that no other has, but that messages which
// a pool sends of which no work is shown share theirs. It takes constant time on average.
func (f *flow) unused(n *node, name string) string {
	if f.names == nil {
		f.names = map[*node]*names{}
	}
	of := f.names[n]
	if of == nil {
		of = &names{used: map[string]bool{}, next: map[string]int{}}
		f.names[n] = of
	}
	for ; of.seen < len(f.from[n]); of.seen++ {
		if h := f.handoffs[f.from[n][of.seen]]; n.kind != "participant" || !h.message {
			of.used[h.Branch] = true
		}
	}
	first := name
	for of.used[name] {
		of.next[first]++
		if k := of.next[first]; k <= mostMarks {
			name = first + strings.Repeat("'", k)
		} else {
			name = fmt.Sprintf("%s %d", first, k+1)
		}
	}
	return name
}

// ranks returns the order in which messages may first be sent: by how many steps lead to
// their senders from where work starts, then by the file.
func (m *model) ranks() map[*message]int {
	sent, told := map[*node][]*node{}, map[*node]bool{}
	for _, msg := range m.messages {
		sent[msg.from], told[msg.to] = append(sent[msg.from], msg.to), true
	}
	depth := map[*node]int{}
	var queue []*node
	spread := func(all bool) {
		for _, n := range m.nodes {
			if n.incoming == 0 && n.host == nil && depth[n] == 0 && (all || !told[n]) {
				depth[n], queue = 1, append(queue, n)
			}
		}
		for ; len(queue) > 0; queue = queue[1:] {
			n := queue[0]
			next := slices.Concat(sent[n], n.boundary)
			for _, e := range n.out {
				next = append(next, e.to)
			}
			for _, to := range next {
				if depth[to] == 0 {
					depth[to], queue = depth[n]+1, append(queue, to)
				}
			}
		}
	}
	spread(false)
	spread(true)
	order := slices.Clone(m.messages)
	slices.SortStableFunc(order, func(a, b *message) int { return depth[a.from] - depth[b.from] })
	rank := map[*message]int{}
	for i, msg := range order {
		rank[msg] = i
	}
	return rank
}

// answers tells reports from requests: a message is a report when its sender has heard from
// the pool it goes to before, by a message from which its sequence leads to this one; where
// no work of the sender is shown, when the pool it goes to has sent one before. Of two that may
// answer each other the one that may be sent first is the request. It takes time
// proportional to the messages times the flows, at most maxAnswers steps; beyond these all
// are requests.
func (m *model) answers() {
	steps := 0
	heard := map[*node][]*message{} // by where they come in
	for _, msg := range m.messages {
		heard[msg.to] = append(heard[msg.to], msg)
	}
	before := map[*node][]*edge{}
	for _, n := range m.nodes {
		for _, e := range n.out {
			before[e.to] = append(before[e.to], e)
		}
		for _, b := range n.boundary {
			before[b] = append(before[b], &edge{from: n, to: b})
		}
	}
	rank := m.ranks()
	for _, msg := range m.messages {
		back := func(n *node, found func(*node) bool) bool {
			seen := map[*node]bool{n: true}
			for queue := []*node{n}; len(queue) > 0 && steps < maxAnswers; queue = queue[1:] {
				steps++
				if found(queue[0]) {
					return true
				}
				for _, e := range before[queue[0]] {
					if steps++; !seen[e.from] {
						seen[e.from] = true
						queue = append(queue, e.from)
					}
				}
			}
			return false
		}
		if msg.from.kind == "participant" { // has the other pool asked before?
			asked := map[*node]bool{}
			for _, q := range heard[msg.from] {
				if rank[q] < rank[msg] {
					asked[q.from] = true
				}
			}
			msg.report = len(asked) > 0 && back(msg.to, func(n *node) bool { return asked[n] })
			continue
		}
		msg.report = back(msg.from, func(n *node) bool {
			for _, q := range heard[n] {
				if rank[q] < rank[msg] && q.from.process == msg.to.process {
					return true
				}
			}
			return false
		})
	}
}

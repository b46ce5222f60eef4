package bpmn

import (
	"cmp"
	"slices"

	"tasuki/graph"
)

// A form is what leaves a node once gateways are gone: each of its branches is needed, but
// for optional ones, and of each branch one alternative.
type form []branch

type branch struct {
	by       *node // the gateway that it comes from; nil: none
	optional bool
	ways     []way
}

// way leads to a node that stays, by the elements of the file that say so.
type way struct {
	to   *node
	when condition
	kind graph.HandoffKind
	line int
}

const (
	maxWays   = 64 // that one gateway is worth without staying
	maxPasses = 20 // over all gateways
)

// forms returns what leaves each node that stays. A gateway stays, as a task that nobody
// leads, where its branches cannot be said by one level: alternatives of which one is in
// several branches, the same task in two branches, gateways in a circle, one through which
// a task leads back to itself, and more than maxWays ways. Deciding that one stays makes
// others simpler, so it is looked at again until nothing changes, at most maxPasses times,
// after which all stay. A pass takes time in proportion to the flows, times maxWays.
func (m *model) forms() map[*node]form {
	for pass := 0; ; pass++ {
		f := &former{memo: map[*node]form{}, open: map[*node]bool{}}
		all := map[*node]form{}
		total := 0
		for _, n := range m.nodes {
			if !n.isGateway() || n.stays || n.mustStay() {
				n.stays = n.stays || n.isGateway()
				all[n] = f.leaving(n)
				for _, b := range all[n] {
					total += len(b.ways)
				}
			}
		}
		if most := 4*len(m.flows) + 1000; total > most && !f.changed {
			f.changed = m.keepBusy()
		}
		if !f.changed {
			return all
		}
		if pass == maxPasses {
			for _, n := range m.nodes {
				n.stays = n.stays || n.isGateway()
			}
		}
	}
}

// mustStay reports whether work begins or ends at a gateway, or messages do.
func (n *node) mustStay() bool {
	return n.spoken || !n.made && (len(n.out) == 0 || n.incoming == 0)
}

// keepBusy keeps the gateways that several ways lead to and from.
func (m *model) keepBusy() (changed bool) {
	for _, n := range m.nodes {
		if n.isGateway() && !n.stays && n.incoming > 1 {
			n.stays, changed = true, true
		}
	}
	return changed
}

// former resolves gateways, each once.
type former struct {
	memo    map[*node]form
	open    map[*node]bool
	changed bool // a gateway was found that has to stay
}

func (f *former) keep(n *node) {
	if n.isGateway() && !n.stays {
		n.stays, f.changed = true, true
	}
}

// at returns what an edge leads to.
func (f *former) at(e *edge) form {
	n := e.to
	line := n.line
	if e.el != nil {
		line = e.el.Line
	}
	kind := graph.Sequence
	if e.el != nil {
		kind = graph.HandoffKind(cmp.Or(e.el.In(spaceOwn, "kind"), string(kind)))
	}
	alone := form{{ways: []way{{to: n, when: e.when, kind: kind, line: line}}}}
	if !n.isGateway() || n.stays {
		return alone
	}
	if f.open[n] {
		f.keep(n)
		return alone
	}
	inner, known := f.memo[n]
	if !known {
		f.open[n] = true
		inner = f.combine(n.out, !n.splits(), n)
		delete(f.open, n)
		f.memo[n] = inner
	}
	if n.stays {
		return alone
	}
	return inner.behind(e, line)
}

// behind returns a form with what an edge adds to it.
func (f form) behind(e *edge, line int) form {
	list := make(form, len(f))
	for i, b := range f {
		list[i] = branch{by: b.by, optional: b.optional || e.optional, ways: slices.Clone(b.ways)}
		for j := range list[i].ways {
			w := &list[i].ways[j]
			w.when, w.line = both(e.when, w.when), line
		}
	}
	return list
}

// splits reports whether all that leaves a gateway is done, not one of it.
func (n *node) splits() bool { return n.kind == "parallelGateway" }

// combine returns what several edges lead to: as alternatives, or all of them.
func (f *former) combine(edges []*edge, alternatives bool, n *node) form {
	if len(edges) == 0 {
		return nil
	}
	if len(edges) == 1 {
		return f.at(edges[0])
	}
	if alternatives {
		return form{f.any(edges, n)}
	}
	return f.all(edges)
}

// any returns the branch of which edges are the alternatives.
func (f *former) any(edges []*edge, n *node) branch {
	b := branch{by: n}
	type end struct {
		to   *node
		kind graph.HandoffKind
	}
	where := map[end]int{}
	for _, e := range edges {
		inner := f.at(e)
		if len(inner) != 1 || inner[0].optional || len(inner[0].ways)+len(b.ways) > maxWays && len(inner[0].ways) > 1 {
			f.keep(e.to)
			inner = f.at(e)
		}
		for _, in := range inner {
			for _, w := range in.ways {
				if n != nil && n.kind == "eventBasedGateway" && w.when.IsZero() {
					w.when = stated(w.to.name)
				}
				if i, twice := where[end{w.to, w.kind}]; twice {
					b.ways[i].when = either(b.ways[i].when, w.when)
					continue
				}
				where[end{w.to, w.kind}] = len(b.ways)
				b.ways = append(b.ways, w)
			}
		}
	}
	return b
}

// all returns the branches of edges that must all be followed.
func (f *former) all(edges []*edge) form {
	var list form
	alone := map[*node]bool{} // in a branch with nothing else
	among := map[*node]bool{} // in a branch of alternatives
	ways := 0
	for _, e := range edges {
		inner := f.at(e)
		n := 0
		for _, b := range inner {
			n += len(b.ways)
		}
		if ways += n; ways > maxWays && n > 1 || clash(inner, alone, among) {
			f.keep(e.to)
			inner = f.at(e)
		}
		for _, b := range inner {
			b.optional = b.optional || e.optional
			if len(b.ways) == 1 && alone[b.ways[0].to] && !b.optional {
				continue
			}
			seen := among
			if len(b.ways) == 1 {
				seen = alone
			}
			for _, w := range b.ways {
				seen[w.to] = true
			}
			list = append(list, b)
		}
	}
	return list
}

// clash reports whether a branch has a task that another has, too, where they are not the
// same.
func clash(f form, alone, among map[*node]bool) bool {
	for _, b := range f {
		for _, w := range b.ways {
			if among[w.to] || alone[w.to] && len(b.ways) > 1 {
				return true
			}
		}
	}
	return false
}

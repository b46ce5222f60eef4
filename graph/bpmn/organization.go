package bpmn

import (
	"cmp"

	"tasuki/graph"
	"tasuki/graph/modelid"
)

// organizations returns the pools and lanes. A lane without a name, and one that is alone in
// its pool and called like it, is what it stands in.
func (m *model) organizations(taken func(string) bool) []graph.Organization {
	ids := modelid.New(taken)
	for _, p := range m.pools {
		if !p.frame() {
			ids.Count(p.called())
		}
	}
	for _, l := range m.lanes {
		if !l.isPool() {
			ids.Count(l.name)
		}
	}
	var list []graph.Organization
	for _, p := range m.pools {
		if p.frame() {
			continue
		}
		name := p.called()
		p.org = ids.Give(p.el.In(spaceOwn, "id"), cmp.Or(name, called["participant"].EN), "")
		list = append(list, graph.Organization{ID: p.org, Name: named(name, "participant")})
	}
	for _, l := range m.lanes { // the outer ones first
		parent := ""
		switch {
		case l.within != nil:
			parent = l.within.org
		case l.process.pool != nil:
			parent = l.process.pool.org
		}
		if l.isPool() {
			if l.org = parent; parent == "" {
				m.account.leave(l.el, noName)
			}
			continue
		}
		if own := l.el.In(spaceOwn, "id"); own != "" && ids.Used(own) { // drawn in several pools
			l.org = own
			continue
		}
		l.org = ids.Give(l.el.In(spaceOwn, "id"), l.name, parent)
		list = append(list, graph.Organization{ID: l.org, Name: l.label(), Parent: parent})
	}
	return list
}

func named(name, kind string) graph.Name {
	if name == "" {
		return called[kind]
	}
	return graph.Text(name)
}

// called returns the name of a pool, or that of its process.
func (p *pool) called() string {
	if p.name == "" && p.process != nil {
		return p.process.name
	}
	return p.name
}

// frame reports whether a pool is no party, but what the writer has drawn around a flow.
func (p *pool) frame() bool { return p.el.In(spaceOwn, "frame") == "true" }

func (l *lane) label() graph.Name {
	if ja, en := l.el.In(spaceOwn, "name-ja"), l.el.In(spaceOwn, "name-en"); ja+en != "" {
		return graph.Name{JA: ja, EN: en}
	}
	return graph.Text(l.name)
}

// isPool reports whether a lane is no party of its own.
func (l *lane) isPool() bool {
	if l.name == "" || l.el.In(spaceOwn, "id") != "" {
		return l.el.In(spaceOwn, "id") == ""
	}
	return l.within == nil && len(l.process.lanes) == 1 && len(l.inner) == 0 && l.process.pool != nil && l.process.pool.called() == l.name
}

// leads returns who performs what a node is: the lanes that it stands in, or those of what
// it is attached to or stands in, or the pool; nobody for a gateway.
func (n *node) leads() []string {
	if n.isGateway() {
		return nil
	}
	var list []string
	for at := n; at != nil; at = cmp.Or(at.host, at.within) {
		for _, l := range at.lanes {
			if l.org != "" {
				list = append(list, l.org)
			}
		}
		if len(list) > 0 {
			return unique(list)
		}
	}
	if n.process != nil && n.process.pool != nil && !n.process.pool.frame() {
		return []string{n.process.pool.org}
	}
	return nil
}

func unique(list []string) []string {
	var kept []string
	seen := map[string]bool{}
	for _, s := range list {
		if !seen[s] {
			kept, seen[s] = append(kept, s), true
		}
	}
	return kept
}

package archimate

import (
	"tasuki/graph"
	"tasuki/graph/modelid"
)

// maxPairs bounds the handoffs that one relation into a junction stands for.
const maxPairs = 1000

// handoffs adds what triggering and flow say between tasks, through junctions. What they
// join is a flow, where it starts and ends.
func (m *model) handoffs(d *graph.Dataset, id map[*item]string, taken func(string) bool) {
	next := map[*item][]*item{} // relations, by their source
	for _, r := range m.items {
		if r.relation && (r.kind == "Triggering" || r.kind == "Flow") {
			next[m.byID[r.source]] = append(next[m.byID[r.source]], r)
		}
	}
	at := map[[3]string]bool{}
	var list []graph.Handoff
	for _, t := range m.items {
		if t.relation || !work[t.kind] {
			continue
		}
		for _, r := range next[t] {
			h := graph.Handoff{From: id[t], Kind: graph.Sequence, Artifact: r.name, Source: graph.Source{File: m.file, Line: r.line}}
			if r.kind == "Flow" {
				h.Kind = graph.Delivery
			}
			m.follow(r, h, next, id, map[*item]bool{}, func(h graph.Handoff) bool {
				key := [3]string{h.From, h.To, string(h.Kind)}
				if at[key] {
					return false
				}
				at[key] = true
				list = append(list, h)
				return true
			})
		}
	}
	m.flows(d, list, taken)
}

// follow hands over what a relation stands for: its target, or what its junction leads to.
func (m *model) follow(r *item, h graph.Handoff, next map[*item][]*item, id map[*item]string, seen map[*item]bool, add func(graph.Handoff) bool) {
	to := m.byID[r.target]
	switch {
	case junctions[to.kind] && !seen[to] && len(seen) < maxPairs:
		seen[to], r.mapped, to.mapped = true, true, true
		for _, out := range next[to] {
			branched := h
			if len(next[to]) > 1 && h.Branch == "" {
				branched.Branch = to.id
				if to.and {
					branched.Branch = to.id + " " + out.id
				}
			}
			if branched.When.IsZero() {
				branched.When = out.name
			}
			m.follow(out, branched, next, id, seen, add)
		}
	case junctions[to.kind]:
		r.left = noPairs.String()
	case !work[to.kind]:
	case id[to] == h.From:
		r.left = noItself.String()
	default:
		h.To = id[to]
		if add(h) {
			r.mapped = true
		} else if !r.mapped {
			r.left = noTwice.String()
		}
	}
}

// flows makes a flow of each group of tasks that handoffs join, where it starts at tasks
// that nothing leads to and comes to others that lead nowhere. Handoffs of other groups
// belong to no flow.
func (m *model) flows(d *graph.Dataset, list []graph.Handoff, taken func(string) bool) {
	top := map[string]string{}
	find := func(id string) string {
		for top[id] != "" && top[id] != id {
			if up := top[top[id]]; up != "" {
				top[id] = up
			}
			id = top[id]
		}
		return id
	}
	in, out := map[string]bool{}, map[string]bool{}
	for _, h := range list {
		in[h.To], out[h.From] = true, true
		if a, b := find(h.From), find(h.To); a != b {
			top[b] = a
		}
	}
	flows, order := map[string]*graph.Flow{}, []string(nil)
	names := modelid.New(taken)
	for _, t := range d.Tasks {
		if !in[t.ID] && !out[t.ID] {
			continue
		}
		key := find(t.ID)
		f := flows[key]
		if f == nil {
			f = &graph.Flow{Name: t.Name}
			flows[key], order = f, append(order, key)
		}
		if !in[t.ID] {
			if len(f.Start) == 0 {
				f.Name = t.Name
			}
			f.Start = append(f.Start, t.ID)
		}
		if !out[t.ID] {
			f.Goal = append(f.Goal, t.ID)
		}
	}
	for _, h := range list {
		f := flows[find(h.From)]
		f.Handoffs = append(f.Handoffs, h)
	}
	for _, key := range order {
		names.Count(flows[key].Name.In(graph.English))
	}
	for _, key := range order {
		f := flows[key]
		f.ID = names.Give("", f.Name.In(graph.English), "")
		if len(f.Start) == 0 || len(f.Goal) == 0 || graph.Splits(*f) && !sound(*f) {
			d.Handoffs = append(d.Handoffs, f.Handoffs...)
			continue
		}
		d.Flows = append(d.Flows, *f)
	}
}

// sound reports whether every needed branch of a flow comes to a goal.
func sound(f graph.Flow) bool {
	d := graph.Dataset{Flows: []graph.Flow{f}}
	for _, id := range graph.FlowTasks(f) {
		d.Tasks = append(d.Tasks, graph.Task{ID: id, Name: graph.Text("-")})
	}
	_, err := graph.New(d)
	return err == nil
}

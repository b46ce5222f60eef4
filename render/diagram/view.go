package diagram

import (
	"maps"
	"slices"
	"strconv"

	"tasuki/graph"
	"tasuki/graph/said"
	"tasuki/render/messages"
	"tasuki/render/messages/catalogue"
)

// View says which part of a diagram of boxes and arrows is drawn. The zero View
// is all of it.
type View struct {
	Focus string   // the ID of an organization or task; "" for none
	Depth int      // how many arrows away from the focus, in either direction, a box may stand
	Hide  []string // the IDs of organizations
}

// Of returns the part of d. Arrows between what is drawn stay; where a way leads
// from one box to another through hidden ones only, and no arrow joins the two,
// a dashed arrow takes its place and says how many hidden ones the shortest such
// way passes. So whoever can be reached in d can be reached in the part. A note
// counts what is hidden. A task is hidden with the last of its leads that is
// shown; the focus of a map may be a task, and then is its leads.
//
// It fails when g knows no such organization or task, when the focus is not in d
// or hidden, and when nothing is left. It takes time O(boxes x arrows).
func (v View) Of(g *graph.Graph, d Diagram) (Diagram, error) {
	if v.Focus == "" && len(v.Hide) == 0 {
		return d, nil
	}
	for _, id := range v.Hide {
		if _, ok := g.OrganizationIndex(id); !ok {
			return d, said.Errorf("hiding %q: no organization is called so", id)
		}
	}
	b := boxesOf(d)
	focus, err := v.focus(g, d, b)
	if err != nil {
		return d, err
	}
	part := v.part(g, d, b, focus)
	if len(part.Nodes) == 0 {
		return d, said.New("nothing is left to draw; hide fewer organizations")
	}
	return part, nil
}

// focus returns the boxes that the focus stands for.
func (v View) focus(g *graph.Graph, d Diagram, b boxes) ([]string, error) {
	if v.Focus == "" {
		return nil, nil
	}
	ids := []string{v.Focus}
	task, isTask := g.TaskIndex(v.Focus)
	_, isOrg := g.OrganizationIndex(v.Focus)
	if !isTask && !isOrg {
		return nil, said.Errorf("no task or organization is called %q", v.Focus)
	}
	if isTask && d.Arrangement == Ring {
		for _, org := range g.Leads(task) {
			ids = append(ids, g.Organizations()[org].ID)
		}
	}
	var found []string
	for i, n := range d.Nodes {
		if slices.Contains(ids, n.Ref) || d.Arrangement == Grid && slices.Contains(ids, d.Lanes[n.Lane].Ref) {
			found = append(found, b.of[i])
		}
	}
	found = slices.DeleteFunc(found, func(id string) bool { return v.hides(d, b, id) })
	if len(found) == 0 {
		return nil, said.Errorf("%q is not in this drawing, or hidden", v.Focus)
	}
	return found, nil
}

// hides reports whether everything that a box stands for is hidden by name.
func (v View) hides(d Diagram, b boxes, box string) bool {
	return !slices.ContainsFunc(b.nodes[box], func(i int) bool { return d.Nodes[i].Class != CandidateNode && !v.HidesNode(d, d.Nodes[i]) })
}

// HidesNode reports whether the view leaves a node out by its name.
func (v View) HidesNode(d Diagram, n Node) bool {
	if d.Arrangement == Grid {
		return slices.Contains(v.Hide, d.Lanes[n.Lane].Ref)
	}
	return slices.Contains(v.Hide, n.Ref)
}

// part returns the boxes near a focus, all when there is none, that are not
// hidden.
func (v View) part(g *graph.Graph, d Diagram, b boxes, focus []string) Diagram {
	shown := map[string]bool{}
	near := nearby(d, focus, v.Depth)
	total := 0
	for i, n := range d.Nodes {
		if b.of[i] != n.ID {
			continue
		}
		total++
		if (len(focus) == 0 || near[n.ID]) && !v.hides(d, b, n.ID) {
			shown[n.ID] = true
		}
	}
	out := d
	out.Nodes = v.nodes(d, b, shown)
	out.Edges = nil
	for _, e := range d.Edges {
		if shown[e.From] && shown[e.To] {
			out.Edges = append(out.Edges, e)
		}
	}
	direct := len(out.Edges)
	out.Edges = append(out.Edges, impliedEdges(d, shown)...)
	if d.Arrangement == Grid {
		out.compact()
	} else if len(focus) > 0 {
		first := slices.IndexFunc(out.Nodes, func(n Node) bool { return n.ID == focus[0] })
		out.Nodes = slices.Concat(out.Nodes[first:first+1], out.Nodes[:first], out.Nodes[first+1:])
	}
	out.Legend = LegendOf(out)
	note := catalogue.Key("Organizations: {1} drawn, {2} hidden, {3} in all. Arrows: {4} drawn, {5} hidden, {6} in all.")
	if d.Arrangement == Grid {
		note = catalogue.Key("Tasks: {1} drawn, {2} hidden, {3} in all. Handoffs: {4} drawn, {5} hidden, {6} in all.")
	}
	count := func(drawn, all int) []any {
		return []any{strconv.Itoa(drawn), strconv.Itoa(all - drawn), strconv.Itoa(all)}
	}
	values := append(count(len(shown), total), count(direct, len(d.Edges))...)
	out.Notes = []string{d.Plain(note, values...)}
	if len(v.Hide) > 0 {
		out.Notes = append(out.Notes, d.Plain("Hidden: {1}.", messages.OrganizationNames(g, v.Hide, d.Language)))
	}
	out.Notes = append(out.Notes, d.Notes...)
	return out
}

// nearby returns the boxes within some arrows of a focus, in either direction.
func nearby(d Diagram, focus []string, depth int) map[string]bool {
	near := map[string]bool{}
	for _, id := range focus {
		near[id] = true
	}
	for range depth {
		var next []string
		for _, e := range d.Edges {
			if near[e.From] != near[e.To] {
				next = append(next, e.From, e.To)
			}
		}
		if len(next) == 0 {
			break
		}
		for _, id := range next {
			near[id] = true
		}
	}
	return near
}

// nodes returns the nodes of the boxes that are shown, without those of hidden
// organizations. Where the first lead of a task is hidden, its box moves to the
// lane of the next that is shown.
func (v View) nodes(d Diagram, b boxes, shown map[string]bool) []Node {
	var nodes []Node
	moved := map[string]bool{}
	for i, n := range d.Nodes {
		id := b.of[i]
		switch {
		case !shown[id] || n.ID != id && (v.HidesNode(d, n) || moved[n.ID]):
			continue
		case n.ID == id && v.HidesNode(d, n):
			at := slices.IndexFunc(b.nodes[id], func(k int) bool { return d.Nodes[k].Class == JointNode && !v.HidesNode(d, d.Nodes[k]) })
			joint := d.Nodes[b.nodes[id][at]]
			n.Lane = joint.Lane
			moved[joint.ID] = true
		}
		nodes = append(nodes, n)
	}
	return nodes
}

// impliedEdges returns an edge for each pair of shown boxes that no edge joins
// and that a way through hidden ones does, in the order of d.
func impliedEdges(d Diagram, shown map[string]bool) []Edge {
	next := map[string][]string{}
	joined := map[[2]string]bool{}
	for _, e := range d.Edges {
		next[e.From] = append(next[e.From], e.To)
		joined[[2]string{e.From, e.To}] = true
	}
	var edges []Edge
	for _, n := range d.Nodes {
		if !shown[n.ID] {
			continue
		}
		seen := map[string]bool{n.ID: true}
		for at, passed := []string{n.ID}, 0; len(at) > 0; passed++ {
			var further []string
			for _, id := range at {
				for _, to := range next[id] {
					switch {
					case seen[to] || shown[to] && joined[[2]string{n.ID, to}]:
						continue
					case shown[to]:
						edges = append(edges, impliedEdge(d, n.ID, to, passed))
					default:
						further = append(further, to)
					}
					seen[to] = true
				}
			}
			at = further
		}
	}
	return edges
}

func impliedEdge(d Diagram, from, to string, passed int) Edge {
	text := d.Plain("via {1} hidden", strconv.Itoa(passed))
	label := text
	if d.Arrangement == Ring {
		label = ""
		if passed > 1 {
			label = d.Plain("via {1}", strconv.Itoa(passed))
		}
	}
	return Edge{From: from, To: to, Passes: passed, Label: label, Hint: from + " → " + to + " " + text}
}

// compact takes away the lanes and rows that nothing stands in.
func (d *Diagram) compact() {
	lanes, rows := map[int]bool{}, map[int]bool{}
	for _, n := range d.Nodes {
		lanes[n.Lane], rows[n.Row] = true, true
	}
	places := func(used map[int]bool) map[int]int {
		at := map[int]int{}
		for i, old := range slices.Sorted(maps.Keys(used)) {
			at[old] = i
		}
		return at
	}
	laneAt, rowAt := places(lanes), places(rows)
	for i, n := range d.Nodes {
		d.Nodes[i].Lane, d.Nodes[i].Row = laneAt[n.Lane], rowAt[n.Row]
	}
	var kept []Lane
	for i, l := range d.Lanes {
		if lanes[i] {
			kept = append(kept, l)
		}
	}
	d.Lanes = kept
}

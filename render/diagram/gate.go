package diagram

import (
	"slices"
)

// Gated returns a grid with the gates that its arrows pass: below a box that hands on
// to several branches one for all of them, below that or a box one for each choice
// among alternatives that the facts declare, and above a box where needed branches
// meet. The rows move apart for them. Without any it returns d as it is.
func Gated(d Diagram) Diagram {
	if d.Arrangement != Grid || !slices.ContainsFunc(d.Edges, func(e Edge) bool { return e.Branch != "" || e.When != "" }) {
		return d
	}
	g := gates{Diagram: d, taken: map[string]bool{}, leaving: map[string][]int{}, above: map[int]int{}, below: map[int]int{}}
	for _, n := range d.Nodes {
		g.taken[n.ID] = true
		if n.Class == AllGate || n.Class == ChoiceGate {
			return d
		}
	}
	for i, e := range d.Edges {
		if e.Passes == 0 && e.Status != UndeclaredStatus {
			g.leaving[e.From] = append(g.leaving[e.From], i)
		}
	}
	meeting := g.meeting()
	g.Nodes, g.Edges = slices.Clone(d.Nodes), slices.Clone(d.Edges)
	for _, n := range d.Nodes {
		g.fork(n)
		g.join(n, meeting[n.ID])
	}
	g.spread()
	return g.Diagram
}

// gates is a diagram whose gates stand in the rows of their boxes, so many steps below
// or above them.
type gates struct {
	Diagram
	taken        map[string]bool  // IDs of nodes
	leaving      map[string][]int // arrows by the node that they leave
	steps        []int            // of each gate, in the order of the nodes behind those of the diagram
	above, below map[int]int      // how many steps a row needs
}

// add adds a gate beside a box.
func (g *gates) add(n Node, class Class, step int) string {
	id := n.ID + " +"
	for g.taken[id] {
		id += "+"
	}
	g.taken[id] = true
	g.Nodes = append(g.Nodes, Node{ID: id, Class: class, Lane: n.Lane, Row: n.Row, Hint: NameOfClass(class, g.Language)})
	g.steps = append(g.steps, step)
	g.above[n.Row], g.below[n.Row] = max(g.above[n.Row], -step), max(g.below[n.Row], step)
	return id
}

// branches returns the arrows that leave a box by the name of their branch, in the
// order of their first ones.
func (g *gates) branches(id string) (list [][]int) {
	at := map[string]int{}
	for _, i := range g.leaving[id] {
		name := g.Edges[i].Branch
		k, known := at[name]
		if !known {
			k = len(list)
			at[name], list = k, append(list, nil)
		}
		list[k] = append(list[k], i)
	}
	return list
}

func (g *gates) fork(n Node) {
	branches := g.branches(n.ID)
	if slices.Contains(n.Marks, GoalMark) || len(branches) == 0 {
		return
	}
	from, step := n.ID, 1
	if len(branches) > 1 {
		from = g.add(n, AllGate, step)
		step++
		g.Edges = append(g.Edges, Edge{From: n.ID, To: from, Status: g.statusOf(g.leaving[n.ID])})
	}
	for _, list := range branches {
		gate := from
		if len(list) > 1 && slices.ContainsFunc(list, func(i int) bool { return len(branches) > 1 || g.Edges[i].Branch != "" || g.Edges[i].When != "" }) {
			gate = g.add(n, ChoiceGate, step)
			step++
			g.Edges = append(g.Edges, Edge{From: from, To: gate, Optional: g.Edges[list[0]].Optional, Status: g.statusOf(list)})
		}
		for _, i := range list {
			g.Edges[i].From = gate
		}
	}
}

func (g *gates) join(n Node, arrows []int) {
	if len(arrows) == 0 {
		return
	}
	gate := g.add(n, AllGate, -1)
	for _, i := range arrows {
		g.Edges[i].To = gate
	}
	g.Edges = append(g.Edges, Edge{From: gate, To: n.ID, Status: g.statusOf(arrows)})
}

// statusOf returns the status that arrows have in common, as the piece that they share has
// it.
func (g *gates) statusOf(arrows []int) Status {
	st := g.Edges[arrows[0]].Status
	if st == SeenStatus || slices.ContainsFunc(arrows, func(i int) bool { return g.Edges[i].Status != st }) {
		return Same
	}
	return st
}

// meeting returns, by box, the arrows that bring it several needed branches of one
// fork, none of them all.
func (g *gates) meeting() map[string][]int {
	meeting := map[string][]int{}
	for _, n := range g.Nodes {
		branches := slices.DeleteFunc(g.branches(n.ID), func(list []int) bool { return g.Edges[list[0]].Optional })
		if len(branches) < 2 || slices.Contains(n.Marks, GoalMark) {
			continue
		}
		brings := make([][]int, len(g.Edges)) // branches, by arrow
		for b, list := range branches {
			for _, i := range g.along(list, n.ID) {
				brings[i] = append(brings[i], b)
			}
		}
		into := map[string][]int{}
		for i, e := range g.Edges {
			if k := len(brings[i]); 0 < k && k < len(branches) {
				into[e.To] = append(into[e.To], i)
			}
		}
		for id, arrows := range into {
			if first := brings[arrows[0]]; slices.ContainsFunc(arrows, func(i int) bool { return !slices.Equal(brings[i], first) }) && len(meeting[id]) == 0 {
				meeting[id] = arrows
			}
		}
	}
	return meeting
}

// along returns the arrows that work passes which sets out along some, but for those
// that leave the box they come from, or a goal.
func (g *gates) along(list []int, from string) []int {
	goals := map[string]bool{from: true}
	for _, n := range g.Nodes {
		if slices.Contains(n.Marks, GoalMark) {
			goals[n.ID] = true
		}
	}
	seen := map[int]bool{}
	var all []int
	for queue := slices.Clone(list); len(queue) > 0; queue = queue[1:] {
		if i := queue[0]; !seen[i] {
			seen[i] = true
			all = append(all, i)
			if to := g.Edges[i].To; !goals[to] {
				queue = append(queue, g.leaving[to]...)
			}
		}
	}
	return all
}

// spread moves the rows apart by the steps that they need.
func (g *gates) spread() {
	rows := 0
	for _, n := range g.Nodes {
		rows = max(rows, n.Row+1)
	}
	at, moved := make([]int, rows), 0
	for row := range rows {
		moved += g.above[row]
		at[row] = row + moved
		moved += g.below[row]
	}
	first := len(g.Nodes) - len(g.steps)
	for i := range g.Nodes {
		g.Nodes[i].Row = at[g.Nodes[i].Row]
		if i >= first {
			g.Nodes[i].Row += g.steps[i-first]
		}
	}
}
